"""What a bank means by its codes, in Dutch: statuses of pain.002 and reasons of a refusal or a return.

Source: ISO 20022 external code sets (status, status reason, return reason); only the codes a credit transfer meets.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Uitkomst(StrEnum):
    """What a status means for a payment."""

    UITGEVOERD = "UITGEVOERD"
    AANGENOMEN = "AANGENOMEN"
    LOPEND = "LOPEND"
    GEWEIGERD = "GEWEIGERD"


STATUSSEN: dict[str, tuple[Uitkomst, str]] = {
    "ACCC": (Uitkomst.UITGEVOERD, "bijgeschreven bij de ontvanger"),
    "ACSC": (Uitkomst.UITGEVOERD, "uitgevoerd"),
    "ACCP": (Uitkomst.AANGENOMEN, "aangenomen na controle van de gegevens"),
    "ACFC": (Uitkomst.AANGENOMEN, "aangenomen na controle van het saldo"),
    "ACSP": (Uitkomst.AANGENOMEN, "aangenomen, wordt uitgevoerd"),
    "ACTC": (Uitkomst.AANGENOMEN, "aangenomen na controle van het bestand"),
    "ACWC": (Uitkomst.AANGENOMEN, "aangenomen met een wijziging door de bank"),
    "ACWP": (Uitkomst.AANGENOMEN, "aangenomen, nog niet bijgeschreven bij de ontvanger"),
    "PART": (Uitkomst.LOPEND, "deels aangenomen, deels afgewezen"),
    "PATC": (Uitkomst.LOPEND, "wacht op nog een goedkeuring bij de bank"),
    "PDNG": (Uitkomst.LOPEND, "wacht op verdere controle door de bank"),
    "RCVD": (Uitkomst.LOPEND, "ontvangen door de bank"),
    "CANC": (Uitkomst.GEWEIGERD, "ingetrokken voor de uitvoering"),
    "RJCT": (Uitkomst.GEWEIGERD, "afgewezen"),
}

REDENEN: dict[str, str] = {
    "AC01": "het rekeningnummer bestaat niet of klopt niet",
    "AC03": "het rekeningnummer van de ontvanger klopt niet",
    "AC04": "de rekening is opgeheven",
    "AC06": "de rekening is geblokkeerd",
    "AC13": "naar deze soort rekening kan niet worden betaald",
    "AG01": "deze rekening staat zo'n betaling niet toe, zoals een spaarrekening",
    "AG02": "de bank kent deze soort opdracht niet",
    "AM01": "het bedrag is nul",
    "AM02": "het bedrag is hoger dan is toegestaan",
    "AM03": "de munt is niet toegestaan",
    "AM04": "er stond te weinig geld op de rekening van de gemeente",
    "AM05": "deze betaling is al eens aangeboden (dubbel)",
    "AM09": "het bedrag klopt niet",
    "AM10": "de som van de betalingen is anders dan de kop van het bestand zegt",
    "BE01": "de naam hoort niet bij de rekening",
    "BE04": "het adres van de ontvanger ontbreekt of klopt niet",
    "BE05": "de bank kent de afzender van het bestand niet",
    "CNOR": "de bank van de ontvanger is langs deze weg niet bereikbaar",
    "CUST": "de ontvanger of de betaler heeft om terugbetaling gevraagd",
    "DNOR": "de bank van de gemeente is langs deze weg niet bereikbaar",
    "DT01": "de datum van uitvoering kan niet, of is voorbij",
    "DU01": "een bestand met dit nummer is al eens aangeboden (dubbel)",
    "DU02": "een groep met dit nummer is al eens aangeboden (dubbel)",
    "DU04": "een betaling met dit kenmerk is al eens aangeboden (dubbel)",
    "ED05": "de verrekening tussen de banken is mislukt",
    "FF01": "het bestand heeft niet de vorm die met de bank is afgesproken",
    "FOCR": "teruggestort omdat om annulering is gevraagd",
    "FRAD": "de bank vermoedt fraude",
    "MD07": "de ontvanger is overleden",
    "MS02": "de ontvanger weigert de betaling, zonder opgave van reden",
    "MS03": "de bank weigert de betaling, zonder opgave van reden",
    "NARR": "de bank geeft de reden in woorden",
    "NOAS": "de ontvanger heeft niet op vragen van zijn bank geantwoord",
    "RC01": "de bankcode (BIC) klopt niet",
    "RR01": "het nummer of de rekening van de betaler ontbreekt; de regels eisen dat",
    "RR02": "de naam of het adres van de betaler ontbreekt; de regels eisen dat",
    "RR03": "de naam of het adres van de ontvanger ontbreekt; de regels eisen dat",
    "RR04": "de regels voor het toezicht staan de betaling niet toe",
    "RUTA": "teruggestort na een onderzoek dat geen toestemming opleverde",
    "TM01": "het bestand kwam na het uiterste uur van de bank",
    "UPAY": "de betaling was niet verschuldigd",
}

# What says whether a payment was made; the rest is on the way.
BESLIST = frozenset({Uitkomst.UITGEVOERD, Uitkomst.GEWEIGERD})
# The same was offered before, and that first offer stands.
DUBBEL = frozenset({"AM05", "DU01", "DU02", "DU04"})


@dataclass(frozen=True, slots=True)
class Reden:
    """Why a bank refused or returned: its code, and the words it added."""

    code: str
    toelichting: str = ""

    @property
    def zin(self) -> str:
        """'De rekening is opgeheven (AC04).', with what the bank added."""
        wat = REDENEN.get(self.code, "de bank gebruikt een code die hier niet bekend is")
        zin = f"{wat[0].upper()}{wat[1:]} ({self.code or 'geen code'})."
        return f"{zin} De bank schrijft: {self.toelichting}" if self.toelichting else zin


def uitkomst(status: str) -> Uitkomst:
    """What a status means for a payment; a status that is not known here decides nothing."""
    return STATUSSEN[status][0] if status in STATUSSEN else Uitkomst.LOPEND


def status_label(status: str) -> str:
    """'afgewezen (RJCT)'."""
    return f"{STATUSSEN[status][1] if status in STATUSSEN else 'een status die hier niet bekend is'} ({status})"
