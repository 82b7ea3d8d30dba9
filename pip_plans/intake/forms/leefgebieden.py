"""One area of life: three texts, none of them compulsory, and the version they started from."""

from typing import Any

from django import forms

from cases.forms.formulier import Formulier
from pip_plans.intake.enums import Gebied
from pip_plans.intake.models import Leefgebied

HULP: dict[Gebied, str] = {
    Gebied.TAAL: "Welke talen spreekt, leest en schrijft iemand? Hoe ver is het Nederlands?",
    Gebied.OPLEIDING: "Welke scholen, hoeveel jaar, welke diploma's, en zijn die gewaardeerd?",
    Gebied.WERK: "Welk werk, waar en hoe lang? Welk werk wil iemand hier?",
    Gebied.GEZONDHEID: "Alleen wat nodig is om het plan haalbaar te maken: wat kan iemand wel en niet bij les, werk en "
    "reizen. Geen diagnoses. Alleen wie aan dit dossier werkt, ziet deze tekst (art. 37 Wet inburgering 2021).",
    Gebied.GEZIN: "Wie horen bij het gezin? Welke opvang of voorschool is er voor de kinderen, en wanneer?",
    Gebied.WONEN: "Hoe woont iemand nu? Is er rust en ruimte om te leren?",
    Gebied.FINANCIEN: "Inkomen, vaste lasten, schulden, en wat iemand zelf regelt.",
    Gebied.NETWERK: "Wie kent iemand hier? Vrijwilligerswerk, sport, buren.",
    Gebied.DIGITAAL: "Telefoon, computer, DigiD, internet thuis: wat lukt zelf?",
    Gebied.WENSEN: "Wat wil iemand bereiken met de inburgering? Schrijf het op in de eigen woorden.",
}


class LeefgebiedForm(Formulier):
    situatie = forms.CharField(label="Situatie", widget=forms.Textarea, max_length=8000, required=False)
    mogelijkheden = forms.CharField(label="Mogelijkheden", widget=forms.Textarea, max_length=8000, required=False)
    belemmeringen = forms.CharField(label="Belemmeringen", widget=forms.Textarea, max_length=8000, required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    toon_facultatief = False
    form_tag = False
    knop = ""

    def __init__(self, *args: Any, gebied: Gebied, rij: Leefgebied | None = None, **kwargs: Any) -> None:
        if rij is not None:
            kwargs.setdefault("initial", {veld: getattr(rij, veld) for veld in self.base_fields})
        kwargs.setdefault("initial", {"versie": 0})
        super().__init__(*args, auto_id=f"id_{gebied.value}_%s", **kwargs)
        self.gebied, self.rij, self.hulp = gebied, rij, HULP[gebied]
        for naam in ("situatie", "mogelijkheden", "belemmeringen"):
            self.fields[naam].widget.attrs["rows"] = 3
