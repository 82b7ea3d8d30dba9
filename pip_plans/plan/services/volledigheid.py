"""What a PIP still misses before it can be decided on (Wi 15, Bi 5.3, Awb 3:46), for both groups."""

from collections.abc import Iterator
from typing import NamedTuple

from cases.enums import Geslacht
from cases.pdf.tekens import niet_te_drukken
from cases.services.gezinnen import kinderen_van
from inburgering.recht.feiten import LEERROUTE_LABELS, Leerroute
from pip_plans.plan.enums import Wijzigingssoort
from pip_plans.plan.models import Pip

from .elders import pip_van_elders
from .samenstellen import eigen_redenen
from .situatie import Situatie, situatie
from .versies import wijzigt_eerder

TOETS_ONTBREEKT = (
    "De leerbaarheidstoets heeft geen uitslag, en er is geen reden waarom hij er niet is (art. 14 Wi 2021)."
)


class Gemis(NamedTuple):
    """One gap in a sentence. `veld` is where it is mended: a field, 'afspraken', 'intake', 'persoon' or 'feiten'."""

    veld: str
    zin: str


def ontbreekt(pip: Pip, gegevens: Situatie | None = None) -> list[Gemis]:
    """All gaps of this PIP, in the order of the letter; empty when it may go to the tweede lezer."""
    bekend = gegevens or situatie(pip.dossier)
    return [
        *_buiten_het_plan(pip, bekend),
        *_leerroute(pip, bekend),
        *_iedereen(pip),
        *_zienswijze(pip),
        *_kinderen(pip),
        *_rijen(pip),
        *_bijstand(pip, bekend),
        *_versie(pip, bekend),
        *drukbaar(pip),
    ]


def drukbaar(pip: Pip) -> Iterator[Gemis]:
    """Characters in the text of the plan itself that no letter can carry; the rows have their own check."""
    for veld in pip._meta.concrete_fields:
        yield from (Gemis(veld.name, zin) for zin in niet_te_drukken(getattr(pip, veld.attname)))


def _buiten_het_plan(pip: Pip, gegevens: Situatie) -> Iterator[Gemis]:
    intake = gegevens.intake
    if not gegevens.groep_bekend:
        yield Gemis("feiten", "De doelgroep is niet vastgelegd.")
    if wijzigt_eerder(pip) and not gegevens.intake_afgerond:
        yield from adres_compleet(pip)
        return
    if not intake or not gegevens.intake_afgerond:
        yield Gemis("intake", "De brede intake is niet afgerond (art. 14 Wi 2021).")
        return
    if not intake.gesprekken and not intake.gemiste_oproepen:
        yield Gemis("intake", "De brede intake noemt geen gesprek en geen gemiste oproepen.")
    if not gegevens.toets_bekend:
        yield Gemis("intake", TOETS_ONTBREEKT)
    yield from adres_compleet(pip)


def adres_compleet(pip: Pip) -> Iterator[Gemis]:
    """What the window of the envelope and the salutation need."""
    if len(pip.dossier.inburgeraar.adresregels) < 2:
        yield Gemis("persoon", "Het adres van de inburgeraar is niet compleet; de brief moet ergens heen.")
    if pip.dossier.inburgeraar.geslacht == Geslacht.ONBEKEND and not pip.dossier.inburgeraar.voornamen:
        yield Gemis("persoon", "De voornamen ontbreken; zonder voornaam of geslacht is er geen aanhef.")


def _leerroute(pip: Pip, gegevens: Situatie) -> Iterator[Gemis]:
    if not pip.leerroute:
        yield Gemis("leerroute", "Kies een leerroute (art. 15 lid 1 Wi 2021).")
    if not pip.motivering.strip():
        yield Gemis("motivering", "Schrijf op waarom deze leerroute past (art. 3:46 Awb).")
    if pip.wijkt_af_van(gegevens.b1_haalbaar) and not pip.motivering_afwijking.strip():
        zin = "De leerroute is anders dan de leerbaarheidstoets aangeeft. Schrijf op waarom (art. 3:46 Awb)."
        yield Gemis("motivering_afwijking", zin)
    if pip.participatie_uren and not gegevens.met_aanbod:
        zin = "Uren participatie in de Z-route gelden niet voor deze doelgroep; haal ze weg (art. 3.14 Bi)."
        yield Gemis("participatie_uren", zin)
    if gegevens.met_aanbod and not pip.uren_per_week:
        yield Gemis("uren_per_week", "Vul in hoeveel uur les per week de leerroute heeft (art. 15 lid 2 Wi 2021).")


def _iedereen(pip: Pip) -> Iterator[Gemis]:
    yield from _leeg(pip, "pvt_uren", "Vul in hoeveel uur het PVT duurt (art. 15 lid 1 Wi 2021).")
    yield from _leeg(pip, "pvt_wanneer", "Vul in wanneer het PVT is.")
    yield from _leeg(pip, "pvt_aanbieder", "Vul in wie het PVT geeft.")
    if pip.leerroute != Leerroute.ONDERWIJS:
        yield from _leeg(pip, "map_uren", "Vul in hoeveel uur de MAP duurt (art. 15 lid 1 Wi 2021).")
        yield from _leeg(pip, "map_wanneer", "Vul in wanneer de MAP is.")
        yield from _leeg(pip, "map_aanbieder", "Vul in wie de MAP geeft.")
    yield from _leeg(pip, "voortgangsgesprekken", "Vul in hoeveel voortgangsgesprekken er zijn (art. 5.3 lid 4 Bi).")
    yield from _leeg(pip, "voortgang_wanneer", "Vul in wanneer en waar de voortgangsgesprekken zijn.")
    yield from begeleiding_compleet(pip)


