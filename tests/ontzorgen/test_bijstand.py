"""Recording bijstand, and what the pages of ontzorgen show of it."""

from datetime import date

import pytest

from cases.enums import Rol
from cases.models import Instelling
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.ontzorgen import WIJKT_AF
from ontzorgen.services.bijstand import beeindig_bijstand, begin_bijstand, leg_geen_bijstand_vast
from ontzorgen.services.fout import OntzorgFout
from tests.fabriek import aangesteld, asielstatushouder, leg_vast

OP = date(2026, 11, 20)


@pytest.fixture
def dossier(cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    leg_vast(dossier, FeitSoort.VERBLIJFSVERGUNNING, date(2026, 7, 1), soort="asiel bepaalde tijd")
    return dossier


@pytest.fixture
def adres(dossier):
    return f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"


def begin(dossier, cast, datum=date(2026, 9, 9), kenmerk="b1"):
    return begin_bijstand(dossier=dossier, datum=datum, door=cast.sociale_zaken, op=OP, kenmerk=kenmerk)


def einde(dossier, cast, datum, kenmerk="e1"):
    return beeindig_bijstand(dossier=dossier, datum=datum, door=cast.sociale_zaken, op=OP, kenmerk=kenmerk)


def test_the_six_months_follow_from_the_first_day_and_end_with_the_bijstand(dossier, cast):
    begin(dossier, cast)
    termijn = dossier.termijnen.open().get(soort="ONTZORGEN")
    assert (termijn.start, termijn.laatste_dag) == (date(2026, 9, 9), date(2027, 3, 8))

    einde(dossier, cast, date(2026, 11, 1))
    termijn.refresh_from_db()
    assert (termijn.status, termijn.reden[:47]) == (
        "vervallen", "Sinds 1 november 2026 hoeft ontzorgen niet meer",
    )  # fmt: skip


def test_recording_twice_is_once_and_a_right_that_runs_cannot_begin_again(dossier, cast):
    assert begin(dossier, cast) == begin(dossier, cast)
    with pytest.raises(OntzorgFout, match="al recht op bijstand sinds 9 september 2026"):
        begin(dossier, cast, kenmerk="b2")
    with pytest.raises(OntzorgFout, match="Er loopt bijstand"):
        leg_geen_bijstand_vast(dossier=dossier, reden="werk", door=cast.sociale_zaken, op=OP)

    assert dossier.gebeurtenissen.filter(soort="BIJSTAND_INGEGAAN").count() == 1


def test_an_end_comes_after_the_begin_and_a_new_right_after_the_end(dossier, cast):
    with pytest.raises(OntzorgFout, match="Er loopt geen bijstand"):
        einde(dossier, cast, date(2026, 11, 1))
    begin(dossier, cast)
    with pytest.raises(OntzorgFout, match="Was er nooit recht"):
        einde(dossier, cast, date(2026, 9, 9))
    einde(dossier, cast, date(2026, 11, 1))
    with pytest.raises(OntzorgFout, match="begint niet eerder"):
        begin(dossier, cast, date(2026, 10, 1), "b2")

    begin(dossier, cast, date(2026, 11, 15), "b2")
    assert dossier.termijnen.open().get(soort="ONTZORGEN").laatste_dag == date(2027, 5, 14)


def test_team_sociale_zaken_records_it_in_the_browser_and_sees_no_other_tab(dossier, cast, inloggen, adres):
    client = inloggen(cast.sociale_zaken)
    begin_pagina = client.get("/diemen/").content.decode()
    assert "Is er recht op bijstand?" in begin_pagina
    assert adres in begin_pagina

    antwoord = client.post(f"{adres}bijstand/", {"datum": "9-9-2026", "kenmerk": "x", "toelichting": "B-2026-7"})
    assert (antwoord.status_code, antwoord.url) == (302, adres)
    pagina = client.get(adres).content.decode()
    assert "Ja</strong>: aan alle voorwaarden is voldaan" in pagina
    assert "8 maart 2027" in pagina
    assert "/intake/" not in pagina
    assert client.get(f"/diemen/dossiers/{dossier.nummer}/").status_code == 403
    assert dossier.inzagen.filter(medewerker=cast.sociale_zaken, wat="ontzorgen").count() == 1


def test_a_refusal_stands_at_the_field_and_keeps_what_was_typed(dossier, cast, inloggen, adres):
    begin(dossier, cast)
    antwoord = inloggen(cast.sociale_zaken).post(
        f"{adres}bijstand/einde/", {"datum": "1-9-2026", "kenmerk": "x", "toelichting": "werk gevonden"}
    )

    assert antwoord.status_code == 422
    assert "Was er nooit recht" in antwoord.content.decode()
    assert "werk gevonden" in antwoord.content.decode()


def test_the_lists_hold_who_is_to_be_judged_who_runs_and_who_is_over(dossier, cast, inloggen):
    client, naam = inloggen(cast.sociale_zaken), dossier.inburgeraar.lijstnaam

    def staat_in(lijst):
        return naam in client.get("/diemen/ontzorgen/", {"lijst": lijst}).content.decode()

    assert [staat_in(lijst) for lijst in ("beoordelen", "loopt", "voorbij")] == [True, False, False]
    begin(dossier, cast)
    assert [staat_in(lijst) for lijst in ("beoordelen", "loopt", "voorbij")] == [False, True, False]


def test_who_has_no_bijstand_leaves_the_list_of_who_is_to_be_judged(dossier, cast, inloggen, adres):
    client = inloggen(cast.sociale_zaken)
    client.post(f"{adres}bijstand/geen/", {"reden": "inkomen uit werk"})

    assert dossier.inburgeraar.lijstnaam not in client.get("/diemen/ontzorgen/?lijst=beoordelen").content.decode()
    assert "inkomen uit werk" in [rij.toelichting for rij in dossier.gebeurtenissen.handelingen()]


def test_an_exception_for_nareizigers_says_on_every_screen_that_it_departs_from_the_law(dossier, cast, inloggen, adres):
    leg_vast(dossier, FeitSoort.DOELGROEP, date(2026, 9, 10), doelgroep="NAREIZIGER")
    begin(dossier, cast)
    Instelling.objects.create(
        gemeente=cast.gemeente, sleutel="ontzorgen_nareizigers", waarde="uitgezonderd",
        geldig_vanaf=date(2026, 1, 1), bron="Beleidskader, paragraaf 6",
    )  # fmt: skip
    client = inloggen(cast.sociale_zaken)

    for pagina in (adres, "/diemen/ontzorgen/"):
        assert WIJKT_AF.replace("'", "&#x27;") in client.get(pagina).content.decode()
    assert "De gemeente ontzorgt nareizigers niet" in client.get(adres).content.decode()


def test_a_protected_dossier_is_not_there_for_who_is_not_named_on_it(dossier, cast, inloggen, adres):
    dossier.extra_beschermd = True
    dossier.save(update_fields=["extra_beschermd"])
    client = inloggen(cast.sociale_zaken)

    assert client.get(adres).status_code == 404
    assert dossier.inburgeraar.lijstnaam not in client.get("/diemen/ontzorgen/?lijst=beoordelen").content.decode()
    assert "Is er recht op bijstand?" not in client.get("/diemen/").content.decode()


@pytest.mark.parametrize("rol", [Rol.RAADPLEGER, Rol.UITKERINGSADMINISTRATIE])
def test_who_may_read_may_not_record(dossier, cast, inloggen, adres, rol):
    client = inloggen(cast.met_rol(rol))

    assert client.get(adres).status_code == 200
    assert "Bijstand vastleggen" not in client.get(adres).content.decode()
    assert client.post(f"{adres}bijstand/", {"datum": "9-9-2026", "kenmerk": "x"}).status_code == 403


def test_somebody_of_another_gemeente_finds_nothing(dossier, uithoorn, inloggen, adres):
    assert inloggen(aangesteld(uithoorn, Rol.SOCIALE_ZAKEN)).get(adres).status_code == 404
