"""The letters about time: further uitstel, a letter that says the gemeente is late, and what being late costs."""

from datetime import date

from cases.bezwaarbrieven import INGEBREKESTELLING, UITSTEL
from cases.enums_bezwaar import Uitstelgrond
from cases.inhoud import Ondertekening
from cases.inhoud_bezwaar import DwangsomInhoud, IngebrekestellingInhoud, UitstelInhoud
from cases.models import Bezwaar, Document, Dwangsombesluit, Medewerker
from cases.services import briefhoofd
from inburgering.recht.dwangsom import eerste_dwangsomdag

from .basis import BezwaarFout, beslistermijn
from .brieven import beslis_uiterlijk, hoofd, maak
from .stand import Dwangsom


def uitstel(bezwaar: Bezwaar, *, grond: Uitstelgrond, reden: str, door: Medewerker, op: date) -> Document:
    inhoud = UitstelInhoud(
        **hoofd(bezwaar, "Wij beslissen later op uw bezwaar", door, op),
        grond=grond.value,
        reden=reden,
        beslis_uiterlijk=beslis_uiterlijk(bezwaar),
    )
    return maak(bezwaar, UITSTEL, inhoud)


def ingebrekestelling(bezwaar: Bezwaar, *, datum: date, door: Medewerker | None, op: date) -> Document:
    """`datum` is the day on which the letter came; before the end of the term to decide it has no effect."""
    termijn = beslistermijn(bezwaar)
    inhoud = IngebrekestellingInhoud(
        **hoofd(bezwaar, "Uw brief dat wij te laat zijn", door, op),
        ontvangen_op=datum.isoformat(),
        te_vroeg=termijn is not None and datum <= termijn.laatste_dag,
        beslis_uiterlijk=beslis_uiterlijk(bezwaar),
        eerste_dag=eerste_dwangsomdag(datum).isoformat(),
    )
    return maak(bezwaar, INGEBREKESTELLING, inhoud)


def dwangsom(besluit: Dwangsombesluit, stand: Dwangsom, *, nummer: str, tekent: str, op: date) -> DwangsomInhoud:
    """What the decision would say if it were dated `op`. Raises BezwaarFout when there is nothing to lay down."""
    bezwaar = besluit.bezwaar
    gemeente = bezwaar.dossier.gemeente
    beslist = bezwaar.beslissing.bekendgemaakt_op if bezwaar.beslissing else None
    kop = hoofd(bezwaar, "Besluit over de dwangsom", besluit.opgesteld_door, op, nummer=nummer)
    try:
        return DwangsomInhoud(
            **kop | {"ondertekening": Ondertekening(naam=tekent, functie=gemeente.mandaat_functie), "hulp": ()},
            bezwaar=briefhoofd.bezwaar(gemeente, op),
            ingebreke_op=stand.ingebreke_op.isoformat(),
            beslis_uiterlijk=beslis_uiterlijk(bezwaar),
            eerste_dag=stand.eerste_dag.isoformat(),
            tot=stand.tot.isoformat(),
            dagen=stand.dagen,
            centen=0 if besluit.uitzondering else stand.centen,
            beslist_op=beslist.isoformat() if beslist else "",
            uitzondering=besluit.uitzondering,
            toelichting=besluit.toelichting,
        )
    except ValueError as fout:
        raise BezwaarFout(str(fout)) from fout
