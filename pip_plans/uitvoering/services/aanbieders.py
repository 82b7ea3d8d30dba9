"""Keeping the catalogue of aanbieders and their contracts. No persons stand in it; the change history says who did."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from cases.models import Gemeente
from pip_plans.uitvoering.enums import Aanbodsoort
from pip_plans.uitvoering.models import Aanbieder, Contract

from .fout import UitvoeringFout, keur
from .plekken import drukte


@transaction.atomic
def bewaar_aanbieder(
    *, gemeente: Gemeente, gegevens: Mapping[str, Any], bestaand: Aanbieder | None = None
) -> Aanbieder:
    """Add an aanbieder or change `bestaand`; `gegevens` holds fields of Aanbieder.

    Raises UitvoeringFout for a name that is there already, for one of another gemeente, and when the new list of what
    they offer leaves out what there is a contract for.
    """
    if bestaand is not None and bestaand.gemeente_id != gemeente.pk:
        raise UitvoeringFout("Deze aanbieder is van een andere gemeente.")
    rij = bestaand or Aanbieder(gemeente=gemeente)
    for veld, waarde in gegevens.items():
        setattr(rij, veld, waarde)
    if bestaand is not None and (weg := _met_contract(bestaand) - set(rij.aanbod)):
        namen = ", ".join(soort.label for soort in Aanbodsoort if soort in weg)
        raise UitvoeringFout(f"Hiervoor is er een contract: {namen}.", "aanbod")
    keur(rij)
    rij.save()
    return rij


@transaction.atomic
def bewaar_contract(
    *, aanbieder: Aanbieder, gegevens: Mapping[str, Any], op: date, bestaand: Contract | None = None
) -> Contract:
    """Add a contract or change `bestaand`; `gegevens` holds soort, nummer, van, tot, plaatsen and prijs (cents).

    Raises UitvoeringFout for what the aanbieder does not offer, for a period in which there is a contract for the same
    already, for fewer places than are given away from `op` on, and for another kind once somebody is on it.
    """
    rij = bestaand or Contract(aanbieder=aanbieder)
    if bestaand is not None:
        Contract.objects.select_for_update(no_key=True).get(pk=bestaand.pk)
        _weiger_inperken(bestaand, gegevens, op)
    for veld, waarde in gegevens.items():
        setattr(rij, veld, waarde)
    if rij.soort not in aanbieder.aanbod:
        raise UitvoeringFout("Dit staat niet bij wat deze aanbieder aanbiedt. Vul dat eerst aan.", "soort")
    keur(rij)
    rij.save()
    return rij


def _met_contract(aanbieder: Aanbieder) -> set[str]:
    return set(aanbieder.contracten.values_list("soort", flat=True))


def _weiger_inperken(contract: Contract, gegevens: Mapping[str, Any], op: date) -> None:
    """The stored row may differ from `contract`, on which a form writes: ask the database."""
    oud = Contract.objects.get(pk=contract.pk)
    geplaatst = oud.plaatsingen.exclude(start=None)
    if gegevens["soort"] != oud.soort and oud.plaatsingen.exists():
        raise UitvoeringFout("Er staan mensen op dit contract. Maak voor iets anders een nieuw contract.", "soort")
    bezet = drukte(contract=oud, start=op, einde=None)
    if gegevens["plaatsen"] < bezet:
        raise UitvoeringFout(f"Er zijn al {bezet} plaatsen vergeven.", "plaatsen")
    if geplaatst.filter(start__gt=gegevens["tot"]).exists() or geplaatst.filter(start__lt=gegevens["van"]).exists():
        raise UitvoeringFout("Er is iemand geplaatst met een eerste dag buiten deze periode.", "tot")
