"""Units, creditors and fixed costs for tests, made by the services that the product uses."""

from datetime import date
from typing import Any

from cases.models import Dossier
from ontzorgen.models import Crediteur, Lastsoort, Leefsituatie, Uitkeringseenheid, VasteLast
from ontzorgen.services.crediteuren import bewaar_crediteur, stel_rekening_voor
from ontzorgen.services.eenheden import leg_leefsituatie_vast, stel_eenheid_samen
from ontzorgen.services.inrichting import richt_ontzorgen_in
from ontzorgen.services.lasten import leg_last_vast
from tests.fabriek import Cast

BEGIN = date(2026, 9, 9)
IBAN = "NL91 ABNA 0417 1643 00"


def maak_eenheid(cast: Cast, dossier: Dossier, vanaf: date = BEGIN) -> Uitkeringseenheid:
    """A unit of one single person of over 21."""
    richt_ontzorgen_in()
    eenheid = stel_eenheid_samen(gemeente=cast.gemeente, dossiers=[dossier], vanaf=vanaf, door=cast.sociale_zaken)
    situatie = Leefsituatie(
        eenheid=eenheid, vanaf=vanaf, leefvorm="ALLEENSTAANDE", leeftijdsgroep="VAN_21_TOT_AOW", bron="B-2026-7"
    )
    leg_leefsituatie_vast(situatie=situatie, door=cast.sociale_zaken)
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
    """A rent of € 612,35 from October on, unless said otherwise."""
    gegevens = {
        "soort": Lastsoort.objects.get(code=soort),
        "crediteur": crediteur,
        "kenmerk": "contract 11-204",
        "bedrag": 61_235,
        "eerste_maand": date(2026, 10, 1),
        "bron": "huurcontract",
    }
    return leg_last_vast(eenheid=eenheid, gegevens=gegevens | anders, door=cast.consulent, op=date(2026, 11, 20))
