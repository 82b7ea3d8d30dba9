"""Withdrawing a decided PIP: one person proposes with reasons, another decides, and it is made known like any other."""

from datetime import date

from django.db import transaction

from cases.enums import Beschikkingsoort, Beschikkingstatus, Kanaal
from cases.models import Beschikking, Medewerker
from cases.services import beschikkingen
from cases.services.briefhoofd import besluithoofd
from cases.services.gebeurtenissen import registreer_handeling
from cases.toegang import Actie, mag
from inburgering.recht.feiten import LABELS, Dossierfeiten, FeitSoort
from inburgering.recht.verblijf import vertrek
from pip_plans.plan import handelingen
from pip_plans.plan.brieven import PIP_INTREKKING
from pip_plans.plan.enums import Intrekkingsgrond, Intrekkingstand
from pip_plans.plan.inhoud_overig import IntrekkingInhoud
from pip_plans.plan.models import Intrekking, Pip

from .basis import PlanFout, vergrendel
from .situatie import situatie

VOORVOEGSEL = "INT"
ONDERWERP = "Uw PIP geldt niet meer"
_FEITEN = {
    Intrekkingsgrond.EINDE_PLICHT: (FeitSoort.EINDE_PLICHT, FeitSoort.OVERLIJDEN),
    Intrekkingsgrond.VERHUISD: (FeitSoort.VERTREK,),
}


def beletsel_intrekken(pip: Pip) -> str:
    """Why this PIP cannot be withdrawn now, '' when it can."""
    if pip.is_te_verzenden:
        return "Dit PIP is nog niet verzonden en geldt dus nog niet (art. 3:40 Awb). Kies ‘Niet verzenden’."
    if pip.beschikking is None or not pip.beschikking.werkt:
        return "Alleen een PIP dat geldt, kan worden ingetrokken."
    if onderweg := pip.beschikking.opvolger_onderweg:
        return f"Besluit {onderweg} is nog niet verzonden. Maak dat eerst bekend, of laat het niet verzenden."
    if Pip.objects.lopend().filter(dossier=pip.dossier_id).exists():
        return "Er is een concept voor een nieuwe versie. Maak dat af of trek het in."
    if pip.intrekkingen.filter(stand=Intrekkingstand.VOORGESTELD).exists():
        return "Er ligt al een voorstel om dit PIP in te trekken."
    return ""


def gelezen_voorstel(pip: Pip, gelezen: str) -> Intrekking:
    """The last proposal, when it is the one that was on the screen (`gelezen` is its pk): its text never changes.

    Raises PlanFout without any proposal, and when another one came in its place.
    """
    voorstel: Intrekking | None = pip.intrekkingen.select_related("beschikking").first()
    if voorstel is None:
        raise PlanFout("Er ligt geen voorstel om dit PIP in te trekken.")
    if str(voorstel.pk) != gelezen:
        raise PlanFout("Er ligt nu een ander voorstel dan u las. Lees het opnieuw. Er is nog niets besloten.")
    return voorstel


@transaction.atomic
def stel_intrekken_voor(
    *, pip: Pip, grond: Intrekkingsgrond, motivering: str, zienswijze: str = "", door: Medewerker, op: date
) -> Intrekking:
    """Propose to withdraw the PIP that holds; what the person thinks of it ends the reasons in the letter (Awb 4:8).

    Raises PlanFout without reasons, when it cannot be withdrawn now, and for a ground whose fact is not recorded.
    """
    pip = vergrendel(pip)
    if reden := beletsel_intrekken(pip) or _zonder_feit(pip, grond):
        raise PlanFout(reden)
    if not motivering.strip():
        raise PlanFout("Schrijf aan de inburgeraar waarom het PIP niet meer geldt (art. 3:46 Awb).")
    redenen = [motivering.strip()]
    if zienswijze.strip():
        redenen.append(f"Wat u hiervan vindt: {zienswijze.strip()}")
    voorstel: Intrekking = Intrekking.objects.create(
        pip=pip, grond=grond, motivering="\n".join(redenen), opgesteld_door=door, opgesteld_op=op
    )
    _noteer(voorstel, handelingen.PIP_INTREKKING_VOORGESTELD, door, op)
    return voorstel


@transaction.atomic
def wijs_intrekken_af(*, intrekking: Intrekking, opmerkingen: str, door: Medewerker, op: date) -> Intrekking:
    """Set the proposal aside with a reason; the PIP goes on. Also for who proposed it herself. Again does nothing."""
    voorstel = _vergrendel(intrekking)
    if voorstel.stand == Intrekkingstand.AFGEWEZEN:
        return voorstel
    _eis_open(voorstel)
    if not opmerkingen.strip():
        raise PlanFout("Schrijf op waarom het PIP blijft gelden.")
    voorstel.stand, voorstel.opmerkingen = Intrekkingstand.AFGEWEZEN, opmerkingen.strip()
    voorstel.save(update_fields=["stand", "opmerkingen"])
    _noteer(voorstel, handelingen.PIP_INTREKKING_AFGEWEZEN, door, op)
    return voorstel


