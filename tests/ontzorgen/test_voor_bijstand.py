"""What begins before there is bijstand is recorded by who saw that nothing is paid for that time."""

from datetime import date

import pytest

from inburgering.recht.feiten import FeitSoort
from ontzorgen.models import Lastsoort, Uitkeringseenheid, VasteLast
from tests.fabriek import asielstatushouder, leg_vast

from .bouw import BEGIN, maak_eenheid
from .bouw_betaling import crediteur
from .hulp import kaal


@pytest.fixture
def dossier(cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=date(2026, 8, 1))
    leg_vast(dossier, FeitSoort.BIJSTAND_INGEGAAN, BEGIN)
    return dossier


def stuur(client, dossier, pad, **gegevens):
    return client.post(f"/diemen/dossiers/{dossier.nummer}/ontzorgen/{pad}", gegevens)


@pytest.mark.parametrize(
    ("dag", "zin"), [("8-9-2026", "De bijstand begint op 9 september 2026"), ("9-9-2026", ""), ("1-12-2026", "")]
)
def test_a_unit_from_before_the_bijstand_asks_for_a_tick(cast, dossier, inloggen, dag, zin):
    client = inloggen(cast.sociale_zaken)
    eerst = stuur(client, dossier, "eenheid/", vanaf=dag, toch="False")
    assert (eerst.status_code, Uitkeringseenheid.objects.count()) == ((422, 0) if zin else (302, 1))
    if zin:
        pagina = kaal(eerst.content.decode())
        assert zin in pagina
        assert "Voor dagen zonder bijstand wordt niets betaald" in pagina
        assert '<input type="checkbox" name="toch"' in pagina
        assert stuur(client, dossier, "eenheid/", vanaf=dag, toch="on").status_code == 302
        assert Uitkeringseenheid.objects.get().leden.get().vanaf == date(2026, 9, 8)


def test_a_cost_from_before_the_bijstand_asks_for_a_tick(cast, dossier, inloggen):
    maak_eenheid(cast, dossier)
    client = inloggen(cast.sociale_zaken)
    last = {
        "soort": Lastsoort.objects.get(code="huur").pk, "crediteur": crediteur(cast).pk, "bedrag": "612,35",
        "kenmerksoort": "VRIJ", "kenmerk": "contract 1", "bron": "contract", "toch": "False",
    }  # fmt: skip
    eerst = stuur(client, dossier, "lasten/nieuw/", **last, eerste_maand="8-2026")
    assert (eerst.status_code, VasteLast.objects.count()) == (422, 0)
    assert "In augustus 2026 heeft deze eenheid geen bijstand. De bijstand begint op 9 september 2026." in kaal(
        eerst.content.decode()
    )
    assert stuur(client, dossier, "lasten/nieuw/", **last, eerste_maand="9-2026").status_code == 302
    tweede = last | {"kenmerk": "contract 2", "toch": "on"}
    assert stuur(client, dossier, "lasten/nieuw/", **tweede, eerste_maand="8-2026").status_code == 302
    assert set(VasteLast.objects.values_list("eerste_maand", flat=True)) == {date(2026, 9, 1), date(2026, 8, 1)}


def test_a_correction_to_a_day_before_the_bijstand_asks_for_it_too(cast, dossier, inloggen):
    eenheid = maak_eenheid(cast, dossier)
    client, vraag = inloggen(cast.sociale_zaken), {"vanaf": "1-9-2026", "reden": "eerder ingetrokken"}
    assert stuur(client, dossier, "eenheid/corrigeren/", **vraag).status_code == 422
    assert eenheid.leden.get().vanaf == BEGIN
    assert stuur(client, dossier, "eenheid/corrigeren/", **vraag, toch="on").status_code == 302
    assert stuur(client, dossier, "eenheid/corrigeren/", **vraag, vervalt="on").status_code == 302


@pytest.mark.parametrize("dag", ["31-12-2021", "1-1-2020", "1-1-1900"])
def test_a_day_from_before_the_law_is_refused_at_its_field(cast, dossier, inloggen, dag):
    client, zin = inloggen(cast.sociale_zaken), "Toen gold de Wet inburgering 2021 nog niet"
    eerst = stuur(client, dossier, "eenheid/", vanaf=dag, toch="on")
    assert (eerst.status_code, Uitkeringseenheid.objects.count()) == (422, 0)
    assert zin in eerst.content.decode()

    eenheid = maak_eenheid(cast, dossier)
    later = stuur(client, dossier, "eenheid/corrigeren/", vanaf=dag, reden="eerder ingetrokken", toch="on")
    assert (later.status_code, zin in later.content.decode()) == (422, True)
    leven = {"leefvorm": "ALLEENSTAANDE", "leeftijdsgroep": "VAN_21_TOT_AOW", "kostendelers": "0", "bron": "B-1"}
    assert "begint op 9 september 2026" in kaal(
        stuur(client, dossier, "leefsituatie/", vanaf=dag, **leven).content.decode()
    )
    for pad in ("lasten/nieuw/", "posten/nieuw/"):
        antwoord = stuur(client, dossier, pad, eerste_maand=dag[-7:].lstrip("-"))
        assert (antwoord.status_code, "Het jaar ligt niet tussen 2022" in antwoord.content.decode()) == (422, True), pad
    assert eenheid.leden.get().vanaf == BEGIN
