"""One form per kind of fact: its date, and the particulars that belong to it."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError

from inburgering.recht.afronding import EINDREDEN_LABELS
from inburgering.recht.duo_besluit import DuoAanvraag, leefde_nog, voor_de_plicht
from inburgering.recht.feiten import DOELGROEP_LABELS, LEERROUTE_LABELS, Dossierfeiten, FeitSoort

from .duovelden import aanvraagvelden, besluitvelden
from .formulier import Formulier
from .velden import TE_VROEG, WI2021, DatumVeld

VERGUNNINGEN = ("asiel bepaalde tijd", "asiel onbepaalde tijd", "regulier bepaalde tijd", "regulier onbepaalde tijd")
CONTACTWIJZEN = ("bezoek in het AZC", "telefonisch", "op het gemeentehuis", "thuis")
AZC_LENGTE = 100
# What DUO can only have decided or heard once there was a duty.
VANAF_PLICHT = {FeitSoort.AANVRAAG_DUO, FeitSoort.BESLUIT_DUO, FeitSoort.EINDE_PLICHT}
LANGSTE_TERMIJN = 10  # years from the message of DUO to the last day that it names


def _keuzes(waarden: tuple[str, ...]) -> list[tuple[str, str]]:
    return [("", "Maak een keuze"), *((waarde, waarde) for waarde in waarden)]


def doelgroep_veld(**opties: Any) -> forms.ChoiceField:
    groepen = [(groep.value, label) for groep, label in DOELGROEP_LABELS.items()]
    return forms.ChoiceField(label="Doelgroep", choices=[("", "Maak een keuze"), *groepen], **opties)


def vergunning_veld(**opties: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label="Soort vergunning", choices=_keuzes(VERGUNNINGEN), **opties)


def azc_veld() -> forms.CharField:
    return forms.CharField(
        label="AZC",
        max_length=AZC_LENGTE,
        required=False,
        help_text="Waar de persoon verblijft, bijvoorbeeld AZC Almere.",
    )


EXTRA: Mapping[FeitSoort, Callable[[], dict[str, forms.Field]]] = MappingProxyType(
    {
        FeitSoort.DOELGROEP: lambda: {"doelgroep": doelgroep_veld()},
        FeitSoort.VERBLIJFSVERGUNNING: lambda: {"soort": vergunning_veld()},
        FeitSoort.KOPPELING: lambda: {"azc": azc_veld()},
        FeitSoort.EERSTE_CONTACT: lambda: {
            "wijze": forms.ChoiceField(label="Hoe", choices=_keuzes(CONTACTWIJZEN)),
        },
        FeitSoort.TE_HUISVESTEN: lambda: {
            "te_huisvesten": forms.TypedChoiceField(
                label="De gemeente moet deze persoon huisvesten",
                choices=[("ja", "ja"), ("nee", "nee")],
                coerce=lambda waarde: waarde == "ja",
                widget=forms.RadioSelect,
                help_text="Zonder dit feit: ja bij een asielvergunning met een koppeling, anders nee.",
            )
        },
        FeitSoort.DERDEN_INFORMATIE_GEVRAAGD: lambda: {
            "wie": forms.CharField(
                label="Aan wie",
                max_length=120,
                required=False,
                help_text="Een organisatie. Schrijf niets over gezondheid.",
            )
        },
        FeitSoort.PIP_VORIGE_GEMEENTE: lambda: {
            "gemeente": forms.CharField(label="Gemeente die het PIP vaststelde", max_length=80),
            "leerroute": forms.ChoiceField(
                label="Leerroute in dat PIP",
                choices=[("", "Maak een keuze"), *((route.value, label) for route, label in LEERROUTE_LABELS.items())],
                help_text="Deze leerroute wordt overgenomen (art. 15 lid 4 Wet inburgering 2021).",
            ),
        },
        FeitSoort.TERMIJN_DUO: lambda: {
            "start": DatumVeld(label="Eerste dag van de termijn", required=False),
            "einde": DatumVeld(label="Laatste dag van de termijn"),
        },
        FeitSoort.EINDE_PLICHT: lambda: {
            "reden": forms.ChoiceField(
                label="Waardoor, volgens DUO",
                help_text="Is de verblijfsvergunning ingetrokken? Kies dan: niet meer inburgeringsplichtig.",
                choices=[("", "niet bekend"), *((str(reden), label) for reden, label in EINDREDEN_LABELS.items())],
                required=False,
            )
        },
        FeitSoort.AANVRAAG_DUO: aanvraagvelden,
        FeitSoort.BESLUIT_DUO: besluitvelden,
    }
)
DATUMLABEL = {
    FeitSoort.TERMIJN_DUO: "Datum van het bericht van DUO",
    FeitSoort.AANVRAAG_DUO: "Ontvangen door DUO op",
    FeitSoort.BESLUIT_DUO: "Dagtekening van het besluit",
    FeitSoort.DOELGROEP: "Vanaf",
    FeitSoort.PIP_VORIGE_GEMEENTE: "Dagtekening van het eerste PIP",
}


class FeitForm(Formulier):
    """A new fact, besides what is known (`bekend`). `kenmerk` makes a double click record it once."""

    knop, corrigeert = "Vastleggen", False
    datum = DatumVeld()
    toelichting = forms.CharField(required=False, max_length=1000, help_text="Bijvoorbeeld waar de datum vandaan komt.")
    kenmerk = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(
        self, *args: Any, soort: FeitSoort, op: date, eigen_gemeente: str = "", bekend: Dossierfeiten | None = None,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        self.soort, self.op, self.eigen_gemeente, self.bekend = soort, op, eigen_gemeente, bekend
        kwargs["initial"] = {"kenmerk": uuid4().hex, **_als_invoer(kwargs.get("initial", {}))}
        self.extra = EXTRA.get(soort, dict)()
        vast = type(self).base_fields
        velden = {"datum": vast["datum"]} | self.extra | vast  # the particulars stand behind the date
        self.base_fields = velden  # type: ignore[misc]  # Django copies them in __init__
        super().__init__(*args, **kwargs)
        self.fields["datum"].label = DATUMLABEL.get(soort, "Datum")

    def clean_datum(self) -> date:
        datum: date = self.cleaned_data["datum"]
        if datum > self.op:
            raise ValidationError("Deze datum ligt in de toekomst. Leg een feit vast als het gebeurd is.")
        if self.soort == FeitSoort.PIP_VORIGE_GEMEENTE and datum < WI2021:
            raise ValidationError(TE_VROEG[WI2021])
        if self.bekend and self.soort in VANAF_PLICHT and (zin := voor_de_plicht(self.bekend, datum)):
            raise ValidationError(zin)
        if self.bekend and self.soort == FeitSoort.OVERLIJDEN and (zin := self._waarom_niet_overleden(datum)):
            raise ValidationError(zin)
        return datum

    def _waarom_niet_overleden(self, datum: date) -> str:
        """A death is recorded once, and after everything that somebody was alive for."""
        eerder = self.bekend.eerste(FeitSoort.OVERLIJDEN) if self.bekend and not self.corrigeert else None
        if eerder:
            return f"Er is al een overlijden vastgelegd op {eerder.datum:%d-%m-%Y}. Corrigeer dat als het niet klopt."
        return leefde_nog(self.bekend, datum) if self.bekend else ""

    def clean_gemeente(self) -> str:
        """A PIP of the own gemeente is no PIP of another (Wi 15(4))."""
        gemeente: str = self.cleaned_data["gemeente"]
        if gemeente.strip().casefold() == self.eigen_gemeente.casefold():
            raise ValidationError(
                f"{self.eigen_gemeente} is uw eigen gemeente. Noem de gemeente van vóór de verhuizing."
            )
        return gemeente

    def clean(self) -> dict[str, Any]:
        waarden = super().clean() or {}
        start, einde = waarden.get("start"), waarden.get("einde")
        if start and einde and einde <= start:
            self.add_error("einde", "De laatste dag ligt niet na de eerste dag.")
        if einde and (datum := waarden.get("datum")) and einde.year - datum.year > LANGSTE_TERMIJN:
            self.add_error("einde", f"Deze dag ligt meer dan {LANGSTE_TERMIJN} jaar na het bericht van DUO.")
        if waarden.get("aanvraag") == DuoAanvraag.VERLENGING and not waarden.get("verlengingsgrond"):
            self.add_error("verlengingsgrond", "Kies de grond van de verlenging.")
        return waarden

    def gegevens(self) -> dict[str, Any]:
        """The particulars as they are stored: dates in ISO, empty ones left out."""
        waarden = {naam: self.cleaned_data[naam] for naam in self.extra}
        return {
            naam: waarde.isoformat() if isinstance(waarde, date) else waarde
            for naam, waarde in waarden.items()
            if waarde is not None and waarde != ""
        }


class CorrectieForm(FeitForm):
    """Another date or other particulars for a fact that was recorded, with the reason."""

    knop, knop_naam, corrigeert = "Bekijk wat verschuift", "bekijk", True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _vraag_reden(self.fields["toelichting"], "Waarom klopt het vastgelegde feit niet?")


class IntrekkingForm(Formulier):
    """A fact that turns out never to have been, with the reason."""

    knop, knop_naam = "Bekijk wat verschuift", "bekijk"
    toelichting = forms.CharField(max_length=1000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _vraag_reden(self.fields["toelichting"], "Bijvoorbeeld: vastgelegd in het verkeerde dossier.")


def _vraag_reden(veld: forms.Field, hulp: str) -> None:
    veld.label, veld.required, veld.help_text = "Reden", True, hulp
    veld.error_messages["required"] = "Schrijf op waarom u dit feit corrigeert."


def _als_invoer(gegevens: Mapping[str, Any]) -> dict[str, Any]:
    """Stored particulars as the fields show them."""

    def waarde(naam: str, inhoud: Any) -> Any:
        if naam in {"start", "einde"} and isinstance(inhoud, str):
            return date.fromisoformat(inhoud)
        return {True: "ja", False: "nee"}[inhoud] if isinstance(inhoud, bool) else inhoud

    return {naam: waarde(naam, inhoud) for naam, inhoud in gegevens.items()}
