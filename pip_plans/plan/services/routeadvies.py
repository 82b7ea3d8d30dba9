"""The values for the route advice, out of the intake, the person and the policy of the gemeente on a day."""

from datetime import date

from cases.instellingen import instelling
from cases.models import Dossier, Gemeente
from pip_plans.intake.enums import GeenToets
from pip_plans.intake.keuzelijsten import Taalniveau
from pip_plans.intake.services.profiel import Profiel
from pip_plans.intake.services.samenvatting import IntakeSamenvatting
from pip_plans.plan.routeadvies import adviseer
from pip_plans.plan.routewaarden import Gegevens, Plek, Routeadvies, Routebeleid

from .situatie import Situatie

GEBIEDEN = {plek.value: plek for plek in (Plek.TAAL, Plek.OPLEIDING, Plek.WERK, Plek.WENSEN)}


def advies(*, dossier: Dossier, situatie: Situatie, op: date) -> Routeadvies | None:
    """What speaks for and against each leerroute of this person on `op`; None before the intake was started.

    Reads the policy in force on that day. It decides nothing, and health is not among its values.
    """
    if situatie.intake is None:
        return None
    return adviseer(_gegevens(dossier, situatie, situatie.intake, op), beleid(dossier.gemeente, op))


def beleid(gemeente: Gemeente, op: date) -> Routebeleid:
    """The two policy choices that weigh in, with their source."""
    voorkeur, bron = instelling(gemeente, "leerroutebeleid", op)
    jong_tot, jong_bron = instelling(gemeente, "onderwijsroute_jong_tot", op)
    return Routebeleid(stimuleren=voorkeur == "stimuleren", bron=bron, jong_tot=int(jong_tot), jong_bron=jong_bron)


def leeftijd(geboren: date, op: date) -> int:
    """Whole years on this day."""
    return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day))


def _gegevens(dossier: Dossier, situatie: Situatie, intake: IntakeSamenvatting, op: date) -> Gegevens:
    toets, les, profiel = intake.toets, intake.taalstart, intake.profiel
    return Gegevens(
        leeftijd=leeftijd(dossier.inburgeraar.geboortedatum, op),
        met_aanbod=situatie.met_aanbod,
        b1_haalbaar=situatie.b1_haalbaar,
        toets_woorden=toets.uitslag_duo if toets else "",
        toets_richting=toets.richting if toets else "",
        toets_op=toets.datum if toets else None,
        toets_niet_nodig=toets.reden_geen if toets else "er is geen toets onder de Wet inburgering 2013",
        taalstart_oordelen=les.oordelen if les else (),
        taalstart_rapport_op=les.rapport_op if les else None,
        taalstart_aanbieder=les.aanbieder if les else "",
        school_jaren=profiel.school_jaren,
        opleiding=profiel.hoogste_opleiding,
        afgerond=profiel.afgerond,
        diploma=profiel.diploma,
        opleiding_niet_nodig=toets is not None and toets.reden_geen == GeenToets.VERHUIZING.label,
        alfabetisering=profiel.alfabetisering,
        niveaus=_niveaus(profiel),
        richting=profiel.richting,
        gewenst=profiel.gewenst,
        uren_per_week=profiel.uren_per_week,
        werk_uren_nu=profiel.werk_uren_nu,
        intake_op={
            GEBIEDEN[deel.gebied]: deel.bijgewerkt_op
            for deel in intake.leefgebieden
            if deel.gebied in GEBIEDEN and deel.bijgewerkt_op
        },
    )


def _niveaus(profiel: Profiel) -> tuple[Taalniveau, ...]:
    vaardigheden = (profiel.luisteren, profiel.spreken, profiel.lezen, profiel.schrijven)
    return tuple(niveau for niveau in vaardigheden if niveau)
