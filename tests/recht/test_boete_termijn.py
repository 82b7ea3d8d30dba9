"""The terms of a fine: art. 5:51 Awb (decide) and art. 4:87 Awb (pay), as derived from the facts of a dossier."""

from datetime import date

import pytest

from inburgering.recht.boete_termijn import GEEN_BOETE, GEEN_RAPPORT
from inburgering.recht.feiten import FeitSoort as F
from inburgering.recht.feiten import OngeldigFeit
from inburgering.recht.verplichtingen import TermijnSoort as T
from tests.recht.dossiers import dossier, een, feit, reden

RAPPORT = feit(F.BOETERAPPORT, "2026-02-12", zaak="H-1")
BOETE = feit(F.BOETE_OPGELEGD, "2026-04-01", zaak="H-1", beschikking="BOE-1")
BEKEND = feit(F.BESCHIKKING_BEKENDGEMAAKT, "2025-11-13", beschikking="BOE-1")
EINDE = feit(F.BOETEZAAK_BEEINDIGD, "2026-03-01", zaak="H-1")


def test_art_5_51_awb_gives_thirteen_weeks_that_do_not_shift_over_hemelvaart() -> None:
    termijn = een(dossier(RAPPORT), T.BOETE_BESLIS)
    assert (termijn.laatste_dag, termijn.code) == (date(2026, 5, 14), "BOETE_BESLIS_13W")
    assert een(dossier(RAPPORT, BOETE), T.BOETE_BESLIS).gehaald_op == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("einde", "zin"),
    [
        (EINDE, "De zaak is op 1 maart 2026 beëindigd."),
        (feit(F.OVERLIJDEN, "2026-03-02"), "De inburgeraar is overleden op 2 maart 2026."),
    ],
)
def test_the_duty_to_decide_lapses_with_the_case_and_with_the_person(einde, zin: str) -> None:
    assert een(dossier(RAPPORT, einde), T.BOETE_BESLIS).vervallen_reden == zin
    assert een(dossier(RAPPORT, feit(F.BOETEZAAK_BEEINDIGD, "2026-03-01", zaak="H-2")), T.BOETE_BESLIS).soort


def test_art_4_87_awb_gives_six_weeks_to_pay_that_shift_over_kerst() -> None:
    termijn = een(dossier(BOETE, BEKEND), T.BETALING_BOETE)
    assert (termijn.laatste_dag, termijn.aanleiding) == (date(2025, 12, 29), "BOE-1")


def test_the_duty_to_pay_ends_when_paid_and_lapses_when_the_fine_is_herroepen() -> None:
    betaald = feit(F.BOETE_BETAALD, "2025-12-20", zaak="H-1")
    weg = feit(F.BESCHIKKING_HERROEPEN, "2025-12-20", beschikking="BOE-1")
    assert een(dossier(BOETE, BEKEND, betaald), T.BETALING_BOETE).gehaald_op == date(2025, 12, 20)
    assert (
        een(dossier(BOETE, BEKEND, weg), T.BETALING_BOETE).vervallen_reden
        == "De boete is op 20 december 2025 herroepen."
    )


@pytest.mark.parametrize(("tot", "laatste"), [("2026-06-30", date(2026, 6, 30)), ("2025-12-01", date(2025, 12, 29))])
def test_art_4_94_awb_lets_a_payment_plan_move_the_last_day_and_never_forward(tot: str, laatste: date) -> None:
    regeling = feit(F.BETALINGSREGELING, "2025-12-01", zaak="H-1", tot=tot)
    termijn = een(dossier(BOETE, BEKEND, regeling), T.BETALING_BOETE)
    assert termijn.laatste_dag == laatste
    assert "betalingsregeling afgesproken" in termijn.uitleg[-1]


def test_a_payment_plan_without_a_last_day_cannot_be_read() -> None:
    with pytest.raises(OngeldigFeit, match="geef bij 'tot'"):
        een(dossier(BOETE, BEKEND, feit(F.BETALINGSREGELING, "2025-12-01", zaak="H-1")), T.BETALING_BOETE)


def test_without_rapport_or_fine_it_says_why_there_is_no_term() -> None:
    assert reden(dossier(), T.BOETE_BESLIS) == GEEN_RAPPORT
    assert reden(dossier(), T.BETALING_BOETE) == GEEN_BOETE
    assert "bekendgemaakt" in reden(dossier(BOETE), T.BETALING_BOETE)
