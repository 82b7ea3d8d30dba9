"""Decisions and letters of ontzorgen in a dossier, and the pile of decisions of team Sociale Zaken."""

from django.urls import path

from .views import besluiten, besluitwerk, brieven

BASIS = "dossiers/<slug:nummer>/ontzorgen/"
urlpatterns = [
    path("ontzorgen/besluiten/", besluitwerk.lijst, name="besluiten"),
    path(f"{BASIS}besluiten/nieuw/<slug:soort>/", besluiten.voorstellen_doen, name="besluit_nieuw"),
    path(f"{BASIS}besluiten/<int:pk>/", besluiten.besluit, name="besluit"),
    path(f"{BASIS}besluiten/<int:pk>/vaststellen/", besluiten.vaststellen, name="besluit_vaststellen"),
    path(f"{BASIS}besluiten/<int:pk>/afwijzen/", besluiten.afwijzen, name="besluit_afwijzen"),
    path(f"{BASIS}besluiten/<int:pk>/bekendmaken/", besluiten.bekendmaken, name="besluit_bekendmaken"),
    path(f"{BASIS}besluiten/<int:pk>/voorbeeld/", besluiten.voorbeeld, name="besluit_voorbeeld"),
    path(f"{BASIS}brieven/machtiging/", brieven.machtiging, name="machtiging"),
    path(f"{BASIS}brieven/crediteur/<int:pk>/", brieven.crediteur, name="crediteurbrief"),
    path(f"{BASIS}brieven/<int:pk>/", brieven.document, name="brief"),
    path(f"{BASIS}brieven/<int:pk>/bekendmaking/", brieven.bekendmaking, name="bekendmaking_corrigeren"),
    path(f"{BASIS}brieven/<int:pk>/verzonden/", brieven.verzonden, name="brief_verzonden"),
]
