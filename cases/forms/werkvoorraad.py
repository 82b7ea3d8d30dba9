"""The filters above the werkvoorraad and the list of dossiers."""

from collections.abc import Iterable, Sequence
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet

from cases.enums import Dossierstatus
from cases.models import Medewerker
from cases.querysets.dossiers import DossierQuerySet
from cases.querysets.termijnen import TermijnQuerySet
from inburgering.recht.feiten import DOELGROEP_LABELS, LEERROUTE_LABELS
from inburgering.recht.regels import naam_van
from inburgering.recht.verplichtingen import TermijnSoort

from .formulier import Formulier

MIJN, TEAM, ALLE, ZONDER = "mijn", "team", "alle", "zonder"
WIE = ((MIJN, "mijn"), (TEAM, "team"), (ALLE, "alle"), (ZONDER, "zonder consulent"))
NAAM, NIEUWSTE = "naam", "nieuwste"


def _soorten() -> list[tuple[str, str]]:
    """Every kind of term a dossier can have, under the name of its rule."""
    return [(soort.value, naam_van(soort.value)) for soort in TermijnSoort]


class Filter(Formulier):
    """A filter never refuses: what it does not know counts as not filled in."""

    knop, knop_naam, form_method, form_class, toon_facultatief = "Toon", "", "get", "filter", False

    def waarde(self, naam: str, standaard: Any = "") -> Any:
        self.is_valid()
        return self.cleaned_data.get(naam) or standaard

    def schone_vraag(self) -> str:
        """The query string with what this filter knows and nothing else: codes and numbers, never what was typed."""
        return urlencode({naam: self.data[naam] for naam in self.fields if self.waarde(naam)})

    def in_woorden(self) -> list[str]:
        """What was chosen, as label and choice."""
        return [f"{self[naam].label.lower()}: {self._woord(naam)}" for naam in self.fields if self.waarde(naam)]

    def _woord(self, naam: str) -> str:
        waarde, keuzes = self.waarde(naam), cast(Any, self.fields[naam]).choices
        return str(waarde if isinstance(self.fields[naam], forms.ModelChoiceField) else dict(keuzes)[waarde])


class WerkFilter(Filter):
    """Whose work, which kind of term, which leerroute, which consulent."""

    wie = forms.ChoiceField(label="Wiens werk", choices=WIE, required=False, widget=forms.HiddenInput)
    soort = forms.ChoiceField(label="Soort", choices=[("", "alle soorten"), *_soorten()], required=False)
    route = forms.ChoiceField(
        label="Leerroute",
        choices=[("", "alle leerroutes"), *((route.value, label) for route, label in LEERROUTE_LABELS.items())],
        required=False,
    )
    consulent = forms.ModelChoiceField(Medewerker.objects.none(), required=False, empty_label="alle consulenten")

    def __init__(self, *args: Any, consulenten: QuerySet[Medewerker], standaard: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["consulent"]).queryset = consulenten
        self.standaard = standaard

    @property
    def wie_nu(self) -> str:
        return str(self.waarde("wie", self.standaard))

    def dossiers(self, dossiers: DossierQuerySet, mijn: Sequence[int]) -> DossierQuerySet:
        """Narrow down to whose work it is; `mijn` are the ids of `vervangen_consulenten`."""
        match self.wie_nu:
            case "mijn":
                dossiers = dossiers.van(mijn)
            case "team":
                dossiers = dossiers.filter(consulent__isnull=False)
            case "zonder":
                dossiers = dossiers.zonder_consulent()
        if consulent := self.waarde("consulent"):
            dossiers = dossiers.van([consulent.pk])
        if route := self.waarde("route"):
            dossiers = dossiers.met_leerroute().filter(leerroute=route)
        return dossiers

    def termijnen(self, termijnen: TermijnQuerySet) -> TermijnQuerySet:
        soort = self.waarde("soort")
        return termijnen.filter(soort=soort) if soort else termijnen


class DossierFilter(Filter):
    """Which dossiers, in which order."""

    ZONDER_CONSULENT = "geen"

    status = forms.ChoiceField(
        label="Status", choices=[("", "lopend"), (Dossierstatus.AFGESLOTEN.value, "afgesloten")], required=False
    )
    doelgroep = forms.ChoiceField(
        label="Doelgroep",
        choices=[("", "alle doelgroepen"), *((groep.value, label) for groep, label in DOELGROEP_LABELS.items())],
        required=False,
    )
    consulent = forms.ChoiceField(label="Consulent", required=False)
    sorteer = forms.ChoiceField(
        label="Volgorde", choices=[("", "op naam"), (NIEUWSTE, "nieuwste eerst")], required=False
    )

    def __init__(self, *args: Any, consulenten: Iterable[Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        namen = [(str(medewerker.pk), medewerker.naam) for medewerker in consulenten]
        keuzes = [("", "alle consulenten"), (self.ZONDER_CONSULENT, "zonder consulent"), *namen]
        cast(forms.ChoiceField, self.fields["consulent"]).choices = keuzes

    @property
    def nieuwste_eerst(self) -> bool:
        return bool(self.waarde("sorteer") == NIEUWSTE)

    def dossiers(self, dossiers: DossierQuerySet) -> DossierQuerySet:
        dossiers = dossiers.filter(status=self.waarde("status", Dossierstatus.LOPEND.value)).met_doelgroep()
        if groep := self.waarde("doelgroep"):
            dossiers = dossiers.filter(doelgroep=groep)
        consulent = self.waarde("consulent")
        if consulent == self.ZONDER_CONSULENT:
            return dossiers.zonder_consulent()
        return dossiers.van([int(consulent)]) if consulent else dossiers
