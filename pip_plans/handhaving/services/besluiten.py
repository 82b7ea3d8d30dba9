"""Deciding on a proposal: another person, a number, a frozen letter. Or giving it back."""

from datetime import date

from django.db import transaction

from cases.enums import Beschikkingsoort
from cases.models import Beschikking, Medewerker
from cases.services.beschikkingen import neem_besluit
from cases.services.documenten import voorbeeld
from cases.services.gebeurtenissen import registreer_feit
from cases.toegang import Actie
from inburgering.recht.boete import Verwijtbaarheid
from inburgering.recht.feiten import FeitSoort
from pip_plans.handhaving import handelingen
from pip_plans.handhaving.brieven import BOETE
from pip_plans.handhaving.enums import Trede
from pip_plans.handhaving.models import Handhavingszaak

from .basis import BRON, HandhavingFout, eis_rol, eis_tekst, eis_trede, noteer, vergrendel
from .beleid import eis_boete_mogelijk
from .briefinhoud import boete_inhoud
from .verzonden import eis_uitgepraat
from .weging import bereken_voor, eis_boete

VOORVOEGSEL = "BOE"
EIGEN = "U hebt deze zaak zelf voorbereid. Iemand anders moet beslissen."
ANDER_BEDRAG = "Het bedrag is intussen anders, want er is een boete bij of af. Geef het voorstel terug."


@transaction.atomic
def beslis(*, zaak: Handhavingszaak, revisie: int, door: Medewerker, op: date) -> Beschikking:
    """Impose the fine as proposed; again returns the decision that is there.

    Side effects: the number, the frozen letter, the fact that a fine was imposed (the duty to decide is met). Raises
    HandhavingFout for who prepared it, without the role, when the proposal changed since it was read, when the amount
    would now be another, while the person can still answer, and where the gemeente no longer fines; BeschikkingFout
    without a mandate.
    """
    al = Handhavingszaak.objects.select_related("beschikking").get(pk=zaak.pk)
    if al.beschikking:
        return al.beschikking
    rij = vergrendel(zaak)
    if rij.beschikking:
        return rij.beschikking
    _eis_beslisser(rij, door, op)
    if rij.revisie != revisie:
        raise HandhavingFout("Het voorstel is gewijzigd sinds u het opende. Lees het opnieuw.")
    eis_boete_mogelijk(rij, op)
    eis_uitgepraat(rij, op)
    som = bereken_voor(zaak=rij, verwijtbaarheid=Verwijtbaarheid(rij.verwijtbaarheid))
    eis_boete(rij, som, op)
    if som.bedrag != rij.bedrag:
        raise HandhavingFout(ANDER_BEDRAG)
    if rij.nieuwe_termijn_tot and rij.nieuwe_termijn_tot <= op:
        raise HandhavingFout("De nieuwe termijn in het voorstel is al voorbij. Geef het voorstel terug.")
    rij.beschikking, rij.trede = _neem_besluit(rij, door, op), Trede.BESLUIT
    rij.save(update_fields=["beschikking", "trede"])
    _leg_feit_vast(rij, rij.beschikking, door, op)
    noteer(rij, handelingen.BESLOTEN, door, op, nummer=rij.beschikking.nummer)
    return rij.beschikking


@transaction.atomic
def geef_terug(*, zaak: Handhavingszaak, opmerkingen: str, door: Medewerker, op: date) -> Handhavingszaak:
    """Back to the consulent, who weighs again. Raises HandhavingFout without remarks and for who may not decide."""
    rij = vergrendel(zaak)
    _eis_beslisser(rij, door, op)
    rij.opmerkingen = eis_tekst(opmerkingen, "Schrijf op wat er anders moet.", "opmerkingen")
    rij.trede = Trede.ZIENSWIJZE
    rij.save(update_fields=["trede", "opmerkingen"])
    noteer(rij, handelingen.TERUGGEGEVEN, door, op)
    return rij


def reden_niet_beslissen(zaak: Handhavingszaak, medewerker: Medewerker) -> str:
    """Why this person cannot decide on it now, '' when she can; her role is another matter."""
    if not zaak.wacht_op_besluit:
        return f"Deze zaak staat bij: {zaak.stand}."
    return EIGEN if medewerker.pk in (zaak.voorgesteld_door_id, zaak.geconstateerd_door_id) else ""


def voorbeeld_brief(*, zaak: Handhavingszaak, op: date) -> bytes:
    """The decision with CONCEPT across it; nothing is stored. Raises PdfFout, and HandhavingFout without a proposal."""
    if not zaak.wacht_op_besluit:
        raise HandhavingFout("Er ligt geen voorstel waarvan een brief te maken is.")
    return voorbeeld(
        sjabloon=BOETE.sjabloon, inhoud=boete_inhoud(zaak, "nog geen nummer", "[naam van wie beslist]", op)
    )


def _eis_beslisser(rij: Handhavingszaak, door: Medewerker, op: date) -> None:
    eis_trede(rij, Trede.VOORSTEL)
    if reden := reden_niet_beslissen(rij, door):
        raise HandhavingFout(reden)
    eis_rol(rij.dossier, door, op, Actie.BOETE_BESLISSEN)


def _neem_besluit(rij: Handhavingszaak, door: Medewerker, op: date) -> Beschikking:
    if rij.voorgesteld_door is None:
        raise ValueError("a decision needs a proposal")
    return neem_besluit(
        dossier=rij.dossier,
        soort=Beschikkingsoort.BOETE,
        voorvoegsel=VOORVOEGSEL,
        titel=BOETE.naam,
        sjabloon=BOETE.sjabloon,
        inhoud=lambda nummer: boete_inhoud(rij, nummer, door.naam, op),
        opgesteld_door=rij.voorgesteld_door,
        door=door,
        op=op,
    )


def _leg_feit_vast(rij: Handhavingszaak, besluit: Beschikking, door: Medewerker, op: date) -> None:
    registreer_feit(
        dossier=rij.dossier,
        soort=FeitSoort.BOETE_OPGELEGD,
        datum=op,
        door=door,
        op=op,
        bron=BRON,
        kenmerk=f"boete-{rij.nummer}",
        gegevens={"zaak": rij.nummer, "beschikking": besluit.nummer, "centen": rij.bedrag},
    )
