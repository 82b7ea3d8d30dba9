"""Who the person is: looking for him, registering him, changing his data, and his place in a gezin."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError

from cases.enums import Geslacht, Gezinsrol
from cases.models import Inburgeraar
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.nationaliteit import geen_plicht

from .feiten import azc_veld, doelgroep_veld, vergunning_veld
from .formulier import Formulier
from .velden import BSNVeld, DatumVeld, PostcodeVeld, VNummerVeld


def _tekst(naam: str) -> forms.CharField:
    veld: Any = Inburgeraar._meta.get_field(naam)
    return forms.CharField(
        label=str(veld.verbose_name).capitalize(), max_length=veld.max_length, required=naam == "achternaam"
    )


def weiger_toekomst(dag: date | None, op: date) -> None:
    if dag and dag > op:
        raise ValidationError("Deze datum ligt in de toekomst.")


def neem_fouten_over(form: forms.BaseForm, fout: ValidationError) -> None:
    """Put what the model refused at the field it names; a sentence about no field of this form goes on top."""
    for naam, zinnen in fout.message_dict.items():
        for zin in zinnen:
            genoemd = (veld for veld, vorm in form.fields.items() if str(vorm.label) in zin)
            form.add_error(naam if naam in form.fields else next(genoemd, None), zin)


class ZoekForm(Formulier):
    """Search before create: any number, or a name with the birth date."""

    knop, knop_naam, toon_facultatief = "Zoeken", "zoek", False
    voornamen, achternaam = _tekst("voornamen"), forms.CharField(max_length=120, required=False)
    geboortedatum = DatumVeld(required=False)
    bsn, v_nummer = BSNVeld(required=False), VNummerVeld(required=False)

    def indeling(self) -> Layout:
        return Layout(Row("voornamen", "achternaam"), "geboortedatum", Row("bsn", "v_nummer"))

    def clean(self) -> dict[str, Any]:
        waarden = super().clean() or {}
        op_naam = waarden.get("achternaam") and waarden.get("geboortedatum")
        if not (self.errors or waarden.get("bsn") or waarden.get("v_nummer") or op_naam):
            raise ValidationError("Vul een BSN of V-nummer in, of de achternaam met de geboortedatum.")
        return waarden


class PersoonForm(Formulier):
    """The fields of the person himself. BSN and V-nummer are asked elsewhere: they are not shown while editing."""

    bewaak = True
    voornamen, voorvoegsel, achternaam = _tekst("voornamen"), _tekst("voorvoegsel"), _tekst("achternaam")
    geboortedatum = DatumVeld()
    geslacht = forms.ChoiceField(choices=Geslacht, widget=forms.RadioSelect, initial="o")
    nationaliteit, voorkeurstaal = _tekst("nationaliteit"), _tekst("voorkeurstaal")
    tolk_nodig = forms.BooleanField(label="Er is een tolk nodig", required=False, initial=True)
    telefoon = _tekst("telefoon")
    email = forms.EmailField(label="E-mailadres", required=False)
    straat, huisnummer = _tekst("straat"), _tekst("huisnummer")
    postcode, woonplaats = PostcodeVeld(required=False), _tekst("woonplaats")

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        self.op = op
        super().__init__(*args, **kwargs)

    def clean_geboortedatum(self) -> date:
        weiger_toekomst(self.cleaned_data["geboortedatum"], self.op)
        geboren: date = self.cleaned_data["geboortedatum"]
        return geboren

    def vakken(self) -> list[Fieldset]:
        return [
            Fieldset("Persoon", Row("voornamen", "voorvoegsel", "achternaam"), "geboortedatum", "geslacht"),
            Fieldset("Taal en herkomst", Row("nationaliteit", "voorkeurstaal"), "tolk_nodig"),
            Fieldset(
                "Bereikbaar", Row("telefoon", "email"), Row("straat", "huisnummer"), Row("postcode", "woonplaats")
            ),
        ]

    def indeling(self) -> Layout:
        return Layout(*self.vakken())


class WijzigForm(PersoonForm):
    """`versie` is the state this form was made from; empty numbers stay as they are."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    bsn = BSNVeld(label="Ander BSN", required=False, help_text="Laat leeg om het BSN niet te wijzigen.")
    v_nummer = VNummerVeld(label="Ander V-nummer", required=False, help_text="Laat leeg om het niet te wijzigen.")

    def indeling(self) -> Layout:
        return Layout(*self.vakken(), Fieldset("Nummers", Row("bsn", "v_nummer")), "versie")

    def persoon(self) -> dict[str, Any]:
        waarden = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "versie"}
        return {naam: w for naam, w in waarden.items() if w is not None or naam not in {"bsn", "v_nummer"}}


