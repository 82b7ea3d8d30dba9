"""Art. 56a Participatiewet: who must be unburdened, and the six months."""

from datetime import date

import pytest

from inburgering.recht.feiten import FeitSoort, OngeldigFeit, Regime
from inburgering.recht.ontzorgen import GEEN_BIJSTAND, WIJKT_AF, Antwoord, beoordeel
from inburgering.recht.verplichtingen import Beleid, TermijnSoort

from .dossiers import WET, dossier, een, feit, reden

KENNISGEVING = feit(FeitSoort.KENNISGEVING_DUO, "2026-03-02")
ASIEL = feit(FeitSoort.VERBLIJFSVERGUNNING, "2026-02-01", soort="asiel bepaalde tijd")
REGULIER = feit(FeitSoort.VERBLIJFSVERGUNNING, "2026-02-01", soort="regulier bepaalde tijd")
BIJSTAND = feit(FeitSoort.BIJSTAND_INGEGAAN, "2026-06-15")
ALLES = (KENNISGEVING, ASIEL, BIJSTAND)
ZONDER_NAREIZIGERS = Beleid(
    ontzorgen_nareizigers="uitgezonderd", ontzorgen_nareizigers_bron="Beleidskader Diemen, paragraaf 6"
)


def antwoord(*feiten, op="2026-07-01", beleid=WET, **van):
    return beoordeel(dossier(*feiten, **van), op=date.fromisoformat(op), beleid=beleid).antwoord


def test_plicht_permit_and_bijstand_together_make_a_yes_with_a_reason_for_each():
    oordeel = beoordeel(dossier(*ALLES), op=date(2026, 7, 1), beleid=WET)

    assert oordeel.antwoord is Antwoord.JA
    assert oordeel.redenen == (
        "DUO meldde de plicht op 2 maart 2026.",
        "De vergunning van 1 februari 2026 is: asiel bepaalde tijd.",
        "Er is recht op bijstand sinds 15 juni 2026.",
    )
    assert [voorwaarde.feit for voorwaarde in oordeel.voorwaarden] == [KENNISGEVING, ASIEL, BIJSTAND]


@pytest.mark.parametrize(
    ("feiten", "zin"),
    [
        ((KENNISGEVING, REGULIER, BIJSTAND), "De vergunning van 1 februari 2026 is: regulier bepaalde tijd."),
        (
            (*ALLES, feit(FeitSoort.BIJSTAND_BEEINDIGD, "2026-07-01")),
            "De bijstand is geëindigd: vanaf 1 juli 2026 is er geen recht meer.",
        ),
        (
            (*ALLES, feit(FeitSoort.VERTREK, "2026-07-01")),
            "De bijstand van deze gemeente eindigde met het vertrek op 1 juli 2026.",
        ),
        ((*ALLES, feit(FeitSoort.EINDE_PLICHT, "2026-07-01")), "De inburgeringsplicht eindigde op 1 juli 2026."),
        ((*ALLES, feit(FeitSoort.OVERLIJDEN, "2026-07-01")), "De inburgeraar is overleden op 1 juli 2026."),
    ],
)
def test_one_condition_that_fails_makes_a_no_and_says_which(feiten, zin):
    oordeel = beoordeel(dossier(*feiten), op=date(2026, 7, 1), beleid=WET)

    assert (oordeel.antwoord, oordeel.redenen) == (Antwoord.NEE, (zin,))


def test_what_is_not_known_keeps_the_answer_open_unless_something_else_decides():
    assert antwoord(ASIEL, BIJSTAND) is Antwoord.ONBEKEND
    assert antwoord(KENNISGEVING, BIJSTAND) is Antwoord.ONBEKEND
    assert antwoord(KENNISGEVING, ASIEL) is Antwoord.ONBEKEND
    assert antwoord(KENNISGEVING, REGULIER) is Antwoord.NEE


def test_that_there_is_no_bijstand_must_have_been_recorded():
    nee = beoordeel(dossier(KENNISGEVING, ASIEL), op=date(2026, 7, 1), beleid=WET, geen_bijstand=True)
    assert (nee.antwoord, nee.redenen) == (Antwoord.NEE, ("Vastgelegd is dat er geen recht op bijstand is.",))
    assert beoordeel(dossier(*ALLES), op=date(2026, 7, 1), beleid=WET, geen_bijstand=True).antwoord is Antwoord.JA


def test_the_answer_changes_on_the_day_of_the_fact():
    einde = feit(FeitSoort.BIJSTAND_BEEINDIGD, "2026-09-01")
    weer = feit(FeitSoort.BIJSTAND_INGEGAAN, "2026-10-05")

    dagen = ["2026-06-14", "2026-06-15", "2026-08-31", "2026-09-01", "2026-10-05"]
    assert [antwoord(*ALLES, einde, weer, op=op).value for op in dagen] == ["ONBEKEND", "JA", "JA", "NEE", "JA"]


def test_the_wet_inburgering_2013_knows_no_ontzorgen():
    assert antwoord(*ALLES, regime=Regime.WI2013) is Antwoord.NEE


