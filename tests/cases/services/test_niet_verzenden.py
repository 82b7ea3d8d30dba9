"""Keeping a decision back before it was sent: who may, what the database sees to, and two people at once."""

import math
import threading
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError

from cases.enums import Beschikkingsoort, Kanaal, Rol
from cases.models import Beschikking, Medewerker
from cases.onverzonden import onverzonden
from cases.services.beschikkingen import BeschikkingFout, maak_bekend
from cases.services.niet_verzenden import verzend_niet
from inburgering import wachtrij
from tests.cases.bezwaar.hulp import besluit
from tests.conftest import VANDAAG

REDEN = "De naam klopt niet."


def blijft_hier(beschikking: Beschikking, door: Medewerker, reden: str = REDEN) -> Beschikking:
    return verzend_niet(besluit=beschikking, reden=reden, door=door, op=VANDAAG)


@pytest.fixture
def te_verzenden(cast) -> Beschikking:
    return besluit(cast, bekend=None)


def test_every_kind_of_decision_says_what_it_leaves_behind_or_why_it_is_sent_in_any_case():
    altijd = {soort for soort in Beschikkingsoort if isinstance(onverzonden(soort), str)}

    assert altijd == {soort for soort in Beschikkingsoort if "ontzorgen" in soort} | {"bijzondere_bijstand"}


@pytest.mark.parametrize("rol", Rol)
def test_only_who_may_take_such_a_decision_and_did_not_take_this_one_keeps_it_back(cast, te_verzenden, rol):
    if rol == Rol.TEAMLEIDER:
        assert blijft_hier(te_verzenden, cast.teamleider).status == "niet_verzonden"
        return
    waarom = "zelf vastgesteld" if rol == Rol.TWEEDE_LEZER else "alleen wie zulke besluiten mag vaststellen"
    with pytest.raises(BeschikkingFout, match=waarom):
        blijft_hier(te_verzenden, cast.met_rol(rol))
    te_verzenden.refresh_from_db()
    assert te_verzenden.is_te_verzenden


def test_a_colleague_of_another_gemeente_keeps_nothing_back(cast, te_verzenden):
    with pytest.raises(BeschikkingFout, match="alleen wie zulke besluiten"):
        blijft_hier(te_verzenden, cast.buitenstaander)


def test_without_a_reason_nothing_happens(cast, te_verzenden):
    with pytest.raises(BeschikkingFout, match="Schrijf op waarom"):
        blijft_hier(te_verzenden, cast.teamleider, "  ")
    assert not te_verzenden.dossier.gebeurtenissen.filter(soort="BESCHIKKING_NIET_VERZONDEN").exists()


def test_what_was_made_known_or_kept_back_is_not_kept_back_again(cast, te_verzenden):
    with pytest.raises(BeschikkingFout, match="is bekendgemaakt"):
        blijft_hier(besluit(cast), cast.teamleider)
    blijft_hier(te_verzenden, cast.teamleider)
    with pytest.raises(BeschikkingFout, match=f"al beslist .* door {cast.teamleider}"):
        blijft_hier(te_verzenden, cast.teamleider)
    with pytest.raises(BeschikkingFout, match="is niet verzonden en kan niet bekend"):
        maak_bekend(beschikking=te_verzenden, datum=VANDAAG, kanaal=Kanaal.POST, door=None, op=VANDAAG)


def test_the_number_is_not_used_again_and_another_decision_can_follow(cast, te_verzenden):
    blijft_hier(te_verzenden, cast.teamleider)

    nieuw = besluit(cast, te_verzenden.dossier, bekend=None)
    assert (te_verzenden.nummer, nieuw.nummer) == ("PIP-2026-0001", "PIP-2026-0002")


def test_the_database_knows_only_a_second_person_with_a_reason_and_only_what_was_never_sent(cast, te_verzenden):
    rij = Beschikking.objects.filter(pk=te_verzenden.pk)
    goed = {"status": "niet_verzonden", "niet_verzonden_op": VANDAAG, "niet_verzonden_door": cast.teamleider}
    for fout, naam in (
        ({"niet_verzonden_reden": ""}, "met_reden"),
        ({"niet_verzonden_op": date(2026, 9, 1)}, "met_reden"),
        ({"niet_verzonden_door": None}, "met_reden"),
        ({"status": "vastgesteld"}, "met_reden"),
        ({"niet_verzonden_door": cast.tweede_lezer}, "vier_ogen"),
    ):
        with pytest.raises(IntegrityError, match=f"niet_verzonden_{naam}"), transaction.atomic():
            rij.update(**goed | {"niet_verzonden_reden": REDEN} | fout)
    with pytest.raises(IntegrityError, match="einde_met_opvolger"), transaction.atomic():
        Beschikking.objects.filter(pk=besluit(cast).pk).update(**goed, niet_verzonden_reden=REDEN)

    rij.update(**goed, niet_verzonden_reden=REDEN)
    for status in ("vastgesteld", "bekendgemaakt", "ingetrokken"):
        with pytest.raises(IntegrityError, match="einde_met_opvolger"), transaction.atomic():
            rij.update(status=status)
    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
        rij.update(niet_verzonden_reden="anders")


def test_a_decision_does_not_end_through_one_that_is_not_sent(cast):
    geldt = besluit(cast)
    weg = besluit(cast, geldt.dossier, bekend=None, vervangt=geldt)
    blijft_hier(weg, cast.teamleider)

    with pytest.raises(IntegrityError, match="einde_met_opvolger"), transaction.atomic():
        Beschikking.objects.filter(pk=geldt.pk).update(status="vervangen")
    geldt.refresh_from_db()
    assert (geldt.werkt, geldt.opvolger_onderweg) == (True, None)


@pytest.mark.django_db(transaction=True)
def test_of_two_people_at_once_one_sends_it_or_keeps_it_back(cast, monkeypatch):
    monkeypatch.setattr(wachtrij._Rust, "tot", math.inf)  # the letters wait: here it is about who takes the step
    te_verzenden = besluit(cast, bekend=None)
    start, uitkomsten = threading.Barrier(2), []

    def doe(naam: str) -> None:
        rij = Beschikking.objects.get(pk=te_verzenden.pk)
        try:
            start.wait(timeout=10)
            if naam == "weg":
                maak_bekend(beschikking=rij, datum=VANDAAG, kanaal=Kanaal.POST, door=cast.consulent, op=VANDAAG)
            else:
                blijft_hier(rij, cast.teamleider)
            uitkomsten.append(naam)
        except BeschikkingFout:
            uitkomsten.append("geweigerd")
        finally:
            connection.close()

    draden = [threading.Thread(target=doe, args=(naam,)) for naam in ("weg", "hier")]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=60)

    te_verzenden.refresh_from_db()
    assert sorted(uitkomsten) in (["geweigerd", "hier"], ["geweigerd", "weg"])
    assert te_verzenden.status == ("bekendgemaakt" if "weg" in uitkomsten else "niet_verzonden")
    assert te_verzenden.dossier.termijnen.filter(soort="BEZWAAR").exists() == ("weg" in uitkomsten)
