"""The components as HTML."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from cases.tijdlijn import Punt

OP = date(2026, 11, 20)


def html(bron: str, **inhoud: Any) -> str:
    return Template("{% load onderdelen %}" + bron).render(Context(inhoud))


@pytest.mark.parametrize(
    ("dag", "kort", "woorden"),
    [
        (date(2026, 11, 18), "−2 d", "2 dagen geleden"),
        (date(2026, 11, 19), "−1 d", "1 dag geleden"),
        (date(2026, 11, 20), "vandaag", "vandaag"),
        (date(2026, 11, 24), "4 d", "over 4 dagen"),
        (None, "", ""),
    ],
)
def test_days_left_are_counted_from_the_day_that_is_given(dag: date | None, kort: str, woorden: str) -> None:
    assert html("{{ dag|dagen_verschil:op }}|{{ dag|dagen_in_woorden:op }}", dag=dag, op=OP) == f"{kort}|{woorden}"


def test_a_moment_is_shown_in_dutch_time() -> None:
    net_na_middernacht = datetime(2026, 11, 19, 23, 30, tzinfo=UTC)
    bron = "{{ m|datum_lang }}|{{ m|datum }}|{{ m|datum_kort }}|{{ m|datum_cijfers }}|{{ m|tijdstip }}"
    assert html(bron, m=net_na_middernacht) == (
        "vrijdag 20 november 2026|20 november 2026|vr 20 nov|20-11-2026|20-11-2026 00:30"
    )


def test_a_masked_bsn_holds_no_more_than_three_digits() -> None:
    assert "111222" not in html("{{ bsn|bsn_gemaskeerd }}", bsn="111222333")
    assert "eindigt op 333" in html("{{ bsn|bsn_gemaskeerd }}", bsn="111222333")
    assert html("{{ bsn|bsn_gemaskeerd }}", bsn=None) == ""


@pytest.mark.parametrize("status", ["te_laat", "binnenkort", "later", "gehaald", "verstreken", "vervallen"])
def test_a_status_is_a_shape_and_a_word(status: str) -> None:
    badge = html("{% status_badge status %}", status=status)
    assert "<svg" in badge
    assert badge.strip().removesuffix("</span>").endswith(f"{status.replace('_', ' ')}")


def test_a_column_sorts_one_way_then_the_other_and_keeps_the_filter() -> None:
    def kop(vraag: str) -> str:
        return html('{% kolomkop "Naam" "naam" %}', request=RequestFactory().get(f"/?{vraag}"))

    assert 'href="?soort=PIP&amp;sorteer=naam"' in kop("soort=PIP&na=123")
    assert 'href="?sorteer=-naam"' in kop("sorteer=naam")
    assert 'aria-sort="ascending"' in kop("sorteer=naam")
    assert 'aria-sort="descending"' in kop("sorteer=-naam")
    assert "aria-sort" not in kop("sorteer=datum")


def test_names_with_markup_are_data_in_every_component() -> None:
    naam = "<script>alert(1)</script>"
    bron = (
        "{% paginakop naam onder=naam %}{% endpaginakop %}{% leeg naam naam %}{% knop naam url='#' over=naam %}"
        "{% definities rijen %}{% tabbladen tabs %}{% kruimels naam '#' naam %}"
        "{% melding 'fout' kop=naam %}{{ naam }}{% endmelding %}"
        "{% vlak naam %}{{ naam }}{% endvlak %}{% tabel naam %}<tr><td>{{ naam }}</td></tr>{% endtabel %}"
        "{% tijdlijn punten %}{% voortgang 1 2 naam %}{% status_badge 'later' naam %}"
    )
    punten = [Punt(datum=OP, label=naam)]
    uitkomst = html(bron, naam=naam, rijen=[(naam, naam)], tabs=[{"label": naam, "url": "#"}], punten=punten)
    assert "<script>" not in uitkomst
    assert uitkomst.count("&lt;script&gt;") >= 18


def test_a_time_line_says_everything_in_words_as_well() -> None:
    punten = [
        Punt(datum=date(2026, 9, 9), label="BRP-inschrijving"),
        Punt(datum=date(2026, 11, 18), label="PIP", soort="termijn", status="te_laat", url="/uitleg/"),
    ]
    uitkomst = html("{% tijdlijn punten vandaag=op %}", punten=punten, op=OP)
    tekening, lijst = uitkomst.split("<ol")
    assert 'aria-hidden="true"' in tekening
    assert "href" not in tekening
    assert "woensdag 9 september 2026: BRP-inschrijving" in lijst
    assert "woensdag 18 november 2026: PIP (te laat)" in lijst
    assert 'href="/uitleg/"' in lijst
    assert " style=" not in uitkomst


def test_an_unknown_value_is_called_unknown_and_zero_is_a_value() -> None:
    uitkomst = html("{% definities rijen %}", rijen=[("Telefoon", ""), ("Kinderen", 0)])
    assert uitkomst.count("niet bekend") == 1
    assert "<dd>0</dd>" in uitkomst
