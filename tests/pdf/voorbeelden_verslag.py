"""The intakeverslag of an invented person: with health, without it, and after three missed oproepen."""

from __future__ import annotations

from dataclasses import replace

from cases.inhoud import Ondertekening
from pip_plans.intake.inhoud_verslag import VerslagGebied, VerslagGesprek, VerslagInhoud, VerslagVerwijzing
from tests.pdf.voorbeelden import AFZENDER, KENMERK, SELAM

TAAL = VerslagGebied(
    label="Taal",
    antwoorden=(
        ("Nederlands luisteren", "A1"),
        ("Nederlands spreken", "een beetje, nog geen A1"),
        ("Alfabetisering", "leest het Latijnse schrift langzaam"),
        ("Andere talen", "Tigrinya (ትግርኛ) en een beetje Arabisch"),
    ),
    situatie="U spreekt Tigrinya. U leest korte woorden in het Nederlands.",
    mogelijkheden="U oefent elke dag met een app op uw telefoon.",
    belemmeringen="Schrijven gaat nog langzaam.",
    verwijzingen=(
        VerslagVerwijzing(
            datum="2026-11-05", naar="OBA", waarvoor="het taalcafé", stand="geaccepteerd: u gaat elke week"
        ),
    ),
)
OPLEIDING = VerslagGebied(
    label="Opleiding",
    antwoorden=(("Jaren naar school", "10 jaar"), ("Hoogste opleiding", "vergelijkbaar met mbo, havo of vwo")),
    situatie="U zat tien jaar op school.\nUw diploma ligt nog bij uw zus.",
    mogelijkheden="",
    belemmeringen="",
    verwijzingen=(),
)
GEZONDHEID = VerslagGebied(
    label="Gezondheid",
    antwoorden=(),
    situatie="U kunt niet lang zitten. Na een uur hebt u een pauze nodig.",
    mogelijkheden="",
    belemmeringen="",
    verwijzingen=(),
)


def voorbeeld_verslag(*, met_gezondheid: bool = False) -> VerslagInhoud:
    return VerslagInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=replace(KENMERK, nummer="D-2026-0012", onderwerp="Het verslag van uw brede intake"),
        ondertekening=Ondertekening(naam="Sanne Visser", functie="inburgeringsconsulent"),
        gestart_op="2026-10-13",
        afgerond_op="2026-11-20",
        verstek=False,
        met_gezondheid=met_gezondheid,
        advies=False,
        gewezen_op="2026-10-13",
        gewezen_hoe="mondeling, in een gesprek",
        individueel="U wilde geen gesprek alleen.",
        gesprekken=(
            VerslagGesprek(
                datum="2026-11-05",
                waar="op het gemeentehuis, kamer 3",
                over="uw opleiding en werk",
                met="Sanne Visser",
                tolk="Tigrinya",
                individueel=False,
                erbij=("Dawit (partner)", "tolk"),
                verslag="U vertelde over uw werk als kok.\n\nU wilt graag weer in een keuken werken.",
            ),
        ),
        gemist=(),
        toets="B1 is haalbaar",
        taalstart="B1-route, twee dagdelen per week.",
        gebieden=(TAAL, OPLEIDING, GEZONDHEID) if met_gezondheid else (TAAL, OPLEIDING),
        aandachtspunten=(("taal", "schrijven kost tijd"),),
        subdoelen=(("werkervaring opdoen", "in een keuken"),),
        zienswijze="U wilt graag in de ochtend les.",
    )


def voorbeeld_volledig() -> VerslagInhoud:
    return voorbeeld_verslag(met_gezondheid=True)


def voorbeeld_verstek() -> VerslagInhoud:
    """Nobody came: no talk, no test result, and what was known from before."""
    return replace(
        voorbeeld_verslag(),
        verstek=True,
        gesprekken=(),
        individueel="",
        gewezen_hoe="schriftelijk, in de oproep",
        gemist=tuple((dag, "u kwam niet.") for dag in ("2026-10-20", "2026-11-03", "2026-11-17")),
        toets="drie keer niet verschenen (art. 14 Wet inburgering)",
        taalstart="",
        gebieden=(OPLEIDING,),
        aandachtspunten=(),
        subdoelen=(),
        zienswijze="",
    )
