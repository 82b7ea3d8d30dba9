"""The letters of ontzorgen, with invented people, amounts and creditors."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from inburgering.recht.ontzorgen import WIJKT_AF
from ontzorgen.inhoud import (
    AfwijkingInhoud,
    BijzondereInhoud,
    CrediteurInhoud,
    EindeInhoud,
    Kost,
    MachtigingInhoud,
    OntzorgInhoud,
    Rekenregel,
    WeigeringInhoud,
)
from tests.pdf.voorbeelden import AFZENDER, BEZWAAR, HULP, KENMERK, SELAM, TEKENT

KOSTEN = (
    Kost(soort="Huur", crediteur="Woningstichting De Dijk", kenmerk="contract 11-204", bedrag=61_235,
         eerste_maand="2026-10-01"),
    Kost(soort="Gas en stroom", crediteur="Stroomhuis", kenmerk="klant 40021", bedrag=14_500,
         eerste_maand="2026-10-01"),
    Kost(soort="Zorgverzekering", crediteur="Zorg voor Allen", kenmerk="polis 7781", bedrag=15_890,
         eerste_maand="2026-11-01"),
)  # fmt: skip
REKENING = (
    Rekenregel(naam="Bijstandsnorm november 2026", bedrag=133_200),
    Rekenregel(naam="Overbrugging", bedrag=22_000),
    Rekenregel(naam="Huur contract 11-204 aan Woningstichting De Dijk", bedrag=-61_235),
    Rekenregel(naam="Gas en stroom klant 40021 aan Stroomhuis", bedrag=-14_500),
    Rekenregel(naam="Zorgverzekering polis 7781 aan Zorg voor Allen", bedrag=-15_890),
    Rekenregel(naam="Leefgeld", bedrag=63_575),
)


AFWIJKING = f"{WIJKT_AF} De gemeente koos dit zelf (Beleidskader, paragraaf 6)."


def _hoofd(nummer: str, onderwerp: str, *motivering: str) -> dict[str, Any]:
    return {
        "afzender": AFZENDER,
        "geadresseerde": SELAM,
        "kenmerk": replace(KENMERK, nummer=nummer, onderwerp=onderwerp),
        "ondertekening": TEKENT,
        "bezwaar": BEZWAAR,
        "naam": "Selam Tesfay",
        "geboortedatum": "1992-04-07",
        "motivering": motivering,
    }


def voorbeeld_56a() -> OntzorgInhoud:
    return OntzorgInhoud(
        **_hoofd("ONT-2026-0007", "Wij betalen uw vaste lasten", "U kreeg op 9 september 2026 een woning in Diemen."),
        vanaf="2026-09-09",
        tot_en_met="2027-03-08",
        kosten=KOSTEN,
        maand="2026-11-01",
        rekening=REKENING,
        leefgeld=63_575,
    )


def voorbeeld_56a_zonder_kosten() -> OntzorgInhoud:
    return replace(voorbeeld_56a(), kosten=(), rekening=(REKENING[0],), leefgeld=133_200)


def voorbeeld_57() -> OntzorgInhoud:
    motivering = ("U had twee keer geen geld voor de huur. U vroeg ons zelf om langer te helpen.",)
    return replace(
        voorbeeld_56a(),
        kenmerk=replace(KENMERK, nummer="ONT-2027-0003", onderwerp="Wij betalen uw vaste lasten langer"),
        motivering=motivering,
        vanaf="2027-03-09",
        tot_en_met="2027-06-30",
        eerder_tot="2027-03-08",
    )


def voorbeeld_einde() -> EindeInhoud:
    return EindeInhoud(
        **_hoofd("ONT-2027-0004", "Wij stoppen met het betalen van uw vaste lasten", "U werkt sinds 1 januari 2027."),
        per="2027-01-01",
        laatste_dag="2026-12-31",
        oud_nummer="ONT-2026-0007",
        oud_datum="2026-10-02",
        reden="u geen bijstand meer krijgt",
        kosten=tuple(replace(kost, laatste_maand="2026-12-01") for kost in KOSTEN),
        laatste_maand="2026-12-01",
        zelf_vanaf="2027-01-01",
    )


def voorbeeld_einde_in_de_maand() -> EindeInhoud:
    """The rent of January was fixed already."""
    *rest, huur = reversed(KOSTEN)
    kosten = (replace(huur, laatste_maand="2027-01-01"), *(replace(k, laatste_maand="2026-12-01") for k in rest))
    return replace(voorbeeld_einde(), per="2026-12-16", laatste_dag="2026-12-15", kosten=kosten, laatste_maand="",
                   zelf_vanaf="")  # fmt: skip


def voorbeeld_einde_wijkt_af() -> EindeInhoud:
    return replace(
        voorbeeld_einde(),
        reden="onze gemeente nareizigers niet ontzorgt",
        motivering=("U kwam als gezinslid van een statushouder naar Nederland.",),
        verlengingen=("ONT-2026-0019",),
        wijkt_af=AFWIJKING,
    )


def voorbeeld_einde_erven() -> EindeInhoud:
    return replace(
        voorbeeld_einde(),
        geadresseerde=replace(SELAM, naam="De erven van mevrouw S. Tesfay", aanhef="Geachte nabestaanden"),
        kenmerk=replace(KENMERK, nummer="ONT-2027-0004", onderwerp="Wij stoppen met het betalen van vaste lasten"),
        reden="de inburgeraar is overleden",
        motivering=("De huur van januari hebben wij nog betaald.",),
        overleden_op="2026-12-29",
    )


def voorbeeld_bijzonder() -> BijzondereInhoud:
    return BijzondereInhoud(
        **_hoofd("ONT-2026-0008", "Ons besluit over uw bijzondere bijstand", "U wacht nog op uw huurtoeslag."),
        aanvraag_op="2026-10-01",
        toegekend=True,
        bedrag=22_000,
        eerste_maand="2026-10-01",
        laatste_maand="2026-12-01",
    )


def voorbeeld_bijzonder_geweigerd() -> BijzondereInhoud:
    return replace(
        voorbeeld_bijzonder(), toegekend=False, bedrag=None, motivering=("U krijgt al huurtoeslag en zorgtoeslag.",)
    )


def voorbeeld_afwijking() -> AfwijkingInhoud:
    return AfwijkingInhoud(
        **_hoofd("ONT-2026-0009", "Wij betalen deze maand een ander bedrag", "De verhuurder stuurde het geld terug."),
        soort="Huur",
        crediteur="Woningstichting De Dijk",
        maand="2026-12-01",
        bedrag=30_390,
        bedrag_eerder=61_235,
        leefgeld_meer=30_845,
    )


def voorbeeld_weigering() -> WeigeringInhoud:
    return WeigeringInhoud(
        **_hoofd("ONT-2026-0010", "Wij betalen uw vaste lasten niet", "U kwam later, bij uw man, naar Nederland."),
        aanvraag_op="2026-11-02",
        redenen=("De gemeente ontzorgt nareizigers niet (Beleidskader, paragraaf 6).",),
        wijkt_af=AFWIJKING,
    )


def voorbeeld_machtiging() -> MachtigingInhoud:
    return MachtigingInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=replace(KENMERK, nummer="D-2026-0012", onderwerp="Mogen wij uw vaste lasten betalen?"),
        ondertekening=TEKENT,
        naam="Selam Tesfay",
        geboortedatum="1992-04-07",
        kosten=KOSTEN,
        hulp=HULP,
    )


def voorbeeld_crediteur(wat: str = "begin", betaalt: str = "") -> CrediteurInhoud:
    return CrediteurInhoud(
        afzender=AFZENDER,
        geadresseerde=replace(
            SELAM,
            naam="Woningstichting De Dijk",
            adresregels=("Postbus 12", "1110 AA Diemen"),
            aanhef="Geachte relatie",
        ),
        kenmerk=replace(KENMERK, nummer="U-2026-0004", onderwerp="Betaling voor een klant van u"),
        ondertekening=TEKENT,
        wat=wat,
        klant="Selam Tesfay",
        klantnummer="contract 11-204",
        soort="Huur",
        bedrag=61_235,
        maand="2026-10-01",
        betaalt=betaalt,
    )
