"""A list page costs the same number of queries with 3 rows and with 300, and every page what the file says.

The file is reviewed like code: `BIJWERKEN=1 ./run test tests/architectuur/test_queries.py` writes it again.
"""

import json
import os
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from cases.enums import Afspraaksoort, Plaatssoort, Rol
from cases.klok import vandaag
from cases.models import Afspraak, Gebeurtenis, Notitie
from cases.toegang import mag
from inburgering.recht.feiten import FeitSoort
from tests.fabriek import aangesteld, leg_vast, maak_dossier
from tests.hulp import aantal_queries

from .paden import gemeentepaden
from .wereld import maak_wereld

BESTAND = Path(__file__).with_name("queries.json")
LIJSTEN = {
    Rol.TEAMLEIDER: ["werkvoorraad", "werkvoorraad_csv", "dossiers", "dossiers_csv", "agenda", "vervanging"],
    Rol.CONSULENT: ["werkvoorraad", "dossiers", "agenda", "koppelingen", "dagstaat"],
    Rol.BEHEERDER: ["mensen", "vernietigingslijst"],
}
OP = date(2026, 11, 20)
_teller = count(1)


def voeg_toe(cast, aantal):
    """Dossiers with terms, appointments and notes of today, colleagues, and dossiers past their retention period."""
    for _ in range(aantal):
        dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP)
        leg_vast(dossier, FeitSoort.DOELGROEP, date(2021, 3, 1), doelgroep="GEZINSMIGRANT")
        leg_vast(dossier, FeitSoort.KENNISGEVING_DUO, OP - timedelta(days=next(_teller) % 60))
        begin = datetime.combine(vandaag(), datetime.min.time(), ZoneInfo("Europe/Amsterdam"))
        Afspraak.objects.create(
            dossier=dossier,
            soort=Afspraaksoort.INTAKE,
            begin=begin + timedelta(hours=9),
            plaatssoort=Plaatssoort.GEMEENTEHUIS,
            met=cast.consulent,
        )
        Notitie.objects.create(dossier=dossier, tekst="bellen", door=cast.consulent, datum=vandaag())
        aangesteld(cast.gemeente, Rol.RAADPLEGER)
        oud = maak_dossier(cast.gemeente, cast.consulent, op=OP)
        leg_vast(oud, FeitSoort.OVERLIJDEN, date(2026, 1, 1))


@pytest.mark.alles
def test_lists_cost_the_same_with_3_rows_and_with_300(cast, inloggen):
    def kosten():
        return {
            (rol.value, naam): aantal_queries(inloggen(cast.met_rol(rol)), reverse(f"cases:{naam}", args=["diemen"]))
            for rol, namen in LIJSTEN.items()
            for naam in namen
        }

    voeg_toe(cast, 3)
    bij_drie = kosten()
    voeg_toe(cast, 297)

    assert kosten() == bij_drie
    assert Gebeurtenis.objects.count() > 1200


def test_every_page_costs_what_the_file_says(cast, inloggen):
    """As the teamleider, who sees most; the beheerder for her own pages."""
    wereld = maak_wereld(cast)
    clients = {rol: inloggen(cast.met_rol(rol)) for rol in (Rol.TEAMLEIDER, Rol.BEHEERDER)}
    gemeten = {}
    for pad in gemeentepaden():
        rol = Rol.TEAMLEIDER if mag([Rol.TEAMLEIDER], pad.view.actie) else Rol.BEHEERDER
        url = reverse(pad.naam, kwargs=wereld.argumenten(pad.naam, pad.argumenten))
        if clients[rol].get(url).status_code == 200:
            gemeten[pad.naam] = aantal_queries(clients[rol], url)
    if os.environ.get("BIJWERKEN"):
        BESTAND.write_text(json.dumps(dict(sorted(gemeten.items())), indent=2) + "\n")
        pytest.fail("queries.json is written again: review the difference and run without BIJWERKEN")

    assert gemeten == json.loads(BESTAND.read_text())
