"""The two parts of the editor. Nothing in them is compulsory: a concept may have gaps."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset, Layout, Row
from django import forms
from django.db.models import QuerySet

from cases.forms.formulier import Formulier, ModelFormulier
from cases.forms.geen_bsn import keur_geen_bsn
from cases.forms.velden import DatumVeld
from cases.models import Stuk
from inburgering.recht.feiten import Leerroute
from pip_plans.plan.enums import LEERROUTES, Examenwens, Hoofddoel, Variant
from pip_plans.plan.models import Pip, PipAfspraak, PwBeschikking
from pip_plans.plan.normen import MAP_UREN, PVT_UREN, TE_KORT_Z, Z_UREN_PARTICIPATIE
from pip_plans.plan.routevelden import past_niet_bij
from pip_plans.plan.veldsoorten import VELDEN, zinnen_over

GEEN_MAP = "In de onderwijsroute is er geen MAP (art. 8 lid 3 Wet inburgering 2021)."
ALLEEN_ASIEL = (
    "Voor gezins- en overige migranten gelden in de Z-route alleen de cursusuren, geen uren participatie "
    "(art. 3.14 Besluit inburgering 2021)."
)
NIET_IN_DEZE_ROUTE = {
    "participatie_uren": "Uren participatie horen alleen bij de Z-route (art. 3.14 Besluit inburgering 2021).",
    "map_uren": GEEN_MAP,
    "map_wanneer": GEEN_MAP,
    "map_aanbieder": GEEN_MAP,
}
REGELS = "Eén punt per regel."
NIET_MEDISCH = "Geen medische gegevens: het PIP wordt door meer mensen gelezen dan de intake."
LEGE_RIJEN = 3
TOON = '{% include "plan/deel_toon.html" with wijst="leerroute" doel="#bij-leerroute" ook="#bij-map" %}'


class Regel(forms.CharField):
    """One line in the letter, in a box that grows with its text instead of cutting it off."""

    widget = forms.Textarea(attrs={"rows": 1, "class": "invoer--regel"})

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())


class Conceptformulier(ModelFormulier):
    """Every field may be empty; `revisie` tells the service from which text the writer started."""

    revisie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    form_tag = False
    knop = ""
    toon_facultatief = False
    gelijktijdig = False
    conflict: Sequence[tuple[Any, Any, Any]] = ()  # per field that both changed: theirs and mine
    conflict_pw: Sequence[PwBeschikking] = ()
    conflict_rijen: Sequence[PipAfspraak] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam, veld in self.fields.items():
            if (soort := VELDEN.get(naam)) and not self.instance.is_advies:
                zin = soort.zin(eerste=self.instance.versie == 1)
                veld.widget.attrs |= {"data-veldsoort": soort.soort.value, "data-veldzin": zin}
            if isinstance(veld.widget, forms.Textarea):
                veld.validators.append(keur_geen_bsn)
                if not isinstance(veld, Regel):
                    veld.widget.attrs["rows"] = 4
            if isinstance(veld.widget, forms.NumberInput):
                veld.widget.attrs["class"] = "invoer--getal"

    @property
    def gegevens(self) -> dict[str, Any]:
        """What goes to the service: the fields without the revision."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "revisie"}

    def wat_wijzigt(self, rijen: Iterable[str] = ()) -> list[str]:
        """What the changed fields, and the changed tables of rows, mean for the decision."""
        if self.instance.is_advies:
            return []
        gewijzigd = (naam for naam in self.changed_data if self._is_anders(naam))
        return zinnen_over([*gewijzigd, *rijen], eerste=self.instance.versie == 1)

    def _is_anders(self, naam: str) -> bool:
        """A browser ends lines in its own way; that is no change."""
        oud, nieuw = self.initial.get(naam), self.cleaned_data.get(naam)
        if isinstance(oud, str) and isinstance(nieuw, str):
            return oud.splitlines() != nieuw.splitlines()
        return True


