"""Pages of the core, below /<gemeente>/."""

from django.urls import include, path

from .views import termijnen

app_name = "cases"
urlpatterns = [
    path("", termijnen.rekenhulp, name="werkvoorraad"),
    path("dossiers/", include("cases.urls_dossier")),
    path("beheer/", include("cases.urls_beheer")),
    path("termijnen/", termijnen.rekenhulp, name="termijnen"),
]
