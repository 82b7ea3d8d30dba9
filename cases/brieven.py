"""Every kind of paper that the product makes, in one place. An app registers its kinds when Django starts."""

from dataclasses import dataclass
from enum import StrEnum


class Fase(StrEnum):
    """Where in the course of a dossier a kind of letter belongs; the value is the heading on the page Brieven."""

    KOPPELING = "Koppeling en eerste contact"
    INTAKE = "Brede intake"
    PLAN = "Leerroute en PIP"
    UITVOERING = "Uitvoering van het PIP"
    ONTZORGEN = "Ontzorgen"
    HANDHAVING = "Handhaving"
    BEZWAAR = "Bezwaar en beroep"
    ALGEMEEN = "Op elk moment"


@dataclass(frozen=True, slots=True)
class Briefsoort:
    """One kind of letter.

    code: equals `Document.soort`. naam: as people call it. aanleiding: when it is made. ontvanger: who gets it.
    sjabloon: '<map>/v<n>' below templates/pdf, the version for new letters; its sample lies beside it (v<n>.json).
    bijzonder: it holds health or other special data, so only who may see those can open it.
    tekstblokken: codes of `cases.teksten` that the gemeente words itself.
    """

    code: str
    naam: str
    aanleiding: str
    ontvanger: str
    sjabloon: str
    fase: Fase
    beschikking: bool = False
    bijzonder: bool = False
    tekstblokken: tuple[str, ...] = ()


class OnbekendeBriefsoort(LookupError):
    """A document of a kind that nobody registered; an error of ours, never of who works with the product."""


_SOORTEN: dict[str, Briefsoort] = {}


def registreer_brief(soort: Briefsoort) -> Briefsoort:
    """Make a kind of letter known; returns it, so that a module can keep it. Raises ValueError for a second one."""
    if soort.code in _SOORTEN:
        raise ValueError(f"letter {soort.code} is registered twice")
    _SOORTEN[soort.code] = soort
    return soort


def briefsoort(code: str) -> Briefsoort:
    """The kind with this code. Raises OnbekendeBriefsoort."""
    try:
        return _SOORTEN[code]
    except KeyError:
        raise OnbekendeBriefsoort(f"no letter of kind {code!r} is registered in cases.brieven") from None


def briefsoorten() -> list[Briefsoort]:
    """All kinds, in the order of their phase."""
    volgorde = list(Fase)
    return sorted(_SOORTEN.values(), key=lambda soort: (volgorde.index(soort.fase), soort.naam))


DAGSTAAT = registreer_brief(
    Briefsoort(
        "dagstaat",
        "Dagstaat voor een bezoek aan een AZC",
        "Een consulent gaat naar een AZC. De dagstaat wordt gedrukt en niet bewaard.",
        "de consulent zelf",
        "dagstaat/v1",
        Fase.KOPPELING,
    )
)
PARTNERBLAD = registreer_brief(
    Briefsoort(
        "partnerblad",
        "Gegevens voor een partner",
        "Een partner krijgt van een dossier alleen wat hij mag weten. Het blad wordt gedrukt en niet bewaard; "
        "in het dossier staat wie het gaf, aan wie en waarom.",
        "VluchtelingenWerk, een school of een andere partner",
        "partnerblad/v1",
        Fase.ALGEMEEN,
    )
)
TERMIJNUITLEG = registreer_brief(
    Briefsoort(
        "termijnuitleg",
        "Uitleg van een termijn",
        "Iemand vraagt waarom een termijn op die dag eindigt, bijvoorbeeld in bezwaar. Het blad wordt gedrukt en niet "
        "bewaard: de gegevens erachter blijven in het dossier staan.",
        "het bezwaardossier",
        "termijnuitleg/v1",
        Fase.ALGEMEEN,
    )
)
