"""Weighing, proposing, deciding, paying: the amounts, the four eyes, the policy, and two people at once."""

import threading
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from cases.enums import Rol
from cases.models import Beschikking, Medewerker
from cases.services.niet_verzenden import verzend_niet
from inburgering.recht.boete import Verwijtbaarheid
from inburgering.recht.feiten import FeitSoort
from pip_plans.handhaving.enums import Duoartikel, Gedraging, Trede
from pip_plans.handhaving.models import Handhavingszaak
from pip_plans.handhaving.services import besluiten
from pip_plans.handhaving.services.basis import HandhavingFout
from pip_plans.handhaving.services.betaling import leg_betaling_vast, leg_duoboete_vast, spreek_regeling_af
from pip_plans.handhaving.services.eerdere import eerdere_boetes
from tests.fabriek import aangesteld, leg_vast

from .hulp import (
    BESLIST,
    VOORGESTELD,
    aangezegd,
    bekend,
    besloten,
    geconstateerd,
    gehoord,
    gewaarschuwd,
    gezinsmigrant,
    sta_boete_toe,
    statushouder,
    tot_voorstel,
    voorgesteld,
)


@pytest.fixture
def dossier(cast):
    return gezinsmigrant(cast)


def test_a_first_fine_of_art_23_is_25_euro_and_the_letter_says_why(cast, dossier):
    besluit = besloten(cast, tot_voorstel(cast, dossier))
    zaak = Handhavingszaak.objects.get()
    assert (zaak.trede, zaak.bedrag, besluit.nummer) == (Trede.BESLUIT, 25_00, "BOE-2026-0001")
    assert besluit.inhoud["bedrag"] == 25_00
    assert [regel["naam"] for regel in besluit.inhoud["regels"]] == [
        "Afspraken uit het PIP", "Verwijtbaarheid", "Hoogste totaal",
    ]  # fmt: skip
    assert besluit.inhoud["zienswijze"] == ["U was moe."]
    assert dossier.termijnen.exclude(status="vervangen").get(soort="BOETE_BESLIS").gehaald_op == BESLIST


def test_a_fine_of_art_22_is_250_euro_with_a_new_term_of_two_months_at_most(cast, dossier):
    klaar = gehoord(cast, aangezegd(cast, gewaarschuwd(cast, geconstateerd(cast, dossier, Gedraging.INTAKE))))
    for tot in (None, VOORGESTELD, date(2026, 12, 15)):
        with pytest.raises(HandhavingFout, match="uiterlijk 14 december 2026"):
            voorgesteld(cast, klaar, termijn_tot=tot)
    zaak = voorgesteld(cast, klaar, termijn_tot=date(2026, 12, 14), verwijtbaarheid=Verwijtbaarheid.VERMINDERD)
    assert zaak.bedrag == 250_00
    assert besloten(cast, zaak).inhoud["nieuwe_termijn_tot"] == "2026-12-14"


def test_a_second_fine_doubles_when_the_first_was_final_on_the_day_of_the_constatering(cast, dossier):
    eerste = bekend(cast, besloten(cast, tot_voorstel(cast, dossier)))
    for gezien, basis in ((date(2026, 12, 8), 50_00), (date(2026, 12, 9), 100_00)):  # 1 December and a week for post
        zaak = geconstateerd(cast, dossier, gedrag_op=gezien, op=gezien)
        assert [boete.nummer for boete in eerdere_boetes(zaak=zaak)] == [eerste.nummer]
        gehoord_op, later = gezien + timedelta(days=10), gezien + timedelta(days=21)
        zaak = voorgesteld(cast, gehoord(cast, aangezegd(cast, zaak, gezien), gehoord_op), later)
        assert zaak.berekening[0]["bedrag"] == basis


def test_wi_27_blocks_a_fine_for_what_the_bijstand_was_lowered_for(cast, dossier):
    zaak = gehoord(cast, aangezegd(cast, geconstateerd(cast, dossier)))
    with pytest.raises(HandhavingFout, match=r"art\. 27 Wet inburgering 2021") as fout:
        voorgesteld(cast, zaak, bijstand_verlaagd=True)
    assert fout.value.veld == "bijstand_verlaagd"


