"""The casusoverleg, and telling partners about a dossier."""

from django.urls import path

from .views import overleg, overlegplan, overlegpunt

DOSSIER = "dossiers/<slug:nummer>/overleg"
urlpatterns = [
    path("overleg/", overleg.lijst, name="overleggen"),
    path("overleg/nieuw/", overleg.nieuw, name="overleg_nieuw"),
    path("overleg/partners/nieuw/", overleg.partner_nieuw, name="overlegpartner_nieuw"),
    path("overleg/partners/<int:pk>/", overleg.partner, name="overlegpartner"),
    path("overleg/<int:pk>/", overleg.overleg, name="overleg"),
    path("overleg/<int:pk>/wijzigen/", overlegplan.wijzigen, name="overleg_wijzigen"),
    path("overleg/<int:pk>/afzeggen/", overlegplan.afzeggen, name="overleg_afzeggen"),
    path("overleg/<int:pk>/blad/", overleg.blad, name="overleg_blad"),
    path(f"{DOSSIER}/", overlegpunt.tab, name="dossier_overleg"),
    path(f"{DOSSIER}/verstrekken/", overlegpunt.verstrekken, name="verstrekken"),
    path(f"{DOSSIER}/<int:pk>/", overlegpunt.punt, name="overlegpunt"),
    path(f"{DOSSIER}/<int:pk>/van-de-agenda/", overlegpunt.van_agenda, name="overlegpunt_afhalen"),
    path(f"{DOSSIER}/acties/<int:pk>/gedaan/", overlegpunt.gedaan, name="overlegactie_gedaan"),
]
