from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontzorgen.bijstandsnorm import Leefsituatie, Maandnorm, Normbesluit, norm_van_maand
from ontzorgen.maanden import Periode
from ontzorgen.normbestand import standaardnormen
from ontzorgen.normen import Leeftijdsgroep, Leefvorm, Norm, NormFout, Normtabel

TABEL = standaardnormen()
ALTIJD = Periode(date(2020, 1, 1))
ALLEEN, OUDER, SAMEN = Leefvorm.ALLEENSTAANDE, Leefvorm.ALLEENSTAANDE_OUDER, Leefvorm.GEHUWDEN
VOLWASSEN, AOW = Leeftijdsgroep.VAN_21_TOT_AOW, Leeftijdsgroep.VANAF_AOW
JONG, GEMENGD = Leeftijdsgroep.VAN_18_TOT_21, Leeftijdsgroep.EEN_VAN_18_TOT_21


def situatie(leefvorm: Leefvorm = ALLEEN, groep: Leeftijdsgroep = VOLWASSEN, kostendelers: int = 0,
             periode: Periode = ALTIJD, partner_zonder_recht: bool = False) -> Leefsituatie:  # fmt: skip
    return Leefsituatie(periode, leefvorm, groep, kostendelers, partner_zonder_recht)


def norm(maand: date, *situaties: Leefsituatie, recht: tuple[Periode, ...] = (ALTIJD,)) -> Maandnorm:
    return norm_van_maand(maand, situaties=situaties or (situatie(),), recht=recht, tabel=TABEL)


def kaal(zin: str) -> str:
    return zin.replace("\N{NO-BREAK SPACE}", " ")


def test_a_whole_month_is_the_amount_of_the_law_and_says_its_source() -> None:
    november = norm(date(2026, 11, 1), situatie(OUDER))
    assert (november.bedrag, november.vakantietoeslag) == (134849, 7097)
    assert [(deel.wanneer, kaal(deel.waarom)) for deel in november.delen] == [
        ("november 2026",
         "Alleenstaande ouder, 21 jaar tot de AOW-leeftijd: € 1.348,49 per maand. Bron: art. 21 onder a "
         "Participatiewet per 1 juli 2026, vakantietoeslag 5% (art. 19 lid 3, percentage sinds 1 januari 2009)."),
    ]  # fmt: skip


def test_a_right_from_the_16th_counts_the_days_of_the_month() -> None:
    november = norm(date(2026, 11, 1), recht=(Periode(date(2026, 11, 16)),))
    (deel,) = november.delen
    assert (deel.dagen, deel.dagen_in_maand, november.bedrag) == (15, 30, 67425)  # 1348,49 / 2 = 674,245
    assert november.vakantietoeslag == 3549
    assert kaal(deel.waarom).endswith("15/30 van € 1.348,49 is € 674,25 (art. 45 lid 3 Participatiewet).")


def test_a_change_within_the_month_splits_it() -> None:
    tot, vanaf = Periode(date(2026, 1, 1), date(2026, 11, 9)), Periode(date(2026, 11, 10))
    november = norm(date(2026, 11, 1), situatie(periode=tot), situatie(SAMEN, periode=vanaf))
    assert [(deel.periode.vanaf.day, deel.dagen, deel.bedrag) for deel in november.delen] == [
        (1, 9, 40455),  # 9/30 × 1348,49 = 404,547
        (10, 21, 134848),  # 21/30 × 1926,40 = 1348,48
    ]


@pytest.mark.parametrize("dag", [1, 30])
def test_a_change_on_the_first_day_counts_whole_and_on_the_last_day_for_one_day(dag: int) -> None:
    wissel = date(2026, 11, dag)
    voor, na = Periode(date(2026, 1, 1), wissel - timedelta(days=1)), Periode(wissel)
    november = norm(date(2026, 11, 1), situatie(periode=voor), situatie(SAMEN, periode=na))
    assert [deel.dagen for deel in november.delen] == ([30] if dag == 1 else [29, 1])


def test_no_right_gives_no_parts() -> None:
    november = norm(date(2026, 11, 1), recht=())
    assert (november.delen, november.bedrag, november.vakantietoeslag) == ((), 0, 0)


def test_an_interruption_leaves_two_parts_of_the_same_norm() -> None:
    recht = (Periode(date(2026, 11, 1), date(2026, 11, 3)), Periode(date(2026, 11, 28)))
    november = norm(date(2026, 11, 1), recht=recht)
    assert [(deel.periode.vanaf.day, deel.dagen) for deel in november.delen] == [(1, 3), (28, 3)]
    assert november.bedrag == 26970  # 6/30 × 1348,49 = 269,698