def test_awb_5_41_has_no_fine_without_blame_and_a_weighing_needs_words(cast, dossier):
    zaak = gehoord(cast, aangezegd(cast, geconstateerd(cast, dossier)))
    with pytest.raises(HandhavingFout, match="Zonder verwijt geen boete"):
        voorgesteld(cast, zaak, verwijtbaarheid=Verwijtbaarheid.GEEN)
    with pytest.raises(HandhavingFout, match="waarom u het verwijt zo weegt"):
        voorgesteld(cast, zaak, waarom="  ")


def test_keren_asks_an_individual_weighing_and_by_default_the_gemeente_does_not_fine(cast):
    dossier = statushouder(cast)
    zaak = geconstateerd(cast, dossier)
    with pytest.raises(HandhavingFout, match=r"aan mensen met asiel geen boete op van art. 23 .*Keren"):
        aangezegd(cast, zaak)
    sta_boete_toe(cast, "23")
    zaak = gehoord(cast, aangezegd(cast, zaak))
    with pytest.raises(HandhavingFout, match="Keren") as fout:
        voorgesteld(cast, zaak)
    assert fout.value.veld == "individueel"
    zaak = voorgesteld(cast, zaak, individueel="U weigert elke les, ook op een andere tijd.")
    assert besloten(cast, zaak).inhoud["individueel"] == ["U weigert elke les, ook op een andere tijd."]


def test_an_unknown_group_is_treated_as_asylum_and_death_ends_the_power(cast, dossier):
    zaak = gehoord(cast, aangezegd(cast, geconstateerd(cast, dossier)))
    leg_vast(dossier, FeitSoort.OVERLIJDEN, date(2026, 10, 8))
    with pytest.raises(HandhavingFout, match=r"art\. 5:42 Awb"):
        voorgesteld(cast, zaak)


def test_who_found_or_proposed_never_decides_not_even_with_both_roles(cast, dossier):
    beide = aangesteld(cast.gemeente, Rol.CONSULENT, Rol.TEAMLEIDER)
    zaak = tot_voorstel(cast, dossier, door=beide)
    wie = {"zaak": zaak, "revisie": zaak.revisie, "op": BESLIST}
    with pytest.raises(HandhavingFout, match="zelf voorbereid"):
        besluiten.beslis(door=beide, **wie)
    with pytest.raises(HandhavingFout, match="niet met uw rol"):
        besluiten.beslis(door=cast.collega, **wie)
    besluit = besloten(cast, zaak)
    anders = tot_voorstel(cast, gezinsmigrant(cast))
    with pytest.raises(DatabaseError, match="handhaving_vier_ogen"), transaction.atomic():
        Handhavingszaak.objects.filter(pk=anders.pk).update(beschikking=besluit, trede=Trede.BESLUIT)


def test_a_proposal_that_was_given_back_returns_with_another_revision(cast, dossier):
    zaak = tot_voorstel(cast, dossier)
    terug = besluiten.geef_terug(zaak=zaak, opmerkingen="Vraag het de school.", door=cast.teamleider, op=BESLIST)
    assert (terug.trede, terug.opmerkingen) == (Trede.ZIENSWIJZE, "Vraag het de school.")
    nieuw = voorgesteld(cast, terug, verwijtbaarheid=Verwijtbaarheid.VERMINDERD)
    assert (nieuw.bedrag, nieuw.opmerkingen) == (12_50, "")
    with pytest.raises(HandhavingFout, match="gewijzigd sinds u het opende"):
        besluiten.beslis(zaak=nieuw, revisie=zaak.revisie, door=cast.teamleider, op=BESLIST)


