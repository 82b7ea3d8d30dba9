"""Whether an IBAN can be paid to: form, country, check digits, and that nobody pays himself."""

from __future__ import annotations

import re
from functools import lru_cache

from stdnum import iban as ibannummer
from stdnum import numdb
from stdnum.exceptions import ValidationError as NummerFout

from inburgering.recht.bsn import vind_bsn

from .tekens import Tekenfout, naar_sepa

# Countries and territories whose IBANs a SEPA credit transfer reaches (European Payments Council, EPC409-09).
# Territories without a code of their own use that of their country: Réunion FR, Jersey GB, Åland FI.
# fmt: off
SEPA_LANDEN = {
    # European Union
    "AT": "Oostenrijk", "BE": "België", "BG": "Bulgarije", "CY": "Cyprus", "CZ": "Tsjechië", "DE": "Duitsland",
    "DK": "Denemarken", "EE": "Estland", "ES": "Spanje", "FI": "Finland", "FR": "Frankrijk", "GR": "Griekenland",
    "HR": "Kroatië", "HU": "Hongarije", "IE": "Ierland", "IT": "Italië", "LT": "Litouwen", "LU": "Luxemburg",
    "LV": "Letland", "MT": "Malta", "NL": "Nederland", "PL": "Polen", "PT": "Portugal", "RO": "Roemenië",
    "SE": "Zweden", "SI": "Slovenië", "SK": "Slowakije",
    # European Economic Area
    "IS": "IJsland", "LI": "Liechtenstein", "NO": "Noorwegen",
    # by agreement
    "AD": "Andorra", "AL": "Albanië", "CH": "Zwitserland", "GB": "het Verenigd Koninkrijk", "GI": "Gibraltar",
    "MC": "Monaco", "MD": "Moldavië", "ME": "Montenegro", "MK": "Noord-Macedonië", "RS": "Servië", "SM": "San Marino",
    "VA": "Vaticaanstad",
}
# fmt: on
_LENGTES = numdb.get("iban")


class Rekeningfout(ValueError):
    """An IBAN or a name that cannot be used; the message is Dutch and meant for the person who typed it."""


def keur_iban(tekst: str) -> str:
    """The normal form of an IBAN: capitals, no spaces, as it goes into the database and the bank file.

    Spaces, dots and hyphens are fine. Raises Rekeningfout with one sentence about the first fault.
    """
    return _gekeurd(zonder_leestekens(tekst))


def zonder_leestekens(iban: str) -> str:
    """As it was typed, in capitals and without spaces, dots and hyphens."""
    return re.sub(r"[\s.\-]", "", iban).upper()


def buitenland(iban: str) -> str:
    """The name of the country of an account in SEPA outside the Netherlands; '' for any other."""
    land = iban[:2]
    return "" if land == "NL" else SEPA_LANDEN.get(land, "")


def in_groepen(iban: str) -> str:
    """The way people read an IBAN: 'NL91 ABNA 0417 1643 00'."""
    return ibannummer.format(iban)


def keur_begunstigde(iban: str, *, betaler: str) -> str:
    """The normal form of the IBAN of a payee; raises Rekeningfout also when it is the account of the payer."""
    normaal = keur_iban(iban)
    if normaal == keur_iban(betaler):
        raise Rekeningfout("Dit is de rekening waar de gemeente zelf van betaalt. Vul de rekening van de ontvanger in.")
    return normaal


def keur_tenaamstelling(naam: str) -> None:
    """Raises Rekeningfout for a name that the bank file cannot hold: not in our alphabet, or with what may be a BSN."""
    try:
        naar_sepa(naam)
    except Tekenfout as fout:
        raise Rekeningfout(str(fout)) from fout
    if vind_bsn(naam):
        raise Rekeningfout("In de tenaamstelling staat een getal dat een BSN kan zijn. Laat dat getal weg.")


@lru_cache(maxsize=4096)
def _gekeurd(iban: str) -> str:
    """Remembered: thousands of tenants pay the same few landlords."""
    _keur_tekens(iban)
    _keur_land(iban)
    try:
        ibannummer.validate(iban, check_country=False)  # its lists of banks per country lag behind the banks
    except NummerFout as fout:
        raise Rekeningfout(_zin(iban)) from fout
    return iban


def _keur_tekens(iban: str) -> None:
    if not iban:
        raise Rekeningfout("Vul een IBAN in.")
    if vreemd := re.search(r"[^0-9A-Z]", iban):
        raise Rekeningfout(f"Een IBAN bestaat uit letters en cijfers; '{vreemd.group()}' hoort er niet in.")
    if not re.match(r"[A-Z]{2}[0-9]{2}", iban):
        raise Rekeningfout("Een IBAN begint met twee letters voor het land en twee controlecijfers, zoals NL91.")


def _keur_land(iban: str) -> None:
    land = iban[:2]
    if land not in SEPA_LANDEN:
        raise Rekeningfout(
            f"Een rekening met landcode {land} ligt buiten het SEPA-gebied. Met dit bestand kan de gemeente alleen "
            "betalen naar rekeningen binnen SEPA; vraag een andere rekening of betaal los via de bank."
        )
    lengte = _lengte(land)
    if len(iban) != lengte:
        raise Rekeningfout(f"Een IBAN uit {SEPA_LANDEN[land]} heeft {lengte} tekens; dit zijn er {len(iban)}.")


def _lengte(land: str) -> int:
    opbouw = _LENGTES.info(land + "00")[0][1]["bban"]
    return 4 + sum(int(aantal) for aantal in re.findall(r"(\d+)!", opbouw))


def _zin(iban: str) -> str:
    if ibannummer.calc_check_digits(iban) != iban[2:4]:
        return "De controlecijfers kloppen niet: kijk of er een cijfer of letter is verwisseld."
    return (
        f"De opbouw van dit nummer past niet bij een IBAN uit {iban[:2]}. Neem het over van een afschrift of factuur."
    )
