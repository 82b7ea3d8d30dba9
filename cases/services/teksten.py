"""The paragraphs that a gemeente words itself: their versions by date, and how easy they read."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from cases.models import Gemeente, Tekstblok
from cases.teksten import STANDAARD, Standaardtekst, als_alineas, als_regels

from .leesbaarheid import leesgetal

KOMT, GELDT, EERDER = "komt", "geldt nu", "eerder"


class TekstFout(Exception):
    """A text that cannot be saved; the text is Dutch and meant for the screen."""


@dataclass(frozen=True, slots=True)
class Versie:
    """`vanaf` is None for the standard text; `stand` is 'komt', 'geldt nu' or 'eerder'."""

    blok: Standaardtekst
    tekst: str
    vanaf: date | None
    stand: str
    leesgetal: int

    @property
    def regels(self) -> list[tuple[str, str]]:
        """As it lands in a list or a table; empty for running text."""
        return als_regels(self.tekst) if self.blok.met_regels else []

    @property
    def alineas(self) -> tuple[str, ...]:
        return () if self.blok.met_regels else als_alineas(self.tekst)


@transaction.atomic
def wijzig_tekst(*, gemeente: Gemeente, code: str, tekst: str, geldig_vanaf: date, op: date) -> Tekstblok:
    """A new version of a paragraph with its readability figure; letters that were made keep theirs.

    A version for the same day replaces the one that stood there. Raises TekstFout for a day before `op` and for a line
    without 'wie: wat' in a text of such lines. A hard text is saved all the same: the caller warns.
    """
    blok, schoon = STANDAARD[code], tekst.strip().replace("\r\n", "\n")
    if geldig_vanaf < op:
        raise TekstFout("Een nieuwe tekst geldt vanaf vandaag of later.")
    if reden := vormfout(blok, schoon):
        raise TekstFout(reden)
    waarden = {"tekst": schoon, "titel": blok.titel, "leesgetal": leesgetal(schoon)}
    rij, _ = Tekstblok.objects.update_or_create(
        gemeente=gemeente, code=code, geldig_vanaf=geldig_vanaf, defaults=waarden
    )
    return rij


def vormfout(blok: Standaardtekst, tekst: str) -> str:
    """Why this text does not fit where it lands on paper, or ''."""
    if not tekst.strip():
        return "Vul de tekst in."
    if not blok.met_regels:
        return ""
    fout = [regel.strip() for regel in tekst.splitlines() if regel.strip() and not _heeft_twee_delen(regel)]
    return f"Schrijf op elke regel: wie, een dubbele punt, wat. Dat mist bij ‘{fout[0][:60]}’." if fout else ""


def _heeft_twee_delen(regel: str) -> bool:
    voor, _, na = regel.partition(":")
    return bool(voor.strip() and na.strip())


def versies(*, gemeente: Gemeente, code: str, op: date) -> list[Versie]:
    """Every version, the last to come first; the standard text is the oldest."""
    rijen = list(Tekstblok.objects.filter(gemeente=gemeente, code=code))
    return [*(_versie(rij, rijen, op) for rij in rijen), _standaard(STANDAARD[code], rijen, op)]


def overzicht(*, gemeente: Gemeente, op: date) -> list[tuple[Versie, Versie | None]]:
    """Per text the version in force and the next one, in one query."""
    per_code: dict[str, list[Tekstblok]] = {}
    for rij in Tekstblok.objects.filter(gemeente=gemeente):
        per_code.setdefault(rij.code, []).append(rij)
    paren = []
    for code, blok in STANDAARD.items():
        rijen = per_code.get(code, [])
        alle = [*(_versie(rij, rijen, op) for rij in rijen), _standaard(blok, rijen, op)]
        komend = [versie for versie in alle if versie.stand == KOMT]
        paren.append((next(v for v in alle if v.stand == GELDT), komend[-1] if komend else None))
    return paren


def zoals_getypt(*, code: str, tekst: str, geldig_vanaf: date) -> Versie:
    """A version that was not saved, to look at."""
    return Versie(STANDAARD[code], tekst, geldig_vanaf, KOMT, leesgetal(tekst))


def _versie(rij: Tekstblok, rijen: list[Tekstblok], op: date) -> Versie:
    getal = leesgetal(rij.tekst) if rij.leesgetal is None else rij.leesgetal
    return Versie(STANDAARD[rij.code], rij.tekst, rij.geldig_vanaf, _stand(rij.geldig_vanaf, rijen, op), getal)


def _standaard(blok: Standaardtekst, rijen: list[Tekstblok], op: date) -> Versie:
    stand = EERDER if any(rij.geldig_vanaf <= op for rij in rijen) else GELDT
    return Versie(blok, blok.tekst, None, stand, leesgetal(blok.tekst))


def _stand(vanaf: date, rijen: list[Tekstblok], op: date) -> str:
    if vanaf > op:
        return KOMT
    later = any(vanaf < rij.geldig_vanaf <= op for rij in rijen)
    return EERDER if later else GELDT
