"""The first rung, and the ways out: a constatering is recorded; a case ends on any rung with a reason."""

from datetime import date

from django.db import transaction

from cases.enums import Dossierstatus
from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_feit
from cases.services.nummers import volgend_nummer
from cases.services.termijnen import dossierfeiten_van
from cases.toegang import Actie
from inburgering.recht.feiten import FeitSoort, Regime
from pip_plans.handhaving import handelingen
from pip_plans.handhaving.enums import NA_BESLUIT, VOOR_BESLUIT, Einde, Gedraging, Trede
from pip_plans.handhaving.models import Handhavingszaak

from .basis import BRON, HandhavingFout, eis_rol, eis_tekst, noteer, vergrendel, weiger_toekomst
from .beleid import GEEN_PIP, WI2013, pip_gold_op

VOORVOEGSEL = "HZ"


@transaction.atomic
def constateer(
    *,
    dossier: Dossier,
    gedraging: Gedraging,
    gedrag_op: date,
    omschrijving: str,
    bewijs: str,
    door: Medewerker,
    op: date,
) -> Handhavingszaak:
    """Open a case on the conduct that was found today. Nothing follows by itself.

    Raises HandhavingFout in a closed dossier, without evidence, for a day to come, under the act of 2013, without the
    role, for art. 23 before a PIP was made known, and while a case about the same conduct on the same day runs.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    eis_rol(dossier, door, op, Actie.BOETE_VOORSTELLEN)
    if dossier.regime == Regime.WI2013:
        raise HandhavingFout(WI2013)
    if dossier.status != Dossierstatus.LOPEND:
        raise HandhavingFout("Dit dossier is afgesloten. Een nieuwe zaak kan hier niet meer.")
    weiger_toekomst(gedrag_op, op, "gedrag_op")
    if gedraging == Gedraging.PIP and not pip_gold_op(dossierfeiten_van(dossier), gedrag_op):
        raise HandhavingFout(GEEN_PIP, "gedrag_op")
    if Handhavingszaak.objects.lopend().filter(dossier=dossier, gedraging=gedraging, gedrag_op=gedrag_op).exists():
        raise HandhavingFout("Over dit gedrag op deze dag loopt al een zaak.", "gedrag_op")
    zaak = Handhavingszaak(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        nummer=volgend_nummer(gemeente=dossier.gemeente, soort=VOORVOEGSEL, jaar=op.year),
        gedraging=gedraging,
        gedrag_op=gedrag_op,
        omschrijving=eis_tekst(omschrijving, "Schrijf op wat er gebeurde.", "omschrijving"),
        bewijs=eis_tekst(bewijs, "Schrijf op waaruit dat blijkt.", "bewijs"),
        geconstateerd_op=op,
        geconstateerd_door=door,
    )
    zaak.save()
    noteer(zaak, handelingen.GECONSTATEERD, door, op, artikel=zaak.artikel.value)
    return zaak


def einden(zaak: Handhavingszaak) -> tuple[Einde, ...]:
    """The reasons with which this case can be ended now."""
    if zaak.beschikking is None:
        return VOOR_BESLUIT
    return NA_BESLUIT if zaak.beschikking.bekendgemaakt_op else ()


@transaction.atomic
def beeindig(*, zaak: Handhavingszaak, einde: Einde, waarom: str, door: Medewerker, op: date) -> Handhavingszaak:
    """End the case with a reason. Before the decision the consulent or the teamleider; after it a fine that still
    holds only by the teamleider. The terms lapse with it.

    Raises HandhavingFout for a reason that does not fit the rung, a fine that waits to be sent, and without an
    explanation.
    """
    rij = vergrendel(zaak)
    _eis_mag_beeindigen(rij, door, op)
    if einde not in einden(rij):
        raise HandhavingFout("Deze reden past niet bij waar de zaak nu staat.", "einde")
    besluit = rij.beschikking
    if einde == Einde.HERROEPEN and besluit is not None and besluit.is_geldend:
        raise HandhavingFout(f"Besluit {besluit} geldt nog. Herroepen gaat met een beslissing op bezwaar.", "einde")
    return sluit(rij, einde, eis_tekst(waarom, "Schrijf op waarom de zaak eindigt.", "waarom"), door, op)


def sluit(rij: Handhavingszaak, einde: Einde, waarom: str, door: Medewerker, op: date) -> Handhavingszaak:
    """Write the end of a case that is locked, with the fact from which its terms lapse."""
    rij.einde, rij.einde_waarom, rij.beeindigd_op, rij.beeindigd_door = einde, waarom, op, door
    rij.save(update_fields=["einde", "einde_waarom", "beeindigd_op", "beeindigd_door"])
    if rij.trede >= Trede.VOORNEMEN:
        registreer_feit(
            dossier=rij.dossier,
            soort=FeitSoort.BOETEZAAK_BEEINDIGD,
            datum=op,
            door=door,
            op=op,
            bron=BRON,
            kenmerk=f"einde-{rij.nummer}",
            gegevens={"zaak": rij.nummer},
        )
    noteer(rij, handelingen.BEEINDIGD, door, op, reden=einde.label)
    return rij


def _eis_mag_beeindigen(rij: Handhavingszaak, door: Medewerker, op: date) -> None:
    eis_rol(rij.dossier, door, op, Actie.BOETE_BESLISSEN if rij.besloten else Actie.DOSSIER_BEWERKEN)
