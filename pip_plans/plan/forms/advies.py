"""The main part of the editor for an advice: no leerroute, no test and no hours that the law sets."""

from crispy_forms.layout import Fieldset, Layout

from pip_plans.plan.models import Pip

from .concept import NIET_MEDISCH, Conceptformulier


class AdviesForm(Conceptformulier):
    class Meta:
        model = Pip
        fields = (
            "motivering", "doel", "school", "uren_per_week", "knm", "pvt_wanneer", "pvt_aanbieder",
            "map_wanneer", "map_aanbieder",
        )  # fmt: skip
        labels = {
            "motivering": "Wat wij aanraden, en waarom",
            "uren_per_week": "uren les per week (advies)",
            "map_wanneer": "wanneer ONA",
            "map_aanbieder": "waar ONA",
        }
        help_texts = {
            "motivering": f"Schrijf aan de inburgeraar: ‘u’. Een nieuwe regel is een nieuwe alinea. {NIET_MEDISCH}",
            "doel": "In de woorden van de inburgeraar, als hele zinnen.",
            "school": "De inburgeraar kiest zelf; dit is een advies.",
        }

    def indeling(self) -> Layout:
        return Layout(
            Fieldset("Advies", "motivering", "doel"),
            Fieldset("Lessen en examens", "school", "uren_per_week", "knm"),
            Fieldset("Participatieverklaringstraject (PVT)", "pvt_wanneer", "pvt_aanbieder"),
            Fieldset("Oriëntatie op de Nederlandse Arbeidsmarkt (ONA)", "map_wanneer", "map_aanbieder"),
            "revisie",
        )
