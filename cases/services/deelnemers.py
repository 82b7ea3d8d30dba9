"""Who comes to an afspraak: asked, and afterwards whether they came."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from cases import handelingen
from cases.enums import Hoedanigheid
from cases.models import Afspraak, Deelnemer, Medewerker
from cases.naasten import getypte_naam

from .afspraken import AfspraakFout, schrijf, vergrendeld, weiger_naasten


@dataclass(frozen=True, slots=True)
class Partijgegevens:
    """One party as typed."""

    hoedanigheid: Hoedanigheid
    naam: str = ""
    organisatie: str = ""


@transaction.atomic
def bewaar_deelnemers(
    *, afspraak: Afspraak, deelnemers: Sequence[Partijgegevens], door: Medewerker | None, op: date
) -> list[Deelnemer]:
    """Set who comes; who stays on the list keeps the day of the invitation and whether he came.

    Raises AfspraakFout for two times the inburgeraar, a partner or relative at an individual talk (Bi 5.2), and once
    the afspraak was cancelled. The same list again writes nothing.
    """
    rij = vergrendeld(afspraak)
    if rij.uitkomst == "geannuleerd":
        raise AfspraakFout("Deze afspraak is geannuleerd.")
    weiger_naasten(rij, [partij.hoedanigheid for partij in deelnemers])
    if sum(partij.hoedanigheid == Hoedanigheid.INBURGERAAR for partij in deelnemers) > 1:
        raise AfspraakFout("De inburgeraar staat er al bij.")
    rijen = list(rij.deelnemers.all())
    bestaand = {(d.hoedanigheid, d.naam, d.organisatie): d for d in rijen}
    gewenst = {(p.hoedanigheid.value, getypte_naam(p.naam, rijen), p.organisatie.strip()) for p in deelnemers}
    if gewenst == bestaand.keys():
        return list(bestaand.values())
    rij.deelnemers.exclude(pk__in=[d.pk for sleutel, d in bestaand.items() if sleutel in gewenst]).delete()
    nieuw = sorted(gewenst - bestaand.keys())
    Deelnemer.objects.bulk_create(Deelnemer(afspraak=rij, hoedanigheid=h, naam=n, organisatie=o) for h, n, o in nieuw)
    schrijf(rij, handelingen.DEELNEMERS_GEWIJZIGD, door, op)
    return list(rij.deelnemers.all())


@transaction.atomic
def leg_aanwezigheid_vast(
    *, afspraak: Afspraak, aanwezig: Mapping[int, bool | None], door: Medewerker | None, op: date
) -> None:
    """Per participant (pk) whether he came, None for unknown. Raises AfspraakFout before the day of the afspraak."""
    rij = vergrendeld(afspraak)
    if rij.dag > op:
        raise AfspraakFout("De dag van deze afspraak moet nog komen.")
    anders = [d for d in rij.deelnemers.all() if d.pk in aanwezig and d.aanwezig != aanwezig[d.pk]]
    for deelnemer in anders:
        deelnemer.aanwezig = aanwezig[deelnemer.pk]
        deelnemer.save(update_fields=["aanwezig"])
    if anders:
        schrijf(rij, handelingen.AANWEZIGHEID_VASTGELEGD, door, op)


@transaction.atomic
def meld_uitgenodigd(*, afspraak: Afspraak, hoedanigheden: Collection[str], op: date) -> None:
    """A letter of invitation was made for these parties on this day; the letter writes its own event."""
    afspraak.deelnemers.filter(hoedanigheid__in=hoedanigheden).update(uitgenodigd_op=op)
