"""All components on one page, for who builds screens. Only in the URLs of development and of the browser tests."""

from datetime import date, timedelta
from typing import Any

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cases.forms.formulier import Formulier
from cases.forms.velden import BSNVeld, DatumVeld, PostcodeVeld, VNummerVeld
from cases.tijdlijn import Periode, Punt

OP = date(2026, 11, 20)


class Voorbeeldgemeente(str):
    slug = "diemen"


class Voorbeeldformulier(Formulier):
    """One of every kind of field."""

    knop = "Registreren"
    annuleer_url = "#boven"
    bewaak = True

    achternaam = forms.CharField(max_length=100)
    voornamen = forms.CharField(max_length=100, required=False)
    bsn = BSNVeld(help_text="Negen cijfers. Staat op het paspoort en in de BRP.", required=False)
    vnummer = VNummerVeld()
    postcode = PostcodeVeld(required=False)
    geboortedatum = DatumVeld()
    brp = DatumVeld(label="Ingeschreven in de BRP", required=False)
    groep = forms.ChoiceField(
        choices=[("", "Kies een groep"), ("asiel", "asielstatushouder"), ("gezin", "gezinsmigrant")]
    )
    geslacht = forms.ChoiceField(choices=[("v", "vrouw"), ("m", "man"), ("o", "onbekend")], widget=forms.RadioSelect)
    talen = forms.MultipleChoiceField(
        choices=[("ti", "Tigrinya"), ("ar", "Arabisch"), ("en", "Engels")],
        widget=forms.CheckboxSelectMultiple,
        help_text="Kies alle talen die iemand goed spreekt.",
        required=False,
    )
    tolk = forms.BooleanField(label="Er is een tolk nodig", required=False)
    verslag = forms.CharField(widget=forms.Textarea, label="Verslag van het gesprek")
    bijlage = forms.FileField(required=False)

    def indeling(self) -> Layout:
        return Layout(
            Fieldset("Persoon", Row("achternaam", "voornamen"), Row("bsn", "vnummer"), "geboortedatum", "geslacht"),
            Fieldset("Herkomst en taal", "groep", "talen", "tolk"),
            Fieldset("Vastleggen", "postcode", "brp", "verslag", "bijlage"),
        )


class Filterformulier(Formulier):
    """What stands above a list."""

    knop, knop_naam, form_method, form_class, toon_facultatief = "Toon", "toon", "get", "filter", False

    soort = forms.ChoiceField(choices=[("", "alle"), ("PIP", "PIP")], required=False)
    route = forms.ChoiceField(choices=[("", "alle"), ("b1", "B1-route")], required=False)


def _tijdlijn() -> dict[str, Any]:
    koppeling, brp, pip = date(2026, 8, 24), date(2026, 9, 9), date(2026, 11, 18)
    return {
        "punten": [
            Punt(datum=koppeling, label="koppeling"),
            Punt(datum=date(2026, 9, 2), label="kennisgeving DUO"),
            Punt(datum=brp, label="BRP-inschrijving"),
            Punt(datum=pip, label="PIP vaststellen", soort="termijn", status="te_laat", url="#waarom"),
            Punt(datum=date(2026, 12, 2), label="toets", soort="termijn", status="binnenkort"),
            Punt(datum=pip + timedelta(days=547), label="wissel leerroute", soort="termijn", status="later"),
            Punt(datum=date(2029, 11, 19), label="einde inburgeringstermijn", soort="termijn", status="later"),
        ],
        "perioden": [
            Periode(van=brp, tot=pip, label="10 weken"),
            Periode(van=pip, tot=date(2029, 11, 19), label="3 jaar"),
        ],
    }


def _links(*labels: str) -> list[dict[str, Any]]:
    return [{"label": label, "url": f"#{nr}", "actief": nr == 0} for nr, label in enumerate(labels)]


@login_not_required
def galerij(request: HttpRequest) -> HttpResponse:
    """With `?fouten` the form shows its errors."""
    formulier = Voorbeeldformulier({"bsn": "123456789", "brp": "31-2-2026"} if "fouten" in request.GET else None)
    inhoud = _tijdlijn() | {
        "op": OP,
        "gemeente": Voorbeeldgemeente("Diemen"),
        "formulier": formulier,
        "filter": Filterformulier(),
        "menu": _links("Werkvoorraad", "Dossiers", "Termijnen", "Beheer"),
        "gemeentekeuze": _links("Diemen", "Ouder-Amstel", "Uithoorn"),
        "tabs": [
            *_links("Overzicht", "Persoon en gezin", "Koppeling en AZC", "Brede intake", "PIP", "Geschiedenis"),
            {"label": "Documenten", "url": "#d", "aantal": 3},
        ],
        "bereik": _links("mijn", "team", "alle"),
        "werk": [
            (date(2026, 11, 18), "te_laat", "PIP vaststellen", "Tesfay, Selam", "intake"),
            (date(2026, 11, 24), "binnenkort", "Kennismaking voeren", "Al-Masri, Layla", "koppeling"),
            (date(2027, 1, 12), "later", "Leerbaarheidstoets afnemen", "Haile, Yonas", "intake"),
        ],
        "feiten": [
            ("BSN", "•••••• 782"),
            ("V-nummer", "1234567890"),
            ("Taal", "Tigrinya, tolk nodig"),
            ("Telefoon", ""),
        ],
    }
    return render(request, "onderdelen/galerij.html", inhoud)
