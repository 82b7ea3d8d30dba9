"""The tab Examens en afronding of a dossier, and what other gemeenten offer."""

from django.urls import path

from .views import einde, examens, overdracht, overzicht

app_name = "afronding"
BASIS = "dossiers/<slug:nummer>/afronding/"
urlpatterns = [
    path(BASIS, overzicht.overzicht, name="overzicht"),
    path(f"{BASIS}uitslag/", examens.uitslag, name="uitslag"),
    path(f"{BASIS}onderdeel/", examens.deel, name="deel"),
    path(f"{BASIS}feit/<int:pk>/", examens.corrigeren, name="corrigeren"),
    path(f"{BASIS}feit/<int:pk>/intrekken/", examens.intrekken, name="intrekken"),
    path(f"{BASIS}voldaan/", einde.voldaan, name="voldaan"),
    path(f"{BASIS}certificaat/", einde.certificaat, name="certificaat"),
    path(f"{BASIS}certificaat/maken/", einde.certificaat_maken, name="certificaat_maken"),
    path(f"{BASIS}afsluiten/", einde.afsluiten, name="afsluiten"),
    path(f"{BASIS}overdragen/", overdracht.overdragen, name="overdragen"),
    path(f"{BASIS}overdracht/<int:pk>/intrekken/", overdracht.intrekken, name="overdracht_intrekken"),
    path("overdrachten/", overdracht.lijst, name="overdrachten"),
    path("overdrachten/<int:pk>/", overdracht.aanbod, name="overdracht"),
    path("overdrachten/<int:pk>/weigeren/", overdracht.weigeren, name="overdracht_weigeren"),
    path(f"{BASIS}heropenen/", einde.heropenen, name="heropenen"),
]
