"""Proposing a decision of ontzorgen, judging the proposal, and recording that the letter left."""

from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.db.models import QuerySet

from cases.enums import Kanaal
from cases.forms.formulier import Formulier
from cases.forms.geen_bsn import keur_geen_bsn
from cases.forms.tolken import BedragVeld
from cases.forms.velden import DatumVeld
from inburgering.recht.geld import euro
from ontzorgen.enums import Besluitsoort, Eindreden
from ontzorgen.maanden import maandnaam
from ontzorgen.models import VasteLast

from .velden import MaandVeld

IN_DE_BRIEF = "Dit komt in de brief, in gewone woorden. Schrijf niets over gezondheid."


class VoorstelForm(Formulier):
    """What every proposal has; the base of the others and the whole of the one for 56a."""

    knop = "Voorleggen aan een collega"
    bewaak = True
    motivering = forms.CharField(
        label="Waarom", widget=forms.Textarea(attrs={"rows": 4}), max_length=2000, help_text=IN_DE_BRIEF,
        validators=[keur_geen_bsn],
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([naam for naam in self.fields if naam != "motivering"] + ["motivering"])


class VerlengForm(VoorstelForm):
    tot_en_met = DatumVeld(label="Tot en met", help_text="Hooguit een jaar. dd-mm-jjjj")


class EindeBesluitForm(VoorstelForm):
    per = DatumVeld(
        label="Eerste dag zonder ontzorgen", help_text="Vanaf deze dag betaalt de gemeente niet meer. dd-mm-jjjj"
    )
    eindreden = forms.ChoiceField(label="Wij stoppen omdat", choices=[("", "Kies een reden"), *Eindreden.choices])

    def clean_eindreden(self) -> Eindreden:
        return Eindreden(self.cleaned_data["eindreden"])


class BijzondereBijstandForm(VoorstelForm):
    aanvraag_op = DatumVeld(label="Aangevraagd op")
    toegekend = forms.TypedChoiceField(
        label="Uw voorstel",
        choices=[("ja", "toekennen"), ("nee", "weigeren")],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
    )
    bedrag = BedragVeld(label="Bedrag per maand", required=False, help_text="Leeg laten bij weigeren.")
    eerste_maand = MaandVeld(label="Eerste maand")
    laatste_maand = MaandVeld(label="Laatste maand")

    def indeling(self) -> Layout:
        return Layout("aanvraag_op", "toegekend", "bedrag", Row("eerste_maand", "laatste_maand"), "motivering")


class AfwijkingForm(VoorstelForm):
    """Of one fixed cost; which ones there are, the view says."""

    last: Any = forms.ModelChoiceField(queryset=None, label="Welke vaste last", empty_label="Kies een vaste last")
    maand = MaandVeld(label="In welke maand")
    laatste_maand = MaandVeld(label="Tot en met", required=False, help_text="Leeg als het om één maand gaat. mm-jjjj")
    bedrag = BedragVeld(label="Bedrag dat wij dan betalen", help_text="0 als wij die maand niets betalen.")

    def __init__(self, *args: Any, lasten: QuerySet[VasteLast], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["last"]
        veld.queryset = lasten
        veld.label_from_instance = _met_bedrag

    def indeling(self) -> Layout:
        return Layout("last", Row("maand", "laatste_maand"), "bedrag", "motivering")


class WeigeringForm(VoorstelForm):
    aanvraag_op = DatumVeld(label="Gevraagd op", help_text="De dag waarop iemand vroeg om te ontzorgen. dd-mm-jjjj")


class AfwijzenForm(Formulier):
    """Setting a proposal aside; the buttons stand in the template."""

    form_tag = False
    knop = ""
    opmerkingen = forms.CharField(label="Waarom niet", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)


class BekendmakingForm(Formulier):
    datum = DatumVeld(label="Verzonden of uitgereikt op")
    kanaal = forms.ChoiceField(label="Hoe", choices=Kanaal.choices, widget=forms.RadioSelect)
    knop, knop_naam = "Bekendmaken vastleggen", "bekendmaken"


def _met_bedrag(last: VasteLast) -> str:
    return f"{last}, {euro(last.bedrag)} vanaf {maandnaam(last.eerste_maand)}"


FORMULIEREN: dict[Besluitsoort, type[VoorstelForm]] = {
    Besluitsoort.ARTIKEL_56A: VoorstelForm,
    Besluitsoort.ARTIKEL_57: VerlengForm,
    Besluitsoort.EINDE: EindeBesluitForm,
    Besluitsoort.BIJZONDERE_BIJSTAND: BijzondereBijstandForm,
    Besluitsoort.AFWIJKING: AfwijkingForm,
    Besluitsoort.WEIGERING: WeigeringForm,
}
