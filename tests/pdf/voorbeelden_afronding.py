"""The papers at the end of the way, for invented people."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from cases.inhoud import Kenmerk, Ondertekening
from pip_plans.afronding.inhoud import AfsluitingInhoud, CertificaatInhoud, Klaar
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


BRIEVEN = {
    "certificaat": ("certificaat/v1", voorbeeld_certificaat, ""),
    "certificaat-zonder-participatie": ("certificaat/v1", partial(voorbeeld_certificaat, 0), ""),
    "afsluiting": ("afsluiting/v1", voorbeeld_afsluiting, ""),
    "afsluiting-ontheffing": ("afsluiting/v1", partial(voorbeeld_afsluiting, "ontheffing"), ""),
    "afsluiting-vertrek": ("afsluiting/v1", partial(voorbeeld_afsluiting, "vertrek", ""), ""),
    "afsluiting-overleden": ("afsluiting/v1", partial(voorbeeld_afsluiting, "overleden", ""), ""),
}
