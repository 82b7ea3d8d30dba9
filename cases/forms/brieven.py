"""The small forms with which a consulent writes a letter by hand, and records that it was sent."""

from abc import ABCMeta, abstractmethod
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms.forms import DeclarativeFieldsMetaclass

from cases.brieven import Briefsoort
from cases.enums import Gezinsrol, Kanaal, Partij, Verzendkanaal
from cases.models import Afspraak, Document, Dossier, Medewerker
from cases.services import verklaring
from cases.services.brieven import Brief, begeleidend, stel_op, uitnodiging, welkom
from cases.services.brieven.uitnodiging import Genodigde

from .formulier import Formulier
from .velden import DatumVeld

SAMEN = {Gezinsrol.PARTNER, Gezinsrol.AANVRAGER}
BUITEN_HET_GEZIN = (Partij.BEGELEIDER, Partij.TOLK, Partij.COA)


class _Briefmeta(DeclarativeFieldsMetaclass, ABCMeta):
    """Of a form that lacks a method there is no instance."""


class Briefformulier(Formulier, metaclass=_Briefmeta):
    """What a letter needs to be told. `gezin` are the dossiers of relatives that this person may see."""

    form_tag = False
    knop = ""

    def __init__(self, *args: Any, dossier: Dossier, gezin: Sequence[Dossier] = (), **kwargs: Any) -> None:
        self.dossier, self.gezin = dossier, gezin
        super().__init__(*args, **kwargs)

    @abstractmethod
    def brieven(self, *, door: Medewerker, op: date) -> list[Brief]:
        """The letters that these answers give. Raises BriefFout."""

    def maak(self, *, soort: Briefsoort, brieven: Sequence[Brief], door: Medewerker, op: date) -> list[Document]:
        """Make them: the service that this kind of letter needs."""
        return stel_op(dossier=self.dossier, soort=soort, brieven=brieven, door=door, op=op)


class WelkomForm(Briefformulier):
    """Nothing to choose: dossier and text blocks say it all."""

    def brieven(self, *, door: Medewerker, op: date) -> list[Brief]:
        return welkom.stel_samen(dossier=self.dossier, door=door, op=op)


class BegeleidendForm(Briefformulier):
    onderwerp = forms.CharField(label="Onderwerp", max_length=120)
    tekst = forms.CharField(
        label="Tekst",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Korte zinnen. Een lege regel begint een nieuwe alinea. Schrijf niets over gezondheid.",
    )
    bijlagen = forms.CharField(
        label="Bijlagen",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wat u meestuurt, elk op een eigen regel.",
    )

    def brieven(self, *, door: Medewerker, op: date) -> list[Brief]:
        tekst = self.cleaned_data["tekst"].replace("\r\n", "\n")
        return begeleidend.stel_samen(
            dossier=self.dossier,
            onderwerp=self.cleaned_data["onderwerp"],
            alineas=_gevuld(tekst.split("\n\n")),
            bijlagen=_gevuld(self.cleaned_data["bijlagen"].splitlines()),
            door=door,
            op=op,
        )


class VerklaringForm(Briefformulier):
    """On which ground; only what the terms of the dossier bear out, which the service looks at again."""

    grond = forms.ChoiceField(
        label="Wat verklaart u", choices=list(verklaring.GRONDEN.items()), widget=forms.RadioSelect
    )

    def brieven(self, *, door: Medewerker, op: date) -> list[Brief]:
        return verklaring.stel_samen(dossier=self.dossier, grond=self.cleaned_data["grond"], door=door, op=op)


