from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontzorgen.afrekening import Overbrugging, RegelSoort, VasteLast, reken_af
from ontzorgen.bijstandsnorm import Leefsituatie, norm_van_maand
from ontzorgen.kortingen import AfrekeningFout, Korting, KortingSoort
from ontzorgen.maanden import Periode
from ontzorgen.normbestand import standaardnormen
from ontzorgen.normen import Leeftijdsgroep, Leefvorm
from tests.ontzorgen.hulp import NOVEMBER, kaal, maandnorm

VOLGORDE = ("HUUR", "ENERGIE", "WATER", "ZORG")
HUUR = VasteLast("1", "HUUR", "Huur", "Eigen Haard", 71234)
ENERGIE = VasteLast("2", "ENERGIE", "Gas en stroom", "Vattenfall", 18500)
ZORG = VasteLast("3", "ZORG", "Zorgverzekering", "Zilveren Kruis", 16795)


def korting(soort: KortingSoort, bedrag: int, bron: str = "besluit 1") -> Korting:
    return Korting(soort, bedrag, bron)


def test_the_month_of_a_family_settles_with_every_row_explained() -> None:
    altijd = Periode(date(2026, 1, 1))
    gezin = Leefsituatie(altijd, Leefvorm.GEHUWDEN_MET_KINDEREN, Leeftijdsgroep.VAN_21_TOT_AOW)
    norm = norm_van_maand(NOVEMBER, situaties=[gezin], recht=[altijd], tabel=standaardnormen())
    afrekening = reken_af(
        norm,
        kortingen=[korting(KortingSoort.INKOMEN, 20000, "loonstrook november")],
        overbruggingen=[Overbrugging(15000, "besluit 2026-31")],
        lasten=[ZORG, ENERGIE, HUUR],
        volgorde=VOLGORDE,
    )
    assert [(regel.soort, regel.bedrag) for regel in afrekening.regels] == [
        (RegelSoort.NORM, 192640),
        (RegelSoort.KORTING, -20000),
        (RegelSoort.OVERBRUGGING, 15000),
        (RegelSoort.VASTE_LAST, -71234),
        (RegelSoort.VASTE_LAST, -18500),
        (RegelSoort.VASTE_LAST, -16795),
        (RegelSoort.LEEFGELD, 81111),
    ]
    assert [kaal(regel.zin) for regel in afrekening.regels[1:4]] == [
        "Inkomen: € 200,00 (art. 19 lid 2 en 32 Participatiewet). Bron: loonstrook november.",
        "Bijzondere bijstand als overbrugging: € 150,00 (art. 35 Participatiewet). Bron: besluit 2026-31.",
        "€ 712,34, helemaal betaald uit de bijstand (art. 56a Participatiewet).",
    ]
    assert kaal(afrekening.regels[-1].zin) == "€ 1.876,40 − € 1.065,29 vaste lasten = € 811,11."
    assert afrekening.tekorten == ()


def test_a_shortage_hits_the_last_kind_of_the_order_and_says_why() -> None:
    afrekening = reken_af(maandnorm(90000), lasten=[ZORG, ENERGIE, HUUR], volgorde=VOLGORDE, minimum_leefgeld=20000)
    assert [(regel.last.naam, regel.betaald, regel.tekort) for regel in afrekening.lasten] == [
        ("Huur", 71234, 0),
        ("Gas en stroom", 18500, 0),
        ("Zorgverzekering", 266, 16529),
    ]
    assert [kaal(regel.zin) for regel in afrekening.tekorten] == [
        "Zorgverzekering aan Zilveren Kruis: € 2,66 van € 167,95 betaald. € 165,29 is niet betaald: er wordt niet meer "
        "betaald dan de bijstand van de maand, en na de lasten die voorgaan was er nog € 2,66."
    ]
    assert kaal(afrekening.waarschuwing) == (
        "Het leefgeld in november 2026 is € 0,00, dat is € 200,00 minder dan het minimum van € 200,00."
    )


