"""The sentences that people read."""

from datetime import date

from inburgering.recht.kalender import standaard_kalender
from inburgering.recht.regels import REGELS
from inburgering.recht.uitkomst import bereken
from inburgering.recht.uitleg import datum_kort, datum_lang, opsomming, regelzin, rekenzinnen, uitleg, zin

KALENDER = standaard_kalender()


def test_dates_are_written_out_in_dutch() -> None:
    assert datum_lang(date(2026, 11, 10)) == "dinsdag 10 november 2026"
    assert datum_kort(date(2026, 11, 10)) == "di 10 nov"
    assert datum_kort(date(2026, 3, 1)) == "zo 1 mrt"


def test_an_enumeration_ends_with_en() -> None:
    assert [opsomming(list("abc"[:n])) for n in range(4)] == ["", "a", "a en b", "a, b en c"]


def test_an_ordinary_last_day_is_explained() -> None:
    assert rekenzinnen(bereken("PIP_10W", date(2026, 9, 1), KALENDER)) == [
        "dinsdag 1 september 2026 + 10 weken = dinsdag 10 november 2026.",
        "Dat is een gewone dag; de termijn verschuift niet.",
        "De laatste dag is dinsdag 10 november 2026.",
    ]


def test_every_skipped_day_is_named_and_the_shift_has_its_articles() -> None:
    assert rekenzinnen(bereken("PIP_10W", date(2027, 2, 24), KALENDER))[1] == (
        "Als laatste dag tellen niet: woensdag 5 mei, donderdag 6 mei (Hemelvaartsdag), vrijdag 7 mei (KB-dag: "
        "vrijdag na Hemelvaartsdag), zaterdag 8 mei en zondag 9 mei. De termijn loopt door tot en met maandag 10 mei "
        "2027 (art. 1 lid 1 en art. 3 Algemene termijnenwet)."
    )


def test_one_skipped_day_reads_in_the_singular() -> None:
    assert rekenzinnen(bereken("PIP_10W", date(2026, 2, 16), KALENDER))[1].startswith(
        "Als laatste dag telt niet: maandag 27 april (Koningsdag). De termijn loopt door tot en met dinsdag 28 april"
    )


def test_a_term_of_years_tells_when_it_begins_and_why_it_stays_on_a_sunday() -> None:
    assert rekenzinnen(bereken("INBURGERINGSTERMIJN_3J", date(2025, 2, 27), KALENDER)) == [
        "De termijn begint de dag na donderdag 27 februari 2025, op vrijdag 28 februari 2025; die dag telt mee.",
        "vrijdag 28 februari 2025 + 3 jaar - 1 dag = zondag 27 februari 2028.",
        "Dat is een zondag, maar de termijn verschuift niet: een termijn langer dan twaalf weken of drie maanden "
        "schuift niet (art. 4 Algemene termijnenwet).",
        "De laatste dag is zondag 27 februari 2028.",
    ]


def test_a_month_that_is_too_short_is_explained() -> None:
    assert rekenzinnen(bereken("AANBOD_3M", date(2024, 11, 30), KALENDER))[0] == (
        "zaterdag 30 november 2024 + 3 maanden = vrijdag 28 februari 2025: een dag met nummer 30 bestaat in die maand "
        "niet, dus telt de laatste dag van de maand."
    )


def test_a_fixed_day_is_explained() -> None:
    eerste = rekenzinnen(bereken("SISA_15JULI", date(2027, 12, 31), KALENDER))[0]
    assert eerste == "De vaste datum na vrijdag 31 december 2027 is zaterdag 15 juli 2028."


def test_the_rule_is_named_with_its_article() -> None:
    assert regelzin(bereken("BEZWAAR_POST_1W", date(2026, 4, 28), KALENDER)) == (
        "Bezwaar per post ontvangen: gerekend vanaf de laatste dag van de bezwaartermijn. "
        "Grondslag: art. 6:9 lid 2 Algemene wet bestuursrecht."
    )


def test_the_warning_closes_the_explanation() -> None:
    assert uitleg(bereken("PIP_10W", date(2031, 2, 3), KALENDER))[-1].startswith("Let op: De KB-dagen van 2031")


def test_every_rule_gives_one_line_that_ends_as_a_sentence() -> None:
    for code in REGELS:
        regel = zin(bereken(code, date(2026, 1, 30), KALENDER))
        assert "\n" not in regel
        assert ".." not in regel
        assert "  " not in regel
        assert regel.endswith(".")
