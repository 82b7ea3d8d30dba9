"""What people tell in a brede intake, per leerroute, and what was agreed in the PIP."""

from collections.abc import Mapping
from types import MappingProxyType

from pip_plans.intake.enums import Gebied

Teksten = Mapping[Gebied, Mapping[str, str]]


def _gebieden(
    taal: Mapping[str, str], opleiding: Mapping[str, str], werk: Mapping[str, str], wensen: Mapping[str, str]
) -> Teksten:
    """The areas that everybody tells of: a sentence, and the answers that the route advice reads."""
    oefent = {"mogelijkheden": "U leest elke dag een kort stukje Nederlands."}
    return MappingProxyType(
        {
            Gebied.TAAL: {**oefent, **taal},
            Gebied.OPLEIDING: opleiding,
            Gebied.WERK: werk,
            Gebied.GEZIN: {"situatie": "Er is overdag tijd om naar les te gaan.", "opvang": "niet_nodig"},
            Gebied.DIGITAAL: {
                "situatie": "U gebruikt een telefoon; een computer is nog nieuw.",
                "computer": "telefoon",
            },
            Gebied.WENSEN: wensen,
        }
    )


def _taal(situatie: str, luisteren: str, spreken: str, lezen: str, schrijven: str, schrift: str) -> dict[str, str]:
    niveaus = {"luisteren": luisteren, "spreken": spreken, "lezen": lezen, "schrijven": schrijven}
    return {"situatie": situatie, "alfabetisering": schrift} | niveaus


def _school(situatie: str, jaren: int, hoogste: str, afgerond: str, **verder: str) -> dict[str, str]:
    return {
        "situatie": situatie,
        "school_jaren": str(jaren),
        "hoogste_opleiding": hoogste,
        "afgerond": afgerond,
    } | verder


def _werk(situatie: str, beroepen: str, sector: str, jaren: int) -> dict[str, str]:
    return {"situatie": situatie, "beroepen": beroepen, "sector": sector, "werk_jaren": str(jaren)}


def _wens(situatie: str, richting: str, gewenst: str, uren: int) -> dict[str, str]:
    return {"situatie": situatie, "richting": richting, "gewenst": gewenst, "uren_per_week": str(uren)}


VOOR_ROUTE: Mapping[str, tuple[Teksten, ...]] = MappingProxyType(
    {
        "B1": (
            _gebieden(
                _taal("U spreekt een beetje Nederlands en goed Engels.", "a1", "a1", "a2", "a1", "latijns"),
                _school("U hebt de middelbare school afgemaakt.", 12, "mbo_havo_vwo", "ja", diploma="economie"),
                _werk("U werkte zes jaar in een winkel.", "verkoper", "handel", 6),
                _wens("U wilt in een winkel of magazijn werken.", "werk", "winkel of magazijn", 20),
            ),
            _gebieden(
                _taal(
                    "U kent het Latijnse schrift en volgde in het AZC twintig lessen.",
                    "a1", "onder_a1", "a1", "onder_a1", "langzaam",
                ),
                _school("U hebt tien jaar op school gezeten.", 10, "lbo_mavo", "zonder_papier", diploma="techniek"),
                _werk("U was automonteur en had een eigen garage.", "automonteur", "bouw", 15),
                _wens("U wilt weer als monteur werken.", "werk", "automonteur", 16),
            ),
            _gebieden(
                _taal("U verstaat veel, maar spreken vindt u nog moeilijk.", "a2", "a1", "a2", "a1", "latijns"),
                _school(
                    "U studeerde twee jaar aan een hogeschool.", 14, "hbo", "nee",
                    diploma="pedagogiek", waardering="aangevraagd",
                ),
                _werk("U gaf les op een basisschool.", "onderwijzer", "onderwijs", 5),
                _wens("U wilt met kinderen werken.", "werk", "onderwijsassistent", 18),
            ),
        ),
        "MBO": (
            _gebieden(
                _taal("U leert snel en oefent elke dag met een app.", "a2", "a1", "a2", "a2", "latijns"),
                _school("U hebt de middelbare school bijna afgemaakt.", 11, "mbo_havo_vwo", "nee"),
                _werk("U hielp in het restaurant van uw oom.", "keukenhulp", "horeca", 2),
                _wens("U wilt een opleiding tot kok doen op het mbo.", "opleiding", "kok, mbo", 24),
            ),
        ),
        "ONDERWIJS": (
            _gebieden(
                _taal("U haalde in een half jaar niveau A2.", "a2", "a2", "a2", "a2", "latijns"),
                _school(
                    "U begon aan een studie en moest daarmee stoppen.", 13, "mbo_havo_vwo", "ja",
                    diploma="middelbare school, exacte vakken", waardering="ontvangen",
                ),
                _werk("U hebt nog niet gewerkt.", "", "", 0),
                _wens("U wilt verder studeren in Nederland.", "opleiding", "informatica, hbo", 32),
            ),
        ),
        "Z": (
            _gebieden(
                _taal(
                    "U leert nu lezen en schrijven in het Latijnse schrift.",
                    "onder_a1", "onder_a1", "geen", "geen", "ander",
                ),
                _school("U bent vier jaar naar school geweest.", 4, "basis", "nee"),
                _werk("U werkte op het land en zorgde voor uw familie.", "boer", "landbouw", 25),
                _wens("U wilt zelf naar de winkel en de dokter kunnen gaan.", "participatie", "", 14),
            ),
        ),
    }
)  # fmt: skip
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