# Per person with and without vakantietoeslag, as Fijnder published them for 1 July 2025.
@pytest.mark.parametrize(
    ("kostendelers", "bedrag", "totaal"), [(1, 92900, 97790), (2, 80513, 84751), (3, 74320, 78232)]
)
def test_the_kostendelersnorm_is_the_published_one(kostendelers: int, bedrag: int, totaal: int) -> None:
    gevonden = norm(date(2025, 9, 1), situatie(kostendelers=kostendelers))
    assert (gevonden.bedrag, gevonden.bedrag + gevonden.vakantietoeslag) == (bedrag, totaal)


def test_gehuwden_with_one_medebewoner_get_two_norms_of_three_persons() -> None:
    gevonden = norm(date(2025, 9, 1), situatie(SAMEN, kostendelers=1))
    assert (gevonden.bedrag, gevonden.bedrag + gevonden.vakantietoeslag) == (2 * 80513, 2 * 84751)
    assert "(40% + 3 × 30%) / 3 van de gehuwdennorm € 1.955,80" in kaal(gevonden.delen[0].waarom)


def test_with_a_partner_without_right_one_of_the_three_gets_a_kostendelersnorm() -> None:
    assert norm(date(2025, 9, 1), situatie(SAMEN, kostendelers=1, partner_zonder_recht=True)).bedrag == 80513


@given(st.sampled_from([VOLWASSEN, AOW]), st.sampled_from([ALLEEN, OUDER, SAMEN]), st.integers(1, 9))
def test_another_medebewoner_never_raises_the_norm(groep: Leeftijdsgroep, leefvorm: Leefvorm, aantal: int) -> None:
    minder, meer = (norm(date(2026, 9, 1), situatie(leefvorm, groep, n)).bedrag for n in (aantal - 1, aantal))
    assert meer < minder


def test_below_21_there_is_no_kostendelersnorm() -> None:
    assert norm(date(2026, 9, 1), situatie(groep=JONG, kostendelers=2)).bedrag == 33290


def test_a_norm_the_college_decided_needs_no_table_and_is_counted_by_day_too() -> None:
    besluit = Normbesluit(120000, 6000, "besluit 2026-12, art. 18 lid 1")
    zelf = Leefsituatie(ALTIJD, Leefvorm.GEHUWDEN_MET_KINDEREN, VOLWASSEN, partner_zonder_recht=True, besluit=besluit)
    gevonden = norm(date(2030, 2, 1), zelf, recht=(Periode(date(2030, 2, 15)),))
    assert (gevonden.bedrag, gevonden.vakantietoeslag) == (60000, 3000)
    waarom = kaal(gevonden.delen[0].waarom)
    assert "zoals vastgesteld: € 1.200,00 per maand. Bron: besluit 2026-12, art. 18 lid 1." in waarom


def test_from_the_aow_leeftijd_the_sentence_names_the_svb() -> None:
    assert "Sociale Verzekeringsbank" in norm(date(2026, 9, 1), situatie(groep=AOW)).delen[0].waarom


def test_a_partner_without_right_leaves_half_of_the_norm() -> None:
    gevonden = norm(date(2026, 9, 1), situatie(SAMEN, partner_zonder_recht=True))
    assert gevonden.bedrag + gevonden.vakantietoeslag == 101390  # half of 2027,79
    assert "(art. 24 Participatiewet)" in gevonden.delen[0].waarom


@pytest.mark.parametrize(
    ("maak", "zin"),
    [
        (lambda: situatie(kostendelers=-1), "kleiner zijn dan nul"),
        (lambda: situatie(groep=Leeftijdsgroep.INRICHTING, kostendelers=1), "art. 23"),
        (lambda: situatie(SAMEN, GEMENGD, kostendelers=1), "art. 22a lid 3"),
        (lambda: situatie(Leefvorm.GEHUWDEN_MET_KINDEREN, partner_zonder_recht=True), "art. 24a.*leg die vast"),
        (lambda: Normbesluit(-1, 0, "besluit"), "niet negatief"),
        (lambda: situatie(ALLEEN, GEMENGD), "kan alleen bij gehuwden"),
        (lambda: situatie(ALLEEN, partner_zonder_recht=True), "kan alleen bij gehuwden"),
        (lambda: norm(date(2026, 11, 2)), "zijn eerste dag"),
        (lambda: norm(date(2026, 11, 1), situatie(), situatie(SAMEN)), "Op 1 november 2026 .* meer dan één leefsit"),
        (
            lambda: norm(date(2026, 11, 1), situatie(periode=Periode(date(2026, 11, 5)))),
            "Op 1 november 2026 .* geen leefsituatie vastgelegd",
        ),
        (lambda: norm(date(2027, 1, 1)), "op 1 januari 2027 is niet bekend"),
        (lambda: norm(date(2024, 12, 1)), "op 1 december 2024 is niet bekend"),
    ],
)
def test_what_is_missing_or_contradictory_is_said_in_dutch(maak, zin: str) -> None:
    with pytest.raises(NormFout, match=zin):
        maak()