class HoofdlijnenForm(Conceptformulier):
    leerroute = forms.ChoiceField(label="Leerroute", choices=LEERROUTES, widget=forms.RadioSelect, required=False)
    variant = forms.ChoiceField(label="Vorm van de B1-route", choices=Variant.choices, required=False)
    hoofddoel = forms.ChoiceField(
        label="Hoofddoel", choices=[("", "nog niet gekozen"), *Hoofddoel.choices], required=False
    )
    examenwensen = forms.MultipleChoiceField(
        label="Wil toch examen doen in",
        choices=Examenwens.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Alleen als de inburgeraar dat wil (art. 3.14 lid 7 Besluit inburgering).",
    )

    knm = Regel(label="Hoe KNM wordt geleerd", max_length=500, required=False)

    class Meta:
        model = Pip
        fields = (
            "leerroute", "variant", "examenwensen", "motivering", "motivering_afwijking", "hoofddoel", "doel",
            "uren_per_week", "duur_maanden", "school", "knm", "pvt_uren", "pvt_wanneer", "pvt_aanbieder",
            "map_uren", "map_wanneer", "map_aanbieder", "participatie_uren", "lagere_norm",
        )  # fmt: skip
        help_texts = {
            "participatie_uren": f"{Z_UREN_PARTICIPATIE} uur (art. 3.14 Besluit inburgering). PVT en MAP tellen mee.",
            "lagere_norm": "Alleen bij minder uren (art. 3.16 Regeling inburgering). Schrijf geen medische reden op.",
            "motivering": f"Schrijf aan de inburgeraar: ‘u’. Een nieuwe regel is een nieuwe alinea. {NIET_MEDISCH}",
            "motivering_afwijking": f"De toets wijst een andere leerroute aan. {REGELS}",
            "doel": "In de woorden van de inburgeraar, als hele zinnen.",
            "pvt_uren": f"Ten minste {PVT_UREN}.",
            "pvt_wanneer": "Bijvoorbeeld: tussen januari en maart 2027.",
            "map_uren": f"Ten minste {MAP_UREN}.",
            "map_wanneer": "Bijvoorbeeld: vanaf september 2027, 4 uur per week.",
        }

    def __init__(
        self, *args: Any, met_aanbod: bool, toets: str, b1_haalbaar: bool | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leerroute"].help_text = toets
        self.met_aanbod, self.b1_haalbaar = met_aanbod, b1_haalbaar
        if not met_aanbod:
            del self.fields["uren_per_week"], self.fields["duur_maanden"]
            self.fields["school"].help_text = "Een advies: de inburgeraar kiest zelf een school."

    def clean(self) -> dict[str, Any]:
        """What was there for another leerroute goes; what is typed now against the law is refused with its article."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        weg = past_niet_bij(data.get("leerroute", ""))
        for naam in NIET_IN_DEZE_ROUTE.keys() & weg.keys() & set(self.changed_data):
            if data.get(naam):
                self.add_error(naam, NIET_IN_DEZE_ROUTE[naam])
        if data.get("participatie_uren") and not self.met_aanbod:
            self.add_error("participatie_uren", ALLEEN_ASIEL)
        te_weinig = 0 < (data.get("participatie_uren") or 0) < Z_UREN_PARTICIPATIE
        if te_weinig and data.get("leerroute") == Leerroute.Z and not data.get("lagere_norm"):
            self.add_error("participatie_uren", TE_KORT_Z)
        return data | weg

    @cached_property
    def helper(self) -> FormHelper:
        """A field of another leerroute stays in the form, so that what is typed in it is refused, and is not shown."""
        helper = super().helper
        helper.render_unmentioned_fields = False
        return helper

    def _getoond(self, *namen: str) -> list[str]:
        """Those that belong to the chosen leerroute and this group, and any that has something to mend."""
        route = self["leerroute"].value() or ""
        weg = set(past_niet_bij(route))
        if not self.met_aanbod and not self["participatie_uren"].value():
            weg |= {"participatie_uren", "lagere_norm"}
        if not Pip(leerroute=route).wijkt_af_van(self.b1_haalbaar) and not self["motivering_afwijking"].value():
            weg.add("motivering_afwijking")
        return [naam for naam in namen if naam not in weg or naam in self.errors]

    def indeling(self) -> Layout:
        """`bij-leerroute` and `bij-map` are put in the page anew when another leerroute is chosen."""
        intensiteit = [Row("uren_per_week", "duur_maanden")] if self.met_aanbod else []
        bij_route = self._getoond("variant", "examenwensen", "participatie_uren", "lagere_norm", "motivering_afwijking")
        map_tijd, map_wie = self._getoond("map_uren", "map_wanneer"), self._getoond("map_aanbieder")
        module = [Fieldset("Module Arbeidsmarkt en Participatie (MAP)", Row(*map_tijd), *map_wie)]
        return Layout(
            Fieldset(
                "Leerroute en redenen", "leerroute", HTML(TOON), Div(*bij_route, css_id="bij-leerroute"), "motivering"
            ),
            Fieldset("Doel", "hoofddoel", "doel"),
            Fieldset("Lessen", *intensiteit, "school", "knm"),
            Fieldset("Participatieverklaringstraject (PVT)", Row("pvt_uren", "pvt_wanneer"), "pvt_aanbieder"),
            Div(*(module if map_tijd or map_wie else []), css_id="bij-map"),
            "revisie",
        )


class AfsprakenForm(Conceptformulier):
    voortgang_wanneer = Regel(label="Wanneer en waar", max_length=250, required=False)

    class Meta:
        model = Pip
        fields = (
            "begeleiding", "voortgangsgesprekken", "voortgang_wanneer", "voorschools", "eerdere_inspanningen",
            "zienswijze", "geen_zienswijze_grond", "geen_zienswijze",
        )  # fmt: skip
        help_texts = {
            "begeleiding": "Eén regel per persoon of organisatie, als ‘wie: wat’. De regels komen zo in de brief.",
            "voorschools": f"Alleen als er kinderen zijn die nog niet naar school gaan. {REGELS}",
            "eerdere_inspanningen": f"Wat hier niet staat, telt niet mee (art. 5.3 lid 5 Besluit). {REGELS}",
            "zienswijze": "Begint in de brief na ‘U hebt over het plan gezegd:’.",
            "geen_zienswijze_grond": "Alleen als het veld hierboven leeg blijft: andere redenen kent de wet niet.",
            "geen_zienswijze": "Wat er gebeurde, aan de inburgeraar: ‘U bent twee keer niet gekomen.’",
        }

    def indeling(self) -> Layout:
        return Layout(
            Fieldset("Begeleiding en voortgang", "begeleiding", "voortgangsgesprekken", "voortgang_wanneer"),
            Fieldset("Verder", "voorschools", "eerdere_inspanningen"),
            Fieldset("Zienswijze", "zienswijze", "geen_zienswijze_grond", "geen_zienswijze"),
            "revisie",
        )


class Rij(Formulier):
    toon_facultatief = False


class AfspraakRij(Rij):
    wat = Regel(label="Wat", max_length=200, required=False)
    wie = Regel(label="Wie", max_length=120, required=False)
    hoeveel = Regel(label="Hoeveel", max_length=80, required=False)
    wanneer = Regel(label="Wanneer", max_length=80, required=False)


class Stukkeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Stuk) -> str:
        return f"{obj.omschrijving or obj.label or 'zonder omschrijving'}, ontvangen {obj.ontvangen_op:%d-%m-%Y}"


class PwRij(Rij):
    omschrijving = Regel(label="Wat het besluit regelt", max_length=200, required=False)
    datum = DatumVeld(label="Datum", required=False, help_text="")
    kenmerk = forms.CharField(label="Kenmerk van het besluit", max_length=40, required=False)
    stuk = Stukkeuze(Stuk.objects.none(), label="Stuk met dit besluit", required=False, empty_label="geen stuk gekozen")

    def __init__(self, *args: Any, stukken: QuerySet | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if stukken is not None:
            self.fields["stuk"].queryset = stukken  # type: ignore[attr-defined]  # it is a ModelChoiceField


AfspraakRijen = forms.formset_factory(AfspraakRij, extra=LEGE_RIJEN, max_num=40)
PwRijen = forms.formset_factory(PwRij, extra=1, max_num=5)


def rijen(formset: forms.BaseFormSet) -> list[dict[str, Any]]:
    """The rows of a valid formset, each with every column; the service drops the empty ones."""
    return [{naam: form.cleaned_data.get(naam) or _leeg(naam) for naam in form.fields} for form in formset]


def _leeg(naam: str) -> str | None:
    return None if naam in {"datum", "stuk"} else ""
