"""A decision that was made known on 15 September 2026: bezwaar until 27 October, the decision on it by 8 December."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from cases.enums import Beschikkingsoort, Kanaal, Plaatssoort
from cases.enums_bezwaar import Bezwaaruitkomst, NietHoren
from cases.inhoud import Inhoud
from cases.models import Beschikking, Bezwaar, Document, Dossier
from cases.opslag import bewaar
from cases.services.beschikkingen import maak_bekend, neem_besluit
from cases.services.bezwaar import beslissen, horen, registreren, verloop
from tests.conftest import VANDAAG
from tests.fabriek import Cast, maak_dossier

BEKEND, ONTVANGEN = date(2026, 9, 15), date(2026, 10, 5)


@dataclass(frozen=True)
class Brief(Inhoud):
    nummer: str


def besluit(
    cast: Cast,
    dossier: Dossier | None = None,
    *,
    bekend: date | None = BEKEND,
    brief: Callable[[str], Inhoud] = Brief,
    **anders: Any,
) -> Beschikking:
    """A decision by the tweede lezer, made known unless `bekend` is None; `brief` is the content of a real letter."""
    dossier = dossier or maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 9, 9), geslacht="v")
    op = bekend or BEKEND
    genomen = neem_besluit(
        dossier=dossier, soort=Beschikkingsoort.PIP, voorvoegsel="PIP", titel="PIP-beschikking", sjabloon="pip/v1",
        inhoud=brief, opgesteld_door=cast.consulent, door=cast.tweede_lezer, op=op, **anders,
    )  # fmt: skip
    zet_gereed(genomen.document)
    if bekend:
        maak_bekend(beschikking=genomen, datum=bekend, kanaal=Kanaal.POST, door=cast.consulent, op=VANDAAG)
    return Beschikking.objects.get(pk=genomen.pk)


def zet_gereed(document: Document) -> None:
    """As the worker leaves it, without the seconds that a real letter costs."""
    document.refresh_from_db()
    if document.status == "gereed":
        return
    bewaar(document, b"%PDF-1.7 voor de test")
    document.status = "gereed"
    document.save()


def registreer(cast: Cast, beschikking: Beschikking | None = None, **anders: Any) -> Bezwaar:
    """A bezwaar by e-mail, in time."""
    gegevens = {"ontvangen_op": ONTVANGEN, "kanaal": "email", "gronden": "Ik wil de onderwijsroute."} | anders
    return registreren.registreer(
        beschikking=beschikking or besluit(cast), gegevens=gegevens, door=cast.consulent, op=VANDAAG
    )


def klaar_om_te_beslissen(cast: Cast, beschikking: Beschikking | None = None, **anders: Any) -> Bezwaar:
    """Confirmed, not heard with a reason, and written by the jurist."""
    bezwaar = registreer(cast, beschikking)
    verloop.bevestig_ontvangst(bezwaar=bezwaar, door=cast.jurist, op=VANDAAG)
    horen.zie_af_van_horen(
        bezwaar=bezwaar, grond=NietHoren.WIL_NIET, waarom="Zo gezegd aan de telefoon.", door=cast.jurist, op=VANDAAG
    )
    gegevens = {"uitkomst": Bezwaaruitkomst.ONGEGROND, "motivering": "De leerroute past bij de uitslag van de toets."}
    return beslissen.stel_op(bezwaar=bezwaar, gegevens=gegevens | anders, door=cast.jurist, op=VANDAAG)


def zitting(cast: Cast, dag: date) -> dict[str, Any]:
    """The fields of a hearing in the town hall."""
    return {
        "begin": datetime(dag.year, dag.month, dag.day, 10, 30, tzinfo=ZoneInfo("Europe/Amsterdam")),
        "duur_minuten": 60,
        "plaatssoort": Plaatssoort.GEMEENTEHUIS,
        "plaats": "kamer 2.14",
        "met": cast.jurist,
        "tolk_taal": "Tigrinya",
    }
