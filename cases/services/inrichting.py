"""What an empty installation needs before anybody can log in: gemeenten, calendar, first account."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from cases.enums import Rol
from cases.models import Aanstelling, Gemeente, Kalenderjaar, Kbdag, Medewerker
from inburgering.recht.kalender import KB_DAGEN


@dataclass(frozen=True, slots=True)
class Gemeentegegevens:
    """Public contact data of a gemeente; the functioneel beheerder changes them on the screen."""

    naam: str
    slug: str
    cbs_code: str
    straat: str
    postcode_plaats: str
    telefoon: str
    website: str


GEMEENTEN = (
    Gemeentegegevens(
        "Diemen", "diemen", "GM0384", "D.J. den Hartoglaan 1", "1111 ZB  Diemen", "020 314 48 88", "www.diemen.nl"
    ),
    Gemeentegegevens(
        "Ouder-Amstel",
        "ouder-amstel",
        "GM0437",
        "Vondelstraat 1",
        "1191 GA  Ouderkerk aan de Amstel",
        "020 496 21 21",
        "www.ouder-amstel.nl",
    ),
    Gemeentegegevens(
        "Uithoorn", "uithoorn", "GM0451", "Laan van Meerwijk 16", "1423 AJ  Uithoorn", "0297 513 111", "www.uithoorn.nl"
    ),
)
# The three gemeenten of Duo+ lie in one arrondissement.
RECHTBANK = "rechtbank Amsterdam, Postbus 75850, 1070 AW Amsterdam"


@transaction.atomic
def richt_in() -> None:
    """The three gemeenten and the calendar, where they are missing; changes nothing that is there. Safe to repeat."""
    for gegevens in GEMEENTEN:
        Gemeente.objects.get_or_create(
            slug=gegevens.slug,
            defaults={
                "naam": gegevens.naam,
                "cbs_code": gegevens.cbs_code,
                "straat": gegevens.straat,
                "postcode_plaats": gegevens.postcode_plaats,
                "telefoon": gegevens.telefoon,
                "website": gegevens.website,
                "email": f"inburgering@{gegevens.slug}.example",
                "bezwaar_adres": f"{gegevens.straat}, {gegevens.postcode_plaats}",
                "rechtbank": RECHTBANK,
                "mandaat_functie": "teamleider Sociale Zaken",
            },
        )
    for dag in KB_DAGEN:
        Kbdag.objects.get_or_create(datum=dag.datum, defaults={"naam": dag.naam, "bron": dag.bron})
    for jaar in sorted({dag.datum.year for dag in KB_DAGEN}):
        Kalenderjaar.objects.get_or_create(jaar=jaar, defaults={"bron": "koninklijke besluiten, zie de KB-dagen"})


@transaction.atomic
def maak_eerste_beheerder(*, email: str, naam: str, wachtwoord: str | None, op: date) -> Medewerker:
    """The first account: functioneel beheerder in every gemeente. Raises ValidationError (Dutch)."""
    beheerder = Medewerker.objects.create_user(email=email, naam=naam, password=wachtwoord)
    for gemeente in Gemeente.objects.all():
        Aanstelling.objects.create(medewerker=beheerder, gemeente=gemeente, rol=Rol.BEHEERDER, van=op)
    return beheerder
