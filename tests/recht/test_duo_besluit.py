"""DUO decides within eight weeks on a request for verlenging or ontheffing (art. 4.5 Besluit, art. 5 Wi 2021)."""

from datetime import date

import pytest

from inburgering.recht.duo_besluit import GEEN_AANVRAAG, GROND_LABELS
from inburgering.recht.feiten import FeitSoort as F
from inburgering.recht.verlengingsgronden import Verlengingsgrond
from inburgering.recht.verplichtingen import TermijnSoort as T
from tests.recht.dossiers import dossier, een, feit, leid_af, reden

GEVRAAGD = feit(F.AANVRAAG_DUO, "2026-03-02", aanvraag="VERLENGING")


@pytest.mark.parametrize("soort", ["VERLENGING", "ONTHEFFING"])
def test_bi_4_5_and_art_5_wi_eight_weeks_from_the_day_duo_got_the_request(soort: str) -> None:
    term = een(dossier(feit(F.AANVRAAG_DUO, "2026-03-02", aanvraag=soort)), T.DUO_BESLIS)
    assert (term.code, term.laatste_dag) == ("DUO_BESLIS_8W", date(2026, 4, 28))  # Koningsdag is passed over
    assert term.aanleiding == f"{soort.lower()} 1"
    assert "vraag dan na" in term.uitleg[0]


@pytest.mark.parametrize("feiten", [(), (feit(F.AANVRAAG_DUO, "2026-03-02", aanvraag="VRIJSTELLING"),)])
def test_without_a_request_or_for_a_vrijstelling_there_is_no_term(feiten: tuple) -> None:
    assert reden(dossier(*feiten), T.DUO_BESLIS) == GEEN_AANVRAAG


@pytest.mark.parametrize(
    ("besluit", "gehaald"),
    [
        (feit(F.BESLUIT_DUO, "2026-04-10", aanvraag="VERLENGING", uitkomst="AFGEWEZEN"), date(2026, 4, 10)),
        (feit(F.BESLUIT_DUO, "2026-04-10", aanvraag="ONTHEFFING", uitkomst="TOEGEKEND"), None),
        (feit(F.BESLUIT_DUO, "2026-03-01", aanvraag="VERLENGING", uitkomst="TOEGEKEND"), None),
    ],
)
def test_a_decision_of_the_same_kind_on_or_after_the_request_meets_it(besluit: object, gehaald: date | None) -> None:
    assert een(dossier(GEVRAAGD, besluit), T.DUO_BESLIS).gehaald_op == gehaald


def test_one_decision_answers_one_request() -> None:
    weer = feit(F.AANVRAAG_DUO, "2026-05-04", aanvraag="VERLENGING")
    besluit = feit(F.BESLUIT_DUO, "2026-06-01", aanvraag="VERLENGING", uitkomst="AFGEWEZEN")
    termen = [v for v in leid_af(dossier(weer, besluit, GEVRAAGD)) if v.soort is T.DUO_BESLIS]
    assert [(v.aanleiding, v.gehaald_op) for v in termen] == [
        ("verlenging 1", date(2026, 6, 1)), ("verlenging 2", None),
    ]  # fmt: skip


def test_the_term_lapses_with_the_duty() -> None:
    assert een(dossier(GEVRAAGD, feit(F.EINDE_PLICHT, "2026-04-01")), T.DUO_BESLIS).vervallen_reden


def test_avg_9_no_ground_of_health_or_safety_can_be_recorded_by_name() -> None:
    geheim = {"ZIEKTE", "OVERLIJDEN", "BEVALLING", "OPVANGHUIS", "DAKLOOS", "BIJZONDER"}
    assert set(GROND_LABELS) == ({g.value for g in Verlengingsgrond} - geheim) | {"PERSOONLIJK"}
