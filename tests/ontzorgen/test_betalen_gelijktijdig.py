"""Two people or two workers at once, and a worker killed half-way: never a payment twice, never one lost."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from cases.enums import Rol
from ontzorgen.models import (
    Bestandsdeel,
    Betaalbatch,
    Betaalbestand,
    Betaalpoging,
    Betaalverplichting,
    Maandafrekening,
    Vrijgave,
)
from ontzorgen.sepa.controle import controleer
from ontzorgen.sepa.schrijven import schrijf
from ontzorgen.services import runvulling
from ontzorgen.services.betaalbestanden import betaalregels, maak_bestand, opdracht_van, stukken
from ontzorgen.services.betaalruns import maak_run
from ontzorgen.services.betaalstops import stop_betalingen
from ontzorgen.services.runvulling import vul_stuk
from ontzorgen.services.vrijgave import geef_vrij
from tests.fabriek import aangesteld

from .bouw_betaling import MOMENT, NOV, OP, betaalt_zelf, crediteur, geef, huurder, kies, ter_vrijgave
from .gelijktijdig import na_elkaar, tegelijk, wacht_tot_weg, wachtrij_rust
from .test_betaalruns import WOENSDAG

__all__ = ["wachtrij_rust"]  # the fixture

WORTEL = Path(__file__).parents[2]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("wachtrij_rust")]


@pytest.fixture
def mensen(cast):
    betaalt_zelf(cast)
    landlord = crediteur(cast)
    return [huurder(cast, landlord, kenmerk=f"contract {nummer}")[0] for nummer in range(2)]


def test_two_runs_made_at_once_are_one_run(cast, mensen):
    collega = aangesteld(cast.gemeente, Rol.UITKERINGSADMINISTRATIE)

    def maak(door):
        return lambda: maak_run(gemeente=cast.gemeente, maand=NOV, uitvoerdag=WOENSDAG, door=door, op=OP)

    uitkomsten = tegelijk(maak(cast.uitkeringsadministratie), maak(collega))
    assert uitkomsten["RUN-2026-0001"] == 1
    assert sum(aantal for zin, aantal in uitkomsten.items() if "ligt RUN-2026-0001 al klaar" in zin) == 1


def test_two_workers_fill_one_run_once(cast, mensen, monkeypatch):
    monkeypatch.setattr(runvulling, "STUK", 1)
    batch = maak_run(gemeente=cast.gemeente, maand=NOV, uitvoerdag=WOENSDAG, door=cast.uitkeringsadministratie, op=OP)

    def vul():
        while vul_stuk(batch_id=batch.pk, op=OP, moment=MOMENT):
            pass

    tegelijk(vul, vul, vul)
    assert Betaalbatch.objects.get().stand == "voorstel"
    assert (Maandafrekening.objects.count(), Betaalverplichting.objects.count(), Betaalpoging.objects.count()) == (
        2, 2, 2,
    )  # fmt: skip


def test_two_releasers_at_once_release_once_each_and_together_once(cast, mensen):
    ander = aangesteld(cast.gemeente, Rol.TEAMLEIDER)
    batch = ter_vrijgave(cast)
    uitkomsten = tegelijk(*(lambda door=door: geef(cast, batch, door).is_vrij for door in (cast.teamleider, ander)))

    assert uitkomsten["True"] == 1
    assert sum(aantal for zin, aantal in uitkomsten.items() if "is al vrijgegeven door" in zin) == 1
    assert (Vrijgave.objects.count(), Betaalbestand.objects.count()) == (1, 1)


def test_two_releasers_that_are_both_needed_make_one_release(cast, mensen):
    kies(cast.gemeente, vrijgevers=["vanaf 0 euro: 2"])
    ander = aangesteld(cast.gemeente, Rol.TEAMLEIDER)
    batch = ter_vrijgave(cast)
    uitkomsten = tegelijk(*(lambda door=door: geef(cast, batch, door).is_vrij for door in (cast.teamleider, ander)))

    assert uitkomsten == Counter({"True": 1, "False": 1})
    assert (Vrijgave.objects.count(), Betaalbestand.objects.count()) == (2, 1)


@pytest.mark.parametrize("eerst", ["vrijgave", "stop", "samen"])
def test_a_stop_against_a_release_is_out_of_the_file_or_too_late_never_both(cast, mensen, eerst):
    batch = ter_vrijgave(cast)
    aantal, cents = batch.pogingen.totaal()

    def stop():
        return stop_betalingen(dossier=mensen[0], reden="vertrokken", door=cast.sociale_zaken, op=OP)[1]

    def vrij():
        return geef_vrij(batch=batch, aantal=aantal, cents=cents, door=cast.teamleider, op=OP, moment=MOMENT).is_vrij

    volgorde = {"vrijgave": (vrij, stop), "stop": (stop, vrij)}
    uitkomsten = na_elkaar(*volgorde[eerst]) if eerst in volgorde else tegelijk(stop, vrij)
    batch.refresh_from_db()
    assert batch.is_vrij == {"vrijgave": True, "stop": False}.get(eerst, batch.is_vrij)
    over = batch.pogingen.totaal()
    if batch.is_vrij:
        assert uitkomsten == Counter({"0": 1, "True": 1})
        assert (batch.aantal, batch.cents) == over == (2, 2 * 61_235)
    else:
        assert uitkomsten["1"] == 1
        assert over == (1, 61_235)
        assert geef(cast, batch).aantal == 1


KIND = """
import sys, django, django.db
django.setup()
from datetime import datetime, UTC
from ontzorgen.services import betaalbestanden as dienst
echt = dienst.Bestandsdeel.objects.create
def traag(**velden):
    echt(**velden)
    with django.db.connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        print("bezig", cursor.fetchone()[0], flush=True)
    sys.stdin.read()
dienst.Bestandsdeel.objects.create = traag
dienst.maak_bestand(bestand_id=int(sys.argv[1]), moment=datetime.now(UTC))
"""


def test_a_worker_killed_while_the_file_is_made_leaves_it_waiting_and_the_next_makes_the_same(cast, mensen, tmp_path):
    bestand = geef(cast, ter_vrijgave(cast)).bestand
    delen = urlsplit(os.environ["DATABASE_URL"])
    adres = urlunsplit(delen._replace(path=f"/{connection.settings_dict['NAME']}"))
    omgeving = os.environ | {"DATABASE_URL": adres, "DJANGO_SETTINGS_MODULE": "inburgering.settings.test"}
    with subprocess.Popen(
        [sys.executable, "-c", KIND, str(bestand.pk)], cwd=WORTEL, env=omgeving, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True,
    ) as kind:  # fmt: skip
        assert kind.stdout
        kind_pid = int(kind.stdout.readline().removeprefix("bezig "))
        assert not maak_bestand(bestand_id=bestand.pk, moment=MOMENT)  # somebody is at it
        kind.kill()
    bestand.refresh_from_db()
    assert (bestand.stand, Bestandsdeel.objects.count()) == ("wacht", 0)

    wacht_tot_weg(kind_pid)
    assert maak_bestand(bestand_id=bestand.pk, moment=MOMENT)
    bestand.refresh_from_db()
    assert bestand.stand == "klaar"
    pad = tmp_path / "nog-eens.xml"
    with pad.open("w+b") as uit:
        assert schrijf(opdracht_van(bestand.batch), betaalregels(bestand.batch), uit).sha256 == bestand.sha256
        assert controleer(uit, opdracht_van(bestand.batch)) == ()
    assert pad.read_bytes() == b"".join(stukken(bestand))