def test_another_order_of_the_gemeente_pays_another_last_first() -> None:
    afrekening = reken_af(maandnorm(90000), lasten=[HUUR, ENERGIE, ZORG], volgorde=VOLGORDE[::-1])
    assert [(regel.last.naam, regel.betaald) for regel in afrekening.lasten] == [
        ("Zorgverzekering", 16795),
        ("Gas en stroom", 18500),
        ("Huur", 54705),
    ]


def test_the_minimum_itself_gives_no_warning() -> None:
    assert reken_af(maandnorm(20000), minimum_leefgeld=20000).waarschuwing == ""


def test_more_income_than_norm_leaves_the_overbrugging_and_says_what_stays_over() -> None:
    afrekening = reken_af(
        maandnorm(100000),
        kortingen=[korting(KortingSoort.INKOMEN, 120000)],
        overbruggingen=[Overbrugging(5000, "besluit 2")],
    )
    (regel,) = afrekening.kortingen
    assert (regel.bedrag, regel.blijft_over, afrekening.leefgeld) == (100000, 20000, 5000)
    assert "€ 200,00 is meer dan de norm" in kaal(regel.zin)


def test_a_voorschot_is_taken_back_before_a_beslag_and_what_does_not_fit_stays() -> None:
    afrekening = reken_af(
        maandnorm(134849),
        kortingen=[korting(KortingSoort.BESLAG, 10000, "deurwaarder"), korting(KortingSoort.VOORSCHOT, 130000)],
        beslagvrije_voet=128107,
    )
    assert [(r.korting.soort, r.bedrag, r.blijft_over) for r in afrekening.kortingen] == [
        (KortingSoort.VOORSCHOT, 130000, 0),
        (KortingSoort.BESLAG, 0, 10000),
    ]
    assert kaal(afrekening.kortingen[1].zin).endswith("€ 100,00 past niet in deze maand en blijft staan.")


def test_a_beslag_takes_only_what_stands_above_the_beslagvrije_voet() -> None:
    afrekening = reken_af(
        maandnorm(134849),
        kortingen=[korting(KortingSoort.BESLAG, 10000, "deurwaarder")],
        overbruggingen=[Overbrugging(30000, "besluit 3")],
        beslagvrije_voet=128107,
    )
    assert (afrekening.totaal_kortingen, afrekening.leefgeld) == (6742, 158107)
    assert "Alleen wat boven de beslagvrije voet van € 1.281,07 komt" in kaal(afrekening.kortingen[0].zin)


def test_the_reserve_is_rounded_to_the_nearest_cent() -> None:
    reserves = [
        reken_af(maandnorm(95000, 5000), kortingen=[korting(KortingSoort.INKOMEN, inkomen)]).vakantietoeslag
        for inkomen in (5, 10)
    ]
    assert reserves == [5000, 4999]  # 4999,74 and 4999,47


@pytest.mark.parametrize(
    ("soort", "reserve"), [(KortingSoort.INKOMEN, 3334), (KortingSoort.VERLAGING, 3334), (KortingSoort.VOORSCHOT, 5000)]
)
def test_income_and_verlaging_also_lower_the_vakantietoeslag(soort: KortingSoort, reserve: int) -> None:
    afrekening = reken_af(maandnorm(95000, 5000), kortingen=[korting(soort, 31653)])
    assert afrekening.vakantietoeslag == reserve
    assert ("€ 16,66 minder dan bij de norm" in kaal(afrekening.reservering)) is (reserve < 5000)
    assert afrekening.leefgeld == 95000 - 31653


@pytest.mark.parametrize(
    ("maak", "zin"),
    [
        (lambda: korting(KortingSoort.INKOMEN, -1), "korting kan niet negatief zijn: inkomen"),
        (lambda: Overbrugging(-1, "besluit 4"), "overbrugging kan niet negatief zijn"),
        (lambda: VasteLast("1", "HUUR", "Huur", "Eigen Haard", -1), "negatief zijn: Huur aan Eigen Haard"),
        (
            lambda: reken_af(maandnorm(1), lasten=[HUUR], volgorde=["ZORG"]),
            "Huur aan Eigen Haard staat niet in de volg",
        ),
        (lambda: reken_af(maandnorm(1), lasten=[HUUR, HUUR], volgorde=VOLGORDE), "Eigen Haard staat twee keer"),
        (
            lambda: reken_af(maandnorm(1), kortingen=[korting(KortingSoort.TERUGVORDERING, 1)]),
            "beslagvrije voet nodig",
        ),
        (
            lambda: reken_af(maandnorm(1), kortingen=[korting(KortingSoort.BESLAG, 1)], beslagvrije_voet=-5),
            "beslagvrije voet nodig",
        ),
    ],
)
def test_bad_input_is_refused_in_dutch(maak, zin: str) -> None:
    with pytest.raises(AfrekeningFout, match=zin):
        maak()


