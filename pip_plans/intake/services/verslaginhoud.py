"""What one copy of the intakeverslag says, as the content of template 'intake_verslag/v1'."""

from collections.abc import Iterator
from datetime import date

from cases.models import Dossier, Medewerker
from cases.naasten import genoemd
from cases.services.briefhoofd import afzender, geadresseerde, kenmerk, ondertekening
from cases.services.gezinnen import naasten_beschermd
from inburgering.recht.feiten import Regime
from pip_plans.intake.enums import Gebied
from pip_plans.intake.inhoud_verslag import VerslagGebied, VerslagGesprek, VerslagInhoud, VerslagVerwijzing
from pip_plans.intake.models import BredeIntake, Doorverwijzing, Intakegesprek


def stel_verslag_op(*, intake: BredeIntake, met_gezondheid: bool, door: Medewerker | None, op: date) -> VerslagInhoud:
    """The frozen content; without `met_gezondheid` nothing of the area gezondheid and of the health-like points."""
    dossier: Dossier = intake.dossier
    behandelaar = dossier.consulent or door
    beschermd = naasten_beschermd(dossier)
    punten = (punt for punt in intake.aandachtspunten.all() if met_gezondheid or not punt.is_bijzonder)
    return VerslagInhoud(
        afzender=afzender(dossier.gemeente),
        geadresseerde=geadresseerde(dossier),
        kenmerk=kenmerk(
            nummer=dossier.nummer,
            onderwerp="Het verslag van uw brede intake",
            datum=op,
            gemeente=dossier.gemeente,
            behandelaar=behandelaar,
        ),
        ondertekening=ondertekening(behandelaar),
        gestart_op=intake.gestart_op.isoformat(),
        afgerond_op=_iso(intake.afgerond_op),
        verstek=intake.is_bij_verstek,
        met_gezondheid=met_gezondheid,
        advies=dossier.regime == Regime.WI2013.value,
        gewezen_op=_iso(intake.gewezen_op),
        gewezen_hoe=intake.get_gewezen_hoe_display() if intake.gewezen_hoe else "",
        individueel=_individueel(intake),
        gesprekken=tuple(_gesprek(gesprek, beschermd) for gesprek in intake.gesprekken.all()),
        gemist=tuple((oproep.dag.isoformat(), oproep.wat_gebeurde) for oproep in intake.gemiste_oproepen()),
        toets=intake.toets.stand if intake.toets else "",
        taalstart=_taalstart(intake),
        gebieden=tuple(_gebieden(intake, met_gezondheid)),
        aandachtspunten=tuple((str(punt), punt.toelichting) for punt in punten),
        subdoelen=tuple((str(doel), doel.toelichting) for doel in intake.subdoelen.all()),
        zienswijze=intake.zienswijze,
    )


def _iso(dag: date | None) -> str:
    return dag.isoformat() if dag else ""


def _individueel(intake: BredeIntake) -> str:
    if intake.individueel_gevoerd_op is not None:
        return "U hebt een gesprek alleen met ons gehad."
    if intake.individueel_gewenst is None:
        return ""
    return "U wilde een gesprek alleen." if intake.individueel_gewenst else "U wilde geen gesprek alleen."


def _gesprek(gesprek: Intakegesprek, beschermd: bool) -> VerslagGesprek:
    return VerslagGesprek(
        datum=gesprek.datum.isoformat(),
        waar=gesprek.waar,
        over=gesprek.onderwerpen,
        met=str(gesprek.gevoerd_door or ""),
        tolk=gesprek.tolk_taal,
        individueel=gesprek.individueel,
        erbij=tuple(genoemd(wie, beschermd) for wie in gesprek.aanwezigen.all()),
        verslag=gesprek.verslag,
    )


def _taalstart(intake: BredeIntake) -> str:
    taalstart = intake.taalstart_of_niets
    return taalstart.advies if taalstart else ""


def _gebieden(intake: BredeIntake, met_gezondheid: bool) -> Iterator[VerslagGebied]:
    """The areas in their fixed order; those of which nothing was said are left out."""
    rijen = {rij.gebied: rij for rij in intake.leefgebieden.all()}
    verwijzingen = list(intake.doorverwijzingen.zichtbaar(met_gezondheid=met_gezondheid).select_related("voorziening"))
    for gebied in Gebied:
        if gebied == Gebied.GEZONDHEID and not met_gezondheid:
            continue
        rij = rijen.get(gebied.value)
        van_gebied = tuple(_verwijzing(deel) for deel in verwijzingen if deel.gebied == gebied)
        if van_gebied or (rij and not rij.is_leeg):
            yield VerslagGebied(
                label=str(gebied.label),
                antwoorden=rij.beantwoord if rij else (),
                situatie=rij.situatie if rij else "",
                mogelijkheden=rij.mogelijkheden if rij else "",
                belemmeringen=rij.belemmeringen if rij else "",
                verwijzingen=van_gebied,
            )


def _verwijzing(rij: Doorverwijzing) -> VerslagVerwijzing:
    stand = rij.get_reactie_display()
    return VerslagVerwijzing(
        datum=rij.datum.isoformat(),
        naar=rij.naar_wie,
        waarvoor=rij.waarvoor,
        stand=f"{stand}: {rij.uitkomst}" if rij.uitkomst else stand,
    )
