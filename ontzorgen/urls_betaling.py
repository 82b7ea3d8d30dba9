"""Pages of paying: the runs of a gemeente, what the bank reports, and stopping the payments of somebody."""

from django.urls import path

from .views import (
    afsluiten,
    bankberichten,
    betaalrekening,
    betaalrijen,
    betaalruns,
    betaalstappen,
    betaalstops,
    tegenspraak,
)

REKENING = "ontzorgen/betaalrekening/"
RUNS, RUN = "ontzorgen/betaalruns/", "ontzorgen/betaalruns/<int:pk>/"
STOP = "dossiers/<slug:nummer>/ontzorgen/betalingen-stoppen/"
urlpatterns = [
    path(REKENING, betaalrekening.betaalrekening, name="betaalrekening"),
    path(f"{REKENING}goedkeuren/", betaalrekening.goedkeuren, name="betaalrekening_goedkeuren"),
    path(f"{REKENING}afwijzen/", betaalrekening.afwijzen, name="betaalrekening_afwijzen"),
    path(RUNS, betaalruns.lijst, name="betaalruns"),
    path(f"{RUNS}nieuw/", betaalruns.nieuw, name="betaalrun_nieuw"),
    path(f"{RUNS}retouren/", bankberichten.retouren, name="retouren"),
    path(RUN, betaalruns.run, name="betaalrun"),
    path(f"{RUN}zoeken/", betaalrijen.zoeken, name="betaalrun_zoeken"),
    path(f"{RUN}rijen/<int:rij>/", betaalrijen.uitnemen, name="betaalrij_uitnemen"),
    path(f"{RUN}rijen/<int:rij>/herrekenen/", betaalrijen.herrekenen, name="betaalrij_herrekenen"),
    path(f"{RUN}herrekend/<int:herziening>/", betaalrijen.terugzetten, name="betaalrij_terugzetten"),
    path(f"{RUN}beoordelen/", betaalstappen.beoordelen, name="betaalrun_beoordelen"),
    path(f"{RUN}controleren/", betaalstappen.controleren, name="betaalrun_controleren"),
    path(f"{RUN}vrijgeven/", betaalstappen.vrijgeven, name="betaalrun_vrijgeven"),
    path(f"{RUN}intrekken/", betaalstappen.intrekken, name="betaalrun_intrekken"),
    path(f"{RUN}bestand/", betaalstappen.bestand, name="betaalbestand"),
    path(f"{RUN}bestand/opnieuw/", betaalstappen.bestand_opnieuw, name="betaalbestand_opnieuw"),
    path(f"{RUN}afsluiten/", afsluiten.voorstellen, name="betaalrun_afsluiten"),
    path(f"{RUN}afsluiten/vaststellen/", afsluiten.vaststellen, name="betaalrun_afsluiten_vaststellen"),
    path(f"{RUN}afsluiten/terzijde/", afsluiten.terzijde, name="betaalrun_afsluiten_terzijde"),
    path(f"{RUN}terugmelding/", bankberichten.terugmelding, name="terugmelding"),
    path(f"{RUN}tegenspraak/", tegenspraak.beslissen, name="tegenspraken"),
    path(f"{RUN}tegenspraak/<int:rij>/", tegenspraak.beslissen, name="tegenspraak"),
    path(STOP, betaalstops.stoppen, name="betalingen_stoppen"),
    path(f"{STOP}hervatten/", betaalstops.hervatten, name="betalingen_hervatten"),
]
