"""What this release reckons otherwise than what is stored; with --repareer it becomes so.

For the self-check by hand, and before a release with other rules is taken into use.
"""

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cases.klok import vandaag
from cases.models import Gemeente
from cases.services import zelfcontrole
from cases.services.doorrekening import alle_afwijkende


class Command(BaseCommand):
    help = (
        "Rekent de termijnen van alle lopende dossiers na en toont de verschillen; verandert niets. Met --repareer "
        "worden ze hersteld, hoeveel het er ook zijn. Draai dit ook vóór een nieuwe versie in gebruik gaat: zo ziet u "
        "wat andere regels verschuiven. Eindigt met status 1 als er verschillen overblijven."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--gemeente", metavar="NAAM", help="alleen deze gemeente")
        parser.add_argument(
            "--repareer", action="store_true", help="herstel de verschillen en schrijf ze in het dossier"
        )
        parser.add_argument("--kort", action="store_true", help="alleen de aantallen")

    def handle(self, *args: Any, gemeente: str | None, repareer: bool, kort: bool, **options: Any) -> None:
        dossiers, termijnen, op = 0, Counter[str](), vandaag()
        for dossier, verschillen in alle_afwijkende(gemeente=_gemeente(gemeente), op=op):
            dossiers += 1
            for verschil in verschillen:
                termijnen[verschil.naam] += verschil.verschuift
                if not kort:
                    self.stdout.write(f"{dossier.gemeente.slug} {dossier.nummer}: {zelfcontrole.in_woorden(verschil)}")
            if repareer:
                zelfcontrole.herstel(dossier=dossier, op=op)
        for naam, aantal in sorted(termijnen.items()):
            self.stdout.write(f"{naam}: {aantal} verschoven")
        self.stdout.write(
            f"{dossiers} dossiers {'hersteld' if repareer else 'met een verschil'}, {termijnen.total()} termijnen met "
            "een andere dag."
        )
        if dossiers and not repareer:
            raise CommandError("Er zijn verschillen. Zoek de oorzaak; herstel daarna met --repareer.", returncode=1)


def _gemeente(naam: str | None) -> Gemeente | None:
    if naam is None:
        return None
    gevonden = Gemeente.objects.filter(naam__iexact=naam).first() or Gemeente.objects.filter(slug=naam).first()
    if gevonden is None:
        raise CommandError(f"Er is geen gemeente {naam}.", returncode=2)
    return gevonden
