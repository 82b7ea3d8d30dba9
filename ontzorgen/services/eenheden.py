"""The uitkeringseenheid: who belongs to it, from when until when."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction

from cases.models import Dossier, Gemeente, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from cases.services.nummers import volgend_nummer
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen import handelingen_eenheid as handelingen
from ontzorgen.models import Eenheidlid, Leefsituatie, Nettouitkering, Uitkeringseenheid

from .fout import OntzorgFout, keur
from .slot import zet_gemeente_op_slot
from .vastgesteld import EEN_DAG, eis_niet_ver_vooruit, eis_open, laatste_dag_ervan
from .vertrek import beeindig_eigen_lasten

VOORVOEGSEL = "U"
WAAROM = "Schrijf op waarom."


@transaction.atomic
def stel_eenheid_samen(
    *, gemeente: Gemeente, dossiers: Sequence[Dossier], vanaf: date, door: Medewerker, op: date
) -> Uitkeringseenheid:
    """A new unit of one person or of two partners, with a step in the dossier of each.

    Locks the dossiers in their order, so that two people cannot place somebody twice. Raises OntzorgFout for a dossier
    of another gemeente, for none or more than two, for who belongs to another unit on those days, and for a first day
    more than a year ahead.
    """
    zet_gemeente_op_slot(gemeente)
    _keur_samenstelling(gemeente, dossiers, vanaf, op)
    nummer = volgend_nummer(gemeente=gemeente, soort=VOORVOEGSEL, jaar=vanaf.year)
    eenheid = Uitkeringseenheid.objects.create(gemeente=gemeente, nummer=nummer, door=door)
    _plaats(eenheid, dossiers, vanaf)
    _schrijf(dossiers, handelingen.SAMENGESTELD, eenheid, door, op, dag=vanaf)
    return eenheid


@transaction.atomic
def corrigeer_eenheid(
    *, eenheid: Uitkeringseenheid, dossiers: Sequence[Dossier], vanaf: date, reden: str, door: Medewerker, op: date
) -> Uitkeringseenheid:
    """Put right who belongs to the unit from its first day, and which day that is, while no month of it was fixed.

    The first living situation moves along with the first day. Raises OntzorgFout without a reason, once something was
    fixed or reported, when a fixed cost or toeslag is of who would go, and as `stel_eenheid_samen`.
    """
    zet_gemeente_op_slot(eenheid.gemeente)
    _eis_te_corrigeren(eenheid, reden)
    _keur_samenstelling(eenheid.gemeente, dossiers, vanaf, op)
    weg = eenheid.leden.exclude(dossier__in=dossiers)
    wie = [lid.dossier for lid in weg.select_related("dossier")]
    if eenheid.lasten.filter(dossier__in=wie).exists() or eenheid.toeslagen.filter(dossier__in=wie).exists():
        raise OntzorgFout("Op naam van de partner staat hier al een vaste last of toeslag. Leg bij de partner een "
                          "laatste dag vast.", "partner")  # fmt: skip
    weg.delete()
    _schuif_leefsituatie(eenheid, vanaf)
    _plaats(eenheid, dossiers, vanaf)
    _schrijf([*dossiers, *wie], handelingen.GECORRIGEERD, eenheid, door, op, dag=vanaf, reden=reden)
    return eenheid


@transaction.atomic
def laat_eenheid_vervallen(*, eenheid: Uitkeringseenheid, reden: str, door: Medewerker, op: date) -> None:
    """Take out a unit that should not be there, with its living situations.

    Raises OntzorgFout without a reason, once something was fixed or reported, and while fixed costs, posten or
    toeslagen hang on it.
    """
    zet_gemeente_op_slot(eenheid.gemeente)
    _eis_te_corrigeren(eenheid, reden)
    if eenheid.lasten.exists() or eenheid.posten.exists() or eenheid.toeslagen.exists():
        raise OntzorgFout("Aan deze uitkeringseenheid hangen al vaste lasten, posten of toeslagen. Laat die eerst "
                          "vervallen, of leg bij elk lid een laatste dag vast.", "vervalt")  # fmt: skip
    _schrijf(_dossiers(eenheid.leden.all()), handelingen.VERVALLEN, eenheid, door, op, reden=reden)
    eenheid.leden.all().delete()
    eenheid.leefsituaties.all().delete()
    eenheid.delete()


@transaction.atomic
def beeindig_lidmaatschap(
    *, lid: Eenheidlid, laatste_dag: date | None, reden: str, door: Medewerker, op: date
) -> Eenheidlid:
    """Somebody no longer belongs to the unit after this day; without a day he goes on belonging to it.

    Writes a step in his dossier with the reason, and one without it in those of the others; his own fixed costs end
    with that month. The same day again changes nothing. Raises OntzorgFout without a reason, for a day before his first
    one or more than a year ahead, when a month in which he would come or go was fixed, and when he belongs to another
    unit after it.
    """
    zet_gemeente_op_slot(lid.eenheid.gemeente)
    rij = Eenheidlid.objects.select_for_update(of=("self",)).select_related("eenheid", "dossier").get(pk=lid.pk)
    if rij.tot == laatste_dag:
        return rij
    _eis_reden(reden)
    if laatste_dag and laatste_dag < rij.vanaf:
        eerste = datum_zonder_weekdag(rij.vanaf)
        raise OntzorgFout(f"Deze persoon hoort er pas bij vanaf {eerste}. Kies die dag of een latere.", "laatste_dag")
    if laatste_dag:
        eis_niet_ver_vooruit(laatste_dag, op, "laatste_dag")
    anders_vanaf = min(dag for dag in (rij.tot, laatste_dag) if dag) + EEN_DAG
    eis_open(eenheid=rij.eenheid, vanaf=anders_vanaf, veld="laatste_dag", kies=laatste_dag_ervan)
    rij.tot = laatste_dag
    keur(rij)
    rij.save(update_fields=["tot"])
    beeindig_eigen_lasten(lid=rij, door=door, op=op)
    soort = handelingen.LID_UIT if laatste_dag else handelingen.LID_BLIJFT
    _schrijf([rij.dossier], soort, rij.eenheid, door, op, dag=laatste_dag, reden=reden)
    anderen = _dossiers(rij.eenheid.leden.exclude(pk=rij.pk).exclude(tot__lt=op))
    _schrijf(anderen, handelingen.ANDER_LID, rij.eenheid, door, op)
    return rij


def dossiers_van(*, eenheid: Uitkeringseenheid, op: date) -> list[Dossier]:
    """Who belongs to the unit on this day or will; what is recorded of a unit is no business of who left it."""
    return _dossiers(eenheid.leden.exclude(tot__lt=op))


def eenheid_van(*, dossier: Dossier, op: date) -> Uitkeringseenheid | None:
    """The unit this person belongs to on this day."""
    lid = Eenheidlid.objects.op(op).filter(dossier=dossier).select_related("eenheid__gemeente").first()
    return lid.eenheid if lid else None


def lidmaatschappen(*, dossier: Dossier, op: date) -> list[Eenheidlid]:
    """The memberships that are kept up, the first day on top: that of this day, and what is to come."""
    rijen = Eenheidlid.objects.filter(dossier=dossier).exclude(tot__lt=op).order_by("vanaf")
    return list(rijen.select_related("eenheid__gemeente"))


def lidmaatschap(*, dossier: Dossier, op: date) -> Eenheidlid | None:
    """The membership of this day, else the first that is to come."""
    return next(iter(lidmaatschappen(dossier=dossier, op=op)), None)


def vorig_lidmaatschap(*, dossier: Dossier, op: date) -> Eenheidlid | None:
    """The last membership that is over on this day: its last day may be put right."""
    rijen = Eenheidlid.objects.filter(dossier=dossier, tot__lt=op).order_by("-tot")
    gevonden: Eenheidlid | None = rijen.select_related("eenheid__gemeente").first()
    return gevonden


def bij_te_werken(*, dossier: Dossier, op: date) -> Uitkeringseenheid | None:
    """The unit of that membership: the one that the pages of a dossier are about unless another is asked for."""
    lid = lidmaatschap(dossier=dossier, op=op)
    return lid.eenheid if lid else None


def _dossiers(leden: Iterable[Eenheidlid]) -> list[Dossier]:
    ids = [lid.dossier_id for lid in leden]
    return list(Dossier.objects.filter(pk__in=ids).order_by("pk"))


def _keur_samenstelling(gemeente: Gemeente, dossiers: Sequence[Dossier], vanaf: date, op: date) -> None:
    if len({dossier.pk for dossier in dossiers}) not in (1, 2):
        raise OntzorgFout("Een uitkeringseenheid is één persoon, of twee partners.", "dossiers")
    if any(dossier.gemeente_id != gemeente.pk for dossier in dossiers):
        raise OntzorgFout("Deze dossiers horen niet bij één gemeente.", "dossiers")
    eis_niet_ver_vooruit(vanaf, op, "vanaf")
    list(Dossier.objects.select_for_update(of=("self",)).filter(pk__in=[d.pk for d in dossiers]).order_by("pk"))


def _plaats(eenheid: Uitkeringseenheid, dossiers: Sequence[Dossier], vanaf: date) -> None:
    """Every dossier in the unit from this day on: who is in it already moves."""
    al = {lid.dossier_id: lid for lid in eenheid.leden.all()}
    for dossier in dossiers:
        lid = al.get(dossier.pk) or Eenheidlid(eenheid=eenheid, dossier=dossier)
        lid.vanaf = vanaf
        keur(lid)
        lid.save()


def _schuif_leefsituatie(eenheid: Uitkeringseenheid, vanaf: date) -> None:
    """What holds from the first day goes on doing so."""
    begin = eenheid.leden.earliest("vanaf").vanaf
    rijen = Leefsituatie.objects.filter(eenheid=eenheid)
    if begin != vanaf and rijen.exclude(vanaf=begin).filter(vanaf__lte=vanaf).exists():
        raise OntzorgFout("Voor deze dag is al een leefsituatie vastgelegd. Corrigeer die eerst.", "vanaf")
    rijen.filter(vanaf=begin).update(vanaf=vanaf)


def _eis_te_corrigeren(eenheid: Uitkeringseenheid, reden: str) -> None:
    _eis_reden(reden)
    if eenheid.afrekeningen.exists() or eenheid.herzieningen.exists():
        raise OntzorgFout("Van deze uitkeringseenheid is al een maand vastgesteld. Leg bij een lid een laatste dag "
                          "vast.")  # fmt: skip
    if Nettouitkering.objects.filter(eenheid=eenheid).exists():
        raise OntzorgFout("Van deze uitkeringseenheid is al een uitkering ingelezen. Leg bij een lid een laatste dag "
                          "vast.")  # fmt: skip


def _eis_reden(reden: str) -> None:
    if not reden.strip():
        raise OntzorgFout(WAAROM, "reden")


def _schrijf(
    dossiers: Iterable[Dossier],
    soort: str,
    eenheid: Uitkeringseenheid,
    door: Medewerker,
    op: date,
    *,
    dag: date | None = None,
    reden: str = "",
) -> None:
    gegevens = {"eenheid": eenheid.nummer} | ({"dag": datum_zonder_weekdag(dag)} if dag else {})
    for dossier in dossiers:
        registreer_handeling(
            dossier=dossier, soort=soort, datum=op, door=door, gegevens=gegevens, toelichting=reden.strip()
        )
