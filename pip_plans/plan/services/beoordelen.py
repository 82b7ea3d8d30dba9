"""The second pair of eyes: offer, return, decide. Who wrote on a PIP never judges it."""

from datetime import date

from django.db import transaction

from cases.enums import Beschikkingsoort
from cases.models import Beschikking, Dossier, Medewerker
from cases.pdf.tekens import niet_te_drukken
from cases.services.beschikkingen import BeschikkingFout, neem_besluit
from cases.services.documenten import DocumentFout
from cases.services.gebeurtenissen import registreer_feit, registreer_handeling
from cases.toegang import Actie, mag
from inburgering.recht.feiten import FeitSoort
from pip_plans.plan import handelingen
from pip_plans.plan.enums import Oordeel, Pipstatus, Wijzigingssoort
from pip_plans.plan.models import Lezing, Pip

from .basis import PlanFout, vergrendel
from .bijlagen import breng_uit_bij_besluit
from .brief import SJABLOON, stel_brief_samen
from .gereed import in_de_weg, wat_er_staat
from .onverzonden import trek_feit_in
from .samenvatting import maak_samenvattingen
from .situatie import situatie
from .versies import wijzigt_eerder

VOORVOEGSEL = "PIP"
TITEL = "PIP-beschikking"
TITEL_WIJZIGING = "Wijziging van het PIP"


@transaction.atomic
def bied_aan(*, pip: Pip, door: Medewerker, op: date) -> Pip:
    """Give the concept to the tweede lezer. Again does nothing. Raises PlanFout while something is missing."""
    pip = vergrendel(pip)
    if pip.ligt_ter_lezing:
        return pip
    if pip.is_advies:
        raise PlanFout("Een advies is geen besluit en gaat niet naar de tweede lezer. Breng het uit.")
    if not pip.is_te_wijzigen:
        raise PlanFout(f"Dit PIP is {pip.get_status_display()} en kan niet worden aangeboden.")
    _eis_volledig(pip, op)
    pip.status, pip.aangeboden_op = Pipstatus.TER_LEZING, op
    pip.save(update_fields=["status", "aangeboden_op", "b1_haalbaar"])
    pip.schrijvers.add(door)
    registreer_handeling(dossier=pip.dossier, soort=handelingen.PIP_AANGEBODEN, datum=op, door=door)
    return pip


@transaction.atomic
def geef_terug(*, pip: Pip, opmerkingen: str, door: Medewerker, op: date) -> Lezing:
    """Return the PIP to its writer with remarks. Raises PlanFout without remarks and for who wrote on it."""
    pip = vergrendel(pip)
    _eis_lezer(pip, door, op)
    if not opmerkingen.strip():
        raise PlanFout("Schrijf op wat er anders moet.")
    pip.status = Pipstatus.TERUGGEGEVEN
    pip.save(update_fields=["status"])
    registreer_handeling(dossier=pip.dossier, soort=handelingen.PIP_TERUGGEGEVEN, datum=op, door=door)
    return _lees(pip, Oordeel.TERUGGEGEVEN, opmerkingen, door, op)


@transaction.atomic
def stel_vast(*, pip: Pip, revisie: int, opmerkingen: str = "", door: Medewerker, op: date) -> Beschikking:
    """Approve and decide in one step: number, frozen content, document queued, and the fact that the terms count from.

    The dagtekening is `op` (Wi 15, Awb 10:10). `revisie` is the one that was read. Again returns the decision that is
    there. Raises PlanFout for who wrote on it, without the role, when it was changed since or misses something.
    """
    pip = vergrendel(pip)
    if pip.beschikking:
        return pip.beschikking
    _eis_lezer(pip, door, op)
    if pip.revisie != revisie:
        raise PlanFout("Het PIP is gewijzigd sinds u het opende. Lees het opnieuw.")
    _eis_volledig(pip, op)
    _lees(pip, Oordeel.AKKOORD, opmerkingen, door, op)
    pip.beschikking = _neem_besluit(pip, door, op)
    pip.status = Pipstatus.VASTGESTELD
    pip.save(update_fields=["status", "beschikking", "b1_haalbaar"])
    _leg_feit_vast(pip, pip.beschikking, door, op)
    _maak_bijlagen(pip, pip.beschikking, door, op)
    return pip.beschikking


def _maak_bijlagen(pip: Pip, besluit: Beschikking, door: Medewerker, op: date) -> None:
    try:
        maak_samenvattingen(dossier=pip.dossier, brief=besluit.inhoud, versie=pip.versie, op=op)
        breng_uit_bij_besluit(pip=pip, besluit=besluit, door=door, op=op)
    except DocumentFout as fout:
        raise PlanFout(str(fout)) from fout


