"""The monthly reports of the aanbieders: everybody who has a place, week by week; one comes less and less."""

import io
from collections.abc import Iterator, Sequence
from csv import writer
from datetime import date, timedelta
from random import Random

from cases.models import Dossier
from pip_plans.uitvoering.models import Aanbieder, Plaatsing
from pip_plans.voortgang.services import rapport as dienst
from pip_plans.voortgang.weken import maand_van

from .draaiboek import Verloop
from .traject import Wereld

SCHOLEN = ("NL Training", "Toptaal NT2 Experts", "Stichting VU")
STIL = "Toptaal NT2 Experts"  # the last month has not come
MAANDEN, DAG = 4, 6
KOP = (
    *("dossiernummer", "deelnemernummer", "week", "uren_nt2", "uren_knm", "verzuim_geoorloofd"),
    *("verzuim_ongeoorloofd", "niveau_lezen", "niveau_luisteren"),
)
DALING = (1.0, 0.75, 0.5, 0.25)


def verlopen(wereld: Wereld) -> Iterator[Verloop]:
    """On the sixth of every month the reports over the month before it."""
    dag = wereld.peildatum.replace(day=DAG)
    dagen: list[date] = []
    while len(dagen) < MAANDEN:
        if dag <= wereld.peildatum:
            dagen.append(dag)
        dag = (dag.replace(day=1) - timedelta(days=1)).replace(day=DAG)
    yield _lees_in(wereld, dagen[::-1])


def _lees_in(wereld: Wereld, dagen: Sequence[date]) -> Verloop:
    toeval = Random(wereld.peildatum.toordinal())  # its own chance: the rest of the caseload stays as it is
    for dag in dagen:
        op = yield dag
        maand = (dag.replace(day=1) - timedelta(days=1)).replace(day=1)
        is_laatste = dag == dagen[-1]
        for aanbieder in Aanbieder.objects.filter(gemeente=wereld.gemeente, naam__in=SCHOLEN):
            rijen = _rijen(wereld, aanbieder, maand, op, is_laatste, toeval)
            if rijen and not (is_laatste and aanbieder.naam == STIL):
                _lees_rapport(wereld, aanbieder, maand, rijen, op)


def _rijen(
    wereld: Wereld, aanbieder: Aanbieder, maand: date, op: date, is_laatste: bool, toeval: Random
) -> list[Sequence[object]]:
    zichtbaar = Dossier.objects.zichtbaar_voor(wereld.teamleider, wereld.gemeente, op)
    plaatsen = Plaatsing.objects.filter(
        contract__aanbieder=aanbieder, dossier__in=zichtbaar, start__isnull=False, uren_per_week__isnull=False
    ).order_by("start", "pk")
    weken = [week for n in range(-1, 6) if maand_van(week := _maandag(maand) + timedelta(weeks=n)) == maand]
    rijen: list[Sequence[object]] = []
    for nummer, plaatsing in enumerate(plaatsen.select_related("dossier")):
        daalt = is_laatste and nummer == 0
        for volgnummer, week in enumerate(weken):
            if plaatsing.start and plaatsing.start <= week and (plaatsing.einde is None or plaatsing.einde >= week):
                deel = DALING[max(0, volgnummer - len(weken) + 4)] if daalt else toeval.choice((1.0, 1.0, 1.0, 0.75))
                rijen.append(uren_van(plaatsing, week, deel, toeval, is_laatste and week == weken[-1]))
    return rijen


def uren_van(plaatsing: Plaatsing, week: date, deel: float, toeval: Random, met_niveau: bool) -> Sequence[object]:
    """The row of one week: `deel` of the hours, the rest missed with or without a reason."""
    uren = plaatsing.uren_per_week or 0
    gevolgd, jaar_week = uren * deel, week.isocalendar()
    knm = 1 if gevolgd > 1 else 0
    met_reden = toeval.random() < 0.5
    gemist = uren - gevolgd
    niveaus = ("A2", "A1") if met_niveau else ("", "")
    wie = (plaatsing.dossier.nummer, f"DLN-{plaatsing.pk:05d}")
    return (
        *wie, f"{jaar_week.year}-W{jaar_week.week:02d}", f"{gevolgd - knm:g}", knm,
        f"{gemist if met_reden else 0:g}", f"{0 if met_reden else gemist:g}", *niveaus,
    )  # fmt: skip


def _lees_rapport(
    wereld: Wereld, aanbieder: Aanbieder, maand: date, rijen: Sequence[Sequence[object]], op: date
) -> None:
    bak = io.StringIO()
    writer(bak, delimiter=";").writerows([KOP, *rijen])
    door = wereld.teamleider
    rapport, _ = dienst.maak_voorbeeld(
        gemeente=wereld.gemeente, aanbieder=aanbieder, maand=maand, verbetering="", inhoud=bak.getvalue().encode(),
        door=door, op=op,
    )  # fmt: skip
    moment = rapport.aangemaakt_op
    if rapport.regels.te_schrijven().exists():
        dienst.bevestig(rapport=rapport, door=door, moment=moment)
        while dienst.schrijf_stuk(rapport_id=rapport.pk, op=op, moment=moment):
            pass


def _maandag(maand: date) -> date:
    return maand - timedelta(days=maand.weekday())
