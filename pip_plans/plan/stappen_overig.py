"""The steps of *Wat nu?* beside the usual road: an advice of 2013, a withdrawal, and a PIP that ended."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from cases.enums import Beschikkingstatus, Documentstatus, Termijnstatus
from cases.panelen import Dossierbeeld, Stap
from inburgering.recht.herroeping import herroepen_pips
from inburgering.recht.uitleg import datum_zonder_weekdag
from inburgering.recht.verblijf import terugkeer
from pip_plans.intake.models import BredeIntake

from .enums import Intrekkingstand
from .models import Pip
from .services.versies import eerder_pip, geen_vervolg, is_beeindigd

VOLGORDE = 40


def stappen_advies(beeld: Dossierbeeld, pip: Pip | None) -> Iterator[Stap]:
    """Under the act of 2013 nothing must happen; a concept that lies there is named."""
    if pip is None:
        if BredeIntake.objects.filter(dossier=beeld.dossier, afgerond_op__isnull=False).exists():
            yield stap(beeld, "PIP-advies opstellen", "De intake is afgerond; het concept wordt daaruit gevuld.")
    elif pip.document is None:
        yield stap(beeld, "PIP-advies afschrijven en uitbrengen", "Het advies is nog een concept.")
    elif pip.document.status == Documentstatus.GEREED and not pip.document.verzendingen.exists():
        reden = "De brief is klaar. Leg vast wanneer de inburgeraar hem krijgt."
        yield stap(beeld, "PIP-advies versturen of meegeven", reden, pagina="cases:documenten")


def stappen_intrekking(beeld: Dossierbeeld, pip: Pip) -> Iterator[Stap]:
    """A proposal that waits, a withdrawal that nobody made known, and the PIP that must follow on one that ended."""
    voorstel = pip.intrekkingen.exclude(stand=Intrekkingstand.AFGEWEZEN).select_related("beschikking").first()
    if voorstel and voorstel.beschikking is None:
        yield stap(beeld, "Voorstel om het PIP in te trekken beoordelen", "Een tweede lezer beslist.", achter=_ANKER)
    elif voorstel and voorstel.beschikking and voorstel.beschikking.status == Beschikkingstatus.VASTGESTELD:
        reden = "Na verzenden of uitreiken begint de bezwaartermijn."
        yield stap(beeld, "Intrekking van het PIP bekendmaken", reden, achter=_ANKER)
    if terugkeer(beeld.feiten) and (dag := _open_pip_dag(beeld)) and pip.beschikking and pip.beschikking.werkt:
        reden = (
            "De inburgeraar kwam terug met een PIP van een andere gemeente. Neem de leerroute over (art. 15 lid 4 Wi)."
        )
        yield stap(beeld, "PIP wijzigen na de terugkeer", reden, 1, "plan:wijzigen", dag=dag)
    if not is_beeindigd(pip) or eerder_pip(beeld.dossier, beeld.feiten):
        return
    if not geen_vervolg(beeld.feiten):
        yield stap(beeld, "Nieuw PIP maken", _waarom_nieuw(beeld, pip), 1, "plan:wijzigen", dag=_open_pip_dag(beeld))


def _waarom_nieuw(beeld: Dossierbeeld, pip: Pip) -> str:
    herroeping = herroepen_pips(beeld.feiten).get(str(pip.beschikking))
    if herroeping is None and (terug := terugkeer(beeld.feiten)):
        return f"Het PIP is {pip.stand}. De inburgeraar is terug sinds {datum_zonder_weekdag(terug.datum)}."
    if herroeping is None:
        return f"Het PIP is {pip.stand} en de inburgeringsplicht loopt door."
    if herroeping.gegevens.get("in_de_plaats") is True:
        return f"Zet in het nieuwe PIP wat beslissing {herroeping.tekst('beslissing')} op het bezwaar zegt."
    return "Het PIP is in bezwaar herroepen. Er is nu geen PIP, en de plicht om er een te maken geldt weer."


def _open_pip_dag(beeld: Dossierbeeld) -> date | None:
    """The raw day of the PIP term when it is there again, with its first dates."""
    open_termijnen = (rij for rij in beeld.termijnen if rij.status == Termijnstatus.OPEN)
    return next((rij.ruwe_dag for rij in open_termijnen if rij.soort == "PIP"), None)


_ANKER = "#intrekking"


def stap(
    beeld: Dossierbeeld,
    titel: str,
    reden: str,
    volgorde: int = 0,
    pagina: str = "plan:overzicht",
    achter: str = "",
    *,
    dag: date | None = None,
) -> Stap:
    """One step on a page of this dossier."""
    adres = reverse(pagina, kwargs={"gemeente": beeld.dossier.gemeente.slug, "nummer": beeld.dossier.nummer})
    return Stap(titel, reden, adres + achter, dag, VOLGORDE + volgorde)
