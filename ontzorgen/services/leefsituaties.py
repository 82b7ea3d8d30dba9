"""How a unit lives from a day on: recorded, put right while it counted in no fixed month, and read by the reckoning."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from django.db import transaction

from cases.models import Dossier, Medewerker
from cases.toegang import Actie
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen import maandbedrag as waarden
from ontzorgen.handelingen_eenheid import LEEFSITUATIE_GECORRIGEERD, LEEFSITUATIE_VASTGELEGD, LEEFSITUATIE_VERVALLEN
from ontzorgen.leeftijden import AOW, VOLLE_NORM, Lid, ontgroeid, tegen_leeftijd
from ontzorgen.maanden import Periode, laatste_dag, maandnaam
from ontzorgen.models import Eenheidlid, Leefsituatie
from ontzorgen.normen import Leeftijdsgroep, Leefvorm, NormFout

from .fout import OntzorgFout, keur
from .slot import zet_gemeente_op_slot
from .spoor import laat_spoor_na
from .vastgesteld import eis_niet_ver_vooruit, eis_open, laatste_vaste_maand

WAT_TELT = (
    "leefvorm", "leeftijdsgroep", "kostendelers", "partner_zonder_recht", "besluit_bedrag", "besluit_vakantietoeslag",
)  # fmt: skip


@transaction.atomic
def leg_leefsituatie_vast(*, situatie: Leefsituatie, door: Medewerker, op: date) -> Leefsituatie:
    """How the unit lives from a day on, with a step in the dossier of everybody in it.

    Raises OntzorgFout for a day that is taken, that lies before the unit, in a fixed month or more than a year ahead;
    when nothing differs from before; and for a combination that the law does not know, that needs a norm of its own or
    that contradicts who belongs to the unit, or how old they are.
    """
    zet_gemeente_op_slot(situatie.eenheid.gemeente)
    rijen = Leefsituatie.objects.filter(eenheid=situatie.eenheid)
    if rijen.filter(vanaf=situatie.vanaf).exists():
        raise OntzorgFout("Voor deze dag is de leefsituatie al vastgelegd. Corrigeer die regel.", "vanaf")
    vorige = rijen.filter(vanaf__lt=situatie.vanaf).last()
    if vorige and all(getattr(vorige, veld) == getattr(situatie, veld) for veld in WAT_TELT):
        raise OntzorgFout("Dit is dezelfde leefsituatie als daarvoor; er verandert niets.")
    return _bewaar(situatie, situatie.vanaf, LEEFSITUATIE_VASTGELEGD, door, op)


@transaction.atomic
def corrigeer_leefsituatie(*, situatie: Leefsituatie, door: Medewerker, op: date) -> Leefsituatie:
    """Replace a row that was recorded wrong; its history keeps what it was.

    Raises OntzorgFout when it counted in a fixed month, and as `leg_leefsituatie_vast`.
    """
    zet_gemeente_op_slot(situatie.eenheid.gemeente)
    oud = Leefsituatie.objects.select_for_update(of=("self",)).get(pk=situatie.pk)
    return _bewaar(situatie, min(oud.vanaf, situatie.vanaf), LEEFSITUATIE_GECORRIGEERD, door, op)


@transaction.atomic
def neem_leefsituatie_terug(*, situatie: Leefsituatie, door: Medewerker, op: date) -> None:
    """Take out a row that should not be there: the one before it goes on. Raises OntzorgFout in a fixed month."""
    zet_gemeente_op_slot(situatie.eenheid.gemeente)
    rij = Leefsituatie.objects.select_for_update(of=("self",)).get(pk=situatie.pk)
    maand = laatste_vaste_maand(rij.eenheid)
    if maand and rij.vanaf <= laatste_dag(maand):
        raise OntzorgFout(f"{maandnaam(maand).capitalize()} is al vastgesteld, met deze leefsituatie. Leg vast hoe het "
                          "daarna is.", "vervalt")  # fmt: skip
    _schrijf(rij, LEEFSITUATIE_VERVALLEN, door, op)
    rij.delete()


def tegenspraak(*, gehuwd: bool, partner_zonder_recht: bool, leden: int) -> str:
    """Why a unit of so many people cannot live like this; '' when it can."""
    if leden == 2 and not gehuwd:
        return "Er horen twee mensen bij de uitkeringseenheid. Dan kan alleen gehuwden."
    if leden == 1 and gehuwd and not partner_zonder_recht:
        return ("Er hoort één persoon bij de uitkeringseenheid. Gehuwden kan dan alleen met een partner zonder recht "
                "op bijstand. Krijgt de partner wel bijstand, dan horen zij samen in één eenheid.")  # fmt: skip
    return ""


def als_waarde(rij: Leefsituatie, tot_en_met: date | None) -> waarden.Leefsituatie:
    """The living situation as the reckoning reads it; raises NormFout for what cannot be."""
    besluit = None
    if rij.besluit_bedrag is not None:
        besluit = waarden.Normbesluit(rij.besluit_bedrag, rij.besluit_vakantietoeslag, rij.bron)
    return waarden.Leefsituatie(
        Periode(rij.vanaf, tot_en_met),
        Leefvorm(rij.leefvorm),
        Leeftijdsgroep(rij.leeftijdsgroep),
        rij.kostendelers,
        rij.partner_zonder_recht,
        besluit,
    )


def naar_leeftijd(waarde: waarden.Leefsituatie, leden: Sequence[Eenheidlid]) -> list[waarden.Leefsituatie]:
    """The situation in parts, each with the norm group of the ages of who then belongs to the unit.

    In one part with a norm of the college itself, with a partner outside the unit, whose age is not known, and where
    the next group would need a norm of its own: then the step to look at it is all there is.
    """
    if waarde.besluit or waarde.partner_zonder_recht:
        return [waarde]
    mensen = [(lid, Lid("", lid.dossier.inburgeraar.geboortedatum)) for lid in leden]
    dagen = {mens.wordt(jaren) for _, mens in mensen for jaren in (VOLLE_NORM, AOW)}
    begin, einde = waarde.periode.vanaf, waarde.periode.tot_en_met
    grenzen = [begin, *sorted(dag for dag in dagen if dag > begin and (einde is None or dag <= einde))]
    einden = [*(dag - date.resolution for dag in grenzen[1:]), einde]
    try:
        return [
            replace(waarde, periode=Periode(eerste, laatste), leeftijdsgroep=_groep_op(waarde, mensen, eerste))
            for eerste, laatste in zip(grenzen, einden, strict=True)
        ]
    except NormFout:
        return [waarde]


def niet_bekeken(dossier: Dossier, dag: date) -> bool:
    """Whether the unit in which this person is on this day still rests on a situation of before it."""
    lid = Eenheidlid.objects.op(dag).filter(dossier=dossier).first()
    if lid is None:
        return False
    rijen = Leefsituatie.objects.filter(eenheid=lid.eenheid_id)
    return rijen.exists() and not rijen.filter(vanaf__gte=dag).exists()


def _groep_op(waarde: waarden.Leefsituatie, mensen: Iterable[tuple[Eenheidlid, Lid]], dag: date) -> Leeftijdsgroep:
    geboren = [m.geboren for lid, m in mensen if lid.vanaf <= dag and (lid.tot is None or dag <= lid.tot)]
    return ontgroeid(waarde.leeftijdsgroep, geboren, dag) if geboren else waarde.leeftijdsgroep


def _bewaar(situatie: Leefsituatie, anders_vanaf: date, soort: str, door: Medewerker, op: date) -> Leefsituatie:
    situatie.door = door
    keur(situatie)
    eis_niet_ver_vooruit(situatie.vanaf, op, "vanaf")
    _eis_passend(situatie, door, op)
    eis_open(eenheid=situatie.eenheid, vanaf=anders_vanaf, veld="vanaf")
    situatie.save()
    _schrijf(situatie, soort, door, op)
    return situatie


def _eis_passend(situatie: Leefsituatie, door: Medewerker, op: date) -> None:
    """Raises OntzorgFout for what the law does not know, and for what contradicts the members on the first day."""
    try:
        waarde = als_waarde(situatie, None)
    except NormFout as fout:
        raise OntzorgFout(str(fout)) from fout
    begin = situatie.eenheid.leden.earliest("vanaf").vanaf if situatie.eenheid.leden.exists() else situatie.vanaf
    if situatie.vanaf < begin:
        raise OntzorgFout(f"De uitkeringseenheid begint op {datum_zonder_weekdag(begin)}.", "vanaf")
    leden = situatie.eenheid.leden.op(situatie.vanaf).count()
    if not leden:
        raise OntzorgFout("Op die dag hoort er niemand bij de uitkeringseenheid.", "vanaf")
    gehuwd, zonder = waarde.leefvorm.gehuwd, situatie.partner_zonder_recht
    if reden := tegenspraak(gehuwd=gehuwd, partner_zonder_recht=zonder, leden=leden):
        raise OntzorgFout(reden, "leefvorm")
    buiten = gehuwd and zonder
    if reden := tegen_leeftijd(
        waarde.leeftijdsgroep, _leden(situatie, door, op), situatie.vanaf, partner_buiten=buiten
    ):
        raise OntzorgFout(reden, "leeftijdsgroep")


def _leden(situatie: Leefsituatie, door: Medewerker, op: date) -> list[Lid]:
    """Who belongs to the unit on the first day; nameless for who is hidden from this person."""
    eenheid = situatie.eenheid
    leden = list(eenheid.leden.op(situatie.vanaf).select_related("dossier__inburgeraar"))
    wie = Dossier.objects.zichtbaar_voor(door, eenheid.gemeente, op, Actie.ONTZORGEN_LEZEN)
    namen = set(wie.filter(pk__in=[lid.dossier_id for lid in leden]).values_list("pk", flat=True))
    mensen = [(lid.dossier_id in namen, lid.dossier.inburgeraar) for lid in leden]
    return [Lid(mens.naam if bekend else "", mens.geboortedatum) for bekend, mens in mensen]


def _schrijf(situatie: Leefsituatie, soort: str, door: Medewerker, op: date) -> None:
    dag = {"dag": datum_zonder_weekdag(situatie.vanaf)}
    laat_spoor_na(eenheid=situatie.eenheid, van=None, soort=soort, gegevens=dag, door=door, op=op)
