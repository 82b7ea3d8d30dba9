"""The steps of *Wat nu?* from the completed intake to the PIP that is made known; dated by the raw day of the term."""

from collections.abc import Iterable, Iterator
from datetime import date

from cases.enums import Afspraaksoort, Beschikkingstatus, Documentstatus, Dossierstatus
from cases.panelen import Dossierbeeld, Stap, registreer_stappen
from inburgering.recht.feiten import FeitSoort, Regime
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.intake.models import BredeIntake

from .enums import Pipstatus
from .models import Pip
from .services.versies import huidige, versies
from .stappen_overig import stap, stappen_advies, stappen_intrekking


@registreer_stappen
def stappen(beeld: Dossierbeeld) -> Iterable[Stap]:
    if beeld.dossier.status != Dossierstatus.LOPEND:
        return []
    pip = huidige(versies(beeld.dossier))
    if beeld.dossier.regime == Regime.WI2013.value:
        return list(stappen_advies(beeld, pip))
    if pip is None:
        return list(_opstellen(beeld))
    return list(_na_vaststellen(beeld, pip) if pip.beschikking else _concept(beeld, pip))


def _opstellen(beeld: Dossierbeeld) -> Iterator[Stap]:
    afgerond = BredeIntake.objects.filter(dossier=beeld.dossier, afgerond_op__isnull=False)
    if not beeld.feiten.eerste(FeitSoort.PIP_VASTGESTELD) and afgerond.exists():
        yield _stap(beeld, "PIP opstellen", "De brede intake is afgerond; het concept wordt daaruit gevuld.")


def _concept(beeld: Dossierbeeld, pip: Pip) -> Iterator[Stap]:
    if pip.status == Pipstatus.TER_LEZING:
        dag = f" sinds {datum_zonder_weekdag(pip.aangeboden_op)}" if pip.aangeboden_op else ""
        yield _stap(beeld, "Wachten op de tweede lezer", f"Het PIP ligt bij de tweede lezer{dag}.", 2)
        return
    if pip.versie > 1:
        reden = f"Versie {pip.versie} ({pip.soort_versie}) ligt nog niet bij de tweede lezer."
        yield stap(beeld, "Wijziging van het PIP afschrijven en aanbieden", reden, dag=None)
        return
    if pip.status == Pipstatus.TERUGGEGEVEN:
        yield _stap(beeld, "PIP aanpassen", "De tweede lezer gaf het terug met opmerkingen.")
    else:
        yield _stap(beeld, "PIP afschrijven en aanbieden", "Het concept ligt nog niet bij de tweede lezer.")
    if not beeld.dossier.afspraken.niet_geannuleerd().filter(soort=Afspraaksoort.PIP).exists():
        reden = "De inburgeraar zegt wat hij van het plan vindt voordat het wordt vastgesteld (art. 4:8 Awb)."
        yield _stap(
            beeld,
            "Afspraak maken om het PIP te bespreken",
            reden,
            1,
            "cases:afspraak_nieuw",
            f"?soort={Afspraaksoort.PIP.value}",
        )


def _na_vaststellen(beeld: Dossierbeeld, pip: Pip) -> Iterator[Stap]:
    besluit = pip.beschikking
    if besluit is None:
        return
    yield from stappen_intrekking(beeld, pip)
    if besluit.status != Beschikkingstatus.VASTGESTELD:
        return
    match besluit.document.status:
        case Documentstatus.GEREED:
            reden = "De brief is klaar. Na verzenden of uitreiken begint de bezwaartermijn."
            yield _stap(beeld, "PIP bekendmaken", reden)
        case Documentstatus.MISLUKT:
            reden = "De brief kon niet worden gemaakt. Zonder brief is er geen bekendmaking."
            yield _stap(beeld, "Brief van het PIP opnieuw maken", reden, 0, "cases:documenten")


def _pip_dag(beeld: Dossierbeeld) -> date | None:
    """The raw day of the PIP term, also after it was met: making the PIP known belongs to it."""
    return next((termijn.ruwe_dag for termijn in beeld.termijnen if termijn.soort == "PIP"), None)


def _stap(
    beeld: Dossierbeeld, titel: str, reden: str, volgorde: int = 0, pagina: str = "plan:overzicht", achter: str = ""
) -> Stap:
    return stap(beeld, titel, reden, volgorde, pagina, achter, dag=_pip_dag(beeld))
