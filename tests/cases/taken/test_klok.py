"""The clock of the machine does strange things: an hour twice, an hour not at all, a day back. No day goes unserved."""

from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cases.achtergrondtaken import achtergrondtaken
from cases.enums import Signaalstatus
from cases.models import Document, Hartslag, Signaal, Zelfcontrole
from cases.services import signalen, veeg

from .conftest import LAATSTE_DAG, moment

NL = ZoneInfo("Europe/Amsterdam")
DAGELIJKS = [sleutel for sleutel in achtergrondtaken() if veeg.laatste_beurt(sleutel, moment(date(2026, 11, 20)))]
NU = moment(date(2026, 11, 20), 12)


@pytest.fixture
def alles_gedraaid(db):
    def tot(nu: datetime) -> None:
        for sleutel in DAGELIJKS:
            Hartslag.objects.update_or_create(taak=sleutel, defaults={"gestart_op": nu, "gelukt_op": nu})

    return tot


@pytest.mark.parametrize("nacht", [date(2026, 10, 25), date(2027, 3, 28)])
def test_through_both_clock_changes_the_sweep_alone_runs_every_job_once_a_day(alles_gedraaid, monkeypatch, nacht):
    """02:30 comes twice in October and not at all in March; beat is down, so the sweep does everything."""
    loopt: Counter[tuple[str, date]] = Counter()
    per_taak = {achtergrondtaken()[sleutel].taak: sleutel for sleutel in DAGELIJKS}
    nu = moment(nacht - timedelta(days=1), 12)
    einde = moment(nacht + timedelta(days=1), 12)
    alles_gedraaid(nu)

    def draai(taak: str) -> None:
        sleutel = per_taak[taak]
        loopt[sleutel, nu.astimezone(NL).date()] += 1
        Hartslag.objects.filter(taak=sleutel).update(gestart_op=nu, gelukt_op=nu)

    monkeypatch.setattr(veeg, "zet_in_wachtrij", draai)
    while nu < einde:
        veeg.haal_in(moment=nu)
        nu = (nu.astimezone(ZoneInfo("UTC")) + timedelta(minutes=5)).astimezone(NL)

    assert set(loopt.values()) == {1}
    assert set(loopt) == {(sleutel, dag) for sleutel in DAGELIJKS for dag in (nacht, nacht + timedelta(days=1))}


@pytest.mark.parametrize("terug", [timedelta(hours=7), timedelta(days=1), timedelta(days=400)])
def test_after_the_clock_was_set_back_no_job_believes_that_it_ran_already(alles_gedraaid, terug):
    """Every stamp lies in the future then; the jobs run as if nothing was known, and again the next day."""
    alles_gedraaid(NU + terug)
    Hartslag.objects.update(aangevraagd_op=NU + terug)

    assert veeg.haal_in(moment=NU) == len(DAGELIJKS)
    assert veeg.haal_in(moment=NU + timedelta(minutes=1)) == 0


def test_after_the_clock_was_set_back_what_lies_about_is_found(alles_gedraaid, dossier, maak):
    maak(LAATSTE_DAG)
    alles_gedraaid(NU)
    later = NU + timedelta(days=1)
    Signaal.objects.update(aangemaakt_op=later)
    Hartslag.objects.update_or_create(taak="signalen_versturen", defaults={"gestart_op": later})
    velden = {"soort": "pip", "titel": "PIP", "sjabloon": "pip/v1", "inhoud": {}, "aangemaakt_op": later}
    Document.objects.create(gemeente=dossier.gemeente, dossier=dossier, **velden)
    Zelfcontrole.objects.create(op=NU.date(), gewerkt_op=later)

    gevonden = veeg.veeg(moment=NU)

    assert {naam: gevonden[naam] for naam in ("signalen", "documenten", "zelfcontroles")} == {
        "signalen": 1, "documenten": 1, "zelfcontroles": 1,
    }  # fmt: skip


def test_a_clock_that_goes_back_and_forth_makes_no_signal_twice_and_loses_none(diemen, maak, post, dossier):
    """Late on the 19th, then the machine believes it is the 5th, then it is right again."""
    dagen = [LAATSTE_DAG + timedelta(days=1), LAATSTE_DAG - timedelta(days=13), LAATSTE_DAG + timedelta(days=1)]
    gemaakt = [maak(dag) for dag in dagen]
    bereikt = post()

    assert gemaakt[1:] == [0, 0]
    assert Signaal.objects.count() == gemaakt[0] == 4
    assert Signaal.objects.filter(status=Signaalstatus.VERZONDEN).count() == 4
    assert len(bereikt) == 2
    assert signalen.maak(gemeente=diemen, op=dagen[2], moment=moment(dagen[2])) == 0
