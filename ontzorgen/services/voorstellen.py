"""Proposing a decision of ontzorgen. Nothing holds before a colleague decided (see `besluiten`)."""

from datetime import date

from django.db import transaction

from cases.kalender import kalender
from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from cases.services.termijnen import actualiseer, dossierfeiten_van
from inburgering.recht.ontzorgen import Antwoord
from inburgering.recht.rekenen import plus_maanden
from inburgering.recht.uitkomst import bereken
from inburgering.recht.uitleg import datum_zonder_weekdag
from inburgering.recht.verplichtingen import TermijnSoort
from ontzorgen import handelingen
from ontzorgen.enums import Besluitsoort, Eindreden
from ontzorgen.maanden import eerste_dag, laatste_dag
from ontzorgen.models import Ontzorgbesluit, Ontzorgperiode, VasteLast

from .aanvraag import LANGSTE_MAANDEN, eis_maanden, eis_verse_aanvraag
from .afwijking import eis_af_te_wijken, maanden_tussen
from .besluitbrief import EEN_DAG, eis_eenheid, rekening
from .fout import OntzorgFout, keur
from .oordeel import oordeel_over
from .perioden import eis_te_beeindigen, laatste_periode
from .slot import vergrendel_dossier

ANDERS_GEWORDEN = (
    "De dagen in dit voorstel kloppen niet meer met de feiten. Leg het voorstel terzijde en maak een nieuw."
)


@transaction.atomic
def stel_56a_voor(*, dossier: Dossier, motivering: str, door: Medewerker, op: date) -> Ontzorgbesluit:
    """Propose the six months of art. 56a Participatiewet, from the first day of the right to bijstand.

    The days are those of the term. Raises OntzorgFout when a condition is not met or not known, when these months were
    decided on before, and when the leefgeld of the first whole month cannot be reckoned.
    """
    vergrendel_dossier(dossier)
    vanaf, tot_en_met = zes_maanden(dossier, op)
    besluit = _nieuw(dossier, Besluitsoort.ARTIKEL_56A, vanaf, motivering, door, op, tot_en_met=tot_en_met)
    if Ontzorgperiode.objects.filter(dossier=dossier).in_dagen(vanaf, tot_en_met).exists():
        raise OntzorgFout("Over deze maanden is al besloten. Langer ontzorgen kan alleen met artikel 57.")
    rekening(besluit)
    return _leg_voor(besluit, door, op)


@transaction.atomic
def stel_57_voor(*, dossier: Dossier, tot_en_met: date, motivering: str, door: Medewerker, op: date) -> Ontzorgbesluit:
    """Propose to go on after the last period, up to and including a day, on art. 57 Participatiewet.

    Raises OntzorgFout without a period that runs or just ran, without bijstand, without reasons, for a last day before
    the first, and for more than a year.
    """
    vergrendel_dossier(dossier)
    vorige = te_verlengen(dossier)
    vanaf = vorige.laatste_dag + EEN_DAG
    if tot_en_met < vanaf:
        raise OntzorgFout(f"De verlenging begint op {datum_zonder_weekdag(vanaf)}. Kies een latere dag.", "tot_en_met")
    if tot_en_met >= plus_maanden(vanaf, LANGSTE_MAANDEN)[0]:
        raise OntzorgFout("Verleng met hooguit een jaar; kijk daarna opnieuw of het nodig is.", "tot_en_met")
    besluit = _nieuw(
        dossier, Besluitsoort.ARTIKEL_57, vanaf, motivering, door, op, tot_en_met=tot_en_met, periode=vorige
    )
    rekening(besluit)
    return _leg_voor(besluit, door, op)


@transaction.atomic
def stel_einde_voor(
    *, dossier: Dossier, per: date, eindreden: Eindreden, motivering: str, door: Medewerker, op: date
) -> Ontzorgbesluit:
    """Propose to end the period that holds on `per` earlier: `per` is the first day without it.

    Raises OntzorgFout without a period on that day, without a reason, and as `eis_te_beeindigen`.
    """
    vergrendel_dossier(dossier)
    periode = Ontzorgperiode.objects.filter(dossier=dossier).op(per).first()
    if periode is None:
        raise OntzorgFout("Op die dag wordt er niet ontzorgd.", "per")
    eis_te_beeindigen(periode, per)
    besluit = _nieuw(dossier, Besluitsoort.EINDE, per, motivering, door, op, periode=periode, eindreden=eindreden.value)
    return _leg_voor(besluit, door, op)


