"""Two records of one person: which other one, and per difference what stays."""

from typing import Any

from django import forms
from django.forms import BoundField

from cases.services.samenvoegen import Keuzes, Vergelijking
from cases.services.samenvoegen.vergelijken import BEIDE, BLIJFT, VERVALLEN

from .formulier import Formulier


class AnderDossierForm(Formulier):
    """The number of the other record."""

    knop, toon_facultatief = "Vergelijken", False
    nummer = forms.CharField(label="Dossiernummer", max_length=20, strip=True, help_text="Bijvoorbeeld D-2026-0012.")


class SamenvoegForm(Formulier):
    """A choice for every difference, and why this is one person; which fact counts is never chosen beforehand."""

    knop, knop_naam = "", ""
    reden = forms.CharField(
        label="Waarom is dit dezelfde persoon",
        max_length=500,
        help_text="Bijvoorbeeld: twee keer geregistreerd, paspoort gezien.",
        error_messages={"required": "Schrijf op waarom dit dezelfde persoon is."},
    )

    def __init__(self, *args: Any, vergelijking: Vergelijking, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vergelijking = vergelijking
        for verschil in vergelijking.velden:
            keuzes = [(BLIJFT, verschil.blijft), (VERVALLEN, verschil.vervallen)]
            self.fields[f"veld_{verschil.veld}"] = _keuze(verschil.label, keuzes, verschil.voorkeur)
        hier, daar = vergelijking.blijft.nummer, vergelijking.vervallen.nummer
        for feit in vergelijking.feiten:
            keuzes = [
                (BEIDE, "beide tellen"),
                (BLIJFT, f"alleen die van {hier}"),
                (VERVALLEN, f"alleen die van {daar}"),
            ]
            self.fields[f"feit_{feit.soort}"] = _keuze(feit.label, keuzes, BEIDE)
        for deel in vergelijking.enkel:
            keuzes = [(BLIJFT, f"{hier}: {deel.blijft}"), (VERVALLEN, f"{daar}: {deel.vervallen}")]
            self.fields[f"enkel_{deel.soort}"] = _keuze(deel.label, keuzes)
        if vergelijking.twee_personen:
            self.fields["zeker"] = forms.BooleanField(
                label="Ik heb met een identiteitsbewijs gecontroleerd dat dit één persoon is",
                error_messages={"required": "Controleer eerst of dit echt één persoon is."},
            )

    @property
    def velden(self) -> list[BoundField]:
        return [self[naam] for naam in self.fields if naam.startswith("veld_")]

    @property
    def feiten(self) -> list[tuple[Any, BoundField]]:
        return [(feit, self[f"feit_{feit.soort}"]) for feit in self.vergelijking.feiten]

    @property
    def enkel(self) -> list[BoundField]:
        return [self[naam] for naam in self.fields if naam.startswith("enkel_")]

    def keuzes(self) -> Keuzes:
        waarden = self.cleaned_data
        velden = (v.veld for v in self.vergelijking.velden if waarden[f"veld_{v.veld}"] == VERVALLEN)
        feiten = {feit.soort: waarden[f"feit_{feit.soort}"] for feit in self.vergelijking.feiten}
        enkel = {deel.soort: waarden[f"enkel_{deel.soort}"] for deel in self.vergelijking.enkel}
        return Keuzes(frozenset(velden), feiten, enkel)


def _keuze(label: str, keuzes: list[tuple[str, str]], voorkeur: str | None = None) -> forms.ChoiceField:
    label = label[:1].upper() + label[1:]
    zin = {"required": f"Maak een keuze bij ‘{label}’."}
    return forms.ChoiceField(
        label=label, choices=keuzes, initial=voorkeur, widget=forms.RadioSelect, error_messages=zin
    )
