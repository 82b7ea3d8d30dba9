"""Pages of ontzorgen: the list of team Sociale Zaken, and the tab of a dossier."""

from django.urls import path

from .views import bijstand, lijst, overzicht

app_name = "ontzorgen"
BASIS = "dossiers/<slug:nummer>/ontzorgen/"
urlpatterns = [
    path("ontzorgen/", lijst.lijst, name="lijst"),
    path(BASIS, overzicht.overzicht, name="overzicht"),
    path(f"{BASIS}bijstand/", bijstand.begin, name="bijstand"),
    path(f"{BASIS}bijstand/einde/", bijstand.einde, name="bijstand_einde"),
    path(f"{BASIS}bijstand/geen/", bijstand.geen, name="geen_bijstand"),
]
