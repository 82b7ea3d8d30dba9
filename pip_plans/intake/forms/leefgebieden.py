"""One area of life: its questions and three texts, none of them compulsory, and the version they started from."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField

from cases.forms.formulier import Formulier
from cases.forms.velden import DatumVeld
from pip_plans.intake.enums import Gebied
from pip_plans.intake.models import Doorverwijzing, Leefgebied
from pip_plans.intake.models.leefgebied import TEKSTEN
from pip_plans.intake.vragen import LANGSTE_TEKST, Antwoord, Soort, Vraag, vragen

HULP: dict[Gebied, str] = {
    Gebied.TAAL: "Welke talen spreekt, leest en schrijft iemand? Hoe ver is het Nederlands?",
    Gebied.OPLEIDING: "Welke scholen, hoeveel jaar, welke diploma's, en zijn die gewaardeerd?",
    Gebied.WERK: "Welk werk, waar en hoe lang? Welk werk wil iemand hier?",
    Gebied.GEZONDHEID: "Alleen wat nodig is om het plan haalbaar te maken: wat kan iemand wel en niet bij les, werk en "
    "reizen. Geen diagnoses. Alleen wie aan dit dossier werkt, ziet deze tekst (art. 37 Wet inburgering 2021).",
    Gebied.GEZIN: "Wie horen bij het gezin? Welke opvang of voorschool is er voor de kinderen, en wanneer?",
    Gebied.WONEN: "Hoe woont iemand nu? Is er rust en ruimte om te leren?",
    Gebied.FINANCIEN: "Inkomen, vaste lasten, schulden, en wat iemand zelf regelt.",
    Gebied.NETWERK: "Wie kent iemand hier? Vrijwilligerswerk, sport, buren.",
    Gebied.DIGITAAL: "Telefoon, computer, DigiD, internet thuis: wat lukt zelf?",
    Gebied.WENSEN: "Wat wil iemand bereiken met de inburgering? Schrijf het op in de eigen woorden.",
}


class LeefgebiedForm(Formulier):
    situatie = forms.CharField(label="Situatie", widget=forms.Textarea, max_length=8000, required=False)
    mogelijkheden = forms.CharField(label="Mogelijkheden", widget=forms.Textarea, max_length=8000, required=False)
    belemmeringen = forms.CharField(label="Belemmeringen", widget=forms.Textarea, max_length=8000, required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    toon_facultatief = False
    form_tag = False
    knop = ""

    def __init__(self, *args: Any, gebied: Gebied, rij: Leefgebied | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("initial", begin(rij) if rij else {"versie": 0})
        super().__init__(*args, auto_id=f"id_{gebied.value}_%s", **kwargs)
        self.gebied, self.rij, self.hulp = gebied, rij, HULP[gebied]
        self.verwijzingen: Sequence[Doorverwijzing] = ()
        for naam in TEKSTEN:
            self.fields[naam].widget.attrs["rows"] = 3
        for vraag in vragen(gebied):
            self.fields[vraag.code] = veld(vraag)

    @property
    def vraagvelden(self) -> list[BoundField]:
        return [self[vraag.code] for vraag in vragen(self.gebied)]

    @property
    def tekstvelden(self) -> list[BoundField]:
        return [self[naam] for naam in TEKSTEN]


def begin(rij: Leefgebied) -> dict[str, Any]:
    """What the form starts with: every field of the row, dates as dates."""
    datums = {vraag.code for vraag in vragen(Gebied(rij.gebied)) if vraag.soort is Soort.DATUM}
    velden = {
        naam: date.fromisoformat(str(waarde)) if naam in datums and waarde else waarde
        for naam, waarde in rij.velden.items()
    }
    return velden | {"versie": rij.versie}


def veld(vraag: Vraag) -> forms.Field:
    """The field that fits the kind of question."""
    if vraag.keuzes is not None:
        keuzes = [("", "niet gevraagd"), *vraag.keuzes.choices]
        return forms.ChoiceField(label=vraag.label, choices=keuzes, required=False)
    if vraag.soort is Soort.DATUM:
        return DatumVeld(label=vraag.label, required=False, help_text="")
    if vraag.soort is Soort.TEKST:
        return forms.CharField(label=vraag.label, max_length=LANGSTE_TEKST, required=False)
    label = f"{vraag.label} ({vraag.eenheid})"
    getal = forms.NumberInput(attrs={"class": "invoer--getal", "inputmode": "numeric"})
    return forms.IntegerField(label=label, min_value=0, max_value=vraag.hoogste, required=False, widget=getal)


def veldnamen(gebied: Gebied) -> dict[str, str]:
    """The label of every text and question of this area, by name."""
    return {naam: naam.capitalize() for naam in TEKSTEN} | {vraag.code: vraag.label for vraag in vragen(gebied)}


MIJN, ANDER, BEIDE = "mijn", "ander", "beide"


class KeuzeForm(Formulier):
    """Two people wrote at the same time: for every field on which they differ, which of the two, or both."""

    form_tag = False
    knop = ""

    def __init__(self, *args: Any, ander: str, botsingen: tuple[str, ...], gebied: Gebied, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.botsingen = botsingen
        labels = veldnamen(gebied)
        for naam in botsingen:
            keuzes = [(MIJN, "mijn tekst"), (ANDER, f"de tekst van {ander}")]
            if naam in TEKSTEN:
                keuzes.append((BEIDE, "allebei, onder elkaar"))
            self.fields[f"kies_{naam}"] = forms.ChoiceField(
                label=f"{labels[naam]}: wat blijft staan?",
                choices=keuzes,
                widget=forms.RadioSelect,
                error_messages={"required": f"Maak een keuze bij ‘{labels[naam]}’."},
            )

    def kies(self, mijn: Mapping[str, Antwoord], ander: Mapping[str, Antwoord]) -> dict[str, Antwoord]:
        """The fields as chosen; those on which the two did not differ stay as `mijn` has them."""
        uitkomst = dict(mijn)
        for naam in self.botsingen:
            keuze = self.cleaned_data[f"kies_{naam}"]
            if keuze == ANDER:
                uitkomst[naam] = ander[naam]
            elif keuze == BEIDE:
                uitkomst[naam] = f"{ander[naam]}\n\n{mijn[naam]}".strip()
        return uitkomst