def test_a_forecast_says_that_it_uses_the_norm_of_an_earlier_half_year() -> None:
    maart = norm_van_maand(date(2027, 3, 1), situaties=[situatie()], recht=[ALTIJD], tabel=TABEL, voorlopig=True)
    assert maart.voorlopig
    assert maart.delen[0].waarom.endswith("Voorlopig: dit is de norm vanaf 1 juli 2026, de nieuwe is nog niet bekend.")


MAAND = st.dates(date(2025, 1, 1), date(2026, 12, 31)).map(lambda dag: dag.replace(day=1))
GROEPEN = st.sampled_from([JONG, VOLWASSEN, AOW, Leeftijdsgroep.INRICHTING])


@st.composite
def weken(draw: st.DrawFn, maand: date) -> list[Leefsituatie]:
    """One to six situations that follow each other without a gap, changing on any day of the month."""
    dagen = monthrange(maand.year, maand.month)[1]
    wissels = sorted(draw(st.sets(st.integers(2, dagen), max_size=5)))
    randen = [date(2020, 1, 1), *(maand.replace(day=dag) for dag in wissels)]
    tot = [*(rand - timedelta(days=1) for rand in randen[1:]), None]
    vormen = st.sampled_from(list(Leefvorm))
    return [
        situatie(draw(vormen), draw(GROEPEN), periode=Periode(*van_tot)) for van_tot in zip(randen, tot, strict=True)
    ]


@given(st.data(), MAAND)
def test_the_parts_are_the_exact_sum_by_day_rounded_once(data: st.DataObject, maand: date) -> None:
    situaties, lengte = data.draw(weken(maand)), monthrange(maand.year, maand.month)[1]
    recht_op = data.draw(st.sets(st.integers(1, lengte)))
    recht = [Periode(maand.replace(day=dag), maand.replace(day=dag)) for dag in recht_op]
    gevonden = norm_van_maand(maand, situaties=situaties, recht=recht, tabel=TABEL)
    exact = Fraction(0)
    for dag in sorted(recht_op):
        op = maand.replace(day=dag)
        (geldig,) = [s for s in situaties if op in s.periode]
        exact += Fraction(TABEL.op(geldig.leefvorm, geldig.leeftijdsgroep, op).bedrag, lengte)
    assert abs(gevonden.bedrag - exact) <= Fraction(1, 2)
    assert sum(deel.bedrag for deel in gevonden.delen) == gevonden.bedrag
    assert sum(deel.dagen for deel in gevonden.delen) == len(recht_op)
    assert all(deel.bedrag >= 0 and deel.vakantietoeslag >= 0 for deel in gevonden.delen)
    omgekeerd = norm_van_maand(maand, situaties=situaties[::-1], recht=recht[::-1], tabel=TABEL)
    assert omgekeerd == gevonden


@given(MAAND, st.integers(1, 28), st.sampled_from(list(Leefvorm)))
def test_a_month_cut_in_two_with_the_same_norm_is_the_whole_amount(maand: date, dag: int, leefvorm: Leefvorm) -> None:
    knip = maand.replace(day=dag)
    recht = (Periode(date(2020, 1, 1), knip), Periode(knip + timedelta(days=1)))
    heel, in_tweeen = norm(maand, situatie(leefvorm)), norm(maand, situatie(leefvorm), recht=recht)
    assert in_tweeen == heel
    assert len(heel.delen) == 1


@pytest.mark.parametrize(("jaar", "maand", "dagen"), [(2028, 2, 29), (2027, 2, 28), (2100, 2, 28), (2028, 4, 30)])
def test_every_length_of_month_divides_by_its_own_days(jaar: int, maand: int, dagen: int) -> None:
    tabel = Normtabel([Norm(ALLEEN, VOLWASSEN, date(jaar, 1, 1), 100 * dagen, 5 * dagen, "bron")])
    eerste = date(jaar, maand, 1)
    gevonden = norm_van_maand(eerste, situaties=[situatie()], recht=[Periode(eerste.replace(day=dagen))], tabel=tabel)
    assert (gevonden.bedrag, gevonden.vakantietoeslag) == (100, 5)
