"""Pages of the core, below /<gemeente>/."""

from django.urls import include, path

from .views import achtergrondtaken, brievenlijst, koppeling

app_name = "cases"
urlpatterns = [
    path("", include("cases.urls_werk")),
    path("dossiers/", include("cases.urls_dossier")),
    path("", include("cases.urls_stukken")),
    path("", include("cases.urls_overleg")),
    path("dagstaat/", koppeling.dagstaat, name="dagstaat"),
    path("brieven/", brievenlijst.lijst, name="brieven"),
    path("brieven/<slug:soort>/", brievenlijst.voorbeeld, name="brief_voorbeeld"),
    path("beheer/", include("cases.urls_beheer")),
    path("koppelingen/", include("cases.urls_koppelingen")),
    path("achtergrondtaken/", achtergrondtaken.overzicht, name="achtergrondtaken"),
    path("achtergrondtaken/<slug:sleutel>/nu/", achtergrondtaken.draai_nu, name="achtergrondtaak_nu"),
]
