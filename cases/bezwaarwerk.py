"""Where bezwaar shows itself: its tab, the pile of the jurist, *Wat nu?*, and who may see what a bezwaar is about."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from inburgering.recht.feiten import FeitSoort
from inburgering.recht.uitleg import datum_zonder_weekdag

from .enums import Rol
from .kalender import kalender
from .models import Afspraak, Bezwaar, Dossier, Medewerker
from .panelen import (
    MEESTE_TELLEN,
    Dossierbeeld,
    Ingang,
    Stap,
    Werkblik,
    Werkrij,
    Werkstapel,
    registreer_bij_uitkomst,
    registreer_inzagegrond,
    registreer_stappen,
    registreer_tab,
    registreer_werkstapel,
)
from .querysets.bezwaren import BezwaarQuerySet
from .services.bezwaar.horen import volg_afspraak
from .services.bezwaar.stand import Vervolg, volgende
from .toegang import Actie, mag

SOORTEN = (FeitSoort.BESCHIKKING_BEKENDGEMAAKT, FeitSoort.BEZWAAR_ONTVANGEN)


def _heeft_besluit(beeld: Dossierbeeld) -> bool:
    return any(beeld.feiten.eerste(soort) for soort in SOORTEN)


registreer_tab(Ingang("Bezwaar", "cases:bezwaren", Actie.BEZWAAR_REGISTREREN, 70, toon=_heeft_besluit))


@registreer_inzagegrond
def behandelt_bezwaar(dossier: Dossier, medewerker: Medewerker, rollen: frozenset[str]) -> bool:
    """Who decides on a bezwaar reads what it is about (design, section 9).

    The jurist in every dossier with a bezwaar; a teamleider only while one runs that she did not register herself.
    """
    if Rol.JURIST in rollen:
        return dossier.bezwaren.exists()
    if not mag(rollen, Actie.BEZWAAR_BEHANDELEN):
        return False
    lopend: BezwaarQuerySet = dossier.bezwaren.loopt_nog()
    return lopend.niet_geregistreerd_door(medewerker).exists()


@registreer_bij_uitkomst
def hoorzitting_volgen(afspraak: Afspraak, door: Medewerker | None, op: date) -> None:
    """A hearing that does not happen is told to the person, also when it was cancelled among the afspraken."""
    volg_afspraak(afspraak=afspraak, door=door, op=op)


@registreer_stappen
def bezwaar_behandelen(beeld: Dossierbeeld) -> Iterator[Stap]:
    """What a bezwaar that runs needs next, by the last day to decide."""
    if not beeld.feiten.eerste(FeitSoort.BEZWAAR_ONTVANGEN):
        return
    for bezwaar in beeld.dossier.bezwaren.te_doen().met_uiterlijk().voor_vervolg():
        if stap := volgende(bezwaar, beeld.op):
            titel = f"Bezwaar {bezwaar.nummer}: {_klein(stap)}"
            yield Stap(titel, stap.waarom, _adres(bezwaar, beeld.dossier.gemeente.slug), bezwaar.uiterlijk, 5)


def _te_doen(blik: Werkblik) -> BezwaarQuerySet:
    rijen: BezwaarQuerySet = Bezwaar.objects.zichtbaar_voor(blik.medewerker, blik.gemeente, blik.op).te_doen()
    return rijen


def _lijst(blik: Werkblik, meeste: int) -> Sequence[Werkrij]:
    """The bezwaren with the nearest last day on top."""
    rekenkalender = kalender()
    rijen = _te_doen(blik).met_uiterlijk().voor_vervolg().order_by("uiterlijk", "pk")[:meeste]
    return [_rij(bezwaar, volgende(bezwaar, blik.op, rekenkalender), blik.gemeente.slug) for bezwaar in rijen]


def _rij(bezwaar: Any, stap: Vervolg | None, gemeente: str) -> Werkrij:
    """One line; `bezwaar` carries the annotation `uiterlijk`."""
    titel = f"Bezwaar {bezwaar.nummer}" + (f": {_klein(stap)}" if stap else "")
    if bezwaar.uiterlijk:
        titel += f"; beslissen uiterlijk {datum_zonder_weekdag(bezwaar.uiterlijk)}"
    return Werkrij(titel, bezwaar.dossier.inburgeraar.lijstnaam, _adres(bezwaar, gemeente), bezwaar.ontvangen_op)


def _klein(stap: Vervolg) -> str:
    return stap.titel[0].lower() + stap.titel[1:]


def _adres(bezwaar: Bezwaar, gemeente: str) -> str:
    plek = {"gemeente": gemeente, "nummer": bezwaar.dossier.nummer, "pk": bezwaar.pk}
    return reverse("cases:bezwaar", kwargs=plek)


registreer_werkstapel(
    Werkstapel(
        label="in bezwaar",
        kop="Bezwaren in behandeling",
        actie=Actie.BEZWAAR_BEHANDELEN,
        tel=lambda blik: _te_doen(blik).values("pk")[: MEESTE_TELLEN + 1].count(),
        lijst=_lijst,
        volgorde=30,
    )
)
