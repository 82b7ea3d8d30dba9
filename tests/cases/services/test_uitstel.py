"""Putting a term off: until which day, who hears of it, and how it comes back."""

import threading
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from cases.enums import Dossierstatus
from cases.models import Gebeurtenis, Signaal, Termijn, Uitstel
from cases.services import signalen
from cases.services.gebeurtenissen import corrigeer_feit
from cases.services.uitstel import UitstelFout, haal_terug, stel_uit
from tests.cases.taken.conftest import BRP, KENNISGEVING, LAATSTE_DAG, moment
from tests.fabriek import asielstatushouder

OP = LAATSTE_DAG - timedelta(days=30)


@pytest.fixture
def termijn(cast) -> Termijn:
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=BRP, kennisgeving=KENNISGEVING)
    return dossier.termijnen.open().get(soort="PIP")


def leg_weg(termijn: Termijn, tot: date, cast, op: date = OP, reden: str = "Wacht op de tolk.") -> Uitstel:
    return stel_uit(termijn=termijn, tot=tot, reden=reden, door=cast.consulent, op=op, moment=moment(op))


def drempels(termijn: Termijn) -> set[tuple[int, str]]:
    return set(Signaal.objects.filter(termijn=termijn).values_list("drempel", "aan"))


def test_it_is_gone_until_the_day_and_back_on_it(cast, termijn):
    leg_weg(termijn, LAATSTE_DAG - timedelta(days=20), cast)

    assert not Termijn.objects.niet_uitgesteld(LAATSTE_DAG - timedelta(days=21)).filter(pk=termijn.pk).exists()
    assert Termijn.objects.niet_uitgesteld(LAATSTE_DAG - timedelta(days=20)).filter(pk=termijn.pk).exists()
    stap = Gebeurtenis.objects.get(soort="TERMIJN_UITGESTELD")
    assert (stap.door, stap.toelichting) == (cast.consulent, "Wacht op de tolk.")
    assert stap.gegevens["dag"] == f"{LAATSTE_DAG - timedelta(days=20):%d-%m-%Y}"


@pytest.mark.parametrize(
    ("tot", "op", "zin"),
    [
        (LAATSTE_DAG + timedelta(days=1), OP, "Uitstellen kan tot en met 18-11-2026, de wettelijke laatste dag."),
        (date(2199, 1, 1), OP, "Uitstellen kan tot en met 18-11-2026, de wettelijke laatste dag."),
        (OP, OP, "Kies een dag na vandaag."),
        (date(1900, 1, 1), OP, "Kies een dag na vandaag."),
        (LAATSTE_DAG, LAATSTE_DAG, "De wettelijke laatste dag is vandaag of al voorbij. Uitstellen kan niet meer."),
    ],
)
def test_never_past_the_legal_day_and_never_when_it_is_late(cast, termijn, tot, op, zin):
    with pytest.raises(UitstelFout, match=zin):
        leg_weg(termijn, tot, cast, op)

    assert not Uitstel.objects.exists()
    assert leg_weg(termijn, LAATSTE_DAG, cast).tot == LAATSTE_DAG


def test_not_without_a_reason_and_not_what_is_done(cast, termijn):
    with pytest.raises(UitstelFout, match="Noem de reden"):
        leg_weg(termijn, LAATSTE_DAG, cast, reden="  ")
    type(termijn.dossier).objects.update(status=Dossierstatus.AFGESLOTEN)
    with pytest.raises(UitstelFout, match="staat niet meer open"):
        leg_weg(termijn, LAATSTE_DAG, cast)


def test_the_database_itself_keeps_the_legal_day(cast, termijn):
    rij = leg_weg(termijn, LAATSTE_DAG, cast)

    with pytest.raises(IntegrityError, match="uitstel_niet_na_laatste_dag"), transaction.atomic():
        Uitstel.objects.filter(pk=rij.pk).update(tot=LAATSTE_DAG + timedelta(days=1))
    with pytest.raises(ValidationError, match="al uitgesteld"):
        Uitstel(termijn=termijn, tot=OP, laatste_dag=LAATSTE_DAG, reden="x", door=cast.collega).validate_constraints()


