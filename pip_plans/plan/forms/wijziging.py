"""What is asked before a new version is started, and before a PIP is withdrawn."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset, Layout, Row
from django import forms

from cases.enums import Kanaal
from cases.forms.formulier import Formulier
from cases.forms.geen_bsn import keur_geen_bsn
from cases.forms.velden import WI2021, DatumVeld
from pip_plans.plan.enums import (
    LEERROUTES,
    Intrekkingsgrond,
    Taaldeel,
    Uitzondering,
    Wijzigingssoort,
    Wisselgrond,
)
from pip_plans.plan.services.versies import EerderPip
from pip_plans.plan.services.volledigheid import Gemis
from pip_plans.plan.services.wijzigingsregels import Wijzigingsvraag

LANG: dict[str, Any] = {
    "widget": forms.Textarea(attrs={"rows": 4}), "max_length": 2000, "validators": [keur_geen_bsn],
}  # fmt: skip
_PER_SOORT = ("leerroute", "grond", "uitzondering", "uitzondering_reden")
TOON = '{% include "plan/deel_toon.html" with wijst="soort" doel="#bij-soort" %}'
_UREN = ("a2_onderdelen", "cursusuren", "cursusuren_op", "cursusuren_bron")


class WijzigingForm(Formulier):
    """Which fields must be filled follows from the kind; the service says so, at the field."""

    knop = "Begin de nieuwe versie"
    toon_facultatief = False

    soort = forms.ChoiceField(label="Wat verandert er?", widget=forms.RadioSelect)
    getoond = forms.CharField(widget=forms.HiddenInput, required=False)
    reden = forms.CharField(
        label="Waarom?",
        help_text="Deze tekst komt in de brief. Schrijf aan de inburgeraar: ‘u’. Geen medische gegevens.",
        required=False,
        **LANG,
    )
    leerroute = forms.ChoiceField(
        label="Nieuwe leerroute", choices=LEERROUTES, widget=forms.RadioSelect, required=False
    )
    grond = forms.ChoiceField(label="Grond", choices=Wisselgrond.choices, widget=forms.RadioSelect, required=False)
    uitzondering = forms.ChoiceField(label="Uitzondering", choices=Uitzondering.choices, required=False)
    uitzondering_reden = forms.CharField(label="Waarom de uitzondering geldt", required=False, **LANG)
    a2_onderdelen = forms.MultipleChoiceField(
        label="Naar niveau A2", choices=Taaldeel.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    cursusuren = forms.IntegerField(
        label="Gevolgde cursusuren NT2",
        min_value=0,
        max_value=9999,
        required=False,
        widget=forms.NumberInput(attrs={"class": "invoer--getal"}),
        help_text="Ten minste 600 (art. 5.5 Besluit inburgering 2021).",
    )
    cursusuren_op = DatumVeld(vanaf=WI2021, label="Geteld op", required=False)
    cursusuren_bron = forms.CharField(
        label="Waar het aantal vandaan komt", max_length=150, required=False, help_text="Bijvoorbeeld de school."
    )

    eerder_nummer = forms.CharField(
        label="Nummer of kenmerk van dat besluit", max_length=60, required=False, help_text="De brief noemt het."
    )
    eerder_leerroute = forms.ChoiceField(
        label="Leerroute in dat besluit", choices=LEERROUTES, widget=forms.RadioSelect, required=False
    )

    def __init__(
        self,
        *args: Any,
        soorten: Sequence[Wijzigingssoort],
        venster: str,
        eerder: EerderPip | None = None,
        **kwargs: Any,
    ) -> None:
        """`eerder` is the PIP from before this system that is changed: what is not known of it is asked."""
        super().__init__(*args, **kwargs)
        self.eerder = eerder
        for naam, waarde in (("eerder_nummer", "nummer"), ("eerder_leerroute", "leerroute")):
            if eerder is None or getattr(eerder, waarde):
                del self.fields[naam]
        self.fields["soort"].choices = [(soort.value, soort.label) for soort in soorten]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["leerroute"].help_text = venster
        self.soorten = soorten
        if len(soorten) == 1:
            self.fields["soort"].initial = soorten[0].value
        if Wijzigingssoort.LEERROUTE not in soorten:
            for naam in ("getoond", *_PER_SOORT, *_UREN):
                del self.fields[naam]

    @cached_property
    def helper(self) -> FormHelper:
        """Fields of another kind of change are part of the form and are not shown."""
        helper = super().helper
        helper.render_unmentioned_fields = False
        return helper

    def indeling(self) -> Layout:
        """`bij-soort` is put in the page anew when another kind is chosen."""
        if Wijzigingssoort.LEERROUTE not in self.soorten:
            return Layout("soort", "reden")
        vragen = [naam for naam in ("eerder_nummer", "eerder_leerroute") if naam in self.fields]
        return Layout(
            *([Fieldset("Het besluit dat u wijzigt", *vragen)] if vragen else []),
            Fieldset("De wijziging", "soort", HTML(TOON), Div(*self._bij_soort(), css_id="bij-soort"), "reden"),
        )

    def _bij_soort(self) -> list[Any]:
        soort = self["soort"].value()
        if soort == Wijzigingssoort.LEERROUTE:
            return ["getoond", *_PER_SOORT]
        if soort == Wijzigingssoort.AFSCHALEN:
            return ["getoond", "a2_onderdelen", Row("cursusuren", "cursusuren_op"), "cursusuren_bron"]
        return ["getoond"]

    @property
    def vraagt_meer(self) -> bool:
        """Whether the chosen kind has fields that were not on the screen of who chose it."""
        soort = self.data.get("soort")
        eigen = soort in {Wijzigingssoort.LEERROUTE, Wijzigingssoort.AFSCHALEN} and "leerroute" in self.fields
        return eigen and self.data.get("getoond", soort) != soort

    def vraag(self) -> Wijzigingsvraag:
        """What was answered, for the service."""
        data = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam not in {"soort", "getoond"}}
        data["a2_onderdelen"] = tuple(data.get("a2_onderdelen", ()))
        return Wijzigingsvraag(soort=Wijzigingssoort(self.cleaned_data["soort"]), **data)

    def toon_gebreken(self, gevonden: Sequence[Gemis]) -> None:
        """Put each refusal at its field."""
        for gebrek in gevonden:
            self.add_error(gebrek.veld if gebrek.veld in self.fields else None, gebrek.zin)


class IntrekkingForm(Formulier):
    form_tag = False
    knop = ""

    grond = forms.ChoiceField(label="Reden", choices=Intrekkingsgrond.choices, widget=forms.RadioSelect)
    motivering = forms.CharField(
        label="Toelichting", help_text="Deze tekst komt in de brief. Schrijf aan de inburgeraar: ‘u’.", **LANG
    )
    zienswijze = forms.CharField(
        label="Wat de inburgeraar ervan vindt",
        max_length=500,
        help_text="Vraag dat eerst (art. 4:8 Awb). Komt in de brief: ‘U bent het ermee eens.’ Vroeg u het niet, "
        "schrijf dan waarom niet (art. 4:11 Awb).",
        validators=[keur_geen_bsn],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="id_intrekking_%s", **kwargs)


class AfwijzenForm(Formulier):
    form_tag = False
    knop = ""

    opmerkingen = forms.CharField(label="Waarom het PIP blijft gelden", max_length=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="id_afwijzen_%s", **kwargs)


class IntrekkingBekendForm(Formulier):
    form_tag = False
    knop = ""

    datum = DatumVeld(label="Verzonden of uitgereikt op")
    kanaal = forms.ChoiceField(label="Hoe", choices=Kanaal.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="id_intrekking_bekend_%s", **kwargs)
