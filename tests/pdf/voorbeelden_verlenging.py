"""The verklaring van het college, to invented people: an offer that came late, and one that did not come yet."""

from __future__ import annotations

from dataclasses import replace

from cases.briefinhoud import VerklaringInhoud
from tests.pdf.voorbeelden import AFZENDER, HULP, KENMERK, SELAM
from tests.pdf.voorbeelden_brieven import TEKENT


def voorbeeld_verklaring(grond: str = "aanbod", gedaan: str = "2027-04-12") -> VerklaringInhoud:
    return VerklaringInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=replace(
            KENMERK, datum="2027-08-20", nummer="D-2026-0012", onderwerp="Verklaring voor DUO: u kunt meer tijd vragen"
        ),
        ondertekening=TEKENT,
        naam="Selam Tesfay",
        geboortedatum="1992-04-07",
        grond=grond,
        pip="2026-11-20",
        uiterlijk="2027-02-20" if grond == "aanbod" else "2027-05-20",
        gedaan=gedaan,
        hulp=HULP,
    )