class RegistratieForm(PersoonForm):
    """The person and the first facts."""

    knop, knop_naam = "Dossier registreren", "registreer"
    bsn, v_nummer = BSNVeld(required=False), VNummerVeld(required=False)
    doelgroep = doelgroep_veld()
    soort = vergunning_veld(required=False)
    vergunning = DatumVeld(
        label="Vergunning vanaf", help_text="Voor 1-1-2022 geldt de Wet inburgering 2013.", required=False
    )
    koppeling = DatumVeld(label="Datum koppeling", required=False)
    azc = azc_veld()
    kennisgeving = DatumVeld(label="Kennisgeving van DUO", required=False)
    huisvesting = DatumVeld(label="Huisvesting", required=False)
    brp = DatumVeld(label="Inschrijving in de BRP", required=False)
    op_mijn_naam = forms.BooleanField(label="Ik word de consulent van dit dossier", required=False)

    DATUMS: Mapping[str, FeitSoort] = {
        "vergunning": FeitSoort.VERBLIJFSVERGUNNING,
        "koppeling": FeitSoort.KOPPELING,
        "kennisgeving": FeitSoort.KENNISGEVING_DUO,
        "huisvesting": FeitSoort.HUISVESTING,
        "brp": FeitSoort.BRP_INSCHRIJVING,
    }

    def indeling(self) -> Layout:
        nummers = Fieldset("Nummers", Row("bsn", "v_nummer"))
        feiten = Fieldset(
            "Eerste feiten",
            "doelgroep",
            Row("soort", "vergunning"),
            Row("koppeling", "azc"),
            Row("kennisgeving", "huisvesting", "brp"),
        )
        return Layout(*self.vakken(), nummers, feiten, "op_mijn_naam")

    def clean(self) -> dict[str, Any]:
        waarden = super().clean() or {}
        if reden := geen_plicht(waarden.get("nationaliteit", ""), kennisgeving=bool(waarden.get("kennisgeving"))):
            self.add_error("nationaliteit", reden)
        for naam in self.DATUMS:
            if (dag := waarden.get(naam)) and dag > self.op:
                self.add_error(naam, "Deze datum ligt in de toekomst.")
        if waarden.get("vergunning") and not waarden.get("soort"):
            self.add_error("soort", "Kies bij deze datum de soort vergunning.")
        if not self.errors and not (waarden.get("bsn") or waarden.get("v_nummer")):
            self.add_error("bsn", "Vul een BSN of een V-nummer in.")
        return waarden

    def feiten(self) -> dict[FeitSoort, tuple[date, dict[str, str]]]:
        """The dated facts. The group holds from the permit, else from the first date, else from today."""
        waarden = self.cleaned_data
        data = {soort: waarden[naam] for naam, soort in self.DATUMS.items() if waarden[naam]}
        extra = {
            FeitSoort.VERBLIJFSVERGUNNING: {"soort": waarden["soort"]},
            FeitSoort.KOPPELING: {"azc": waarden["azc"]} if waarden["azc"] else {},
        }
        begin = waarden["vergunning"] or min(data.values(), default=self.op)
        groep = {FeitSoort.DOELGROEP: (begin, {"doelgroep": waarden["doelgroep"]})}
        return groep | {soort: (dag, extra.get(soort, {})) for soort, dag in data.items()}


class GezinForm(Formulier):
    """Into a gezin: by its number, or by the dossier of somebody who is in it."""

    knop, knop_naam, toon_facultatief = "Aan gezin koppelen", "koppel", False
    kenmerk = forms.CharField(label="Gezinsnummer", max_length=30, required=False)
    nummer = forms.CharField(
        label="Of het dossiernummer van een gezinslid",
        max_length=20,
        required=False,
        help_text="Bijvoorbeeld D-2026-0012.",
    )
    gezinsrol = forms.ChoiceField(label="Rol in het gezin", choices=Gezinsrol)
    vanaf = DatumVeld(label="Hoort bij dit gezin vanaf", required=False, help_text="Laat leeg voor vandaag.")

    def __init__(self, *args: Any, op: date, **kwargs: Any) -> None:
        self.op = op
        super().__init__(*args, **kwargs)

    def clean_vanaf(self) -> date | None:
        weiger_toekomst(self.cleaned_data["vanaf"], self.op)
        dag: date | None = self.cleaned_data["vanaf"]
        return dag

    def clean(self) -> dict[str, Any]:
        waarden = super().clean() or {}
        if bool(waarden.get("kenmerk")) == bool(waarden.get("nummer")):
            raise ValidationError("Vul één van de twee in: het gezinsnummer, of het dossiernummer van een gezinslid.")
        return waarden
