"""The tab Koppeling en AZC: first contact, overdracht, scenario and voorinburgering, and the choice of a day sheet."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms

from cases.enums import Overdrachtpunt, Scenario, Voorinburgeringsdeel, Voorinburgeringstand
from cases.models import Dossier

from .formulier import Formulier
from .velden import DatumVeld


class OverdrachtForm(Formulier):
    """A day per point; empty is not done yet."""

    knop, knop_naam = "Overdracht opslaan", "overdracht"
    toon_facultatief = False

    def __init__(self, *args: Any, dossier: Dossier, op: date, **kwargs: Any) -> None:
        self.op = op
        gedaan = {rij.punt: rij.gedaan_op for rij in dossier.overdrachtpunten.all()}
        velden: dict[str, forms.Field] = {
            punt.value: DatumVeld(label=punt.label, required=False, help_text="") for punt in Overdrachtpunt
        }
        velden["scenario_keuze"] = forms.ChoiceField(label="Scenario van de start", choices=Scenario, required=False)
        self.base_fields = velden  # type: ignore[misc]  # Django copies them in __init__
        kwargs["initial"] = gedaan | {"scenario_keuze": dossier.scenario}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        waarden = super().clean() or {}
        for punt in Overdrachtpunt:
            if (dag := waarden.get(punt.value)) and dag > self.op:
                self.add_error(punt.value, "Deze datum ligt in de toekomst. Vul in wanneer het is gedaan.")
        return waarden

    def punten(self) -> dict[Overdrachtpunt, date | None]:
        return {punt: self.cleaned_data[punt.value] for punt in Overdrachtpunt}

    def scenario_gekozen(self) -> Scenario:
        return Scenario(self.cleaned_data["scenario_keuze"])


class VoorinburgeringForm(Formulier):
    """What is known of every part of the voorinburgering."""

    knop, knop_naam = "Voorinburgering opslaan", "voorinburgering"
    toon_facultatief = False

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        velden: dict[str, forms.Field] = {}
        initial: dict[str, Any] = {}
        bekend = {rij.deel: rij for rij in dossier.voorinburgering.all()}
        for deel in Voorinburgeringsdeel:
            rij = bekend.get(deel)
            velden[f"{deel}_stand"] = forms.ChoiceField(label=deel.label, choices=Voorinburgeringstand)
            velden[f"{deel}_uren"] = forms.IntegerField(label="Uren", min_value=0, max_value=2000, required=False)
            initial |= {
                f"{deel}_stand": rij.stand if rij else Voorinburgeringstand.ONBEKEND,
                f"{deel}_uren": rij.uren if rij else None,
            }
        self.base_fields = velden  # type: ignore[misc]  # Django copies them in __init__
        super().__init__(*args, initial=initial, **kwargs)

    def indeling(self) -> Layout:
        return Layout(*(Row(f"{deel}_stand", f"{deel}_uren") for deel in Voorinburgeringsdeel))

    def delen(self) -> Mapping[Voorinburgeringsdeel, dict[str, Any]]:
        return {
            deel: {"stand": self.cleaned_data[f"{deel}_stand"], "uren": self.cleaned_data[f"{deel}_uren"]}
            for deel in Voorinburgeringsdeel
        }


class DagstaatForm(Formulier):
    """Which AZC, which day."""

    knop, knop_naam, form_method, form_class, toon_facultatief = "Toon", "toon", "get", "filter", False
    azc = forms.ChoiceField(label="AZC")
    dag = DatumVeld()

    def __init__(self, *args: Any, azcs: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze: Any = self.fields["azc"]
        keuze.choices = [(azc, azc) for azc in azcs]
