from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering.recht.geld import euro
from ontzorgen.afrekening import Overbrugging, VasteLast, reken_af
from ontzorgen.bijstandsnorm import Leefsituatie, Maandnorm, norm_van_maand
from ontzorgen.kortingen import Korting, KortingSoort
from ontzorgen.maanden import Periode, maanden_vanaf
from ontzorgen.normbestand import standaardnormen
from ontzorgen.normen import Leeftijdsgroep, Leefvorm
from ontzorgen.prognose import AANTAL_MAANDEN, Prognose, PrognoseFout, voorspel
from ontzorgen.staafbeeld import teken
from ontzorgen.toeslagen import Toeslag, ToeslagSoort
from tests.ontzorgen.hulp import NOVEMBER, kaal, maandnorm

OP = date(2026, 11, 22)
MAANDEN = maanden_vanaf(NOVEMBER, AANTAL_MAANDEN)
HUUR = VasteLast("1", "HUUR", "Huur", "Eigen Haard", 80000)
HUURTOESLAG = Toeslag(ToeslagSoort.HUURTOESLAG, 30000, date(2026, 11, 2), verwacht=date(2027, 2, 20))
ZORGTOESLAG = Toeslag(ToeslagSoort.ZORGTOESLAG, 12000)


@dataclass(frozen=True)
class Maandinvoer:
    norm: Maandnorm
    overbruggingen: tuple[Overbrugging, ...] = ()
    lasten: tuple[VasteLast, ...] = ()
    kortingen: tuple[Korting, ...] = ()


def prognose(invoer: list[Maandinvoer], toeslagen: tuple[Toeslag, ...] = (), minimum: int = 40000) -> Prognose:
    afrekeningen = [
        reken_af(maand.norm, kortingen=maand.kortingen, overbruggingen=maand.overbruggingen, lasten=maand.lasten,
                 volgorde=["HUUR"], minimum_leefgeld=minimum)
        for maand in invoer
    ]  # fmt: skip
    return voorspel(afrekeningen, toeslagen=toeslagen, op=OP)


def gelijke_maanden(bedrag: int, **velden) -> list[Maandinvoer]:
    return [Maandinvoer(maandnorm(bedrag, maand=maand), **velden) for maand in MAANDEN]


def test_the_first_month_below_the_minimum_is_named_with_what_is_missing() -> None:
    invoer = gelijke_maanden(110000, lasten=(HUUR,))
    for maand in (0, 1):
        invoer[maand] = Maandinvoer(invoer[maand].norm, overbruggingen=(Overbrugging(15000, "b"),), lasten=(HUUR,))
    gevonden = prognose(invoer, (ZORGTOESLAG, HUURTOESLAG))
    assert [maand.te_besteden for maand in gevonden.maanden] == [45000, 45000, 30000] + [60000] * 6
    assert gevonden.eerste_tekort is gevonden.maanden[2]
    assert [kaal(zin) for zin in gevonden.uitleg] == [
        "Januari 2027 is de eerste maand onder het minimum van € 400,00: € 300,00 leefgeld + € 0,00 toeslagen = "
        "€ 300,00, € 100,00 te weinig.",
        "Niet binnen in die maand: huurtoeslag (komt pas in februari 2027) en zorgtoeslag (niet aangevraagd).",
    ]


def test_without_a_shortage_the_leanest_month_is_named() -> None:
    gevonden = prognose(gelijke_maanden(120000, lasten=(HUUR,)), (HUURTOESLAG,))
    assert gevonden.eerste_tekort is None
    assert [kaal(zin) for zin in gevonden.uitleg] == [
        "Van november 2026 tot en met juli 2027 blijft er elke maand genoeg over. Het minst is het in november 2026: "
        "€ 400,00 leefgeld + € 0,00 toeslagen = € 400,00."
    ]


def test_what_stays_open_of_the_vaste_lasten_is_not_money_to_spend() -> None:
    eerste = prognose(gelijke_maanden(70000, lasten=(HUUR,))).maanden[0]
    assert (eerste.afrekening.leefgeld, eerste.totaal_tekort, eerste.te_besteden) == (0, 10000, -10000)
    assert kaal(eerste.som) == (
        "€ 0,00 leefgeld + € 0,00 toeslagen − € 100,00 vaste lasten die open blijven = −€ 100,00"
    )


LOON = Korting(KortingSoort.INKOMEN, 60000, "loonstrook")
MEER_DAN_DE_NORM = Korting(KortingSoort.INKOMEN, 180000, "loonstrook")


