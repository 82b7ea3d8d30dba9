"""One form per rung of the ladder."""

from datetime import date
from typing import Any

from django import forms

from cases.enums import Kanaal
from cases.forms.formulier import Formulier
from cases.forms.geen_bsn import keur_geen_bsn
from cases.forms.tolken import BedragVeld
from cases.forms.velden import WI2021, DatumVeld
from inburgering.recht.boete import Boeteartikel
from pip_plans.handhaving.enums import Einde, Gedraging, Verwijtbaarheid, Zienswijzesoort
from pip_plans.handhaving.models import Handhavingszaak
from pip_plans.handhaving.services.brieven import Oproepwaarschuwing

IN_DE_BRIEF = "Dit komt in de brief. Schrijf ‘u’, in gewone woorden."
CAUTIE = "Vertel bij een gesprek eerst dat hij niet hoeft te antwoorden (art. 5:10a Awb)."
GEEN_GEZONDHEID = "Schrijf niets over gezondheid als het niet nodig is."


def _lang(label: str, hulp: str = "", *, meeste: int = 2000, nodig: bool = True) -> forms.CharField:
    """A text of more than a line, without a BSN: most of it comes in a letter."""
    vak = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(
        label=label, help_text=hulp, widget=vak, max_length=meeste, required=nodig, validators=[keur_geen_bsn]
    )


def _datum(waarde: str, *, vanaf: date | None = None, **opties: Any) -> DatumVeld:
    return DatumVeld(label=waarde, vanaf=vanaf, **opties)


class ConstateringForm(Formulier):
    gedraging = forms.ChoiceField(label="Wat is er", choices=Gedraging.choices, widget=forms.RadioSelect)
    gedrag_op = _datum("Op welke dag", vanaf=WI2021, help_text="dd-mm-jjjj. De dag van het gedrag zelf.")
    omschrijving = _lang("Wat er gebeurde", IN_DE_BRIEF)
    bewijs = _lang(
        "Waaruit dat blijkt",
        f"{IN_DE_BRIEF} Bijvoorbeeld: de brief van 3 november, de lijst van de school.",
        meeste=1000,
    )
    knop = "Constatering vastleggen"
    bewaak = True


class WaarschuwingForm(Formulier):
    tot = _datum("Meedoen kan nog tot en met", help_text="dd-mm-jjjj. Deze dag staat in de brief.")
    knop = "Waarschuwing maken"


class OproepForm(Formulier):
    """The warning stood in an oproep; only those that did can be chosen."""

    oproep = forms.ChoiceField(label="Waarschuwing in deze oproep", widget=forms.RadioSelect)
    knop, knop_naam = "Deze waarschuwing gebruiken", "gebruik_oproep"

    def __init__(self, *args: Any, waarschuwingen: list[Oproepwaarschuwing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(str(rij.oproep.pk), _oproepkeuze(rij)) for rij in waarschuwingen]
        self.fields["oproep"].choices = keuzes  # type: ignore[attr-defined]  # a ChoiceField


def _oproepkeuze(rij: Oproepwaarschuwing) -> str:
    return f"{rij.oproep}, brief van {rij.oproep.dagtekening:%d-%m-%Y}, gemist op {rij.tot:%d-%m-%Y}"


class VoornemenForm(Formulier):
    na_waarschuwing = _lang("Wat er na de waarschuwing gebeurde", IN_DE_BRIEF, meeste=1000)
    knop = "Voornemen maken"

    def __init__(self, *args: Any, zaak: Handhavingszaak, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if zaak.waarschuwing_id is None:
            del self.fields["na_waarschuwing"]


class ZienswijzeForm(Formulier):
    soort = forms.ChoiceField(label="Zienswijze", choices=Zienswijzesoort.choices[1:], widget=forms.RadioSelect)
    datum = _datum("Gegeven op", vanaf=WI2021)
    tekst = _lang(
        "Wat de inburgeraar zegt",
        f"{IN_DE_BRIEF} {CAUTIE} {GEEN_GEZONDHEID}",
        meeste=3000,
        nodig=False,
    )
    knop = "Zienswijze vastleggen"
    bewaak = True


class VoorstelForm(Formulier):
    """Without the field that does not belong to this article or group."""

    verwijtbaarheid = forms.ChoiceField(
        label="Hoe verwijtbaar", choices=Verwijtbaarheid.choices, widget=forms.RadioSelect
    )
    waarom = _lang("Waarom u het zo weegt", f"{IN_DE_BRIEF} Ga in op wat de inburgeraar zei. {GEEN_GEZONDHEID}")
    individueel = _lang(
        "Individuele afweging",
        f"{IN_DE_BRIEF} Waarom is bij deze persoon, met asiel, een boete toch nodig en redelijk? Waaruit blijkt "
        "dat hij blijvend niet wil?",
    )
    bijstand_verlaagd = forms.TypedChoiceField(
        label="Is de bijstand om hetzelfde gedrag al verlaagd?",
        choices=[("nee", "nee"), ("ja", "ja, dan kan er geen boete bij")],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
        help_text="Vraag dit na bij Sociale Zaken (art. 27 Wet inburgering 2021).",
    )
    termijn_tot = _datum("Nieuwe termijn om mee te doen, tot en met", help_text="dd-mm-jjjj, hoogstens twee maanden.")
    knop = "Voorleggen aan de teamleider"
    bewaak = True

    def __init__(self, *args: Any, zaak: Handhavingszaak, bescherming: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not bescherming:
            del self.fields["individueel"]
        if zaak.artikel is Boeteartikel.ARTIKEL_23:
            del self.fields["termijn_tot"]


class OordeelForm(Formulier):
    """The buttons stand in the template: besluit or terug."""

    revisie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    opmerkingen = _lang("Opmerkingen", "Nodig als u het voorstel teruggeeft: wat moet anders?", nodig=False)
    form_tag = False
    knop = ""


class BekendmakingForm(Formulier):
    datum = _datum("Verzonden of uitgereikt op")
    kanaal = forms.ChoiceField(label="Hoe", choices=Kanaal.choices, widget=forms.RadioSelect)
    form_tag = False
    knop = ""


class BetalingForm(Formulier):
    datum = _datum("Betaald op", vanaf=WI2021)
    bedrag = BedragVeld(label="Bedrag in euro’s", help_text="Wat er die dag is betaald. In delen mag.")
    knop = "Betaling vastleggen"


class RegelingForm(Formulier):
    tot = _datum("In delen betalen tot en met")
    knop = "Regeling vastleggen"


class EindeForm(Formulier):
    einde = forms.ChoiceField(label="Reden", choices=Einde.choices, widget=forms.RadioSelect)
    waarom = _lang("Toelichting", "Voor het dossier; de inburgeraar krijgt hierover geen brief.", meeste=1000)
    knop = "Zaak beëindigen"

    def __init__(self, *args: Any, einden: tuple[Einde, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(einde.value, einde.label) for einde in einden]
        self.fields["einde"].choices = keuzes  # type: ignore[attr-defined]  # a ChoiceField