def ligt_ter_lezing_bij(*, dossier: Dossier, medewerker: Medewerker, rollen: frozenset[str]) -> bool:
    """Whether this person reads a PIP of this dossier now, and so may see its special data (design, section 9)."""
    if not mag(rollen, Actie.PIP_BEOORDELEN):
        return False
    ter_lezing = Pip.objects.filter(dossier=dossier, status=Pipstatus.TER_LEZING)
    return ter_lezing.exclude(schrijvers=medewerker).exists()


def reden_niet_lezen(pip: Pip, medewerker: Medewerker) -> str:
    """Why this person cannot judge this PIP now, '' when she can; her role is another matter."""
    if not pip.ligt_ter_lezing:
        return f"Dit PIP ligt niet bij de tweede lezer; het is {pip.get_status_display()}."
    if pip.schrijvers.filter(pk=medewerker.pk).exists():
        return "U hebt zelf aan dit PIP geschreven. Iemand anders moet het beoordelen."
    return ""


def _eis_lezer(pip: Pip, door: Medewerker, op: date) -> None:
    if reden := reden_niet_lezen(pip, door):
        raise PlanFout(reden)
    if not mag(door.rollen_in(pip.dossier.gemeente_id, op), Actie.PIP_BEOORDELEN):
        raise PlanFout("Alleen een tweede lezer of teamleider van deze gemeente kan een PIP beoordelen.")


def _eis_volledig(pip: Pip, op: date) -> None:
    gegevens = situatie(pip.dossier)
    pip.b1_haalbaar = gegevens.b1_haalbaar
    if gemis := in_de_weg(pip, gegevens, op):
        raise PlanFout("Er ontbreekt nog iets: " + " ".join(rij.zin for rij in gemis))
    try:
        zinnen = niet_te_drukken(wat_er_staat(pip, gegevens, op))
    except ValueError as fout:
        raise PlanFout(str(fout)) from fout
    if zinnen:  # in what the letter takes from the intake or the person
        raise PlanFout(" ".join(zinnen))


def _lees(pip: Pip, oordeel: Oordeel, opmerkingen: str, door: Medewerker, op: date) -> Lezing:
    lezing: Lezing = Lezing.objects.create(
        pip=pip,
        lezer=door,
        opgesteld_door_id=pip.opgesteld_door_id,
        oordeel=oordeel,
        opmerkingen=opmerkingen.strip(),
        op=op,
    )
    return lezing


def _neem_besluit(pip: Pip, door: Medewerker, op: date) -> Beschikking:
    gegevens, vervangt = situatie(pip.dossier), _te_vervangen(pip)
    try:
        return neem_besluit(
            dossier=pip.dossier,
            soort=Beschikkingsoort.PIP,
            voorvoegsel=VOORVOEGSEL,
            titel=TITEL_WIJZIGING if vervangt or wijzigt_eerder(pip) else TITEL,
            sjabloon=SJABLOON,
            inhoud=lambda nummer: stel_brief_samen(
                pip=pip, gegevens=gegevens, nummer=nummer, dagtekening=op, tekent=door.naam
            ),
            opgesteld_door=pip.opgesteld_door,
            door=door,
            op=op,
            vervangt=vervangt,
        )
    except (BeschikkingFout, ValueError) as fout:
        raise PlanFout(str(fout)) from fout


def _te_vervangen(pip: Pip) -> Beschikking | None:
    """The decision that this one replaces; what was withdrawn or herroepen has ended already."""
    wijziging = pip.wijziging_of_niets
    if wijziging is None or wijziging.vorige is None or wijziging.soort == Wijzigingssoort.OPNIEUW:
        return None
    oud: Beschikking | None = wijziging.vorige.beschikking
    return oud


def _leg_feit_vast(pip: Pip, beschikking: Beschikking, door: Medewerker, op: date) -> None:
    """The fact of this decision; that of one which it replaces before it was ever sent no longer counts.

    It is the first one when no other fact of a PIP counts.
    """
    oud = beschikking.vervangt
    if oud and oud.bekendgemaakt_op is None:
        trek_feit_in(besluit=oud, toelichting=f"Nooit verzonden, en vervangen door {beschikking.nummer}.", door=door)
    eerder = pip.dossier.gebeurtenissen.feiten().geldend().filter(soort=FeitSoort.PIP_VASTGESTELD.value)
    registreer_feit(
        dossier=pip.dossier,
        soort=FeitSoort.PIP_VASTGESTELD,
        datum=beschikking.dagtekening,
        door=door,
        op=op,
        bron="pip",
        kenmerk=beschikking.nummer,
        gegevens={"beschikking": beschikking.nummer, "leerroute": pip.leerroute, "eerste": not eerder.exists()},
    )