def begeleiding_compleet(pip: Pip) -> Iterator[Gemis]:
    """Who helps, and with what."""
    yield from _leeg(pip, "begeleiding", "Beschrijf welke hulp en begeleiding de inburgeraar krijgt (art. 15 Wi 2021).")
    if any(":" not in regel for regel in pip.regels("begeleiding")):
        yield Gemis("begeleiding", "Schrijf bij de begeleiding op elke regel: wie, een dubbele punt, en wat.")


def _zienswijze(pip: Pip) -> Iterator[Gemis]:
    """What the person thinks of it, or a ground of the law to leave that out with what happened (Awb 4:8, 4:11)."""
    if pip.zienswijze.strip():
        return
    if not pip.geen_zienswijze_grond:
        zin = "Schrijf op wat de inburgeraar van het plan vindt (art. 4:8 Awb). Zonder zienswijze kan alleen om een"
        yield Gemis("zienswijze", f"{zin} reden uit de lijst (art. 4:8 en 4:11 Awb).")
    elif not pip.geen_zienswijze.strip():
        yield Gemis("geen_zienswijze", "Schrijf op wat er gebeurde, zodat de reden te controleren is (art. 3:46 Awb).")


def _kinderen(pip: Pip) -> Iterator[Gemis]:
    """Every child of the age for it is named in the agreements on voorschoolse educatie (Wi 15(1))."""
    for kind in kinderen_van(dossier=pip.dossier):
        roepnaam = kind.naam.split()[0].casefold()
        if kind.is_voorschools(pip.opgesteld_op) and roepnaam not in pip.voorschools.casefold():
            zin = f"Schrijf op wat u afspreekt over voorschoolse educatie van {kind.naam}, ook als dat niets is"
            yield Gemis("voorschools", f"{zin} (art. 15 lid 1 Wi 2021).")


def _leeg(pip: Pip, veld: str, zin: str) -> Iterator[Gemis]:
    if not getattr(pip, veld):
        yield Gemis(veld, zin)


def _rijen(pip: Pip) -> Iterator[Gemis]:
    if not pip.afspraken.all():
        yield Gemis("afspraken", "Maak ten minste één afspraak.")
    yield from afspraken_compleet(pip)


def afspraken_compleet(pip: Pip) -> Iterator[Gemis]:
    """Every row that is there says what, who, how much and when, in characters that can be printed."""
    for nummer, rij in enumerate(pip.afspraken.all(), start=1):
        if leeg := [kop for kop in ("wat", "wie", "hoeveel", "wanneer") if not getattr(rij, kop)]:
            yield Gemis("afspraken", f"Afspraak {nummer}: vul in {', '.join(leeg)}.")
        for zin in niet_te_drukken([rij.wat, rij.wie, rij.hoeveel, rij.wanneer]):
            yield Gemis("afspraken", f"Afspraak {nummer}: {zin}")


def _bijstand(pip: Pip, gegevens: Situatie) -> Iterator[Gemis]:
    rijen = list(pip.pw_beschikkingen.all())
    if gegevens.bijstand and not rijen:
        yield Gemis(
            "pw_beschikkingen", "Noem het besluit over de bijstand dat bij dit PIP hoort (art. 15 lid 3 Wi 2021)."
        )
    if rijen and not gegevens.bijstand:
        yield Gemis("pw_beschikkingen", "Er staat een besluit over bijstand bij, maar bijstand is niet vastgelegd.")
    if any(not (rij.omschrijving and rij.datum and rij.kenmerk) for rij in rijen):
        yield Gemis("pw_beschikkingen", "Vul bij elk besluit over bijstand omschrijving, datum en kenmerk in.")
    if any(not rij.stuk for rij in rijen):
        zin = "Kies bij elk besluit over bijstand het stuk: het gaat mee en vormt met de brief één PIP"
        yield Gemis("pw_beschikkingen", f"{zin} (art. 15 lid 3 Wi 2021).")
    if any(rij.stuk and not rij.stuk.is_te_openen for rij in rijen):
        yield Gemis("pw_beschikkingen", "Een stuk bij een besluit over bijstand is nog niet door de viruscontrole.")


def _versie(pip: Pip, gegevens: Situatie) -> Iterator[Gemis]:
    """What this version may not change, given the kind of change for which it was started."""
    wijziging = pip.wijziging_of_niets
    yield from _overgenomen(pip, gegevens)
    if wijziging is None or wijziging.soort in (Wijzigingssoort.OPNIEUW, Wijzigingssoort.VERHUIZING):
        return
    oud = wijziging.vorige
    nu = oud.leerroute if oud else wijziging.eerder_leerroute
    if wijziging.soort != Wijzigingssoort.LEERROUTE and pip.leerroute != nu:
        zin = "Een andere leerroute kan alleen met een wijziging van de leerroute (art. 17 lid 2 Wet inburgering 2021)."
        yield Gemis("leerroute", f"{zin} Nu geldt de {LEERROUTE_LABELS[Leerroute(nu)]}.")
    if wijziging.soort == Wijzigingssoort.LEERROUTE and pip.leerroute and not eigen_redenen(pip, oud):
        wat = "alleen standaardtekst of die van de vorige leerroute" if oud else "alleen standaardtekst"
        yield Gemis("motivering", f"De motivering is nog {wat}. Schrijf op waarom de nieuwe past.")


def _overgenomen(pip: Pip, gegevens: Situatie) -> Iterator[Gemis]:
    vorige = pip_van_elders(pip, gegevens.feiten)
    if vorige and vorige.tekst("leerroute") != pip.leerroute:
        yield Gemis(
            "leerroute",
            "Na een verhuizing wordt eerst de leerroute van de vorige gemeente overgenomen (art. 15 lid 4 Wet "
            "inburgering 2021). Wisselen kan daarna, met een wijziging.",
        )