def test_a_double_click_is_one_step_and_another_day_replaces_the_first(cast, termijn):
    eerste = leg_weg(termijn, LAATSTE_DAG - timedelta(days=9), cast)
    assert leg_weg(termijn, LAATSTE_DAG - timedelta(days=9), cast) == eerste
    leg_weg(termijn, LAATSTE_DAG - timedelta(days=2), cast)

    assert [rij.tot for rij in Uitstel.objects.lopend(OP)] == [LAATSTE_DAG - timedelta(days=2)]
    assert Gebeurtenis.objects.filter(soort="TERMIJN_UITGESTELD").count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_leave_one(cast, termijn):
    def leg(dagen):
        try:
            leg_weg(termijn, LAATSTE_DAG - timedelta(days=dagen), cast)
        finally:
            connection.close()

    draden = [threading.Thread(target=leg, args=(dagen,)) for dagen in (3, 5)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert Uitstel.objects.lopend(OP).count() == 1
    assert Uitstel.objects.count() == 2


def test_somebody_takes_it_back_once(cast, termijn):
    rij = leg_weg(termijn, LAATSTE_DAG, cast)

    assert haal_terug(uitstel=rij, door=cast.teamleider, op=OP, moment=moment(OP))
    assert not haal_terug(uitstel=rij, door=cast.teamleider, op=OP, moment=moment(OP))
    assert Termijn.objects.niet_uitgesteld(OP).filter(pk=termijn.pk).exists()
    assert Gebeurtenis.objects.get(soort="TERMIJN_TERUG").door == cast.teamleider


def test_the_consulent_is_left_in_peace_until_then_and_the_teamleider_is_not(cast, termijn, diemen):
    """Thresholds: 28 and 14 days for the consulent, 7 for the teamleider."""
    tot = LAATSTE_DAG - timedelta(days=5)
    leg_weg(termijn, tot, cast)

    def maak(dag: date) -> int:
        return signalen.maak(gemeente=diemen, op=dag, moment=moment(dag))

    assert maak(LAATSTE_DAG - timedelta(days=6)) == 1
    assert drempels(termijn) == {(7, "teamleider")}
    assert maak(tot) == 3
    assert drempels(termijn) == {(7, "teamleider"), (28, "consulent"), (14, "consulent"), (5, "consulent")}
    assert maak(tot) == maak(tot + timedelta(days=1)) == 0


def test_back_on_the_last_day_still_warns_who_must_hear_that_it_is_late(cast, termijn, diemen):
    leg_weg(termijn, LAATSTE_DAG, cast)

    signalen.maak(gemeente=diemen, op=LAATSTE_DAG, moment=moment(LAATSTE_DAG))
    assert (0, "consulent") in drempels(termijn)
    signalen.maak(gemeente=diemen, op=LAATSTE_DAG + timedelta(days=1), moment=moment(LAATSTE_DAG))
    assert (-1, "teamleider") in drempels(termijn)


def test_a_term_with_another_last_day_is_not_put_off(cast, termijn):
    leg_weg(termijn, LAATSTE_DAG, cast)
    brp = termijn.dossier.gebeurtenissen.geldend().get(soort="BRP_INSCHRIJVING")
    corrigeer_feit(gebeurtenis=brp, datum=date(2026, 9, 2), toelichting="BRP nagekeken", door=None, op=OP)

    assert Termijn.objects.open().niet_uitgesteld(OP).filter(dossier=termijn.dossier, soort="PIP").exists()
    assert not Uitstel.objects.lopend(OP).zichtbaar_voor(cast.consulent, cast.gemeente, OP).exists()
