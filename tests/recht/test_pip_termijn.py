"""When the ten weeks start and end, paragraph by paragraph of the design."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering.recht.feiten import FeitSoort as F
from inburgering.recht.herroeping import staand_pip
from inburgering.recht.verplichtingen import Beleid, TermijnSoort
from tests.recht.dossiers import BRP_BELEID, dossier, een, feit, reden

PIP = TermijnSoort.PIP
ASIEL, GEZIN = "ASIELSTATUSHOUDER", "GEZINSMIGRANT"
NIEUW, OUD = "PIP_10W", "PIP_10W_2022"


def brp(dag: str):
    return feit(F.BRP_INSCHRIJVING, dag)


def kennisgeving(dag: str):
    return feit(F.KENNISGEVING_DUO, dag)


@pytest.mark.parametrize(
    ("groep", "feiten", "code", "start", "laatste_dag", "voorlopig"),
    [
        (ASIEL, [kennisgeving("2025-01-20"), brp("2025-03-03")], NIEUW, "2025-03-03", "2025-05-12", False),
        (ASIEL, [brp("2025-05-01"), kennisgeving("2025-06-16")], NIEUW, "2025-06-16", "2025-08-25", False),
        (ASIEL, [brp("2025-05-01")], NIEUW, "2025-05-01", "2025-07-10", True),
        (GEZIN, [kennisgeving("2025-06-16"), brp("2025-07-01")], NIEUW, "2025-06-16", "2025-08-25", False),
        (GEZIN, [kennisgeving("2025-06-16")], NIEUW, "2025-06-16", "2025-08-25", False),
        (GEZIN, [brp("2025-05-01")], NIEUW, "2025-05-01", "2025-07-10", True),
        (ASIEL, [kennisgeving("2022-05-02"), brp("2022-03-07")], OUD, "2022-03-07", "2022-05-16", False),
        (ASIEL, [brp("2022-12-30"), kennisgeving("2023-03-01")], OUD, "2022-12-30", "2023-03-10", False),
        (ASIEL, [kennisgeving("2022-12-30"), brp("2023-01-02")], NIEUW, "2023-01-02", "2023-03-13", False),
        ("OVERIGE_MIGRANT", [brp("2019-09-02"), kennisgeving("2026-09-01")], NIEUW, "2026-09-01", "2026-11-10", False),
        (GEZIN, [kennisgeving("2025-06-16"), kennisgeving("2025-08-01")], NIEUW, "2025-06-16", "2025-08-25", False),
    ],
    ids=["asiel: BRP last", "asiel: kennisgeving last", "asiel: no kennisgeving yet", "others: kennisgeving",
         "others: no BRP", "others: no kennisgeving yet", "2022", "2022 by the day of the BRP",
         "2023 by the day of the BRP", "BRP older than the act", "the first kennisgeving counts"],
)  # fmt: skip
def test_the_start_of_the_ten_weeks(groep, feiten, code, start, laatste_dag, voorlopig) -> None:
    term = een(dossier(*feiten, groep=groep), PIP)
    gevonden = (term.code, term.start.isoformat(), term.laatste_dag.isoformat(), term.voorlopig)
    assert gevonden == (code, start, laatste_dag, voorlopig)
    assert term.versie == ("2022-01-01" if code == "PIP_10W_2022" else "2023-01-01")
    assert term.aanleiding == ""


@pytest.mark.parametrize(
    ("feiten", "groep", "zin"),
    [
        ([], "GEZINSMIGRANT", "De tien weken beginnen bij inschrijving in de BRP."),
        ([kennisgeving("2026-05-01")], "ASIELSTATUSHOUDER", "De tien weken beginnen bij inschrijving in de BRP."),
        ([kennisgeving("2022-05-01")], "GEZINSMIGRANT", "De tien weken beginnen bij inschrijving in de BRP."),
        ([brp("2019-09-02")], "OVERIGE_MIGRANT", "De inschrijving in de BRP is ouder dan de Wet inburgering 2021. "
         "De tien weken beginnen bij de kennisgeving van DUO."),
    ],
    ids=["nothing known", "in the AZC", "text of 2022 without BRP", "BRP older than the act"],
)  # fmt: skip
def test_without_a_start_there_is_no_row_but_a_reason(feiten, groep, zin) -> None:
    assert reden(dossier(*feiten, groep=groep), PIP) == zin


def test_who_is_to_be_housed_is_a_dated_fact_that_beats_the_default() -> None:
    feiten = [kennisgeving("2025-01-20"), brp("2025-03-03")]
    niet = feit(F.TE_HUISVESTEN, "2025-01-01", te_huisvesten=False)
    wel = feit(F.TE_HUISVESTEN, "2025-02-01", te_huisvesten=True)
    assert een(dossier(*feiten, niet), PIP).start == date(2025, 1, 20)
    assert een(dossier(*feiten, niet, wel), PIP).start == date(2025, 3, 3)
    assert een(dossier(*feiten, wel, groep="GEZINSMIGRANT"), PIP).start == date(2025, 3, 3)


@pytest.mark.parametrize(
    ("vergunning", "start"), [("asiel bepaalde tijd", "2025-03-03"), ("regulier bepaalde tijd", "2025-01-20")]
)
def test_family_with_a_regular_permit_counts_from_the_kennisgeving(vergunning: str, start: str) -> None:
    permit = feit(F.VERBLIJFSVERGUNNING, "2024-12-01", soort=vergunning)
    term = een(dossier(kennisgeving("2025-01-20"), brp("2025-03-03"), permit), PIP)
    assert term.start == date.fromisoformat(start)
    assert ("(de vergunning is regulier)" in term.uitleg[1]) is vergunning.startswith("regulier")
    assert "VERBLIJFSVERGUNNING:2024-12-01" in term.feit_ids


def test_the_explanation_says_why_this_fact_and_which_version() -> None:
    term = een(dossier(kennisgeving("2025-01-20"), brp("2025-03-03")), PIP)
    assert term.uitleg == (
        "De gemeente moet deze persoon huisvesten (art. 28 Huisvestingswet 2014), daarom beginnen de tien weken bij de "
        "laatste van twee dagen: de kennisgeving van DUO (20 januari 2025) en de inschrijving in de BRP (3 maart "
        "2025). Dat is de inschrijving in de BRP.",
        "Toegepaste regel: PIP_10W, art. 5.3 lid 1 Besluit inburgering 2021 (tekst sinds 1 januari 2023, Stb. 2022, "
        "489); regelversie vanaf 1 januari 2023.",
        "maandag 3 maart 2025 + 10 weken = maandag 12 mei 2025.",
        "Dat is een gewone dag; de termijn verschuift niet.",
        "De laatste dag is maandag 12 mei 2025.",
    )
    assert term.feit_ids[0] == "BRP_INSCHRIJVING:2025-03-03"
    assert "KENNISGEVING_DUO:2025-01-20" in term.feit_ids


def test_a_provisional_term_says_that_it_waits_for_the_kennisgeving() -> None:
    assert (
        een(dossier(brp("2025-05-01")), PIP).uitleg[0].startswith("Voorlopige termijn: de kennisgeving van DUO is nog")
    )


def test_the_policy_counts_from_brp_and_tells_what_the_law_says() -> None:
    feiten = dossier(kennisgeving("2025-06-16"), brp("2025-07-01"), groep="GEZINSMIGRANT")
    term = een(feiten, PIP, BRP_BELEID)
    assert (term.code, term.start, term.laatste_dag) == ("PIP_10W", date(2025, 7, 1), date(2025, 9, 9))
    assert not term.voorlopig
    assert term.uitleg[:2] == (
        "De tien weken beginnen bij de inschrijving in de BRP op 1 juli 2025. Dat is een instelling van de gemeente "
        "(bron: Beleidskader Diemen, paragraaf 2.3).",
        "De wet zelf luidt: tien weken vanaf de kennisgeving van DUO op 16 juni 2025 (art. 5.3 lid 1 Besluit "
        "inburgering 2021); de laatste dag is dan maandag 25 augustus 2025.",
    )


def test_under_the_policy_nothing_runs_before_the_brp_registration() -> None:
    zin = reden(dossier(kennisgeving("2025-06-16"), groep="GEZINSMIGRANT"), PIP, BRP_BELEID)
    assert zin.startswith("De tien weken beginnen bij inschrijving in de BRP.")
    assert "Beleidskader Diemen" in zin


@pytest.mark.parametrize("inschrijving", ["2019-09-02", "2022-03-07"], ids=["older than the act", "text of 2022"])
def test_the_policy_changes_nothing_where_the_law_counts_from_brp_or_cannot(inschrijving: str) -> None:
    feiten = dossier(brp(inschrijving), kennisgeving("2026-09-01"), groep="OVERIGE_MIGRANT")
    assert een(feiten, PIP, BRP_BELEID) == een(feiten, PIP)


def test_a_policy_that_departs_from_the_law_needs_a_source() -> None:
    with pytest.raises(ValueError, match="heeft een bron nodig"):
        Beleid(pip_startregel="brp")
    with pytest.raises(ValueError, match="Onbekende startregel"):
        Beleid(pip_startregel="anders")  # type: ignore[arg-type]


def test_information_that_comes_late_gives_two_weeks_after_its_receipt() -> None:
    feiten = [brp("2025-03-03"), kennisgeving("2025-01-20"), feit(F.DERDEN_INFORMATIE_GEVRAAGD, "2025-04-01")]
    term = een(dossier(*feiten, feit(F.DERDEN_INFORMATIE_ONTVANGEN, "2025-05-08")), PIP)
    assert (term.code, term.start, term.laatste_dag) == ("PIP_DERDEN_2W", date(2025, 5, 8), date(2025, 5, 22))
    assert "later dan de tien weken, die op maandag 12 mei 2025 eindigen" in term.uitleg[1]


def test_information_that_comes_early_leaves_the_ten_weeks() -> None:
    feiten = [brp("2025-03-03"), kennisgeving("2025-01-20"), feit(F.DERDEN_INFORMATIE_ONTVANGEN, "2025-03-20")]
    term = een(dossier(*feiten), PIP)
    assert (term.code, term.laatste_dag) == ("PIP_10W", date(2025, 5, 12))
    assert "dus de tien weken blijven gelden" in term.uitleg[1]


def test_information_that_is_awaited_leaves_the_ten_weeks_and_says_so() -> None:
    feiten = [brp("2025-03-03"), kennisgeving("2025-01-20"), feit(F.DERDEN_INFORMATIE_GEVRAAGD, "2025-04-01")]
    term = een(dossier(*feiten), PIP)
    assert (term.code, term.laatste_dag) == ("PIP_10W", date(2025, 5, 12))
    assert term.uitleg[1].startswith("Sinds 1 april 2025 wordt op informatie van derden gewacht.")


@given(
    st.dates(date(2022, 1, 1), date(2028, 6, 1)),
    st.none() | st.dates(date(2022, 1, 1), date(2028, 6, 1)),
    st.dates(date(2022, 1, 1), date(2028, 6, 1)),
    st.sampled_from(["ASIELSTATUSHOUDER", "GEZINSMIGRANT"]),
)
def test_information_of_third_parties_never_shortens_the_term(inschrijving, notice, ontvangst, groep) -> None:
    feiten = [brp(inschrijving.isoformat()), *([kennisgeving(notice.isoformat())] if notice else [])]
    zonder = een(dossier(*feiten, groep=groep), PIP)
    met = een(dossier(*feiten, feit(F.DERDEN_INFORMATIE_ONTVANGEN, ontvangst.isoformat()), groep=groep), PIP)
    assert met.laatste_dag >= zonder.laatste_dag
    assert met.ruwe_dag >= zonder.ruwe_dag
    assert (met.code == "PIP_DERDEN_2W") is (met.laatste_dag > zonder.laatste_dag)


@given(
    st.dates(date(2022, 1, 1), date(2028, 6, 1)),
    st.sampled_from(["ASIELSTATUSHOUDER", "NAREIZIGER", "OVERIGE_MIGRANT"]),
)
def test_with_a_brp_registration_there_is_always_a_row_under_either_setting(inschrijving: date, groep: str) -> None:
    feiten = dossier(brp(inschrijving.isoformat()), groep=groep)
    assert een(feiten, PIP).start == een(feiten, PIP, BRP_BELEID).start == inschrijving


@pytest.mark.parametrize("beleid", [Beleid(), BRP_BELEID])
def test_art_3_and_4_wi_no_ten_weeks_for_a_minor_alone_before_duo_reports_the_duty(beleid) -> None:
    feiten = [brp("2025-05-01")]
    assert "als hij 18 is" in reden(dossier(*feiten, groep="AMV"), PIP, beleid)
    assert een(dossier(*feiten, kennisgeving("2025-06-16"), groep="AMV"), PIP).start == date(2025, 6, 16)


def test_the_first_pip_meets_the_term_even_after_departure() -> None:
    feiten = [brp("2025-03-03"), kennisgeving("2025-01-20"), feit(F.VERTREK, "2025-09-01")]
    pips = [feit(F.PIP_VASTGESTELD, "2025-08-01"), feit(F.PIP_VASTGESTELD, "2025-05-06")]
    term = een(dossier(*feiten, *pips), PIP)
    assert (term.gehaald_op, term.vervallen_reden) == (date(2025, 5, 6), "")


@pytest.mark.parametrize(
    ("einde", "zin"),
    [
        (F.OVERLIJDEN, "De inburgeraar is overleden op 1 april 2025."),
        (F.EINDE_PLICHT, "De inburgeringsplicht is geëindigd op 1 april 2025."),
        (F.VERTREK, "De inburgeraar is op 1 april 2025 uit de gemeente vertrokken."),
    ],
)
def test_an_end_makes_the_open_term_lapse_with_its_reason(einde: F, zin: str) -> None:
    term = een(dossier(brp("2025-03-03"), kennisgeving("2025-01-20"), feit(einde, "2025-04-01")), PIP)
    assert (term.gehaald_op, term.vervallen_reden) == (None, zin)


def test_a_pip_that_was_undone_in_bezwaar_leaves_the_duty_open_unless_something_came_in_its_place():
    feiten = [
        brp("2025-05-01"), kennisgeving("2025-05-01"), feit(F.PIP_VASTGESTELD, "2025-07-01", beschikking="PIP-1"),
    ]  # fmt: skip
    herroepen = feit(F.BESCHIKKING_HERROEPEN, "2025-10-01", beschikking="PIP-1", in_de_plaats=False)
    plaats = feit(F.BESCHIKKING_HERROEPEN, "2025-10-01", beschikking="PIP-1", in_de_plaats=True)
    ander = feit(F.BESCHIKKING_HERROEPEN, "2025-10-01", beschikking="PIP-2")
    gehaald = een(dossier(*feiten), PIP)

    weer = een(dossier(*feiten, herroepen), PIP)
    assert (weer.gehaald_op, weer.laatste_dag) == (None, gehaald.laatste_dag)
    assert {een(dossier(*feiten, los), PIP).gehaald_op for los in (plaats, ander)} == {date(2025, 7, 1)}
    nieuw = feit(F.PIP_VASTGESTELD, "2025-11-03", beschikking="PIP-3")
    assert een(dossier(*feiten, herroepen, nieuw), PIP).gehaald_op == date(2025, 11, 3)
    termijn = een(dossier(*feiten, herroepen, nieuw), TermijnSoort.INBURGERINGSTERMIJN)
    assert termijn.start == date(2025, 7, 1), "a herroepen PIP does not move the three years (Wi 11)"


def test_a_change_to_the_onderwijsroute_that_was_undone_starts_no_six_months():
    feiten = [
        brp("2025-05-01"), kennisgeving("2025-05-01"),
        feit(F.PIP_VASTGESTELD, "2025-07-01", beschikking="PIP-1", leerroute="B1"),
        feit(F.PIP_VASTGESTELD, "2025-09-01", beschikking="PIP-2", leerroute="ONDERWIJS"),
    ]  # fmt: skip
    assert een(dossier(*feiten), TermijnSoort.ONDERWIJSROUTE_START).start == date(2025, 9, 1)
    weg = feit(F.BESCHIKKING_HERROEPEN, "2025-10-01", beschikking="PIP-2")
    assert reden(dossier(*feiten, weg), TermijnSoort.ONDERWIJSROUTE_START) == "De leerroute is niet de onderwijsroute."


def test_a_later_version_counts_once_it_was_made_known_and_one_from_before_this_system_at_once():
    eerste = feit(F.PIP_VASTGESTELD, "2025-06-01", beschikking="PIP-1", leerroute="ONDERWIJS", eerste=True)
    tweede = feit(F.PIP_VASTGESTELD, "2025-09-01", beschikking="PIP-2", leerroute="B1", eerste=False)
    verzonden = feit(F.BESCHIKKING_BEKENDGEMAAKT, "2025-09-04", beschikking="PIP-2")
    overgenomen = feit(F.PIP_VASTGESTELD, "2025-07-01", beschikking="2025/118", leerroute="Z")

    assert staand_pip(dossier(eerste, tweede)) == eerste
    assert een(dossier(eerste, tweede), TermijnSoort.ONDERWIJSROUTE_START).start == date(2025, 6, 1)
    assert staand_pip(dossier(eerste, tweede, verzonden)) == tweede
    assert staand_pip(dossier(eerste, overgenomen)) == overgenomen
