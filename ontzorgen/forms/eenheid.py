"""The forms of a unit: who belongs to it, how it lives, its fixed costs, and what changes the bijstand."""

from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.core.exceptions import ValidationError

from cases.forms.formulier import Formulier, ModelFormulier
from cases.forms.geen_bsn import keur_geen_bsn_in_verslag
from cases.forms.tolken import BedragVeld
from cases.forms.velden import WI2021, DatumVeld
from cases.models import Dossier
from inburgering.recht.geld import euro
from ontzorgen.enums import KENMERKSOORTEN, Postsoort
from ontzorgen.models import Crediteur, Eenheidlid, Lastsoort, Leefsituatie, Uitkeringseenheid
from ontzorgen.models.last import HOOGSTE_BEDRAG

from .velden import MaandVeld

LAAGSTE_NORM, MEESTE_KOSTENDELERS = 1_000, 20
KORTINGEN = [(soort.value, soort.label) for soort in Postsoort if soort != Postsoort.OVERBRUGGING]


class TochForm(Formulier):
    """With a tick to confirm what is unusual; it shows itself once a service asked for it."""

    toch = forms.BooleanField(label="Ja, dit klopt", required=False, widget=forms.HiddenInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([naam for naam in self.fields if naam != "toch"])

    def add_error(self, field: str | None, error: Any) -> None:
        super().add_error(field, error)
        if field == "toch":
            self.fields["toch"].widget = forms.CheckboxInput()


class EenheidForm(TochForm):
    """Who gets the bijstand together with this person, from which day."""

    knop = "Samenstellen"
    vanaf = DatumVeld(vanaf=WI2021, label="Vanaf", help_text="De eerste dag van het recht op bijstand. dd-mm-jjjj")
    partner = forms.ModelChoiceField(
        queryset=Dossier.objects.none(),
        label="Partner die mee bijstand krijgt",
        required=False,
        empty_label="geen partner, of een partner zonder bijstand",
    )

    def __init__(self, *args: Any, partners: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["partner"]
        veld.queryset = partners  # type: ignore[attr-defined]  # the fields are typed as plain ones
        veld.label_from_instance = lambda rij: f"{rij.inburgeraar.naam} ({rij.nummer})"  # type: ignore[attr-defined]


class EenheidCorrectieForm(EenheidForm):
    """Another first day or partner, or that there should be no unit."""

    knop = "Corrigeren"
    vervalt = forms.BooleanField(label="Deze eenheid is een vergissing en vervalt", required=False)
    reden = forms.CharField(label="Waarom corrigeert u dit?", max_length=250)


class LidEindeForm(Formulier):
    """The last day of a member; once there is one it may be taken back."""

    knop = "Vastleggen"
    laatste_dag = DatumVeld(
        label="Laatste dag in de eenheid", help_text="De dag ervoor als het recht op een dag eindigt. dd-mm-jjjj"
    )
    reden = forms.CharField(
        label="Reden",
        max_length=250,
        help_text="Alleen in het eigen dossier van deze persoon. Schrijf niets over gezondheid.",
    )

    def __init__(self, *args: Any, lid: Eenheidlid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if lid.tot:
            veld = self.fields["laatste_dag"]
            veld.required, veld.help_text = False, "Leeg: hoort toch bij de eenheid. dd-mm-jjjj"


class LeefsituatieForm(ModelFormulier):
    knop = "Vastleggen"
    vanaf = DatumVeld(label="Vanaf")
    besluit_bedrag = BedragVeld(
        label="Norm die de gemeente zelf vaststelde",
        required=False,
        help_text="Alleen als het besluit een eigen bedrag noemt (art. 18, 22a lid 3, 23, 24a, 27 of 28). "
        "Anders leeg laten.",
    )
    besluit_vakantietoeslag = BedragVeld(label="Vakantietoeslag daarbij", required=False)
    kostendelers = forms.IntegerField(
        label="Aantal kostendelers",
        min_value=0,
        max_value=MEESTE_KOSTENDELERS,
        initial=0,
        help_text="Huisgenoten van 27 jaar of ouder die meetellen (art. 19a Participatiewet), zonder de persoon zelf "
        "en zonder partner.",
        error_messages={"max_value": "Meer dan twintig kostendelers: kijk of het aantal klopt.",
                        "min_value": "Het aantal kostendelers kan niet kleiner zijn dan nul."},
    )  # fmt: skip

    class Meta:
        model = Leefsituatie
        fields = [
            "vanaf", "leefvorm", "leeftijdsgroep", "kostendelers", "partner_zonder_recht", "besluit_bedrag",
            "besluit_vakantietoeslag", "bron",
        ]  # fmt: skip

    def clean_besluit_bedrag(self) -> int | None:
        bedrag: int | None = self.cleaned_data["besluit_bedrag"]
        if bedrag is not None and not LAAGSTE_NORM <= bedrag <= HOOGSTE_BEDRAG:
            raise ValidationError(f"Een norm ligt tussen {euro(LAAGSTE_NORM)} en {euro(HOOGSTE_BEDRAG)} per maand: "
                                  "kijk of de komma goed staat.")  # fmt: skip
        return bedrag

    def clean_besluit_vakantietoeslag(self) -> int:
        return self.cleaned_data["besluit_vakantietoeslag"] or 0


class LeefsituatieCorrectieForm(LeefsituatieForm):
    knop = "Corrigeren"
    vervalt = forms.BooleanField(label="Deze regel is een vergissing en vervalt", required=False)


class LastForm(TochForm):
    """A fixed cost. Which persons and creditors there are to choose from, the view says."""

    knop = "Vastleggen"
    soort = forms.ModelChoiceField(queryset=Lastsoort.objects.all(), label="Soort")
    dossier = forms.ModelChoiceField(
        queryset=Dossier.objects.none(), label="Voor wie", required=False, empty_label="het hele huishouden"
    )
    crediteur = forms.ModelChoiceField(queryset=Crediteur.objects.none(), label="Crediteur")
    bedrag = BedragVeld(label="Bedrag per maand", help_text="In euro’s, bijvoorbeeld 612,35.")
    kenmerksoort = forms.ChoiceField(label="Soort kenmerk", choices=KENMERKSOORTEN, initial="VRIJ")
    kenmerk = forms.CharField(
        label="Kenmerk", max_length=140, help_text="Het klant- of contractnummer bij de crediteur. Nooit het BSN."
    )
    eerste_maand = MaandVeld(label="Eerste maand")
    laatste_maand = MaandVeld(label="Laatste maand", required=False)
    bron = forms.CharField(
        label="Waar komt het bedrag vandaan?", max_length=250, help_text="Bijvoorbeeld: huurcontract."
    )
    machtiging_op = DatumVeld(label="Machtiging getekend op", required=False)

    def __init__(self, *args: Any, eenheid: Uitkeringseenheid, mensen: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul_crediteuren(self, eenheid)
        veld = self.fields["dossier"]
        veld.queryset = mensen.select_related("inburgeraar")  # type: ignore[attr-defined]  # typed as a plain field
        veld.label_from_instance = lambda rij: rij.inburgeraar.naam  # type: ignore[attr-defined]  # idem

    def indeling(self) -> Layout:
        return Layout(Row("soort", "dossier"), Row("crediteur", "bedrag"), Row("kenmerksoort", "kenmerk"),
                      Row("eerste_maand", "laatste_maand"), "bron", "machtiging_op", "toch")  # fmt: skip


class LastWijzigForm(Formulier):
    """Another amount, creditor or reference from a month on."""

    knop = "Wijzigen"
    vanaf_maand = MaandVeld(label="Vanaf welke maand")
    crediteur = forms.ModelChoiceField(queryset=Crediteur.objects.none(), label="Crediteur")
    bedrag = BedragVeld(label="Bedrag per maand")
    kenmerksoort = forms.ChoiceField(label="Soort kenmerk", choices=KENMERKSOORTEN)
    kenmerk = forms.CharField(label="Kenmerk", max_length=140)
    bron = forms.CharField(label="Waar komt de wijziging vandaan?", max_length=250)
    machtiging_op = DatumVeld(label="Machtiging getekend op", required=False)

    def __init__(self, *args: Any, eenheid: Uitkeringseenheid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vul_crediteuren(self, eenheid)


class EindeForm(Formulier):
    """The last month, or that the row should not be there."""

    knop = "Beëindigen"
    laatste_maand = MaandVeld(label="Laatste maand die wordt betaald", required=False)
    vervalt = forms.BooleanField(
        label="Deze regel is een vergissing en vervalt",
        required=False,
        help_text="Kan alleen als er nog geen maand mee is vastgesteld.",
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if not gegevens.get("laatste_maand") and not gegevens.get("vervalt") and not self.errors:
            self.add_error("laatste_maand", "Vul de laatste maand in.")
        return gegevens


class PostForm(Formulier):
    """Income, a korting, beslag or an advance; an overbrugging comes from its decision alone."""

    knop = "Vastleggen"
    soort = forms.ChoiceField(label="Soort", choices=KORTINGEN)
    omschrijving = forms.CharField(label="Omschrijving", max_length=120, validators=[keur_geen_bsn_in_verslag])
    bedrag = BedragVeld(label="Bedrag per maand")
    beslagvrije_voet = BedragVeld(
        label="Beslagvrije voet",
        required=False,
        help_text="Alleen bij beslag en bij aflossing van teruggevorderde bijstand.",
    )
    eerste_maand = MaandVeld(label="Eerste maand")
    laatste_maand = MaandVeld(label="Laatste maand", required=False)
    bron = forms.CharField(
        label="Bron", max_length=250, help_text="Het nummer van het besluit of het stuk.",
        validators=[keur_geen_bsn_in_verslag],
    )  # fmt: skip

    def indeling(self) -> Layout:
        return Layout(Row("soort", "omschrijving"), Row("bedrag", "beslagvrije_voet"),
                      Row("eerste_maand", "laatste_maand"), "bron")  # fmt: skip


class PostWijzigForm(Formulier):
    """Another amount or source from a month on."""

    knop = "Wijzigen"
    vanaf_maand = MaandVeld(label="Vanaf welke maand")
    omschrijving = forms.CharField(label="Omschrijving", max_length=120, validators=[keur_geen_bsn_in_verslag])
    bedrag = BedragVeld(label="Bedrag per maand")
    beslagvrije_voet = BedragVeld(label="Beslagvrije voet", required=False)
    bron = forms.CharField(
        label="Bron", max_length=250, help_text="Het nummer van het besluit of het stuk.",
        validators=[keur_geen_bsn_in_verslag],
    )  # fmt: skip


class PostEindeForm(EindeForm):
    """The last month in which it counts, or that it should not be there; once it ends it may be let go on."""

    knop = "Vastleggen"

    def __init__(self, *args: Any, loopt_door: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.loopt_door = loopt_door
        self.fields["laatste_maand"].label = "Laatste maand die meetelt"
        if not loopt_door:
            self.fields["laatste_maand"].help_text = "Leeg: de regel loopt toch door. mm-jjjj"

    def clean(self) -> dict[str, Any]:
        return super().clean() if self.loopt_door else self.cleaned_data


def vul_crediteuren(form: forms.Form, eenheid: Uitkeringseenheid) -> None:
    """Only creditors of this gemeente that are in use."""
    rijen = Crediteur.objects.filter(gemeente=eenheid.gemeente_id, actief=True)
    form.fields["crediteur"].queryset = rijen  # type: ignore[attr-defined]  # typed as a plain field
