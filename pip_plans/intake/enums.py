"""The closed lists of the brede intake."""

from django.db.models import TextChoices


class Wijze(TextChoices):
    """How the intake was completed: with the person, or without him after three oproepen (Wi 14(2))."""

    GESPREK = "gesprek", "in gesprek met de inburgeraar"
    VERSTEK = "verstek", "zonder de inburgeraar, na drie oproepen"


class Wijzing(TextChoices):
    """How somebody was told of the right to an individual talk (Bi 5.2)."""

    GESPREK = "gesprek", "mondeling, in een gesprek"
    OPROEP = "oproep", "schriftelijk, in de oproep"


class Gebied(TextChoices):
    TAAL = "taal", "Taal"
    OPLEIDING = "opleiding", "Opleiding"
    WERK = "werk", "Werk"
    GEZONDHEID = "gezondheid", "Gezondheid"
    GEZIN = "gezin", "Gezin en kinderopvang"
    WONEN = "wonen", "Wonen"
    FINANCIEN = "financien", "Financiën"
    NETWERK = "netwerk", "Netwerk"
    DIGITAAL = "digitaal", "Digitale vaardigheden"
    WENSEN = "wensen", "Wensen en doel"


class Oproepsoort(TextChoices):
    INTAKE = "intake", "Brede intake"
    TOETS = "toets", "Leerbaarheidstoets"


class Verschijning(TextChoices):
    OPEN = "", "nog niet bekend"
    VERSCHENEN = "verschenen", "verschenen"
    AFGEMELD = "afgemeld", "afgemeld"
    NIET_VERSCHENEN = "niet_verschenen", "niet verschenen"
    INGETROKKEN = "ingetrokken", "ingetrokken door de gemeente"

    @classmethod
    def weggebleven(cls) -> "frozenset[Verschijning]":
        return frozenset({cls.AFGEMELD, cls.NIET_VERSCHENEN})


class Toetsuitslag(TextChoices):
    """What the test says about B1 (Divosa: yes or no); the leerroute is chosen in the PIP."""

    HAALBAAR = "haalbaar", "B1 is haalbaar"
    NIET_HAALBAAR = "niet_haalbaar", "B1 is niet haalbaar"


class Toetsrichting(TextChoices):
    """The three outcomes of the data model of the gemeenten (GGM), kept beside yes or no; never the proposed route."""

    GEEN = "", "niet genoemd"
    ONDERWIJS = "onderwijs", "wijst naar de onderwijsroute"
    B1 = "b1", "wijst naar de B1-route"
    Z = "z", "wijst naar de Z-route"


class Toetsbron(TextChoices):
    """How the result came to the gemeente."""

    PORTAAL = "portaal", "Portaal Inburgering van DUO"
    BRIEF = "brief", "brief van DUO"
    AFNAME = "afname", "toetsbegeleider, bij de afname"
    GEMEENTE = "gemeente", "vorige gemeente"


class Routeoordeel(TextChoices):
    """What the adviesrapport of the Taalstart says of one leerroute."""

    GEEN = "", "niets over gezegd"
    PAST = "past", "past"
    TWIJFEL = "twijfel", "past misschien"
    PAST_NIET = "past_niet", "past niet"


class Ontheffingsvoorstel(TextChoices):
    VERLENEN = "verlenen", "ontheffing verlenen"
    WEIGEREN = "weigeren", "ontheffing weigeren"


class Ontheffingstatus(TextChoices):
    TER_BESLISSING = "ter_beslissing", "bij de tweede lezer"
    TERUGGEGEVEN = "teruggegeven", "teruggegeven met opmerkingen"
    BESLOTEN = "besloten", "besloten"
    INGETROKKEN = "ingetrokken", "voorstel ingetrokken"


class Ontheffingsgrond(TextChoices):
    VISUEEL = "visueel", "visuele beperking"
    AUDITIEF = "auditief", "auditieve beperking"


class GeenToets(TextChoices):
    """Why there is no test at all."""

    VERSTEK = "verstek", "drie keer niet verschenen (art. 14 Wet inburgering)"
    VERHUIZING = "verhuizing", "verhuisd uit een andere gemeente (art. 15 lid 4 Wet inburgering)"
