"""The three oproepen (Wi 14): in order, each a letter and an afspraak, and what came of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime

from cases.enums import Afspraaksoort, Afspraakuitkomst
from cases.models import Afspraak, Medewerker
from cases.services.afspraken import leg_uitkomst_vast, plan_afspraak
from cases.services.documenten import maak_document
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.intake import handelingen
from pip_plans.intake.enums import Oproepsoort, Verschijning, Wijzing
from pip_plans.intake.models import BredeIntake, Oproep
from pip_plans.intake.models.oproep import MEESTE_OPROEPEN

from .basis import IntakeFout, vergrendel
from .intake import wijs_op_individueel_gesprek
from .oproepbrief import Oproepgegevens, stel_brief_op
from .toets import meld_toets_gemist, plan_toets

AFSPRAAKSOORT = {Oproepsoort.INTAKE: Afspraaksoort.INTAKE, Oproepsoort.TOETS: Afspraaksoort.TOETS}
VERSCHIJNING = {
    Afspraakuitkomst.VERSCHENEN: Verschijning.VERSCHENEN,
    Afspraakuitkomst.AFGEMELD: Verschijning.AFGEMELD,
    Afspraakuitkomst.NIET_VERSCHENEN: Verschijning.NIET_VERSCHENEN,
    Afspraakuitkomst.GEANNULEERD: Verschijning.INGETROKKEN,
}


def volgende_oproep(intake: BredeIntake, soort: Oproepsoort) -> tuple[int, str]:
    """The number of the next oproep of this kind and '', or 0 and the Dutch reason why there is none (Wi 14).

    A number is used again when the person came, had a valid reason, or the gemeente withdrew the oproep.
    """
    eerdere = [oproep for oproep in intake.oproepen.all() if oproep.soort == soort]
    if any(oproep.verschijning == Verschijning.OPEN for oproep in eerdere):
        return 0, "Leg eerst de uitkomst van de vorige oproep vast."
    if any(oproep.te_beoordelen for oproep in eerdere):
        return 0, "Beoordeel eerst of de reden van de afmelding geldig is."
    nummer = 1 + len(intake.gemiste_oproepen(soort))
    if nummer > MEESTE_OPROEPEN:
        return 0, "Er zijn al drie oproepen gemist. Rond nu af zonder de inburgeraar."
    if not intake.toets_nodig:
        return 0, "Onder de Wet inburgering 2013 is er geen plicht om te verschijnen: maak een gewone afspraak."
    return nummer, ""


@transaction.atomic
def stuur_oproep(
    *, intake: BredeIntake, soort: Oproepsoort, gegevens: Oproepgegevens, door: Medewerker | None, op: date
) -> Oproep:
    """Make the next oproep: the letter, its afspraak, and in one for the intake the notice of the individual talk.

    Raises IntakeFout when no oproep can follow now, or when its day is not after `op`. The day of the letter is `op`.
    """
    intake = vergrendel(intake)
    nummer, waarom_niet = volgende_oproep(intake, soort)
    if waarom_niet:
        raise IntakeFout(waarom_niet)
    _controleer_dagen(gegevens, op)
    brief = stel_brief_op(intake=intake, soort=soort, nummer=nummer, gegevens=gegevens, door=door, op=op)
    document = maak_document(
        dossier=intake.dossier,
        soort="oproep",
        titel=f"{nummer}e oproep {soort.label.lower()}",
        sjabloon="oproep/v1",
        inhoud=brief,
    )
    oproep = Oproep.objects.create(
        intake=intake,
        soort=soort,
        nummer=nummer,
        dagtekening=op,
        begin=gegevens.begin,
        uiterlijk=gegevens.afbellen_voor,
        locatie=gegevens.locatie,
        adres=gegevens.adres,
        wijst_op_individueel_gesprek=soort == Oproepsoort.INTAKE,
        document=document,
        afspraak=_maak_afspraak(intake, soort, gegevens, door, op),
    )
    _schrijf(oproep, handelingen.OPROEP_VERSTUURD, op, door)
    if soort == Oproepsoort.INTAKE:
        wijs_op_individueel_gesprek(intake=intake, datum=op, hoe=Wijzing.OPROEP, door=door, op=op)
    else:
        plan_toets(intake=intake, dag=oproep.dag, door=door, op=op)
    return oproep


def _controleer_dagen(gegevens: Oproepgegevens, op: date) -> None:
    dag = localtime(gegevens.begin).date()
    if dag <= op:
        raise IntakeFout("De dag in de oproep ligt na vandaag.", "dag")
    if not op <= gegevens.afbellen_voor <= dag:
        raise IntakeFout(
            "De laatste dag om af te bellen ligt tussen vandaag en de dag van de afspraak.", "afbellen_voor"
        )


def _maak_afspraak(
    intake: BredeIntake, soort: Oproepsoort, gegevens: Oproepgegevens, door: Medewerker | None, op: date
) -> Afspraak | None:
    """In the agenda of the consulent; without anybody to meet there is no afspraak."""
    met = intake.dossier.consulent or door
    if met is None:
        return None
    velden: Mapping[str, Any] = {
        "soort": AFSPRAAKSOORT[soort],
        "begin": gegevens.begin,
        "duur_minuten": gegevens.duur_minuten,
        "plaatssoort": gegevens.plaatssoort,
        "plaats": f"{gegevens.locatie}, {gegevens.adres}"[:150],
        "met": met,
        "tolk_taal": gegevens.tolk_taal,
    }
    return plan_afspraak(dossier=intake.dossier, gegevens=velden, door=door, op=op)


@transaction.atomic
def leg_uitkomst_oproep_vast(
    *,
    oproep: Oproep,
    verschijning: Verschijning,
    geldige_reden: bool | None = None,
    reden: str = "",
    door: Medewerker | None,
    op: date,
) -> Oproep:
    """Record whether the person came, called off or stayed away, and whether the reason is valid.

    The afspraak of the oproep gets the same outcome; a missed test is recorded with the test. May be corrected as long
    as no later oproep counts on it (withdraw that one first); a verdict that leaves it missed always may. Raises
    IntakeFout otherwise, and before the day unless somebody called off.
    """
    intake = vergrendel(oproep.intake)
    oproep = Oproep.objects.select_related("afspraak").get(pk=oproep.pk, intake=intake)
    oproep.intake = intake
    if (oproep.verschijning, oproep.geldige_reden, oproep.reden) == (verschijning, geldige_reden, reden.strip()):
        return oproep
    was_gemist = oproep.is_gemist
    oproep.verschijning, oproep.reden = verschijning, reden.strip()
    oproep.geldige_reden = geldige_reden if verschijning in Verschijning.weggebleven() else None
    _controleer_uitkomst(oproep, op, blijft_gemist=was_gemist and oproep.is_gemist)
    oproep.save(update_fields=["verschijning", "geldige_reden", "reden"])
    _schrijf(oproep, handelingen.OPROEP_UITKOMST, op, door, uitkomst=Verschijning(verschijning).label)
    _werk_anderen_bij(oproep, door, op)
    return oproep


def _controleer_uitkomst(oproep: Oproep, op: date, *, blijft_gemist: bool) -> None:
    """A later letter names this oproep as missed: that may be judged further, but not undone."""
    if oproep.verschijning == Verschijning.OPEN:
        raise IntakeFout("Kies wat er gebeurd is.")
    later = oproep.intake.oproepen.filter(soort=oproep.soort, pk__gt=oproep.pk).tellend()
    if not blijft_gemist and (volgende := later.first()):
        dag = datum_zonder_weekdag(volgende.dagtekening)
        raise IntakeFout(
            f"De {volgende.nummer}e oproep van {dag} noemt deze als gemist. Trek die eerst in (‘ingetrokken door de "
            "gemeente’); daarna kunt u deze verbeteren."
        )
    if oproep.verschijning in (Verschijning.VERSCHENEN, Verschijning.NIET_VERSCHENEN) and oproep.dag > op:
        raise IntakeFout("De dag van deze oproep moet nog komen.")


def _werk_anderen_bij(oproep: Oproep, door: Medewerker | None, op: date) -> None:
    toets = oproep.intake.toets
    if (
        oproep.soort == Oproepsoort.TOETS
        and oproep.verschijning == Verschijning.NIET_VERSCHENEN
        and not (toets and toets.is_besloten)
    ):
        meld_toets_gemist(intake=oproep.intake, door=door, op=op)
    uitkomst = next((van for van, naar in VERSCHIJNING.items() if naar == oproep.verschijning), None)
    if oproep.afspraak and uitkomst and uitkomst != Afspraakuitkomst.GEANNULEERD:
        leg_uitkomst_vast(afspraak=oproep.afspraak, uitkomst=uitkomst, door=door, op=op)


def neem_uitkomst_over(afspraak: Afspraak, door: Medewerker | None, op: date) -> None:
    """What the werkvoorraad records for an afspraak holds for its oproep too (`cases.panelen.registreer_bij_uitkomst`).

    Whether a reason is valid is judged later, on the page of the intake.
    """
    oproep = Oproep.objects.filter(afspraak=afspraak, intake__afgerond_op=None).select_related("intake").first()
    verschijning = VERSCHIJNING.get(Afspraakuitkomst(afspraak.uitkomst))
    if oproep is None or verschijning is None or oproep.verschijning == verschijning:
        return
    leg_uitkomst_oproep_vast(oproep=oproep, verschijning=verschijning, door=door, op=op)


def _schrijf(oproep: Oproep, soort: str, op: date, door: Medewerker | None, **gegevens: str) -> None:
    waarvoor = Oproepsoort(oproep.soort).label.lower()
    registreer_handeling(
        dossier=oproep.intake.dossier,
        soort=soort,
        datum=op,
        door=door,
        gegevens={"nummer": oproep.nummer, "waarvoor": waarvoor, "oproep_id": oproep.pk, **gegevens},
    )
