"""Planning an afspraak, its interpreter, and how it went."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from cases import panelen
from cases.enums import Afspraakuitkomst
from cases.models import Gebeurtenis
from cases.services import afspraken, tolken
from cases.services.afspraken import AfspraakFout
from tests.fabriek import maak_dossier

OP = date(2026, 11, 20)


def om(dag: date, uur: int) -> datetime:
    return datetime(dag.year, dag.month, dag.day, uur, tzinfo=ZoneInfo("Europe/Amsterdam"))


def gegevens(cast, **anders):
    basis = {
        "soort": "intake",
        "begin": om(OP, 14),
        "duur_minuten": 60,
        "plaatssoort": "gemeentehuis",
        "plaats": "kamer 2",
        "met": cast.consulent,
        "tolk_taal": "Tigrinya",
    }
    return basis | anders


@pytest.fixture
def dossier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=OP)


@pytest.fixture
def afspraak(cast, dossier):
    return afspraken.plan_afspraak(dossier=dossier, gegevens=gegevens(cast), door=cast.consulent, op=OP)


@pytest.fixture
def meldingen(monkeypatch):
    """Every outcome that another app would have been told about."""
    gemeld: list[tuple[str, date]] = []
    monkeypatch.setattr(panelen, "_BIJ_UITKOMST", [lambda rij, door, op: gemeld.append((rij.uitkomst, op))])
    return gemeld


def handelingen(dossier, soort: str) -> list[dict]:
    return list(Gebeurtenis.objects.filter(dossier=dossier, soort=soort).values_list("gegevens", flat=True))


def test_a_planned_afspraak_stands_in_the_history_in_dutch_time(afspraak, dossier):
    assert handelingen(dossier, "AFSPRAAK_GEPLAND") == [
        {"afspraak": "Intakegesprek op vrijdag 20 november 2026 om 14:00 uur", "afspraak_id": afspraak.pk}
    ]


def test_an_impossible_length_is_refused_in_dutch(cast, dossier):
    with pytest.raises(ValidationError, match="5 tot 600 minuten"):
        afspraken.plan_afspraak(dossier=dossier, gegevens=gegevens(cast, duur_minuten=1), door=cast.consulent, op=OP)


def test_a_confirmed_interpreter_was_also_ordered(afspraak, cast):
    rij = tolken.meld_tolk(afspraak=afspraak, stand="bevestigd", door=cast.consulent, op=OP)

    assert (rij.besteld_op, rij.bevestigd_op, afspraak.tolk_stand) == (OP, OP, "bevestigd")


def test_another_moment_means_that_the_interpreter_is_ordered_again(afspraak, cast):
    tolken.meld_tolk(afspraak=afspraak, stand="bevestigd", door=cast.consulent, op=OP)
    afspraken.wijzig_afspraak(afspraak=afspraak, gegevens=gegevens(cast, begin=om(OP, 16)), door=cast.consulent, op=OP)

    afspraak.refresh_from_db()
    assert (afspraak.tolkopdracht, afspraak.tolk_stand) == (None, "nog te bestellen")


def test_saving_without_a_change_writes_nothing(afspraak, cast, dossier):
    assert afspraken.wijzig_afspraak(afspraak=afspraak, gegevens=gegevens(cast), door=cast.consulent, op=OP) == []
    assert handelingen(dossier, "AFSPRAAK_GEWIJZIGD") == []


def test_other_apps_hear_of_an_outcome_once(afspraak, cast, dossier, meldingen):
    for _ in range(2):
        afspraken.leg_uitkomst_vast(
            afspraak=afspraak, uitkomst=Afspraakuitkomst.NIET_VERSCHENEN, door=cast.consulent, op=OP
        )

    assert meldingen == [("niet_verschenen", OP)]
    assert [g["uitkomst"] for g in handelingen(dossier, "AFSPRAAK_UITKOMST")] == ["niet verschenen"]


def test_an_exception_in_another_app_undoes_the_outcome(afspraak, cast, monkeypatch):
    def weiger(rij, door, op):
        raise AfspraakFout("oproep onbekend")

    monkeypatch.setattr(panelen, "_BIJ_UITKOMST", [weiger])
    with pytest.raises(AfspraakFout):
        afspraken.leg_uitkomst_vast(afspraak=afspraak, uitkomst=Afspraakuitkomst.VERSCHENEN, door=cast.consulent, op=OP)

    afspraak.refresh_from_db()
    assert afspraak.uitkomst == ""


@pytest.mark.parametrize("uitkomst", [Afspraakuitkomst.VERSCHENEN, Afspraakuitkomst.NIET_VERSCHENEN])
def test_nobody_appears_or_stays_away_before_the_day(afspraak, cast, uitkomst):
    with pytest.raises(AfspraakFout, match="moet nog komen"):
        afspraken.leg_uitkomst_vast(afspraak=afspraak, uitkomst=uitkomst, door=cast.consulent, op=date(2026, 11, 19))


def test_who_called_off_beforehand_is_recorded_beforehand(afspraak, cast):
    rij = afspraken.leg_uitkomst_vast(
        afspraak=afspraak, uitkomst=Afspraakuitkomst.AFGEMELD, door=cast.consulent, op=date(2026, 11, 19)
    )

    assert rij.uitkomst == "afgemeld"


def test_cancelling_needs_a_reason_and_keeps_the_afspraak(afspraak, cast, meldingen):
    with pytest.raises(AfspraakFout, match="waarom"):
        afspraken.annuleer_afspraak(afspraak=afspraak, reden=" ", door=cast.consulent, op=OP)

    rij = afspraken.annuleer_afspraak(afspraak=afspraak, reden="consulent ziek", door=cast.consulent, op=OP)
    assert (rij.uitkomst, rij.toelichting, meldingen) == ("geannuleerd", "consulent ziek", [("geannuleerd", OP)])


def test_an_afspraak_with_an_outcome_is_not_changed_or_cancelled(afspraak, cast):
    afspraken.leg_uitkomst_vast(afspraak=afspraak, uitkomst=Afspraakuitkomst.VERSCHENEN, door=None, op=OP)

    with pytest.raises(AfspraakFout, match="al geweest"):
        afspraken.wijzig_afspraak(afspraak=afspraak, gegevens=gegevens(cast, plaats="elders"), door=None, op=OP)
    with pytest.raises(AfspraakFout, match="heeft al een uitkomst"):
        afspraken.annuleer_afspraak(afspraak=afspraak, reden="vergissing", door=None, op=OP)


def test_a_double_click_plans_one_afspraak(afspraak, cast, dossier):
    tweede = afspraken.plan_afspraak(dossier=dossier, gegevens=gegevens(cast), door=cast.consulent, op=OP)

    assert tweede == afspraak
    assert len(handelingen(dossier, "AFSPRAAK_GEPLAND")) == 1
