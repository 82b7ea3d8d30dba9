"""A letter that nobody sent warns and hears nobody: the ladder waits for the sending, and for the answer."""

from datetime import date, timedelta

import pytest

from inburgering.recht.feiten import FeitSoort
from pip_plans.handhaving.enums import Duoartikel, Gedraging, Zienswijzesoort
from pip_plans.handhaving.services import brieven as diensten
from pip_plans.handhaving.services.basis import HandhavingFout
from pip_plans.handhaving.services.betaling import leg_duoboete_vast, neem_duoboete_terug, spreek_regeling_af
from pip_plans.handhaving.services.verzonden import reageren_tot
from tests.fabriek import leg_vast, maak_dossier

from .hulp import (
    AANGEZEGD,
    BESLIST,
    GEHOORD,
    GEWAARSCHUWD,
    PIP_VAN,
    TOT,
    VOORGESTELD,
    ZIENSWIJZE_TOT,
    aangezegd,
    bekend,
    besloten,
    geconstateerd,
    gehoord,
    gezinsmigrant,
    tot_voorstel,
    verzonden,
    voorgesteld,
)


@pytest.fixture
def dossier(cast):
    return gezinsmigrant(cast)


def test_no_voornemen_before_the_warning_was_sent_and_in_time(cast, dossier):
    zaak = diensten.waarschuw(zaak=geconstateerd(cast, dossier), tot=TOT, door=cast.consulent, op=GEWAARSCHUWD)
    with pytest.raises(HandhavingFout, match="wanneer de waarschuwing is verzonden"):
        aangezegd(cast, zaak)
    verzonden(cast, zaak.waarschuwing, TOT)
    with pytest.raises(HandhavingFout, match="Dat is geen waarschuwing"):
        aangezegd(cast, zaak)


def test_nobody_is_heard_on_a_voornemen_that_lies_here(cast, dossier):
    zaak = diensten.zeg_boete_aan(
        zaak=geconstateerd(cast, dossier), na_waarschuwing="", door=cast.consulent, op=AANGEZEGD
    )
    with pytest.raises(HandhavingFout, match="wanneer het voornemen is verzonden"):
        gehoord(cast, zaak)
    with pytest.raises(HandhavingFout, match="wanneer het voornemen is verzonden"):
        diensten.leg_zienswijze_vast(
            zaak=zaak, soort=Zienswijzesoort.GEEN, datum=VOORGESTELD, tekst="", door=cast.consulent, op=VOORGESTELD
        )


def test_who_gets_the_voornemen_later_keeps_as_many_days(cast, dossier):
    zaak = diensten.zeg_boete_aan(
        zaak=geconstateerd(cast, dossier), na_waarschuwing="", door=cast.consulent, op=AANGEZEGD
    )
    assert reageren_tot(zaak) is None
    verzonden(cast, zaak.voornemen, AANGEZEGD + timedelta(days=4))
    assert reageren_tot(zaak) == ZIENSWIJZE_TOT + timedelta(days=4)


def test_a_fine_is_weighed_and_decided_after_the_last_day_to_answer(cast, dossier):
    zaak = gehoord(cast, aangezegd(cast, geconstateerd(cast, dossier)), GEHOORD)
    with pytest.raises(HandhavingFout, match="kan nog reageren tot en met 12 oktober 2026"):
        voorgesteld(cast, zaak, ZIENSWIJZE_TOT)
    zaak = voorgesteld(cast, zaak, ZIENSWIJZE_TOT + timedelta(days=1))
    with pytest.raises(HandhavingFout, match="kan nog reageren"):
        besloten(cast, zaak, ZIENSWIJZE_TOT)
    assert besloten(cast, zaak, ZIENSWIJZE_TOT + timedelta(days=1)).nummer.startswith("BOE-")


@pytest.mark.parametrize("bekend", [None, date(2026, 9, 9)])
def test_art_23_wi_asks_for_a_pip_that_was_made_known_by_then(cast, bekend):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 1, 5), straat="Dorpsstraat", huisnummer="1")
    leg_vast(dossier, FeitSoort.PIP_VASTGESTELD, PIP_VAN, beschikking="PIP-1")
    if bekend:
        leg_vast(dossier, FeitSoort.BESCHIKKING_BEKENDGEMAAKT, bekend, beschikking="PIP-1")
    with pytest.raises(HandhavingFout, match="gold er nog geen PIP") as fout:
        geconstateerd(cast, dossier)
    assert fout.value.veld == "gedrag_op"
    assert geconstateerd(cast, dossier, Gedraging.INTAKE).nummer


def test_a_warning_leaves_time_and_a_closed_dossier_is_left_alone(cast, dossier):
    zaak = geconstateerd(cast, dossier)
    for dagen in (6, 57):
        with pytest.raises(HandhavingFout, match="minstens 7 dagen") as fout:
            diensten.waarschuw(
                zaak=zaak, tot=GEWAARSCHUWD + timedelta(days=dagen), door=cast.consulent, op=GEWAARSCHUWD
            )
        assert fout.value.veld == "tot"
    type(dossier).objects.filter(pk=dossier.pk).update(status="afgesloten")
    dossier.refresh_from_db()
    with pytest.raises(HandhavingFout, match="afgesloten"):
        geconstateerd(cast, dossier, gedrag_op=date(2026, 9, 9))


def test_a_plan_to_pay_ends_within_two_years(cast, dossier):
    besluit = bekend(cast, besloten(cast, tot_voorstel(cast, dossier)))
    with pytest.raises(HandhavingFout, match="hoogstens twee jaar"):
        spreek_regeling_af(zaak=besluit.handhavingszaak, tot=date(2199, 1, 1), door=cast.consulent, op=BESLIST)


def test_a_fine_of_duo_stands_once_and_can_be_taken_back(cast, dossier):
    velden = {
        "dossier": dossier, "artikel": Duoartikel.ARTIKEL_24, "datum": date(2026, 8, 3), "centen": 340_00, "maanden": 6,
        "vanaf": date(2026, 8, 4), "door": cast.consulent, "op": date(2026, 9, 1),
    }  # fmt: skip
    leg_duoboete_vast(**velden)
    leg_duoboete_vast(**velden)
    with pytest.raises(HandhavingFout, match="staat er al, met iets anders"):
        leg_duoboete_vast(**velden | {"maanden": 12})
    feiten = dossier.gebeurtenissen.feiten().geldend().filter(soort="BOETE_DUO")
    for _ in range(2):
        neem_duoboete_terug(dossier=dossier, feit=feiten.get().pk, door=cast.consulent, op=date(2026, 9, 1))
        leg_duoboete_vast(**velden | {"maanden": 12})
    assert feiten.get().gegevens["maanden"] == 12


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"maanden": 24}, "6 of 12 maanden"),
        ({"vanaf": date(2199, 1, 1)}, "binnen een jaar"),
        ({"datum": PIP_VAN, "vanaf": PIP_VAN}, "nog geen inburgeringstermijn"),
    ],
)
def test_a_fine_of_duo_is_one_that_can_be(cast, dossier, anders, melding):
    velden = {"datum": date(2026, 8, 3), "maanden": 6, "vanaf": date(2026, 8, 4)} | anders
    with pytest.raises(HandhavingFout, match=melding):
        leg_duoboete_vast(
            dossier=dossier, artikel=Duoartikel.ARTIKEL_24, centen=340_00, door=cast.consulent, op=date(2026, 9, 1),
            **velden,
        )  # fmt: skip
