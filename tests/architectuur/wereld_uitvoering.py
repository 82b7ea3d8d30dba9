"""An aanbieder with contracts, somebody with a place, and somebody who was proposed, for every address of them."""

from typing import Any

from cases.models import Dossier
from tests.fabriek import Cast
from tests.pip_plans.uitvoering.bouw import maak_aanbieder, maak_contract, plaats_nu, voorstel


def uitvoeringrijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    """The dossier has a PIP with the B1-route: proposed for that, and placed for the PVT."""
    wie = maak_aanbieder(cast, aanbod=("b1", "pvt", "map"))
    contract = maak_contract(wie)
    nieuw = voorstel(cast, dossier, contract)
    geplaatst = plaats_nu(cast, voorstel(cast, dossier, maak_contract(wie, "pvt")))
    maak_contract(wie, "map")
    per_adres = [
        (wie, ["aanbieder", "aanbieder_wijzigen", "contract_nieuw"]),
        (contract, ["contract"]),
        (nieuw, ["wachtlijst", "plaatsen"]),
        (geplaatst, ["wijzigen", "begonnen", "stoppen"]),
    ]
    rijen = {f"uitvoering:{naam}.pk": rij.pk for rij, namen in per_adres for naam in namen}
    soorten = {"voorstellen": "map", "maatwerk": "participatie", "zelf": "b1"}
    return rijen | {f"uitvoering:{naam}.soort": soort for naam, soort in soorten.items()}
