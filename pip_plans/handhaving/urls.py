"""Pages of handhaving, below /<gemeente>/dossiers/<nummer>/handhaving/."""

from django.urls import path

from .views import overzicht, stappen, zaak

app_name = "handhaving"
BASIS = "dossiers/<slug:nummer>/handhaving/"
urlpatterns = [
    path(BASIS, overzicht.overzicht, name="overzicht"),
    path(f"{BASIS}nieuw/", overzicht.constatering, name="constatering"),
    path(f"{BASIS}duo/", overzicht.duoboete, name="duoboete"),
    path(f"{BASIS}<int:pk>/", zaak.zaak, name="zaak"),
    path(f"{BASIS}<int:pk>/waarschuwen/", stappen.waarschuwen, name="waarschuwen"),
    path(f"{BASIS}<int:pk>/voornemen/", stappen.voornemen, name="voornemen"),
    path(f"{BASIS}<int:pk>/zienswijze/", stappen.zienswijze, name="zienswijze"),
    path(f"{BASIS}<int:pk>/voorstel/", stappen.voorstel, name="voorstel"),
    path(f"{BASIS}<int:pk>/beslissen/", zaak.beslissen, name="beslissen"),
    path(f"{BASIS}<int:pk>/bekendmaken/", zaak.bekendmaken, name="bekendmaken"),
    path(f"{BASIS}<int:pk>/voorbeeld/", zaak.voorbeeld, name="voorbeeld"),
    path(f"{BASIS}<int:pk>/betaling/", stappen.betaling, name="betaling"),
    path(f"{BASIS}<int:pk>/regeling/", stappen.regeling, name="regeling"),
    path(f"{BASIS}<int:pk>/beeindigen/", stappen.beeindigen, name="beeindigen"),
]
