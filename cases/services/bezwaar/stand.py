"""Where a bezwaar stands: in time or not, by when to decide, what it may cost, and what comes next."""

from dataclasses import dataclass
from datetime import date

from cases.enums_bezwaar import Bezwaarstatus
from cases.instellingen import dwangsomtarief
from cases.kalender import kalender
from cases.models import Bezwaar
from inburgering.recht.bezwaar_termijn import Tijdigheid, beoordeel_tijdigheid
from inburgering.recht.dwangsom import eerste_dwangsomdag, laatste_dwangsomdag, verbeurd
from inburgering.recht.feiten import FeitSoort


@dataclass(frozen=True, slots=True)
class Dwangsom:
    """From when to when it runs, and what it is on a day, in cents."""

    eerste_dag: date
    laatste_dag: date
    centen: int


def tijdigheid(bezwaar: Bezwaar) -> Tijdigheid:
    """Whether the bezwaar is in time, from its own dates and the bekendmaking (Awb 6:7 to 6:9)."""
    bekend = bezwaar.beschikking.bekendgemaakt_op
    if bekend is None:  # the registration refuses it
        raise ValueError("a bezwaar against a beschikking that was not made known")
    return beoordeel_tijdigheid(
        bekendgemaakt_op=bekend, ontvangen_op=bezwaar.ontvangen_op, gepost_op=bezwaar.postdatum, kalender=kalender()
    )


def is_ontvankelijk_in_tijd(bezwaar: Bezwaar) -> bool | None:
    """True when in time or excused, False when late without excuse, None while that is not judged."""
    return True if tijdigheid(bezwaar).op_tijd else bezwaar.verschoonbaar


def dwangsom(bezwaar: Bezwaar, op: date) -> Dwangsom | None:
    """What being late costs on `op`; None without an ingebrekestelling that has effect."""
    termijn = bezwaar.dossier.termijnen.filter(soort="DWANGSOM", aanleiding=bezwaar.nummer).order_by("-pk").first()
    if termijn is None or bezwaar.status == Bezwaarstatus.INGETROKKEN:
        return None
    tot = min(op, termijn.gehaald_op or op)
    eerste, laatste = eerste_dwangsomdag(termijn.start), laatste_dwangsomdag(termijn.start)
    dagen = (tot - eerste).days + (0 if termijn.gehaald_op else 1)
    tarief = dwangsomtarief(bezwaar.dossier.gemeente, op)
    return Dwangsom(eerste, laatste, verbeurd(dagen=dagen, tarief=tarief))


@dataclass(frozen=True, slots=True)
class Vervolg:
    """A step that can be taken now: the name of its page, what it says, and whether it is the one that comes next."""

    code: str
    titel: str
    waarom: str = ""


def volgende(bezwaar: Bezwaar) -> Vervolg | None:
    """The one step that comes next, None when nothing is left to do here."""
    if bezwaar.status == Bezwaarstatus.INGETROKKEN:
        return None
    if bezwaar.beslissing:
        return _na_de_beslissing(bezwaar)
    if not bezwaar.bevestigd_op:
        return Vervolg("bevestigen", "Bevestig de ontvangst", "Dat moet schriftelijk (art. 6:14 Awb).")
    if is_ontvankelijk_in_tijd(bezwaar) is None:
        return Vervolg(
            "tijdigheid", "Beoordeel of te laat komen verschoonbaar is", "Het bezwaar is te laat (6:11 Awb)."
        )
    if bezwaar.wacht_op_herstel and not bezwaar.is_gehoord:
        return Vervolg("hersteld", "Wacht op herstel van het verzuim", f"Tot en met {bezwaar.verzuim_tot:%d-%m-%Y}.")
    return _naar_de_beslissing(bezwaar)


def _naar_de_beslissing(bezwaar: Bezwaar) -> Vervolg:
    if bezwaar.uitkomst:
        wie = f"Opgesteld door {bezwaar.opgesteld_door}; iemand anders beslist."
        return Vervolg("vaststellen", "Stel de beslissing vast", wie)
    if bezwaar.is_gehoord:
        return Vervolg("opstellen", "Stel de beslissing op", "Met een motivering (art. 7:12 Awb).")
    if bezwaar.hoorzitting:
        return Vervolg("verslag", "Leg het verslag van het horen vast", "Een verslag is verplicht (art. 7:7 Awb).")
    return Vervolg(
        "hoorzitting", "Nodig uit voor een hoorzitting", "Of zie daarvan af, met een reden (7:2 en 7:3 Awb)."
    )


def _na_de_beslissing(bezwaar: Bezwaar) -> Vervolg | None:
    if bezwaar.beslissing and bezwaar.beslissing.bekendgemaakt_op is None:
        return Vervolg("bekendmaken", "Maak de beslissing bekend", "De beroepstermijn begint de dag erna (6:8 Awb).")
    if any(not zaak.uitkomst for zaak in bezwaar.zaken.all()):
        return Vervolg("uitspraak", "Leg de uitspraak van de rechter vast", "Er loopt een zaak bij de rechtbank.")
    return None


def ingebrekestellingen(bezwaar: Bezwaar) -> list[date]:
    """The days on which the college was put in default over this bezwaar."""
    feiten = bezwaar.dossier.gebeurtenissen.feiten().geldend().filter(soort=FeitSoort.INGEBREKESTELLING)
    return list(feiten.filter(gegevens__bezwaar=bezwaar.nummer).values_list("datum", flat=True))