class UitnodigingForm(Briefformulier):
    """One talk, and who is invited; who is outside the gezin needs a name, and gets an address when there is one.

    An interpreter needs no name: who comes is often not known yet."""

    een_van = frozenset({f"naam_{partij}" for partij in (Partij.BEGELEIDER, Partij.COA)})  # needed with the tick
    afspraak: Any = forms.ModelChoiceField(label="Voor welke afspraak", queryset=None, empty_label=None)
    partijen = forms.MultipleChoiceField(label="Wie nodigt u uit", widget=forms.CheckboxSelectMultiple)
    weet_ervan = forms.BooleanField(
        label="De inburgeraar weet dat wij deze anderen uitnodigen",
        required=False,
        help_text="Nodig voor de begeleider en het COA: zij lezen wie het gesprek heeft.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partner = _partner(self.dossier, self.gezin)
        afspraak = cast(forms.ModelChoiceField, self.fields["afspraak"])
        afspraak.queryset = self.dossier.afspraken.open().select_related("met").prefetch_related("deelnemers")
        eerste = self._eerste(afspraak.queryset)
        afspraak.initial = eerste and eerste.pk
        bekend = _namen(eerste)
        keuzes = [partij for partij in Partij if partij != Partij.PARTNER or self.partner]
        cast(forms.MultipleChoiceField, self.fields["partijen"]).choices = [(p.value, p.label) for p in keuzes]
        self.fields["partijen"].initial = [Partij.INBURGERAAR.value, *bekend]
        for partij in BUITEN_HET_GEZIN:
            wie = partij.label.removeprefix("de ")
            hulp = "Of het tolkenbureau." if partij == Partij.TOLK else "Of de organisatie."
            self.fields[f"naam_{partij}"] = forms.CharField(
                label=f"Naam van de {wie}",
                max_length=250,
                required=False,
                help_text=hulp,
                initial=bekend.get(partij.value, ""),
            )
            self.fields[f"adres_{partij}"] = forms.CharField(
                label=f"Adres van de {wie}",
                max_length=200,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def indeling(self) -> Layout:
        """Name and address of a party show once that party is ticked (static/css/formulier.css)."""
        partijen = (
            Div(f"naam_{partij}", f"adres_{partij}", css_class=f"bij-partij bij-partij--{partij.value}")
            for partij in BUITEN_HET_GEZIN
        )
        return Layout("afspraak", "partijen", "weet_ervan", *partijen)

    def _eerste(self, komend: QuerySet[Afspraak]) -> Afspraak | None:
        """The talk that the page was opened for, else the next one."""
        gevraagd = str(self.initial.get("afspraak", ""))
        return next((rij for rij in komend if str(rij.pk) == gevraagd), None) or next(iter(komend), None)

    def clean_afspraak(self) -> Any:
        afspraak = self.cleaned_data["afspraak"]
        afspraak.dossier = self.dossier  # fetched with person and gemeente already
        return afspraak

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        gekozen = data.get("partijen", [])
        for partij in BUITEN_HET_GEZIN:
            if partij != Partij.TOLK and partij.value in gekozen and not data.get(f"naam_{partij}"):
                self.add_error(f"naam_{partij}", f"Vul in hoe {partij.label} heet.")
        if {Partij.BEGELEIDER, Partij.COA} & set(gekozen) and not data.get("weet_ervan"):
            self.add_error("weet_ervan", ValidationError("Bespreek dit eerst met de inburgeraar."))
        return data

    def brieven(self, *, door: Medewerker, op: date) -> list[Brief]:
        gasten = [self._gast(Partij(partij)) for partij in self.cleaned_data["partijen"]]
        return uitnodiging.stel_samen(afspraak=self.cleaned_data["afspraak"], genodigden=gasten, op=op)

    def maak(self, *, soort: Briefsoort, brieven: Sequence[Brief], door: Medewerker, op: date) -> list[Document]:
        return uitnodiging.nodig_uit(
            afspraak=self.cleaned_data["afspraak"],
            partijen=self.cleaned_data["partijen"],
            soort=soort,
            brieven=brieven,
            door=door,
            op=op,
        )

    def _gast(self, partij: Partij) -> Genodigde:
        if partij not in BUITEN_HET_GEZIN:
            return Genodigde(partij, dossier=self.partner if partij == Partij.PARTNER else None)
        adres = self.cleaned_data[f"adres_{partij}"].splitlines()
        return Genodigde(partij, self.cleaned_data[f"naam_{partij}"], tuple(_gevuld(adres)[:4]))


class VerzendForm(Formulier):
    """When and how a letter left; a beschikking does not go by e-mail (Awb 2:14)."""

    knop = "Vastleggen"
    datum = DatumVeld(label="Verzonden of uitgereikt op")
    kanaal = forms.ChoiceField(label="Hoe", widget=forms.RadioSelect)
    reden = forms.CharField(
        label="Waarom klopt de eerdere datum niet?",
        required=False,
        max_length=250,
        help_text="Alleen als u de datum hierboven verbetert. De oude datum blijft in de geschiedenis staan.",
    )

    def __init__(self, *args: Any, document: Document, besluit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if besluit or not document.verzonden:
            del self.fields["reden"]
        keuzes: Any = Kanaal.choices if besluit else Verzendkanaal.choices
        cast(forms.ChoiceField, self.fields["kanaal"]).choices = keuzes


def _namen(afspraak: Afspraak | None) -> dict[str, str]:
    """Who is known to come, by party: 'Els Kramer, VluchtelingenWerk'."""
    deelnemers = afspraak.deelnemers.all() if afspraak else []
    return {d.hoedanigheid: ", ".join(_gevuld((d.naam, d.organisatie))) for d in deelnemers}


def _gevuld(regels: Iterable[str]) -> list[str]:
    return [regel.strip() for regel in regels if regel.strip()]


def _partner(dossier: Dossier, gezin: Sequence[Dossier]) -> Dossier | None:
    """The other of the two who lead the gezin; a child has no partner here."""
    if dossier.inburgeraar.gezinsrol not in SAMEN:
        return None
    return next((lid for lid in gezin if lid.inburgeraar.gezinsrol in SAMEN), None)
