"""A case of handhaving on every rung, climbed through the services."""

from datetime import date
from typing import Any

from cases.enums import Documentstatus, Kanaal, Verzendkanaal
from cases.instellingen_handhaving import sleutel
from cases.models import Beschikking, Document, Dossier, Instelling, Verzending
from cases.services.beschikkingen import maak_bekend
from inburgering.recht.boete import Verwijtbaarheid
from inburgering.recht.feiten import FeitSoort
from pip_plans.handhaving.enums import Gedraging, Zienswijzesoort
from pip_plans.handhaving.models import Handhavingszaak
from pip_plans.handhaving.services import besluiten, weging
from pip_plans.handhaving.services import brieven as diensten
from pip_plans.handhaving.services.zaken import constateer
from tests.fabriek import Cast, leg_vast, maak_dossier
from tests.pip_plans.plan.hulp import zet_document_gereed

PIP_VAN = date(2026, 3, 2)
GEDRAG, GEZIEN = date(2026, 9, 8), date(2026, 9, 10)
GEWAARSCHUWD, TOT = date(2026, 9, 11), date(2026, 9, 25)
AANGEZEGD = date(2026, 9, 28)
ZIENSWIJZE_TOT = date(2026, 10, 12)
GEHOORD = date(2026, 10, 6)
VOORGESTELD = date(2026, 10, 14)
BESLIST = date(2026, 10, 20)


def gezinsmigrant(cast: Cast) -> Dossier:
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 1, 5), straat="Dorpsstraat", huisnummer="1")
    leg_vast(dossier, FeitSoort.DOELGROEP, date(2026, 1, 5), doelgroep="GEZINSMIGRANT")
    return met_pip(dossier)


def statushouder(cast: Cast) -> Dossier:
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 1, 5))
    leg_vast(dossier, FeitSoort.DOELGROEP, date(2026, 1, 5), doelgroep="ASIELSTATUSHOUDER")
    return met_pip(dossier)


def met_pip(dossier: Dossier) -> Dossier:
    """A PIP that was made known: what art. 23 asks to keep to."""
    leg_vast(dossier, FeitSoort.PIP_VASTGESTELD, PIP_VAN, beschikking="PIP-1")
    leg_vast(dossier, FeitSoort.BESCHIKKING_BEKENDGEMAAKT, PIP_VAN, beschikking="PIP-1")
    return dossier


def verzonden(cast: Cast, document: Document, op: date) -> None:
    """The letter was made and left on this day; the day of making itself is not what is tested here."""
    document.refresh_from_db()
    if document.status != Documentstatus.GEREED:
        zet_document_gereed(document)
    Verzending.objects.create(document=document, kanaal=Verzendkanaal.POST, datum=op, door=cast.consulent)


def sta_boete_toe(cast: Cast, artikel: str, *, bescherming: bool = True, waarde: str = "ja") -> None:
    Instelling.objects.create(
        gemeente=cast.gemeente, sleutel=sleutel(artikel, bescherming=bescherming), waarde=waarde,
        bron="Collegebesluit van 1 september 2026", geldig_vanaf=date(2026, 1, 1),
    )  # fmt: skip


def geconstateerd(cast: Cast, dossier: Dossier, gedraging=Gedraging.PIP, **anders: Any) -> Handhavingszaak:
    velden: dict[str, Any] = {
        "gedrag_op": GEDRAG, "omschrijving": "U kwam niet.", "bewijs": "De lijst van de school.",
        "door": cast.consulent, "op": GEZIEN,
    }  # fmt: skip
    return constateer(dossier=dossier, gedraging=gedraging, **velden | anders)


def gewaarschuwd(cast: Cast, zaak: Handhavingszaak) -> Handhavingszaak:
    zaak = diensten.waarschuw(zaak=zaak, tot=TOT, door=cast.consulent, op=GEWAARSCHUWD)
    verzonden(cast, zaak.waarschuwing, GEWAARSCHUWD)
    return zaak


def aangezegd(cast: Cast, zaak: Handhavingszaak, op: date = AANGEZEGD) -> Handhavingszaak:
    zaak = diensten.zeg_boete_aan(zaak=zaak, na_waarschuwing="U kwam weer niet.", door=cast.consulent, op=op)
    verzonden(cast, zaak.voornemen, op)
    return zaak


def gehoord(cast: Cast, zaak: Handhavingszaak, op: date = GEHOORD) -> Handhavingszaak:
    return diensten.leg_zienswijze_vast(
        zaak=zaak, soort=Zienswijzesoort.MONDELING, datum=op, tekst="U was moe.", door=cast.consulent, op=op
    )


def voorgesteld(cast: Cast, zaak: Handhavingszaak, op: date = VOORGESTELD, **anders: Any) -> Handhavingszaak:
    velden: dict[str, Any] = {
        "verwijtbaarheid": Verwijtbaarheid.NORMAAL, "waarom": "U had kunnen bellen.", "individueel": "",
        "bijstand_verlaagd": False, "termijn_tot": None, "door": cast.consulent,
    }  # fmt: skip
    return weging.stel_boete_voor(zaak=zaak, op=op, **velden | anders)


def tot_voorstel(cast: Cast, dossier: Dossier, gedraging=Gedraging.PIP, **anders: Any) -> Handhavingszaak:
    zaak = gewaarschuwd(cast, geconstateerd(cast, dossier, gedraging))
    if gedraging != Gedraging.PIP:
        anders = {"termijn_tot": date(2026, 12, 1)} | anders
    return voorgesteld(cast, gehoord(cast, aangezegd(cast, zaak)), **anders)


def besloten(cast: Cast, zaak: Handhavingszaak, op: date = BESLIST) -> Beschikking:
    return besluiten.beslis(zaak=zaak, revisie=zaak.revisie, door=cast.teamleider, op=op)


def bekend(cast: Cast, besluit: Beschikking, op: date = BESLIST) -> Beschikking:
    zet_document_gereed(besluit.document)
    return maak_bekend(beschikking=besluit, datum=op, kanaal=Kanaal.POST, door=cast.consulent, op=op)
