"""The bijlagen of a PIP: written beside the decision, changed without a new one, each version dated and sent."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from cases.enums import Beschikkingstatus
from cases.models import Beschikking, Dossier, Medewerker
from cases.services.briefhoofd import afzender, geadresseerde, kenmerk, ondertekening
from cases.services.documenten import DocumentFout, maak_document
from cases.services.gebeurtenissen import registreer_handeling
from pip_plans.plan import handelingen
from pip_plans.plan.brieven import PIP_BIJLAGE
from pip_plans.plan.enums import Pipstatus
from pip_plans.plan.inhoud_bijlage import BIJLAGEVELDEN, BijlageInhoud
from pip_plans.plan.models import Pip, PipBijlage
from pip_plans.plan.veldsoorten import PLICHT

from .basis import PlanFout, vergrendel
from .situatie import situatie
from .versies import is_beeindigd
from .zinnen import afgemaakt

LANGSTE_TEKST = 2000  # characters per field
ONDERWERP = "Bijlage bij uw Plan Inburgering en Participatie"


def uitgebracht(dossier: Dossier) -> list[PipBijlage]:
    """Every bijlage that left the house, the newest first, over all versions of the PIP that were sent or will be."""
    rijen = PipBijlage.objects.filter(pip__dossier=dossier, document__isnull=False)
    rijen = rijen.exclude(pip__beschikking__status=Beschikkingstatus.NIET_VERZONDEN)
    ook = ("document", "door", "pip__beschikking")
    return list(rijen.select_related(*ook).defer("document__bytes", "document__inhoud", "pip__beschikking__inhoud"))


def laatste_niet_herroepen(rijen: Sequence[PipBijlage]) -> PipBijlage | None:
    """The bijlage that the next one replaces, of `uitgebracht`: with a herroepen PIP its bijlage falls (Awb 7:11)."""
    return next((rij for rij in rijen if not _herroepen(rij)), None)


def geldende_bijlage(rijen: Sequence[PipBijlage]) -> PipBijlage | None:
    """The one that holds, of `uitgebracht`: never with a version that is herroepen or not sent, nor without a PIP."""
    bekend = [rij for rij in rijen if not _herroepen(rij) and not rij.pip.is_te_verzenden]
    eerste = next(iter(bekend), None)
    staat = eerste and eerste.pip.dossier.pips.filter(beschikking__status=Beschikkingstatus.BEKENDGEMAAKT).exists()
    return eerste if staat else None


def _herroepen(bijlage: PipBijlage) -> bool:
    besluit = bijlage.pip.beschikking
    return besluit is not None and besluit.status == Beschikkingstatus.HERROEPEN


def concept_van(pip: Pip) -> PipBijlage:
    """The bijlage that is being written; a new one starts from the last version, else from the intake. Not saved.

    A concept that was begun beside an earlier version of the PIP goes on beside this one.
    """
    eerdere = uitgebracht(pip.dossier)
    rij = pip.bijlage_in_de_maak
    if rij:
        rij.pip, rij.versie = pip, len(eerdere) + 1
        return rij
    vorige = laatste_niet_herroepen(eerdere)
    inhoud = vorige.inhoud if vorige else _uit_de_intake(pip)
    return PipBijlage(pip=pip, versie=len(eerdere) + 1, inhoud=dict.fromkeys(BIJLAGEVELDEN, "") | inhoud)


def gaat_mee(pip: Pip) -> PipBijlage | None:
    """The bijlage that goes out together with the decision on this concept; None when there is nothing new in it."""
    bijlage = concept_van(pip)
    return bijlage if bijlage.pk and not _niets_nieuws(bijlage) else None


def _uit_de_intake(pip: Pip) -> dict[str, str]:
    intake = situatie(pip.dossier).intake
    doelen = [f"U werkt aan: {doel.in_woorden}." for doel in intake.subdoelen] if intake else []
    return {"subdoelen": "\n".join(doelen)}


def beletsel(pip: Pip) -> str:
    """Why the bijlage cannot be written now, '' when it can."""
    if pip.is_advies:
        return "Bij een PIP-advies horen geen bijlagen: het advies zelf is al vrijblijvend."
    if Pip.objects.filter(dossier=pip.dossier_id, status=Pipstatus.TER_LEZING).exists():
        return "Er ligt een PIP bij de tweede lezer. De bijlage gaat daarmee mee en verandert nu niet."
    if is_beeindigd(pip):
        return "Dit PIP geldt niet meer. Een bijlage kan er niet meer bij."
    return ""


@transaction.atomic
def bewaar_bijlage(*, pip: Pip, revisie: int, gegevens: Mapping[str, str], door: Medewerker, op: date) -> PipBijlage:
    """Save the concept of the bijlage. Raises PlanFout when it cannot be written now, when somebody saved or issued it
    in between, and for a text that is too long."""
    pip = vergrendel(pip)
    if reden := beletsel(pip):
        raise PlanFout(reden)
    bijlage = concept_van(pip)
    if bijlage.revisie != revisie:
        raise PlanFout(_wat_intussen(bijlage))
    bijlage.inhoud = {veld: gegevens.get(veld, "").strip() for veld in BIJLAGEVELDEN}
    if any(len(tekst) > LANGSTE_TEKST for tekst in bijlage.inhoud.values()):
        raise PlanFout(f"Een tekst in de bijlage is te lang. Gebruik ten hoogste {LANGSTE_TEKST} tekens.")
    bijlage.revisie, bijlage.door, bijlage.bewaard_op = revisie + 1, door, op
    bijlage.save()
    return bijlage


def _wat_intussen(bijlage: PipBijlage) -> str:
    """What became of the concept that the writer started from; without one here it has left the house."""
    if bijlage.pk is None:
        return (
            "De bijlage is intussen uitgebracht. Uw tekst is nog niet bewaard. Opslaan maakt er een nieuw concept van."
        )
    return f"{bijlage.door} heeft deze bijlage intussen gewijzigd. Er is nog niets overschreven."


@transaction.atomic
def breng_uit(
    *,
    pip: Pip,
    revisie: int,
    gegevens: Mapping[str, str],
    geldig_vanaf: date,
    raakt_plicht: bool,
    door: Medewerker,
    op: date,
) -> PipBijlage:
    """Save the bijlage, freeze it as the next version and queue its letter; the decision stays as it is.

    Raises PlanFout when it changes a duty that can be enforced by a fine (that is hoofdlijn: art. 23 Wi 2021), before
    the decision, for a day before the decision, when nothing changed, and when somebody saved in between.
    """
    bewaar_bijlage(pip=pip, revisie=revisie, gegevens=gegevens, door=door, op=op)
    pip = vergrendel(pip)
    besluit = pip.beschikking
    if besluit is None:
        raise PlanFout("Het PIP is nog niet vastgesteld. De bijlage gaat mee als dat gebeurt.")
    if raakt_plicht:
        raise PlanFout(PLICHT.zin())
    if geldig_vanaf < besluit.dagtekening:
        raise PlanFout("De bijlage kan niet gelden vanaf een dag voor het besluit.")
    try:
        return _maak(pip, besluit, geldig_vanaf, door, op)
    except DocumentFout as fout:
        raise PlanFout(str(fout)) from fout


def breng_uit_bij_besluit(*, pip: Pip, besluit: Beschikking, door: Medewerker, op: date) -> PipBijlage | None:
    """The bijlage that was written with the concept goes out with the decision; None when there is none."""
    return _maak(pip, besluit, besluit.dagtekening, door, op) if gaat_mee(pip) else None


def _maak(pip: Pip, besluit: Beschikking, geldig_vanaf: date, door: Medewerker, op: date) -> PipBijlage:
    bijlage = concept_van(pip)
    if reden := _niets_nieuws(bijlage):
        raise PlanFout(reden)
    bijlage.geldig_vanaf = geldig_vanaf
    bijlage.document = maak_document(
        dossier=pip.dossier,
        soort=PIP_BIJLAGE.code,
        titel=f"Bijlage {bijlage.versie} bij {besluit.nummer}",
        sjabloon=PIP_BIJLAGE.sjabloon,
        inhoud=_inhoud(bijlage, besluit, op),
    )
    bijlage.save()
    registreer_handeling(
        dossier=pip.dossier,
        soort=handelingen.PIP_BIJLAGE,
        datum=op,
        door=door,
        gegevens={"versie": bijlage.versie, "nummer": besluit.nummer},
    )
    return bijlage


def _niets_nieuws(bijlage: PipBijlage) -> str:
    """Why this concept would say nothing new, '' when it does."""
    vorige = laatste_niet_herroepen(uitgebracht(bijlage.pip.dossier))
    if vorige and vorige.inhoud == bijlage.inhoud:
        return "Er is niets veranderd sinds de vorige bijlage."
    return "" if any(bijlage.inhoud.values()) else "De bijlage is leeg."


def _inhoud(bijlage: PipBijlage, besluit: Beschikking, op: date) -> BijlageInhoud:
    dossier = bijlage.pip.dossier
    vorige = laatste_niet_herroepen(uitgebracht(dossier))
    behandelaar = dossier.consulent or bijlage.door
    return BijlageInhoud(
        afzender=afzender(dossier.gemeente),
        geadresseerde=geadresseerde(dossier),
        kenmerk=kenmerk(
            nummer=f"{besluit.nummer}-B{bijlage.versie}",
            onderwerp=ONDERWERP,
            datum=op,
            gemeente=dossier.gemeente,
            behandelaar=behandelaar,
        ),
        ondertekening=ondertekening(behandelaar),
        naam=dossier.inburgeraar.naam,
        besluit=besluit.nummer,
        besluit_datum=besluit.dagtekening.isoformat(),
        versie=bijlage.versie,
        geldig_vanaf=bijlage.geldig_vanaf.isoformat() if bijlage.geldig_vanaf else "",
        vervangt=vorige.versie if vorige else 0,
        **{veld: _regels(bijlage.inhoud.get(veld, "")) for veld in BIJLAGEVELDEN},
    )


def _regels(tekst: str) -> tuple[str, ...]:
    return tuple(afgemaakt(regel) for regel in tekst.splitlines() if regel.strip())
