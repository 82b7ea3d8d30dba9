"""The forms of the decision on a bezwaar, and of what follows at the rechtbank."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError

from cases.enums import Kanaal
from cases.enums_bezwaar import Bezwaaruitkomst, GeenDwangsom, Zaaksoort, Zaakuitkomst
from cases.models import Beroepszaak

from .bezwaar import DatumStapForm, StapForm, lang
from .velden import DatumVeld


class OpstelForm(StapForm):
    uitkomst = forms.ChoiceField(label="Uitkomst", choices=Bezwaaruitkomst.choices, widget=forms.RadioSelect)
    geen_belang = forms.BooleanField(
        label="De indiener is geen belanghebbende, of heeft bij het bezwaar geen belang meer",
        required=False,
        help_text="Alleen bij niet-ontvankelijk (art. 1:2, 7:1 en 8:1 Awb). Leg in de motivering uit waarom.",
    )
    motivering = lang(
        "Motivering",
        "Ga in op elk punt van het bezwaar. Schrijf in de u-vorm; elke regel wordt een alinea.",
        rijen=12,
        meeste=10_000,
    )
    herroept = forms.BooleanField(
        label="Het besluit wordt herroepen",
        required=False,
        help_text="Alleen als het bezwaar geheel of gedeeltelijk gegrond is. Het besluit geldt niet meer zodra deze "
        "beslissing is verzonden. Kwam het voor een ander besluit in de plaats? Dan geldt dat weer.",
    )
    vervanging = lang(
        "Wat er voor het besluit in de plaats komt",
        "Alleen als het besluit wordt herroepen.",
        rijen=3,
        meeste=3000,
        nodig=False,
    )
    kosten = forms.CharField(
        label="Kosten van het bezwaar",
        max_length=500,
        required=False,
        help_text="Als om vergoeding van kosten is gevraagd (art. 7:15 Awb): wat wij beslissen.",
    )

    def begin(self) -> dict[str, Any]:
        return {veld: getattr(self.bezwaar, veld) for veld in self.base_fields}


class VaststelForm(StapForm):
    knop = "Beslissing vaststellen"
    revisie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def begin(self) -> dict[str, Any]:
        return {"revisie": self.bezwaar.revisie}


class BekendForm(DatumStapForm):
    datum = DatumVeld(label="Verzonden of uitgereikt op")
    kanaal = forms.ChoiceField(label="Hoe", choices=Kanaal.choices, widget=forms.RadioSelect)


class DwangsomForm(StapForm):
    uitzondering = forms.ChoiceField(
        label="Is de gemeente de dwangsom verschuldigd?",
        choices=[("", "ja, het bedrag dat hierboven staat"), *((g.value, f"nee: {g.label}") for g in GeenDwangsom)],
        widget=forms.RadioSelect,
        required=False,
    )
    toelichting = lang("Toelichting", "Alleen bij nee. Deze toelichting komt in het besluit.", rijen=3, nodig=False)

    def begin(self) -> dict[str, Any]:
        besluit = getattr(self.bezwaar, "dwangsombesluit", None)
        return {"uitzondering": besluit.uitzondering, "toelichting": besluit.toelichting} if besluit else {}


class DwangsomVaststelForm(StapForm):
    knop = "Besluit vaststellen"


class ZaakForm(StapForm):
    knop = "Vastleggen"
    soort = forms.ChoiceField(label="Wat is er gevraagd?", choices=Zaaksoort.choices, widget=forms.RadioSelect)
    ingesteld_op = DatumVeld(label="Op")
    zaaknummer = forms.CharField(label="Zaaknummer van de rechtbank", max_length=40, required=False)


class ZaakKeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.get_soort_display()}, {obj.ingesteld_op:%d-%m-%Y}"


class UitspraakForm(StapForm):
    knop = "Vastleggen"
    zaak = ZaakKeuze(Beroepszaak.objects.none(), label="Zaak")
    uitkomst = forms.ChoiceField(label="Uitspraak", choices=[k for k in Zaakuitkomst.choices if k[0]])
    datum = DatumVeld(label="Datum van de uitspraak")
    toelichting = lang("Wat de rechter heeft beslist", "In het kort.", nodig=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(ZaakKeuze, self.fields["zaak"]).queryset = self.bezwaar.zaken.filter(uitkomst="")

    def clean(self) -> dict[str, Any]:
        waarden = super().clean() or {}
        zaak, uitkomst = waarden.get("zaak"), waarden.get("uitkomst")
        if zaak and uitkomst and uitkomst not in dict(Zaakuitkomst.voor(zaak.soort)):
            raise ValidationError("Deze uitspraak past niet bij deze zaak.")
        return waarden
