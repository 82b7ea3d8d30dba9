"""Whose payments are stopped holds the unit he belongs to in the month, and no unit that he left before."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from ontzorgen.models import Betaalstop, Eenheidlid, Vrijgave
from ontzorgen.services.betaalstops import al_op_lijst, stop_betalingen
from ontzorgen.services.inhoudingen import maak_lijst
from ontzorgen.services.maandrun import leg_vast
from ontzorgen.services.nog_te_betalen import beschrijf, nog_te_betalen
from tests.fabriek import asielstatushouder

from .bouw_betaling import MOMENT, NOV, OKT, OP, betaalt_zelf, crediteur, geef, huurder, run, ter_vrijgave

VRIJ = ["aantal", "cents", "stand", "vrijgegeven_op", "versie"]
LAATSTE_DAG = {"oud": date(2026, 10, 31), "lid": date(2026, 11, 1)}


@pytest.fixture
def eenheid(cast):
    betaalt_zelf(cast)
    return huurder(cast, crediteur(cast))[1]


@pytest.fixture
def partner(cast):
    return asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))


@pytest.fixture
def maak_lid(eenheid, partner):
    """The partner belonged to the unit up to and including the last day of October, or one day of November more."""
    eenheid.leefsituaties.update(leefvorm="GEHUWDEN", partner_zonder_recht=True)
    return lambda wie: Eenheidlid.objects.create(
        eenheid=eenheid, dossier=partner, vanaf=date(2026, 9, 9), tot=LAATSTE_DAG[wie]
    )


def stop(cast, dossier):
    return stop_betalingen(dossier=dossier, reden="vertrokken", door=cast.sociale_zaken, op=OP)[1]


def test_a_stop_counts_in_every_month_in_which_he_belonged_to_the_unit(cast, maak_lid, partner):
    lid = maak_lid("oud")
    stop(cast, partner)

    assert [list(Eenheidlid.objects.gestopt(maand)) for maand in (OKT, NOV)] == [[lid], []]


@pytest.mark.parametrize(("wie", "betaald"), [("oud", 1), ("lid", 0)])
def test_a_run_takes_in_what_is_due_of_the_others(cast, maak_lid, partner, wie, betaald):
    maak_lid(wie)
    leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    stop(cast, partner)

    (open_rij,) = beschrijf(nog_te_betalen(cast.gemeente, NOV), gemeente=cast.gemeente, op=OP)
    assert open_rij.waarom_niet == ("" if betaald else "De betalingen zijn gestopt.")
    assert run(cast).pogingen.count() == betaald


@pytest.mark.parametrize(("wie", "eruit"), [("oud", 0), ("lid", 1)])
def test_nothing_leaves_a_run_for_who_left_before_the_month(cast, maak_lid, partner, wie, eruit):
    maak_lid(wie)
    batch = ter_vrijgave(cast)

    assert stop(cast, partner) == eruit
    if not eruit:
        assert geef(cast, batch).is_vrij


@pytest.mark.parametrize("wie", ["oud", "lid"])
def test_the_database_refuses_the_release_for_a_member_of_the_month_alone(cast, maak_lid, partner, wie):
    maak_lid(wie)
    batch = ter_vrijgave(cast)
    batch.aantal, batch.cents = batch.pogingen.totaal()
    Betaalstop.objects.create(dossier=partner, reden="vertrokken", gezet_door=cast.sociale_zaken)
    Vrijgave.objects.create(batch=batch, door=cast.teamleider, op=MOMENT, aantal=batch.aantal, cents=batch.cents)
    batch.stand, batch.vrijgegeven_op, batch.versie = "vrijgegeven", MOMENT, "pain.001"
    if wie == "lid":
        with pytest.raises(IntegrityError, match="betaalbatch_gestopt"), transaction.atomic():
            batch.save(update_fields=VRIJ)
    else:
        batch.save(update_fields=VRIJ)
        assert batch.is_vrij


@pytest.mark.parametrize(("wie", "lijsten"), [("oud", 0), ("lid", 1)])
def test_the_list_of_withholdings_follows_the_members_of_its_month(cast, maak_lid, partner, wie, lijsten):
    maak_lid(wie)
    maak_lijst(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)

    assert len(al_op_lijst(dossier=partner, op=OP)) == lijsten


def test_a_stop_on_who_left_keeps_nothing_off_the_list(cast, maak_lid, partner):
    maak_lid("oud")
    leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    stop(cast, partner)

    assert maak_lijst(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP).aantal == 1
