"""Which paragraphs of letters a gemeente may write itself, and what they say until it does."""

from dataclasses import dataclass
from datetime import date

from .models import Gemeente, Tekstblok


@dataclass(frozen=True, slots=True)
class Standaardtekst:
    """`met_regels`: every line is 'wie: wat' and lands in a list or a table, so the colon must be there."""

    code: str
    titel: str
    uitleg: str
    tekst: str
    met_regels: bool = False


STANDAARD = {
    tekst.code: tekst
    for tekst in (
        Standaardtekst(
            "pip-motivering-b1",
            "PIP: waarom de B1-route",
            "Begin van de motivering als de B1-route voor de hand ligt; de consulent vult aan wat in de intake bleek.",
            "U kunt waarschijnlijk niveau B1 halen. Daarmee kunt u werken of een opleiding volgen.",
        ),
        Standaardtekst(
            "pip-motivering-z",
            "PIP: waarom de Z-route",
            "Begin van de motivering als niveau B1 volgens de leerbaarheidstoets niet haalbaar is.",
            "Niveau B1 is nu te moeilijk voor u. In deze route leert u wat u elke dag nodig hebt.",
        ),
        Standaardtekst(
            "pip-motivering-onderwijs",
            "PIP: waarom de onderwijsroute",
            "Begin van de motivering als de inburgeraar een opleiding gaat doen; de consulent vult aan.",
            "U wilt een opleiding doen. In de onderwijsroute leert u Nederlands en de vakken die daarvoor nodig zijn.",
        ),
        Standaardtekst(
            "pip-begeleiding-aanbod",
            "PIP: wie u helpt (met aanbod van de gemeente)",
            "Voor statushouders en hun gezin, naast de eigen consulent. Elke regel: wie, een dubbele punt, wat.",
            "Uw begeleider: helpt u met wonen, post en de huisarts.",
            met_regels=True,
        ),
        Standaardtekst(
            "pip-begeleiding-advies",
            "PIP: wie u helpt (gezins- en overige migranten)",
            "Naast de eigen consulent. Elke regel: wie, een dubbele punt, wat.",
            "De gemeente: geeft u advies over scholen en over de lening bij DUO.",
            met_regels=True,
        ),
        Standaardtekst(
            "brief-hulp",
            "Brieven: waar iemand gratis hulp krijgt",
            "Onder elke brief. Elke regel: naam, een dubbele punt, hoe te bereiken.",
            "Het Juridisch Loket: bel 0800 8020 (gratis)",
            met_regels=True,
        ),
        Standaardtekst(
            "pvt-verklaring",
            "Participatieverklaring: de tekst die iemand tekent",
            "De minister stelt de tekst vast. Neem hier de tekst over die nu geldt. Een lege regel begint een nieuwe "
            "alinea.",
            "Ik woon nu in Nederland. Ik doe mee in dit land, en ik help daaraan mee.\n\n"
            "In Nederland is iedereen gelijk voor de wet. Vrouwen en mannen hebben dezelfde rechten. Ook wie iets "
            "anders gelooft, of niets gelooft, heeft dezelfde rechten.\n\n"
            "Iedereen is vrij om te zeggen wat hij denkt en om zelf te kiezen met wie hij leeft. Niemand mag een ander "
            "pijn doen of uitsluiten.\n\n"
            "In Nederland zorgen wij voor elkaar. Wie kan, werkt of leert.\n\n"
            "Ik heb over deze waarden geleerd. Ik respecteer ze en houd mij aan de wet.",
        ),
        Standaardtekst(
            "welkom-inleiding",
            "Welkomstbrief: begin",
            "De eerste zinnen van de welkomstbrief. Een lege regel begint een nieuwe alinea.",
            "Welkom in onze gemeente! U gaat inburgeren. U leert Nederlands en u leert hoe Nederland werkt. "
            "Wij helpen u daarbij.",
        ),
        Standaardtekst(
            "welkom-stappen",
            "Welkomstbrief: wat er gaat gebeuren",
            "De stappen tot en met het PIP. Elke regel: wat, een dubbele punt, uitleg.",
            "Wij praten met u: over uw school, uw werk en wat u wilt.\n"
            "U maakt een toets: zo zien wij welk niveau u kunt halen. U kunt niet zakken.\n"
            "U krijgt een plan: daarin staat wat u gaat doen en wie u helpt.",
            met_regels=True,
        ),
        Standaardtekst(
            "welkom-tolk",
            "Welkomstbrief: de tolk",
            "Hoe iemand een tolk krijgt, en dat die niets kost.",
            "Spreekt u nog weinig Nederlands? Dan is er een tolk bij het gesprek. U betaalt niets. "
            "De tolk vertelt niet verder wat u zegt. Wilt u liever een man of een vrouw als tolk? Bel ons.",
        ),
        Standaardtekst(
            "welkom-privacy",
            "Welkomstbrief: privacy",
            "Wat de AVG vraagt (artikel 13 en 14): wie, waarom, met wie, hoelang, en welke rechten iemand heeft.",
            "Wij schrijven op wat u ons vertelt. Dat doen wij om u te helpen. De Wet inburgering 2021 vraagt dat van "
            "ons. Alleen wie het nodig heeft voor zijn werk, leest het. Soms krijgen wij gegevens van DUO of het COA. "
            "Soms geven wij gegevens aan DUO, het COA of uw school. Nooit meer dan nodig is.\n\n"
            "Wij bewaren uw gegevens tot vijf jaar na uw inburgering. U mag zien wat wij van u bewaren. Klopt er iets "
            "niet? Zeg het ons, dan kijken wij ernaar. Hebt u een klacht over uw gegevens? Ga dan naar de Autoriteit "
            "Persoonsgegevens.",
        ),
        Standaardtekst(
            "oproep-intake",
            "Oproep voor de brede intake: begin",
            "Wat de brede intake is. De plicht en de waarschuwing staan vast: die volgen uit de wet.",
            "U gaat inburgeren in onze gemeente. Wij willen graag met u praten over uw plannen: wat u kunt, wat u wilt "
            "leren en welke hulp u nodig hebt. Dit gesprek heet de brede intake. Daarna maken wij samen uw plan voor "
            "de inburgering.",
        ),
        Standaardtekst(
            "oproep-toets",
            "Oproep voor de leerbaarheidstoets: begin",
            "Wat de toets is. De plicht en de waarschuwing staan vast: die volgen uit de wet.",
            "U gaat inburgeren in onze gemeente. U maakt daarvoor de leerbaarheidstoets. Dat is een toets op de "
            "computer. De toets laat zien welk taalniveau u kunt halen. U hoeft niet te leren voor de toets, en u kunt "
            "niet zakken.",
        ),
        Standaardtekst(
            "oproep-waarschuwing",
            "Tweede en derde oproep: hulp bij de waarschuwing",
            "Staat onder de waarschuwing van de wet (artikel 14 en 22). Die waarschuwing zelf staat vast.",
            "Is komen moeilijk voor u? Bel ons. Wij zoeken samen een oplossing.",
        ),
        Standaardtekst(
            "uitnodiging-inleiding",
            "Uitnodiging: begin",
            "Waarom wij met de inburgeraar willen praten. Dit is geen oproep: die heeft een eigen brief.",
            "Wij willen graag met u praten over uw inburgering. Hoe gaat het? Wat wilt u leren? Hebt u hulp nodig?",
        ),
        Standaardtekst(
            "uitnodiging-verhinderd",
            "Uitnodiging: als iemand niet kan",
            "Staat in de uitnodiging aan de inburgeraar en aan de partner; het telefoonnummer komt er vanzelf onder.",
            "Bel ons dan zo snel mogelijk. Dan kiezen wij samen een nieuwe dag.",
        ),
        Standaardtekst(
            "signalen-begin",
            "E-mail met signalen: begin",
            "Boven de termijnen van uw gemeente in de dagelijkse e-mail aan medewerkers. Noem geen namen. Een lege "
            "regel begint een nieuwe alinea.",
            "Hier moet u nog iets mee doen.",
        ),
        Standaardtekst(
            "signalen-slot",
            "E-mail met signalen: slot",
            "Onder de termijnen van uw gemeente, bijvoorbeeld wie te bellen bij vragen of ziekte.",
            "Lukt het niet op tijd? Zeg het uw teamleider.",
        ),
    )
}


