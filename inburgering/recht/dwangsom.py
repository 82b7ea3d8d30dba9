"""What follows when the college is put in default over a bezwaar (art. 4:17 and 7:14 Awb)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from inburgering.recht.beslistermijn import leid_beslistermijn_af
from inburgering.recht.bezwaar_termijn import GEEN_BEZWAAR, bekendmakingen, eerste_over
from inburgering.recht.feiten import Dossierfeiten, Feit, FeitSoort
from inburgering.recht.kalender import EEN_DAG
from inburgering.recht.termijnen import Afleiding, Omstandigheden, TermijnSoort, Verplichting, maak, op
from inburgering.recht.uitkomst import bereken
from inburgering.recht.uitleg import datum_lang

MEESTE_DAGEN = 42


@dataclass(frozen=True, slots=True)
class Tranche:
    """So many days at so much a day, in cents."""

    dagen: int
    centen: int


def leid_dwangsom_af(dossier: Dossierfeiten, omstandigheden: Omstandigheden) -> Afleiding:
    """Per ingebrekestelling after the last day to decide: the two weeks in which deciding still costs nothing."""
    beslistermijnen = leid_beslistermijn_af(dossier, omstandigheden)
    if isinstance(beslistermijnen, str):
        return GEEN_BEZWAAR if beslistermijnen == GEEN_BEZWAAR else "Er is geen ingebrekestelling ontvangen."
    gevonden = [_termijn(dossier, plicht, omstandigheden) for plicht in beslistermijnen]
    redenen = [uitkomst for uitkomst in gevonden if isinstance(uitkomst, str)]
    return tuple(uitkomst for uitkomst in gevonden if not isinstance(uitkomst, str)) or redenen[0]


def eerste_dwangsomdag(ingebrekestelling: date) -> date:
    """The first day that costs money: two weeks must have passed after the day of receipt (art. 4:17 lid 3 Awb)."""
    return ingebrekestelling + timedelta(weeks=2) + EEN_DAG


def laatste_dwangsomdag(ingebrekestelling: date) -> date:
    """The last day that can cost money; holidays count (art. 4:17 lid 1 Awb)."""
    return eerste_dwangsomdag(ingebrekestelling) + timedelta(days=MEESTE_DAGEN - 1)


def verbeurd(*, dagen: int, tarief: Sequence[Tranche]) -> int:
    """What this many days cost, in cents; days beyond the tranches cost nothing more."""
    centen, over = 0, max(dagen, 0)
    for tranche in tarief:
        geteld = min(over, tranche.dagen)
        centen, over = centen + geteld * tranche.centen, over - geteld
    return centen


def _termijn(dossier: Dossierfeiten, plicht: Verplichting, omstandigheden: Omstandigheden) -> Verplichting | str:
    brief = _ingebrekestelling(dossier, plicht)
    if brief is None:
        if vroeg := eerste_over(dossier, FeitSoort.INGEBREKESTELLING, plicht.aanleiding):
            return (f"De ingebrekestelling van {op(vroeg)} kwam voor het einde van de beslistermijn "
                    f"({datum_lang(plicht.laatste_dag)}) en heeft geen gevolg.")  # fmt: skip
        return "Er is geen ingebrekestelling ontvangen."
    bekend = _bekendmaking(dossier, plicht.aanleiding)
    if bekend and bekend.datum <= brief.datum:
        return f"De beslissing op bezwaar was al bekendgemaakt op {op(bekend)}."
    eerste, laatste = eerste_dwangsomdag(brief.datum), laatste_dwangsomdag(brief.datum)
    return maak(
        bereken("DWANGSOM_2W", brief.datum, omstandigheden.kalender),
        soort=TermijnSoort.DWANGSOM,
        aanleiding=plicht.aanleiding,
        feiten=(brief,),
        waarom=(
            f"Op {op(brief)} is een ingebrekestelling ontvangen over bezwaar {plicht.aanleiding}; de laatste dag om te "
            f"beslissen was {datum_lang(plicht.laatste_dag)}.",
            f"Is de beslissing na twee weken niet bekendgemaakt, dan is het college een dwangsom verschuldigd voor "
            f"elke dag van {datum_lang(eerste)} tot en met uiterlijk {datum_lang(laatste)} (art. 4:17 lid 1 Awb).",
        ),
        gehaald=bekend,
        vervallen_reden=plicht.vervallen_reden,
    )


def _ingebrekestelling(dossier: Dossierfeiten, plicht: Verplichting) -> Feit | None:
    """The first one that came when the term was over; before that it has no effect."""
    brieven = dossier.alle(FeitSoort.INGEBREKESTELLING)
    op_tijd = (f for f in brieven if f.tekst("bezwaar") == plicht.aanleiding and f.datum > plicht.laatste_dag)
    return next(op_tijd, None)


def _bekendmaking(dossier: Dossierfeiten, bezwaar: str) -> Feit | None:
    beslist = eerste_over(dossier, FeitSoort.BESLISSING_OP_BEZWAAR, bezwaar)
    return bekendmakingen(dossier).get(beslist.tekst("beslissing")) if beslist else None
