"""The time line of one dossier: the facts that mark its way, and the terms that are still ahead or were missed."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from inburgering.recht.feiten import FeitSoort

from .panelen import Dossierbeeld
from .tijdlijn import Periode, Punt

FEITEN = {
    FeitSoort.KOPPELING: "koppeling",
    FeitSoort.EERSTE_CONTACT: "eerste contact",
    FeitSoort.KENNISGEVING_DUO: "kennisgeving DUO",
    FeitSoort.HUISVESTING: "huisvesting",
    FeitSoort.BRP_INSCHRIJVING: "BRP",
    FeitSoort.PIP_VASTGESTELD: "PIP",
    FeitSoort.AANBOD_GEDAAN: "aanbod",
    FeitSoort.EINDE_PLICHT: "einde plicht",
}
TERMIJNEN = {
    "PIP": "PIP vaststellen",
    "AANBOD": "aanbod doen",
    "LEERROUTE_WISSEL": "wissel leerroute",
    "INBURGERINGSTERMIJN": "einde termijn",
}
_PERIODEN = {"PIP": "10 weken", "LEERROUTE_WISSEL": "1,5 jaar", "INBURGERINGSTERMIJN": "3 jaar"}
_OPEN = {"te_laat", "binnenkort", "later"}


def punten(beeld: Dossierbeeld) -> list[Punt]:
    """The first fact of every kind that the line shows, and the open terms on the day to plan on."""
    return [*_feiten(beeld), *_termijnen(beeld)]


def _feiten(beeld: Dossierbeeld) -> Iterator[Punt]:
    for soort, label in FEITEN.items():
        if feit := beeld.feiten.eerste(soort):
            yield Punt(datum=feit.datum, label=label)


def _termijnen(beeld: Dossierbeeld) -> Iterator[Punt]:
    for termijn in beeld.termijnen:
        stand = termijn.stand(beeld.op)
        if termijn.soort in TERMIJNEN and stand in _OPEN:
            adres = reverse("cases:termijn", args=(beeld.dossier.gemeente.slug, beeld.dossier.nummer, termijn.pk))
            label = TERMIJNEN[termijn.soort]
            yield Punt(datum=termijn.ruwe_dag, label=label, soort="termijn", status=stand, url=adres)


def perioden(beeld: Dossierbeeld) -> list[Periode]:
    """The stretch of every open term: from what it counts from, or from the end of the stretch before it."""
    gevonden: list[Periode] = []
    vorige: date | None = None
    for termijn in sorted(beeld.termijnen, key=lambda termijn: termijn.ruwe_dag):
        if termijn.soort in _PERIODEN and termijn.stand(beeld.op) in _OPEN:
            van = max(termijn.start, vorige or termijn.start)
            gevonden.append(Periode(van=van, tot=termijn.ruwe_dag, label=_PERIODEN[termijn.soort]))
            vorige = termijn.ruwe_dag
    return gevonden
