"""The letters of handhaving, with invented people: a warning, a voornemen, and a fine of each article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from inburgering.recht.boete import Boeteartikel, EerdereBoete, Verwijtbaarheid, bereken_boete
from pip_plans.handhaving.inhoud import BoeteInhoud, BoeteRegel, VoornemenInhoud, WaarschuwingInhoud
from tests.pdf.voorbeelden import AFZENDER, BEZWAAR, HULP, KENMERK, SELAM, TEKENT

ZAAK = replace(KENMERK, nummer="HZ-2026-0003")
OMSCHRIJVING = ("U kwam op 3, 10 en 17 november niet naar de les. U belde niet af.",)
BEWIJS = ("de lijst van de school van 18 november 2026", "ons gesprek met uw docent op 19 november 2026")


def voorbeeld_waarschuwing() -> WaarschuwingInhoud:
    return WaarschuwingInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=replace(ZAAK, onderwerp="Waarschuwing over uw inburgering"),
        ondertekening=TEKENT,
        gedraging="pip",
        gedrag_op="2026-11-17",
        omschrijving=OMSCHRIJVING,
        hulp=HULP,
        tot="2026-12-04",
    )


def voorbeeld_voornemen() -> VoornemenInhoud:
    return VoornemenInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=replace(ZAAK, onderwerp="Wij willen u een boete geven. Wat vindt u daarvan?"),
        ondertekening=TEKENT,
        gedraging="pip",
        gedrag_op="2026-11-17",
        omschrijving=OMSCHRIJVING,
        hulp=HULP,
        bewijs=BEWIJS,
        gewaarschuwd_op="2026-11-20",
        na_waarschuwing=("U kwam daarna weer niet naar de les.",),
        tot="2026-12-21",
        hoogste=800_00,
    )


def voorbeeld_voornemen_intake() -> VoornemenInhoud:
    return replace(
        voorbeeld_voornemen(), gedraging="intake", gedrag_op="2026-10-12",
        omschrijving=("U kwam niet op het gesprek van 12 oktober 2026. U belde niet af.",),
        bewijs=("onze brieven van 28 september en 14 oktober 2026",), hoogste=250_00,
    )  # fmt: skip


def voorbeeld_boete() -> BoeteInhoud:
    """The second fine of art. 23, for somebody with asylum."""
    eerder = EerdereBoete("BOE-2026-0002", Boeteartikel.ARTIKEL_23, date(2026, 5, 4), 25_00, True)
    return BoeteInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=replace(KENMERK, nummer="BOE-2026-0009", onderwerp="U krijgt een boete"),
        ondertekening=TEKENT,
        bezwaar=BEZWAAR,
        naam="Selam Tesfay",
        geboortedatum="1992-04-07",
        gedraging="pip",
        gedrag_op="2026-11-17",
        omschrijving=OMSCHRIJVING,
        bewijs=BEWIJS,
        gewaarschuwd_op="2026-11-20",
        na_waarschuwing=("U kwam daarna weer niet naar de les.",),
        voornemen_op="2026-12-07",
        zienswijze=("U zegt dat de les te vroeg begint.",),
        verwijtbaarheid="normaal",
        waarom=("Er was ook een les in de middag. Die hebben wij u twee keer aangeboden.",),
        individueel=("U zegt zelf dat u niet meer naar school wilt, ook niet met hulp of op een andere tijd.",),
        **_som(Boeteartikel.ARTIKEL_23, eerder),
    )


def voorbeeld_boete_intake() -> BoeteInhoud:
    """Art. 22, with the new term, for somebody who said nothing."""
    return replace(
        voorbeeld_boete(), gedraging="intake", gedrag_op="2026-10-12",
        omschrijving=("U kwam niet op het gesprek van 12 oktober 2026. U belde niet af.",),
        bewijs=("onze brieven van 28 september en 14 oktober 2026",), zienswijze=(), individueel=(),
        waarom=("U kreeg drie uitnodigingen. U hebt niet verteld waarom u niet kwam.",),
        nieuwe_termijn_tot="2027-02-01", **_som(Boeteartikel.ARTIKEL_22),
    )  # fmt: skip


def _som(artikel: Boeteartikel, *eerdere: EerdereBoete) -> dict[str, object]:
    som = bereken_boete(
        artikel=artikel, verwijtbaarheid=Verwijtbaarheid.NORMAAL, geconstateerd_op=date(2026, 11, 19), eerdere=eerdere
    )
    regels = tuple(BoeteRegel(naam=rij.naam, bedrag=rij.bedrag, uitleg=rij.uitleg) for rij in som.regels)
    return {"bedrag": som.bedrag, "regels": regels}
