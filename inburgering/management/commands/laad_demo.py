"""`manage.py laad_demo`: a believable caseload to look at; never on a production system."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cases.klok import vandaag
from cases.models import Gemeente
from inburgering.demo.laden import LaadFout, laad


class Command(BaseCommand):
    help = "Vult een lege gemeente met verzonnen dossiers en accounts. Dezelfde opties geven dezelfde dossiers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--gemeente", required=True, metavar="NAAM")
        parser.add_argument("--dossiers", type=int, default=100, help="aantal dossiers (standaard %(default)s)")
        parser.add_argument("--zaad", type=int, default=1, help="begin van het toeval (standaard %(default)s)")
        parser.add_argument(
            "--peildatum", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="de dag van nu (standaard: vandaag)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_MAG:
            raise CommandError("Demodossiers kunnen alleen in de demonstratie, in ontwikkeling en in de tests.")
        gemeente = Gemeente.objects.filter(naam=options["gemeente"]).first()
        if gemeente is None:
            raise CommandError(f"De gemeente {options['gemeente']} bestaat niet. Voer eerst `manage.py richt_in` uit.")
        try:
            aantal = laad(
                gemeente=gemeente,
                aantal=options["dossiers"],
                zaad=options["zaad"],
                peildatum=options["peildatum"] or vandaag(),
            )
        except LaadFout as fout:
            raise CommandError(str(fout)) from fout
        self.stdout.write(f"{gemeente} heeft nu {aantal} verzonnen dossiers.")