@transaction.atomic
def stel_intrekking_vast(*, intrekking: Intrekking, door: Medewerker, op: date) -> Beschikking:
    """Decide, with a number and a letter of its own; the PIP ends when that is made known, and not before (Awb 3:40).

    Again returns the decision that is there. The inburgeringstermijn stays where it is (Wi 11). Raises PlanFout for who
    proposed it, without the role, and when the PIP ended in another way in between.
    """
    voorstel = _vergrendel(intrekking)
    if voorstel.beschikking:
        return voorstel.beschikking
    _eis_open(voorstel)
    _eis_rol(voorstel, door, op)
    voorstel.beschikking = _neem_besluit(voorstel, door, op)
    voorstel.stand = Intrekkingstand.VASTGESTELD
    voorstel.save(update_fields=["stand", "beschikking"])
    return voorstel.beschikking


def maak_intrekking_bekend(
    *, intrekking: Intrekking, datum: date, kanaal: Kanaal, door: Medewerker | None, op: date
) -> Beschikking:
    """The letter was sent or handed over; starts its bezwaartermijn. Raises PlanFout (see beschikkingen)."""
    if intrekking.beschikking is None:
        raise PlanFout("De intrekking is nog niet vastgesteld.")
    try:
        return beschikkingen.maak_bekend(
            beschikking=intrekking.beschikking, datum=datum, kanaal=kanaal, door=door, op=op
        )
    except beschikkingen.BeschikkingFout as fout:
        raise PlanFout(str(fout)) from fout


def _zonder_feit(pip: Pip, grond: Intrekkingsgrond) -> str:
    """Which fact this ground needs and the dossier does not have (Awb 3:2), '' when nothing is missing."""
    nodig = _FEITEN.get(grond, ())
    feiten = situatie(pip.dossier).feiten
    if not nodig or any(_geldt(feiten, soort) for soort in nodig):
        return ""
    wat = " of ".join(f"‘{LABELS[soort][0]}’" for soort in nodig)
    return f"Leg eerst het feit {wat} vast in het dossier. De brief noemt die reden (art. 3:2 en 3:46 Awb)."


def _geldt(feiten: Dossierfeiten, soort: FeitSoort) -> bool:
    """Whether this end is there now; a departure no longer is when the person came back."""
    return (vertrek(feiten) if soort is FeitSoort.VERTREK else feiten.eerste(soort)) is not None


def _vergrendel(intrekking: Intrekking) -> Intrekking:
    vers: Intrekking = (
        Intrekking.objects.select_for_update(of=("self",))
        .select_related(
            "pip__dossier__gemeente", "pip__dossier__inburgeraar", "pip__dossier__consulent", "pip__beschikking"
        )
        .get(pk=intrekking.pk)
    )
    return vers


def _eis_open(voorstel: Intrekking) -> None:
    if voorstel.stand != Intrekkingstand.VOORGESTELD:
        raise PlanFout(f"Dit voorstel is {voorstel.get_stand_display()}.")


def _eis_rol(voorstel: Intrekking, door: Medewerker, op: date) -> None:
    if not mag(door.rollen_in(voorstel.pip.dossier.gemeente_id, op), Actie.PIP_BEOORDELEN):
        raise PlanFout("Alleen een tweede lezer of teamleider van deze gemeente kan een PIP intrekken.")


def _neem_besluit(voorstel: Intrekking, door: Medewerker, op: date) -> Beschikking:
    try:
        return beschikkingen.neem_besluit(
            dossier=voorstel.pip.dossier,
            soort=Beschikkingsoort.PIP_INTREKKING,
            voorvoegsel=VOORVOEGSEL,
            titel=PIP_INTREKKING.naam,
            sjabloon=PIP_INTREKKING.sjabloon,
            inhoud=lambda nummer: _brief(voorstel, nummer, op, door.naam),
            opgesteld_door=voorstel.opgesteld_door,
            door=door,
            op=op,
            vervangt=voorstel.pip.beschikking,
            gevolg=Beschikkingstatus.INGETROKKEN,
        )
    except beschikkingen.BeschikkingFout as fout:
        raise PlanFout(str(fout)) from fout


def _brief(voorstel: Intrekking, nummer: str, op: date, tekent: str) -> IntrekkingInhoud:
    dossier, oud = voorstel.pip.dossier, voorstel.pip.beschikking
    if oud is None:
        raise PlanFout("Dit PIP is nog niet vastgesteld.")
    return IntrekkingInhoud(
        **besluithoofd(
            dossier=dossier, nummer=nummer, onderwerp=ONDERWERP, op=op, tekent=tekent, opsteller=voorstel.opgesteld_door
        ),
        oud_nummer=oud.nummer,
        oud_datum=oud.dagtekening.isoformat(),
        soort=voorstel.grond,
        grond=voorstel.get_grond_display(),
        motivering=tuple(regel.strip() for regel in voorstel.motivering.splitlines() if regel.strip()),
    )


def _noteer(voorstel: Intrekking, soort: str, door: Medewerker, op: date) -> None:
    """Without the reasons: everybody who may open the dossier reads its history."""
    pip = voorstel.pip
    nummer = pip.beschikking.nummer if pip.beschikking else ""
    registreer_handeling(dossier=pip.dossier, soort=soort, datum=op, door=door, gegevens={"nummer": nummer})
