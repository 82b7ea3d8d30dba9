"""The choices of a gemeente about fines: for whom, by which article, and how long somebody may answer."""

from .instellingsoort import Soort

DREMPELS_HANDHAVING = [
    {"soort": "BOETE_BESLIS", "dagen": 28, "aan": "consulent"},
    {"soort": "BOETE_BESLIS", "dagen": 14, "aan": "teamleider"},
    {"soort": "BOETE_BESLIS", "dagen": -1, "aan": "teamleider"},
    {"soort": "BETALING_BOETE", "dagen": -1, "aan": "consulent"},
]
KEREN = "HvJ EU 4 februari 2025, C-158/23 (Keren) en ABRvS 9 juli 2025"
_KEUZES = (("ja", "boete mogelijk, na een eigen afweging"), ("nee", "geen boete"))
_ASIEL = (
    "Het Hof vindt dat een boete voor mensen met asiel geen gewoon gevolg mag zijn. De uitspraken gaan over de wet van "
    "2013; of ze ook hier gelden, kiest het college. Bij ‘mogelijk’ vraagt elk voorstel een individuele afweging."
)
_ANDEREN = "Nooit vanzelf: er gaat altijd een zienswijze, een afweging en een besluit van een tweede persoon vooraf."


def sleutel(artikel: str, *, bescherming: bool) -> str:
    """The name of the setting for this article, for people with or without international protection."""
    return f"boete_{artikel}_{'asiel' if bescherming else 'anderen'}"


HANDHAVING = (
    Soort("boete_22_asiel", "Boete van art. 22 (intake en toets) bij asiel", _ASIEL, "nee", KEREN, keuzes=_KEUZES),
    Soort(
        "boete_23_asiel", "Boete van art. 23 (afspraken uit het PIP) bij asiel", _ASIEL, "nee", KEREN, keuzes=_KEUZES
    ),
    Soort(
        "boete_22_anderen",
        "Boete van art. 22 (intake en toets) bij gezinsmigranten en anderen",
        _ANDEREN,
        "ja",
        "art. 22 Wet inburgering 2021",
        keuzes=_KEUZES,
    ),
    Soort(
        "boete_23_anderen",
        "Boete van art. 23 (afspraken uit het PIP) bij gezinsmigranten en anderen",
        _ANDEREN,
        "ja",
        "art. 23 Wet inburgering 2021",
        keuzes=_KEUZES,
    ),
    Soort(
        "boete_zienswijze_weken",
        "Tijd om te reageren op een voornemen tot een boete",
        "De wet noemt geen termijn. De laatste dag staat in de brief.",
        "2",
        "art. 5:50 Algemene wet bestuursrecht; werkafspraak",
        keuzes=(("2", "twee weken"), ("3", "drie weken"), ("4", "vier weken")),
    ),
)
