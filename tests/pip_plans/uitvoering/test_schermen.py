"""The pages of aanbieders and places, with their roles; a journey from the PIP to a place; who pays himself."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from cases.models import Dossier
from cases.panelen import Dossierbeeld, wat_nu
from cases.services.bescherming import bescherm
from cases.services.termijnen import dossierfeiten_van
from pip_plans.uitvoering.models import Aanbieder, Contract, Plaatsing
from pip_plans.uitvoering.services.plaatsing import bevestig_begin, zet_op_wachtlijst
from tests.fabriek import Cast

from .bouw import OP, maak_aanbieder, maak_contract, met_pip, plaats_nu, voorstel


@pytest.fixture(autouse=True)
def vandaag(monkeypatch):
    """The edge asks the clock; here it is 20 November 2026."""
    for plek in ("views.aanbieders", "views.plaatsingen", "views.dossier"):
        monkeypatch.setattr(f"pip_plans.uitvoering.{plek}.vandaag", lambda: OP)
    monkeypatch.setattr("cases.views.dossier_beeld.vandaag", lambda: OP)


def adres(naam: str, dossier: Dossier | None = None, **delen: object) -> str:
    nummer = {"nummer": dossier.nummer} if dossier else {}
    return reverse(f"uitvoering:{naam}", kwargs={"gemeente": "diemen", **nummer, **delen})


def stappen(dossier: Dossier, cast: Cast) -> list[str]:
    termijnen = list(dossier.termijnen.all())
    beeld = Dossierbeeld(dossier, dossierfeiten_van(dossier), termijnen, cast.consulent, OP)
    return [stap.titel for stap in wat_nu(beeld)]


def test_the_teamleider_adds_an_aanbieder_with_a_contract_and_hears_of_an_overlap(cast, inloggen):
    client: Client = inloggen(cast.teamleider)
    velden = {"naam": "NL Training", "soort": "cursusinstelling", "aanbod": ["b1", "z"], "actief": "on"}

    antwoord = client.post(adres("aanbieder_nieuw"), velden, follow=True)
    wie = Aanbieder.objects.get()
    assert "NL Training" in antwoord.content.decode()
    contract = {
        "soort": "b1",
        "nummer": "2026-B1",
        "van": "01-01-2026",
        "tot": "31-12-2027",
        "plaatsen": "20",
        "prijs": "4.250",
    }
    client.post(adres("contract_nieuw", pk=wie.pk), contract)
    tweede = client.post(adres("contract_nieuw", pk=wie.pk), contract | {"van": "01-06-2027", "tot": "01-06-2028"})

    assert Contract.objects.get().prijs == 425_000
    assert tweede.status_code == 422
    assert "in deze periode al een contract" in tweede.content.decode()


@pytest.mark.parametrize(
    ("veld", "waarde", "zin"),
    [
        ("naam", "Bakkerij 999769248", "een BSN kan zijn"),
        ("telefoon", "abc", "geen telefoonnummer"),
        ("keurmerk_tot", "01-01-2199", "meer dan 10 jaar vooruit"),
    ],
)
def test_an_aanbieder_is_refused_at_the_field(cast, inloggen, veld, waarde, zin):
    velden = {"naam": "Taalhuis", "soort": "cursusinstelling", "aanbod": ["b1"], "telefoon": "+31 (0)20-123 45 67"}

    antwoord = inloggen(cast.teamleider).post(adres("aanbieder_nieuw"), velden | {veld: waarde})

    assert (antwoord.status_code, zin in antwoord.content.decode()) == (422, True)
    assert not Aanbieder.objects.exists()


def test_who_may_look_at_the_catalogue_may_not_always_change_it(cast, inloggen):
    wie = maak_aanbieder(cast)
    maak_contract(wie)
    client = inloggen(cast.consulent)

    pagina = client.get(adres("aanbieders")).content.decode()

    assert "0 van 1" in pagina
    assert "Aanbieder toevoegen" not in pagina
    assert client.get(adres("aanbieder_wijzigen", pk=wie.pk)).status_code == 403
    assert inloggen(cast.beheerder).get(adres("aanbieder_wijzigen", pk=wie.pk)).status_code == 200
    assert inloggen(cast.beheerder).get(adres("plaatsingen")).status_code == 403
    assert inloggen(cast.buitenstaander).get(adres("aanbieder", pk=wie.pk)).status_code == 404


def test_from_the_pip_to_a_place_in_three_forms(cast, inloggen):
    contract, dossier, client = maak_contract(maak_aanbieder(cast)), met_pip(cast), inloggen(cast.consulent)
    assert "Inburgeringsaanbod doen" in stappen(dossier, cast)

    client.post(adres("voorstellen", dossier, soort="b1"), {"contract": contract.pk, "uren_per_week": "12"})
    rij = Plaatsing.objects.get()
    assert "Voorstel afmaken: B1-route" in stappen(dossier, cast)
    dagen = {"start": "02-11-2026", "einde": "01-11-2027", "uren_per_week": "12", "aangeboden_op": "20-11-2026"}
    na = client.post(adres("plaatsen", dossier, pk=rij.pk), dagen, follow=True).content.decode()

    assert "Geplaatst bij NL Training" in na
    assert "Inburgeringsaanbod doen" not in stappen(dossier, cast)
    assert "Is het begonnen? B1-route" in stappen(dossier, cast)
    client.post(adres("begonnen", dossier, pk=rij.pk), {"datum": "02-11-2026"})
    stop = client.post(adres("stoppen", dossier, pk=rij.pk), {"datum": "20-11-2026", "reden": "verzoek"}, follow=True)
    assert "op eigen verzoek" in stop.content.decode()


def test_a_full_contract_leads_to_the_waiting_list_and_to_a_step_after_six_weeks(cast, inloggen):
    contract, client = maak_contract(maak_aanbieder(cast)), inloggen(cast.consulent)
    plaats_nu(cast, voorstel(cast, met_pip(cast), contract))
    dossier = met_pip(cast)
    rij = voorstel(cast, dossier, contract)
    dagen = {"start": "11-01-2027", "einde": "11-01-2028", "uren_per_week": "12", "aangeboden_op": "20-11-2026"}

    vol = client.post(adres("plaatsen", dossier, pk=rij.pk), dagen)
    assert (vol.status_code, "Het contract is vol" in vol.content.decode()) == (422, True)
    client.post(adres("wachtlijst", dossier, pk=rij.pk))

    Plaatsing.objects.filter(pk=rij.pk).update(wacht_sinds=now().replace(2026, 10, 1))
    assert "Wacht te lang: B1-route" in stappen(dossier, cast)
    lijst = client.get(adres("plaatsingen"), {"lijst": "wachtlijst"}).content.decode()
    assert "te lang" in lijst
    assert dossier.inburgeraar.achternaam in lijst


def test_a_gezinsmigrant_gets_an_advice_and_pays_himself_with_the_loan_of_duo(cast, inloggen):
    dossier, client = met_pip(cast, doelgroep="GEZINSMIGRANT"), inloggen(cast.consulent)
    assert "Advies geven over een cursus" in stappen(dossier, cast)

    client.post(adres("zelf", dossier, soort="b1"), {"advies": "Een avondcursus met keurmerk.", "lening": ""})
    rij = Plaatsing.objects.get()
    keuze = {"advies": rij.advies, "instelling": "Taalhuis", "start": "11-01-2027", "lening": "toegekend"}
    pagina = client.post(adres("wijzigen", dossier, pk=rij.pk), keuze, follow=True).content.decode()

    assert "Eigen keuze bij Taalhuis" in pagina
    assert "toegekend door DUO" in pagina
    assert "Advies geven over een cursus" not in stappen(dossier, cast)
    assert not dossier.gebeurtenissen.feiten().filter(soort="AANBOD_GEDAAN").exists()


def test_the_list_knows_what_ends_soon_and_nobody_that_is_protected(cast, inloggen):
    contract = maak_contract(maak_aanbieder(cast), plaatsen=2)
    open_, dicht = met_pip(cast), met_pip(cast)
    for dossier in (open_, dicht):
        plaats_nu(
            cast, voorstel(cast, dossier, contract), start=OP - timedelta(days=300), einde=OP + timedelta(days=20)
        )
    client = inloggen(cast.teamleider)
    vraag = {"lijst": "eindigt", "aanbieder": str(contract.aanbieder_id)}
    assert dicht.nummer in client.get(adres("plaatsingen"), vraag).content.decode()

    bescherm(dossier=dicht, mensen=[], reden="dreiging", door=cast.collega, op=OP)
    lijst = client.get(adres("plaatsingen"), vraag).content.decode()

    assert (open_.nummer in lijst, dicht.nummer in lijst) == (True, False)
    bevestig_begin(plaatsing=open_.plaatsingen.get(), datum=OP - timedelta(days=300), door=cast.consulent, op=OP)
    assert "Plaats loopt af: B1-route" in stappen(open_, cast)


def test_the_waiting_list_is_in_the_order_of_asking(cast, inloggen):
    contract = maak_contract(maak_aanbieder(cast))
    rijen = [
        zet_op_wachtlijst(plaatsing=voorstel(cast, met_pip(cast), contract), door=cast.consulent, op=OP)
        for _ in range(3)
    ]

    lijst = inloggen(cast.raadpleger).get(adres("plaatsingen"), {"lijst": "wachtlijst"}).content.decode()

    plekken = [lijst.index(rij.dossier.nummer) for rij in rijen]
    assert plekken == sorted(plekken)
