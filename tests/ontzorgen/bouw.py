"""Units, creditors and fixed costs for tests, made by the services that the product uses."""

from datetime import date
from typing import Any

from cases.enums import Rol
from cases.models import Dossier
from cases.services.termijnen import feiten_per_dossier
from inburgering.recht.feiten import FeitSoort
from ontzorgen.models import (
    Crediteur,
    Lastsoort,
    Leefsituatie,
    Ontzorgperiode,
    Uitkeringseenheid,
    VasteLast,
)
from ontzorgen.services.besluiten import stel_vast
from ontzorgen.services.bijstand import begin_bijstand
from ontzorgen.services.crediteuren import bewaar_crediteur, stel_rekening_voor
from ontzorgen.services.eenheden import eenheid_van, stel_eenheid_samen
from ontzorgen.services.inrichting import richt_ontzorgen_in
from ontzorgen.services.lasten import leg_last_vast
from ontzorgen.services.leefsituaties import leg_leefsituatie_vast
from ontzorgen.services.voorstellen import stel_56a_voor, stel_bijzondere_bijstand_voor
from tests.fabriek import Cast, aangesteld, leg_vast

BEGIN = date(2026, 9, 9)
IBAN = "NL91 ABNA 0417 1643 00"


def maak_eenheid(cast: Cast, dossier: Dossier, vanaf: date = BEGIN) -> Uitkeringseenheid:
    """A unit of one single person of over 21."""
    richt_ontzorgen_in()
    eenheid = stel_eenheid_samen(
        gemeente=cast.gemeente,
        dossiers=[dossier],
        vanaf=vanaf,
        door=cast.sociale_zaken,
        op=max(vanaf, date(2026, 11, 20)),
    )
    situatie = Leefsituatie(
        eenheid=eenheid, vanaf=vanaf, leefvorm="ALLEENSTAANDE", leeftijdsgroep="VAN_21_TOT_AOW", bron="B-2026-7"
    )
    leg_leefsituatie_vast(situatie=situatie, door=cast.sociale_zaken, op=max(vanaf, date(2026, 11, 20)))
    return eenheid


def maak_crediteur(cast: Cast) -> Crediteur:
    """A landlord whose account waits for a second person."""
    crediteur = bewaar_crediteur(gemeente=cast.gemeente, gegevens={"naam": "Woningstichting De Dijk"})
    stel_rekening_voor(
        crediteur=crediteur, iban=IBAN, tenaamstelling="De Dijk", bron="factuur 1", door=cast.uitkeringsadministratie,
        op=date(2026, 11, 20),
    )  # fmt: skip
    return crediteur


def leg_last(
    cast: Cast, eenheid: Uitkeringseenheid, crediteur: Crediteur, soort: str = "huur", **anders: Any
) -> VasteLast:
    """A rent of € 612,35 from October on, or € 145 for another kind, unless said otherwise."""
    gegevens = {
        "soort": Lastsoort.objects.get(code=soort),
        "crediteur": crediteur,
        "kenmerk": "contract 11-204",
        "bedrag": 61_235 if soort == "huur" else 14_500,
        "eerste_maand": date(2026, 10, 1),
        "bron": "huurcontract",
    }
    return leg_last_vast(eenheid=eenheid, gegevens=gegevens | anders, door=cast.consulent, op=date(2026, 11, 20))


def overbrug(cast: Cast, eenheid: Uitkeringseenheid, bedrag: int, maand: date, op: date = date(2026, 11, 20)) -> None:
    """Bijzondere bijstand of so many cents in one month, decided by two people of Sociale Zaken."""
    voorstel = stel_bijzondere_bijstand_voor(
        dossier=eenheid.leden.all()[0].dossier, aanvraag_op=op, toegekend=True, bedrag=bedrag, eerste_maand=maand,
        laatste_maand=maand, motivering="U wacht op uw toeslag.", door=cast.sociale_zaken, op=op,
    )  # fmt: skip
    stel_vast(besluit=voorstel, door=aangesteld(cast.gemeente, Rol.SOCIALE_ZAKEN), op=op)


def periode(cast: Cast, dossier: Dossier, vanaf: date = BEGIN, op: date | None = None) -> Ontzorgperiode:
    """Six months from a day on, decided by two people of Sociale Zaken; adds what the decision needs and is not there.

    `dossier` is one of `asielstatushouder`; its unit is made when there is none.
    """
    op = op or max(vanaf, date(2026, 11, 20))
    feiten = feiten_per_dossier([dossier])[dossier.pk]
    if not feiten.laatste(FeitSoort.VERBLIJFSVERGUNNING):
        leg_vast(dossier, FeitSoort.VERBLIJFSVERGUNNING, vanaf, soort="asiel bepaalde tijd")
    if not feiten.bijstand:
        kenmerk = f"bijstand-{vanaf:%Y%m%d}"
        begin_bijstand(dossier=dossier, datum=vanaf, door=cast.sociale_zaken, op=op, kenmerk=kenmerk)
    if not eenheid_van(dossier=dossier, op=vanaf):
        maak_eenheid(cast, dossier, vanaf)
    voorstel = stel_56a_voor(dossier=dossier, motivering="U woont nu in Diemen.", door=cast.sociale_zaken, op=op)
    stel_vast(besluit=voorstel, door=aangesteld(cast.gemeente, Rol.SOCIALE_ZAKEN), op=op)
    voorstel.refresh_from_db()
    gevonden: Ontzorgperiode = voorstel.begonnen_periode
    return gevonden
