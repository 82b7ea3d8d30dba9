"""The form every form here starts from: Dutch messages that name the field, and one look through crispy."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.db.models.fields import BLANK_CHOICE_DASH
from django.forms.utils import pretty_name
from django.http import QueryDict

from cases.onzichtbaar import schone_invoer

_STREEPJES = BLANK_CHOICE_DASH[0][1]
_KIES = "Maak een keuze"


class Opmaak(forms.BaseForm):
    """Mixin. A template says `{% crispy form %}` and gets the whole form: errors on top, fields, buttons.

    knop: text of the submit button, empty for none; knop_naam: its name.
    annuleer_url: set by the view when there is a place to go back to.
    form_tag: False when the template writes its own `<form>`; form_method: "post" or "get".
    bewaak: ask before leaving the page with something typed.
    toon_facultatief: False for filters, where nothing is compulsory.
    een_van: fields of which at least one is needed, so that none of them says '(niet verplicht)'.
    """

    use_required_attribute = False  # the messages of the browser are not ours, and not on top of the page
    knop = "Opslaan"
    knop_naam = "opslaan"
    annuleer_url = ""
    form_tag = True
    form_method = "post"
    form_class = "formulier"
    bewaak = False
    toon_facultatief = True
    een_van: frozenset[str] = frozenset()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self.data = schone_invoer(self.data)
        for naam, veld in self.fields.items():
            _vertaal_verplicht(veld, str(veld.label or pretty_name(naam)))
            _noem_lege_keuze(veld)

    def indeling(self) -> Layout | None:
        """The layout (Fieldset, Row, Div) where the plain order of the fields will not do.

        Crispy renders a legend as a template: never put data in it.
        """
        return None

    @cached_property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag, helper.form_method, helper.form_class = self.form_tag, self.form_method, self.form_class
        helper.attrs = {"novalidate": True} | ({"data-bewaak": True} if self.bewaak else {})
        helper.annuleer_url = self.annuleer_url
        if self.knop:
            helper.add_input(Submit(self.knop_naam, self.knop))
        layout = self.indeling()
        if layout is not None:
            helper.layout = layout
            helper.render_unmentioned_fields = True
        return helper


class Formulier(Opmaak, forms.Form):
    """Our `forms.Form`."""


class ModelFormulier(Opmaak, forms.ModelForm):
    """Our `forms.ModelForm`."""


def getypt(form: type[forms.BaseForm], data: QueryDict) -> dict[str, Any]:
    """What was typed, as `initial` of a form that shows other fields and judges nothing yet."""
    return {
        naam: data.getlist(naam) if isinstance(veld, forms.MultipleChoiceField) else data[naam]
        for naam, veld in form.base_fields.items()  # type: ignore[attr-defined]  # set by the metaclass
        if naam in data
    }


def _noem_lege_keuze(veld: forms.Field) -> None:
    """A word where Django draws a row of dashes; own words stay."""
    if isinstance(veld, forms.ModelChoiceField):
        if veld.empty_label == _STREEPJES:
            veld.empty_label = _KIES
    elif isinstance(veld, forms.ChoiceField):
        keuzes: Iterable[Any] = veld.choices  # type: ignore[assignment]  # typed as what may be set, not what is got
        veld.choices = [(waarde, _KIES if label == _STREEPJES else label) for waarde, label in keuzes]


def _vertaal_verplicht(veld: forms.Field, label: str) -> None:
    """Django's 'Dit veld is verplicht.' becomes a sentence with the name of the field; own messages stay."""
    if str(veld.error_messages.get("required")) != str(forms.Field.default_error_messages["required"]):
        return
    if isinstance(veld, forms.FileField):
        zin = "Kies een bestand bij ‘{}’."
    elif isinstance(veld, forms.BooleanField):
        zin = "Vink ‘{}’ aan om verder te gaan."
    elif isinstance(veld, forms.ChoiceField | forms.ModelChoiceField):
        zin = "Maak een keuze bij ‘{}’."
    else:
        zin = "Vul ‘{}’ in."
    veld.error_messages["required"] = zin.format(label)
