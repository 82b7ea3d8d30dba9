"""The letters of a bezwaar. They hold what somebody wrote in confidence: only who may see special data opens them."""

from .brieven import Briefsoort, Fase, registreer_brief

CODES: set[str] = set()


def _brief(code: str, naam: str, aanleiding: str, *, beschikking: bool = False) -> Briefsoort:
    CODES.add(code)
    return registreer_brief(
        Briefsoort(
            code,
            naam,
            aanleiding,
            "de indiener van het bezwaar, of de gemachtigde (art. 6:17 Awb)",
            f"{code}/v1",
            Fase.BEZWAAR,
            beschikking=beschikking,
            bijzonder=True,
            tekstblokken=("brief-hulp",),
        )
    )


ONTVANGST = _brief(
    "bezwaar_ontvangst", "Ontvangstbevestiging van een bezwaar", "De jurist bevestigt de ontvangst (art. 6:14 Awb)."
)
VERZUIM = _brief(
    "bezwaar_verzuim", "Verzoek om het bezwaar aan te vullen", "Er ontbreekt iets aan het bezwaar (art. 6:6 Awb)."
)
VERDAGING = _brief(
    "bezwaar_verdaging", "Bericht dat de beslissing later komt", "De jurist verdaagt de beslissing (art. 7:10 Awb)."
)
UITSTEL = _brief(
    "bezwaar_uitstel",
    "Bericht over verder uitstel van de beslissing",
    "De jurist legt verder uitstel vast (art. 7:10 lid 4 en 5 Awb).",
)
INGEBREKESTELLING = _brief(
    "bezwaar_ingebreke",
    "Bevestiging van een ingebrekestelling",
    "Iemand schrijft dat de gemeente te laat beslist (art. 4:17 Awb).",
)
DWANGSOM = _brief(
    "bezwaar_dwangsom",
    "Besluit over de dwangsom",
    "De gemeente besliste te laat op een bezwaar; een ander dan de opsteller stelt het vast (art. 4:18 Awb).",
    beschikking=True,
)
HOORZITTING = _brief(
    "bezwaar_hoorzitting", "Uitnodiging voor een hoorzitting", "De jurist plant een hoorzitting (art. 7:2 Awb)."
)
AFZEGGING = _brief(
    "bezwaar_afzegging", "Bericht dat de hoorzitting niet doorgaat", "De gemeente zegt een hoorzitting af."
)
BESLISSING = _brief(
    "bezwaar_beslissing",
    "Beslissing op bezwaar",
    "Een ander dan de opsteller stelt de beslissing vast (art. 7:11 en 7:12 Awb).",
    beschikking=True,
)
INTREKKING = _brief(
    "bezwaar_intrekking", "Bevestiging dat het bezwaar is ingetrokken", "Het bezwaar is ingetrokken (art. 6:21 Awb)."
)
