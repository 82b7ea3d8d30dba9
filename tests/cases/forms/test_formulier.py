"""The look of a form: label, help, error, field; errors on top; Dutch sentences that name the field."""

import pytest
from crispy_forms.layout import Fieldset, Layout
from crispy_forms.utils import render_crispy_form
from django import forms
from django.http import QueryDict

from cases.forms.formulier import Formulier, ModelFormulier
from cases.forms.velden import DatumVeld
from cases.models import Afspraak


class Voorbeeld(Formulier):
    knop = "Registreren"
    annuleer_url = "/terug/"

    naam = forms.CharField()
    geboren = DatumVeld(label="Geboortedatum")
    groep = forms.ChoiceField(choices=[("a", "asiel"), ("g", "gezin")], widget=forms.RadioSelect)
    akkoord = forms.BooleanField(error_messages={"required": "Zonder akkoord gaat het niet."})
    taal = forms.CharField(required=False)

    def indeling(self) -> Layout:
        return Layout(Fieldset("Persoon", "naam", "geboren"), "groep")


@pytest.fixture
def html() -> str:
    return render_crispy_form(Voorbeeld({"geboren": "31-2-2026"}))


def test_every_error_names_its_field_and_links_to_it(html: str) -> None:
    lijst = html[html.index('role="alert"') : html.index("<fieldset")]
    assert "Er zijn 4 fouten" in lijst
    assert '<a href="#id_naam">Vul ‘Naam’ in.</a>' in lijst
    assert '<a href="#id_geboren">Geboortedatum: Deze datum bestaat niet.</a>' in lijst
    assert '<a href="#id_groep_0">Maak een keuze bij ‘Groep’.</a>' in lijst
    assert '<a href="#id_akkoord">Zonder akkoord gaat het niet.</a>' in lijst


def test_help_and_error_stand_between_label_and_field_and_belong_to_it(html: str) -> None:
    plekken = [
        html.index(stuk)
        for stuk in ('for="id_geboren"', 'id="id_geboren_helptext"', 'id="id_geboren_error"', 'name="geboren"')
    ]
    assert plekken == sorted(plekken)
    veld = html[html.rindex("<input", 0, html.index('id="id_geboren"')) :].split(">")[0]
    assert 'aria-describedby="id_geboren_helptext id_geboren_error"' in veld
    assert 'aria-invalid="true"' in veld


def test_radios_are_a_group_with_a_legend(html: str) -> None:
    groep = html[html.index('id="div_id_groep"') :]
    assert 'aria-describedby="id_groep_error"' in groep.split(">")[0]
    assert "<legend" in groep[: groep.index("</fieldset>")]


def test_only_what_may_stay_empty_is_marked(html: str) -> None:
    assert html.count("(niet verplicht)") == 1
    assert "(niet verplicht)" not in render_crispy_form(type("Filter", (Voorbeeld,), {"toon_facultatief": False})())


def test_the_form_posts_itself_without_the_messages_of_the_browser(html: str) -> None:
    vorm = html[html.index("<form") :].split(">")[0]
    assert "novalidate" in vorm
    assert 'method="post"' in vorm
    assert " required" not in html
    assert 'name="opslaan"' in html
    assert 'href="/terug/"' in html


def test_what_people_type_is_never_markup() -> None:
    html = render_crispy_form(Voorbeeld({"naam": "<b>{{ form }}</b>", "taal": '"><script>'}))
    assert "<b>" not in html
    assert "<script>" not in html
    assert "&lt;b&gt;{{ form }}&lt;/b&gt;" in html


def test_a_formset_lists_the_errors_of_all_rows() -> None:
    reeks = forms.formset_factory(Voorbeeld, extra=0, min_num=2, validate_min=True)
    html = render_crispy_form(reeks({"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-naam": "x"}))
    assert 'href="#id_form-1-naam"' in html
    assert 'href="#id_form-0-naam"' not in html


def test_an_empty_choice_is_a_word_and_not_a_row_of_dashes() -> None:
    class Afspraakform(ModelFormulier):
        class Meta:
            model = Afspraak
            fields = ["soort", "plaatssoort"]

    form = Afspraakform()

    assert "-----" not in form.as_p()
    assert form.fields["soort"].choices[0] == ("", "Maak een keuze")


FARSI = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"  # with the ZWNJ that its spelling needs


@pytest.mark.parametrize(
    ("getypt", "bewaard"),
    [
        ("les \u202e3 nav\u202c dagen", "les 3 nav dagen"),
        ("\u2066Ah\u200bmed\xad\ufeff\u2069", "Ahmed"),
        ("regel\x0been\u2028twee\x07", "regel een twee"),
        (FARSI, FARSI),
        ("\u2019s Gravenhage, Şahin", "\u2019s Gravenhage, Şahin"),
    ],
)
def test_what_nobody_sees_is_taken_out_of_what_is_typed(getypt: str, bewaard: str) -> None:
    data = QueryDict(mutable=True)
    data.update({"naam": getypt, "geboren": "1-2-1990", "groep": "a", "akkoord": "on"})
    form = Voorbeeld(data)

    assert form.is_valid()
    assert form.cleaned_data["naam"] == bewaard
