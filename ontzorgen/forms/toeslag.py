"""The form of a toeslag: from the application up to what came of it."""

from typing import Any

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms

from cases.forms.formulier import Formulier
from cases.forms.tolken import BedragVeld
from cases.forms.velden import DatumVeld
from cases.models import Dossier
from ontzorgen.enums import TOESLAGSOORTEN

from .velden import MaandVeld


class ToeslagForm(Formulier):
    """Which persons there are to choose from, the view says."""

    soort = forms.ChoiceField(label="Soort", choices=TOESLAGSOORTEN)
    dossier = forms.ModelChoiceField(
        queryset=Dossier.objects.none(), label="Voor wie", required=False, empty_label="het hele huishouden"
    )
    bedrag = BedragVeld(label="Verwacht bedrag per maand", help_text="In euro’s, bijvoorbeeld 123,00.")
    bron = forms.CharField(
        label="Waar komt het bedrag vandaan?", max_length=250, help_text="Bijvoorbeeld: proefberekening Toeslagen."
    )
    aangevraagd_op = DatumVeld(
        label="Aangevraagd op", required=False, help_text="Leeg: nog niet aangevraagd. dd-mm-jjjj"
    )
    verwacht_vanaf = MaandVeld(label="Verwacht vanaf", required=False, help_text="De eerste maand met geld. mm-jjjj")
    ontvangen_vanaf = MaandVeld(label="Ontvangen vanaf", required=False)
    ontvangen_bedrag = BedragVeld(label="Ontvangen bedrag per maand", required=False)
    laatste_maand = MaandVeld(label="Laatste maand", required=False, help_text="Als de toeslag is gestopt. mm-jjjj")
    afgewezen_op = DatumVeld(label="Afgewezen op", required=False)

    def __init__(self, *args: Any, mensen: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["dossier"]
        veld.queryset = mensen.select_related("inburgeraar")  # type: ignore[attr-defined]  # typed as a plain field
        veld.label_from_instance = lambda rij: rij.inburgeraar.naam  # type: ignore[attr-defined]  # idem

    def indeling(self) -> Layout:
        return Layout(
            Row("soort", "dossier"), Row("bedrag", "bron"), Row("aangevraagd_op", "verwacht_vanaf"),
            Fieldset("Wat ervan is gekomen", Row("ontvangen_vanaf", "ontvangen_bedrag"),
                     Row("laatste_maand", "afgewezen_op")),
        )  # fmt: skip
