"""What follows from an oproep by law, and what hangs on it when its outcome is put right (Wi 14, 22)."""

from inburgering.recht.feiten import FeitSoort
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.intake.enums import Oproepsoort, Verschijning
from pip_plans.intake.models import BredeIntake, Oproep
from pip_plans.intake.models.oproep import MEESTE_OPROEPEN

OPEN = "Nog niet bekend of de inburgeraar komt."
TELT_NIET = "Deze oproep telt niet mee; de volgende krijgt hetzelfde nummer."
BEOORDELEN = "Beoordeel eerst of de reden geldig is. Tot dan volgt er niets."
BOETE = "Een boete kan alleen na een eigen afweging en de vraag naar de reden (art. 22 Wet inburgering 2021)."


def gevolg(oproep: Oproep) -> str:
    """In a sentence or two what this outcome leads to; nothing of it happens by itself."""
    if oproep.verschijning == Verschijning.OPEN:
        return OPEN
    if oproep.te_beoordelen:
        return BEOORDELEN
    if oproep.verschijning == Verschijning.VERSCHENEN:
        return "De inburgeraar kwam. Leg het gesprek of de uitslag vast."
    if not oproep.is_gemist:
        return TELT_NIET
    if oproep.nummer < MEESTE_OPROEPEN:
        waarschuwing = f"Hierop volgt de {oproep.nummer + 1}e oproep, met de schriftelijke waarschuwing (art. 14)."
        return waarschuwing if oproep.nummer == 1 else f"{waarschuwing} {BOETE}"
    zonder = "zonder de inburgeraar" if oproep.soort == Oproepsoort.INTAKE else "zonder uitslag van de toets"
    return f"Na deze derde oproep maakt u het plan {zonder}, met de gegevens die er zijn. {BOETE}"


def wat_hangt_eraan(oproep: Oproep, intake: BredeIntake) -> list[str]:
    """What rests on this oproep and its outcome, in sentences; empty when nothing does."""
    zinnen = []
    if oproep.wijst_op_individueel_gesprek and intake.gewezen_op == oproep.dagtekening:
        dag = datum_zonder_weekdag(oproep.dagtekening)
        zinnen.append(f"Het wijzen op het individuele gesprek ({dag}) staat in deze brief. Dat blijft gelden.")
    if oproep.afspraak_id:
        zinnen.append("De afspraak in de agenda krijgt dezelfde uitkomst.")
    zinnen += [
        f"De {later.nummer}e oproep van {datum_zonder_weekdag(later.dagtekening)} noemt deze dag als gemist."
        for later in intake.oproepen.all()
        if later.soort == oproep.soort and later.pk > oproep.pk and later.telt
    ]
    if intake.is_bij_verstek and oproep.is_gemist:
        zinnen.append("De intake is zonder de inburgeraar afgerond op grond van de gemiste oproepen.")
        zinnen += _plannen(intake)
    return zinnen


def _plannen(intake: BredeIntake) -> list[str]:
    feiten = intake.dossier.gebeurtenissen.feiten().geldend().filter(soort=FeitSoort.PIP_VASTGESTELD.value)
    besluiten = [feit.gegevens.get("beschikking", "") for feit in feiten]
    return [
        f"PIP {nummer} rust op die intake; alleen een nieuw besluit verandert het." for nummer in besluiten if nummer
    ]
