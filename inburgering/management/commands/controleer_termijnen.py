"""The self-check by hand: shows what a recomputation would change, and with --repareer changes it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cases.klok import vandaag
from cases.models import Gemeente
from cases.services import zelfcontrole


class Command(BaseCommand):
    help = (
        "Rekent de termijnen van alle lopende dossiers na en toont de verschillen; verandert niets. Met --repareer "
        "worden ze hersteld, hoeveel het er ook zijn. Eindigt met status 1 als er verschillen overblijven."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--gemeente", metavar="NAAM", help="alleen deze gemeente")
        parser.add_argument(
            "--repareer", action="store_true", help="herstel de verschillen en schrijf ze in het dossier"
        )

    def handle(self, *args: Any, gemeente: str | None, repareer: bool, **options: Any) -> None:
        aantal, op = 0, vandaag()
        for dossier, verschillen in zelfcontrole.alle_afwijkende(gemeente=_gemeente(gemeente), op=op):
            aantal += 1
            for verschil in verschillen:
                self.stdout.write(f"{dossier.gemeente.slug} {dossier.nummer}: {zelfcontrole.in_woorden(verschil)}")
            if repareer:
                zelfcontrole.herstel(dossier=dossier, op=op)
        self.stdout.write(f"{aantal} dossiers {'hersteld' if repareer else 'met een verschil'}.")
        if aantal and not repareer:
            raise CommandError("Er zijn verschillen. Zoek de oorzaak; herstel daarna met --repareer.", returncode=1)


def _gemeente(naam: str | None) -> Gemeente | None:
    if naam is None:
        return None
    gevonden = Gemeente.objects.filter(naam__iexact=naam).first() or Gemeente.objects.filter(slug=naam).first()
    if gevonden is None:
        raise CommandError(f"Er is geen gemeente {naam}.", returncode=2)
    return gevonden
