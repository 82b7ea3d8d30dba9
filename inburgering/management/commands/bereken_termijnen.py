"""Compute the terms in a CSV file; needs no database."""

from __future__ import annotations

import csv
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from inburgering.recht.kalender import standaard_kalender
from inburgering.recht.tabel import UITVOER, Fout, OnleesbareTabel, bereken_tabel, decodeer


class Command(BaseCommand):
    help = (
        "Berekent termijnen uit een CSV-bestand met de kolommen id, term en start_event_date en schrijft CSV naar "
        "stdout. Foute regels staan met hun regelnummer op stderr; de uitgang is dan 1."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", metavar="BESTAND.csv", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        bestand: Path = options["bestand"]
        try:
            uitkomsten = bereken_tabel(decodeer(bestand.read_bytes()), standaard_kalender())
        except FileNotFoundError as fout:
            raise CommandError(f"Het bestand {bestand} bestaat niet.") from fout
        except OSError as fout:
            raise CommandError(f"Het bestand {bestand} kan niet worden gelezen: {fout.strerror}.") from fout
        except OnleesbareTabel as fout:
            raise CommandError(str(fout)) from fout
        schrijver = csv.writer(self.stdout, lineterminator="\n")
        schrijver.writerow(UITVOER)
        fouten = 0
        for uitkomst in uitkomsten:
            if isinstance(uitkomst, Fout):
                fouten += 1
                self.stderr.write(str(uitkomst))
            else:
                schrijver.writerow(uitkomst.als_rij())
        if fouten:
            raise CommandError(f"{fouten} regel(s) niet berekend; de andere regels staan in de uitvoer.")
