"""The letters about a place, for invented people and with invented places."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from cases.inhoud import Geadresseerde, Kenmerk, Ondertekening
from pip_plans.uitvoering.inhoud import AanmeldingInhoud, PlaatsingInhoud, Regel, StopInhoud, WachtlijstInhoud
from pip_plans.uitvoering.services.brief import ONDERWERP
from tests.pdf.voorbeelden import AFZENDER, HULP, KENMERK, SELAM

TEKENT = Ondertekening(naam="Sanne Visser", functie="inburgeringsconsulent")
SCHOOL = Geadresseerde(
    naam="NL Training",
    adresregels=("t.a.v. A. de Wit", "Weesperplein 4", "1018 XA Amsterdam"),
    aanhef="Geachte A. de Wit",
)


def _kop(onderwerp: str) -> Kenmerk:
    return replace(KENMERK, nummer="D-2026-0012", onderwerp=onderwerp)


def voorbeeld_plaatsing(soort: str = "b1", wat: str = "B1-route", gewijzigd: bool = False) -> PlaatsingInhoud:
    return PlaatsingInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=_kop("Uw plaats is veranderd" if gewijzigd else "U hebt een plaats"),
        ondertekening=TEKENT,
        soort=soort,
        wat=wat,
        bij="NL Training" if soort == "b1" else "VluchtelingenWerk",
        adresregels=("Weesperplein 4", "1018 XA Amsterdam"),
        telefoon="020 555 01 23",
        start="2027-01-11",
        einde="2028-01-10",
        uren_per_week=12,
        gewijzigd=gewijzigd,
        hulp=HULP,
    )


def voorbeeld_wachtlijst() -> WachtlijstInhoud:
    return WachtlijstInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=_kop("U staat op de wachtlijst"),
        ondertekening=TEKENT,
        wat="B1-route",
        bij="NL Training",
        sinds="2026-11-20",
        hulp=HULP,
    )


HOE = ("gestopt", "afgerond", "vergissing")


def voorbeeld_stop(hoe: str = "gestopt") -> StopInhoud:
    return StopInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=_kop("U hebt deze plaats niet" if hoe == "vergissing" else "Uw plaats stopt"),
        ondertekening=TEKENT,
        wat="B1-route",
        bij="NL Training",
        hoe=hoe,
        laatste="" if hoe == "vergissing" else "2026-11-20",
        hulp=HULP,
    )


REGELS = {
    "aanmelding": (
        ("Deelnemer", "Selam Tesfay"),
        ("Ons kenmerk", "D-2026-0012"),
        ("Geboortedatum", "8 maart 1994"),
        ("Adres", "Ouddiemerlaan 104 B, 1111 HL Diemen"),
        ("Telefoon", "06 12345678"),
        ("Leerroute", "B1-route"),
        ("Termijn", "inburgeren tot en met 20 november 2029 (verwachting; DUO stelt de dag vast)"),
        ("Voor", "B1-route"),
        ("Contract", "2026-B1"),
        ("Eerste dag", "11 januari 2027"),
        ("Laatste dag", "10 januari 2028"),
        ("Intensiteit", "12 uur per week"),
    ),
    "wijziging": (
        ("Deelnemer", "Selam Tesfay"),
        ("Ons kenmerk", "D-2026-0012"),
        ("Geboortedatum", "8 maart 1994"),
        ("Voor", "B1-route"),
        ("Contract", "2026-B1"),
        ("Eerste dag", "11 januari 2027"),
        ("Laatste dag", "10 juli 2028"),
        ("Intensiteit", "9 uur per week"),
    ),
    "afmelding": (
        ("Deelnemer", "Selam Tesfay"),
        ("Ons kenmerk", "D-2026-0012"),
        ("Geboortedatum", "8 maart 1994"),
        ("Voor", "B1-route"),
        ("Contract", "2026-B1"),
        ("Stopt op", "2 juni 2027"),
    ),
}


def voorbeeld_aanmelding(stap: str = "aanmelding") -> AanmeldingInhoud:
    return AanmeldingInhoud(
        afzender=AFZENDER,
        geadresseerde=SCHOOL,
        kenmerk=_kop(ONDERWERP[stap]),
        ondertekening=TEKENT,
        stap=stap,
        regels=tuple(Regel(naam=naam, waarde=waarde) for naam, waarde in REGELS[stap]),
    )


BRIEVEN = {
    "plaatsing": ("plaatsing/v1", voorbeeld_plaatsing, ""),
    "plaatsing-gewijzigd": ("plaatsing/v1", partial(voorbeeld_plaatsing, gewijzigd=True), ""),
    "plaatsing-begeleiding": (
        "plaatsing/v1",
        partial(voorbeeld_plaatsing, "begeleiding", "maatschappelijke begeleiding"),
        "",
    ),
    "wachtlijst": ("wachtlijst/v1", voorbeeld_wachtlijst, ""),
    **{f"plaatsing_stopt-{hoe}": ("plaatsing_stopt/v1", partial(voorbeeld_stop, hoe), "") for hoe in HOE},
    **{stap: ("aanmelding/v1", partial(voorbeeld_aanmelding, stap), "") for stap in REGELS},
}
