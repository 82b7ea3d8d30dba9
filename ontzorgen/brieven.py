"""The letters of ontzorgen: six decisions, the machtiging, and the letter to a creditor."""

from cases.brieven import Briefsoort, Fase, registreer_brief
from cases.enums import Beschikkingsoort

from .enums import Besluitsoort

INBURGERAAR, COLLEGA = "de inburgeraar", "Een collega van team Sociale Zaken beslist op het voorstel"


def _besluit(soort: Beschikkingsoort, naam: str, aanleiding: str) -> Briefsoort:
    return registreer_brief(
        Briefsoort(
            soort.value,
            naam,
            aanleiding,
            INBURGERAAR,
            f"{soort.value}/v1",
            Fase.ONTZORGEN,
            beschikking=True,
            tekstblokken=("brief-hulp",),
        )
    )


BESLUITBRIEVEN = {
    Besluitsoort.ARTIKEL_56A: _besluit(
        Beschikkingsoort.ONTZORGEN_56A, "Besluit: wij betalen uw vaste lasten (artikel 56a)", f"{COLLEGA}."
    ),
    Besluitsoort.ARTIKEL_57: _besluit(
        Beschikkingsoort.ONTZORGEN_57,
        "Besluit: wij betalen uw vaste lasten langer (artikel 57)",
        f"{COLLEGA} om langer dan zes maanden te ontzorgen.",
    ),
    Besluitsoort.EINDE: _besluit(
        Beschikkingsoort.ONTZORGEN_EINDE,
        "Besluit: wij stoppen eerder met betalen",
        f"{COLLEGA} om het ontzorgen eerder te beëindigen.",
    ),
    Besluitsoort.BIJZONDERE_BIJSTAND: _besluit(
        Beschikkingsoort.BIJZONDERE_BIJSTAND,
        "Besluit over bijzondere bijstand (overbrugging)",
        f"{COLLEGA} op een aanvraag.",
    ),
    Besluitsoort.AFWIJKING: _besluit(
        Beschikkingsoort.ONTZORGEN_AFWIJKING,
        "Besluit over een afwijkende betaling",
        "De gemeente betaalt in een maand een ander bedrag dan in een besluit staat.",
    ),
    Besluitsoort.WEIGERING: _besluit(
        Beschikkingsoort.ONTZORGEN_WEIGERING,
        "Besluit: wij betalen uw vaste lasten niet",
        "Iemand vraagt om ontzorgen, en artikel 56a of het beleid zegt nee.",
    ),
}
MACHTIGING = registreer_brief(
    Briefsoort(
        "machtiging",
        "Machtiging om vaste lasten te betalen",
        "Sociale Zaken of de consulent laat de inburgeraar tekenen voor het betalen van vaste lasten.",
        INBURGERAAR,
        "machtiging/v1",
        Fase.ONTZORGEN,
        tekstblokken=("brief-hulp",),
    )
)
CREDITEUR = registreer_brief(
    Briefsoort(
        "crediteur",
        "Brief aan een crediteur: begin, wijziging of einde",
        "De gemeente begint met betalen, betaalt een ander bedrag, gaat door, of stopt. Zonder BSN en zonder de reden.",
        "de verhuurder, het energiebedrijf of de verzekeraar",
        "crediteur/v1",
        Fase.ONTZORGEN,
    )
)
MAANDOVERZICHT = registreer_brief(
    Briefsoort(
        "maandoverzicht",
        "Maandoverzicht",
        "De consulent of Sociale Zaken geeft de inburgeraar zijn maand op één blad: wat hij krijgt en wat wij betalen.",
        INBURGERAAR,
        "maandoverzicht/v1",
        Fase.ONTZORGEN,
    )
)
EIGEN = frozenset(
    {MACHTIGING.code, CREDITEUR.code, MAANDOVERZICHT.code, *(brief.code for brief in BESLUITBRIEVEN.values())}
)
