"""The calculator by hand: one term, one date."""

from django import forms

from inburgering.recht.regels import REGELS
from inburgering.recht.uitkomst import EERSTE_JAAR, LAATSTE_JAAR

from .formulier import Formulier
from .velden import DatumVeld

# By subject, as people look for them; a rule that is not named here stands under the last heading.
ONDERWERPEN = (
    ("Persoonlijk plan (PIP)", ("PIP_10W", "PIP_10W_2022", "PIP_DERDEN_2W", "PIP_VERHUIZING_10W")),
    ("Na het PIP", ("AANBOD_3M", "ONDERWIJSROUTE_START_6M", "LEERROUTE_WISSEL_18M", "ONTZORGEN_6M")),
    (
        "Inburgeringstermijn",
        ("INBURGERINGSTERMIJN_3J", "VERLENGING_3M", "VERLENGING_16W", "VERLENGING_6M", "DUO_BESLIS_8W"),
    ),
    ("Bezwaar", ("BEZWAAR_6W", "BEZWAAR_POST_1W", "BESLIS_BEZWAAR_6W", "BESLIS_BEZWAAR_12W")),
    ("Boete", ("BOETE_BESLIS_13W", "BETALING_BOETE_6W", "BOETE_BI_NIEUWE_TERMIJN_MAX")),
    ("Keten en beheer", ("KOPPELING_2W", "SWI_4W", "SISA_15JULI", "BEWAAR_5J", "BEWAAR_50J")),
)


def _keuzes() -> list[tuple[str, list[tuple[str, str]]]]:
    genoemd = {code for _, codes in ONDERWERPEN for code in codes}
    overig = tuple(code for code in REGELS if code not in genoemd)
    groepen = (*ONDERWERPEN, ("Overig", overig)) if overig else ONDERWERPEN
    return [(kop, [(code, f"{REGELS[code].naam} ({code})") for code in codes]) for kop, codes in groepen]


class RekenhulpForm(Formulier):
    """`start` is the event that the term counts from, not the first day that counts."""

    knop, knop_naam, form_method = "Bereken", "", "get"

    code = forms.ChoiceField(label="Termijn", choices=_keuzes)
    start = DatumVeld(
        label="Datum van de gebeurtenis", help_text="De dag van het feit waarmee de termijn begint (dd-mm-jjjj)."
    )

    def clean_start(self) -> object:
        start = self.cleaned_data["start"]
        if not EERSTE_JAAR <= start.year <= LAATSTE_JAAR:
            raise forms.ValidationError(f"Kies een datum tussen {EERSTE_JAAR} en {LAATSTE_JAAR}.")
        return start
