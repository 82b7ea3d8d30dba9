"""The difference between two versions of a plan in words: a pure function over their frozen contents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from inburgering.recht.feiten import LEERROUTE_LABELS, Leerroute
from inburgering.recht.uitleg import datum_zonder_weekdag

Inhoud = Mapping[str, Any]
Regels = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verschil:
    """One field that differs. Of a list, `was` holds what went and `wordt` what came; of a text all of both."""

    label: str
    was: Regels
    wordt: Regels
    lijst: bool = False


def verschil(oud: Inhoud, nieuw: Inhoud) -> tuple[Verschil, ...]:
    """What differs between two letters, in the order of the letter.

    Who writes, to whom and when is left out: that differs in every letter and says nothing of the plan.
    """
    gevonden = (
        *(_tekst(label, lees(oud), lees(nieuw)) for label, lees in TEKSTEN.items()),
        *(_lijst(label, lees(oud), lees(nieuw)) for label, lees in LIJSTEN.items()),
    )
    return tuple(sorted((een for een in gevonden if een), key=lambda een: VOLGORDE.index(een.label)))


def _tekst(label: str, oud: str, nieuw: str) -> Verschil | None:
    if oud == nieuw:
        return None
    return Verschil(label, (oud,) if oud else (), (nieuw,) if nieuw else ())


def _lijst(label: str, oud: Regels, nieuw: Regels) -> Verschil | None:
    weg = tuple(regel for regel in oud if regel not in nieuw)
    erbij = tuple(regel for regel in nieuw if regel not in oud)
    return Verschil(label, weg, erbij, lijst=True) if weg or erbij else None


def _waarde(*sleutels: str) -> Callable[[Inhoud], str]:
    """The text under these keys, '' when one of them is absent."""

    def lees(inhoud: Inhoud) -> str:
        waarde: Any = inhoud
        for sleutel in sleutels:
            waarde = (waarde or {}).get(sleutel)
        return "" if waarde in (None, "", 0) else str(waarde)

    return lees


def _regels(*sleutels: str) -> Callable[[Inhoud], Regels]:
    def lees(inhoud: Inhoud) -> Regels:
        waarde: Any = inhoud
        for sleutel in sleutels:
            waarde = (waarde or {}).get(sleutel)
        return tuple(waarde or ())

    return lees


def _rijen(sleutel: str, zin: Callable[[Inhoud], str]) -> Callable[[Inhoud], Regels]:
    return lambda inhoud: tuple(zin(rij) for rij in inhoud.get(sleutel) or ())


def _dag(iso: str) -> str:
    return datum_zonder_weekdag(date.fromisoformat(iso)) if iso else ""


def _leerroute(inhoud: Inhoud) -> str:
    route = str(inhoud.get("leerroute") or "").upper()
    naam = LEERROUTE_LABELS[Leerroute(route)] if route in set(Leerroute) else ""
    return f"{naam}, voorbereiding op het mbo" if inhoud.get("leerroute_variant") == "mbo" else naam


def _toets(inhoud: Inhoud) -> str:
    toets = inhoud.get("toets") or {}
    return f"{toets['uitslag']} ({_dag(toets['datum'])})" if toets.get("datum") else str(toets.get("reden_geen") or "")


def _onderdeel(sleutel: str) -> Callable[[Inhoud], str]:
    def lees(inhoud: Inhoud) -> str:
        deel = inhoud.get(sleutel)
        if isinstance(deel, str):  # an advice names no hours
            return deel
        return f"{deel['uren']} uur. Wanneer: {deel['wanneer']} Bij: {deel['aanbieder']}." if deel else ""

    return lees


def _voortgang(inhoud: Inhoud) -> str:
    aantal = inhoud.get("voortgangsgesprekken")
    return f"{aantal} keer. {inhoud.get('voortgangsgesprekken_uitleg', '')}".strip() if aantal else ""


def _zroute(inhoud: Inhoud) -> str:
    uren = inhoud.get("zroute")
    return f"{uren['uren_taal']} uur les, {uren['uren_participatie']} uur meedoen" if uren else ""


def _groep(inhoud: Inhoud) -> str:
    return {"asiel": "met aanbod van de gemeente", "overig": "kiest en betaalt zelf"}.get(inhoud.get("groep", ""), "")


def _termijn(inhoud: Inhoud) -> str:
    termijn = inhoud.get("termijn")
    return f"van {_dag(termijn['start'])} tot en met {_dag(termijn['einde'])}" if termijn else ""


def _janee(sleutel: str) -> Callable[[Inhoud], str]:
    return lambda inhoud: "ja" if inhoud.get(sleutel) else "nee"


TEKSTEN: Mapping[str, Callable[[Inhoud], str]] = {
    "Naam": _waarde("naam"),
    "Geboortedatum": lambda inhoud: _dag(inhoud.get("geboortedatum", "")),
    "Leerroute": _leerroute,
    "Wie de lessen regelt": _groep,
    "Uren van de Z-route": _zroute,
    "Leerbaarheidstoets": _toets,
    "Advies van Taalstart": _waarde("taalstart_advies"),
    "Doel": _waarde("doel"),
    "Hoeveel les": _waarde("intensiteit"),
    "Uren les per week (advies)": _waarde("lesuren"),
    "School": _waarde("school"),
    "KNM": _waarde("knm"),
    "Participatieverklaringstraject (PVT)": _onderdeel("pvt"),
    "Module Arbeidsmarkt en Participatie (MAP)": _onderdeel("map_module"),
    "Arbeidsmarkt (ONA)": _waarde("ona"),
    "Voortgangsgesprekken": _voortgang,
    "Inburgeringstermijn": _termijn,
    "Bijstandsuitkering": _janee("bijstand"),
    "Betalen van vaste lasten door de gemeente": _janee("ontzorgen"),
}
LIJSTEN: Mapping[str, Callable[[Inhoud], Regels]] = {
    "Examen op niveau A2": _regels("a2_onderdelen"),
    "Waarom deze leerroute": _regels("motivering"),
    "Waarom anders dan de toets": _regels("toets", "afwijking"),
    "Wil toch examen doen in": _regels("zroute", "examenwensen"),
    "Begeleiding": _rijen("begeleiding", lambda rij: f"{rij['wie']}: {rij['wat']}"),
    "Afspraken": _rijen("afspraken", lambda rij: f"{rij['wat']} ({rij['wie']}, {rij['hoeveel']}, {rij['wanneer']})"),
    "Voorschoolse educatie": _regels("voorschools"),
    "Wat al meetelt": _regels("eerdere_inspanningen"),
    "Besluiten over bijstand": _rijen(
        "pw_beschikkingen", lambda rij: f"{rij['omschrijving']}, {_dag(rij['datum'])}, {rij['kenmerk']}"
    ),
}
VOLGORDE = (
    "Naam", "Geboortedatum", "Leerroute", "Uren van de Z-route", "Examen op niveau A2", "Waarom deze leerroute",
    "Leerbaarheidstoets", "Advies van Taalstart", "Waarom anders dan de toets", "Wil toch examen doen in", "Doel",
    "Wie de lessen regelt", "Hoeveel les", "Uren les per week (advies)", "School", "KNM",
    "Participatieverklaringstraject (PVT)", "Module Arbeidsmarkt en Participatie (MAP)", "Arbeidsmarkt (ONA)",
    "Begeleiding", "Voortgangsgesprekken", "Afspraken", "Voorschoolse educatie", "Wat al meetelt",
    "Inburgeringstermijn", "Bijstandsuitkering", "Betalen van vaste lasten door de gemeente",
    "Besluiten over bijstand",
)  # fmt: skip
# Who writes to whom and when, how the plan came about, and what says itself what changes.
NIET_VERGELEKEN = frozenset({
    "afzender", "geadresseerde", "kenmerk", "ondertekening", "bezwaar", "versie", "wijziging", "verhuizing", "vervangt",
    "overgenomen", "reden", "gesprekken", "oproepen", "individueel_gesprek", "zienswijze", "geen_zienswijze",
    "uren_per_week",  # the same as in `intensiteit`
})  # fmt: skip
