"""`manage.py maak_beheerder E-MAIL NAAM`: the first account of an installation."""

from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cases.klok import vandaag
from cases.models import Gemeente
from cases.services.inrichting import maak_eerste_beheerder


class Command(BaseCommand):
    help = "Maakt de eerste functioneel beheerder, voor alle gemeenten. De rest gaat daarna op het scherm."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="e-mailadres waarmee deze persoon inlogt")
        parser.add_argument("naam", help="voor- en achternaam")

    def handle(self, *args: Any, **options: Any) -> None:
        """Asks for the password on the terminal: an argument would stay in the history of the shell."""
        if not Gemeente.objects.exists():
            raise CommandError("Er zijn nog geen gemeenten. Voer eerst `manage.py richt_in` uit.")
        try:
            wachtwoord = getpass("Wachtwoord (twaalf tekens of meer): ")
            validate_password(wachtwoord)
            maak_eerste_beheerder(email=options["email"], naam=options["naam"], wachtwoord=wachtwoord, op=vandaag())
        except ValidationError as fout:
            raise CommandError(" ".join(fout.messages)) from None
        self.stdout.write("Het account is gemaakt. Log in en stel het inloggen in twee stappen in.")
