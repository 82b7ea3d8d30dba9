"""Groups and certificates of the training; guidance bought in."""

from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.db.models import QuerySet

from cases.forms.formulier import Formulier, ModelFormulier
from cases.forms.geen_bsn import keur_geen_bsn_in_verslag
from cases.forms.tolken import BedragVeld
from cases.forms.velden import DatumVeld
from cases.models import Gemeente
from ontzorgen.models import Begeleiding, Training, Trainingsgroep


class TrainingForm(Formulier):
    knop = "Toevoegen"
    naam = forms.CharField(label="Naam", max_length=80, help_text="Bijvoorbeeld: Omgaan met Geld (Eurowijzer).")
    aanbieder = forms.CharField(label="Wie geeft de training", max_length=120)

    def indeling(self) -> Layout:
        return Layout(Row("naam", "aanbieder"))


class GroepForm(ModelFormulier):
    start = DatumVeld(label="Eerste bijeenkomst")

    class Meta:
        model = Trainingsgroep
        fields = ["training", "taal", "vorm", "plaats", "plaatsen", "start"]
        help_texts = {"taal": "In welke taal de training is, bijvoorbeeld: Arabisch."}

    def __init__(self, *args: Any, gemeente: Gemeente, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rijen = Training.objects.filter(gemeente=gemeente, actief=True)
        self.fields["training"].queryset = rijen  # type: ignore[attr-defined]  # typed as a plain field

    def indeling(self) -> Layout:
        return Layout(Row("training", "taal"), Row("vorm", "plaats"), Row("plaatsen", "start"))


class DagForm(Formulier):
    """One day: of a certificate, or on which somebody stopped."""

    datum = DatumVeld(label="Op welke dag")


class VerbeterDagForm(DagForm):
    """Another day than the one that was recorded."""

    reden = forms.CharField(
        label="Waarom verbetert u dit?", max_length=250, validators=[keur_geen_bsn_in_verslag],
        help_text="Dit komt in de geschiedenis.",
    )  # fmt: skip


class AanmeldForm(Formulier):
    knop = "Aanmelden"
    groep = forms.ModelChoiceField(queryset=Trainingsgroep.objects.none(), label="Groep")

    def __init__(self, *args: Any, groepen: "QuerySet[Trainingsgroep]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["groep"]
        veld.queryset = groepen  # type: ignore[attr-defined]  # typed as a plain field
        veld.label_from_instance = lambda rij: (  # type: ignore[attr-defined]  # idem
            f"{rij}, vanaf {rij.start:%d-%m-%Y}, {'vol: wachtlijst' if rij.bezet >= rij.plaatsen else 'plaats vrij'}"
        )


class BegeleidingForm(ModelFormulier):
    knop = "Vastleggen"
    vanaf = DatumVeld(label="Vanaf")
    tot = DatumVeld(label="Tot en met")
    kosten = BedragVeld(label="Kosten", help_text="In euro’s, voor het geheel. Bijvoorbeeld 480,00.")

    class Meta:
        model = Begeleiding
        fields = ["aanbieder", "uren", "vanaf", "tot", "kosten"]

    def indeling(self) -> Layout:
        return Layout(Row("aanbieder", "uren"), Row("vanaf", "tot"), "kosten")


class ResultaatForm(Formulier):
    resultaat = forms.CharField(
        label="Resultaat", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wat kan de inburgeraar nu zelf? Schrijf niets over gezondheid.",
    )  # fmt: skip
