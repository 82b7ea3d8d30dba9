"""Requests to DUO for verlenging, ontheffing or vrijstelling, and the eight weeks in which DUO decides on them.

What a decision does is a fact of its own: the new end date (TERMIJN_DUO) or the end of the duty (EINDE_PLICHT).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from inburgering.recht.feiten import LABELS, Dossierfeiten, Feit, FeitSoort
from inburgering.recht.feitsoorten import BEGIN_WET
from inburgering.recht.kalender import Kalender
from inburgering.recht.termijnen import Afleiding, Omstandigheden, TermijnSoort, einde_reden, maak, op
from inburgering.recht.uitkomst import bereken
from inburgering.recht.uitleg import datum_zonder_weekdag
from inburgering.recht.verlenging import te_vroeg
from inburgering.recht.verlengingsgronden import GRONDEN

GEEN_AANVRAAG = "Er is geen aanvraag om verlenging of ontheffing bij DUO."


class DuoAanvraag(StrEnum):
    VERLENGING = "VERLENGING"
    ONTHEFFING = "ONTHEFFING"
    VRIJSTELLING = "VRIJSTELLING"


class DuoUitkomst(StrEnum):
    TOEGEKEND = "TOEGEKEND"
    AFGEWEZEN = "AFGEWEZEN"


class Omvang(StrEnum):
    """Only a whole ontheffing or vrijstelling ends the duty."""

    GEHEEL = "GEHEEL"
    DEEL = "DEEL"


AANVRAAG_LABELS: Mapping[str, str] = MappingProxyType({
    DuoAanvraag.VERLENGING: "verlenging van de termijn",
    DuoAanvraag.ONTHEFFING: "ontheffing",
    DuoAanvraag.VRIJSTELLING: "vrijstelling",
})  # fmt: skip
UITKOMST_LABELS: Mapping[str, str] = MappingProxyType(
    {DuoUitkomst.TOEGEKEND: "toegekend", DuoUitkomst.AFGEWEZEN: "afgewezen"}
)
OMVANG_LABELS: Mapping[str, str] = MappingProxyType(
    {Omvang.GEHEEL: "voor de hele inburgeringsplicht", Omvang.DEEL: "voor een deel"}
)
# The name of a ground that says something of health or safety stays out of the dossier (AVG 9, art. 37 Wi 2021).
PERSOONLIJK = "PERSOONLIJK"
GROND_LABELS: Mapping[str, str] = MappingProxyType(
    {PERSOONLIJK: "een persoonlijke omstandigheid (art. 4.1 Regeling inburgering 2021)"}
    | {grond.value: regel.naam for grond, regel in GRONDEN.items() if not regel.persoonlijk}
)
_MET_TERMIJN = (DuoAanvraag.VERLENGING, DuoAanvraag.ONTHEFFING)


def leid_duo_beslis_af(dossier: Dossierfeiten, omstandigheden: Omstandigheden) -> Afleiding:
    """Eight weeks per request (art. 4.5 Besluit, art. 5 Wi 2021), met by the decision on it; to ask DUO after.

    For a vrijstelling no such term was found.
    """
    aanvragen = [(soort, feit) for soort in _MET_TERMIJN for feit in _over(dossier, FeitSoort.AANVRAAG_DUO, soort)]
    if not aanvragen:
        return GEEN_AANVRAAG
    besluiten = {soort: _besluiten(dossier, soort) for soort in _MET_TERMIJN}
    return tuple(
        maak(
            bereken("DUO_BESLIS_8W", feit.datum, omstandigheden.kalender),
            soort=TermijnSoort.DUO_BESLIS,
            aanleiding=f"{soort.lower()} {nummer}",
            feiten=(feit,),
            waarom=(
                f"DUO kreeg de aanvraag om {AANVRAAG_LABELS[soort]} op {op(feit)} en beslist binnen acht weken. "
                "Het is een termijn van DUO: is hij voorbij, vraag dan na hoe het staat.",
            ),
            gehaald=besluiten[soort].get(feit.id),
            vervallen_reden=einde_reden(dossier),
        )
        for soort, nummer, feit in _genummerd(aanvragen)
    )


def _genummerd(aanvragen: list[tuple[DuoAanvraag, Feit]]) -> list[tuple[DuoAanvraag, int, Feit]]:
    """The requests of one kind, numbered from 1 in the order in which DUO got them."""
    tel: dict[DuoAanvraag, int] = {}
    genummerd = []
    for soort, feit in aanvragen:
        tel[soort] = tel.get(soort, 0) + 1
        genummerd.append((soort, tel[soort], feit))
    return genummerd


def _besluiten(dossier: Dossierfeiten, soort: DuoAanvraag) -> dict[str, Feit]:
    """Which decision answers which request: the first one on or after it that answers no earlier request."""
    vrij, antwoord = list(_over(dossier, FeitSoort.BESLUIT_DUO, soort)), {}
    for aanvraag in _over(dossier, FeitSoort.AANVRAAG_DUO, soort):
        besluit = next((feit for feit in vrij if feit.datum >= aanvraag.datum), None)
        if besluit:
            antwoord[aanvraag.id] = besluit
            vrij.remove(besluit)
    return antwoord


def _over(dossier: Dossierfeiten, feitsoort: FeitSoort, soort: DuoAanvraag) -> tuple[Feit, ...]:
    return tuple(feit for feit in dossier.alle(feitsoort) if feit.tekst("aanvraag") == soort)


def voor_de_plicht(dossier: Dossierfeiten, dag: date) -> str:
    """Why there was no duty on this day yet, so that DUO can have decided nothing on it; '' when there may have been.

    The act of the dossier did not hold, or DUO had not told that the duty exists.
    """
    if dag < (begin := BEGIN_WET[dossier.regime]):
        return f"Deze dag ligt voor {datum_zonder_weekdag(begin)}. Toen gold de wet van dit dossier nog niet."
    bericht = dossier.eerste(FeitSoort.KENNISGEVING_DUO)
    if bericht and dag < bericht.datum:
        return f"Deze dag ligt voor de kennisgeving van DUO op {datum_zonder_weekdag(bericht.datum)}."
    return ""


# What somebody did himself or had to be alive for.
_LEVEND = (
    FeitSoort.VERBLIJFSVERGUNNING, FeitSoort.KOPPELING, FeitSoort.EERSTE_CONTACT, FeitSoort.HUISVESTING,
    FeitSoort.BRP_INSCHRIJVING, FeitSoort.TAALSCHAKELTRAJECT_GESTART, FeitSoort.EXAMENUITSLAG,
)  # fmt: skip


def leefde_nog(dossier: Dossierfeiten, dag: date) -> str:
    """Why somebody cannot have died on this day: a fact of after it; '' when nothing speaks against it."""
    later = [feit for soort in _LEVEND for feit in dossier.alle(soort) if feit.datum > dag]
    if not later:
        return ""
    laatste = max(later, key=lambda feit: feit.datum)
    naam = LABELS[laatste.soort][0]
    return (f"In dit dossier staat een later feit: {naam} op {datum_zonder_weekdag(laatste.datum)}. "
            "Klopt dat niet, corrigeer het dan eerst.")  # fmt: skip


def te_vroege_aanvragen(dossier: Dossierfeiten, kalender: Kalender) -> tuple[str, ...]:
    """A sentence per request for verlenging that DUO may refuse as too early, by the end as it was known that day."""
    zinnen = []
    for feit in _over(dossier, FeitSoort.AANVRAAG_DUO, DuoAanvraag.VERLENGING):
        einde = _einde_op(dossier, feit.datum, kalender)
        zinnen.append(te_vroeg(aanvraag=feit.datum, einde=einde) if einde else "")
    return tuple(zin for zin in zinnen if zin)


def _einde_op(dossier: Dossierfeiten, dag: date, kalender: Kalender) -> date | None:
    """The end of the term as DUO had reported it by this day, else the forecast from the first PIP."""
    gemeld = [feit for feit in dossier.alle(FeitSoort.TERMIJN_DUO) if feit.datum <= dag]
    if gemeld and (einde := gemeld[-1].dag("einde")):
        return einde
    pip = dossier.eerste_pip
    return bereken("INBURGERINGSTERMIJN_3J", pip.datum, kalender).laatste_dag if pip else None
