"""Completing the brede intake, completing it without the person, and opening it again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from cases.models import Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.recht.feiten import FeitSoort
from pip_plans.intake import handelingen
from pip_plans.intake.enums import Gebied, GeenToets, Wijze, Wijzing
from pip_plans.intake.models import BredeIntake, Leerbaarheidstoets

from .basis import IntakeFout, NietCompleet, vergrendel
from .verslag import maak_verslag
from .verstek import verstek_mist

GEEN_TOETS = "De leerbaarheidstoets heeft nog geen uitslag, ontheffing of reden waarom hij er niet is."
ONTHEFFING_WACHT = "De ontheffing van de toets is nog niet verzonden. Maak haar eerst bekend (art. 3:40 Awb)."


@dataclass(frozen=True, slots=True)
class Ontbrekend:
    """One thing that stands in the way of completing, and the part of the page where it is mended."""

    reden: str
    onderdeel: str


def verplichte_gebieden(intake: BredeIntake) -> tuple[Gebied, ...]:
    """After a move from another gemeente there is no inquiry into education and work again (Wi 15(4))."""
    verhuisd = intake.toets is not None and intake.toets.geen_reden == GeenToets.VERHUIZING
    return (Gebied.TAAL,) if verhuisd else (Gebied.TAAL, Gebied.OPLEIDING, Gebied.WERK)


def ontbreekt(intake: BredeIntake) -> list[Ontbrekend]:
    """What is missing before the intake may be completed with the person; empty when it may.

    Bi 5.2 (notice of the individual talk, written record), Wi 14 (talk and test), Wi 15(4) (move).
    """
    return list(_ontbrekende_delen(intake))


def _ontbrekende_delen(intake: BredeIntake) -> Iterator[Ontbrekend]:
    if not intake.gesprekken.all():
        yield Ontbrekend("Er is nog geen gesprek vastgelegd.", "gesprekken")
    if intake.gewezen_op is None:
        yield Ontbrekend("Het wijzen op het recht op een individueel gesprek is nog niet vastgelegd.", "individueel")
    if intake.individueel_gewenst and intake.individueel_gevoerd_op is None:
        yield Ontbrekend("De inburgeraar wil een individueel gesprek, maar dat is nog niet gevoerd.", "individueel")
    if intake.toets_nodig and not (intake.toets and intake.toets.is_klaar):
        wacht = intake.toets is not None and intake.toets.is_ontheven
        yield Ontbrekend(ONTHEFFING_WACHT if wacht else GEEN_TOETS, "toets")
    beschreven = {rij.gebied for rij in intake.leefgebieden.all() if not rij.is_leeg}
    for gebied in verplichte_gebieden(intake):
        if gebied not in beschreven:
            yield Ontbrekend(f"Het leefgebied {gebied.label.lower()} is nog leeg.", f"gebied-{gebied.value}")


@transaction.atomic
def rond_af(*, intake: BredeIntake, door: Medewerker | None, op: date) -> None:
    """Complete the intake with the person. Raises NietCompleet with every reason why not.

    Writes INTAKE_AFGEROND and freezes the intakeverslag.
    """
    intake = vergrendel(intake)
    if gemis := ontbreekt(intake):
        raise NietCompleet(deel.reden for deel in gemis)
    _sluit(intake, Wijze.GESPREK, op, door)


@transaction.atomic
def rond_af_bij_verstek(*, intake: BredeIntake, door: Medewerker | None, op: date) -> None:
    """Complete without the person after three oproepen (Wi 14(2)): no talk, no test, the notice stood in the oproep.

    Raises NietCompleet with all that the three oproepen lack (`verstek_mist`).
    """
    intake = vergrendel(intake)
    if gemis := verstek_mist(intake, op):
        raise NietCompleet(gemis)
    if intake.gewezen_op is None:
        eerste = next(oproep for oproep in intake.gemiste_oproepen() if oproep.wijst_op_individueel_gesprek)
        intake.gewezen_op, intake.gewezen_hoe = eerste.dagtekening, Wijzing.OPROEP
    if intake.toets_nodig and not (intake.toets and intake.toets.is_besloten):
        Leerbaarheidstoets.objects.update_or_create(intake=intake, defaults={"geen_reden": GeenToets.VERSTEK})
    _sluit(intake, Wijze.VERSTEK, op, door)


def _sluit(intake: BredeIntake, wijze: Wijze, op: date, door: Medewerker | None) -> None:
    intake.afgerond_op, intake.wijze = op, wijze
    intake.full_clean()
    intake.save()
    maak_verslag(intake=intake, door=door, op=op)
    registreer_handeling(
        dossier=intake.dossier,
        soort=handelingen.INTAKE_AFGEROND,
        datum=op,
        door=door,
        gegevens={"wijze": wijze.label},
    )


def heropenen_kan(intake: BredeIntake) -> bool:
    """As long as no PIP rests on the intake."""
    pip = intake.dossier.gebeurtenissen.feiten().geldend().filter(soort=FeitSoort.PIP_VASTGESTELD.value)
    return intake.is_afgerond and not pip.exists()


@transaction.atomic
def heropen(*, intake: BredeIntake, reden: str, door: Medewerker | None, op: date) -> None:
    """Open a completed intake again. Raises IntakeFout without a reason, or when a PIP was established on it.

    After completion in absence the test is open again as well: the person may still come.
    """
    intake = BredeIntake.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=intake.pk)
    if not reden.strip():
        raise IntakeFout("Schrijf op waarom u de intake heropent.")
    if not heropenen_kan(intake):
        raise IntakeFout("Deze intake kan niet meer open: er is een PIP op vastgesteld.")
    if intake.is_bij_verstek:
        Leerbaarheidstoets.objects.filter(intake=intake, geen_reden=GeenToets.VERSTEK).update(geen_reden="")
    intake.afgerond_op, intake.wijze = None, ""
    intake.save(update_fields=["afgerond_op", "wijze"])
    registreer_handeling(
        dossier=intake.dossier, soort=handelingen.INTAKE_HEROPEND, datum=op, door=door, toelichting=reden
    )
