"""A payment run up to its release: made, judged by Sociale Zaken, checked, or withdrawn."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Sum

from cases.instellingen import instelling
from cases.instellingen_ontzorgen import DREMPEL
from cases.kort import korte_zinnen
from cases.models import Gemeente, Medewerker
from cases.services.nummers import volgend_nummer
from inburgering.recht.uitleg import datum_zonder_weekdag
from inburgering.wachtrij import zet_in_wachtrij
from ontzorgen.betaaldagen import betaaldag_op_of_voor, sluitingsdag
from ontzorgen.enums_betaling import LOPEND_OF_BETAALD, Batchstand, Betaalwijze, Pogingstand
from ontzorgen.maanden import eerste_dag, laatste_dag, maandnaam, volgende_maand
from ontzorgen.models import (
    Betaalbatch,
    Betaalmaand,
    Betaalpoging,
    Betaalverplichting,
    Eenheidlid,
    Ontzorgperiode,
)
from ontzorgen.rekening import in_groepen

from .crediteuren import betaalrekening
from .fout import OntzorgFout
from .lasttoets import rekeningen_van, waarom_wacht
from .maandrun import eis_niet_te_ver, nog_niet_vastgelegd, open_maand
from .slot import vergrendel_run, zet_gemeente_op_slot

VOORVOEGSEL = "RUN"
MEESTE_ZINNEN = 10
VULTAAK = "ontzorgen.tasks.vul_run"
GEEN_BETAALREKENING = (
    "Er is nog geen goedgekeurde rekening waarvan de gemeente betaalt. De beheerder of financiën legt haar voor."
)
EIGEN_RUN = "U hebt deze run zelf gemaakt. Een collega van team Sociale Zaken beoordeelt hem."


def gekozen_dag(gemeente: Gemeente, maand: date) -> date:
    """The day of paying that the gemeente chose for this month, or the last one before it on which banks pay."""
    gekozen, _ = instelling(gemeente, "ontzorgen_betaaldag", maand)
    return betaaldag_op_of_voor(maand.replace(day=int(gekozen)))


def voorgestelde_dag(gemeente: Gemeente, maand: date, op: date) -> date:
    """The chosen day; when that is past, the first payment day from `op`."""
    dag = gekozen_dag(gemeente, maand)
    if dag >= op:
        return dag
    while sluitingsdag(op):
        op += date.resolution
    return op


def wijze_van(gemeente: Gemeente, maand: date) -> tuple[Betaalwijze, str]:
    """Who pays the creditors in this month, with the source: as it was frozen, else as the gemeente chose for it."""
    vast = Betaalmaand.objects.filter(gemeente=gemeente, maand=maand).first()
    if vast:
        return Betaalwijze(vast.wijze), vast.bron
    wijze, bron = instelling(gemeente, "ontzorgen_betaalwijze", maand)
    return Betaalwijze(wijze), bron


def te_betalen(gemeente: Gemeente, maand: date) -> bool:
    """Whether anybody is left who can be paid for in this month: not frozen yet, or due and not under way."""
    verplichtingen = Betaalverplichting.objects.van(gemeente, maand)
    return verplichtingen.te_betalen().exists() or nog_niet_vastgelegd(gemeente, maand).exists()


@transaction.atomic
def maak_run(*, gemeente: Gemeente, maand: date, uitvoerdag: date, door: Medewerker, op: date) -> Betaalbatch:
    """A run of a month; a worker fills it, and freezes on the way who was not frozen yet.

    Raises OntzorgFout when the benefit system pays in this month, when a run of it lies ready, when all is paid, for a
    month after the next one, and for a day that is far off or on which banks do not pay.
    """
    eis_niet_te_ver(maand, op)
    zet_gemeente_op_slot(gemeente)
    wijze, bron = wijze_van(gemeente, maand)
    if wijze != Betaalwijze.EIGEN_BATCH:
        raise OntzorgFout(f"In {maandnaam(maand)} betaalt het uitkeringssysteem de crediteuren ({bron}). Met een run "
                          "erbij zouden zij twee keer worden betaald.", "maand")  # fmt: skip
    keur_uitvoerdag(uitvoerdag, op)
    if uitvoerdag > laatste_dag(volgende_maand(max(maand, eerste_dag(op)))):
        raise OntzorgFout("De dag van betalen ligt te ver vooruit.", "uitvoerdag")
    if run := Betaalbatch.objects.van(gemeente).niet_af().filter(betaalmaand__maand=maand).first():
        raise OntzorgFout(f"Voor {maandnaam(maand)} ligt {run} al klaar. Maak die eerst af of trek hem in.", "maand")
    if not te_betalen(gemeente, maand):
        raise OntzorgFout(f"Voor {maandnaam(maand)} is alles al betaald of onderweg.", "maand")
    nummer = volgend_nummer(gemeente=gemeente, soort=VOORVOEGSEL, jaar=maand.year)
    batch: Betaalbatch = Betaalbatch.objects.create(
        betaalmaand=open_maand(gemeente=gemeente, maand=maand, door=door),
        nummer=nummer,
        bericht_id=f"{gemeente.cbs_code}-{nummer}",
        uitvoerdag=uitvoerdag,
        gemaakt_door=door,
    )
    zet_in_wachtrij(VULTAAK, batch.pk)
    return batch


def keur_uitvoerdag(dag: date, op: date) -> None:
    """Raises OntzorgFout for a day that is past, or on which banks do not pay."""
    if dag < op:
        raise OntzorgFout("De dag van betalen is al voorbij.", "uitvoerdag")
    if naam := sluitingsdag(dag):
        raise OntzorgFout(f"Op {datum_zonder_weekdag(dag)} voeren banken geen betalingen uit ({naam}).", "uitvoerdag")


@transaction.atomic
def beoordeel(*, batch: Betaalbatch, door: Medewerker, moment: datetime) -> Betaalbatch:
    """Sociale Zaken looked at every row; again by the same person changes nothing. Raises OntzorgFout."""
    rij = vergrendel_run(batch)
    if rij.stand == Batchstand.BEOORDEELD and rij.beoordeeld_door_id == door.pk:
        return rij
    _eis_stand(rij, Batchstand.VOORSTEL)
    if rij.gemaakt_door_id == door.pk:
        raise OntzorgFout(EIGEN_RUN)
    rij.stand, rij.beoordeeld_door, rij.beoordeeld_op = Batchstand.BEOORDEELD, door, moment
    rij.save(update_fields=["stand", "beoordeeld_door", "beoordeeld_op"])
    return rij


@transaction.atomic
def controleer(*, batch: Betaalbatch, door: Medewerker, op: date, moment: datetime) -> Betaalbatch:
    """Totals and accounts were checked, also the one that pays; from here on others release, as many as needed.

    The maker may do it; who does it never releases. Raises OntzorgFout with all that must be mended first.
    """
    rij = vergrendel_run(batch)
    if rij.stand == Batchstand.GECONTROLEERD and rij.gecontroleerd_door_id == door.pk:
        return rij
    _eis_stand(rij, Batchstand.BEOORDEELD)
    if zinnen := bevindingen(rij, op):
        raise OntzorgFout(" ".join(zinnen))
    rij.vrijgevers_nodig = aantal_vrijgevers(rij.betaalmaand.gemeente, totaal_van_maand(rij), op)
    gemeente = rij.betaalmaand.gemeente
    rij.betaler_naam, rij.betaler_iban = f"Gemeente {gemeente.naam}", betaalrekening(gemeente)
    rij.stand, rij.gecontroleerd_door, rij.gecontroleerd_op = Batchstand.GECONTROLEERD, door, moment
    velden = ("stand", "gecontroleerd_door", "gecontroleerd_op", "vrijgevers_nodig", "betaler_naam", "betaler_iban")
    rij.save(update_fields=velden)
    return rij


def bevindingen(batch: Betaalbatch, op: date) -> list[str]:
    """What stands in the way of a release, in Dutch sentences; nothing when all is well."""
    zinnen, gemeente = [], batch.betaalmaand.gemeente
    try:
        keur_uitvoerdag(batch.uitvoerdag, op)
    except OntzorgFout as fout:
        zinnen.append(f"{fout} Trek de run in en maak een nieuwe.")
    eigen = betaalrekening(gemeente)
    if not eigen:
        zinnen.append(GEEN_BETAALREKENING)
    elif batch.betaler_iban not in ("", eigen):
        zinnen.append(f"De betaalrekening is veranderd sinds de controle: toen {in_groepen(batch.betaler_iban)}, nu "
                      f"{in_groepen(eigen)}. Trek de run in en maak een nieuwe.")  # fmt: skip
    if not batch.pogingen.totaal()[0]:
        zinnen.append("Er is geen betaling over in deze run.")
    rekeningen = _andere_rekeningen(batch, eigen)
    return [*zinnen, *_niet_meer_ontzorgd(batch), *rekeningen, *_tegenstrijdig(batch)]


def _niet_meer_ontzorgd(batch: Betaalbatch) -> list[str]:
    """Units in the run of which the period turned out not to reach this month."""
    maand = batch.betaalmaand.maand
    perioden = Ontzorgperiode.objects.in_maand(maand).values("dossier")
    met = Eenheidlid.objects.filter(eenheid=OuterRef("verplichting__afrekening__eenheid"), dossier__in=perioden)
    rijen = batch.pogingen.filter(~Exists(met), stand=Pogingstand.OPEN).order_by()
    nummers = rijen.values_list("verplichting__afrekening__eenheid__nummer", flat=True).distinct()
    zinnen = [f"{nummer} wordt in {maandnaam(maand)} niet meer ontzorgd. Neem die betalingen uit de run."
              for nummer in sorted(nummers)]  # fmt: skip
    return korte_zinnen(zinnen, MEESTE_ZINNEN)


def _andere_rekeningen(batch: Betaalbatch, eigen: str) -> list[str]:
    """Creditors of whom the account in the run is no longer the one that is paid to."""
    rijen = batch.pogingen.filter(stand=Pogingstand.OPEN)
    per_crediteur = set(rijen.order_by().values_list("verplichting__crediteur", "naam", "iban").distinct())
    nu = rekeningen_van([crediteur for crediteur, _, _ in per_crediteur])
    zinnen = []
    for crediteur, naam, iban in sorted(per_crediteur, key=lambda rij: rij[1]):
        rekening = nu.get(crediteur)
        if rekening is None or (rekening.iban, rekening.tenaamstelling) != (iban, naam):
            zinnen.append(f"De rekening van {naam} is veranderd sinds het voorstel. Trek de run in en maak een nieuwe.")
        elif waarom := waarom_wacht(True, rekening, eigen):
            zinnen.append(f"{naam}: {waarom}")
    return zinnen


def _tegenstrijdig(batch: Betaalbatch) -> list[str]:
    """Payments of which an earlier attempt may have been made: the bank said two things of it."""
    open_rijen = batch.pogingen.filter(stand=Pogingstand.OPEN)
    eerder = Betaalpoging.objects.onbeslist().filter(verplichting__pogingen__in=open_rijen)
    zinnen = [f"Over {rij} in {rij.batch} meldde de bank twee dingen; niemand besliste nog. Neem die betaling uit."
              for rij in eerder.select_related("batch").order_by("pk")[: MEESTE_ZINNEN + 1]]  # fmt: skip
    return korte_zinnen(zinnen, MEESTE_ZINNEN)


def totaal_van_maand(batch: Betaalbatch) -> int:
    """Cents that are paid or under way in the month of this run, in all its runs together.

    So that two small runs ask for as many people as one large one. What was refused, returned or closed is paid anew
    and counts once.
    """
    rijen = Betaalpoging.objects.filter(batch__betaalmaand=batch.betaalmaand_id, stand__in=LOPEND_OF_BETAALD)
    return rijen.aggregate(som=Sum("cents"))["som"] or 0


def aantal_vrijgevers(gemeente: Gemeente, cents: int, op: date) -> int:
    """How many people release runs that come to this amount in a month, by the thresholds of the gemeente."""
    regels, _ = instelling(gemeente, "ontzorgen_vrijgevers", op)
    vormen = [vorm for regel in regels if (vorm := DREMPEL.fullmatch(regel))]
    return max((int(vorm["aantal"]) for vorm in vormen if int(vorm["euro"]) * 100 <= cents), default=1)


@transaction.atomic
def neem_uit(*, poging: Betaalpoging, reden: str, op: date) -> Betaalpoging:
    """Take one payment out of the run; a next run of the month proposes it again. Again changes nothing.

    Raises OntzorgFout without a reason, and when the run was released.
    """
    batch = vergrendel_run(poging.batch)
    rij: Betaalpoging = batch.pogingen.select_for_update().get(pk=poging.pk)
    if rij.stand == Pogingstand.UITGENOMEN:
        return rij
    if batch.is_af:
        raise OntzorgFout(f"{batch} is al {batch.get_stand_display()}; deze betaling kan er niet meer uit.")
    if not reden.strip():
        raise OntzorgFout("Schrijf op waarom deze betaling niet doorgaat.", "reden")
    rij.stand, rij.reden, rij.bericht_op = Pogingstand.UITGENOMEN, reden.strip(), op
    rij.save(update_fields=["stand", "reden", "bericht_op"])
    return rij


@transaction.atomic
def trek_in(*, batch: Betaalbatch, reden: str, door: Medewerker, op: date) -> Betaalbatch:
    """The run does not go on; everything in it can be paid by a next one. Raises OntzorgFout after the release."""
    rij = vergrendel_run(batch)
    if rij.stand == Batchstand.INGETROKKEN:
        return rij
    if rij.is_af:
        raise OntzorgFout(f"{rij} is al vrijgegeven. Vraag de bank om de opdracht te stoppen.")
    if not reden.strip():
        raise OntzorgFout("Schrijf op waarom de run niet doorgaat.", "reden")
    zin = f"De run is ingetrokken: {reden.strip()}"
    rij.pogingen.filter(stand=Pogingstand.OPEN).update(stand=Pogingstand.UITGENOMEN, reden=zin, bericht_op=op)
    rij.stand, rij.ingetrokken_door, rij.reden = Batchstand.INGETROKKEN, door, reden.strip()
    rij.save(update_fields=["stand", "ingetrokken_door", "reden"])
    return rij


def _eis_stand(batch: Betaalbatch, stand: Batchstand) -> None:
    if batch.stand != stand:
        raise OntzorgFout(f"{batch} is nu {batch.get_stand_display()}. Ververs de pagina.")