def test_a_lower_ceiling_holds_in_the_new_term_that_duo_gave(cast, dossier):
    duo = {"dossier": dossier, "door": cast.consulent, "op": date(2026, 9, 1), "datum": date(2026, 8, 3)}
    leg_duoboete_vast(artikel=Duoartikel.ARTIKEL_25, centen=500_00, maanden=6, vanaf=date(2026, 8, 4), **duo)
    with pytest.raises(HandhavingFout, match="hoogstens"):
        leg_duoboete_vast(artikel=Duoartikel.ARTIKEL_24, centen=340_01, maanden=None, vanaf=None, **duo)
    with pytest.raises(HandhavingFout, match="of geen van beide"):
        leg_duoboete_vast(artikel=Duoartikel.ARTIKEL_24, centen=340_00, maanden=6, vanaf=None, **duo)
    eerste = tot_voorstel(cast, dossier, Gedraging.INTAKE)
    bekend(cast, besloten(cast, eerste))
    tweede = tot_voorstel(cast, dossier, Gedraging.TOETS)
    assert tweede.bedrag == 150_00
    assert "6 maanden van DUO" in tweede.berekening[-1]["uitleg"]


def test_the_amount_is_reckoned_again_when_another_fine_came_in_between(cast, dossier):
    duo = {"dossier": dossier, "door": cast.consulent, "op": date(2026, 9, 1), "datum": date(2026, 8, 3)}
    leg_duoboete_vast(artikel=Duoartikel.ARTIKEL_25, centen=500_00, maanden=6, vanaf=date(2026, 8, 4), **duo)
    een, twee = tot_voorstel(cast, dossier, Gedraging.INTAKE), tot_voorstel(cast, dossier, Gedraging.TOETS)
    bekend(cast, besloten(cast, een))
    with pytest.raises(HandhavingFout, match="Het bedrag is intussen anders"):
        besloten(cast, twee)


def test_the_payment_ends_the_case_and_a_plan_moves_the_last_day(cast, dossier):
    zaak = tot_voorstel(cast, dossier)
    besluit = besloten(cast, zaak)
    wie = {"zaak": zaak, "door": cast.consulent}
    with pytest.raises(HandhavingFout, match="eerst bekend"):
        leg_betaling_vast(datum=BESLIST, centen=25_00, op=BESLIST, **wie)
    bekend(cast, besluit)
    assert dossier.termijnen.get(soort="BETALING_BOETE").laatste_dag == date(2026, 12, 1)
    spreek_regeling_af(tot=date(2027, 3, 1), op=BESLIST, **wie)
    assert dossier.termijnen.get(soort="BETALING_BOETE", status="open").laatste_dag == date(2027, 3, 1)
    klaar = leg_betaling_vast(datum=date(2027, 2, 1), centen=25_00, op=date(2027, 2, 1), **wie)
    assert (klaar.stand, klaar.loopt) == ("betaald", False)
    assert dossier.termijnen.get(soort="BETALING_BOETE", status="gehaald").gehaald_op == date(2027, 2, 1)


def test_a_fine_that_is_not_sent_never_was(cast, dossier):
    zaak = tot_voorstel(cast, dossier)
    besluit = besloten(cast, zaak)
    collega = aangesteld(cast.gemeente, Rol.TEAMLEIDER)
    verzend_niet(besluit=besluit, reden="De school had zich vergist.", door=collega, op=BESLIST)
    zaak.refresh_from_db()
    assert (zaak.einde, zaak.loopt) == ("niet_verzonden", False)
    assert not dossier.gebeurtenissen.feiten().geldend().filter(soort=FeitSoort.BOETE_OPGELEGD).exists()
    assert dossier.termijnen.exclude(status="vervangen").get(soort="BOETE_BESLIS").status == "vervallen"


@pytest.mark.django_db(transaction=True)
def test_two_people_who_decide_at_once_make_one_decision(cast):
    zaak = tot_voorstel(cast, gezinsmigrant(cast))
    tweede = aangesteld(cast.gemeente, Rol.TEAMLEIDER)
    start, nummers = threading.Barrier(2), []

    def doe(door: Medewerker) -> None:
        try:
            start.wait(10)
            besluit = besluiten.beslis(zaak=zaak, revisie=zaak.revisie, door=door, op=BESLIST)
            nummers.append(besluit.nummer)
        finally:
            connection.close()

    draden = [threading.Thread(target=doe, args=(door,)) for door in (cast.teamleider, tweede)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(30)
    assert nummers == ["BOE-2026-0001"] * 2
    assert Beschikking.objects.filter(soort="boete").count() == 1
