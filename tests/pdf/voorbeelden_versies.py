"""A changed PIP of each kind, one after a move, a withdrawal and an advice, for invented people."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pip_plans.plan.inhoud import (
    Begeleiding,
    Gesprek,
    Inburgeringstermijn,
    Leerbaarheidstoets,
    PipInhoud,
    Verhuizing,
    Wijziging,
    Wijzigingspunt,
)
from pip_plans.plan.inhoud_overig import AdviesInhoud, IntrekkingInhoud
from tests.pdf.voorbeelden import AFZENDER, BEZWAAR, KENMERK, SELAM, TEKENT, voorbeeld_asiel, voorbeeld_z

OUD = {"nummer": "PIP-2026-0012", "datum": "2026-11-20"}
NIEUW = replace(
    KENMERK, nummer="PIP-2027-0031", datum="2027-09-06", onderwerp="Wijziging van uw Plan Inburgering en Participatie"
)
TERMIJN = Inburgeringstermijn(
    start="2026-11-21", einde="2029-11-20", wisselen_tot="2028-05-20", door_duo_bevestigd=True, eerste_pip="2026-11-20"
)


def voorbeeld_wissel(**anders: Any) -> PipInhoud:
    """To the Z-route because the progress is insufficient, while an objection runs."""
    wijziging = Wijziging(
        **OUD,
        reden="U hebt veel geoefend, maar het leren gaat te langzaam voor niveau B1.",
        soort="leerroute",
        grond="de voortgang is onvoldoende",
        punten=(
            Wijzigingspunt(wat="Leerroute", was="B1-route", wordt="Z-route"),
            Wijzigingspunt(wat="Waarom deze leerroute"),
        ),
        bezwaar_tegen=OUD["nummer"],
    )
    return replace(voorbeeld_z(), kenmerk=NIEUW, versie=2, termijn=TERMIJN, wijziging=replace(wijziging, **anders))


def voorbeeld_a2() -> PipInhoud:
    wijziging = Wijziging(
        **OUD,
        reden="Schrijven op niveau B1 lukt niet.",
        soort="afschalen",
        uren="640 uur, volgens NL Training op 30 augustus 2027",
        punten=(Wijzigingspunt(wat="Examen op niveau A2", was="niets", wordt="Schrijven"),),
    )
    return voorbeeld_asiel(kenmerk=NIEUW, versie=2, termijn=TERMIJN, wijziging=wijziging, a2_onderdelen=("Schrijven",))


def voorbeeld_verschrijving() -> PipInhoud:
    wijziging = Wijziging(
        **OUD,
        reden="De naam van uw school stond er verkeerd in.",
        soort="verschrijving",
        punten=(Wijzigingspunt(wat="School", was="NL Trainer", wordt="NL Training"),),
    )
    return voorbeeld_asiel(kenmerk=NIEUW, versie=2, termijn=TERMIJN, wijziging=wijziging)


def voorbeeld_opnieuw() -> PipInhoud:
    wijziging = Wijziging(**OUD, reden="Uw bezwaar was gegrond.", soort="opnieuw", einde="herroepen")
    return voorbeeld_asiel(kenmerk=NIEUW, versie=2, termijn=TERMIJN, wijziging=wijziging)


def voorbeeld_overgenomen() -> PipInhoud:
    """A change of a PIP from before this system: its intake and its test are elsewhere."""
    return replace(
        voorbeeld_wissel(nummer="2024/118", datum="2024-03-04", bezwaar_tegen=""),
        termijn=replace(TERMIJN, start="2024-03-05", einde="2027-03-04", eerste_pip="2024-03-04"),
        toets=Leerbaarheidstoets(
            reden_geen="de toets hoort bij uw eerste PIP. Voor een wijziging is geen nieuwe toets nodig."
        ),
        gesprekken=(),
        oproepen=(),
        individueel_gesprek=None,
        overgenomen=True,
    )


def voorbeeld_verhuisd() -> PipInhoud:
    return voorbeeld_asiel(
        termijn=replace(TERMIJN, eerste_pip="2026-02-03"),
        verhuizing=Verhuizing(gemeente="Zaanstad", datum="2026-02-03"),
    )


def voorbeeld_intrekking(
    soort: str = "onterecht", grond: str = "het PIP is ten onrechte vastgesteld"
) -> IntrekkingInhoud:
    return IntrekkingInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=replace(KENMERK, nummer="INT-2027-0001", datum="2027-09-06", onderwerp="Uw PIP geldt niet meer"),
        ondertekening=TEKENT,
        bezwaar=BEZWAAR,
        naam="Selam Tesfay",
        geboortedatum="1992-04-07",
        oud_nummer=OUD["nummer"],
        oud_datum=OUD["datum"],
        soort=soort,
        grond=grond,
        motivering=("Wij hebben gezien dat u toen nog niet hoefde in te burgeren.",),
    )


def voorbeeld_advies(**anders: Any) -> AdviesInhoud:
    inhoud = AdviesInhoud(
        afzender=AFZENDER,
        geadresseerde=SELAM,
        kenmerk=replace(KENMERK, nummer="D-2026-0012", onderwerp="Advies over uw inburgering", bijlagen=()),
        ondertekening=replace(TEKENT, naam="Sanne Visser", functie="inburgeringsconsulent"),
        naam="Selam Tesfay",
        geboortedatum="1992-04-07",
        versie=1,
        motivering=("U leest en schrijft al goed Nederlands. Wij raden u aan om vooral te oefenen met spreken.",),
        doel="U wilt in de kinderopvang werken.",
        school="het Taalhuis",
        lesuren=4,
        knm="Het examen KNM hebt u al gehaald.",
        ona="In het voorjaar. Bij: de bibliotheek.",
        begeleiding=(Begeleiding(wie="Sanne Visser, uw inburgeringsconsulent", wat="helpt u bij het kiezen."),),
        voortgangsgesprekken=2,
        voortgangsgesprekken_uitleg="Ongeveer om de drie maanden.",
        afspraken=voorbeeld_asiel().afspraken[:1],
        gesprekken=(Gesprek(datum="2026-09-29", waar="in het gemeentehuis", over="uw werk"),),
        zienswijze="u bent het ermee eens.",
    )
    return replace(inhoud, **anders)
