"""The nightly self-check: counts first, repairs a few, touches nothing when there are many."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cases.enums import Controlefase, Termijnstatus
from cases.models import Hartslag, Termijn, Zelfcontrole
from cases.services import zelfcontrole
from cases.tasks.zelfcontrole import begin
from cases.tasks.zelfcontrole import meld as meldtaak
from tests.fabriek import asielstatushouder

from .conftest import BRP, KENNISGEVING, LAATSTE_DAG, moment

OP = date(2026, 11, 20)
FOUTE_DAG = date(2026, 12, 24)


@pytest.fixture
def dossiers(cast):
    return [asielstatushouder(cast.gemeente, cast.consulent, brp=BRP, kennisgeving=KENNISGEVING) for _ in range(5)]


@pytest.fixture
def loop(time_machine, django_capture_on_commit_callbacks):
    """The whole self-check of one night, every piece of it."""

    def nacht(op: date = OP) -> Zelfcontrole:
        time_machine.move_to(moment(op, 2), tick=False)
        with django_capture_on_commit_callbacks(execute=True):
            begin()
        return Zelfcontrole.objects.first()

    return nacht


def bederf(dossiers):
    Termijn.objects.open().filter(soort="PIP", dossier__in=dossiers).update(ruwe_dag=FOUTE_DAG, laatste_dag=FOUTE_DAG)


def laatste_dagen(dossiers):
    return set(Termijn.objects.open().filter(soort="PIP", dossier__in=dossiers).values_list("laatste_dag", flat=True))


def test_without_differences_nothing_happens_and_nobody_is_mailed(dossiers, loop, mailoutbox):
    controle = loop()

    assert (controle.fase, controle.bekeken, controle.afwijkend) == (Controlefase.GOED, 5, [])
    assert mailoutbox == []
    hartslag = Hartslag.objects.get(taak="zelfcontrole")
    assert (hartslag.fout, hartslag.aantallen) == ("", {"dossiers": 5, "afwijkend": 0})
    assert hartslag.gelukt_op == moment(OP, 2)


def test_a_few_differences_are_repaired_written_in_the_history_and_reported(cast, dossiers, loop, mailoutbox):
    bederf(dossiers[:2])
    controle = loop()

    assert controle.fase == Controlefase.HERSTELD
    assert laatste_dagen(dossiers) == {LAATSTE_DAG}
    handeling = dossiers[0].gebeurtenissen.handelingen().get(soort=zelfcontrole.TERMIJNEN_HERSTELD)
    assert handeling.gegevens["wijzigingen"] == "PIP vaststellen: 24 december 2026 wordt 18 november 2026"
    (bericht,) = mailoutbox
    assert bericht.to == [cast.beheerder.email]
    assert f"{dossiers[0].nummer}: PIP vaststellen: 24 december 2026 wordt 18 november 2026" in bericht.body
    assert dossiers[2].nummer not in bericht.body
    assert "Dossiers met een afwijkende termijn, nu hersteld: 2." in Hartslag.objects.get(taak="zelfcontrole").fout


def test_above_the_set_number_nothing_is_repaired_and_it_alarms(cast, dossiers, loop, mailoutbox, settings):
    settings.ZELFCONTROLE_MEESTE_HERSTEL = 2
    bederf(dossiers[:3])
    controle = loop()

    assert controle.fase == Controlefase.ALARM
    assert laatste_dagen(dossiers[:3]) == {FOUTE_DAG}
    (bericht,) = mailoutbox
    assert bericht.to == [cast.beheerder.email]
    assert "NIETS veranderd" in bericht.body
    assert "Diemen: 3 dossiers" in bericht.body
    assert Hartslag.objects.get(taak="zelfcontrole").fout.startswith("Alarm. Dossiers met een afwijkende termijn: 3.")


def test_a_protected_dossier_is_repaired_but_not_named_in_the_mail(dossiers, loop, mailoutbox):
    dossiers[0].extra_beschermd = True
    dossiers[0].save()
    bederf(dossiers[:1])
    loop()

    assert dossiers[0].nummer not in mailoutbox[0].body
    assert "Daarbij 1 extra beschermd" in mailoutbox[0].body
    assert laatste_dagen(dossiers[:1]) == {LAATSTE_DAG}


def test_it_counts_in_pieces_and_goes_on_where_it_was_stopped(dossiers, monkeypatch):
    monkeypatch.setattr(zelfcontrole, "STUK", 2)
    bederf(dossiers[4:])
    controle = zelfcontrole.begin(op=OP, moment=moment(OP))
    stuk = {"controle_id": controle.pk, "op": OP, "moment": moment(OP)}

    assert zelfcontrole.doe_stuk(**stuk)
    assert zelfcontrole.begin(op=OP, moment=moment(OP)) == controle
    assert zelfcontrole.doe_stuk(**stuk)
    assert laatste_dagen(dossiers[4:]) == {FOUTE_DAG}
    assert not zelfcontrole.doe_stuk(**stuk)
    controle.refresh_from_db()
    assert (controle.fase, controle.bekeken, controle.afwijkend) == (Controlefase.HERSTELD, 5, [dossiers[4].pk])
    assert not zelfcontrole.doe_stuk(**stuk)


def test_the_outcome_is_mailed_once(dossiers, loop, mailoutbox):
    bederf(dossiers[:1])
    controle = loop()
    meldtaak(controle.pk)

    assert len(mailoutbox) == 1


def test_the_command_shows_and_changes_nothing_until_it_is_told_to(cast, dossiers, time_machine):
    time_machine.move_to(moment(OP), tick=False)
    bederf(dossiers[:1])
    uit = StringIO()
    with pytest.raises(CommandError) as fout:
        call_command("controleer_termijnen", stdout=uit)

    assert fout.value.returncode == 1
    assert f"diemen {dossiers[0].nummer}: PIP vaststellen: 24 december 2026 wordt 18 november 2026" in uit.getvalue()
    assert laatste_dagen(dossiers[:1]) == {FOUTE_DAG}

    call_command("controleer_termijnen", gemeente="Uithoorn", repareer=True, stdout=StringIO())
    assert laatste_dagen(dossiers[:1]) == {FOUTE_DAG}
    call_command("controleer_termijnen", gemeente="Diemen", repareer=True, stdout=StringIO())
    assert laatste_dagen(dossiers[:1]) == {LAATSTE_DAG}
    call_command("controleer_termijnen", stdout=StringIO())


def test_the_term_that_was_wrong_stays_as_a_replaced_one(dossiers, loop):
    bederf(dossiers[:1])
    loop()

    oud = dossiers[0].termijnen.get(laatste_dag=FOUTE_DAG)
    assert (oud.status, oud.vervangen_door.laatste_dag) == (Termijnstatus.VERVANGEN, LAATSTE_DAG)


def test_a_new_night_starts_a_new_check(dossiers, loop):
    eerste = loop()

    assert loop(OP + timedelta(days=1)) != eerste
