"""The people who work in the demonstration, one per role and a few colleagues, and the password they all share."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cases.enums import Rol
from cases.models import Gemeente, Medewerker
from cases.services.medewerkers import stel_aan, wijzig_gegevens

WACHTWOORD = "welkom-in-de-demo"
DOMEIN = "duoplus.example"
# Works at an aanbieder and has no role anywhere (`aanbiederaccounts`).
EXTERN_NAAM, EXTERN = "Petra Smit", "petra.smit@nltraining.example"


@dataclass(frozen=True, slots=True)
class Persoon:
    """One colleague; the first part of the e-mail address is hers in every gemeente of the cooperation."""

    sleutel: str
    naam: str
    rol: Rol
    functie: str
    telefoon: str = "020 314 48 88"

    @property
    def email(self) -> str:
        return f"{self.sleutel}@{DOMEIN}"


SANNE = Persoon("sanne.dewit", "Sanne de Wit", Rol.CONSULENT, "inburgeringsconsulent", "020 314 48 01")
BRAM = Persoon("bram.janssen", "Bram Janssen", Rol.CONSULENT, "inburgeringsconsulent", "020 314 48 02")
FATIMA = Persoon("fatima.elamrani", "Fatima el Amrani", Rol.CONSULENT, "inburgeringsconsulent", "020 314 48 03")
JOOST = Persoon("joost.vandijk", "Joost van Dijk", Rol.TWEEDE_LEZER, "kwaliteitsmedewerker", "020 314 48 04")
THIJS = Persoon("thijs.degroot", "Thijs de Groot", Rol.JURIST, "jurist bezwaar en beroep")
MARIEKE = Persoon("marieke.visser", "Marieke Visser", Rol.TEAMLEIDER, "teamleider inburgering", "020 314 48 05")
NOOR = Persoon("noor.bakker", "Noor Bakker", Rol.SOCIALE_ZAKEN, "consulent Sociale Zaken")
IRIS = Persoon("iris.deboer", "Iris de Boer", Rol.SOCIALE_ZAKEN, "consulent Sociale Zaken")
HANS = Persoon("hans.mulder", "Hans Mulder", Rol.UITKERINGSADMINISTRATIE, "medewerker uitkeringsadministratie")
ESTHER = Persoon("esther.smit", "Esther Smit", Rol.FINANCIEN, "financieel adviseur")
KEES = Persoon("kees.vos", "Kees Vos", Rol.BEHEERDER, "functioneel beheerder")
INEKE = Persoon("ineke.dekker", "Ineke Dekker", Rol.TEAMLEIDER, "teamleider inburgering")

PERSONEEL = (
    SANNE,
    BRAM,
    FATIMA,
    JOOST,
    MARIEKE,
    NOOR,
    IRIS,
    HANS,
    THIJS,
    ESTHER,
    KEES,
    Persoon("lotte.meijer", "Lotte Meijer", Rol.RAADPLEGER, "medewerker kwaliteit"),
)
# Who works elsewhere in the cooperation: other people see other gemeenten, and Sanne may choose between two.
ELDERS = {
    "diemen": (Persoon("ruud.hendriks", "Ruud Hendriks", Rol.CONSULENT, "inburgeringsconsulent"),),
    "ouder-amstel": (Persoon("mohamed.bakkali", "Mohamed Bakkali", Rol.CONSULENT, "inburgeringsconsulent"),),
    "uithoorn": (SANNE, INEKE),
}


def inlogregels() -> list[tuple[str, str]]:
    """Label and e-mail address of every account, for the login page of the demonstration."""
    regels = [(f"{persoon.naam}, {_werk(persoon)}", persoon.email) for persoon in PERSONEEL]
    regels[0] = (f"{SANNE.naam}, inburgeringsconsulent in Diemen en Uithoorn", SANNE.email)
    for slug, mensen in ELDERS.items():
        plaats = slug.title()
        anderen = (persoon for persoon in mensen if persoon not in PERSONEEL and slug != "diemen")
        regels += [(f"{p.naam}, {_werk(p)} in {plaats}", p.email) for p in anderen]
    return [*regels, (f"{EXTERN_NAAM}, planner bij NL Training, ziet alleen de eigen deelnemers", EXTERN)]


def _werk(persoon: Persoon) -> str:
    """The role in the middle of a sentence; the name of a team keeps its capitals."""
    return "team Sociale Zaken" if persoon.rol is Rol.SOCIALE_ZAKEN else persoon.rol.label.lower()


def maak_accounts(*, gemeente: Gemeente, sinds: date) -> dict[str, Medewerker]:
    """Everybody with her role in this gemeente since this date, and the colleagues elsewhere; by `sleutel`.

    Safe to repeat: who is there stays, with the role that she has.
    """
    mensen = {persoon.sleutel: _stel_aan(persoon, gemeente, sinds) for persoon in PERSONEEL}
    for andere, persoon in _elders(gemeente):
        _stel_aan(persoon, andere, sinds)
    return mensen


def _elders(gemeente: Gemeente) -> Iterator[tuple[Gemeente, Persoon]]:
    for andere in Gemeente.objects.exclude(pk=gemeente.pk).filter(slug__in=ELDERS):
        for persoon in ELDERS[andere.slug]:
            yield andere, persoon


def _stel_aan(persoon: Persoon, gemeente: Gemeente, sinds: date) -> Medewerker:
    medewerker = Medewerker.objects.filter(email=persoon.email).first()
    if medewerker is None:
        medewerker = Medewerker.objects.create_user(email=persoon.email, naam=persoon.naam, password=WACHTWOORD)
        wijzig_gegevens(medewerker=medewerker, functie=persoon.functie, telefoon=persoon.telefoon)
    if not medewerker.aanstellingen.filter(gemeente=gemeente, rol=persoon.rol).exists():
        stel_aan(medewerker=medewerker, gemeente=gemeente, rol=persoon.rol, van=sinds, tot=None)
    return medewerker
