"""The forms of a bezwaar: registering one, and one small form per step."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, cast

from crispy_forms.layout import Div, Field, Layout
from django import forms
from django.utils.timezone import localtime, make_aware

from cases.enums import Afspraakuitkomst, Plaatssoort, Verzendkanaal
from cases.enums_bezwaar import NietHoren, Uitstelgrond
from cases.models import Bezwaar, Document, Medewerker
from cases.services.bezwaar.registreren import VELDEN
from cases.services.bezwaar.stand import NIET_GEWEEST, te_versturen
from inburgering.recht.beslistermijn import MEESTE_WEKEN_VERDAGING

from .afspraken import TijdVeld
from .formulier import Formulier, ModelFormulier
from .geen_bsn import keur_geen_bsn
from .velden import DatumVeld

GEEN_GEZONDHEID = "Schrijf niets over gezondheid als het niet nodig is."


def lang(label: str, hulp: str = "", *, rijen: int = 4, meeste: int = 1000, nodig: bool = True) -> forms.CharField:
    """A text of more than a line, without a BSN: most of it comes in a letter."""
    vak, geen_bsn = forms.Textarea(attrs={"rows": rijen}), [keur_geen_bsn]
    return forms.CharField(
        label=label, help_text=hulp, widget=vak, max_length=meeste, required=nodig, validators=geen_bsn
    )


class BezwaarForm(ModelFormulier):
    """A bezwaarschrift that came in."""

    knop = "Bezwaar registreren"
    bewaak = True
    ontvangen_op = DatumVeld(label="Ontvangen op")
    postdatum = DatumVeld(
        label="Op de post gedaan op",
        required=False,
        help_text="Alleen bij bezwaar per post: de datum van het poststempel (dd-mm-jjjj).",
    )
    gronden = lang("Waarom de persoon het niet eens is", f"In het kort. {GEEN_GEZONDHEID}", nodig=False)

    class Meta:
        model = Bezwaar
        fields = VELDEN
        widgets = {"kanaal": forms.RadioSelect}
        help_texts = {
            "gemachtigde": "Wie namens de persoon bezwaar maakt, bijvoorbeeld een advocaat. De brieven gaan daarheen.",
            "gemachtigde_adres": "Straat en huisnummer, postcode en plaats, met komma’s ertussen.",
            "met_commissie": "Dan is de beslistermijn twaalf weken in plaats van zes (art. 7:10 lid 1 Awb).",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kanaal = cast(forms.ChoiceField, self.fields["kanaal"])
        kanaal.choices = [keuze for keuze in kanaal.choices if keuze[0]]  # type: ignore[union-attr, index, misc]  # a ChoiceField with pairs

    def clean(self) -> dict[str, Any]:
        waarden = super().clean() or {}
        if waarden.get("gemachtigde") and not waarden.get("gemachtigde_adres"):
            self.add_error("gemachtigde_adres", "Vul het adres van de gemachtigde in: de brieven gaan daarheen.")
        return waarden

    def _post_clean(self) -> None:
        """The service validates the row: its rules need the beschikking, which no field holds."""


class StapForm(Formulier):
    """One step of one bezwaar on one day."""

    bewaak = True

    def __init__(self, *args: Any, bezwaar: Bezwaar, op: date, medewerker: Medewerker, **kwargs: Any) -> None:
        self.bezwaar, self.op, self.medewerker = bezwaar, op, medewerker
        kwargs["initial"] = self.begin() | dict(kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def begin(self) -> dict[str, Any]:
        """What the fields start with."""
        return {}


class WijzigForm(BezwaarForm):
    """The same fields for a bezwaar that is registered, with the reason of the change."""

    knop = "Opslaan"
    reden = lang("Reden van de wijziging", "Bijvoorbeeld: een commissie gaat toch adviseren.", rijen=2, meeste=500)

    def __init__(self, *args: Any, bezwaar: Bezwaar, op: date, medewerker: Medewerker, **kwargs: Any) -> None:
        begin = {veld: getattr(bezwaar, veld) for veld in VELDEN}
        super().__init__(*args, initial=begin, **kwargs)


ZITTINGWOORDEN = {
    Afspraakuitkomst.AFGEMELD: "de indiener heeft zich afgemeld",
    Afspraakuitkomst.NIET_VERSCHENEN: "de indiener is niet gekomen",
    Afspraakuitkomst.GEANNULEERD: "de gemeente zegt de hoorzitting af (met een brief)",
}


class ZittingUitkomstForm(StapForm):
    knop = "Vastleggen"
    uitkomst = forms.ChoiceField(
        label="Wat wilt u vastleggen?",
        choices=[(u.value, ZITTINGWOORDEN[u]) for u in NIET_GEWEEST],
        widget=forms.RadioSelect,
    )
    reden = lang("Toelichting", "Dit staat niet in de brief.", rijen=2, meeste=500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zitting = self.bezwaar.hoorzitting
        if zitting and zitting.dag > self.op:  # nobody stays away from what is still to come
            keuze = cast(forms.ChoiceField, self.fields["uitkomst"])
            keuze.choices = [k for k in keuze.choices if k[0] != Afspraakuitkomst.NIET_VERSCHENEN]  # type: ignore[union-attr, index, misc]  # a ChoiceField with pairs


class BriefKeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.titel)


class BevestigForm(StapForm):
    knop = "Ontvangstbevestiging maken"


class TijdigheidForm(StapForm):
    verschoonbaar = forms.TypedChoiceField(
        label="Is het te laat komen verschoonbaar?",
        choices=[("ja", "ja, er is een goede reden"), ("nee", "nee")],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
    )
    waarom = lang("Waarom", "Deze motivering komt in de beslissing.")

    def begin(self) -> dict[str, Any]:
        keuze = {True: "ja", False: "nee"}.get(cast(bool, self.bezwaar.verschoonbaar))
        return {"verschoonbaar": keuze, "waarom": self.bezwaar.verschoonbaar_waarom}


class VerzuimForm(StapForm):
    knop = "Brief maken"
    wat = lang("Wat ontbreekt er?", "Elke regel wordt een punt in de brief, bijvoorbeeld: uw handtekening.", meeste=500)
    tot = DatumVeld(label="Aan te vullen tot en met", help_text="Meestal twee tot vier weken (dd-mm-jjjj).")


class DatumStapForm(StapForm):
    """A step of which only the day is recorded."""

    knop = "Vastleggen"
    datum = DatumVeld()

    def begin(self) -> dict[str, Any]:
        return {"datum": self.op}


class VerdaagForm(StapForm):
    knop = "Verdagen en brief maken"
    weken = forms.IntegerField(label="Aantal weken", min_value=1, max_value=MEESTE_WEKEN_VERDAGING)
    reden = lang("Reden", "Een zin die in de brief komt.", rijen=2, meeste=500)

    def begin(self) -> dict[str, Any]:
        return {"weken": MEESTE_WEKEN_VERDAGING}


class UitstelForm(StapForm):
    knop = "Uitstel vastleggen en brief maken"
    tot = DatumVeld(label="Beslissen uiterlijk op")
    grond = forms.ChoiceField(label="Waarom mag dat?", choices=Uitstelgrond.choices, widget=forms.RadioSelect)
    reden = lang("Reden", "Een zin die in de brief komt.", rijen=2, meeste=500)


class ZittingForm(StapForm):
    knop = "Uitnodiging maken"
    datum = DatumVeld(label="Datum")
    tijd = TijdVeld(label="Tijd")
    duur_minuten = forms.IntegerField(label="Duur in minuten", min_value=5, max_value=600)
    plaatssoort = forms.ChoiceField(label="Waar", choices=Plaatssoort.choices)
    plaats = forms.CharField(label="Adres of kamer", max_length=150, required=False)
    tolk_taal = forms.CharField(
        label="Taal van de tolk", max_length=60, required=False, help_text="Laat leeg als er geen tolk nodig is."
    )

    def begin(self) -> dict[str, Any]:
        persoon = self.bezwaar.dossier.inburgeraar
        taal = persoon.voorkeurstaal if persoon.tolk_nodig else ""
        return {"duur_minuten": 60, "plaatssoort": Plaatssoort.GEMEENTEHUIS, "tolk_taal": taal}

    def indeling(self) -> Layout:
        naast = Div(Field("datum"), Field("tijd"), Field("duur_minuten"), css_class="velden-naast")
        return Layout(naast, "plaatssoort", "plaats", "tolk_taal")

    @property
    def gegevens(self) -> Mapping[str, Any]:
        schoon = dict(self.cleaned_data)
        begin = make_aware(datetime.combine(schoon.pop("datum"), schoon.pop("tijd")))
        return schoon | {"begin": begin, "met": self.medewerker}


class VerplaatsForm(ZittingForm):
    knop = "Verplaatsen en brief maken"
    reden = lang("Waarom de hoorzitting wordt verplaatst", "Dit staat niet in de brief.", rijen=2, meeste=500)

    def begin(self) -> dict[str, Any]:
        if (oud := self.bezwaar.hoorzitting) is None:
            return super().begin()
        nu = {veld: getattr(oud, veld) for veld in ("duur_minuten", "plaatssoort", "plaats", "tolk_taal")}
        return nu | {"datum": oud.dag, "tijd": localtime(oud.begin).time()}

    def indeling(self) -> Layout:
        return Layout(super().indeling(), "reden")

    @property
    def gegevens(self) -> Mapping[str, Any]:
        return {veld: waarde for veld, waarde in super().gegevens.items() if veld != "reden"}


class AfzienForm(StapForm):
    knop = "Vastleggen"
    grond = forms.ChoiceField(label="Waarom is horen niet nodig?", choices=NietHoren.choices, widget=forms.RadioSelect)
    waarom = lang("Toelichting", "Deze toelichting komt in de beslissing.")


class VerslagForm(StapForm):
    verslag = lang("Verslag", f"Wie er waren en wat er is gezegd. {GEEN_GEZONDHEID}", rijen=12, meeste=10_000)

    def begin(self) -> dict[str, Any]:
        return {"verslag": self.bezwaar.verslag}


class VerzondenForm(DatumStapForm):
    brief = BriefKeuze(Document.objects.none(), label="Brief")
    datum = DatumVeld(label="Verzonden of uitgereikt op")
    kanaal = forms.ChoiceField(label="Hoe", choices=Verzendkanaal.choices, widget=forms.RadioSelect)
    field_order = ["brief", "datum", "kanaal"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(BriefKeuze, self.fields["brief"]).queryset = te_versturen(self.bezwaar)
