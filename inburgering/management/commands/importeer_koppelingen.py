"""`manage.py importeer_koppelingen`: preview or import a list of koppelingen from the shell."""

import csv
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cases.enums import Regeluitkomst
from cases.klok import nu, vandaag
from cases.models import Aanstelling, Gemeente, Koppelregel, Medewerker
from cases.services import koppelingen
from cases.toegang import Actie, mag, weigering


class Command(BaseCommand):
    help = (
        "Toont wat een lijst koppelingen zou doen, als CSV op stdout (regel,uitkomst,veld,reden), en schrijft niets. "
        "Met --bevestig --door worden de goede regels geschreven; de foute blijven in de applicatie staan om te "
        "herstellen. De uitgang is 1 als er foute regels zijn."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", metavar="BESTAND", type=Path)
        parser.add_argument(
            "--gemeente", required=True, metavar="NAAM", help="Naam van de gemeente, bijvoorbeeld Diemen."
        )
        parser.add_argument("--bevestig", action="store_true", help="Schrijf de goede regels.")
        parser.add_argument(
            "--door", metavar="GEBRUIKER", help="E-mailadres van wie dit invoert; nodig bij --bevestig."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["bevestig"] and not options["door"]:
            raise CommandError("Geef met --door aan wie de lijst invoert (e-mailadres).")
        gemeente = _gemeente(options["gemeente"])
        door = _medewerker(options["door"], gemeente) if options["door"] else None
        inhoud = _lees(options["bestand"])
        try:
            regels = self._importeer(gemeente, inhoud, door) if options["bevestig"] and door else None
            if regels is None:
                regels = koppelingen.bekijk(gemeente=gemeente, inhoud=inhoud, door=door, op=vandaag())[1]
        except koppelingen.Bestandsfout as fout:
            raise CommandError(str(fout)) from fout
        self._toon(regels)

    def _importeer(self, gemeente: Gemeente, inhoud: bytes, door: Medewerker) -> Sequence[Koppelregel]:
        bestand = koppelingen.maak_voorbeeld(gemeente=gemeente, inhoud=inhoud, door=door, op=vandaag())
        if bestand.regels.te_schrijven().exists():
            koppelingen.bevestig(bestand=bestand, door=door, moment=nu(), in_wachtrij=False)
        while koppelingen.schrijf_stuk(bestand_id=bestand.pk, op=vandaag(), moment=nu()):
            self.stderr.write(f"{bestand.regels.verwerkt().count()} regels verwerkt")
        return list(bestand.regels.all())

    def _toon(self, regels: Sequence[Koppelregel]) -> None:
        schrijver = csv.writer(self.stdout, lineterminator="\n")
        schrijver.writerow(koppelingen.VOORBEELDKOLOMMEN)
        schrijver.writerows(koppelingen.bevindingen(regels))
        fout = sum(regel.uitkomst == Regeluitkomst.FOUT for regel in regels)
        if fout:
            raise CommandError(f"{fout} van de {len(regels)} regels zijn fout en niet geschreven.")


def _gemeente(naam: str) -> Gemeente:
    gemeente = Gemeente.objects.filter(naam__iexact=naam).first() or Gemeente.objects.filter(slug=naam.lower()).first()
    if gemeente is None:
        bekend = ", ".join(Gemeente.objects.values_list("naam", flat=True)) or "geen; voer eerst richt_in uit"
        raise CommandError(f"De gemeente ‘{naam}’ is niet bekend. Wel bekend: {bekend}.")
    return gemeente


def _medewerker(email: str, gemeente: Gemeente) -> Medewerker:
    """Who the import is by: somebody with a role in this gemeente today that may record dossiers."""
    medewerker = Medewerker.objects.filter(email=email.lower(), is_active=True).first()
    if medewerker is None:
        raise CommandError(f"Er is geen actief account met het e-mailadres {email}.")
    aanstellingen = Aanstelling.objects.geldig_op(vandaag()).filter(medewerker=medewerker, gemeente=gemeente)
    rollen = set(aanstellingen.values_list("rol", flat=True))
    if not rollen:
        raise CommandError(f"{medewerker.naam} heeft vandaag geen rol in de gemeente {gemeente.naam}.")
    if not mag(rollen, Actie.DOSSIER_BEWERKEN):
        raise CommandError(weigering(Actie.DOSSIER_BEWERKEN))
    return medewerker


def _lees(bestand: Path) -> bytes:
    try:
        return bestand.read_bytes()
    except OSError as fout:
        raise CommandError(f"Het bestand {bestand} kan niet worden gelezen: {fout.strerror}.") from fout
