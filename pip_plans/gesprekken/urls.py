"""The list of voortgangsgesprekken, and the tab Gesprekken of a dossier."""

from django.urls import path

from .views import dossier, gesprek, lijst

app_name = "gesprekken"
BASIS = "dossiers/<slug:nummer>/gesprekken/"
urlpatterns = [
    path("voortgangsgesprekken/", lijst.lijst, name="lijst"),
    path(BASIS, dossier.overzicht, name="overzicht"),
    path(f"{BASIS}<int:pk>/", gesprek.gesprek, name="gesprek"),
    path(f"{BASIS}<int:pk>/afspraak/", gesprek.afspreken, name="afspreken"),
    path(f"{BASIS}<int:pk>/verzuim/", gesprek.verzuim, name="verzuim"),
    path(f"{BASIS}afspraken/<int:pk>/", dossier.afhandelen, name="afhandelen"),
]
