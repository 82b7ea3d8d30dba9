"""From open terms to signals, and from signals to who must be told: rows first, mail second."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from cases.enums import Dossierstatus, Rol, Signaalstatus, Termijnstatus
from cases.instellingen import instelling
from cases.models import Bezorging, Dossiertoegang, Gemeente, Signaal
from inburgering.recht.regels import Aard

from .ontvangers import Ontvangers

STUK = 2_000
MAAK = """
insert into cases_signaal (termijn_id, drempel, laatste_dag, aan, status, aangemaakt_op)
select termijn.id, drempel.dagen, termijn.laatste_dag, drempel.aan, %(wacht)s, %(moment)s
from unnest(%(soorten)s::text[], %(dagen)s::int[], %(aan)s::text[]) as drempel (soort, dagen, aan)
join cases_termijn termijn
  on termijn.soort = drempel.soort and termijn.gemeente_id = %(gemeente)s and termijn.status = %(open)s
join cases_dossier dossier on dossier.id = termijn.dossier_id and dossier.status = %(lopend)s
where (termijn.aard = %(plicht)s or termijn.laatste_dag >= %(op)s)
  and case when drempel.dagen >= 0 then termijn.ruwe_dag else termijn.laatste_dag end
      <= %(op)s::date + drempel.dagen
  and not (drempel.aan = %(consulent)s and exists (
      select from cases_uitstel uitstel
      where uitstel.termijn_id = termijn.id and uitstel.beeindigd_op is null and uitstel.tot > %(op)s))
on conflict do nothing
"""
# The day on which it came back counts as a threshold of its own; below zero is kept for what is late.
TERUG = """
insert into cases_signaal (termijn_id, drempel, laatste_dag, aan, status, aangemaakt_op)
select termijn.id, least(greatest(termijn.ruwe_dag - uitstel.tot, 0), 32767), termijn.laatste_dag, %(consulent)s,
       %(wacht)s, %(moment)s
from cases_uitstel uitstel
join cases_termijn termijn
  on termijn.id = uitstel.termijn_id and termijn.gemeente_id = %(gemeente)s and termijn.status = %(open)s
join cases_dossier dossier on dossier.id = termijn.dossier_id and dossier.status = %(lopend)s
where uitstel.beeindigd_op is null and uitstel.tot <= %(op)s
  and (termijn.aard = %(plicht)s or termijn.laatste_dag >= %(op)s)
