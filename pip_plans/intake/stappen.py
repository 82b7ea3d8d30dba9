"""The steps of *Wat nu?* until the intake is completed, each dated by the raw day of the PIP term if there is one."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.urls import reverse
from django.utils.timezone import localtime

from cases.enums import Dossierstatus, Termijnstatus
from cases.panelen import Dossierbeeld, Stap, registreer_stappen
from inburgering.recht.feiten import FeitSoort, Regime
from inburgering.recht.uitleg import datum_zonder_weekdag

from .enums import Oproepsoort, Verschijning
from .models import BredeIntake
from .models.oproep import MEESTE_OPROEPEN
from .services.afronding import ontbreekt
from .services.gezin import GESPREKKEN
from .services.verstek import verstek_mist

AANLEIDINGEN = (FeitSoort.EERSTE_CONTACT, FeitSoort.KOPPELING, FeitSoort.KENNISGEVING_DUO, FeitSoort.BRP_INSCHRIJVING)
VOLGORDE = 30


@registreer_stappen
def stappen(beeld: Dossierbeeld) -> Iterable[Stap]:
    """Nothing once the dossier is closed or has its PIP."""
    if beeld.dossier.status != Dossierstatus.LOPEND or beeld.feiten.eerste(FeitSoort.PIP_VASTGESTELD):
        return []
    intake = BredeIntake.objects.met_alles().filter(dossier=beeld.dossier).first()
    if intake is None:
        return list(_start(beeld))
    return [] if intake.is_afgerond else list(_lopend(beeld, intake))


def pip_dag(beeld: Dossierbeeld) -> date | None:
    """The raw day of the PIP term: plan on this."""
    pip = (rij for rij in beeld.termijnen if rij.soort == "PIP" and rij.status == Termijnstatus.OPEN)
    termijn = next(pip, None)
    return termijn.ruwe_dag if termijn else None


def _stap(beeld: Dossierbeeld, titel: str, reden: str, volgorde: int, pagina: str = "overzicht", **deel: str) -> Stap:
    """One step, by the raw day of the PIP; the reason says so, that nobody wonders where the date comes from."""
    dag = pip_dag(beeld)
    adres = {"gemeente": beeld.dossier.gemeente.slug, "nummer": beeld.dossier.nummer, **deel}
    waarvoor = " Nodig voor het PIP." if dag else ""
    return Stap(titel, f"{reden}{waarvoor}", reverse(f"intake:{pagina}", kwargs=adres), dag, VOLGORDE + volgorde)


def _start(beeld: Dossierbeeld) -> Iterator[Stap]:
    """Under the act of 2013 an intake may be held, but nothing waits for it."""
    if beeld.feiten.regime is Regime.WI2021 and any(beeld.feiten.eerste(soort) for soort in AANLEIDINGEN):
        yield _stap(beeld, "Brede intake starten", "Zonder intake is er geen PIP.", 0)


def _lopend(beeld: Dossierbeeld, intake: BredeIntake) -> Iterator[Stap]:
    mist = verstek_mist(intake, beeld.op)
    if not mist:
        reden = "Drie oproepen zijn zonder geldige reden gemist."
        yield _stap(beeld, "Intake afronden zonder inburgeraar", reden, 0, "verstek")
        return
    if len(intake.gemiste_oproepen()) == MEESTE_OPROEPEN and not intake.gesprekken.all():
        yield _stap(beeld, "Oproepen compleet maken", " ".join(mist), 0, "verstek")
    yield from _oproepen(beeld, intake)
    if intake.gewezen_op is None:
        reden = "Er is recht op een gesprek zonder partner of familie. Zonder deze stap kunt u niet afronden."
        yield _stap(beeld, "Individueel gesprek aanbieden en vastleggen", reden, 2, "individueel")
    yield from _toets(beeld, intake)
    yield from _uitwerken(beeld, intake)


def _oproepen(beeld: Dossierbeeld, intake: BredeIntake) -> Iterator[Stap]:
    """After a missed oproep the next; after an apology first the judgement of its reason."""
    for soort in Oproepsoort:
        rijen = [oproep for oproep in intake.oproepen.all() if oproep.soort == soort]
        laatste = rijen[-1] if rijen else None
        waarvoor = soort.label.lower()
        gemist = len(intake.gemiste_oproepen(soort))
        if laatste and (
            laatste.te_beoordelen or (laatste.verschijning == Verschijning.OPEN and laatste.dag < beeld.op)
        ):
            reden = f"Van de {laatste.nummer}e oproep is nog niet alles bekend."
            yield _stap(beeld, f"Uitkomst van de oproep voor de {waarvoor} vastleggen", reden, 1)
        elif laatste and laatste.is_gemist and gemist < MEESTE_OPROEPEN:
            titel = f"{gemist + 1}e oproep voor de {waarvoor} sturen"
            yield _stap(beeld, titel, f"Op de {gemist}e oproep kwam niemand.", 1, "oproep", soort=soort.value)


def _toets(beeld: Dossierbeeld, intake: BredeIntake) -> Iterator[Stap]:
    toets = intake.toets
    if not intake.toets_nodig or (toets and toets.is_besloten):
        return
    reden = "De uitslag weegt mee in de leerroute."
    if beeld.feiten.eerste(FeitSoort.PIP_VORIGE_GEMEENTE):
        waarom = "Een andere gemeente stelde al een PIP vast; de leerroute wordt overgenomen (art. 15 lid 4 Wi)."
        yield _stap(beeld, "Vastleggen dat er geen leerbaarheidstoets nodig is", waarom, 3, "toets")
    elif toets is None or toets.gepland_op is None or toets.gepland_op == toets.gemist_op:
        yield _stap(beeld, "Leerbaarheidstoets plannen", reden, 3, "toets")
    elif toets.gepland_op <= beeld.op:
        yield _stap(beeld, "Uitslag van de leerbaarheidstoets vastleggen", reden, 3, "toets")


def _uitwerken(beeld: Dossierbeeld, intake: BredeIntake) -> Iterator[Stap]:
    gemis = ontbreekt(intake)
    leeg = [deel for deel in gemis if deel.onderdeel.startswith("gebied-")]
    if any(deel.onderdeel == "gesprekken" for deel in gemis):
        yield _stap(beeld, "Intakegesprek voeren", _gepland(beeld), 1, "gesprek")
    elif leeg:
        yield _stap(beeld, "Leefgebieden uitwerken", " ".join(deel.reden for deel in leeg), 4, "leefgebieden")
    elif not gemis:
        yield _stap(beeld, "Brede intake afronden", "Alles is vastgelegd.", 5)
    elif [deel.onderdeel for deel in gemis] == ["toets"] and (dag := _komende_toets(intake, beeld.op)):
        reden = f"Gepland op {datum_zonder_weekdag(dag)}; de rest van de intake is klaar."
        yield _stap(beeld, "Leerbaarheidstoets afwachten", reden, 5, "toets")


def _komende_toets(intake: BredeIntake, op: date) -> date | None:
    dag = intake.toets.gepland_op if intake.toets else None
    return dag if dag and dag > op else None


def _gepland(beeld: Dossierbeeld) -> str:
    gesprek = beeld.dossier.afspraken.open().filter(soort__in=GESPREKKEN).first()
    if gesprek is None:
        return "Er is nog geen gesprek vastgelegd."
    moment = localtime(gesprek.begin)
    return f"Gepland op {datum_zonder_weekdag(moment.date())} om {moment:%H:%M} uur."
