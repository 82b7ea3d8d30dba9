"""The verklaring van het college: that the offer or the start of the onderwijsroute was late (art. 4.1 Regeling)."""

from datetime import date

from cases.briefinhoud import VerklaringInhoud
from cases.enums import Termijnstatus
from cases.models import Dossier, Medewerker, Termijn

from .briefhoofd import afzender, geadresseerde, hulp, kenmerk, ondertekening
from .brieven.basis import Brief, BriefFout

AANBOD, ONDERWIJSROUTE = "aanbod", "onderwijsroute"
GRONDEN = {
    AANBOD: "geen aanbod binnen drie maanden na het PIP",
    ONDERWIJSROUTE: "onderwijsroute niet begonnen binnen zes maanden na het PIP",
}
_SOORTEN = {AANBOD: "AANBOD", ONDERWIJSROUTE: "ONDERWIJSROUTE_START"}
_NIETS = "Het aanbod en de start van de onderwijsroute zijn niet te laat. Er is dus niets te verklaren."


def te_verklaren(*, dossier: Dossier, op: date) -> dict[str, Termijn]:
    """What the college can declare now: the ground, and the term that passed its last day without being met."""
    rijen = dossier.termijnen.filter(
        soort__in=_SOORTEN.values(), status__in=(Termijnstatus.OPEN, Termijnstatus.GEHAALD), laatste_dag__lt=op
    )
    per_soort = {rij.soort: rij for rij in rijen if rij.gehaald_op is None or rij.is_te_laat_gedaan}
    return {grond: per_soort[soort] for grond, soort in _SOORTEN.items() if soort in per_soort}


def kan_niet(*, dossier: Dossier, op: date) -> str:
    """Why there is nothing to declare, '' when there is."""
    return "" if te_verklaren(dossier=dossier, op=op) else _NIETS


def stel_samen(*, dossier: Dossier, grond: str, door: Medewerker | None, op: date) -> list[Brief]:
    """The declaration, addressed to the inburgeraar, who sends it along. Raises BriefFout when it does not hold."""
    termijn = te_verklaren(dossier=dossier, op=op).get(grond)
    if termijn is None:
        raise BriefFout(_NIETS)
    gemeente, behandelaar, persoon = dossier.gemeente, dossier.consulent or door, dossier.inburgeraar
    inhoud = VerklaringInhoud(
        afzender=afzender(gemeente),
        geadresseerde=geadresseerde(dossier),
        kenmerk=kenmerk(
            nummer=dossier.nummer,
            onderwerp="Verklaring voor DUO: u kunt meer tijd vragen",
            datum=op,
            gemeente=gemeente,
            behandelaar=behandelaar,
        ),
        ondertekening=ondertekening(behandelaar),
        naam=persoon.naam,
        geboortedatum=persoon.geboortedatum.isoformat(),
        grond=grond,
        pip=termijn.start.isoformat(),
        uiterlijk=termijn.laatste_dag.isoformat(),
        gedaan=termijn.gehaald_op.isoformat() if termijn.gehaald_op else "",
        hulp=hulp(gemeente, op),
    )
    return [Brief("Verklaring van het college", inhoud)]
