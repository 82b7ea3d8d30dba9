"""What the crispy template pack `templates/nlds/` needs beside crispy's own filters."""

from django import forms
from django.forms import BoundField
from django.forms.widgets import Input
from django.template import Library
from django.utils.safestring import SafeString

register = Library()

KLASSEN: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.FileInput, "invoer--bestand"),
    (Input, "utrecht-textbox utrecht-textbox--html-input"),
)


@register.filter
def invoer(veld: BoundField) -> SafeString:
    """The widget with the class of the design system; describedby and invalid are Django's own work."""
    klasse = next((klasse for soort, klasse in KLASSEN if isinstance(veld.field.widget, soort)), "")
    eigen = veld.field.widget.attrs
    attrs: dict[str, str | bool] = {"class": f"{klasse} {eigen.get('class', '')}".strip()}
    if eigen.get("placeholder"):
        attrs["placeholder"] = False  # allauth repeats the label in the field
    return veld.as_widget(attrs=attrs)


@register.filter
def is_vinkje(veld: BoundField) -> bool:
    """One checkbox, whose label stands behind it."""
    return isinstance(veld.field.widget, forms.CheckboxInput)


@register.filter
def is_facultatief(veld: BoundField) -> bool:
    """Whether to say '(niet verplicht)'. A form of nothing but filters says it of none: `toon_facultatief = False`."""
    if veld.field.required or is_vinkje(veld) or veld.name in getattr(veld.form, "een_van", ()):
        return False
    return bool(getattr(veld.form, "toon_facultatief", True))
