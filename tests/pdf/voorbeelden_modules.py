"""The papers of the PVT and the MAP, for invented people."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from cases.inhoud import Ondertekening
from cases.teksten import STANDAARD, als_alineas
from pip_plans.modules.inhoud import Bijeenkomstregel, MapEindgesprekInhoud, PvtUitnodigingInhoud, PvtVerklaringInhoud
from tests.pdf.voorbeelden import AFZENDER, HULP, KENMERK, SELAM

TEKENT = Ondertekening(naam="Sanne Visser", functie="inburgeringsconsulent")
DAGEN = (
    ("2026-12-01", "9.30", "3", False),
    ("2026-12-08", "9.30", "3", False),
    ("2026-12-15", "10.00", "4", True),
    ("2027-01-05", "9.30", "2,5", False),
)


def _hoofd(onderwerp: str) -> dict[str, Any]:
    kop = replace(KENMERK, nummer="D-2026-0012", onderwerp=onderwerp)
    return {"afzender": AFZENDER, "geadresseerde": SELAM, "kenmerk": kop, "ondertekening": TEKENT, "hulp": HULP}


def voorbeeld_uitnodiging() -> PvtUitnodigingInhoud:
    return PvtUitnodigingInhoud(
        **_hoofd("Uw lessen over meedoen in Nederland"),
        bij="VluchtelingenWerk",
        plaats="Buurthuis De Brug, Ouddiemerlaan 1",
        lestaal="Tigrinya",
        norm=12,
        bijeenkomsten=tuple(
            Bijeenkomstregel(datum=dag, tijd=tijd, uren=uren, excursie=excursie) for dag, tijd, uren, excursie in DAGEN
        ),
    )


def voorbeeld_verklaring() -> PvtVerklaringInhoud:
    return PvtVerklaringInhoud(
        **_hoofd("U tekent de participatieverklaring"),
        naam="Selam Tesfay",
        geboortedatum="1994-03-08",
        datum="2027-01-14",
        tijd="15.00",
        plaats="de raadzaal van het gemeentehuis",
        namens="wethouder M. de Boer",
        verklaring=als_alineas(STANDAARD["pvt-verklaring"].tekst),
    )


def voorbeeld_eindgesprek(resultaat: str = "voldaan") -> MapEindgesprekInhoud:
    klaar = resultaat == "voldaan"
    return MapEindgesprekInhoud(
        **_hoofd("Verslag van uw eindgesprek"),
        naam="Selam Tesfay",
        datum="2027-03-16",
        met="Sanne Visser",
        resultaat=resultaat,
        uren="42,5" if klaar else "31",
        norm=40,
        themas=("welke beroepen er zijn", "werk vinden", "hoe het gaat op het werk"),
        verslag=("U liep mee in de keuken van het buurthuis. U vond dat leuk en u wilt kok worden.",),
        vervolg=() if klaar else ("U gaat nog drie dagen mee in de keuken.", "Wij praten verder op 20 april 2027."),
    )


BRIEVEN = {
    "pvt-uitnodiging": ("pvt_uitnodiging/v1", voorbeeld_uitnodiging, ""),
    "pvt-verklaring": ("pvt_verklaring/v1", voorbeeld_verklaring, ""),
    "map-eindgesprek": ("map_eindgesprek/v1", voorbeeld_eindgesprek, ""),
    "map-nog-niet-af": ("map_eindgesprek/v1", partial(voorbeeld_eindgesprek, "nog_niet"), ""),
}
