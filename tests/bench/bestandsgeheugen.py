"""The highest memory of a process that makes the bank file of a run, and nothing else; it keeps nothing of it."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import django
from django.db import connection, transaction

from tests.bench.betaalbestand import hoogste_megabytes

WORTEL = Path(__file__).parents[2]


def megabytes_voor_bestand(bestand_id: int) -> tuple[float, float]:
    """Before and at its highest, of a process of its own."""
    delen = urlsplit(os.environ["DATABASE_URL"])
    adres = urlunsplit(delen._replace(path=f"/{connection.settings_dict['NAME']}"))
    omgeving = os.environ | {"DATABASE_URL": adres, "DJANGO_SETTINGS_MODULE": "inburgering.settings.test"}
    opdracht = [sys.executable, "-m", "tests.bench.bestandsgeheugen", str(bestand_id)]
    uit = subprocess.run(opdracht, cwd=WORTEL, env=omgeving, stdout=subprocess.PIPE, text=True, check=True).stdout
    voor, hoogste = (float(getal) for getal in uit.split())
    return voor, hoogste


def _maak_en_vergeet(bestand_id: int) -> None:
    from ontzorgen.services.betaalbestanden import maak_bestand  # its models exist after the setup

    with transaction.atomic():
        connection.ensure_connection()
        voor = hoogste_megabytes()
        assert maak_bestand(bestand_id=bestand_id, moment=datetime.now(UTC))
        transaction.set_rollback(True)
    print(voor, hoogste_megabytes())


if __name__ == "__main__":
    django.setup()
    _maak_en_vergeet(int(sys.argv[1]))
