"""Voldaan, the certificate, closing and opening again."""

from datetime import date

import pytest
from django.urls import reverse

from cases.enums import Dossierstatus
from cases.models import Dossier
from cases.panelen import Dossierbeeld, wat_nu
from cases.services.afsluiten import SlotFout, heropen, sluit_af
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import FeitSoort
from pip_plans.afronding.services.einde import leg_voldaan_vast
from pip_plans.afronding.services.fout import AfrondingFout
from tests.fabriek import leg_vast
from tests.pip_plans.uitvoering.bouw import OP, maak_aanbieder, maak_contract, met_pip, plaats_nu, voorstel

DAG = date(2026, 11, 16)


@pytest.fixture(autouse=True)
def klok(time_machine):
    time_machine.move_to("2026-11-20 10:00+01:00", tick=False)


def voldaan(dossier, datum=DAG, toelichting="Examens gedaan voor de verhuizing.", op=OP):
    return leg_voldaan_vast(dossier=dossier, datum=datum, door=dossier.consulent, op=op, toelichting=toelichting)


def adres(dossier, naam):
    return reverse(f"afronding:{naam}", kwargs={"gemeente": "diemen", "nummer": dossier.nummer})


def test_voldaan_is_what_duo_said_and_meets_the_term(cast):
    dossier = met_pip(cast)
    eerste = voldaan(dossier)

    termijn = dossier.termijnen.get(soort="INBURGERINGSTERMIJN", status="gehaald")
    assert voldaan(dossier) == eerste
    assert termijn.gehaald_op == DAG
    assert not dossier.termijnen.open().filter(soort="LEERROUTE_WISSEL").exists()


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"datum": date(2026, 11, 21)}, "toekomst"),
        ({"datum": date(2026, 10, 30)}, "niet na het PIP"),
        ({"toelichting": " "}, "nog niet klaar: PVT"),
    ],
)
def test_voldaan_that_cannot_be_is_refused(cast, velden, reden):
    with pytest.raises(AfrondingFout, match=reden):
        voldaan(met_pip(cast), **velden)


def test_voldaan_after_another_end_is_refused(cast):
    dossier = met_pip(cast)
    leg_vast(dossier, FeitSoort.OVERLIJDEN, date(2026, 11, 2))

    with pytest.raises(AfrondingFout, match="overleden op 2 november"):
        voldaan(dossier)


def test_a_dossier_is_not_closed_without_an_end_or_with_work_that_waits(cast):
    dossier = met_pip(cast)
    plaats_nu(cast, voorstel(cast, dossier, maak_contract(maak_aanbieder(cast))))
    wie = {"dossier": dossier, "door": cast.consulent, "op": OP}

    with pytest.raises(SlotFout, match="einde is nog niet vastgelegd"):
        sluit_af(**wie)
    voldaan(dossier)
    with pytest.raises(SlotFout, match="nog een plaats open"):
        sluit_af(**wie)


def test_closing_twice_is_closing_once_and_opening_needs_a_reason(cast):
    dossier = met_pip(cast)
    voldaan(dossier)
    wie = {"dossier": dossier, "op": OP}
    for _ in range(2):
        sluit_af(door=cast.consulent, **wie)

    handelingen = dossier.gebeurtenissen.filter(soort="DOSSIER_AFGESLOTEN")
    assert [rij.gegevens["bewaren"] for rij in handelingen] == ["16-11-2031"]
    with pytest.raises(SlotFout, match="waarom"):
        heropen(reden=" ", door=cast.teamleider, **wie)
    heropen(reden="DUO trok het besluit in.", door=cast.teamleider, **wie)
    assert Dossier.objects.get(pk=dossier.pk).status == Dossierstatus.LOPEND


def test_after_the_end_the_only_step_is_closing(cast):
    dossier = met_pip(cast)
    voldaan(dossier)
    beeld = Dossierbeeld(dossier, dossierfeiten_van(dossier), [], cast.consulent, OP)

    assert [stap.titel for stap in wat_nu(beeld)] == ["Dossier afsluiten"]


def test_the_screens_go_from_voldaan_to_closed_and_only_the_teamleider_opens_again(cast, inloggen):
    dossier = met_pip(cast)
    client = inloggen(cast.consulent)
    invoer = {"datum": "16-11-2026", "toelichting": "Examens elders gedaan."}

    client.post(adres(dossier, "voldaan"), invoer)
    pagina = client.get(adres(dossier, "afsluiten")).content.decode()
    client.post(adres(dossier, "afsluiten"), {"brief": "on"})

    dossier = Dossier.objects.get(pk=dossier.pk)
    assert "bewaard tot en met 16 november 2031" in pagina
    assert dossier.status == Dossierstatus.AFGESLOTEN
    assert dossier.documenten.get(soort="afsluiting").inhoud["einde"] == "voldaan"
    assert client.post(adres(dossier, "heropenen"), {"reden": "Vergissing."}).status_code == 403
    inloggen(cast.teamleider).post(adres(dossier, "heropenen"), {"reden": "DUO trok het in."})
    assert Dossier.objects.get(pk=dossier.pk).status == Dossierstatus.LOPEND