on conflict do nothing
"""


def maak(*, gemeente: Gemeente, op: date, moment: datetime) -> int:
    """One signal per open term × threshold × last day that has been reached; returns how many are new.

    A threshold counts back from the raw day, a negative one on from the legal last day. 'Reached' is on or before `op`,
    so a missed night is caught up; what is there already stays, so a second run adds nothing. A window or period that
    is over gives no signal: nobody can do anything about it any more. What was put off warns others than the
    consulent only; on the day it is back she gets a signal, and those of the thresholds that passed meanwhile.
    """
    drempels, _ = instelling(gemeente, "signaal_drempels", op)
    waarden: dict[str, Any] = {
        "soorten": [drempel["soort"] for drempel in drempels],
        "dagen": [drempel["dagen"] for drempel in drempels],
        "aan": [drempel["aan"] for drempel in drempels],
        "gemeente": gemeente.pk,
        "op": op,
        "moment": moment,
        "wacht": Signaalstatus.WACHT.value,
        "open": Termijnstatus.OPEN.value,
        "lopend": Dossierstatus.LOPEND.value,
        "plicht": Aard.PLICHT.value,
        "consulent": Rol.CONSULENT.value,
    }
    with connection.cursor() as cursor:
        return sum(_voer_uit(cursor, opdracht, waarden) for opdracht in (MAAK, TERUG))


def _voer_uit(cursor: Any, opdracht: str, waarden: dict[str, Any]) -> int:
    cursor.execute(opdracht, waarden)
    return int(cursor.rowcount)


def laat_vervallen() -> int:
    """Signals that wait for nothing: the term is met, lapsed or replaced, or has another last day by now."""
    vervallen = Signaal.objects.wachtend().achterhaald().update(status=Signaalstatus.VERVALLEN)
    Bezorging.objects.te_doen().filter(signaal__status=Signaalstatus.VERVALLEN).delete()
    return vervallen


@dataclass(frozen=True, slots=True)
class Verdeling:
    """How many deliveries were added, and how many signals nobody can be told of."""

    nieuw: int
    zonder_ontvanger: int


def verdeel(*, gemeente: Gemeente, op: date) -> Verdeling:
    """Give every waiting signal a row per person who must get it on this date; safe to repeat.

    Rows for who need not get it any more (a leaver, a consulent who handed the dossier over) go, unless sent.
    """
    ontvangers, na, nieuw, zonder = Ontvangers(gemeente, op), 0, 0, 0
    while stuk := _wachtende(gemeente, na):
        met, geen = _verdeel_stuk(ontvangers, stuk)
        nieuw, zonder, na = nieuw + met, zonder + geen, stuk[-1]["pk"]
    return Verdeling(nieuw, zonder)


def _wachtende(gemeente: Gemeente, na: int) -> list[dict[str, Any]]:
    rijen = Signaal.objects.wachtend().filter(termijn__gemeente=gemeente, pk__gt=na).order_by("pk")
    return list(
        rijen.values(
            "pk", "aan", "termijn__dossier", "termijn__dossier__consulent", "termijn__dossier__extra_beschermd"
        )[:STUK]
    )


@transaction.atomic
def _verdeel_stuk(ontvangers: Ontvangers, stuk: list[dict[str, Any]]) -> tuple[int, int]:
    genoemd = _genoemden([rij["termijn__dossier"] for rij in stuk if rij["termijn__dossier__extra_beschermd"]])
    nodig = {
        (rij["pk"], medewerker)
        for rij in stuk
        for medewerker in ontvangers.van(
            aan=rij["aan"],
            consulent=rij["termijn__dossier__consulent"],
            genoemd=genoemd.get(rij["termijn__dossier"], frozenset())
            if rij["termijn__dossier__extra_beschermd"]
            else None,
        )
    }
    bestaand = {
        (bezorging.signaal_id, bezorging.medewerker_id): bezorging
        for bezorging in Bezorging.objects.filter(signaal__in=[rij["pk"] for rij in stuk])
    }
    overbodig = [bezorging.pk for sleutel, bezorging in bestaand.items() if sleutel not in nodig]
    Bezorging.objects.te_doen().filter(pk__in=overbodig).delete()
    erbij = [Bezorging(signaal_id=signaal, medewerker_id=wie) for signaal, wie in sorted(nodig - bestaand.keys())]
    Bezorging.objects.bulk_create(erbij, ignore_conflicts=True)
    bereikt = {signaal for signaal, _ in nodig}
    return len(erbij), sum(rij["pk"] not in bereikt for rij in stuk)


def _genoemden(dossiers: list[int]) -> dict[int, frozenset[int]]:
    """Per extra-protected dossier who is named on it."""
    gevonden: dict[int, set[int]] = {}
    for dossier, medewerker in Dossiertoegang.objects.filter(dossier__in=dossiers).values_list(
        "dossier_id", "medewerker_id"
    ):
        gevonden.setdefault(dossier, set()).add(medewerker)
    return {dossier: frozenset(mensen) for dossier, mensen in gevonden.items()}


def rond_af(*, moment: datetime) -> int:
    """Signals that reached everybody they were for become *verzonden*."""
    bezorgingen = Bezorging.objects.filter(signaal=OuterRef("pk"))
    klaar = Signaal.objects.wachtend().filter(Exists(bezorgingen)).exclude(Exists(bezorgingen.te_doen()))
    return klaar.update(status=Signaalstatus.VERZONDEN, verzonden_op=moment)
