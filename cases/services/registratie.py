"""Registering somebody by hand: look first, then the person, the dossier and the first facts together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from cases.kort import Kort, kort
from cases.models import Dossier, Gemeente, Medewerker
from cases.namen import klanksleutel
from inburgering.recht.feiten import FeitSoort, regime_voor

from .dossiers import open_dossier
from .gebeurtenissen import NieuwFeit, registreer_feiten

BRON = "registratie"
MEESTE = 20


@dataclass(frozen=True, slots=True)
class Bekenden:
    """Who may be the same person: visible dossiers, and whether a number is taken by one that is hidden from her."""

    dossiers: Kort[Dossier]
    afgeschermd: bool

    def __bool__(self) -> bool:
        return bool(self.dossiers) or self.afgeschermd


def mogelijke_bekenden(*, gemeente: Gemeente, medewerker: Medewerker, gezocht: Mapping[str, Any], op: date) -> Bekenden:
    """Dossiers of this gemeente with the same BSN or V-nummer, or the same birth date and a name that sounds alike.

    Of a hidden dossier only the number tells: it cannot be given out twice. A name and a birth date disclose nothing.
    """
    vraag = Q(pk__in=[])
    for nummer in ("bsn", "v_nummer"):
        if gezocht.get(nummer):
            vraag |= Q(**{f"inburgeraar__{nummer}": gezocht[nummer]})
    if gezocht.get("geboortedatum"):
        vraag |= Q(inburgeraar__geboortedatum=gezocht["geboortedatum"])
    dossiers = Dossier.objects.niet_samengevoegd().select_related("inburgeraar", "consulent")
    rijen = dossiers.filter(vraag, gemeente=gemeente)
    gevonden = {rij.pk: rij for rij in rijen if _lijkt_op(rij, gezocht)}
    zichtbaar = Dossier.objects.zichtbaar_voor(medewerker, gemeente, op).filter(pk__in=gevonden)
    pks = set(zichtbaar.values_list("pk", flat=True))
    verborgen = any(_zelfde_nummer(rij, gezocht) for pk, rij in gevonden.items() if pk not in pks)
    return Bekenden(kort([rij for pk, rij in gevonden.items() if pk in pks], MEESTE), verborgen)


def _lijkt_op(dossier: Dossier, gezocht: Mapping[str, Any]) -> bool:
    """A number settles it; on the birth date alone one word of the names must sound the same."""
    if _zelfde_nummer(dossier, gezocht):
        return True
    naam = set(klanksleutel(f"{gezocht.get('voornamen', '')} {gezocht.get('achternaam', '')}").split())
    return bool(naam & set(klanksleutel(dossier.inburgeraar.naam).split()))


def _zelfde_nummer(dossier: Dossier, gezocht: Mapping[str, Any]) -> bool:
    persoon = dossier.inburgeraar
    return any(gezocht.get(nummer) and getattr(persoon, nummer) == gezocht[nummer] for nummer in ("bsn", "v_nummer"))


@transaction.atomic
def registreer(
    *,
    gemeente: Gemeente,
    persoon: Mapping[str, Any],
    feiten: Mapping[FeitSoort, tuple[date, Mapping[str, Any]]],
    consulent: Medewerker | None,
    door: Medewerker,
    op: date,
) -> Dossier:
    """The person, the dossier and the first facts, in one transaction; the regime follows from the permit.

    Raises ValidationError (Dutch, also for a BSN or V-nummer that is taken) and GebeurtenisFout for a future date.
    """
    vergunning = feiten.get(FeitSoort.VERBLIJFSVERGUNNING)
    regime = regime_voor(vergunning[0] if vergunning else op)
    dossier = open_dossier(gemeente=gemeente, persoon=persoon, regime=regime, consulent=consulent, door=door, op=op)
    nieuw = [NieuwFeit(soort, datum, gegevens) for soort, (datum, gegevens) in feiten.items()]
    registreer_feiten(dossier=dossier, feiten=nieuw, door=door, op=op, bron=BRON)
    return dossier
