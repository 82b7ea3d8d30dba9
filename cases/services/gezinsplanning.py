"""One planning for a gezin: talks of several members, each with an afspraak of his own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localtime

from cases.enums import Afspraaksoort
from cases.models import Afspraak, Dossier, Medewerker

from .afspraken import plan_afspraak

LANGSTE = timedelta(minutes=600)


class PlanningFout(Exception):
    """What cannot be planned for a gezin; `veld` is the field it is about, the text is Dutch and for the screen."""

    def __init__(self, veld: str, tekst: str) -> None:
        super().__init__(tekst)
        self.veld = veld


@dataclass(frozen=True, slots=True)
class Tijdvak:
    """The talk of one member."""

    dossier: Dossier
    begin: datetime
    einde: datetime


def tijdvakken(
    *, dossiers: Sequence[Dossier], begin: datetime, duur_minuten: int, na_elkaar: bool, pauze_minuten: int = 0
) -> list[Tijdvak]:
    """When each member is due: all at `begin`, or one after another with `pauze_minuten` between."""
    duur = timedelta(minutes=duur_minuten)
    stap = duur + timedelta(minutes=pauze_minuten) if na_elkaar else timedelta()
    return [Tijdvak(lid, begin + i * stap, begin + i * stap + duur) for i, lid in enumerate(dossiers)]


def botsingen(*, vakken: Sequence[Tijdvak], met: Medewerker, zichtbaar: QuerySet[Dossier]) -> list[str]:
    """Sentences about members and the colleague who already have something then; nothing is forbidden.

    Of an afspraak of `met` with somebody whose dossier this reader may not see only the time is told.
    """
    eerste, laatste = min(vak.begin for vak in vakken), max(vak.einde for vak in vakken)
    rijen = Afspraak.objects.open().filter(begin__gt=eerste - LANGSTE, begin__lt=laatste)
    rijen = rijen.filter(Q(met=met) | Q(dossier__in=[vak.dossier for vak in vakken]))
    bekend = set(zichtbaar.filter(afspraken__in=rijen).values_list("pk", flat=True))
    zinnen = [
        zin
        for rij in rijen.select_related("dossier__inburgeraar", "met").order_by("begin", "pk")
        for vak in vakken
        if (zin := _botst(rij, vak, met, bekend))
    ]
    return list(dict.fromkeys(zinnen))


def _botst(rij: Afspraak, vak: Tijdvak, met: Medewerker, bekend: Iterable[int]) -> str:
    einde = rij.begin + timedelta(minutes=rij.duur_minuten)
    if not (rij.begin < vak.einde and vak.begin < einde):
        return ""
    tijd = f"van {localtime(rij.begin):%H:%M} tot {localtime(einde):%H:%M} uur"
    if rij.dossier_id == vak.dossier.pk:
        return f"{vak.dossier.inburgeraar.naam} heeft {tijd} al een afspraak: {rij.get_soort_display()}."
    if rij.met_id != met.pk:
        return ""
    wie = f" met {rij.dossier.inburgeraar.naam}" if rij.dossier_id in bekend else ""
    return f"{met.naam} heeft {tijd} al een afspraak{wie}."


@transaction.atomic
def plan_voor_gezin(
    *, vakken: Sequence[Tijdvak], gegevens: Mapping[str, Any], door: Medewerker | None, op: date
) -> list[Afspraak]:
    """Plan the talk of every member, each in his own dossier, from one set of `gegevens` (afspraken.VELDEN).

    Locks the dossiers in one order. A double click plans nothing twice (`plan_afspraak`). An individual talk is
    separate: with members at one time PlanningFout. Raises ValidationError.
    """
    if gegevens["soort"] == Afspraaksoort.INDIVIDUEEL:
        _bewaak_individueel(vakken)
    list(Dossier.objects.select_for_update(of=("self",)).filter(pk__in=[v.dossier.pk for v in vakken]).order_by("pk"))
    return [
        plan_afspraak(dossier=vak.dossier, gegevens={**gegevens, "begin": vak.begin}, door=door, op=op)
        for vak in vakken
    ]


def _bewaak_individueel(vakken: Sequence[Tijdvak]) -> None:
    """The talk without relatives (art. 5.2 Besluit inburgering 2021)."""
    if len({vak.begin for vak in vakken}) < len(vakken):
        tekst = "Een individueel gesprek voert u met ieder apart. Kies bij ‘Hoe’: na elkaar."
        raise PlanningFout("na_elkaar", tekst)


def planning(*, leden: Sequence[Dossier]) -> list[Afspraak]:
    """What is planned for these members, in the order of the clock: the one planning of the gezin."""
    rijen = Afspraak.objects.open().filter(dossier__in=leden)
    return list(rijen.select_related("dossier__inburgeraar", "met").order_by("begin", "dossier_id"))
