"""The papers at the end of the way, for invented people."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from cases.inhoud import Kenmerk, Ondertekening
from pip_plans.afronding.inhoud import (
    AfsluitingInhoud,
    Bladdeel,
    Bladregel,
    CertificaatInhoud,
    Klaar,
    OverdrachtInhoud,
    ZEindgesprekInhoud,
)
from tests.pdf.voorbeelden import AFZENDER, HULP, KENMERK, SELAM

TEKENT = Ondertekening(naam="Sanne Visser", functie="inburgeringsconsulent")


def _kop(onderwerp: str) -> Kenmerk:
    return replace(KENMERK, nummer="D-2026-0012", onderwerp=onderwerp)


def voorbeeld_certificaat(participatie: int = 800) -> CertificaatInhoud:
    return CertificaatInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=_kop("Uw certificaat inburgering"),
        ondertekening=TEKENT,
        naam="Selam Tesfay",
        geboortedatum="1994-03-08",
        taaluren=812,
        participatie_uren=participatie,
        delen=(
            Klaar(naam="PVT (participatieverklaring)", datum="2027-03-01"),
            Klaar(naam="MAP (arbeidsmarkt en participatie)", datum="2028-05-04"),
            Klaar(naam="Uren en eindgesprek van de Z-route", datum="2029-09-10"),
        ),
    )


def voorbeeld_z_eindgesprek(*open_: str, participatie: int = 800) -> ZEindgesprekInhoud:
    return ZEindgesprekInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=_kop("Uw eindgesprek van de Z-route"),
        ondertekening=TEKENT,
        naam="Selam Tesfay",
        datum="2029-09-10",
        taaluren=812,
        norm_taal=800,
        participatie_uren=participatie,
        norm_participatie=participatie,
        open=open_,
        hulp=HULP,
    )


def voorbeeld_afsluiting(einde: str = "voldaan", bewaren_tot: str = "2034-09-20") -> AfsluitingInhoud:
    aan = SELAM
    if einde == "overleden":
        aan = replace(SELAM, naam="De erven van mevrouw S. Tesfay", aanhef="Geachte nabestaanden")
    return AfsluitingInhoud(
        afzender=AFZENDER,
        geadresseerde=aan,
        kenmerk=_kop("Wij sluiten het dossier over inburgering"),
        ondertekening=TEKENT,
        einde=einde,
        datum="2029-09-20",
        bewaren_tot=bewaren_tot,
        hulp=HULP,
    )


BLAD = {
    "Wie": (
        ("Naam", "Selam Tesfay"),
        ("Geboortedatum", "8 maart 1994"),
        ("V-nummer", "2912345678"),
        ("Doelgroep", "asielstatushouder"),
        ("Kennisgeving van DUO", "1 september 2026"),
    ),
    "PIP": (
        ("Eerste PIP", "20 november 2026"),
        ("PIP dat nu geldt", "20 november 2026, PIP-2026-0012"),
        ("Leerroute", "B1-route"),
        ("Uren les per week", "12"),
        ("Termijn van DUO", "van 21 november 2026, tot en met 20 november 2029"),
    ),
    "Voortgang": (
        ("PVT (participatieverklaring)", "Klaar sinds 4 mei 2027. Twaalf uur meegedaan en de verklaring getekend."),
        ("Examen Lezen op niveau B1", "Geslaagd op B1 op 2 juni 2028."),
        ("Examen Spreken op niveau B1", "Nog niet gehaald. Grondslag: art. 7 Wet inburgering 2021."),
        ("Uren taal en KNM", "212 uur gevolgd"),
    ),
    "Boetes": (("Boetes", "geen"),),
}


def voorbeeld_overdrachtsblad(*, boetes: bool = True) -> OverdrachtInhoud:
    delen = [
        Bladdeel(kop=kop, regels=tuple(Bladregel(naam=naam, waarde=waarde) for naam, waarde in regels))
        for kop, regels in BLAD.items()
        if boetes or kop != "Boetes"
    ]
    return OverdrachtInhoud(
        gemeente="Diemen",
        datum="2028-08-14",
        naar="Weesp",
        naam="Selam Tesfay",
        medewerker="Sanne Visser",
        telefoon="020 314 48 21",
        delen=tuple(delen),
    )


BRIEVEN = {
    "certificaat": ("certificaat/v1", voorbeeld_certificaat, ""),
    "certificaat-zonder-participatie": ("certificaat/v1", partial(voorbeeld_certificaat, 0), ""),
    "z-eindgesprek": ("z_eindgesprek/v1", voorbeeld_z_eindgesprek, ""),
    "z-eindgesprek-nog-open": (
        "z_eindgesprek/v1",
        partial(voorbeeld_z_eindgesprek, "PVT (participatieverklaring)", participatie=0),
        "",
    ),
    "overdrachtsblad": ("overdrachtsblad/v1", voorbeeld_overdrachtsblad, ""),
    "overdrachtsblad-zonder-boetes": ("overdrachtsblad/v1", partial(voorbeeld_overdrachtsblad, boetes=False), ""),
    "afsluiting": ("afsluiting/v1", voorbeeld_afsluiting, ""),
    "afsluiting-ontheffing": ("afsluiting/v1", partial(voorbeeld_afsluiting, "ontheffing"), ""),
    "afsluiting-vertrek": ("afsluiting/v1", partial(voorbeeld_afsluiting, "vertrek", ""), ""),
    "afsluiting-overleden": ("afsluiting/v1", partial(voorbeeld_afsluiting, "overleden", ""), ""),
}
