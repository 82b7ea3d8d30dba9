"""Papers that come in: sending files with what is known of them, and putting that right later."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from crispy_forms.layout import Div, Field, Layout
from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from cases.enums_stukken import Stukonderwerp
from cases.models import Medewerker
from cases.services.stukken import SOORTEN_IN_WOORDEN, Afgewezen, Bestand
from cases.stukdoelen import Stukdoel

from .dossierkeuze import Dossierkeuze
from .formulier import Formulier
from .velden import DatumVeld

# What a telephone or computer offers to choose; what is accepted is decided by the content.
KIESBAAR = "application/pdf,image/jpeg,image/png,image/heic,.pdf,.jpg,.jpeg,.png,.heic,.docx,.xlsx,.odt,.ods"


class MeerBestanden(forms.FileInput):
    allow_multiple_selected = True


class BestandenVeld(forms.FileField):
    """Several files at once; judging them one by one is the work of the service, asking for one that of the form."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        return [bestand for bestand in data or [] if bestand]


class StukForm(Formulier):
    """What is known of a paper."""

    bewaak = True

    onderwerp = forms.ChoiceField(
        label="Waar gaat het over?", choices=[("", "Maak een keuze"), *Stukonderwerp.choices], help_text=""
    )
    ontvangen_op = DatumVeld(label="Ontvangen op")
    over = forms.ChoiceField(label="Hoort bij", required=False)
    omschrijving = forms.CharField(
        label="Omschrijving",
        required=False,
        max_length=120,
        help_text="Bijvoorbeeld: blad 1 van 2. Geen namen, nummers of gezondheid, want dit staat in lijsten.",
    )

    def __init__(self, *args: Any, doelen: Sequence[Stukdoel] = (), op: date, **kwargs: Any) -> None:
        self.op = op
        super().__init__(*args, **kwargs)
        if doelen:
            keuzes = [("", "niets in het bijzonder"), *((doel.code, doel.label) for doel in doelen)]
            self.fields["over"].choices = keuzes  # type: ignore[attr-defined]  # it is a ChoiceField
        else:
            del self.fields["over"]

    def clean_ontvangen_op(self) -> date:
        dag: date = self.cleaned_data["ontvangen_op"]
        if dag > self.op:
            raise forms.ValidationError("De datum van ontvangst ligt in de toekomst.")
        return dag

    def indeling(self) -> Layout:
        over = ["over"] if "over" in self.fields else []
        naast = Div(Field("onderwerp"), Field("ontvangen_op"), css_class="velden-naast")
        return Layout(naast, *over, "omschrijving")

    @property
    def gegevens(self) -> dict[str, Any]:
        """What goes to the service."""
        namen = ("onderwerp", "ontvangen_op", "over", "omschrijving")
        return {naam: self.cleaned_data.get(naam, "") for naam in namen}


class StukkenForm(StukForm):
    """With the files: last, so that a request that is too large still brings what was typed."""

    knop = "Bewaar"
    een_van = frozenset({"bestanden", "foto"})

    bestanden = BestandenVeld(
        label="Bestanden",
        widget=MeerBestanden(attrs={"accept": KIESBAAR}),
    )
    foto = BestandenVeld(
        label="Of maak een foto",
        required=False,
        help_text="Op een telefoon of tablet opent dit de camera.",
        widget=MeerBestanden(attrs={"accept": "image/*", "capture": "environment", "data-nog-een": ""}),
    )

    def __init__(self, *args: Any, te_groot: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.te_groot = te_groot
        self.fields["bestanden"].help_text = (
            "Een bestand of een foto is genoeg; meer tegelijk mag. "
            f"{SOORTEN_IN_WOORDEN[0].upper()}{SOORTEN_IN_WOORDEN[1:]}; elk hoogstens "
            f"{settings.STUK_MEGABYTE} MB, samen {settings.VERZOEK_MEGABYTE} MB."
        )

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        if self.te_groot:
            grens = f"Samen zijn de bestanden groter dan {settings.VERZOEK_MEGABYTE} MB."
            self.add_error("bestanden", f"{grens} Er is niets bewaard; kies er minder tegelijk.")
        elif not self.ruwe_bestanden:
            self.add_error("bestanden", "Kies een of meer bestanden, of maak een foto.")
        return schoon

    @property
    def ruwe_bestanden(self) -> list[UploadedFile]:
        return [*self.cleaned_data.get("bestanden", []), *self.cleaned_data.get("foto", [])]

    @property
    def verstuurd(self) -> list[Bestand]:
        return [Bestand(bestand.name or "", bestand.size or 0, bestand.read) for bestand in self.ruwe_bestanden]

    def meld(self, afgewezen: Sequence[Afgewezen]) -> None:
        """One sentence per file that was not kept."""
        self.add_error("bestanden", [f"‘{bestand.naam}’ {bestand.reden}" for bestand in afgewezen])

    def indeling(self) -> Layout:
        return Layout(*super().indeling().fields, "bestanden", "foto")


class StukKoppelForm(Dossierkeuze, StukForm):
    """The dossier that a paper from the Postvak belongs to, and what it is about."""

    knop = "Koppel aan dit dossier"

    def indeling(self) -> Layout:
        naast = Div(Field("onderwerp"), Field("ontvangen_op"), css_class="velden-naast")
        return Layout(*self.keuzevelden, naast, "omschrijving")


class StukWegForm(Formulier):
    """Why a paper does not belong here."""

    toon_facultatief = False

    reden = forms.CharField(
        label="Reden", max_length=250, help_text="Geen namen: deze reden blijft bewaard.", widget=forms.TextInput
    )

    def __init__(self, *args: Any, knop: str, **kwargs: Any) -> None:
        self.knop = knop
        super().__init__(*args, **kwargs)


class StukAanwijzenForm(Formulier):
    """Who links a medical paper of a colleague who left."""

    knop, toon_facultatief = "Deze consulent aanwijzen", False
    collega = forms.ModelChoiceField(
        label="Wie opent en koppelt dit stuk?", queryset=Medewerker.objects.none(), empty_label="Maak een keuze"
    )

    def __init__(self, *args: Any, mensen: QuerySet[Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["collega"]).queryset = mensen
