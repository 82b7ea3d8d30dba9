"""The bijlage of a PIP: nothing in it is compulsory, and nothing in it can cost a fine."""

from typing import Any

from django import forms

from cases.forms.formulier import Formulier
from cases.forms.geen_bsn import keur_geen_bsn
from cases.forms.velden import WI2013, DatumVeld
from pip_plans.plan.services.bijlagen import LANGSTE_TEKST
from pip_plans.plan.veldsoorten import PLICHT, VELDEN, Veldsoort

REGELS = "Eén punt per regel. Schrijf aan de inburgeraar: ‘u’."
NEE, JA = "nee", "ja"


def _kenmerken(soort: Veldsoort) -> dict[str, str]:
    return {"data-veldsoort": soort.soort.value, "data-veldzin": soort.zin()}


class PlichtKeuze(forms.RadioSelect):
    """Each of the two answers carries the sentence that it leads to."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        keuze = super().create_option(name, value, *args, **kwargs)
        keuze["attrs"] |= _kenmerken(PLICHT if value == JA else VELDEN["vrije_afspraken"])
        return keuze


class Regelveld(forms.CharField):
    """Text that may stay empty, one item per line; the browser sends two characters per line end, one counts."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=LANGSTE_TEKST, validators=[keur_geen_bsn], **kwargs)

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class BijlageForm(Formulier):
    form_tag = False
    knop = ""
    toon_facultatief = False

    rooster = Regelveld(label="Lesrooster", help_text=f"Dag, tijd en lokaal. {REGELS}")
    subdoelen = Regelveld(label="Subdoelen", help_text=f"Stappen op weg naar het doel in het PIP. {REGELS}")
    vrije_afspraken = Regelveld(
        label="Afspraken zonder boete",
        help_text=f"Wat de inburgeraar moet doen en waarvoor een boete kan volgen, hoort in het besluit. {REGELS}",
    )
    bijzonderheden = Regelveld(label="Goed om te weten", help_text=REGELS)
    revisie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in ("rooster", "subdoelen", "vrije_afspraken", "bijzonderheden"):
            veld = self.fields[naam]
            veld.widget = forms.Textarea(attrs={"rows": 4, "maxlength": LANGSTE_TEKST, **_kenmerken(VELDEN[naam])})

    @property
    def gegevens(self) -> dict[str, str]:
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "revisie"}


class UitbrengenForm(Formulier):
    """What must be said before the bijlage goes out beside a decision."""

    form_tag = False
    knop = ""

    raakt_plicht = forms.ChoiceField(
        label="Verandert u hiermee iets dat de inburgeraar moet doen, en waarvoor een boete kan volgen?",
        choices=[(NEE, "nee"), (JA, "ja")],
        widget=PlichtKeuze,
    )
    geldig_vanaf = DatumVeld(vanaf=WI2013, label="Geldig vanaf")