@pytest.mark.parametrize(
    ("kortingen", "leefgeld", "te_besteden"),
    [((), 50000, 50000), ((LOON,), 0, 50000), ((MEER_DAN_DE_NORM,), 0, 100000)],
)
def test_who_works_lives_on_the_income_that_the_bijstand_goes_down_by(kortingen, leefgeld, te_besteden) -> None:
    """The income is money of the household, also what goes beyond the norm; so no month is falsely short."""
    maand = prognose(gelijke_maanden(130000, lasten=(HUUR,), kortingen=kortingen)).maanden[0]
    assert (maand.afrekening.leefgeld, maand.te_besteden, maand.onder_minimum) == (leefgeld, te_besteden, False)
    assert maand.afrekening.om_van_te_leven == te_besteden
    assert maand.afrekening.waarschuwing == ""
    beeld = teken(prognose(gelijke_maanden(130000, lasten=(HUUR,), kortingen=kortingen)))
    assert {(staaf.inkomen > 0, staaf.onder) for staaf in beeld.staven} == {(bool(kortingen), False)}


def test_income_that_is_not_enough_is_said_beside_the_minimum() -> None:
    maand = prognose(gelijke_maanden(130000, lasten=(HUUR,), kortingen=(LOON,)), minimum=55000).maanden[0]
    assert kaal(maand.som) == (
        "€ 0,00 leefgeld + € 600,00 eigen inkomen + € 0,00 toeslagen − € 100,00 vaste lasten die open blijven = "
        "€ 500,00"
    )
    assert kaal(maand.afrekening.waarschuwing) == (
        "Het leefgeld in november 2026 is € 0,00. Met € 600,00 eigen inkomen en na wat open blijft van de vaste "
        "lasten is er € 500,00 om van te leven, dat is € 50,00 minder dan het minimum van € 550,00."
    )


def test_a_month_speaks_of_the_minimum_with_one_measure() -> None:
    """The toeslagen count here: the settlement alone would be short, the month is not."""
    for toeslagen, minder in (((Toeslag(ToeslagSoort.ZORGTOESLAG, 12000, ontvangen=date(2026, 10, 1)),), ""),
                              ((), ", € 100,00 minder dan het minimum van € 400,00")):  # fmt: skip
        maand = prognose(gelijke_maanden(110000, lasten=(HUUR,)), toeslagen).maanden[0]
        assert (bool(maand.afrekening.waarschuwing), maand.onder_minimum) == (True, bool(minder))
        assert "minimum" not in " ".join(regel.zin for regel in maand.regels)
        assert kaal(maand.slotzin).endswith(f"= {kaal(euro(maand.te_besteden))}{minder}.")


def test_a_forecast_past_the_known_norms_says_from_which_month() -> None:
    altijd = Periode(date(2026, 1, 1))
    situatie = Leefsituatie(altijd, Leefvorm.ALLEENSTAANDE, Leeftijdsgroep.VAN_21_TOT_AOW)
    tabel = standaardnormen()
    normen = [
        norm_van_maand(maand, situaties=[situatie], recht=[altijd], tabel=tabel, voorlopig=True) for maand in MAANDEN
    ]
    gevonden = prognose([Maandinvoer(norm) for norm in normen])
    assert [maand.afrekening.norm.voorlopig for maand in gevonden.maanden] == [False, False] + [True] * 7
    assert gevonden.uitleg[-1] == "Vanaf januari 2027 is gerekend met de laatst bekende bijstandsnorm."


@pytest.mark.parametrize(
    ("maanden", "zin"),
    [
        ([], "ten minste één maand"),
        ([MAANDEN[0], MAANDEN[2]], "Na november 2026 hoort december 2026, niet januari 2027"),
    ],
)
def test_months_that_do_not_follow_each_other_are_refused(maanden: list[date], zin: str) -> None:
    with pytest.raises(PrognoseFout, match=zin):
        prognose([Maandinvoer(maandnorm(1, maand=maand)) for maand in maanden])


DAGEN = st.none() | st.dates(date(2026, 9, 1), date(2027, 9, 1))
TOESLAGEN = st.lists(
    st.builds(
        Toeslag, st.sampled_from(list(ToeslagSoort)), st.integers(0, 60000), st.just(date(2026, 9, 1)), DAGEN, DAGEN
    ),
    max_size=4,
)


@given(st.lists(st.integers(0, 200000), min_size=9, max_size=9), TOESLAGEN, st.integers(0, 100000), st.randoms())
def test_the_first_shortage_is_the_first_month_whose_sum_is_below_the_minimum(
    bedragen, toeslagen, minimum, toeval
) -> None:
    invoer = [
        Maandinvoer(maandnorm(bedrag, maand=maand), lasten=(HUUR,))
        for bedrag, maand in zip(bedragen, MAANDEN, strict=True)
    ]
    gevonden = prognose(invoer, tuple(toeslagen), minimum)
    sommen = [
        bedrag - HUUR.bedrag + maand.totaal_toeslagen for bedrag, maand in zip(bedragen, gevonden.maanden, strict=True)
    ]
    assert [maand.te_besteden for maand in gevonden.maanden] == sommen
    onder = [plaats for plaats, som in enumerate(sommen) if som < minimum]
    verwacht = gevonden.maanden[onder[0]] if onder else None
    assert gevonden.eerste_tekort is verwacht
    toeval.shuffle(toeslagen)
    assert prognose(invoer, tuple(toeslagen), minimum) == gevonden
