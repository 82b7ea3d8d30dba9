"""Daily work in the core: werkvoorraad, list and search of dossiers, agenda, terms, appointments and notes."""

from django.urls import path

from .views import (
    afspraken,
    agenda,
    agendalink,
    deelnemers,
    dossiers,
    notities,
    termijnen,
    tolken,
    tolkkosten,
    werkvoorraad,
    zoeken,
)

DOSSIER = "dossiers/<slug:nummer>"
urlpatterns = [
    path("", werkvoorraad.werkvoorraad, name="werkvoorraad"),
    path("werkvoorraad.csv", werkvoorraad.werkvoorraad_csv, name="werkvoorraad_csv"),
    path("dossiers/", dossiers.dossiers, name="dossiers"),
    path("dossiers.csv", dossiers.dossiers_csv, name="dossiers_csv"),
    path("zoeken/", zoeken.zoeken, name="zoeken"),
    path("zoekresultaat/", zoeken.zoekresultaat, name="zoekresultaat"),
    path("agenda/", agenda.agenda, name="agenda"),
    path("agenda/abonnement/", agendalink.agendalink, name="agendalink"),
    path("notitie/", notities.nieuw, name="notitie_nieuw"),
    path("tolken/", tolkkosten.overzicht, name="tolkkosten"),
    path("tolken.csv", tolkkosten.uitvoer, name="tolkkosten_csv"),
    path("termijnen/", termijnen.rekenhulp, name="termijnen"),
    path(f"{DOSSIER}/toewijzen/", dossiers.toewijzen, name="toewijzen"),
    path(f"{DOSSIER}/termijnen/", termijnen.geen_termijn, name="geen_termijn"),
    path(f"{DOSSIER}/termijnen/<int:pk>/", termijnen.waarom, name="termijn"),
    path(f"{DOSSIER}/afspraken/", afspraken.lijst, name="afspraken"),
    path(f"{DOSSIER}/afspraken/nieuw/", afspraken.nieuw, name="afspraak_nieuw"),
    path(f"{DOSSIER}/afspraken/<int:pk>/", afspraken.afspraak, name="afspraak"),
    path(f"{DOSSIER}/termijnen/<int:pk>/bijlage/", termijnen.bijlage, name="termijn_bijlage"),
    path(f"{DOSSIER}/afspraken/<int:pk>/wijzigen/", afspraken.wijzigen, name="afspraak_wijzigen"),
    path(f"{DOSSIER}/afspraken/<int:pk>/uitkomst/", afspraken.uitkomst, name="afspraak_uitkomst"),
    path(f"{DOSSIER}/afspraken/<int:pk>/tolk/", afspraken.tolk, name="afspraak_tolk"),
    path(f"{DOSSIER}/afspraken/<int:pk>/tolk/bestellen/", tolken.bestellen, name="tolk_bestellen"),
    path(f"{DOSSIER}/tolken/<int:pk>/bevestigen/", tolken.bevestigen, name="tolk_bevestigen"),
    path(f"{DOSSIER}/tolken/<int:pk>/annuleren/", tolken.annuleren, name="tolk_annuleren"),
    path(f"{DOSSIER}/tolken/<int:pk>/inzet/", tolken.inzet, name="tolk_inzet"),
    path(f"{DOSSIER}/afspraken/<int:pk>/deelnemers/", deelnemers.deelnemers, name="deelnemers"),
    path(f"{DOSSIER}/afspraken/<int:pk>/aanwezigheid/", deelnemers.aanwezigheid, name="aanwezigheid"),
    path(f"{DOSSIER}/afspraken/<int:pk>/annuleren/", afspraken.annuleren, name="afspraak_annuleren"),
    path(f"{DOSSIER}/notities/", notities.op_dossier, name="notitie_op_dossier"),
    path(f"{DOSSIER}/notities/<int:pk>/afgehandeld/", notities.afgehandeld, name="notitie_afgehandeld"),
]
