"""Telling a partner about a dossier: exactly the closed list of its kind, with a ground, and logged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from cases import handelingen
from cases.deelgegevens import Deelbeeld, deelgegevens, woorden
from cases.models import Casusoverleg, Dossier, Medewerker, Overlegpartner, Verstrekking

from .gebeurtenissen import registreer_handeling
from .overleg import OverlegFout
from .termijnen import feiten_per_dossier


@dataclass(frozen=True, slots=True)
class Deelblad:
    """What one partner may know of one dossier: (code, name, value) of every line that has a value."""

    dossier: Dossier
    regels: Sequence[tuple[str, str, str]]

    @property
    def codes(self) -> list[str]:
        return [code for code, _, _ in self.regels]


def deelbladen(*, partner: Overlegpartner, dossiers: Sequence[Dossier], op: date) -> list[Deelblad]:
    """The sheets of these dossiers, in their order; a fixed number of queries, however many dossiers."""
    feiten, lijst = feiten_per_dossier(dossiers), deelgegevens(partner.soort)
    beelden = [Deelbeeld(dossier, feiten[dossier.pk], op) for dossier in dossiers]
    waarden = [gegeven.waarden(beelden) for gegeven in lijst]
    return [
        Deelblad(dossier, [
            (gegeven.code, gegeven.label, van_elk[plek])
            for gegeven, van_elk in zip(lijst, waarden, strict=True)
            if van_elk[plek]
        ])
        for plek, dossier in enumerate(dossiers)
    ]  # fmt: skip


@transaction.atomic
def verstrek(
    *, blad: Deelblad, partner: Overlegpartner, doel: str, grond: str, door: Medewerker, op: date
) -> Verstrekking:
    """Log that this sheet goes to the partner: who, what, to whom, when, why. The log holds names of data, no data.

    The same sheet for the same purpose by the same person on one day is a second click and returns the first. Raises
    OverlegFout without a purpose or ground, and for a partner of another gemeente.
    """
    dossier = Dossier.objects.select_for_update(of=("self",)).get(pk=blad.dossier.pk)
    if partner.gemeente_id != dossier.gemeente_id:
        raise OverlegFout("Deze partner is van een andere gemeente.", "partner")
    if not doel.strip() or not grond.strip():
        raise OverlegFout("Vul in waarvoor u deze gegevens geeft, en op welke grond.", "doel")
    velden = {"partner": partner, "doel": doel.strip(), "grond": grond.strip(), "gegevens": blad.codes, "op": op,
              "door": door}  # fmt: skip
    if eerste := dossier.verstrekkingen.filter(**velden).first():
        gegeven: Verstrekking = eerste
        return gegeven
    rij = Verstrekking.objects.create(dossier=dossier, door_naam=door.naam, **velden)
    gegevens = {"partner": partner.naam, "gegevens_gegeven": ", ".join(woorden(blad.codes)).lower()}
    registreer_handeling(dossier=dossier, soort=handelingen.VERSTREKT, datum=op, door=door, gegevens=gegevens)
    return rij


def agendadoel(overleg: Casusoverleg) -> str:
    """Why the agenda of a meeting goes to its partner."""
    return f"casusoverleg van {overleg.datum:%d-%m-%Y}"


@transaction.atomic
def deel_agenda(
    *, overleg: Casusoverleg, bladen: Sequence[Deelblad], grond: str, door: Medewerker, op: date
) -> list[Verstrekking]:
    """Log that the agenda of a meeting, with these sheets, goes to its partner. Raises OverlegFout as `verstrek`."""
    doel = agendadoel(overleg)
    return [verstrek(blad=blad, partner=overleg.partner, doel=doel, grond=grond, door=door, op=op) for blad in bladen]
