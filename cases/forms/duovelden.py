"""The fields of a request to DUO and of its decision, and the grounds that may be recorded by name."""

from collections.abc import Mapping

from django import forms

from inburgering.recht.duo_besluit import AANVRAAG_LABELS, GROND_LABELS, OMVANG_LABELS, UITKOMST_LABELS

from .velden import DatumVeld

_KIES = ("", "Maak een keuze")


def aanvraagvelden() -> dict[str, forms.Field]:
    """What was asked, and the ground; health and safety stay out of it (AVG 9)."""
    return {
        "aanvraag": forms.ChoiceField(label="Aanvraag om", choices=_keuzes(AANVRAAG_LABELS)),
        "verlengingsgrond": forms.ChoiceField(
            label="Grond van de verlenging",
            choices=_keuzes(GROND_LABELS),
            required=False,
            help_text="Alleen bij verlenging. Kies bij ziekte, overlijden, bevalling, opvang of dakloosheid ‘een "
            "persoonlijke omstandigheid’. Meer hoort niet in het dossier.",
        ),
    }


def besluitvelden() -> dict[str, forms.Field]:
    """The same and what DUO decided: a new last day, or how much of the duty falls away."""
    return {
        **aanvraagvelden(),
        "uitkomst": forms.ChoiceField(label="Besluit", choices=list(UITKOMST_LABELS.items()), widget=forms.RadioSelect),
        "einde": DatumVeld(
            label="Nieuwe laatste dag van de termijn",
            required=False,
            help_text="Bij een toegekende verlenging: de dag die DUO in het besluit noemt (dd-mm-jjjj).",
        ),
        "omvang": forms.ChoiceField(
            label="Waarvoor",
            choices=_keuzes(OMVANG_LABELS),
            required=False,
            help_text="Bij een toegekende ontheffing of vrijstelling.",
        ),
    }


def _keuzes(labels: Mapping[str, str]) -> list[tuple[str, str]]:
    return [_KIES, *((str(waarde), label) for waarde, label in labels.items())]
