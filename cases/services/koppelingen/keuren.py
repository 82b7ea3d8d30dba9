"""One row by itself: from text to values, with every fault and doubt. Asks the database nothing."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from stdnum.exceptions import ValidationError as NummerFout
from stdnum.nl import bsn, postcode

from cases.enums import Geslacht
from cases.models import Gezin, Inburgeraar
from cases.namen import klanksleutel, vouw
from cases.onzichtbaar import zonder_onzichtbaar
from inburgering.recht.feiten import DOELGROEP_LABELS, Doelgroep, FeitSoort, Regime, regime_voor

from .kolommen import DATUMKOLOMMEN, FEITKOLOM, KOLOMMEN, LABELS, TEKSTKOLOMMEN, TEVEEL
from .meldingen import Melding, fout, informatie, let_op
from .plicht import keur_plicht
from .volgorde import ongewone_volgorde


def _ruimte(model: type[models.Model], veld: str) -> int:
    lengte: int = model._meta.get_field(veld).max_length  # type: ignore[union-attr, assignment]  # a CharField
    return lengte


EERSTE_JAAR = 1900
GROEPEN = tuple(DOELGROEP_LABELS.values())
_DATUM = re.compile(r"(?P<dag>\d{1,2})[-/.](?P<maand>\d{1,2})[-/.](?P<jaar>\d{4})", re.ASCII)
_ISO = re.compile(r"(?P<jaar>\d{4})-(?P<maand>\d{1,2})-(?P<dag>\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
# A program that could not write a letter such as ş or ğ puts a question mark in its place.
_VERLOREN_LETTER = re.compile(r"[^\W\d_]\?|\?[^\W\d_]")
VRAAGTEKEN = (
    "Hier staat een vraagteken in plaats van een letter. Bewaar de lijst als ‘CSV UTF-8’ of typ de letter zelf."
)
_GESLACHT = {
    "m": Geslacht.MAN, "man": Geslacht.MAN,
    "v": Geslacht.VROUW, "vrouw": Geslacht.VROUW,
    "o": Geslacht.ONBEKEND, "onbekend": Geslacht.ONBEKEND,
}  # fmt: skip
_JA_NEE = {"ja": True, "j": True, "nee": False, "n": False}
_DOELGROEP = {vouw(label): groep for groep, label in DOELGROEP_LABELS.items()} | {
    vouw(groep.value.replace("_", " ")): groep for groep in Doelgroep
}  # fmt: skip
_LENGTE: dict[str, int] = {
    **{naam: _ruimte(Inburgeraar, naam) for naam in (*TEKSTKOLOMMEN, "postcode")},
    "gezinsnummer": _ruimte(Gezin, "kenmerk"),
    **dict.fromkeys(("azc", "verblijfsvergunning"), 100),
}


@dataclass(slots=True)
class Keuring:
    """What a row says, as far as it can be read. An empty cell is absent: it never wipes what is known."""

    persoon: dict[str, Any] = field(default_factory=dict)
    data: dict[str, date] = field(default_factory=dict)
    doelgroep: Doelgroep | None = None
    vergunning: str = ""
    azc: str = ""
    gezinsnummer: str = ""
    meldingen: list[Melding] = field(default_factory=list)

    @property
    def bsn(self) -> str:
        return self.persoon.get("bsn", "")

    @property
    def v_nummer(self) -> str:
        return self.persoon.get("v_nummer", "")

    @property
    def regime(self) -> Regime | None:
        """The regime that follows from the permit; None without a permit date."""
        vergunning = self.data.get("datum_vergunning")
        return regime_voor(vergunning) if vergunning else None

    @property
    def persoonssleutel(self) -> str:
        """Equal for two spellings of one person; '' when the name or the birth date is unknown."""
        return persoonssleutel(self.persoon.get("geboortedatum"), self.persoon)

    def feiten(self) -> dict[FeitSoort, tuple[date, dict[str, str]]]:
        """The dated facts in the row, with their particulars. The group holds from the permit, else the first date."""
        gevonden: dict[FeitSoort, tuple[date, dict[str, str]]] = {}
        for soort, kolom in FEITKOLOM.items():
            if dag := self.data.get(kolom):
                gevonden[soort] = (dag, {})
        for soort, sleutel, waarde in (
            (FeitSoort.VERBLIJFSVERGUNNING, "soort", self.vergunning),
            (FeitSoort.KOPPELING, "azc", self.azc),
        ):
            if soort in gevonden and waarde:
                gevonden[soort][1][sleutel] = waarde
        if self.doelgroep and self.data:
            dag = self.data.get("datum_vergunning") or min(self.data.values())
            gevonden[FeitSoort.DOELGROEP] = (dag, {"doelgroep": self.doelgroep.value})
        return gevonden


def naamsleutel(persoon: Mapping[str, Any]) -> str:
    """The sounds of all parts of a name in alphabetical order: given and family name are often swapped."""
    delen = (persoon.get(naam, "") for naam in ("voornamen", "voorvoegsel", "achternaam"))
    return " ".join(sorted(klanksleutel(" ".join(delen)).split()))


def persoonssleutel(geboren: date | None, namen: Mapping[str, Any]) -> str:
    """Birth date and sound of the name; '' when either is unknown."""
    naam = naamsleutel(namen)
    return f"{geboren} {naam}"[:300] if naam and geboren else ""


def keur(waarden: Mapping[str, Any], *, gemeente: str, op: date) -> Keuring:
    """Read the cells of one row for this gemeente, as of this date."""
    keuring = Keuring()
    cellen = {naam: schoon(str(waarden.get(naam, ""))) for naam in KOLOMMEN}
    _keur_vorm(keuring, waarden, cellen)
    _keur_nummers(keuring, cellen)
    _keur_teksten(keuring, cellen)
    _keur_keuzes(keuring, cellen)
    _keur_data(keuring, cellen, op)
    _keur_gemeente(keuring, cellen["gemeente"], gemeente)
    keuring.meldingen.extend(keur_plicht(cellen, kennisgeving="datum_kennisgeving_duo" in keuring.data))
    _twijfel(keuring)
    return keuring


def schoon(cel: str) -> str:
    """One line of text: composed, without what nobody sees, and one space where the cell has spaces or line ends."""
    return " ".join(unicodedata.normalize("NFC", zonder_onzichtbaar(cel)).split())


def lees_datum(tekst: str) -> date | str:
    """The date in dd-mm-jjjj or jjjj-mm-dd, or the Dutch reason why it is none."""
    vorm = _DATUM.fullmatch(tekst) or _ISO.fullmatch(tekst)
    if not vorm:
        return "Schrijf de datum als dd-mm-jjjj, bijvoorbeeld 05-11-2026."
    try:
        dag = date(int(vorm["jaar"]), int(vorm["maand"]), int(vorm["dag"]))
    except ValueError:
        return "Deze datum bestaat niet."
    return dag if dag.year >= EERSTE_JAAR else f"Deze datum ligt voor het jaar {EERSTE_JAAR}."


def _keur_vorm(keuring: Keuring, waarden: Mapping[str, Any], cellen: Mapping[str, str]) -> None:
    if ontbreekt := [LABELS[naam] for naam in KOLOMMEN if naam not in waarden]:
        keuring.meldingen.append(fout("", f"De regel heeft te weinig kolommen; dit ontbreekt: {', '.join(ontbreekt)}."))
    if TEVEEL in waarden:
        keuring.meldingen.append(
            fout("", "De regel heeft te veel kolommen. Controleer of elke waarde in de goede kolom staat.")
        )
    for naam in cellen:
        getypt = str(waarden.get(naam, ""))
        if any(unicodedata.category(teken) in ("Cc", "Cs") and not teken.isspace() for teken in getypt):
            keuring.meldingen.append(fout(naam, "Hier staat een onzichtbaar stuurteken in. Typ de waarde opnieuw."))


def _keur_nummers(keuring: Keuring, cellen: Mapping[str, str]) -> None:
    nummer = re.sub(r"[\s.\-]", "", cellen["bsn"])
    if nummer and (len(nummer) not in (8, 9) or not bsn.is_valid(nummer)):
        keuring.meldingen.append(fout("bsn", "Dit is geen geldig BSN (elfproef). Controleer de negen cijfers."))
    elif nummer:
        keuring.persoon["bsn"] = str(bsn.validate(nummer))  # puts back the first zero that a spreadsheet dropped
    v_nummer = re.sub(r"[\s.\-]", "", cellen["v_nummer"])
    if v_nummer and not re.fullmatch(r"[0-9]{10}", v_nummer):
        keuring.meldingen.append(fout("v_nummer", "Een V-nummer heeft tien cijfers."))
    elif v_nummer:
        keuring.persoon["v_nummer"] = v_nummer
    if not nummer and not v_nummer:
        keuring.meldingen.append(fout("bsn", "Vul een BSN of een V-nummer in; beide ontbreken."))


def _keur_teksten(keuring: Keuring, cellen: Mapping[str, str]) -> None:
    for naam, lengte in _LENGTE.items():
        if len(cellen[naam]) > lengte:
            keuring.meldingen.append(fout(naam, f"Te lang: {len(cellen[naam])} tekens; er passen er {lengte} in."))
    keuring.persoon.update({naam: cellen[naam] for naam in TEKSTKOLOMMEN if cellen[naam]})
    keuring.vergunning, keuring.azc = cellen["verblijfsvergunning"], cellen["azc"]
    keuring.gezinsnummer = cellen["gezinsnummer"]
    if not cellen["achternaam"]:
        keuring.meldingen.append(fout("achternaam", "Vul de achternaam in."))
    if not cellen["voornamen"]:
        keuring.meldingen.append(let_op("voornamen", "Er staat geen voornaam bij deze persoon."))
    for naam in ("voornamen", "voorvoegsel", "achternaam", "straat", "woonplaats"):
        if _VERLOREN_LETTER.search(cellen[naam]):
            keuring.meldingen.append(let_op(naam, VRAAGTEKEN))
    if cellen["postcode"]:
        _keur_postcode(keuring, cellen["postcode"])


def _keur_postcode(keuring: Keuring, tekst: str) -> None:
    try:
        keuring.persoon["postcode"] = str(postcode.validate(tekst))
    except NummerFout:
        keuring.persoon["postcode"] = tekst
        keuring.meldingen.append(let_op("postcode", "Dit is geen Nederlandse postcode."))


def _keur_keuzes(keuring: Keuring, cellen: Mapping[str, str]) -> None:
    geslacht, tolk, groep = (cellen[naam].casefold() for naam in ("geslacht", "tolk_nodig", "doelgroep"))
    if geslacht and geslacht not in _GESLACHT:
        keuring.meldingen.append(fout("geslacht", "Onbekend geslacht. Kies m, v of o (onbekend)."))
    elif geslacht:
        keuring.persoon["geslacht"] = _GESLACHT[geslacht].value
    if tolk and tolk not in _JA_NEE:
        keuring.meldingen.append(fout("tolk_nodig", "Schrijf ja of nee."))
    elif tolk:
        keuring.persoon["tolk_nodig"] = _JA_NEE[tolk]
    keuring.doelgroep = _DOELGROEP.get(vouw(groep))
    if keuring.doelgroep is None:
        keuring.meldingen.append(fout("doelgroep", f"Onbekende doelgroep. Kies uit: {', '.join(GROEPEN)}."))


def _keur_data(keuring: Keuring, cellen: Mapping[str, str], op: date) -> None:
    for naam in ("geboortedatum", *DATUMKOLOMMEN):
        if not cellen[naam]:
            continue
        gelezen = lees_datum(cellen[naam])
        if isinstance(gelezen, str):
            keuring.meldingen.append(fout(naam, gelezen))
        elif gelezen > op:
            keuring.meldingen.append(fout(naam, "Deze datum ligt in de toekomst."))
        elif naam == "geboortedatum":
            keuring.persoon[naam] = gelezen
        else:
            keuring.data[naam] = gelezen
    if not cellen["geboortedatum"]:
        keuring.meldingen.append(fout("geboortedatum", "Vul de geboortedatum in."))
    for waarde, datumkolom in (("verblijfsvergunning", "datum_vergunning"), ("azc", "datum_koppeling")):
        if cellen[waarde] and not cellen[datumkolom]:
            reden = f"Zonder ‘{LABELS[datumkolom]}’ wordt dit niet overgenomen."
            keuring.meldingen.append(let_op(waarde, reden))


def _keur_gemeente(keuring: Keuring, tekst: str, gemeente: str) -> None:
    if not tekst:
        keuring.meldingen.append(fout("gemeente", f"Vul de gemeente in; verwacht wordt {gemeente}."))
    elif vouw(tekst) != vouw(gemeente):
        keuring.meldingen.append(fout("gemeente", f"Deze regel is niet voor de gemeente {gemeente}."))


def _twijfel(keuring: Keuring) -> None:
    keuring.meldingen.extend(ongewone_volgorde(keuring.data, keuring.persoon.get("geboortedatum")))
    regulier = keuring.vergunning.casefold().startswith("regulier")
    if keuring.doelgroep == Doelgroep.ASIELSTATUSHOUDER and regulier:
        reden = (
            "Een asielstatushouder met een reguliere vergunning komt weinig voor. "
            "Gaat het om een gezinslid van een statushouder?"
        )
        keuring.meldingen.append(let_op("verblijfsvergunning", reden))
    if keuring.regime == Regime.WI2013:
        reden = "Vergunning van voor 1-1-2022: dit dossier valt onder de Wet inburgering 2013."
        keuring.meldingen.append(informatie("datum_vergunning", reden))
    if keuring.doelgroep and not keuring.data:
        reden = "Zonder een enkele datum is niet bekend vanaf wanneer deze doelgroep geldt; zij wordt niet overgenomen."
        keuring.meldingen.append(let_op("doelgroep", reden))
