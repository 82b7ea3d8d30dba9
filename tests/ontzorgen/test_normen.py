from datetime import date

import pytest

from ontzorgen.normbestand import KOLOMMEN, NormbestandFout, lees_normen, standaardnormen
from ontzorgen.normen import Leeftijdsgroep, Leefvorm, Norm, NormFout, Normtabel, begin_halfjaar

GROEP = (Leefvorm.ALLEENSTAANDE, Leeftijdsgroep.VAN_21_TOT_AOW)
KOP = ";".join(KOLOMMEN)
GOED = "2026-07-01;ALLEENSTAANDE;VAN_21_TOT_AOW;1348,49;70,97;art. 21"


# Net amounts without and with vakantietoeslag as published: Fijnder (1 January and 1 July 2025), Hof van Twente
# (1 July 2025); the totals of 2026 as art. 20 to 23 print them.
@pytest.mark.parametrize(
    ("vanaf", "leefvorm", "leeftijdsgroep", "bedrag", "totaal"),
    [
        ("2025-01-01", "ALLEENSTAANDE", "VAN_21_TOT_AOW", 127818, 134545),
        ("2025-01-01", "GEHUWDEN", "VAN_21_TOT_AOW", 182597, 192207),
        ("2025-01-01", "ALLEENSTAANDE", "VANAF_AOW", 142602, 150107),
        ("2025-01-01", "GEHUWDEN_MET_KINDEREN", "EEN_VAN_18_TOT_21", 159374, 167762),
        ("2025-01-01", "ALLEENSTAANDE_OUDER", "INRICHTING", 44748, 47103),
        ("2025-07-01", "ALLEENSTAANDE_OUDER", "VAN_21_TOT_AOW", 130061, 136906),
        ("2025-07-01", "GEHUWDEN", "VAN_18_TOT_21", 64216, 67596),
        ("2025-07-01", "GEHUWDEN", "EEN_VAN_18_TOT_21", 125009, 131588),
        ("2025-07-01", "GEHUWDEN_MET_KINDEREN", "VAN_18_TOT_21", 101376, 106712),
        ("2025-07-01", "GEHUWDEN", "VANAF_AOW", 199023, 209498),
        ("2025-07-01", "GEHUWDEN", "INRICHTING", 73653, 77529),
        ("2026-01-01", "ALLEENSTAANDE", "ZONDER_OUDERS", 103782, 109244),
        ("2026-01-01", "GEHUWDEN", "VAN_21_TOT_AOW", 190202, 200213),
        ("2026-07-01", "ALLEENSTAANDE", "VAN_21_TOT_AOW", 134849, 141946),
        ("2026-07-01", "GEHUWDEN", "VAN_21_TOT_AOW", 192640, 202779),
    ],
)
def test_the_norms_that_come_along_are_those_published(
    vanaf: str, leefvorm: str, leeftijdsgroep: str, bedrag: int, totaal: int
) -> None:
    norm = standaardnormen().op(Leefvorm[leefvorm], Leeftijdsgroep[leeftijdsgroep], date.fromisoformat(vanaf))
    assert (norm.bedrag, norm.totaal) == (bedrag, totaal)
    assert "Participatiewet" in norm.bron


def norm(vanaf: date, bedrag: int = 100000) -> Norm:
    return Norm(*GROEP, vanaf, bedrag, 5000, "bron")


def test_the_norm_of_a_day_is_the_newest_that_had_begun() -> None:
    tabel = Normtabel([norm(date(2026, 7, 1), 2), norm(date(2026, 1, 1), 1), norm(date(2026, 9, 1), 3)])
    dagen = [date(2026, 6, 30), date(2026, 7, 1), date(2026, 8, 31), date(2026, 9, 1)]
    assert [tabel.op(*GROEP, dag).bedrag for dag in dagen] == [1, 2, 2, 3]


def test_a_half_year_that_is_not_filled_in_is_an_error_and_not_the_old_norm() -> None:
    tabel = Normtabel([norm(date(2026, 7, 1))])
    with pytest.raises(NormFout) as fout:
        tabel.op(*GROEP, date(2027, 1, 1))
    assert str(fout.value) == (
        "De bijstandsnorm voor alleenstaande, 21 jaar tot de AOW-leeftijd op 1 januari 2027 is niet bekend. "
        "De laatst bekende norm geldt vanaf 1 juli 2026. Vul het bedrag vanaf 1 januari 2027 aan, met de bron."
    )


def test_a_forecast_may_use_the_last_known_norm_but_nothing_before_the_first() -> None:
    tabel = Normtabel([norm(date(2026, 7, 1), 7)])
    assert tabel.op(*GROEP, date(2027, 5, 1), voorlopig=True).bedrag == 7
    with pytest.raises(NormFout, match=r"op 30 juni 2026 is niet bekend\. Vul het bedrag vanaf 1 januari 2026 aan"):
        tabel.op(*GROEP, date(2026, 6, 30), voorlopig=True)


def test_two_norms_for_one_group_and_day_are_refused() -> None:
    with pytest.raises(NormFout, match="twee normen voor alleenstaande, 21 jaar tot de AOW-leeftijd vanaf 1 juli 2026"):
        Normtabel([norm(date(2026, 7, 1)), norm(date(2026, 7, 1), 5)])


def test_the_half_year_begins_on_1_january_or_1_july() -> None:
    dagen = [date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31)]
    assert [begin_halfjaar(dag).month for dag in dagen] == [1, 1, 7, 7]


def test_every_bad_row_has_its_own_sentence() -> None:
    rijen = [
        GOED,
        GOED.replace("2026-07-01", "1-7-2026"),
        GOED.replace("ALLEENSTAANDE", "samenwonend"),
        GOED.replace("VAN_21_TOT_AOW", "volwassen"),
        GOED.replace("1348,49", "-1348,49"),
        GOED.replace("70,97", "70.97"),
        GOED.replace("art. 21", " "),
        "2026-07-01;ALLEENSTAANDE",
    ]
    with pytest.raises(NormbestandFout) as fout:
        lees_normen("\n".join([KOP, *rijen]))
    assert [zin.split(";")[0] for zin in fout.value.fouten] == [
        "Regel 3: '1-7-2026' is geen datum",
        "Regel 4: de leefvorm 'samenwonend' bestaat niet",
        "Regel 5: de leeftijdsgroep 'volwassen' bestaat niet",
        "Regel 6: '-1348,49' is geen bedrag voor bedrag",
        "Regel 7: '70.97' is geen bedrag voor vakantietoeslag",
        "Regel 8: de bron ontbreekt",
        "Regel 9: er zijn 2 kolommen, het moeten er 6 zijn.",
    ]


@pytest.mark.parametrize(("tekst", "zin"), [("", "kolommen"), ("bedrag;bron\n", "kolommen"), (KOP, "geen enkele")])
def test_a_file_without_norms_is_refused(tekst: str, zin: str) -> None:
    with pytest.raises(NormbestandFout, match=zin):
        lees_normen(tekst)


def test_a_file_saved_by_a_spreadsheet_can_be_read() -> None:
    (gelezen,) = lees_normen(f"\ufeff{KOP}\r\n{GOED}\r\n")
    assert (gelezen.vanaf, gelezen.bedrag, gelezen.vakantietoeslag) == (date(2026, 7, 1), 134849, 7097)
