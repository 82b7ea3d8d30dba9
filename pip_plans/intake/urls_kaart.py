"""The sociale kaart of the gemeente, and referring somebody on from a dossier."""

from django.urls import path

from .views import doelen, doorverwijzen, kaart, verslag

KAART = "sociale-kaart/"
INTAKE = "dossiers/<slug:nummer>/intake/"
urlpatterns = [
    path(KAART, kaart.lijst, name="sociale_kaart"),
    path(f"{KAART}nieuw/", kaart.nieuw, name="voorziening_nieuw"),
    path(f"{KAART}<int:pk>/", kaart.voorziening, name="voorziening"),
    path(f"{KAART}<int:pk>/verwijderen/", kaart.verwijderen, name="voorziening_verwijderen"),
    path(f"{INTAKE}doorverwijzen/", doorverwijzen.nieuw, name="doorverwijzing_nieuw"),
    path(f"{INTAKE}doorverwijzen/<int:pk>/", doorverwijzen.wijzigen, name="doorverwijzing"),
    path(f"{INTAKE}doorverwijzen/<int:pk>/uitkomst/", doorverwijzen.uitkomst, name="doorverwijzing_uitkomst"),
    path(f"{INTAKE}doelen/", doelen.doelen, name="doelen"),
    path(f"{INTAKE}verslag/", verslag.maken, name="verslag"),
]
