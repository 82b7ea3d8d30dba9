"""The pages of the modules: a journey through the PVT, who sees whom in a group, the MAP, and *Wat nu?*."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from cases.models import Dossier, Inzage
from cases.panelen import Dossierbeeld, wat_nu
from cases.services.bescherming import bescherm
from cases.services.termijnen import dossierfeiten_van
from cases.services.vernietiging import vernietig
from inburgering.recht.feiten import FeitSoort
from pip_plans.modules.models import Pvtgroep
from tests.fabriek import Cast, leg_vast
from tests.pip_plans.uitvoering.bouw import OP, maak_aanbieder, maak_contract, met_pip, plaats_nu, voorstel

from .bouw import START, dag, maak_groep, map_uren, neem_op, plan, teken, twaalf_uur, veertig_uur, was_er


@pytest.fixture(autouse=True)
def vandaag(monkeypatch):
    """The edge asks the clock; here it is 20 November 2026."""
    monkeypatch.setattr("pip_plans.modules.views.groepen.vandaag", lambda: OP)
    monkeypatch.setattr("cases.views.dossier_beeld.vandaag", lambda: OP)


def adres(naam: str, dossier: Dossier | None = None, **delen: object) -> str:
    nummer = {"nummer": dossier.nummer} if dossier else {}
    return reverse(f"modules:{naam}", kwargs={"gemeente": "diemen", **nummer, **delen})


def stappen(dossier: Dossier, cast: Cast) -> list[str]:
    termijnen = list(dossier.termijnen.all())
    beeld = Dossierbeeld(dossier, dossierfeiten_van(dossier), termijnen, cast.consulent, OP)
    return [stap.titel for stap in wat_nu(beeld)]


def test_a_consulent_takes_somebody_through_the_pvt(cast, inloggen):
    client: Client = inloggen(cast.consulent)
    dossier, bij = met_pip(cast), maak_aanbieder(cast, "VluchtelingenWerk", ("pvt",))
    groepvelden = {"aanbieder": bij.pk, "taal": "Tigrinya", "plaats": "Buurthuis", "plaatsen": 8, "start": "02-11-2026"}

    client.post(adres("groep_nieuw"), groepvelden)
    groep = Pvtgroep.objects.get()
    for datum, uren in (("03-11-2026", "8"), ("04-11-2026", "4,5")):
        client.post(adres("groep", pk=groep.pk), {"datum": datum, "begin": "9:30", "uren": uren, "excursie": "on"})
    client.post(adres("aanmelden", dossier), {"groep": groep.pk})
    deelname = groep.deelnames.get()
    for bijeenkomst in groep.bijeenkomsten.all():
        client.post(adres("presentie", pk=bijeenkomst.pk), {f"wie_{deelname.pk}": "aanwezig"})
    feest = {"datum": "20-11-2026", "begin": "15:00", "plaats": "de raadzaal", "namens": "de burgemeester"}
    client.post(adres("samen_tekenen", pk=groep.pk), feest)
    client.post(adres("uitkomst", dossier, pk=dossier.verklaringen.get().pk), {"stand": "ondertekend"})
    assert "PVT afronden" in stappen(dossier, cast)
    antwoord = client.post(adres("pvt_afronden", dossier), follow=True)

    assert "Het PVT is afgerond op" in antwoord.content.decode()
    assert dossier.gebeurtenissen.filter(soort=FeitSoort.ONDERDEEL_AFGEROND).count() == 1
    assert "12,5" in client.get(adres("groep", pk=groep.pk)).content.decode()


def test_of_who_is_protected_a_group_says_only_that_there_is_one_more(cast, inloggen):
    groep = maak_groep(cast)
    open_, geheim = met_pip(cast), met_pip(cast)
    for dossier in (open_, geheim):
        neem_op(cast, groep, dossier)
    bijeenkomst = dag(cast, groep, START)
    bescherm(dossier=geheim, mensen=[cast.collega], reden="bedreiging", door=cast.teamleider, op=OP)
    client = inloggen(cast.consulent)

    for pagina in (adres("groep", pk=groep.pk), adres("presentie", pk=bijeenkomst.pk)):
        html = client.get(pagina).content.decode()
        assert open_.inburgeraar.achternaam in html
        assert geheim.inburgeraar.achternaam not in html
        assert geheim.nummer not in html
    assert "Van één deelnemer is het dossier afgeschermd" in client.get(adres("groep", pk=groep.pk)).content.decode()
    assert set(Inzage.objects.filter(wat="PVT-groep").values_list("dossier", flat=True)) == {open_.pk}


def test_a_page_with_errors_comes_back_with_422(cast, inloggen):
    client, dossier, groep = inloggen(cast.consulent), met_pip(cast), maak_groep(cast)
    plan(cast, dossier)
    leeg = {
        adres("groep_nieuw"): {"taal": ""},
        adres("groep", pk=groep.pk): {"datum": "01-01-0001", "begin": "25:99", "uren": "999999999999"},
        adres("aanmelden", dossier): {"groep": "999999"},
        adres("ondertekening", dossier): {"datum": "01-01-2199"},
        adres("uitkomst", dossier, pk=dossier.verklaringen.get().pk): {"stand": "geweigerd"},
        adres("uren", dossier, module="map"): {"uren": "-1", "datum": "x"},
        adres("eindgesprek", dossier): {"verslag": ""},
        adres("bericht", dossier): {"datum": ""},
    }

    assert {pad: client.post(pad, velden).status_code for pad, velden in leeg.items()} == dict.fromkeys(leeg, 422)


def test_a_refusal_asks_for_a_choice_and_then_no_more(cast, inloggen):
    client, dossier = inloggen(cast.consulent), met_pip(cast)
    rij = teken(cast, plan(cast, dossier), "geweigerd", "U wilt niet.")
    assert "Weigering om te tekenen bespreken" in stappen(dossier, cast)

    antwoord = client.post(adres("vervolg", dossier, pk=rij.pk), {"vervolg": "handhaving"}, follow=True)

    assert "Naar handhaving" in antwoord.content.decode()
    assert not dossier.handhavingszaken.exists()
    assert "Weigering om te tekenen bespreken" not in stappen(dossier, cast)


def test_the_steps_of_the_map_and_of_a_signing_that_was(cast):
    dossier = met_pip(cast)
    plan(cast, dossier)
    map_uren(cast, dossier)
    assert "Ondertekening vastleggen" in stappen(dossier, cast)
    assert "Eindgesprek van de MAP houden" not in stappen(dossier, cast)

    veertig_uur(cast, dossier)

    assert "Eindgesprek van de MAP houden" in stappen(dossier, cast)


def test_begeleiding_that_should_run_is_a_step_until_somebody_is_asked(cast, inloggen):
    dossier, client = met_pip(cast), inloggen(cast.consulent)
    assert "Aanmelden voor begeleiding" in stappen(dossier, cast)
    wie = maak_aanbieder(cast, "VluchtelingenWerk", ("begeleiding",))
    plaats_nu(cast, voorstel(cast, dossier, maak_contract(wie, "begeleiding")))
    velden = {"datum": "20-11-2026", "soort": "terugkoppeling", "psychosociaal": "on", "taalcoach": "gekoppeld"}

    for tekst, zin in (("PTSS", "alleen dát het nodig is"), ("Bel over 999769248", "een BSN kan zijn")):
        antwoord = client.post(adres("bericht", dossier), velden | {"tekst": tekst})
        assert (antwoord.status_code, zin in antwoord.content.decode()) == (422, True)
    client.post(adres("bericht", dossier), velden)

    assert "Aanmelden voor begeleiding" not in stappen(dossier, cast)
    assert "Signaal uit de begeleiding oppakken" in stappen(dossier, cast)
    client.post(adres("opgepakt", dossier, pk=dossier.begeleidingsberichten.get().pk))
    html = client.get(adres("begeleiding", dossier)).content.decode()
    assert "Taalcoach gevonden" in html
    assert "Signaal uit de begeleiding oppakken" not in stappen(dossier, cast)


def test_after_the_retention_nothing_of_the_modules_is_left(cast):
    dossier = met_pip(cast)
    deelname = twaalf_uur(cast, dossier)
    ander = neem_op(cast, deelname.groep, met_pip(cast))
    was_er(cast, deelname.groep.bijeenkomsten.first(), ander)
    teken(cast, plan(cast, dossier))
    map_uren(cast, dossier)
    leg_vast(dossier, FeitSoort.EINDE_PLICHT, date(2026, 11, 1))

    bewijs = vernietig(dossier=dossier, grondslag="onterecht", door=cast.beheerder, op=OP, onterecht=True)

    assert bewijs.aantallen["modules.Verklaring"] == 1
    assert bewijs.aantallen["modules.Pvtaanwezigheid"] == 4
    assert deelname.groep.deelnames.get() == ander
