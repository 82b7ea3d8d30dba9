"""Two complete PIPs and the other letters, with invented people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from cases.inhoud import (
    Afzender,
    Bezwaar,
    DagstaatInhoud,
    DagstaatRegel,
    Geadresseerde,
    Hulp,
    Kenmerk,
    Ondertekening,
)
from cases.teksten import STANDAARD, als_alineas
from pip_plans.intake.inhoud import OproepInhoud
from pip_plans.plan.inhoud import (
    Afspraak,
    Begeleiding,
    Gesprek,
    Inburgeringstermijn,
    IndividueelGesprek,
    Leerbaarheidstoets,
    Onderdeel,
    PipInhoud,
    PwBeschikking,
    Zroute,
)
from pip_plans.plan.inhoud_bijlage import BijlageInhoud
from pip_plans.plan.inhoud_samenvatting import SamenvattingInhoud
from pip_plans.plan.services.samenvatting import stel_samen

AFZENDER = Afzender(
    gemeente="Diemen",
    afdeling="Team Sociale Zaken",
    bezoekadres="D.J. den Hartoglaan 1",
    postadres="Postbus 191",
    postcode_plaats="1110 AD Diemen",
    telefoon="020 314 48 88",
    email="inburgering@diemen.example",
    website="www.diemen.nl",
)
HULP = (
    Hulp(naam="Het Juridisch Loket", contact="telefoon 0800 8020 (gratis)"),
    Hulp(naam="VluchtelingenWerk Diemen", contact="inloop op dinsdag, 10.00 tot 12.00 uur"),
)
BEZWAAR = Bezwaar(
    postadres="Postbus 191",
    postcode_plaats="1110 AD Diemen",
    online="www.diemen.nl/bezwaar",
    rechtbank="rechtbank Amsterdam, Postbus 75850, 1070 AW Amsterdam",
    hulp=HULP,
)
TEKENT = Ondertekening(naam="M. de Groot", functie="teamleider Sociale Zaken")
KENMERK = Kenmerk(
    datum="2026-11-20",
    nummer="PIP-2026-0012",
    onderwerp="Uw Plan Inburgering en Participatie",
    behandeld_door="Sanne Visser",
    telefoon="020 314 48 21",
)
SELAM = Geadresseerde(
    naam="Mevrouw S. Tesfay",
    adresregels=("Ouddiemerlaan 104 B", "1111 HL Diemen"),
    aanhef="Beste mevrouw Tesfay",
)
PRIYA = Geadresseerde(
    naam="Mevrouw P. Şahin-Kovačević",
    adresregels=("Prins Bernhardlaan 7", "1111 EN Diemen"),
    aanhef="Beste mevrouw Şahin-Kovačević",
)


def voorbeeld_asiel(**anders: Any) -> PipInhoud:
    """B1-route for somebody with bijstand, two children and a deviation from the test."""
    inhoud = PipInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=replace(KENMERK, bijlagen=("Besluit over uw bijstandsuitkering", "Lesrooster en subdoelen")),
        ondertekening=TEKENT,
        bezwaar=BEZWAAR,
        naam="Selam Tesfay",
        geboortedatum="1994-03-08",
        groep="asiel",
        leerroute="b1",
        intensiteit="12 uur les per week, ongeveer 18 maanden lang.",
        school="NL Training in Amsterdam",
        doel="U wilt in de zorg werken. Eerst doet u vrijwilligerswerk in een verzorgingshuis.",
        motivering=(
            "U hebt tien jaar op school gezeten en u spreekt goed Engels. U leert snel en u oefent elke dag.",
            "U wilt in de zorg werken. Daarvoor is taalniveau B1 nodig.",
        ),
        toets=Leerbaarheidstoets(
            datum="2026-10-14",
            uitslag="niveau B1 is waarschijnlijk te moeilijk.",
            afwijking=(
                "U was op de dag van de toets ziek en hebt de toets niet helemaal afgemaakt.",
                "Bij Taalstart leerde u in zes weken meer dan de docenten hadden verwacht.",
            ),
        ),
        taalstart_advies="de B1-route past bij u.",
        knm="U krijgt de lessen KNM op dezelfde school, één dagdeel per week.",
        pvt=Onderdeel(uren=12, wanneer="tussen januari en maart 2027.", aanbieder="uw school"),
        map_module=Onderdeel(
            uren=40, wanneer="vanaf september 2027, 4 uur per week.", aanbieder="team Werk van de gemeente"
        ),
        voorschools=("Yohanna (2 jaar) gaat vanaf 11 januari 2027 vier ochtenden per week naar voorschool De Bever.",),
        begeleiding=(
            Begeleiding(
                wie="Sanne Visser, uw inburgeringsconsulent", wat="maakt met u afspraken en helpt als iets niet lukt."
            ),
            Begeleiding(wie="VluchtelingenWerk", wat="helpt u met wonen, post, verzekeringen en de huisarts."),
            Begeleiding(wie="Uw taalcoach", wat="oefent elke week anderhalf uur Nederlands met u."),
        ),
        voortgangsgesprekken=6,
        voortgangsgesprekken_uitleg="De gesprekken zijn ongeveer om de zes maanden. U krijgt steeds een uitnodiging.",
        afspraken=(
            Afspraak(
                wat="Lessen Nederlands volgen bij NL Training",
                wie="Selam Tesfay",
                hoeveel="12 uur per week",
                wanneer="vanaf 11 januari 2027",
            ),
            Afspraak(
                wat="Thuis oefenen met de lessen",
                wie="Selam Tesfay",
                hoeveel="6 uur per week",
                wanneer="vanaf 11 januari 2027",
            ),
            Afspraak(
                wat="Participatieverklaringstraject doen en de verklaring ondertekenen",
                wie="Selam Tesfay",
                hoeveel="12 uur",
                wanneer="voor 1 april 2027",
            ),
            Afspraak(
                wat="Vrijwilligerswerk in verzorgingshuis Berkenstede",
                wie="Selam Tesfay",
                hoeveel="4 uur per week",
                wanneer="vanaf maart 2027",
            ),
            Afspraak(
                wat="De plek op school betalen en het rooster sturen",
                wie="Gemeente Diemen",
                hoeveel="alle lessen",
                wanneer="voor 15 december 2026",
            ),
        ),
        termijn=Inburgeringstermijn(start="2026-11-21", einde="2029-11-20", wisselen_tot="2028-05-20"),
        gesprekken=(
            Gesprek(datum="2026-09-29", waar="in AZC Almere", over="uw opleiding, uw werk en uw gezin"),
            Gesprek(datum="2026-10-27", waar="in het gemeentehuis", over="uw plannen en uw gezondheid"),
        ),
        individueel_gesprek=IndividueelGesprek(gewezen_op="2026-09-29", gevoerd=True),
        zienswijze="u vindt het plan goed en u wilt graag snel beginnen.",
        bijstand=True,
        ontzorgen=True,
        pw_beschikkingen=(
            PwBeschikking(
                omschrijving="Bijstandsuitkering en het betalen van uw vaste lasten door de gemeente (artikel 56a)",
                datum="2026-10-05",
                kenmerk="PW-2026-1187",
            ),
        ),
    )
    return replace(inhoud, **anders)


def voorbeeld_gezin(**anders: Any) -> PipInhoud:
    """B1-route for a gezinsmigrant who found her own school."""
    inhoud = voorbeeld_asiel(
        geadresseerde=PRIYA,
        kenmerk=replace(KENMERK, nummer="PIP-2026-0047"),
        naam="Priya Şahin-Kovačević",
        groep="overig",
        intensiteit="",
        school="een avondcursus, omdat u overdag werkt",
        toets=Leerbaarheidstoets(datum="2026-10-14", uitslag="u kunt waarschijnlijk niveau B1 halen."),
        taalstart_advies="",
        knm="",
        pvt=Onderdeel(uren=12, wanneer="in het voorjaar van 2027.", aanbieder="VluchtelingenWerk"),
        voorschools=(),
        eerdere_inspanningen=("Het onderdeel Lezen op niveau B1, gehaald op 12 mei 2026.",),
        individueel_gesprek=IndividueelGesprek(gewezen_op="2026-09-29", gevoerd=False),
        bijstand=False,
        ontzorgen=False,
        doel="",
        begeleiding=(Begeleiding(wie="Sanne Visser, uw inburgeringsconsulent", wat="geeft advies over scholen."),),
        afspraken=(
            Afspraak(
                wat="Avondcursus Nederlands volgen",
                wie="Priya Şahin-Kovačević",
                hoeveel="zelf te kiezen",
                wanneer="vanaf februari 2027",
            ),
        ),
        pw_beschikkingen=(),
    )
    return replace(inhoud, **anders)


def voorbeeld_onderwijs() -> PipInhoud:
    return voorbeeld_asiel(leerroute="onderwijs", map_module=None, intensiteit="24 uur les per week.")


def samenvatting(taal: str) -> Callable[[], SamenvattingInhoud]:
    """The PIP of `voorbeeld_asiel` on one page, in one language of the phrase bank."""
    return lambda: stel_samen(brief=voorbeeld_asiel(uren_per_week=12).als_json(), versie=1, taal=taal)


def voorbeeld_bijlage() -> BijlageInhoud:
    """The second bijlage beside the PIP of Selam."""
    return BijlageInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=replace(KENMERK, nummer="PIP-2026-0012-B2", datum="2027-02-01", onderwerp="Bijlage bij uw PIP"),
        ondertekening=TEKENT,
        naam="Selam Tesfay",
        besluit="PIP-2026-0012",
        besluit_datum="2026-11-20",
        versie=2,
        geldig_vanaf="2027-02-08",
        vervangt=1,
        rooster=("Maandag en woensdag van 9.00 tot 12.00 uur, lokaal 4.",),
        subdoelen=("U werkt aan: vrijwilligerswerk in de zorg.", "U werkt aan: fietsen in de stad."),
        vrije_afspraken=("U gaat elke dinsdag naar het taalcafé.",),
        bijzonderheden=("Uw docent is mevrouw Bakker.",),
    )


def voorbeeld_z() -> PipInhoud:
    return voorbeeld_asiel(
        leerroute="z", zroute=Zroute(uren_taal=800, uren_participatie=800, examenwensen=("Luisteren A2", "KNM"))
    )


def voorbeeld_oproep(nummer: int, soort: str = "brede_intake") -> OproepInhoud:
    keer = ("Uitnodiging: ", "Tweede uitnodiging, met waarschuwing: ", "Derde uitnodiging, met waarschuwing: ")
    wat = keer[nummer - 1] + ("gesprek over uw inburgering" if soort == "brede_intake" else "leerbaarheidstoets")
    return OproepInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=replace(KENMERK, nummer="D-2026-0012", onderwerp=wat),
        ondertekening=Ondertekening(naam="Sanne Visser", functie="inburgeringsconsulent"),
        soort=soort,
        oproepnummer=nummer,
        datum="2026-12-03",
        tijd="10:30",
        duur="ongeveer anderhalf uur",
        locatie="Gemeentehuis Diemen, balie 3",
        adres="D.J. den Hartoglaan 1, 1111 ZB Diemen",
        uiterlijk="2026-12-01",
        meenemen=("deze brief", "uw verblijfsdocument", "uw diploma's en getuigschriften, als u die hebt"),
        tolk="Er is een tolk Tigrinya bij.",
        hulp=HULP,
        inleiding=als_alineas(STANDAARD["oproep-intake" if soort == "brede_intake" else "oproep-toets"].tekst),
        bij_waarschuwing=als_alineas(STANDAARD["oproep-waarschuwing"].tekst) if nummer > 1 else (),
        eerdere=(("2026-11-05", "u kwam niet."), ("2026-11-17", "u belde af, maar had daar geen geldige reden voor."))[
            : nummer - 1
        ],
    )


def voorbeeld_dagstaat(aantal: int = 7) -> DagstaatInhoud:
    namen = ("Selam Tesfay", "Layla al-Masrī", "سلام الأحمد", "ሰላም ተስፋይ", "Đorđe Černý", "Omar Haddad", "Yonas Berhe")
    return DagstaatInhoud(
        gemeente="Diemen",
        datum="2026-11-24",
        locatie="AZC Almere",
        adres="Vliegveldweg 50, 1331 ME Almere",
        contact="balie COA, 088 715 00 00",
        medewerker="Sanne Visser",
        regels=tuple(
            DagstaatRegel(
                tijd=f"{9 + i // 2:02d}:{30 * (i % 2):02d}",
                naam=namen[i % len(namen)],
                dossiernummer=f"D-2026-{i + 12:04d}",
                taal="Tigrinya" if i % 2 else "Arabisch",
                tolk="besteld en bevestigd" if i % 2 else "nog te bestellen",
                doen=("Kennismaken", "Warme overdracht doornemen", "Wijzen op individueel gesprek")[: 1 + i % 3],
            )
            for i in range(aantal)
        ),
    )
