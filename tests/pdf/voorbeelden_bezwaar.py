"""The letters of one bezwaar, with invented people."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cases.inhoud import Ondertekening
from cases.inhoud_bezwaar import (
    AfzeggingInhoud,
    BeslissingInhoud,
    DwangsomInhoud,
    HoorzittingInhoud,
    IngebrekestellingInhoud,
    IntrekkingInhoud,
    OntvangstInhoud,
    UitstelInhoud,
    VerdagingInhoud,
    VerzuimInhoud,
    Zaak,
)
from tests.pdf.voorbeelden import AFZENDER, BEZWAAR, HULP, KENMERK, SELAM, TEKENT

ZAAK = Zaak(
    nummer="BZW-2026-0003",
    besluit="PIP-2026-0012",
    besluit_naam="PIP-beschikking",
    besluit_datum="2026-09-14",
    ontvangen_op="2026-10-05",
)


def hoofd(onderwerp: str, nummer: str = ZAAK.nummer, datum: str = KENMERK.datum, **zaak: Any) -> dict[str, Any]:
    """The part that all these letters share."""
    kenmerk = replace(KENMERK, nummer=nummer, datum=datum, onderwerp=onderwerp, behandeld_door="Noor Jansen")
    return {
        "afzender": AFZENDER,
        "geadresseerde": SELAM,
        "kenmerk": kenmerk,
        "ondertekening": Ondertekening(naam="Noor Jansen", functie="jurist bezwaar"),
        "zaak": replace(ZAAK, **zaak),
        "hulp": HULP,
    }


def voorbeeld_ontvangst(**anders: Any) -> OntvangstInhoud:
    inhoud = OntvangstInhoud(
        **hoofd("Wij hebben uw bezwaar ontvangen"),
        op_tijd=True,
        laatste_dag_bezwaar="2026-10-27",
        beslis_uiterlijk="2026-12-08",
        commissie=False,
    )
    return replace(inhoud, **anders)


def voorbeeld_ontvangst_te_laat() -> OntvangstInhoud:
    """Late, for a gemachtigde, with a commission and a decision that was replaced meanwhile."""
    zaak = replace(ZAAK, ontvangen_op="2026-11-09", ook_tegen=("PIP-2026-0019",), namens="Selam Tesfay")
    return voorbeeld_ontvangst(op_tijd=False, commissie=True, beslis_uiterlijk="2027-01-19", zaak=zaak)


def voorbeeld_verzuim() -> VerzuimInhoud:
    return VerzuimInhoud(
        **hoofd("Uw bezwaar is nog niet compleet"),
        ontbreekt=("uw handtekening", "waarom u het niet eens bent met het besluit"),
        tot="2026-11-16",
    )


def voorbeeld_verdaging() -> VerdagingInhoud:
    return VerdagingInhoud(
        **hoofd("Wij beslissen later op uw bezwaar"),
        weken=6,
        reden="Wij wachten op informatie van de taalschool.",
        beslis_uiterlijk="2027-01-19",
    )


def voorbeeld_hoorzitting(**anders: Any) -> HoorzittingInhoud:
    inhoud = HoorzittingInhoud(
        **hoofd("Uitnodiging: vertel over uw bezwaar"),
        in_plaats_van="",
        datum="2026-12-03",
        tijd="10:30",
        duur="ongeveer 60 minuten",
        plaats="op het gemeentehuis, kamer 2.14",
        tolk="Er is een tolk bij: Tigrinya.",
        stukken_tot="2026-11-23",
        inzage_vanaf="2026-11-26",
    )
    return replace(inhoud, **anders)


def voorbeeld_afzegging() -> AfzeggingInhoud:
    return AfzeggingInhoud(**hoofd("Uw hoorzitting gaat niet door"), datum="2026-12-03", tijd="10:30")


def voorbeeld_verplaatst() -> HoorzittingInhoud:
    anders = hoofd("Uw hoorzitting is verplaatst")
    return voorbeeld_hoorzitting(in_plaats_van="2026-11-27", kenmerk=anders["kenmerk"])


def voorbeeld_beslissing(**anders: Any) -> BeslissingInhoud:
    """Unfounded, after a hearing."""
    inhoud = BeslissingInhoud(
        **hoofd("Onze beslissing op uw bezwaar", "BOB-2026-0003") | {"ondertekening": TEKENT},
        uitkomst="ongegrond",
        grond="",
        herroept="",
        vervanging=(),
        motivering=(
            "U zegt dat de B1-route te zwaar voor u is. Uit de leerbaarheidstoets blijkt dat u B1 kunt halen.",
            "Uw docent zegt dat u goed meedoet in de les. Daarom blijft de B1-route voor u de beste keuze.",
        ),
        op_tijd="Ontvangen op maandag 5 oktober 2026; de laatste dag was dinsdag 27 oktober 2026 (art. 6:9 lid 1 "
        "Algemene wet bestuursrecht).",
        verschoonbaar="",
        gehoord_op="2026-12-03",
        verslag=(
            "Aanwezig: mevrouw Tesfay, een tolk Tigrinya en mevrouw Jansen van de gemeente.",
            "Mevrouw Tesfay vertelt dat de lessen snel gaan. Zij oefent elke avond thuis.",
        ),
        niet_gehoord="",
        kosten="",
        rechtbank=BEZWAAR.rechtbank,
    )
    return replace(inhoud, **anders)


def voorbeeld_herroepen() -> BeslissingInhoud:
    """Founded: the decision ends and another comes in its place."""
    return voorbeeld_beslissing(
        uitkomst="gegrond",
        herroept="PIP-2026-0019",
        vervanging=("Uw leerroute wordt de Z-route.", "U krijgt hierover een nieuw PIP."),
        motivering=(
            "U zegt dat de B1-route te zwaar voor u is. U hebt een verslag van uw docent gestuurd.",
            "Uit dat verslag blijkt dat u veel meer tijd nodig hebt dan wij dachten. Daarom krijgt u gelijk.",
        ),
        zaak=replace(ZAAK, ook_tegen=("PIP-2026-0019",)),
        gehoord_op="",
        verslag=(),
        niet_gehoord="Wij hebben u niet gehoord, omdat u helemaal gelijk krijgt (artikel 7:3 onder e). Dat is goed.",
        kosten="U krijgt een vergoeding voor de kosten van uw gemachtigde.",
    )


def voorbeeld_herleeft() -> BeslissingInhoud:
    """Founded: a change ends, and the decision before it stands again."""
    return replace(
        voorbeeld_herroepen(),
        vervanging=(),
        motivering=("U zegt dat u de lessen goed kunt volgen. Uw docent zegt dat ook. Daarom krijgt u gelijk.",),
        herleeft="PIP-2026-0012",
        herleeft_datum="2026-09-14",
    )


def voorbeeld_uitstel(grond: str = "b") -> UitstelInhoud:
    return UitstelInhoud(
        **hoofd("Wij beslissen later op uw bezwaar"),
        grond=grond,
        reden="U wilt nog een brief van uw arts sturen.",
        beslis_uiterlijk="2027-02-16",
    )


def voorbeeld_ingebreke(stand: str = "twee_weken") -> IngebrekestellingInhoud:
    return IngebrekestellingInhoud(
        **hoofd("Uw brief dat wij te laat zijn", datum="2026-12-11"),
        ontvangen_op="2026-12-10",
        stand=stand,
        beslis_uiterlijk="2026-12-08",
        eerste_dag="2026-12-25",
        laatste_dag="2027-02-04",
    )


def voorbeeld_dwangsom(**anders: Any) -> DwangsomInhoud:
    """Seventeen days late: fourteen of 23 euro and three of 35."""
    inhoud = DwangsomInhoud(
        **hoofd("Besluit over de dwangsom", "DWS-2027-0001", "2027-01-12") | {"ondertekening": TEKENT, "hulp": ()},
        bezwaar=BEZWAAR,
        ingebreke_op="2026-12-10",
        beslis_uiterlijk="2026-12-08",
        eerste_dag="2026-12-25",
        tot="2027-01-10",
        dagen=17,
        centen=42700,
        beslist_op="2027-01-11",
        uitzondering="",
        toelichting="",
    )
    return replace(inhoud, **anders)


def voorbeeld_geen_dwangsom() -> DwangsomInhoud:
    return voorbeeld_dwangsom(centen=0, uitzondering="a", toelichting="U schreef ons pas twee jaar na de laatste dag.")


def voorbeeld_intrekking() -> IntrekkingInhoud:
    return IntrekkingInhoud(**hoofd("U hebt uw bezwaar ingetrokken"), ingetrokken_op="2026-11-18")
