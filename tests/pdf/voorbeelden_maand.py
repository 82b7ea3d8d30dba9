"""The month overview of an invented person, in an ordinary month and in one with too little money."""

from __future__ import annotations

from dataclasses import replace

from ontzorgen.inhoud import Rekenregel
from ontzorgen.inhoud_maand import Betaling, MaandoverzichtInhoud, Toeslagregel, Zelfbetaling
from tests.pdf.voorbeelden import AFZENDER, KENMERK, SELAM


def voorbeeld_maandoverzicht() -> MaandoverzichtInhoud:
    return MaandoverzichtInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=replace(KENMERK, nummer="D-2026-0012", onderwerp="Uw geld in december 2026"),
        naam="Selam Tesfay",
        maand="2026-12-01",
        leefgeld=56_724,
        betaald=98_125,
        tot_en_met="2027-03-08",
        betalingen=(
            Betaling(soort="Huur", crediteur="Woningstichting De Dijk", bedrag=61_235),
            Betaling(soort="Gas en stroom", crediteur="Polderstroom", bedrag=14_500),
            Betaling(soort="Water", crediteur="Waterbedrijf Amstelland", bedrag=2_500),
            Betaling(soort="Zorgverzekering", crediteur="Zorgverzekeraar Linde", bedrag=19_890),
        ),
        rekening=(
            Rekenregel(naam="Uw bijstand", bedrag=134_849),
            Rekenregel(naam="Extra geld: bijzondere bijstand", bedrag=20_000),
            Rekenregel(naam="Wij betalen voor u", bedrag=-98_125),
        ),
        toeslagen=(
            Toeslagregel(soort="huurtoeslag", status="NOG_NIET", bedrag=31_000, vanaf="2027-02-01"),
            Toeslagregel(soort="zorgtoeslag", status="ONTVANGEN", bedrag=12_300, vanaf="2026-11-01"),
        ),
        betaaldag="2026-12-24",
        definitief=True,
    )


def voorbeeld_uitzoeken() -> MaandoverzichtInhoud:
    """The bank refused the rent."""
    gewoon = voorbeeld_maandoverzicht()
    huur, *over = gewoon.betalingen
    return replace(gewoon, betalingen=(replace(huur, uitzoeken=True), *over), uitzoeken=1)


def voorbeeld_zelf() -> MaandoverzichtInhoud:
    """The month of the end: he pays the rent and the energy himself."""
    gewoon = voorbeeld_maandoverzicht()
    huur, energie, *over = gewoon.betalingen
    return replace(
        gewoon,
        leefgeld=132_459,
        betaald=22_390,
        betalingen=tuple(over),
        zelf=(
            Zelfbetaling(soort=huur.soort, crediteur=huur.crediteur, bedrag=huur.bedrag, vanaf="2026-12-01"),
            Zelfbetaling(soort=energie.soort, crediteur=energie.crediteur, bedrag=energie.bedrag, vanaf="2026-11-01",
                         door_ander=True),
        ),
        rekening=(*gewoon.rekening[:2], Rekenregel(naam="Wij betalen voor u", bedrag=-22_390)),
        tot_en_met="2026-12-06",
        definitief=False,
    )  # fmt: skip


def voorbeeld_tekort() -> MaandoverzichtInhoud:
    gewoon = voorbeeld_maandoverzicht()
    *lasten, zorg = gewoon.betalingen
    return replace(
        gewoon,
        leefgeld=0,
        betaald=84_849,
        betalingen=(*lasten, replace(zorg, bedrag=6_614, tekort=13_276)),
        rekening=(
            Rekenregel(naam="Uw bijstand", bedrag=134_849),
            Rekenregel(naam="Eraf: inkomen", bedrag=-50_000),
            Rekenregel(naam="Wij betalen voor u", bedrag=-84_849),
        ),
        toeslagen=(
            Toeslagregel(soort="huurtoeslag", status="ONBEKEND", bedrag=31_000, vanaf=""),
            Toeslagregel(soort="kindgebonden budget", status="NIET_AANGEVRAAGD", bedrag=20_000, vanaf=""),
        ),
        betaaldag="",
        definitief=False,
    )
