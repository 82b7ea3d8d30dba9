"""What a gezin shares, typed once and stored with every chosen member: contact data, and facts on one date."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from cases.models import Dossier, Medewerker
from inburgering.recht.feiten import Feit, FeitSoort
from inburgering.recht.uitleg import datum_zonder_weekdag

from .dossiers import VELDNAMEN, wijzig_persoon
from .feiten import Verschuiving, ongewoon
from .gebeurtenissen import registreer_feit, weiger_toekomst
from .termijnen import feiten_van, verschillen

GEDEELD = ("straat", "huisnummer", "postcode", "woonplaats", "telefoon", "voorkeurstaal", "tolk_nodig")
GEZINSFEITEN = (
    FeitSoort.KOPPELING,
    FeitSoort.HUISVESTING,
    FeitSoort.BRP_INSCHRIJVING,
    FeitSoort.BIJSTAND_INGEGAAN,
)
BRON = "gezin"
_NOG_ZONDER_NUMMER = "9" * 12  # sorts behind every fact that is stored


@dataclass(frozen=True, slots=True)
class Persoonswijziging:
    """What would change of one member: (label, now, then); none when it is so already."""

    dossier: Dossier
    rijen: list[tuple[str, Any, Any]]


@dataclass(frozen=True, slots=True)
class Feitgevolg:
    """What a shared fact would do in one dossier. `staat_er`: it is there already, so nothing happens."""

    dossier: Dossier
    staat_er: bool
    verschuivingen: list[Verschuiving]
    waarschuwingen: list[str]


def bekijk_persoon(*, dossiers: Sequence[Dossier], persoon: Mapping[str, Any]) -> list[Persoonswijziging]:
    """Per member which of these fields (a part of GEDEELD) would change; stores nothing."""
    return [Persoonswijziging(lid, _anders(lid, persoon)) for lid in dossiers]


def _anders(lid: Dossier, persoon: Mapping[str, Any]) -> list[tuple[str, Any, Any]]:
    oud = lid.inburgeraar
    velden = [veld for veld in GEDEELD if veld in persoon and getattr(oud, veld) != persoon[veld]]
    return [(str(VELDNAMEN[veld]), _woord(getattr(oud, veld)), _woord(persoon[veld])) for veld in velden]


def _woord(waarde: Any) -> Any:
    return ("ja" if waarde else "nee") if isinstance(waarde, bool) else waarde


@transaction.atomic
def pas_persoon_toe(
    *, dossiers: Sequence[Dossier], persoon: Mapping[str, Any], door: Medewerker | None, op: date
) -> list[Dossier]:
    """Store these fields with every member through `wijzig_persoon`; returns the members who changed.

    In the order of the dossiers' keys, so that two at once wait for each other. Raises ValidationError.
    """
    gedeeld = {veld: waarde for veld, waarde in persoon.items() if veld in GEDEELD}
    volgorde = sorted(dossiers, key=lambda lid: lid.inburgeraar_id)
    return [lid for lid in volgorde if wijzig_persoon(dossier=lid, persoon=gedeeld, door=door, op=op)]


def bekijk_feit(
    *, dossiers: Sequence[Dossier], soort: FeitSoort, datum: date, gegevens: Mapping[str, Any], op: date
) -> list[Feitgevolg]:
    """Per member which terms move when this fact is added; stores nothing."""
    return [_gevolg(lid, soort, datum, gegevens, op) for lid in dossiers]


def _gevolg(lid: Dossier, soort: FeitSoort, datum: date, gegevens: Mapping[str, Any], op: date) -> Feitgevolg:
    if _staat_er(lid, soort, datum, gegevens):
        return Feitgevolg(lid, True, [], [])
    bekend = feiten_van(lid)
    nieuw = Feit(soort=soort, datum=datum, id=_NOG_ZONDER_NUMMER, gegevens=dict(gegevens))
    feiten = (*bekend, nieuw)
    schuift = [Verschuiving(rij.oud, rij.nieuw) for rij in verschillen(dossier=lid, feiten=feiten, op=op)]
    return Feitgevolg(lid, False, schuift, [*_eerder(bekend, soort), *ongewoon(lid, feiten)])


def _eerder(bekend: Iterable[Feit], soort: FeitSoort) -> list[str]:
    """That the same kind of fact is there on another date: perhaps it should be corrected instead."""
    data = sorted({feit.datum for feit in bekend if feit.soort == soort})
    if not data:
        return []
    staat = " en ".join(datum_zonder_weekdag(dag) for dag in data)
    return [f"Dit feit staat er al met de datum {staat}. Klopt die niet, corrigeer dan dat feit in het dossier."]


def _staat_er(lid: Dossier, soort: FeitSoort, datum: date, gegevens: Mapping[str, Any]) -> bool:
    gelijk = lid.gebeurtenissen.feiten().geldend().filter(soort=soort, datum=datum, gegevens=dict(gegevens))
    return bool(gelijk.exists())


@transaction.atomic
def leg_feit_vast(
    *,
    dossiers: Sequence[Dossier],
    soort: FeitSoort,
    datum: date,
    gegevens: Mapping[str, Any],
    toelichting: str,
    door: Medewerker | None,
    op: date,
) -> list[Dossier]:
    """Record the fact in the dossier of every member who does not have it yet; returns those. Terms follow per member.

    Locks the dossiers in one order; the same again adds nothing. Raises GebeurtenisFout for a date after `op`.
    """
    weiger_toekomst(soort=soort, datum=datum, op=op)
    pks = [lid.pk for lid in dossiers]
    rijen = Dossier.objects.select_for_update(of=("self",)).filter(pk__in=pks).order_by("pk")
    nieuw = [lid for lid in rijen.select_related("gemeente") if not _staat_er(lid, soort, datum, gegevens)]
    for lid in nieuw:
        registreer_feit(
            dossier=lid,
            soort=soort,
            datum=datum,
            gegevens=gegevens,
            toelichting=toelichting,
            bron=BRON,
            door=door,
            op=op,
        )
    return nieuw
