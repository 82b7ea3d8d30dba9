"""The policy choices on ontzorgen and on paying for somebody: order, minimum, who pays, how it goes to the bank."""

import re
from typing import Any

from .instellingsoort import Soort

DREMPEL = re.compile(r"vanaf (?P<euro>\d{1,9}) euro: (?P<aantal>[1-3])")
GRENS = re.compile(r"(?P<soort>[a-z0-9_-]{1,30}): (?P<euro>[1-9]\d{0,3}) euro")
GRENZEN = ["huur: 2000 euro", "energie: 1000 euro", "water: 200 euro", "zorgverzekering: 400 euro"]
VRIJGEVERS = ["vanaf 0 euro: 1", "vanaf 50000 euro: 2"]


def _controleer_volgorde(regels: Any) -> str:
    """An error sentence for a kind that stands there twice, or that is no code."""
    if len(set(regels)) < len(regels) or not all(re.fullmatch(r"[a-z0-9_-]{1,30}", regel) for regel in regels):
        return "Schrijf elke soort één keer, met kleine letters: huur, energie, water, zorgverzekering."
    return ""


def _controleer_grenzen(regels: Any) -> str:
    """An error sentence for a line that is no limit, or a kind that stands there twice."""
    vormen = [vorm for regel in regels if (vorm := GRENS.fullmatch(regel))]
    if len(vormen) < len(regels) or len({vorm["soort"] for vorm in vormen}) < len(vormen):
        return f"Schrijf elke soort één keer, zoals ‘{GRENZEN[0]}’, met een bedrag tot 9999."
    return ""


def hoogste_bedragen(regels: Any) -> dict[str, int]:
    """Per kind the most that is likely in a month, in cents."""
    return {vorm["soort"]: int(vorm["euro"]) * 100 for regel in regels if (vorm := GRENS.fullmatch(regel))}


def _controleer_vrijgevers(regels: Any) -> str:
    """An error sentence for lines that are no threshold, that do not begin at nil, or of which one does not go up."""
    vormen = [vorm for regel in regels if (vorm := DREMPEL.fullmatch(regel))]
    bedragen, mensen = ([int(vorm[deel]) for vorm in vormen] for deel in ("euro", "aantal"))
    oplopend = bedragen == sorted(set(bedragen)) and mensen == sorted(set(mensen))
    if len(vormen) < len(regels) or bedragen[:1] != [0] or not oplopend:
        return ("Schrijf regels als ‘vanaf 50000 euro: 2’ (1 tot 3 mensen). De eerste begint bij 0 euro; daarna gaan "
                "bedrag en aantal mensen omhoog.")  # fmt: skip
    return ""


ONTZORGEN = (
    Soort(
        "ontzorgen_volgorde",
        "Volgorde van betalen bij een tekort",
        "Is er minder bijstand dan vaste lasten, dan betalen we in deze volgorde. De wet noemt geen volgorde.",
        ["huur", "energie", "water", "zorgverzekering"],
        "werkafspraak; art. 56a Participatiewet zwijgt hierover",
        controleer=_controleer_volgorde,
    ),
    Soort(
        "ontzorgen_grenzen",
        "Hoogste bedrag per maand van een vaste last",
        "Een hoger bedrag kan niet worden vastgelegd: meestal staat de komma dan verkeerd. Een soort die hier niet "
        "staat, mag tot € 5.000.",
        GRENZEN,
        "werkafspraak",
        controleer=_controleer_grenzen,
    ),
    Soort(
        "ontzorgen_minimum_leefgeld",
        "Waarschuwen onder dit leefgeld per maand",
        "Komt het leefgeld in een maand lager uit, dan staat dat bij de afrekening en in de prognose.",
        "250",
        "werkafspraak",
        keuzes=(("0", "niet waarschuwen"), *((f"{euro}", f"€ {euro}") for euro in range(100, 651, 50))),
    ),
    Soort(
        "ontzorgen_betaalwijze",
        "Wie de crediteuren betaalt",
        "Het uitkeringssysteem betaalt de crediteuren van een lijst met inhoudingen, of de gemeente betaalt hen zelf "
        "met een betaalbestand en het uitkeringssysteem betaalt alleen het leefgeld. Voor één maand nooit allebei: een "
        "maand houdt de keuze waarmee die is vastgesteld.",
        "uitkeringssysteem",
        "Beleidskader Wet inburgering 2022, paragraaf 6",
        keuzes=(
            ("uitkeringssysteem", "het uitkeringssysteem betaalt de crediteuren"),
            ("eigen_batch", "de gemeente betaalt de crediteuren met een eigen betaalbestand"),
        ),
    ),
    Soort(
        "ontzorgen_terugmelding",
        "Dagen tot een inhouding teruggemeld moet zijn",
        "Zoveel dagen na het einde van de maand, of na de lijst als die later is, staat een inhouding zonder "
        "terugmelding bij de verschillen en in de werkvoorraad van de uitkeringsadministratie.",
        "7",
        "werkafspraak",
        keuzes=tuple((f"{dagen}", f"{dagen} dagen") for dagen in (3, 7, 14, 21)),
    ),
    Soort(
        "ontzorgen_machtiging",
        "Alleen betalen met een getekende machtiging",
        "Artikel 56a verplicht tot meewerken en vraagt geen machtiging. Eist u die toch, dan wordt een vaste last "
        "zonder machtiging niet betaald, en staat dat bij het voorstel.",
        "niet_nodig",
        "art. 56a Participatiewet",
        keuzes=(("niet_nodig", "machtiging is niet nodig"), ("nodig", "zonder machtiging niet betalen")),
    ),
    Soort(
        "ontzorgen_vrijgevers",
        "Hoeveel mensen een betaalrun vrijgeven",
        "Per regel vanaf welk totaalbedrag in hele euro’s hoeveel mensen vrijgeven. Wie de run maakt of controleert, "
        "geeft hem nooit vrij.",
        VRIJGEVERS,
        "werkafspraak",
        controleer=_controleer_vrijgevers,
    ),
    Soort(
        "ontzorgen_betaaldag",
        "Dag van de maand waarop crediteuren worden betaald",
        "Voert de bank op die dag niet uit (weekend, sluitingsdag), dan de laatste betaaldag ervoor.",
        "25",
        "werkafspraak",
        keuzes=tuple((f"{dag}", f"de {dag}e") for dag in range(1, 29)),
    ),
    Soort(
        "ontzorgen_bestandsversie",
        "Versie van het betaalbestand",
        "Spreek met de bank af welke versie van pain.001 zij aanneemt.",
        "001.001.09",
        "afspraak met de bank",
        keuzes=(("001.001.09", "pain.001.001.09"), ("001.001.03", "pain.001.001.03 (ouder)")),
    ),
)
