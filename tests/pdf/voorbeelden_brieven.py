"""The letters that a consulent writes by hand, to invented people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from cases.briefinhoud import (
    BegeleidendInhoud,
    Stap,
    Stuk,
    UitnodigingInhoud,
    VertaaldeZin,
    Vertaling,
    WelkomInhoud,
)
from cases.inhoud import Geadresseerde, Ondertekening
from cases.taalbank import TALEN, Zin, zin
from cases.teksten import STANDAARD, als_alineas, als_regels
from tests.pdf.voorbeelden import AFZENDER, HULP, KENMERK, SELAM

TEKENT = Ondertekening(naam="Sanne Visser", functie="inburgeringsconsulent")
IN_EIGEN_TAAL = ("welkom-consulent", "contact-bellen", "welkom-gesprek", "welkom-alleen", "vertaling-geldt")
WAARDEN = {"gemeente": "Diemen", "naam": "Sanne Visser", "telefoon": "020 314 48 21"}


def _alineas(code: str) -> tuple[str, ...]:
    return als_alineas(STANDAARD[code].tekst)


def _regel(een: Zin, *, merk: bool) -> VertaaldeZin:
    stukken = tuple(Stuk(tekst=deel.tekst, waarde=deel.waarde) for deel in een.delen(**WAARDEN))
    return VertaaldeZin(taal=een.taal, richting=een.richting, merk=merk, stukken=stukken)


def in_taal(taal: str, *, merk: bool = True) -> Vertaling:
    """The shipped phrases of the welcome letter, as if one of them was not checked."""
    return Vertaling(
        taal=taal,
        richting=TALEN[taal].richting,
        titel=_regel(zin("welkom-titel", taal), merk=False),
        zinnen=tuple(_regel(zin(code, taal), merk=merk) for code in IN_EIGEN_TAAL),
        merk=tuple(_regel(zin("vertaling-merk", een), merk=False) for een in (taal, "nl")) if merk else (),
    )


def voorbeeld_welkom(taal: str = "ti", **anders: Any) -> WelkomInhoud:
    inhoud = WelkomInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=replace(KENMERK, nummer="D-2026-0012", onderwerp="Welkom: zo begint uw inburgering"),
        ondertekening=TEKENT,
        inleiding=_alineas("welkom-inleiding"),
        stappen=tuple(Stap(wat=wat, uitleg=uitleg) for wat, uitleg in als_regels(STANDAARD["welkom-stappen"].tekst)),
        tolk=_alineas("welkom-tolk"),
        privacy=_alineas("welkom-privacy"),
        hulp=HULP,
        vertaling=in_taal(taal) if taal else None,
    )
    return replace(inhoud, **anders)


def voorbeeld_uitnodiging(partij: str = "inburgeraar") -> UitnodigingInhoud:
    thuis = partij in ("inburgeraar", "partner")
    aan = SELAM if thuis else Geadresseerde(naam="Els Kramer", adresregels=(), aanhef="Geachte Els Kramer")
    return UitnodigingInhoud(
        afzender=AFZENDER,
        geadresseerde=aan,
        kenmerk=replace(KENMERK, nummer="D-2026-0012", onderwerp="Uitnodiging voor een gesprek"),
        ondertekening=TEKENT,
        partij=partij,
        gesprek="voortgangsgesprek",
        datum="2026-12-03",
        tijd="10:30",
        duur="ongeveer 60 minuten",
        plaats="op het gemeentehuis, spreekkamer 2",
        over="" if partij in ("inburgeraar", "tolk") else "Selam Tesfay",
        tolk_in="Tigrinya" if partij == "tolk" else "",
        met_tolk="Tigrinya" if thuis else "",
        in_azc=partij == "coa",
        inleiding=_alineas("uitnodiging-inleiding") if partij == "inburgeraar" else (),
        verhinderd=_alineas("uitnodiging-verhinderd") if thuis else (),
        hulp=HULP if thuis else (),
    )


def uitnodiging(partij: str) -> Callable[[], UitnodigingInhoud]:
    return lambda: voorbeeld_uitnodiging(partij)


def voorbeeld_begeleidend() -> BegeleidendInhoud:
    return BegeleidendInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=replace(
            KENMERK, nummer="D-2026-0012", onderwerp="Het rooster van uw school", bijlagen=("Lesrooster januari 2027",)
        ),
        ondertekening=TEKENT,
        alineas=(
            "Uw lessen beginnen op 11 januari 2027. Bij deze brief zit het rooster.",
            "Neem het rooster mee naar de eerste les. Kunt u een keer niet? Bel dan de school.",
        ),
        hulp=HULP,
    )
