"""The casusoverleg: partners, meetings, agenda, minutes and actions; and telling a partner about a dossier."""

from datetime import date
from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms

from cases.enums_overleg import Partnersoort
from cases.models import Casusoverleg, Gemeente, Medewerker, Overlegpartner
from cases.overlegonderwerpen import Onderwerp
from cases.services.overleg import mogelijke_eigenaars

from .formulier import Formulier
from .geen_bsn import keur_voor_partner
from .velden import DatumVeld

GEEN_GEZONDHEID = "Schrijf niets over gezondheid; dat hoort niet in een overleg met partners."


def tekst(label: str, hulp: str = "", *, meeste: int = 250, widget: forms.Widget | None = None) -> forms.CharField:
    """A text that a partner hears or reads: no BSN or the like."""
    keuren = [keur_voor_partner]
    return forms.CharField(label=label, help_text=hulp, max_length=meeste, widget=widget, validators=keuren)


class PartnerForm(Formulier):
    naam = forms.CharField(label="Naam", max_length=120)
    soort = forms.ChoiceField(
        label="Wat voor partner",
        choices=Partnersoort.choices,
        help_text="Dit bepaalt welke gegevens de partner mag hebben.",
    )
    actief = forms.BooleanField(label="In gebruik", required=False, initial=True)


class _PlanForm(Formulier):
    """Subject, day and place."""

    onderwerp = forms.ChoiceField(label="Onderwerp")
    datum = DatumVeld(label="Dag")
    plaats = forms.CharField(label="Waar", max_length=120, required=False)

    def __init__(self, *args: Any, onderwerpen: list[Onderwerp], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(onderwerp.code, onderwerp.label) for onderwerp in onderwerpen]
        self.fields["onderwerp"].choices = keuzes  # type: ignore[attr-defined]  # typed as a plain field


class OverlegWijzigForm(_PlanForm):
    """The partner stays; `gezien` tells which version was read."""

    knop = "Wijzigen"
    gezien = forms.IntegerField(widget=forms.HiddenInput)

    def indeling(self) -> Layout:
        return Layout("onderwerp", Row("datum", "plaats"), "gezien")


class OverlegForm(_PlanForm):
    """A new meeting: with whom too."""

    knop = "Plannen"
    partner = forms.ModelChoiceField(queryset=Overlegpartner.objects.none(), label="Met wie")

    def __init__(self, *args: Any, gemeente: Gemeente, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rijen = Overlegpartner.objects.filter(gemeente=gemeente, actief=True)
        self.fields["partner"].queryset = rijen  # type: ignore[attr-defined]  # typed as a plain field

    def indeling(self) -> Layout:
        return Layout(Row("partner", "onderwerp"), Row("datum", "plaats"))


class AfzegForm(Formulier):
    knop = "Overleg afzeggen"
    reden = tekst("Waarom gaat het overleg niet door?", GEEN_GEZONDHEID)


class AgendaForm(Formulier):
    """Put a dossier on the agenda, from the page of the meeting."""

    knop = "Op de agenda"
    dossier = forms.CharField(label="Dossiernummer", max_length=20, help_text="Bijvoorbeeld D-2026-0012.")
    vraag = tekst("Wat is de vraag?", GEEN_GEZONDHEID)

    def indeling(self) -> Layout:
        return Layout(Row("dossier", "vraag"))


class AgendeerForm(Formulier):
    """Put this dossier on the agenda of a meeting that is to come, from the dossier itself."""

    knop = "Op de agenda"
    overleg = forms.ModelChoiceField(queryset=Casusoverleg.objects.none(), label="Overleg")
    vraag = tekst("Wat is de vraag?", GEEN_GEZONDHEID)

    def __init__(self, *args: Any, overleggen: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["overleg"].queryset = overleggen  # type: ignore[attr-defined]  # typed as a plain field


class VraagForm(Formulier):
    """Another question for a dossier that is on the agenda; `eerder` is the one that was read."""

    knop, knop_naam = "Vraag wijzigen", "wijzig_vraag"
    vraag = tekst("Wat is de vraag?", GEEN_GEZONDHEID)
    eerder = forms.CharField(widget=forms.HiddenInput)


class VerslagForm(Formulier):
    knop = "Verslag opslaan"
    bewaak = True
    gezien = forms.IntegerField(widget=forms.HiddenInput)
    verslag = tekst("Verslag", GEEN_GEZONDHEID, meeste=2000, widget=forms.Textarea(attrs={"rows": 5}))


class ActieForm(Formulier):
    knop = "Actie toevoegen"
    knop_naam = "actie"
    wat = tekst("Wat moet er gebeuren?")
    eigenaar = forms.ModelChoiceField(queryset=Medewerker.objects.none(), label="Wie ziet erop toe?")
    uiterlijk = DatumVeld(label="Uiterlijk")
    bij_partner = forms.BooleanField(label="De partner doet het; deze collega volgt het", required=False)

    def __init__(self, *args: Any, gemeente: Gemeente, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rijen = mogelijke_eigenaars(gemeente=gemeente, op=op)
        self.fields["eigenaar"].queryset = rijen  # type: ignore[attr-defined]  # typed as a plain field

    def indeling(self) -> Layout:
        return Layout("wat", Row("eigenaar", "uiterlijk"), "bij_partner")


class AfrondForm(Formulier):
    knop = "Overleg afronden"
    knop_naam = "afronden"
    aanwezig = forms.CharField(
        label="Wie waren erbij?",
        max_length=500,
        help_text="Alleen namen van medewerkers, van de gemeente en van de partner.",
    )


class VerstrekForm(Formulier):
    """Why and on which ground; what goes, is fixed."""

    knop = "Blad (PDF) maken en vastleggen"
    doel = tekst("Waarvoor heeft de partner dit nodig?")
    grond = tekst("Op welke grond")


class PartnerKeuzeForm(Formulier):
    knop = "Bekijk wat deze partner krijgt"
    form_method = "get"
    partner = forms.ModelChoiceField(queryset=Overlegpartner.objects.none(), label="Aan wie")

    def __init__(self, *args: Any, gemeente: Gemeente, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rijen = Overlegpartner.objects.filter(gemeente=gemeente, actief=True)
        self.fields["partner"].queryset = rijen  # type: ignore[attr-defined]  # typed as a plain field