def tekst(gemeente: Gemeente, code: str, op: date) -> str:
    """The paragraph in force on this date: the gemeente's own version, else the standard one."""
    eigen = Tekstblok.objects.filter(gemeente=gemeente, code=code, geldig_vanaf__lte=op).first()
    return eigen.tekst if eigen else STANDAARD[code].tekst


def regels(gemeente: Gemeente, code: str, op: date) -> list[tuple[str, str]]:
    """The text of lines 'wie: wat' in force on this date, as pairs."""
    return als_regels(tekst(gemeente, code, op))


def alineas(gemeente: Gemeente, code: str, op: date) -> tuple[str, ...]:
    """The text in force on this date, as its paragraphs."""
    return als_alineas(tekst(gemeente, code, op))


def als_regels(tekst: str) -> list[tuple[str, str]]:
    """Lines 'wie: wat' as pairs; a line without a colon has no second part."""
    delen = (regel.partition(":") for regel in tekst.splitlines() if regel.strip())
    return [(voor.strip(), na.strip()) for voor, _, na in delen]


def als_alineas(tekst: str) -> tuple[str, ...]:
    """Paragraphs: an empty line starts a new one."""
    delen = tekst.replace("\r\n", "\n").split("\n\n")
    return tuple(" ".join(deel.split()) for deel in delen if deel.strip())
