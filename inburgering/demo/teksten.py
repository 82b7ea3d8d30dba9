"""What people tell in a brede intake, per leerroute, and what was agreed in the PIP."""

from collections.abc import Mapping
from types import MappingProxyType

from pip_plans.intake.enums import Gebied

Teksten = Mapping[Gebied, Mapping[str, str]]


def _gebieden(taal: str, opleiding: str, werk: str, wensen: str) -> Teksten:
    return MappingProxyType(
        {
            Gebied.TAAL: {"situatie": taal, "mogelijkheden": "U leest elke dag een kort stukje Nederlands."},
            Gebied.OPLEIDING: {"situatie": opleiding},
            Gebied.WERK: {"situatie": werk},
            Gebied.GEZIN: {"situatie": "Er is overdag tijd om naar les te gaan."},
            Gebied.DIGITAAL: {"situatie": "U gebruikt een telefoon; een computer is nog nieuw."},
            Gebied.WENSEN: {"situatie": wensen},
        }
    )


VOOR_ROUTE: Mapping[str, tuple[Teksten, ...]] = MappingProxyType(
    {
        "B1": (
            _gebieden(
                "U spreekt een beetje Nederlands en goed Engels.",
                "U hebt de middelbare school afgemaakt.",
                "U werkte zes jaar in een winkel.",
                "U wilt in een winkel of magazijn werken.",
            ),
            _gebieden(
                "U kent het Latijnse schrift en volgde in het AZC twintig lessen.",
                "U hebt tien jaar op school gezeten.",
                "U was automonteur en had een eigen garage.",
                "U wilt weer als monteur werken.",
            ),
            _gebieden(
                "U verstaat veel, maar spreken vindt u nog moeilijk.",
                "U studeerde twee jaar aan een hogeschool.",
                "U gaf les op een basisschool.",
                "U wilt met kinderen werken.",
            ),
        ),
        "MBO": (
            _gebieden(
                "U leert snel en oefent elke dag met een app.",
                "U hebt de middelbare school bijna afgemaakt.",
                "U hielp in het restaurant van uw oom.",
                "U wilt een opleiding tot kok doen op het mbo.",
            ),
        ),
        "ONDERWIJS": (
            _gebieden(
                "U haalde in een half jaar niveau A2.",
                "U begon aan een studie en moest daarmee stoppen.",
                "U hebt nog niet gewerkt.",
                "U wilt verder studeren in Nederland.",
            ),
        ),
        "Z": (
            _gebieden(
                "U leert nu lezen en schrijven in het Latijnse schrift.",
                "U bent vier jaar naar school geweest.",
                "U werkte op het land en zorgde voor uw familie.",
                "U wilt zelf naar de winkel en de dokter kunnen gaan.",
            ),
        ),
    }
)
UITSLAG_DUO = MappingProxyType(
    {True: "U kunt naar verwachting niveau B1 halen", False: "Niveau B1 lijkt niet haalbaar"}
)
SCHOLEN = ("Taalschool Amstel", "Taalschool Watergraafsmeer", "Taalcentrum Bijlmer")
BELNOTITIES = (
    "Gebeld: de brief is aangekomen, volgende week komt een kopie van het diploma.",
    "Gebeld over de fiets: de school is met de bus beter te bereiken.",
    "Terugbelverzoek van de maatschappelijk begeleider beantwoord.",
)
HERINNERINGEN = (
    "Vragen of de lessen passen bij de schooltijden van de kinderen.",
    "Bericht van de school over de startdatum navragen.",
    "Bellen: is het pasje voor het openbaar vervoer er?",
)
OPMERKING_LEZER = "De motivering zegt nog niet waarom deze school past. Vul ook de duur van de lessen aan."
