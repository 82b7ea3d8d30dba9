"""The annex about a term that moved twice: by a corrected fact and by a KB-dag."""

from __future__ import annotations

from cases.inhoud import TermijnEerder, TermijnFeit, TermijnInhoud


def voorbeeld_termijnuitleg() -> TermijnInhoud:
    return TermijnInhoud(
        gemeente="Diemen",
        datum="2027-05-12",
        dossiernummer="D-2027-0012",
        naam="Selam Tesfay",
        termijn="PIP vaststellen",
        aanleiding="",
        stand="loopt, binnenkort",
        start="2027-02-25",
        planning="2027-05-06",
        laatste_dag="2027-05-10",
        regel="PIP_10W",
        versie="2023-01-01",
        grondslag="art. 5.3 lid 1 Besluit inburgering 2021 (tekst sinds 1 januari 2023, Stb. 2022, 489)",
        berekend="03-03-2027 om 09:12",
        stappen=(
            "De inschrijving in de BRP op 25 februari 2027 is later dan de kennisgeving van DUO op 11 februari 2027.",
            "Toegepaste regel: PIP_10W, art. 5.3 lid 1 Besluit inburgering 2021; regelversie vanaf 1 januari 2023.",
            "donderdag 25 februari 2027 + 10 weken = donderdag 6 mei 2027.",
            "Als laatste dag tellen niet: donderdag 6 mei (Hemelvaartsdag), vrijdag 7 mei (KB-dag: vrijdag na "
            "Hemelvaartsdag), zaterdag 8 mei en zondag 9 mei. De termijn loopt door tot en met maandag 10 mei 2027 "
            "(art. 1 lid 1 en art. 3 Algemene termijnenwet).",
            "De laatste dag is maandag 10 mei 2027.",
        ),
        feiten=(
            TermijnFeit(
                naam="Kennisgeving van DUO", datum="2027-02-11", gegevens="",
                vastgelegd="Sanne Visser, 12-02-2027 om 10:40, bron: handmatig", toelichting="", eerder="",
            ),
            TermijnFeit(
                naam="Inschrijving in de BRP", datum="2027-02-25", gegevens="",
                vastgelegd="Karim Bouali, 02-03-2027 om 16:05, bron: correctie",
                toelichting="De BRP noemt 25 februari, de intake was op 22 februari.",
                eerder="22 februari 2027, vastgelegd door Sanne Visser, 22-02-2027 om 11:30",
            ),
        ),
        eerder=(
            TermijnEerder(
                planning="2027-05-06", laatste_dag="2027-05-07", berekend="02-03-2027 om 16:05",
                waarom="KB-dag vastgelegd: vrijdag na Hemelvaartsdag, 7 mei 2027. Bron: Stcrt. 2026, 12345.",
            ),
            TermijnEerder(
                planning="2027-05-03", laatste_dag="2027-05-03", berekend="22-02-2027 om 11:30",
                waarom="Karim Bouali legde vast, 02-03-2027 om 16:05: Inschrijving in de BRP, 25 februari 2027. "
                "Reden: De BRP noemt 25 februari, de intake was op 22 februari.",
            ),
        ),
        medewerker="Fatima El Idrissi",
    )  # fmt: skip
