"""Who moves away and comes back: what ended goes on, and a new PIP is due when none of this gemeente stands."""

from datetime import date

from inburgering.recht.feiten import FeitSoort as F
from inburgering.recht.termijnen import TermijnSoort, einde_reden
from inburgering.recht.verblijf import terugkeer, vertrek

from .dossiers import BRP_BELEID, dossier, een, feit

BRP, WEG, TERUG = (
    feit(F.BRP_INSCHRIJVING, "2026-01-05"),
    feit(F.VERTREK, "2026-10-01"),
    feit(F.BRP_INSCHRIJVING, "2027-03-01"),
)
KENNISGEVING = feit(F.KENNISGEVING_DUO, "2026-01-05")
PIP = feit(F.PIP_VASTGESTELD, "2026-03-02", beschikking="PIP-1", leerroute="B1", eerste=True)
ELDERS = feit(F.PIP_VORIGE_GEMEENTE, "2026-12-01", gemeente="Zaanstad", leerroute="Z")
INGETROKKEN = feit(F.BESCHIKKING_BEKENDGEMAAKT, "2026-10-20", beschikking="INT-1", trekt_in="PIP-1")
HIER = (KENNISGEVING, BRP)


def pip_termijn(*feiten):
    termijn = een(dossier(*HIER, *feiten), TermijnSoort.PIP)
    return termijn.code, termijn.start, termijn.gehaald_op, termijn.vervallen_reden


def test_a_departure_holds_until_a_later_registration_here():
    weg, terug = dossier(*HIER, WEG), dossier(*HIER, WEG, TERUG)
    assert (vertrek(weg), terugkeer(weg)) == (WEG, None)
    assert (vertrek(terug), terugkeer(terug)) == (None, TERUG)
    assert "vertrokken" in einde_reden(weg)
    assert einde_reden(terug) == ""

    weer_weg = feit(F.VERTREK, "2027-08-01")
    assert vertrek(dossier(*HIER, WEG, TERUG, weer_weg)) == weer_weg
    assert einde_reden(dossier(*HIER, WEG, TERUG, weer_weg)).startswith("De inburgeraar is op 1 augustus 2027")
    assert einde_reden(dossier(*HIER, WEG, TERUG, feit(F.EINDE_PLICHT, "2027-04-01"))).startswith("De inburgeringsp")


def test_without_a_pip_the_ten_weeks_count_from_the_new_registration():
    assert pip_termijn(WEG)[3].endswith("uit de gemeente vertrokken.")
    assert pip_termijn(WEG, TERUG) == ("PIP_10W", date(2027, 3, 1), None, "")
    beleid = een(dossier(*HIER, WEG, TERUG), TermijnSoort.PIP, BRP_BELEID)
    assert beleid.start == date(2027, 3, 1)


def test_after_a_pip_of_the_other_gemeente_or_one_that_was_withdrawn_a_new_one_is_due():
    opnieuw = ("PIP_VERHUIZING_10W", date(2027, 3, 1), None, "")
    assert pip_termijn(WEG, ELDERS, TERUG) == opnieuw
    assert pip_termijn(PIP, WEG, ELDERS, TERUG) == opnieuw
    assert pip_termijn(PIP, WEG, INGETROKKEN, TERUG) == opnieuw
    uitleg = een(dossier(*HIER, PIP, WEG, ELDERS, TERUG), TermijnSoort.PIP).uitleg[0]
    assert "op 1 maart 2027 hier opnieuw ingeschreven" in uitleg
    assert "van 1 december 2026 van de gemeente Zaanstad" in uitleg

    nieuw = feit(F.PIP_VASTGESTELD, "2027-04-12", beschikking="PIP-2", eerste=False)
    assert pip_termijn(PIP, WEG, INGETROKKEN, TERUG, nieuw)[2] == date(2027, 4, 12)
    herroepen = feit(F.BESCHIKKING_HERROEPEN, "2027-06-01", beschikking="PIP-2", in_de_plaats=False)
    assert pip_termijn(PIP, WEG, INGETROKKEN, TERUG, nieuw, herroepen)[2] is None


def test_a_pip_that_still_stood_goes_on_with_its_own_term():
    assert pip_termijn(PIP, WEG, TERUG) == ("PIP_10W", date(2026, 1, 5), date(2026, 3, 2), "")
    later = feit(F.BESCHIKKING_BEKENDGEMAAKT, "2027-09-01", beschikking="INT-1", trekt_in="PIP-1")
    assert pip_termijn(PIP, WEG, TERUG, later)[2] == date(2026, 3, 2)


def test_the_three_years_and_the_window_go_on_where_they_were():
    feiten = dossier(*HIER, PIP, WEG, ELDERS, TERUG)
    jaren, wissel = (een(feiten, soort) for soort in (TermijnSoort.INBURGERINGSTERMIJN, TermijnSoort.LEERROUTE_WISSEL))

    assert (jaren.start, jaren.vervallen_reden) == (date(2026, 3, 2), "")
    assert (wissel.start, wissel.vervallen_reden) == (date(2026, 3, 2), "")
