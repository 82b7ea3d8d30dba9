"""The hours of a month typed in: a small table per participant, and the same rows as a file would have."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms

from cases.forms.formulier import Formulier
from pip_plans.voortgang.enums import TELVELDEN, Taalniveau, Vaardigheid
from pip_plans.voortgang.services.rapport.kolommen import KOLOMMEN, NIVEAUS
from pip_plans.voortgang.weken import weekcode, weeknaam

from ..services.maand import Deelnemer

GEEN_UREN = "Vul ook uren in bij de week, of laat het niveau leeg."
TE_LANG = "Schrijf hoogstens zes tekens, zoals 12 of 1,25."


@dataclass(slots=True)
class Blok:
    """One participant on the page: a row per week with a cell per column, and the levels."""

    deelnemer: Deelnemer
    kolommen: list[str]
    weken: list[tuple[str, list[forms.BoundField]]] = field(default_factory=list)
    niveaus: list[forms.BoundField] = field(default_factory=list)


class MaandForm(Formulier):
    """`deelnemers` are those on this page. What is typed is judged as a file is: on the preview, row by row."""

    verbetering = forms.CharField(
        label="Waarom dit een eerder rapport verbetert",
        max_length=250,
        required=False,
        help_text="Alleen invullen als u uren verandert die de gemeente al heeft.",
    )
    knop = "Bekijk het voorbeeld"
    toon_facultatief = False

    def __init__(self, *args: Any, deelnemers: Sequence[Deelnemer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.deelnemers = deelnemers
        for deelnemer in deelnemers:
            for week in deelnemer.weken:
                for veld in deelnemer.velden:
                    wat = f"{TELVELDEN[veld]}, {weeknaam(week)}, {deelnemer.naam}"
                    self.fields[_naam(deelnemer, weekcode(week), veld)] = _uren(wat)
            for vaardigheid in Vaardigheid:
                wat = f"Niveau {vaardigheid.label}, {deelnemer.naam}"
                self.fields[_naam(deelnemer, "niveau", vaardigheid)] = _niveau(wat)

    def blokken(self) -> Iterator[Blok]:
        for deelnemer in self.deelnemers:
            blok = Blok(deelnemer, [TELVELDEN[veld] for veld in deelnemer.velden])
            for week in deelnemer.weken:
                cellen = [self[_naam(deelnemer, weekcode(week), veld)] for veld in deelnemer.velden]
                blok.weken.append((weeknaam(week), cellen))
            blok.niveaus = [self[_naam(deelnemer, "niveau", vaardigheid)] for vaardigheid in Vaardigheid]
            yield blok

    def clean(self) -> dict[str, Any]:
        """At least one week, and no level of who was not there."""
        gegeven = super().clean() or {}
        for deelnemer in self.deelnemers:
            niveau = next((n for v in Vaardigheid if gegeven.get(n := _naam(deelnemer, "niveau", v))), None)
            if niveau and not list(_weken(deelnemer, gegeven)):
                self.add_error(niveau, GEEN_UREN)
        if not self.errors and not self.rijen():
            self.add_error(None, "Vul ten minste één week in.")
        return gegeven

    def kolommen(self) -> list[str]:
        """Only what is asked here: a column that a report does not have leaves what stands."""
        velden = {veld for deelnemer in self.deelnemers for veld in deelnemer.velden}
        return [kolom for kolom in KOLOMMEN if kolom in {"dossiernummer", "week", *velden, *NIVEAUS}]

    def rijen(self) -> list[dict[str, str]]:
        """One row per participant and week in which something stands; the levels at his last week."""
        rijen: list[dict[str, str]] = []
        for deelnemer in self.deelnemers:
            weken = list(_weken(deelnemer, self.cleaned_data))
            for plek, (week, uren) in enumerate(weken, start=1):
                laatste = plek == len(weken)
                niveaus = {k: self.cleaned_data.get(_naam(deelnemer, "niveau", v), "") for k, v in NIVEAUS.items()}
                rijen.append({"dossiernummer": deelnemer.nummer, "week": week} | uren | (niveaus if laatste else {}))
        return rijen


def _naam(deelnemer: Deelnemer, week: str, veld: str) -> str:
    return f"{deelnemer.nummer}.{week}.{veld}"


def _weken(deelnemer: Deelnemer, gegeven: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    for dag in deelnemer.weken:
        week = weekcode(dag)
        uren = {veld: gegeven.get(_naam(deelnemer, week, veld), "") for veld in deelnemer.velden}
        if any(uren.values()):
            yield week, uren


def _uren(wat: str) -> forms.CharField:
    """As text: the preview says what is no number of hours, in the same words as for a file."""
    attrs = {"size": 4, "inputmode": "decimal", "autocomplete": "off", "aria-label": wat, "class": "invoer--uren"}
    fouten = {"max_length": TE_LANG}
    return forms.CharField(
        label=wat, required=False, max_length=6, widget=forms.TextInput(attrs=attrs), error_messages=fouten
    )


def _niveau(wat: str) -> forms.ChoiceField:
    keuzes = [("", "geen"), *Taalniveau.choices]
    return forms.ChoiceField(label=wat, required=False, choices=keuzes, widget=forms.Select(attrs={"aria-label": wat}))
