"""Who moves here with a PIP of another gemeente: ten weeks from the registration, the three years from the old PIP."""

from datetime import date

from inburgering.recht.feiten import FeitSoort
from inburgering.recht.verplichtingen import TermijnSoort

from .dossiers import BRP_BELEID, dossier, een, feit, reden

VORIG = feit(FeitSoort.PIP_VORIGE_GEMEENTE, "2026-02-03", gemeente="Zaanstad", leerroute="B1")
KENNISGEVING = feit(FeitSoort.KENNISGEVING_DUO, "2025-10-01")
BRP = feit(FeitSoort.BRP_INSCHRIJVING, "2026-09-09")


def test_the_ten_weeks_count_from_the_registration_here_and_not_from_the_kennisgeving():
    pip = een(dossier(VORIG, KENNISGEVING, BRP, groep="GEZINSMIGRANT"), TermijnSoort.PIP)

    assert (pip.code, pip.start, pip.laatste_dag) == ("PIP_VERHUIZING_10W", date(2026, 9, 9), date(2026, 11, 18))
    assert not pip.voorlopig
    assert pip.uitleg[0] == (
        "Een andere gemeente (Zaanstad) stelde op 3 februari 2026 al een PIP vast. Daarom beginnen de tien weken bij "
        "de inschrijving in deze gemeente op 9 september 2026; de kennisgeving van DUO speelt geen rol. De leerroute "
        "wordt overgenomen (art. 15 lid 4 Wet inburgering 2021)."
    )
    assert "art. 5.3 lid 3 Besluit inburgering 2021" in pip.uitleg[1]


def test_the_policy_to_count_from_the_registration_changes_nothing_then():
    feiten = dossier(VORIG, KENNISGEVING, BRP)

    assert een(feiten, TermijnSoort.PIP, BRP_BELEID) == een(feiten, TermijnSoort.PIP)


def test_before_the_registration_here_nothing_runs():
    zin = reden(dossier(VORIG, KENNISGEVING), TermijnSoort.PIP)

    assert zin.endswith("De tien weken beginnen bij inschrijving in de BRP van deze gemeente.")


def test_a_pip_of_after_the_registration_was_not_there_when_somebody_moved():
    later = feit(FeitSoort.PIP_VORIGE_GEMEENTE, "2026-10-01", leerroute="B1")

    assert een(dossier(later, KENNISGEVING, BRP), TermijnSoort.PIP).code == "PIP_10W"


def test_the_three_years_and_the_window_count_from_the_pip_of_the_other_gemeente():
    eigen = feit(FeitSoort.PIP_VASTGESTELD, "2026-11-10", leerroute="B1")
    feiten = dossier(VORIG, KENNISGEVING, BRP, eigen)

    termijn = een(feiten, TermijnSoort.INBURGERINGSTERMIJN)
    assert (termijn.start, termijn.laatste_dag) == (date(2026, 2, 3), date(2029, 2, 3))
    assert (
        "Dat is het PIP van de gemeente Zaanstad; door de verhuizing begint de termijn niet opnieuw." in termijn.uitleg
    )
    assert een(feiten, TermijnSoort.LEERROUTE_WISSEL).laatste_dag == date(2027, 8, 3)
    assert een(feiten, TermijnSoort.PIP).gehaald_op == date(2026, 11, 10)


def test_the_six_months_of_the_onderwijsroute_do_not_start_again_when_it_is_adopted():
    vorig = feit(FeitSoort.PIP_VORIGE_GEMEENTE, "2026-02-03", leerroute="ONDERWIJS")
    eigen = feit(FeitSoort.PIP_VASTGESTELD, "2026-11-10", leerroute="ONDERWIJS")

    assert een(dossier(vorig, BRP, eigen), TermijnSoort.ONDERWIJSROUTE_START).start == date(2026, 2, 3)


def test_a_later_pip_moves_neither_the_three_years_nor_the_window():
    eerste = feit(FeitSoort.PIP_VASTGESTELD, "2026-11-10", leerroute="B1")
    later = feit(FeitSoort.PIP_VASTGESTELD, "2027-06-01", leerroute="Z")
    feiten = dossier(KENNISGEVING, BRP, later, eerste)

    termijn = een(feiten, TermijnSoort.INBURGERINGSTERMIJN)
    assert (termijn.start, termijn.laatste_dag) == (date(2026, 11, 10), date(2029, 11, 10))
    assert "ook niet als het eerste is ingetrokken of herroepen" in termijn.uitleg[1]
    assert een(feiten, TermijnSoort.LEERROUTE_WISSEL).laatste_dag == date(2028, 5, 10)