def test_family_with_a_regular_permit_is_not_unburdened_and_a_nareiziger_with_an_own_asylum_permit_is():
    assert antwoord(KENNISGEVING, REGULIER, BIJSTAND, groep="GEZINSLID_STATUSHOUDER") is Antwoord.NEE
    assert antwoord(*ALLES, groep="NAREIZIGER") is Antwoord.JA


def test_a_gemeente_that_leaves_nareizigers_out_departs_from_the_law_and_that_is_said():
    oordeel = beoordeel(dossier(*ALLES, groep="NAREIZIGER"), op=date(2026, 7, 1), beleid=ZONDER_NAREIZIGERS)

    assert (oordeel.antwoord, oordeel.wijkt_af) == (Antwoord.NEE, WIJKT_AF)
    assert oordeel.redenen == ("De gemeente ontzorgt nareizigers niet (Beleidskader Diemen, paragraaf 6).",)
    assert antwoord(*ALLES, beleid=ZONDER_NAREIZIGERS) is Antwoord.JA
    regulier = beoordeel(
        dossier(KENNISGEVING, REGULIER, BIJSTAND, groep="NAREIZIGER"), op=date(2026, 7, 1), beleid=ZONDER_NAREIZIGERS
    )
    assert regulier.wijkt_af == ""  # the law says no as well


def test_a_departure_from_the_law_needs_a_source():
    with pytest.raises(ValueError, match="heeft een bron nodig"):
        Beleid(ontzorgen_nareizigers="uitgezonderd")
    with pytest.raises(ValueError, match="Onbekende keuze"):
        Beleid(ontzorgen_nareizigers="soms")  # type: ignore[arg-type]  # what a setting of before could hold


def test_the_six_months_count_from_the_first_day_of_the_bijstand_and_do_not_shift():
    termijn = een(dossier(*ALLES), TermijnSoort.ONTZORGEN)

    assert (termijn.code, termijn.start, termijn.ruwe_dag) == ("ONTZORGEN_6M", date(2026, 6, 15), date(2026, 12, 14))
    assert (termijn.laatste_dag, termijn.voorlopig, termijn.vervallen_reden) == (date(2026, 12, 14), False, "")
    assert termijn.uitleg[0] == "Het recht op bijstand begon op 15 juni 2026; die dag telt mee."
    assert termijn.feit_ids == (BIJSTAND.id, KENNISGEVING.id, ASIEL.id)


def test_a_condition_that_is_met_later_does_not_move_the_six_months():
    laat = feit(FeitSoort.KENNISGEVING_DUO, "2026-08-20")

    assert een(dossier(ASIEL, BIJSTAND), TermijnSoort.ONTZORGEN).voorlopig
    termijn = een(dossier(laat, ASIEL, BIJSTAND), TermijnSoort.ONTZORGEN)
    assert (termijn.laatste_dag, termijn.voorlopig) == (date(2026, 12, 14), False)


def test_bijstand_that_ends_early_ends_the_term_and_a_new_right_starts_it_again():
    einde = feit(FeitSoort.BIJSTAND_BEEINDIGD, "2026-09-01")
    weer = feit(FeitSoort.BIJSTAND_INGEGAAN, "2026-10-05")

    assert een(dossier(*ALLES, einde), TermijnSoort.ONTZORGEN).vervallen_reden == (
        "Sinds 1 september 2026 hoeft ontzorgen niet meer. "
        "De bijstand is geëindigd: vanaf 1 september 2026 is er geen recht meer."
    )
    nieuw = een(dossier(*ALLES, einde, weer), TermijnSoort.ONTZORGEN)
    assert (nieuw.laatste_dag, nieuw.vervallen_reden) == (date(2027, 4, 4), "")


def test_what_happens_after_the_six_months_leaves_the_term_as_it_was():
    later = feit(FeitSoort.BIJSTAND_BEEINDIGD, "2027-01-01")

    assert een(dossier(*ALLES, later), TermijnSoort.ONTZORGEN) == een(dossier(*ALLES), TermijnSoort.ONTZORGEN)


def test_without_a_term_the_reason_is_said():
    assert reden(dossier(KENNISGEVING, ASIEL), TermijnSoort.ONTZORGEN) == GEEN_BIJSTAND
    assert "regulier bepaalde tijd" in reden(dossier(KENNISGEVING, REGULIER, BIJSTAND), TermijnSoort.ONTZORGEN)
    zin = reden(dossier(*ALLES, groep="NAREIZIGER"), TermijnSoort.ONTZORGEN, ZONDER_NAREIZIGERS)
    assert zin == f"De gemeente ontzorgt nareizigers niet (Beleidskader Diemen, paragraaf 6). {WIJKT_AF}"


def test_an_unknown_group_is_an_error_and_not_a_silent_no():
    with pytest.raises(OngeldigFeit, match="Onbekende doelgroep"):
        antwoord(*ALLES, groep="STUDENT", beleid=ZONDER_NAREIZIGERS)
