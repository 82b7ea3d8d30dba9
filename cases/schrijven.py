"""The letters that a consulent may write by hand: with which form, and when there is one to write."""

from collections.abc import Callable
from dataclasses import dataclass

from .brieven import Briefsoort, Fase, registreer_brief
from .forms.brieven import BegeleidendForm, Briefformulier, UitnodigingForm, VerklaringForm, WelkomForm
from .klok import vandaag
from .models import Dossier
from .services import verklaring


@dataclass(frozen=True, slots=True)
class Schrijfwijze:
    """`kan_niet` gives the Dutch reason why this letter cannot be written for a dossier now, or ''."""

    soort: Briefsoort
    formulier: type[Briefformulier]
    uitleg: str
    kan_niet: Callable[[Dossier], str] = lambda dossier: ""


_SCHRIJFWIJZEN: dict[str, Schrijfwijze] = {}


def registreer_schrijfwijze(schrijfwijze: Schrijfwijze) -> None:
    """Offer this kind under 'Nieuwe brief'."""
    _SCHRIJFWIJZEN[schrijfwijze.soort.code] = schrijfwijze


def schrijfwijzen() -> list[Schrijfwijze]:
    return list(_SCHRIJFWIJZEN.values())


def schrijfwijze(code: str) -> Schrijfwijze | None:
    return _SCHRIJFWIJZEN.get(code)


def _geen_afspraak(dossier: Dossier) -> str:
    return "" if dossier.afspraken.open().exists() else "Plan eerst een afspraak."


def _niets_te_verklaren(dossier: Dossier) -> str:
    return verklaring.kan_niet(dossier=dossier, op=vandaag())


WELKOM = registreer_brief(
    Briefsoort(
        "welkom",
        "Welkomstbrief",
        "Na de koppeling: uw contactpersoon, wat er gaat gebeuren, tolk en privacy.",
        "de inburgeraar, ook in zijn eigen taal",
        "welkom/v1",
        Fase.KOPPELING,
        tekstblokken=("welkom-inleiding", "welkom-stappen", "welkom-tolk", "welkom-privacy", "brief-hulp"),
    )
)
UITNODIGING = registreer_brief(
    Briefsoort(
        "uitnodiging",
        "Uitnodiging voor een gesprek",
        "Er is een afspraak gepland. Geen oproep: wie niet komt, krijgt geen waarschuwing.",
        "inburgeraar, partner, maatschappelijk begeleider, tolk of COA; elk een eigen brief",
        "uitnodiging/v1",
        Fase.ALGEMEEN,
        tekstblokken=("uitnodiging-inleiding", "uitnodiging-verhinderd", "brief-hulp"),
    )
)
BEGELEIDEND = registreer_brief(
    Briefsoort(
        "begeleidend",
        "Begeleidende brief",
        "De consulent wil iets schrijven of meesturen waar geen andere brief voor is.",
        "de inburgeraar",
        "begeleidend/v1",
        Fase.ALGEMEEN,
        tekstblokken=("brief-hulp",),
    )
)

VERKLARING = registreer_brief(
    Briefsoort(
        "verklaring_college",
        "Verklaring van het college",
        "Het aanbod kwam te laat, of de onderwijsroute begon te laat. Voor een aanvraag om verlenging bij DUO.",
        "de inburgeraar, die hem meestuurt naar DUO",
        "verklaring_college/v1",
        Fase.UITVOERING,
        tekstblokken=("brief-hulp",),
    )
)

registreer_schrijfwijze(Schrijfwijze(WELKOM, WelkomForm, "Wie helpt, wat er gaat gebeuren, tolk en privacy."))
registreer_schrijfwijze(
    Schrijfwijze(UITNODIGING, UitnodigingForm, "Voor een afspraak, aan een of meer partijen.", _geen_afspraak)
)
registreer_schrijfwijze(Schrijfwijze(BEGELEIDEND, BegeleidendForm, "Een eigen tekst, met of zonder bijlagen."))
registreer_schrijfwijze(
    Schrijfwijze(VERKLARING, VerklaringForm, "Voor DUO: aanbod of onderwijsroute te laat.", _niets_te_verklaren)
)
