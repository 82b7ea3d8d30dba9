"""What every story starts with."""

from datetime import date
from typing import Any

from cases.models import Gezin
from inburgering.demo.nummers import telefoonnummer
from inburgering.demo.traject import Wereld


def persoon(
    wereld: Wereld, voornamen: str, achternaam: str, geslacht: str, *, leeftijd: int, nationaliteit: str, taal: str,
    **anders: Any,
) -> dict[str, Any]:  # fmt: skip
    """The fields of somebody who is this old on the peildatum (a birthday in spring)."""
    jaar = wereld.peildatum.year - leeftijd - (0 if (wereld.peildatum.month, wereld.peildatum.day) >= (4, 7) else 1)
    return {
        "voornamen": voornamen,
        "achternaam": achternaam,
        "geslacht": geslacht,
        "geboortedatum": date(jaar, 4, 7),
        "nationaliteit": nationaliteit,
        "voorkeurstaal": taal,
        "tolk_nodig": True,
        "telefoon": telefoonnummer(wereld.toeval),
    } | anders


def woont(wereld: Wereld, straat: str, huisnummer: str, postcode: str = "1111 HL") -> dict[str, str]:
    """An address in the gemeente of the demonstration."""
    return {"straat": straat, "huisnummer": huisnummer, "postcode": postcode, "woonplaats": wereld.gemeente.naam}


def gezin(wereld: Wereld, kenmerk: str) -> Gezin:
    return Gezin.objects.get_or_create(gemeente=wereld.gemeente, kenmerk=kenmerk)[0]
