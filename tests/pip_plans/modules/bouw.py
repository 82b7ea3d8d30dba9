"""Groups of the PVT with people in them, for the tests of the modules."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from cases.models import Dossier
from pip_plans.modules.enums import Urenmodule, Verklaringstand
from pip_plans.modules.models import Moduleuren, Pvtbijeenkomst, Pvtdeelname, Pvtgroep, Verklaring
from pip_plans.modules.services.groepen import bewaar_groep, leg_aanwezigheid_vast, meld_aan, plan_bijeenkomst
from pip_plans.modules.services.uren import leg_uren_vast
from pip_plans.modules.services.verklaringen import leg_ondertekening_vast, plan_ondertekening
from tests.fabriek import Cast
from tests.pip_plans.uitvoering.bouw import OP, maak_aanbieder

START = date(2026, 11, 2)
FEEST = {"begin": time(15), "plaats": "de raadzaal", "namens": "wethouder M. de Boer"}


def maak_groep(cast: Cast, plaatsen: int = 5, **anders: Any) -> Pvtgroep:
    bij = anders.pop("aanbieder", None) or maak_aanbieder(cast, "VluchtelingenWerk", ("pvt", "map", "begeleiding"))
    gegevens = {"aanbieder": bij, "taal": "Tigrinya", "plaats": "Buurthuis", "plaatsen": plaatsen, "start": START}
    return bewaar_groep(gemeente=cast.gemeente, gegevens=gegevens | anders, door=cast.consulent)


def dag(cast: Cast, groep: Pvtgroep, datum: date, uren: str = "3", *, excursie: bool = False) -> Pvtbijeenkomst:
    return plan_bijeenkomst(
        groep=groep, datum=datum, begin=time(9, 30), uren=Decimal(uren), excursie=excursie, door=cast.consulent
    )


def neem_op(cast: Cast, groep: Pvtgroep, dossier: Dossier) -> Pvtdeelname:
    return meld_aan(groep=groep, dossier=dossier, door=cast.consulent, op=OP)


def was_er(cast: Cast, bijeenkomst: Pvtbijeenkomst, deelname: Pvtdeelname, stand: str = "aanwezig") -> int:
    return leg_aanwezigheid_vast(bijeenkomst=bijeenkomst, standen={deelname.pk: stand}, door=cast.consulent, op=OP)


def twaalf_uur(cast: Cast, dossier: Dossier) -> Pvtdeelname:
    """A group of four meetings of three hours, with everybody there; the last one is the excursion."""
    groep = maak_groep(cast)
    deelname = neem_op(cast, groep, dossier)
    for nummer in range(4):
        was_er(cast, dag(cast, groep, date(2026, 11, 3 + nummer), excursie=nummer == 3), deelname)
    return deelname


def plan(cast: Cast, dossier: Dossier, datum: date = OP, op: date = OP) -> Verklaring:
    return plan_ondertekening(dossier=dossier, datum=datum, door=cast.consulent, op=op, **FEEST)


def teken(cast: Cast, verklaring: Verklaring, stand: str = "ondertekend", reden: str = "") -> Verklaring:
    uitkomst = Verklaringstand(stand)
    return leg_ondertekening_vast(verklaring=verklaring, stand=uitkomst, reden=reden, door=cast.consulent, op=OP)


def map_uren(cast: Cast, dossier: Dossier, uren: str = "8", datum: date = OP, **anders: Any) -> Moduleuren:
    gegevens = {"datum": datum, "uren": Decimal(uren), "thema": "beroepen", "waar": "de bakkerij"} | anders
    return leg_uren_vast(dossier=dossier, module=Urenmodule.MAP, gegevens=gegevens, door=cast.consulent, op=OP)


def veertig_uur(cast: Cast, dossier: Dossier) -> None:
    for nummer in range(5):
        map_uren(cast, dossier, datum=date(2026, 11, 2 + nummer))
