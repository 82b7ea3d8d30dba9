"""The part of the letter that says what changes, from which decision, and why; and from which day the years count."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from cases.kalender import kalender
from cases.models import Beschikking
from inburgering.recht.feiten import Dossierfeiten, FeitSoort
from inburgering.recht.uitkomst import bereken
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.plan import inhoud
from pip_plans.plan.enums import Taaldeel, Wijzigingssoort
from pip_plans.plan.models import Pip, Wijziging
from pip_plans.plan.verschil import Verschil

from .elders import pip_van_elders
from .versies import bevroren, verschil_met_vorige
from .zinnen import afgemaakt, open_eind

ONDERWERP = "Wijziging van uw Plan Inburgering en Participatie"
KORT = 160  # what is longer is not quoted: the letter says that the text is new


def met_wijziging(brief: inhoud.PipInhoud, pip: Pip) -> inhoud.PipInhoud:
    """The same letter, and what it changes in the decision before it; a first PIP stays as it is."""
    rij = pip.wijziging_of_niets
    oud = rij.vorige.beschikking if rij and rij.vorige else None
    if rij is None or not (oud or rij.eerder_datum):
        return brief
    nummer = oud.nummer if oud else rij.eerder_nummer
    datum = oud.dagtekening if oud else rij.eerder_datum
    punten = tuple(_punt(een) for een in verschil_met_vorige(pip, brief.als_json())) if oud else _punten_eerder(pip)
    wijziging = inhoud.Wijziging(
        nummer=nummer,
        datum=datum.isoformat() if datum else "",
        reden=afgemaakt(rij.reden),
        soort=rij.soort,
        grond=rij.get_grond_display() if rij.grond else "",
        uitzondering=_uitzondering(rij),
        uren=_uren(rij),
        einde=oud.get_status_display() if oud and rij.soort == Wijzigingssoort.OPNIEUW else "",
        punten=punten,
        bezwaar_tegen=_bezwaar_tegen(rij, oud),
    )
    onderwerp = brief.kenmerk.onderwerp if rij.soort == Wijzigingssoort.OPNIEUW else ONDERWERP
    return replace(brief, wijziging=wijziging, kenmerk=replace(brief.kenmerk, onderwerp=onderwerp))


def verhuizing(pip: Pip, feiten: Dossierfeiten) -> inhoud.Verhuizing | None:
    """The PIP of the other gemeente, in the first PIP here or the one after coming back."""
    vorig = pip_van_elders(pip, feiten)
    if vorig is None:
        return None
    return inhoud.Verhuizing(gemeente=vorig.tekst("gemeente"), datum=vorig.datum.isoformat())


def termijn(feiten: Dossierfeiten, dagtekening: date, nooit_verzonden: str = "") -> inhoud.Inburgeringstermijn:
    """The three years and the window to switch, from the first PIP or from the days that DUO named (Wi 11, Bi 5.4).

    `nooit_verzonden` is the number of a decision that ends with this letter, and from which nothing counts.
    """
    pips = (pip for pip in feiten.pips if not nooit_verzonden or pip.tekst("beschikking") != nooit_verzonden)
    eerste = next((pip.datum for pip in pips), dagtekening)
    duo = feiten.laatste(FeitSoort.TERMIJN_DUO)
    start, einde = (duo.dag("start"), duo.dag("einde")) if duo else (None, None)
    drie_jaar = bereken("INBURGERINGSTERMIJN_3J", eerste, kalender())
    begint = start or drie_jaar.begint_op
    wissel = bereken("LEERROUTE_WISSEL_18M", begint - timedelta(days=1), kalender())
    return inhoud.Inburgeringstermijn(
        start=begint.isoformat(),
        einde=(einde or drie_jaar.laatste_dag).isoformat(),
        wisselen_tot=wissel.laatste_dag.isoformat(),
        door_duo_bevestigd=einde is not None,
        eerste_pip=eerste.isoformat() if eerste != dagtekening else "",
    )


def niets_veranderd(pip: Pip, brief: Mapping[str, Any]) -> bool:
    """Whether a version that should change something says the same as the one before it; the term follows by itself."""
    rij = pip.wijziging_of_niets
    if rij is None or rij.vorige is None or rij.soort == Wijzigingssoort.OPNIEUW:
        return False
    oud = bevroren(rij.vorige)
    return bool(oud) and not verschil_met_vorige(pip, {**brief, "termijn": oud.get("termijn")})


def _punten_eerder(pip: Pip) -> tuple[inhoud.Wijzigingspunt, ...]:
    """What is known to change in a PIP whose text is not here."""
    rij = pip.wijziging
    if rij.soort == Wijzigingssoort.LEERROUTE:
        was, wordt = rij.get_eerder_leerroute_display(), pip.get_leerroute_display()
        return (inhoud.Wijzigingspunt(wat="Leerroute", was=was, wordt=wordt),)
    if rij.soort == Wijzigingssoort.AFSCHALEN:
        delen = ", ".join(str(Taaldeel(deel).label) for deel in pip.a2_onderdelen)
        return (inhoud.Wijzigingspunt(wat="Examen op niveau A2", was="niveau B1", wordt=delen),)
    return ()


def _punt(een: Verschil) -> inhoud.Wijzigingspunt:
    was, wordt = ("; ".join(open_eind(regel) for regel in regels) for regels in (een.was, een.wordt))
    if max(len(was), len(wordt)) > KORT:
        return inhoud.Wijzigingspunt(wat=een.label)
    return inhoud.Wijzigingspunt(wat=een.label, was=was or "niets", wordt=wordt or "niets")


def _uitzondering(rij: Wijziging) -> str:
    if not rij.uitzondering:
        return ""
    kop = open_eind(rij.get_uitzondering_display())
    return f"{kop[0].upper()}{kop[1:]}. {afgemaakt(rij.uitzondering_reden)}".strip()


def _uren(rij: Wijziging) -> str:
    if rij.cursusuren is None or rij.cursusuren_op is None:
        return ""
    return (
        f"{rij.cursusuren} uur, volgens {open_eind(rij.cursusuren_bron)} op {datum_zonder_weekdag(rij.cursusuren_op)}"
    )


def _bezwaar_tegen(rij: Wijziging, oud: Beschikking | None) -> str:
    """The decision with a pending bezwaar that goes on against this one; a new PIP replaces nothing."""
    lopend = oud.lopend_bezwaar if oud and rij.soort != Wijzigingssoort.OPNIEUW else None
    return lopend.beschikking.nummer if lopend else ""
