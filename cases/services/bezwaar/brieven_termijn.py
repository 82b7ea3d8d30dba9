"""The letters about time: further uitstel, a letter that says the gemeente is late, and what being late costs."""

from datetime import date

from cases.bezwaarbrieven import INGEBREKESTELLING, UITSTEL
from cases.enums_bezwaar import Ingebrekestand, Uitstelgrond
from cases.inhoud import Ondertekening
from cases.inhoud_bezwaar import DwangsomInhoud, IngebrekestellingInhoud, UitstelInhoud
from cases.models import Bezwaar, Document, Dwangsombesluit, Medewerker
from cases.services import briefhoofd

from . import stand
from .basis import BezwaarFout, beslistermijn
from .brieven import beslis_uiterlijk, hoofd, maak


def uitstel(bezwaar: Bezwaar, *, grond: Uitstelgrond, reden: str, door: Medewerker, op: date) -> Document:
    inhoud = UitstelInhoud(
        **hoofd(bezwaar, "Wij beslissen later op uw bezwaar", door, op),
        grond=grond.value,
        reden=reden,
        beslis_uiterlijk=beslis_uiterlijk(bezwaar),
    )
    return maak(bezwaar, UITSTEL, inhoud)


def ingebrekestelling(bezwaar: Bezwaar, *, datum: date, door: Medewerker | None, op: date) -> Document:
    """What follows from the letter that came on `datum`, as it is on `op`: that can be weeks later.

    Before the end of the term to decide it has no effect (Awb 4:17 lid 3); of two with effect the first one counts.
    """
    termijn, kosten = beslistermijn(bezwaar), stand.dwangsom(bezwaar, op)
    if kosten is None or (termijn and datum <= termijn.laatste_dag):
        nog_op_tijd = termijn is not None and op <= termijn.laatste_dag
        gevolg = Ingebrekestand.TE_VROEG if nog_op_tijd else Ingebrekestand.KWAM_TE_VROEG
    elif op < kosten.eerste_dag:
        gevolg = Ingebrekestand.TWEE_WEKEN
    else:
        gevolg = Ingebrekestand.LOOPT if op <= kosten.laatste_dag else Ingebrekestand.VOL
    inhoud = IngebrekestellingInhoud(
        **hoofd(bezwaar, "Uw brief dat wij te laat zijn", door, op),
        ontvangen_op=datum.isoformat(),
        stand=gevolg.value,
        beslis_uiterlijk=beslis_uiterlijk(bezwaar),
        eerste_dag=kosten.eerste_dag.isoformat() if kosten else "",
        laatste_dag=kosten.laatste_dag.isoformat() if kosten else "",
    )
    return maak(bezwaar, INGEBREKESTELLING, inhoud)


def dwangsom(besluit: Dwangsombesluit, kosten: stand.Dwangsom, *, nummer: str, tekent: str, op: date) -> DwangsomInhoud:
    """What the decision would say if it were dated `op`. Raises BezwaarFout when there is nothing to lay down."""
    bezwaar = besluit.bezwaar
    gemeente = bezwaar.dossier.gemeente
    beslist = bezwaar.beslissing.bekendgemaakt_op if bezwaar.beslissing else None
    kop = hoofd(bezwaar, "Besluit over de dwangsom", besluit.opgesteld_door, op, nummer=nummer)
    try:
        return DwangsomInhoud(
            **kop | {"ondertekening": Ondertekening(naam=tekent, functie=gemeente.mandaat_functie), "hulp": ()},
            bezwaar=briefhoofd.bezwaar(gemeente, op),
            ingebreke_op=kosten.ingebreke_op.isoformat(),
            beslis_uiterlijk=beslis_uiterlijk(bezwaar),
            eerste_dag=kosten.eerste_dag.isoformat(),
            tot=kosten.tot.isoformat(),
            dagen=kosten.dagen,
            centen=0 if besluit.uitzondering else kosten.centen,
            beslist_op=beslist.isoformat() if beslist else "",
            uitzondering=besluit.uitzondering,
            toelichting=besluit.toelichting,
        )
    except ValueError as fout:
        raise BezwaarFout(str(fout)) from fout