@transaction.atomic
def stel_bijzondere_bijstand_voor(
    *,
    dossier: Dossier,
    aanvraag_op: date,
    toegekend: bool,
    bedrag: int | None,
    eerste_maand: date,
    laatste_maand: date,
    motivering: str,
    door: Medewerker,
    op: date,
) -> Ontzorgbesluit:
    """Propose to grant or refuse an overbrugging (bijzondere bijstand, art. 35 Participatiewet), in cents a month.

    The unit gets it from the decision on. Raises OntzorgFout without a unit, without a date of application or one of
    tomorrow, for a grant without an amount and a refusal with one, and as `eis_verse_aanvraag` and `eis_maanden`.
    """
    vergrendel_dossier(dossier)
    if toegekend and not bedrag:
        raise OntzorgFout("Vul het bedrag per maand in dat u toekent.", "bedrag")
    if not toegekend and bedrag is not None:
        raise OntzorgFout("Bij weigeren hoort geen bedrag. Maak dit veld leeg, of kies toekennen.", "bedrag")
    eis_verse_aanvraag(aanvraag_op, op)
    eis_maanden(eerste_maand, laatste_maand, op)
    eis_eenheid(dossier, laatste_dag(eerste_maand) if toegekend else op)
    besluit = _nieuw(
        dossier,
        Besluitsoort.BIJZONDERE_BIJSTAND,
        eerste_maand,
        motivering,
        door,
        op,
        tot_en_met=laatste_dag(laatste_maand),
        aanvraag_op=aanvraag_op,
        toegekend=toegekend,
        bedrag=bedrag,
    )
    return _leg_voor(besluit, door, op)


@transaction.atomic
def stel_afwijking_voor(
    *,
    dossier: Dossier,
    last: VasteLast,
    maand: date,
    laatste_maand: date | None = None,
    bedrag: int,
    motivering: str,
    door: Medewerker,
    op: date,
) -> Ontzorgbesluit:
    """Propose to pay another amount of a fixed cost (art. 79 Participatiewet), in cents a month; nil is none.

    For one month, or up to and including `laatste_maand`. Their settlements take it over once a colleague decided.
    Raises OntzorgFout when nobody is unburdened in such a month, when the cost is not due in it or is that of somebody
    else, for the same amount, for more than a year, and for a month that is frozen with another amount.
    """
    vergrendel_dossier(dossier)
    maand, laatste = eerste_dag(maand), eerste_dag(laatste_maand or maand)
    maanden = maanden_tussen(maand, laatste)
    for deze in maanden:
        eis_af_te_wijken(last, deze, bedrag)
    if last.dossier_id not in (None, dossier.pk) or not last.eenheid.leden.filter(dossier=dossier).exists():
        raise OntzorgFout("Deze vaste last is van iemand anders.", "last")
    perioden = [Ontzorgperiode.objects.filter(dossier=dossier).in_maand(deze).first() for deze in maanden]
    if not all(perioden):
        raise OntzorgFout("In die maand wordt er niet ontzorgd.", "laatste_maand" if perioden[0] else "maand")
    besluit = _nieuw(
        dossier, Besluitsoort.AFWIJKING, maand, motivering, door, op, periode=perioden[0], last=last, bedrag=bedrag,
        bedrag_eerder=last.bedrag, tot_en_met=laatste_dag(laatste),
    )  # fmt: skip
    return _leg_voor(besluit, door, op)


@transaction.atomic
def stel_weigering_voor(
    *, dossier: Dossier, aanvraag_op: date, motivering: str, door: Medewerker, op: date
) -> Ontzorgbesluit:
    """Propose to refuse in writing what somebody asked for: to pay his fixed costs.

    Raises OntzorgFout when art. 56a applies or is not judged yet, while a period holds, for a day to come, and as
    `eis_verse_aanvraag`.
    """
    vergrendel_dossier(dossier)
    eis_verse_aanvraag(aanvraag_op, op)
    eis_te_weigeren(dossier, op)
    besluit = _nieuw(dossier, Besluitsoort.WEIGERING, aanvraag_op, motivering, door, op, aanvraag_op=aanvraag_op)
    return _leg_voor(besluit, door, op)


