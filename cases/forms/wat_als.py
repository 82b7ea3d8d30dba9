"""Other facts for the question what the terms would be: the dates of those that hold, and some that are not there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms

from cases.services.feiten import HANDMATIG
from inburgering.recht.feiten import LABELS, LEERROUTE_LABELS, Feit, FeitSoort

from .feiten import DATUMLABEL, EXTRA
from .formulier import Formulier
from .velden import DatumVeld

MEESTE_ERBIJ = 3
ERBIJ = (*HANDMATIG, FeitSoort.PIP_VASTGESTELD, FeitSoort.BIJSTAND_INGEGAAN)


def _velden_van(soort: FeitSoort) -> dict[str, forms.Field]:
    if soort is FeitSoort.PIP_VASTGESTELD:
        routes = [(route.value, label) for route, label in LEERROUTE_LABELS.items()]
        return {"leerroute": forms.ChoiceField(label="Leerroute", choices=[("", "Maak een keuze"), *routes])}
    return EXTRA.get(soort, dict)()


class ErbijForm(Formulier):
    """Which kind of fact to add; a GET, for a kind says nothing about anybody."""

    knop, knop_naam, form_method, toon_facultatief = "Feit erbij", "", "get", False

    erbij = forms.ChoiceField(
        label="Een feit dat er nog niet is",
        choices=[("", "Maak een keuze"), *((soort.value, LABELS[soort][0]) for soort in ERBIJ)],
    )


class WatAlsForm(Formulier):
    """`feiten` are those that hold, `erbij` the kinds to add. An empty date leaves a fact out."""

    knop, knop_naam, toon_facultatief = "Reken door", "reken", False

    def __init__(self, *args: Any, feiten: Sequence[Feit], erbij: Sequence[FeitSoort], **kwargs: Any) -> None:
        self.feiten, self.erbij = sorted(feiten, key=lambda feit: feit.volgorde), erbij
        self.base_fields = self._nu() | self._straks()  # type: ignore[misc]  # Django copies them in __init__
        super().__init__(*args, **kwargs)

    def _nu(self) -> dict[str, forms.Field]:
        return {
            f"feit_{int(feit.id)}": DatumVeld(label=feit.label, required=False, initial=feit.datum, help_text="")
            for feit in self.feiten
        }

    def _straks(self) -> dict[str, forms.Field]:
        velden: dict[str, forms.Field] = {}
        for nummer, soort in enumerate(self.erbij):
            label = DATUMLABEL.get(soort, "Datum")
            velden[f"erbij{nummer}_datum"] = DatumVeld(label=f"Erbij: {LABELS[soort][0]}. {label}")
            velden |= {f"erbij{nummer}_{naam}": veld for naam, veld in _velden_van(soort).items()}
        return velden

    def nieuwe_feiten(self) -> list[Feit]:
        """The facts to reckon with; those of the dossier keep their particulars."""
        nu = ((feit, self.cleaned_data[f"feit_{int(feit.id)}"]) for feit in self.feiten)
        blijft = [replace(feit, datum=datum) for feit, datum in nu if datum]
        return [*blijft, *(self._erbij(nummer, soort) for nummer, soort in enumerate(self.erbij))]

    def _erbij(self, nummer: int, soort: FeitSoort) -> Feit:
        waarden = {naam: self.cleaned_data[f"erbij{nummer}_{naam}"] for naam in _velden_van(soort)}
        gegevens = {naam: w.isoformat() if isinstance(w, date) else w for naam, w in waarden.items() if w != ""}
        if soort is FeitSoort.PIP_VASTGESTELD:
            gegevens |= {"beschikking": f"wat als {nummer + 1}", "eerste": True}
        return Feit(soort, self.cleaned_data[f"erbij{nummer}_datum"], f"{'9' * 12}{nummer}", gegevens=gegevens)
