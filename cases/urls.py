"""Pages of the core, below /<gemeente>/."""

from django.urls import include, path

from .views import koppeling, termijnen

app_name = "cases"
urlpatterns = [
    path("", termijnen.rekenhulp, name="werkvoorraad"),
    path("dossiers/", include("cases.urls_dossier")),
    path("dagstaat/", koppeling.dagstaat, name="dagstaat"),
    path("beheer/", include("cases.urls_beheer")),
    path("koppelingen/", include("cases.urls_koppelingen")),
    path("termijnen/", termijnen.rekenhulp, name="termijnen"),
]