def eis_te_weigeren(dossier: Dossier, op: date) -> None:
    """Raises OntzorgFout unless the answer is no, with no period that is to be ended first."""
    oordeel = oordeel_over(dossier=dossier, feiten=dossierfeiten_van(dossier), op=op)
    if oordeel.antwoord is Antwoord.JA:
        raise OntzorgFout("Deze persoon moet worden ontzorgd. Stel dat voor; weigeren kan niet.")
    if oordeel.antwoord is Antwoord.ONBEKEND:
        raise OntzorgFout(f"Er is nog niets te weigeren. {' '.join(oordeel.redenen)}")
    if Ontzorgperiode.objects.filter(dossier=dossier).op(op).exists():
        raise OntzorgFout("Er wordt nog ontzorgd. Stel dan het einde voor.")


def zes_maanden(dossier: Dossier, op: date) -> tuple[date, date]:
    """First and last day of the six months of the right that runs. Raises OntzorgFout when 56a does not apply."""
    oordeel = oordeel_over(dossier=dossier, feiten=dossierfeiten_van(dossier), op=op)
    if oordeel.antwoord is not Antwoord.JA:
        raise OntzorgFout(" ".join(oordeel.redenen))
    actualiseer(dossier=dossier, op=op)  # the policy of today may be newer than the terms
    termijn = dossier.termijnen.open().filter(soort=TermijnSoort.ONTZORGEN.value).first()
    if termijn is None:
        raise OntzorgFout("De zes maanden zijn niet te berekenen. Kijk of de feiten in dit dossier kloppen.")
    return termijn.start, bereken(termijn.code, termijn.start, kalender()).laatste_dag


def te_verlengen(dossier: Dossier) -> Ontzorgperiode:
    """The period that an extension follows on. Raises OntzorgFout when there is none, or no bijstand to pay from."""
    vorige = laatste_periode(dossier)
    if vorige is None:
        raise OntzorgFout("Er is nog niet ontzorgd. Langer ontzorgen kan alleen na een besluit op artikel 56a.")
    if vorige.beeindigd_per:
        raise OntzorgFout("De vorige periode is eerder beëindigd. Een periode die al is gestopt, verlengt u niet.")
    if not dossierfeiten_van(dossier).bijstand:
        raise OntzorgFout("Er loopt geen bijstand. Zonder bijstand is er niets om de lasten uit te betalen.")
    return vorige


def eis_actueel(besluit: Ontzorgbesluit, op: date) -> None:
    """Raises OntzorgFout when the facts changed since the proposal, so that it says something else than they do."""
    if besluit.soort == Besluitsoort.ARTIKEL_56A:
        klopt = zes_maanden(besluit.dossier, op) == (besluit.vanaf, besluit.tot_en_met)
    elif besluit.soort == Besluitsoort.ARTIKEL_57:
        klopt = te_verlengen(besluit.dossier).laatste_dag + EEN_DAG == besluit.vanaf
    elif besluit.soort == Besluitsoort.WEIGERING:
        eis_te_weigeren(besluit.dossier, op)
        klopt = True
    elif besluit.last:
        for maand in maanden_tussen(besluit.vanaf, eerste_dag(besluit.tot_en_met or besluit.vanaf)):
            eis_af_te_wijken(besluit.last, maand, besluit.bedrag or 0)
        klopt = besluit.last.bedrag == besluit.bedrag_eerder
    else:
        klopt = True
    if not klopt:
        raise OntzorgFout(ANDERS_GEWORDEN)


def _nieuw(
    dossier: Dossier, soort: Besluitsoort, vanaf: date, motivering: str, door: Medewerker, op: date, **velden: object
) -> Ontzorgbesluit:
    """The row as it will be, not stored yet; its `dossier` is read again, for the letter."""
    return Ontzorgbesluit(
        dossier=Dossier.objects.select_related("gemeente", "inburgeraar", "consulent").get(pk=dossier.pk),
        soort=soort,
        vanaf=vanaf,
        motivering=motivering.strip(),
        opgesteld_door=door,
        opgesteld_op=op,
        **velden,
    )


def _leg_voor(besluit: Ontzorgbesluit, door: Medewerker, op: date) -> Ontzorgbesluit:
    if not besluit.motivering:
        raise OntzorgFout("Schrijf op waarom u dit voorstelt (art. 3:46 Awb).", "motivering")
    keur(besluit)
    besluit.save()
    gegevens = {"soort": str(besluit.get_soort_display())}
    registreer_handeling(
        dossier=besluit.dossier, soort=handelingen.BESLUIT_VOORGESTELD, datum=op, door=door, gegevens=gegevens
    )
    return besluit
