"""Which policy choices a gemeente has, what they mean, and what holds when nobody chose.

The law is the default; where the policy paper departs from it, the choice is visible here with its source.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from inburgering.recht.dwangsom import MEESTE_DAGEN, Tranche
from inburgering.recht.verplichtingen import Beleid

from .instellingen_handhaving import DREMPELS_HANDHAVING, HANDHAVING
from .instellingen_ontzorgen import ONTZORGEN
from .instellingen_uitvoering import UITVOERING
from .instellingsoort import Soort
from .models import Gemeente, Instelling

DREMPELS = [
    {"soort": "PIP", "dagen": 28, "aan": "consulent"},
    {"soort": "PIP", "dagen": 14, "aan": "consulent"},
    {"soort": "PIP", "dagen": 7, "aan": "teamleider"},
    {"soort": "PIP", "dagen": -1, "aan": "teamleider"},
    {"soort": "AANBOD", "dagen": 28, "aan": "consulent"},
    {"soort": "AANBOD", "dagen": 7, "aan": "teamleider"},
    {"soort": "ONDERWIJSROUTE_START", "dagen": 42, "aan": "consulent"},
    {"soort": "LEERROUTE_WISSEL", "dagen": 42, "aan": "consulent"},
    {"soort": "INBURGERINGSTERMIJN", "dagen": 183, "aan": "consulent"},
    {"soort": "DUO_BESLIS", "dagen": -1, "aan": "consulent"},
    {"soort": "ONTZORGEN", "dagen": 56, "aan": "sociale_zaken"},
    {"soort": "ONTZORGEN", "dagen": 28, "aan": "sociale_zaken"},
    {"soort": "ONTZORGEN", "dagen": 28, "aan": "consulent"},
    {"soort": "ONTZORGEN", "dagen": 14, "aan": "sociale_zaken"},
    {"soort": "BESLIS_BEZWAAR", "dagen": 28, "aan": "jurist"},
    {"soort": "BESLIS_BEZWAAR", "dagen": 14, "aan": "jurist"},
    {"soort": "BESLIS_BEZWAAR", "dagen": 7, "aan": "teamleider"},
    {"soort": "BESLIS_BEZWAAR", "dagen": -1, "aan": "teamleider"},
    {"soort": "DWANGSOM", "dagen": 14, "aan": "jurist"},
    {"soort": "DWANGSOM", "dagen": 14, "aan": "teamleider"},
    {"soort": "DWANGSOM", "dagen": 3, "aan": "teamleider"},
    *DREMPELS_HANDHAVING,
]
TRANCHE = re.compile(r"(?P<dagen>\d{1,2}) dagen: (?P<euro>\d{1,4})(?:,(?P<cent>\d{2}))? euro per dag")
DWANGSOM = ["14 dagen: 23,00 euro per dag", "14 dagen: 35,00 euro per dag", "14 dagen: 45,00 euro per dag"]
AZC_BEZOEK = ["AZC Almere", "AZC Amsterdam-West"]


def _controleer_dwangsom(regels: Any) -> str:
    """An error sentence for lines that are no tranche, or that do not add up to the 42 days of Awb 4:17."""
    gevonden = [TRANCHE.fullmatch(regel) for regel in regels]
    if not all(gevonden) or sum(int(vorm["dagen"]) for vorm in gevonden if vorm) != MEESTE_DAGEN:
        return f"Schrijf regels als ‘{DWANGSOM[0]}’, samen {MEESTE_DAGEN} dagen."
    return ""


SOORTEN: dict[str, Soort] = {
    soort.sleutel: soort
    for soort in (
        Soort(
            "pip_startregel",
            "Begin van de tien weken voor het PIP",
            "De wet telt vanaf de kennisgeving van DUO; bij mensen die gehuisvest moeten worden vanaf de laatste van "
            "kennisgeving en BRP-inschrijving. Het beleidskader telt altijd vanaf de BRP-inschrijving.",
            "wet",
            "art. 5.3 lid 1 Besluit inburgering 2021",
            keuzes=(("wet", "zoals de wet sinds 2023"), ("brp", "altijd vanaf de BRP-inschrijving (beleidskader)")),
        ),
        Soort(
            "ontzorgen_nareizigers",
            "Ontzorgen van nareizigers",
            "De wet kijkt naar de vergunning: een nareiziger met een eigen asielvergunning voor bepaalde tijd en "
            "bijstand wordt ontzorgd. Het beleidskader zondert nareizigers uit. Kiest u dat, dan staat op elk scherm "
            "en in elke brief aan de nareiziger dat dit afwijkt van de wet.",
            "wet",
            "art. 56a Participatiewet",
            keuzes=(
                ("wet", "zoals de wet: de vergunning beslist"),
                ("uitgezonderd", "nareizigers niet ontzorgen (beleidskader); wijkt af van de wet"),
            ),
        ),
        *ONTZORGEN,
        *UITVOERING,
        *HANDHAVING,
        Soort(
            "leerroutebeleid",
            "Voorkeur bij de leerroutes",
            "Staat bij de argumenten voor en tegen elke leerroute. De consulent kiest; het systeem kiest nooit.",
            "stimuleren",
            "Beleidskader Wet inburgering 2022, paragraaf 5",
            keuzes=(
                ("stimuleren", "B1-route en onderwijsroute stimuleren; Z-route alleen als A2 en B1 niet haalbaar zijn"),
                ("neutraal", "geen voorkeur van de gemeente"),
            ),
        ),
        Soort(
            "onderwijsroute_jong_tot",
            "Jong genoeg voor de onderwijsroute",
            "De wet noemt geen leeftijd. Onder deze leeftijd telt jong zijn als argument voor de onderwijsroute.",
            "28",
            "werkafspraak",
            keuzes=tuple((jaar, f"jonger dan {jaar} jaar") for jaar in ("23", "25", "28", "30", "35")),
        ),
        Soort(
            "azc_bezoek",
            "AZC's die we bezoeken",
            "In deze AZC's is het eerste contact een bezoek; in andere AZC's bellen we.",
            AZC_BEZOEK,
            "Beleidskader Wet inburgering 2022, paragraaf 6",
        ),
        Soort(
            "dwangsom",
            "Bedragen van de dwangsom bij te laat beslissen",
            "Per regel een aantal dagen en het bedrag per dag, samen 42 dagen. De bedragen worden geïndexeerd: leg "
            "nieuwe bedragen vast met de dag waarop ze gaan gelden.",
            DWANGSOM,
            "art. 4:17 lid 2 Algemene wet bestuursrecht, bedragen in de tekst van 2021",
            controleer=_controleer_dwangsom,
        ),
        Soort(
            "signaal_drempels",
            "Wanneer we waarschuwen, en wie",
            "Per soort termijn: hoeveel dagen voor of na de laatste dag, en aan wie.",
            DREMPELS,
            "werkafspraak",
        ),
    )
}


def instelling(gemeente: Gemeente, sleutel: str, op: date) -> tuple[Any, str]:
    """The value in force on this date and its source; the default when the gemeente chose nothing."""
    return instellingen(gemeente, (sleutel,), op)[sleutel]


def instellingen(gemeente: Gemeente, sleutels: Sequence[str], op: date) -> dict[str, tuple[Any, str]]:
    """The same for several settings, in the order asked, in one query."""
    rijen = Instelling.objects.filter(gemeente=gemeente, sleutel__in=sleutels, geldig_vanaf__lte=op)
    return _gekozen(rijen.order_by("geldig_vanaf"), sleutels)


class Keuzeverloop:
    """Some settings of a gemeente over time, read once: for who asks them of many days."""

    def __init__(self, gemeente: Gemeente, sleutels: Sequence[str]) -> None:
        self._sleutels = sleutels
        self._rijen = list(Instelling.objects.filter(gemeente=gemeente, sleutel__in=sleutels).order_by("geldig_vanaf"))

    def op(self, dag: date) -> dict[str, tuple[Any, str]]:
        """What `instellingen` gives for this day."""
        return _gekozen([rij for rij in self._rijen if rij.geldig_vanaf <= dag], self._sleutels)


def _gekozen(rijen: Iterable[Instelling], sleutels: Sequence[str]) -> dict[str, tuple[Any, str]]:
    """Of each setting the last row, and the default of what nobody chose."""
    gekozen = {rij.sleutel: (rij.waarde, rij.bron) for rij in rijen}
    return {naam: gekozen.get(naam, (SOORTEN[naam].standaard, SOORTEN[naam].bron)) for naam in sleutels}


def beleid(gemeente: Gemeente, op: date, anders: Mapping[str, tuple[Any, str]] = MappingProxyType({})) -> Beleid:
    """The policy choices that the law library needs to derive terms; `anders` holds what is being considered."""
    gekozen = instellingen(gemeente, ("pip_startregel", "ontzorgen_nareizigers"), op) | dict(anders)
    (regel, bron), (nareizigers, bron_nareizigers) = gekozen.values()
    return Beleid(
        pip_startregel=regel,
        pip_startregel_bron=bron,
        ontzorgen_nareizigers=nareizigers,
        ontzorgen_nareizigers_bron=bron_nareizigers,
    )


class Beleidskeuzes:
    """`beleid` of many dossiers on one date: asked once per gemeente."""

    def __init__(self, op: date) -> None:
        self._op, self._bekend = op, dict[int, Beleid]()

    def __call__(self, gemeente: Gemeente) -> Beleid:
        if gemeente.pk not in self._bekend:
            self._bekend[gemeente.pk] = beleid(gemeente, self._op)
        return self._bekend[gemeente.pk]


def dwangsomtarief(gemeente: Gemeente, op: date) -> list[Tranche]:
    """The amounts in force on this date, in the order in which the days are counted (Awb 4:17 lid 2)."""
    regels, _ = instelling(gemeente, "dwangsom", op)
    vormen = [vorm for regel in regels if (vorm := TRANCHE.fullmatch(regel))]
    return [Tranche(int(v["dagen"]), int(v["euro"]) * 100 + int(v["cent"] or 0)) for v in vormen]
