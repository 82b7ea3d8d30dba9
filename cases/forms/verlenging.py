"""A decision of DUO, and the question what a ground would do."""

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError

from inburgering.recht.duo_besluit import DuoAanvraag, DuoUitkomst
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.verlenging import Grond, Inspanning, langer_dan_grond
from inburgering.recht.verlengingsgronden import GRONDEN, OPLEIDING_LABELS, Lengte, Opleiding, Verlengingsgrond

from .feiten import FeitForm
from .formulier import Formulier
from .velden import WI2013, DatumVeld

EINDE_PLICHT = (("ONTHEFFING", "ontheffing van de hele plicht"), ("VRIJSTELLING", "vrijstelling van de hele plicht"))
MEESTE_JAREN = 5
_MET_PERIODE = [grond for grond in GRONDEN if GRONDEN[grond].lengte is not Lengte.VAST]


class BesluitForm(FeitForm):
    """What DUO decided. `einde` is the last day of the term as it stands, None when there is no term."""

    knop, knop_naam = "Bekijk wat verschuift", "bekijk"

    def __init__(self, *args: Any, einde: date | None, **kwargs: Any) -> None:
        self.oud_einde = einde
        super().__init__(*args, soort=FeitSoort.BESLUIT_DUO, **kwargs)

    def clean(self) -> dict[str, Any]:
        waarden = super().clean()
        toegekend = waarden.get("uitkomst") == DuoUitkomst.TOEGEKEND
        verlenging = waarden.get("aanvraag") == DuoAanvraag.VERLENGING
        self._einde(waarden, nodig=toegekend and verlenging)
        if toegekend and waarden.get("aanvraag") and not verlenging and not waarden.get("omvang"):
            self.add_error("omvang", "Kies of het om de hele plicht gaat of om een deel.")
        return waarden

    @property
    def langer_dan_grond(self) -> str:
        """Why the new last day is later than this ground alone gives; '' when it is not."""
        grond, einde = self.cleaned_data["verlengingsgrond"], self.cleaned_data["einde"]
        if not (einde and self.oud_einde and grond in set(Verlengingsgrond)):
            return ""
        return langer_dan_grond(Verlengingsgrond(grond), oud=self.oud_einde, nieuw=einde)

    def _einde(self, waarden: dict[str, Any], *, nodig: bool) -> None:
        einde = waarden.get("einde")
        if einde and not nodig:
            self.add_error("einde", "Een nieuwe laatste dag hoort alleen bij een toegekende verlenging.")
        elif nodig and einde is None and "einde" not in self.errors:
            self.add_error("einde", "Vul de nieuwe laatste dag in die DUO noemt.")
        elif einde and self.oud_einde and einde < self.oud_einde:
            self.add_error(
                "einde", f"De termijn loopt al tot en met {self.oud_einde:%d-%m-%Y}. Kies die of een latere dag."
            )


class WatAlsForm(Formulier):
    """A ground and what belongs to it; nothing is kept. What a ground does not ask is hidden (static/css)."""

    knop, knop_naam = "Bereken", "bereken"

    grond = forms.ChoiceField(
        label="Als DUO dit toekent",
        choices=[
            ("", "Maak een keuze"),
            ("Verlenging", [(grond.value, regel.naam) for grond, regel in GRONDEN.items()]),
            ("Ontheffing en vrijstelling", list(EINDE_PLICHT)),
        ],
        help_text="Uw keuze wordt niet bewaard.",
    )
    van = DatumVeld(vanaf=WI2013, label="Eerste dag van de periode", required=False)
    tot = DatumVeld(vanaf=WI2013, label="Laatste dag van de periode", required=False)
    opleiding = forms.ChoiceField(
        label="Welke opleiding", choices=[("", "Maak een keuze"), *OPLEIDING_LABELS.items()], required=False
    )
    keer = forms.TypedChoiceField(
        label="De hoeveelste keer",
        choices=[(1, "eerste keer"), (2, "tweede keer"), (3, "derde keer")],
        coerce=int,
        required=False,
    )
    taaldelen = forms.IntegerField(label="Taalonderdelen behaald", min_value=0, max_value=4, required=False)
    gedaan = forms.MultipleChoiceField(
        label="Wat is gedaan",
        choices=[
            ("knm", "KNM behaald"),
            ("pvt", "PVT gedaan"),
            ("map_gedaan", "MAP gedaan"),
            ("lessen", "lessen gevolgd"),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    uren = forms.IntegerField(
        label="Uren les gevolgd", min_value=0, max_value=5000, required=False, help_text="Bij een zelf gekozen cursus."
    )

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        self.op = op
        super().__init__(*args, **kwargs)

    def clean_tot(self) -> date | None:
        """What is still to come is a guess, and not of more than some years."""
        tot: date | None = self.cleaned_data["tot"]
        if tot and tot.year - self.op.year > MEESTE_JAREN:
            raise ValidationError(f"Deze dag ligt meer dan {MEESTE_JAREN} jaar vooruit.")
        return tot

    def indeling(self) -> Layout:
        return Layout(
            "grond",
            Div("van", "tot", css_class="bij-grond bij-grond--periode"),
            Div("opleiding", "keer", css_class="bij-grond bij-grond--opleiding"),
            Div("taaldelen", "gedaan", "uren", css_class="bij-grond bij-grond--inspanning"),
        )

    @property
    def einde_plicht(self) -> bool:
        """Whether the question is about ontheffing or vrijstelling and not about a ground of verlenging."""
        return self.cleaned_data["grond"] in dict(EINDE_PLICHT)

    def als_grond(self) -> Grond:
        """The ground as the law library reads it; what it does not ask is left out."""
        waarden = self.cleaned_data
        soort, gedaan = Verlengingsgrond(waarden["grond"]), waarden["gedaan"]
        periode = soort in _MET_PERIODE
        return Grond(
            soort,
            van=waarden["van"] if periode else None,
            tot=waarden["tot"] if periode else None,
            opleiding=Opleiding(waarden["opleiding"]) if waarden["opleiding"] else None,
            keer=waarden["keer"] or 1,
            inspanning=Inspanning(
                taaldelen=waarden["taaldelen"] or 0,
                knm="knm" in gedaan,
                pvt="pvt" in gedaan,
                map_gedaan="map_gedaan" in gedaan,
                lessen="lessen" in gedaan,
                uren=waarden["uren"] or 0,
            ),
        )
