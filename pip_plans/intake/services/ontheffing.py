"""An exemption from the leerbaarheidstoets (Wi 14): proposed by the consulent, decided by somebody else."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from cases.enums import Beschikkingsoort
from cases.inhoud import Inhoud
from cases.models import Beschikking, Dossier, Medewerker
from cases.onverzonden import Onverzonden, registreer_onverzonden
from cases.services.beschikkingen import neem_besluit
from cases.services.briefhoofd import besluithoofd
from cases.services.documenten import voorbeeld
from cases.services.gebeurtenissen import registreer_handeling
from cases.toegang import Actie, mag
from pip_plans.intake import handelingen
from pip_plans.intake.enums import Ontheffingsgrond, Ontheffingstatus, Ontheffingsvoorstel
from pip_plans.intake.inhoud import OntheffingInhoud
from pip_plans.intake.models import BredeIntake, Leerbaarheidstoets, Toetsontheffing

from .basis import IntakeFout, vergrendel, weiger_toekomst
from .toets import haal_toets

VOORVOEGSEL, SJABLOON = "OLT", "ontheffing_toets/v1"
TITEL = "Besluit over ontheffing van de leerbaarheidstoets"
ONDERWERP = "Ons besluit over uw leerbaarheidstoets"
AFGEROND = (
    "De brede intake is afgerond met deze ontheffing. Heropen eerst de intake. Is er al een PIP vastgesteld? Verzend "
    "dit besluit dan, of laat eerst het PIP niet verzenden."
)


@transaction.atomic
def stel_ontheffing_voor(
    *,
    intake: BredeIntake,
    grond: Ontheffingsgrond,
    gevraagd_op: date,
    voorstel: Ontheffingsvoorstel,
    motivering: str,
    door: Medewerker,
    op: date,
) -> Toetsontheffing:
    """Lay a proposal before the tweede lezer; one that was returned is offered again with the new text.

    Raises IntakeFout without reasons, for a request of tomorrow, with a result of the test or an ontheffing, and while
    a proposal lies there. The event does not name the ground: it says something about health.
    """
    toets = haal_toets(intake)
    weiger_toekomst(gevraagd_op, op, "gevraagd_op")
    if not motivering.strip():
        raise IntakeFout("Schrijf op waarom u dit voorstelt (art. 3:46 Awb).", "motivering")
    if toets.resultaat or toets.is_ontheven:
        raise IntakeFout("Er is al een uitslag of een ontheffing. Een ontheffing vragen kan dan niet meer.")
    rij = lopende_ontheffing(toets.intake) or Toetsontheffing(intake=toets.intake)
    if rij.pk and rij.ligt_ter_beslissing:
        raise IntakeFout("Er ligt al een voorstel bij de tweede lezer. Trek het eerst in.")
    rij.grond, rij.gevraagd_op, rij.voorstel, rij.motivering = grond, gevraagd_op, voorstel, motivering.strip()
    rij.status, rij.opgesteld_door, rij.opgesteld_op = Ontheffingstatus.TER_BESLISSING, door, op
    rij.revisie += 1
    rij.save()
    rij.schrijvers.add(door)
    _schrijf(rij, handelingen.ONTHEFFING_VOORGESTELD, door, op)
    return rij


@transaction.atomic
def geef_ontheffing_terug(*, ontheffing: Toetsontheffing, opmerkingen: str, door: Medewerker, op: date) -> None:
    """Back to the consulent with remarks. Raises IntakeFout without remarks and for who may not decide on it."""
    rij = _vergrendeld(ontheffing)
    _eis_beslisser(rij, door, op)
    if not opmerkingen.strip():
        raise IntakeFout("Schrijf op wat er anders moet.", "opmerkingen")
    rij.status, rij.opmerkingen = Ontheffingstatus.TERUGGEGEVEN, opmerkingen.strip()
    rij.save(update_fields=["status", "opmerkingen"])
    _schrijf(rij, handelingen.ONTHEFFING_TERUGGEGEVEN, door, op)


@transaction.atomic
def trek_voorstel_in(*, ontheffing: Toetsontheffing, door: Medewerker, op: date) -> None:
    """The person no longer asks for it. Again does nothing. Raises IntakeFout once it was decided."""
    rij = _vergrendeld(ontheffing)
    if rij.status == Ontheffingstatus.INGETROKKEN:
        return
    if not rij.loopt:
        raise IntakeFout("Er is al een besluit genomen. Een besluit trekt u niet in met deze knop.")
    rij.status = Ontheffingstatus.INGETROKKEN
    rij.save(update_fields=["status"])
    _schrijf(rij, handelingen.ONTHEFFING_INGETROKKEN, door, op)


@transaction.atomic
def beslis_ontheffing(*, ontheffing: Toetsontheffing, revisie: int, door: Medewerker, op: date) -> Beschikking:
    """Decide as proposed: number, frozen letter, and with a grant the test is settled. A refusal is a decision too.

    `revisie` is the one that was read. Again returns the decision that is there. Raises IntakeFout for who wrote the
    proposal, without the role, when it changed since or a result came in; BeschikkingFout without a mandate.
    """
    rij = _vergrendeld(ontheffing)
    if rij.beschikking:
        return rij.beschikking
    _eis_beslisser(rij, door, op)
    if rij.revisie != revisie:
        raise IntakeFout("Het voorstel is gewijzigd sinds u het opende. Lees het opnieuw.")
    toets = haal_toets(rij.intake, ook_afgerond=True)
    if toets.resultaat:
        raise IntakeFout("Er is intussen een uitslag van de toets. Geef het voorstel terug.")
    besluit = _neem_besluit(rij, door, op)
    rij.beschikking, rij.status = besluit, Ontheffingstatus.BESLOTEN
    rij.save(update_fields=["beschikking", "status"])
    if rij.wordt_verleend:
        toets.ontheffing, toets.geen_reden = rij, ""
        toets.save()
    uitkomst = "verleend" if rij.wordt_verleend else "geweigerd"
    _schrijf(rij, handelingen.ONTHEFFING_BESLOTEN, door, op, nummer=besluit.nummer, uitkomst=uitkomst)
    return besluit


def reden_niet_beslissen(ontheffing: Toetsontheffing, medewerker: Medewerker) -> str:
    """Why this person cannot decide on it now, '' when she can; her role is another matter."""
    if not ontheffing.ligt_ter_beslissing:
        return f"Dit voorstel ligt niet bij de tweede lezer; het is {ontheffing.get_status_display()}."
    if ontheffing.schrijvers.filter(pk=medewerker.pk).exists():
        return "U hebt zelf aan dit voorstel geschreven. Iemand anders moet beslissen."
    return ""


def ligt_ter_beslissing_bij(*, dossier: Dossier, medewerker: Medewerker, rollen: frozenset[str]) -> bool:
    """Whether this person decides on an ontheffing of this dossier now, and so may see its ground."""
    if not mag(rollen, Actie.ONTHEFFING_BESLISSEN):
        return False
    wacht = Toetsontheffing.objects.filter(intake__dossier=dossier, status=Ontheffingstatus.TER_BESLISSING)
    return wacht.exclude(schrijvers=medewerker).exists()


def brief(ontheffing: Toetsontheffing, nummer: str, tekent: str, op: date) -> OntheffingInhoud:
    """What the letter says when it is dated `op`; `tekent` is the name under it."""
    dossier = ontheffing.intake.dossier
    return OntheffingInhoud(
        **besluithoofd(
            dossier=dossier,
            nummer=nummer,
            onderwerp=ONDERWERP,
            op=op,
            tekent=tekent,
            opsteller=ontheffing.opgesteld_door,
        ),
        grond=ontheffing.grond,
        verleend=ontheffing.wordt_verleend,
        gevraagd_op=ontheffing.gevraagd_op.isoformat(),
        motivering=tuple(regel.strip() for regel in ontheffing.motivering.splitlines() if regel.strip()),
    )


def voorbeeld_brief(*, ontheffing: Toetsontheffing, op: date) -> bytes:
    """The letter with CONCEPT across it; nothing is stored. Raises PdfFout."""
    return voorbeeld(sjabloon=SJABLOON, inhoud=brief(ontheffing, "nog geen nummer", "[naam van wie beslist]", op))


def _neem_besluit(rij: Toetsontheffing, door: Medewerker, op: date) -> Beschikking:
    def inhoud(nummer: str) -> Inhoud:
        return brief(rij, nummer, door.naam, op)

    return neem_besluit(
        dossier=rij.intake.dossier,
        soort=Beschikkingsoort.ONTHEFFING_TOETS,
        voorvoegsel=VOORVOEGSEL,
        titel=TITEL,
        sjabloon=SJABLOON,
        inhoud=inhoud,
        opgesteld_door=rij.opgesteld_door,
        door=door,
        op=op,
    )


def _eis_beslisser(rij: Toetsontheffing, door: Medewerker, op: date) -> None:
    if reden := reden_niet_beslissen(rij, door):
        raise IntakeFout(reden)
    if not mag(door.rollen_in(rij.intake.dossier.gemeente_id, op), Actie.ONTHEFFING_BESLISSEN):
        raise IntakeFout("Alleen een tweede lezer of teamleider van deze gemeente kan hierover beslissen.")


def lopende_ontheffing(intake: BredeIntake) -> Toetsontheffing | None:
    """The proposal that waits for a decision or for its writer; None when there is none."""
    te_wijzigen = (Ontheffingstatus.TER_BESLISSING, Ontheffingstatus.TERUGGEGEVEN)
    rij: Toetsontheffing | None = intake.ontheffingen.filter(status__in=te_wijzigen).first()
    return rij


def _vergrendeld(ontheffing: Toetsontheffing) -> Toetsontheffing:
    """The same proposal read again; the intake is locked first, as everywhere."""
    vergrendel(ontheffing.intake, ook_afgerond=True)
    dossier = [f"intake__dossier__{deel}" for deel in ("gemeente", "inburgeraar", "consulent")]
    rijen = Toetsontheffing.objects.select_related(*dossier, "opgesteld_door", "beschikking")
    rij: Toetsontheffing = rijen.get(pk=ontheffing.pk)
    return rij


def _beletsel_niet_verzenden(besluit: Beschikking) -> str:
    """An intake that was completed with this ontheffing rests on it."""
    rij = Toetsontheffing.objects.select_related("intake").get(beschikking=besluit)
    if rij.wordt_verleend and rij.intake.is_afgerond:
        return AFGEROND
    return ""


def _neem_terug(besluit: Beschikking, door: Medewerker, op: date) -> Mapping[str, str]:
    """The test is open again: planned, taken, or another proposal."""
    rij = _vergrendeld(Toetsontheffing.objects.get(beschikking=besluit))
    Leerbaarheidstoets.objects.filter(intake=rij.intake, ontheffing=rij).update(ontheffing=None)
    return {}


registreer_onverzonden(
    Beschikkingsoort.ONTHEFFING_TOETS,
    Onverzonden(
        Actie.ONTHEFFING_BESLISSEN,
        _beletsel_niet_verzenden,
        _neem_terug,
        "De leerbaarheidstoets staat daarna weer open. U kunt opnieuw een ontheffing voorstellen.",
        "intake:toets",
    ),
)


def _schrijf(rij: Toetsontheffing, soort: str, door: Medewerker, op: date, **gegevens: str) -> None:
    registreer_handeling(dossier=rij.intake.dossier, soort=soort, datum=op, door=door, gegevens=gegevens)