CENTEN = st.integers(0, 300_000)
KORTINGEN = st.lists(
    st.builds(Korting, st.sampled_from(list(KortingSoort)), CENTEN, st.text("ab", max_size=1)), max_size=6
)
LASTEN = st.lists(
    st.builds(
        VasteLast, st.text("0123456789", max_size=2), st.sampled_from(VOLGORDE), st.just("Last"), st.just("X"), CENTEN
    ),
    max_size=6,
    unique_by=lambda last: last.sleutel,
)
EXTRA = st.lists(st.builds(Overbrugging, CENTEN, st.text("ab", max_size=1)), max_size=3)


@given(CENTEN, KORTINGEN, EXTRA, LASTEN, st.permutations(VOLGORDE), CENTEN, st.randoms(use_true_random=False))
def test_paid_lasten_and_leefgeld_are_always_norm_less_kortingen_plus_overbrugging(
    norm, kortingen, extra, lasten, volgorde, voet, toeval
) -> None:
    afrekening = reken_af(maandnorm(norm), kortingen=kortingen, overbruggingen=extra, lasten=lasten, volgorde=volgorde,
                          beslagvrije_voet=voet)  # fmt: skip
    beschikbaar = norm - sum(r.bedrag for r in afrekening.kortingen) + sum(o.bedrag for o in extra)
    assert sum(r.betaald for r in afrekening.lasten) + afrekening.leefgeld == beschikbaar
    assert sum(regel.bedrag for regel in afrekening.regels[:-1]) == afrekening.regels[-1].bedrag == afrekening.leefgeld
    assert afrekening.leefgeld >= 0
    assert 0 <= afrekening.totaal_kortingen <= norm
    assert all(0 <= r.betaald <= r.last.bedrag for r in afrekening.lasten)
    assert all(0 <= r.bedrag <= r.korting.bedrag for r in afrekening.kortingen)
    assert len(afrekening.lasten) == len(lasten)
    if afrekening.tekorten:
        assert afrekening.leefgeld == 0
    for lijst in (kortingen, extra, lasten):
        toeval.shuffle(lijst)
    geschud = reken_af(maandnorm(norm), kortingen=kortingen, overbruggingen=extra, lasten=lasten, volgorde=volgorde,
                       beslagvrije_voet=voet)  # fmt: skip
    assert geschud == afrekening


@given(CENTEN, LASTEN, st.permutations(VOLGORDE))
def test_a_last_is_short_only_when_those_before_it_are_paid_and_those_after_it_get_nothing(
    norm, lasten, volgorde
) -> None:
    regels = reken_af(maandnorm(norm), lasten=lasten, volgorde=volgorde).lasten
    assert [volgorde.index(r.last.soort) for r in regels] == sorted(volgorde.index(r.last.soort) for r in regels)
    eerste = next((plaats for plaats, regel in enumerate(regels) if regel.tekort), len(regels))
    assert all(regel.betaald == 0 for regel in regels[eerste + 1 :])
    if eerste < len(regels):
        assert sum(regel.betaald for regel in regels) == norm


@given(CENTEN, KORTINGEN, CENTEN)
def test_beslag_and_terugvordering_never_go_below_the_beslagvrije_voet(norm, kortingen, voet) -> None:
    afrekening = reken_af(maandnorm(norm), kortingen=kortingen, beslagvrije_voet=voet)
    genomen = sum(r.bedrag for r in afrekening.kortingen if r.korting.soort.kent_beslagvrije_voet)
    assert genomen == 0 or afrekening.leefgeld >= voet
