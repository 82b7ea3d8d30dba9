"""The decision on an ontheffing of the test, granted and refused, with invented people."""

from __future__ import annotations

from dataclasses import replace

from pip_plans.intake.inhoud import OntheffingInhoud
from tests.pdf.voorbeelden import AFZENDER, BEZWAAR, KENMERK, SELAM, TEKENT


def voorbeeld_verleend() -> OntheffingInhoud:
    return OntheffingInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=replace(KENMERK, nummer="OLT-2026-0004", onderwerp="Ons besluit over uw leerbaarheidstoets"),
        ondertekening=TEKENT,
        bezwaar=BEZWAAR,
        naam="Selam Tesfay",
        geboortedatum="1992-04-07",
        grond="visueel",
        verleend=True,
        gevraagd_op="2026-11-02",
        motivering=("U kunt de letters op het scherm niet lezen, ook niet als wij ze groter maken.",),
    )


def voorbeeld_geweigerd() -> OntheffingInhoud:
    return replace(
        voorbeeld_verleend(),
        grond="auditief",
        verleend=False,
        motivering=("U hebt de oefentoets gemaakt met een koptelefoon. Dat lukte goed.",),
    )
