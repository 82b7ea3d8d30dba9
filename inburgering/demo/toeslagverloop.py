"""Toeslagen in the demonstration: applied for when the house came, and what came of them since."""

from datetime import date
from typing import Any

from ontzorgen.maanden import eerste_dag, volgende_maand, vorige_maand
from ontzorgen.models import Toeslag
from ontzorgen.services.eenheden import eenheid_van
from ontzorgen.services.toeslagen import bewaar_toeslag
from ontzorgen.toeslagen import ToeslagSoort

from .traject import Traject


def vraag_aan(t: Traject, **bedragen: int) -> None:
    """Apply today for these toeslagen, in cents a month; zorgtoeslag is of the person himself."""
    eenheid = eenheid_van(dossier=t.dossier, op=t.vandaag)
    if eenheid is None:
        raise RuntimeError("Zonder uitkeringseenheid zijn er geen toeslagen te volgen.")
    for naam, bedrag in bedragen.items():
        soort = ToeslagSoort(naam.upper())
        _bewaar(t, Toeslag(eenheid=eenheid), soort=soort.value, bedrag=bedrag, bron="proefberekening (voorbeeld)",
                dossier=t.dossier if soort is ToeslagSoort.ZORGTOESLAG else None, aangevraagd_op=t.vandaag)  # fmt: skip


def ontvang(t: Traject, soort: ToeslagSoort) -> None:
    """The toeslag came last month, as expected."""
    rij = _van(t, soort)
    _bewaar(t, rij, ontvangen_vanaf=vorige_maand(eerste_dag(t.vandaag)), ontvangen_bedrag=rij.bedrag)


def verwacht(t: Traject, soort: ToeslagSoort) -> None:
    """The Dienst Toeslagen wrote that it comes two months from now."""
    over_twee: date = volgende_maand(volgende_maand(eerste_dag(t.vandaag)))
    _bewaar(t, _van(t, soort), verwacht_vanaf=over_twee)


def _van(t: Traject, soort: ToeslagSoort) -> Toeslag:
    gevonden: Toeslag = Toeslag.objects.get(eenheid__leden__dossier=t.dossier, soort=soort.value)
    return gevonden


def _bewaar(t: Traject, rij: Toeslag, **gegevens: Any) -> None:
    bewaar_toeslag(toeslag=rij, gegevens=gegevens, door=t.door, op=t.vandaag)
