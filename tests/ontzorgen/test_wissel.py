"""From one unit to the next: until the day itself he is in the old one, and what was over can be put right."""

from datetime import date

import pytest
import time_machine

from ontzorgen.models import Eenheidlid, Leefsituatie, VasteLast
from ontzorgen.services.eenheden import beeindig_lidmaatschap, stel_eenheid_samen
from ontzorgen.services.leefsituaties import leg_leefsituatie_vast
from ontzorgen.services.maandrun import leg_vast

from .bouw import leg_last
from .bouw_betaling import DEC, NOV, OP, crediteur, huurder
from .hulp import kaal

EIND_NOV, EIND_OKT = date(2026, 11, 30), date(2026, 10, 31)
LAST = {"bedrag": "650,00", "kenmerksoort": "VRIJ", "kenmerk": "nieuw 7", "eerste_maand": "12-2026", "bron": "contract"}


@pytest.fixture
def huur(cast):
    return huurder(cast, crediteur(cast))


def uit(cast, dossier, dag, reden="verhuisd", op=OP):
    lid = Eenheidlid.objects.get(dossier=dossier)
    return beeindig_lidmaatschap(lid=lid, laatste_dag=dag, reden=reden, door=cast.sociale_zaken, op=op)


@pytest.fixture
def wissel(cast, huur):
    """A rent of his own in the old unit until the end of November, and in a new one from December."""
    dossier, oud = huur
    uit(cast, dossier, EIND_NOV)
    nieuw = stel_eenheid_samen(gemeente=cast.gemeente, dossiers=[dossier], vanaf=DEC, door=cast.sociale_zaken, op=OP)
    return dossier, oud, nieuw


def test_until_the_day_the_tab_shows_the_old_unit_and_announces_the_new_one(wissel, cast, inloggen):
    dossier, oud, nieuw = wissel
    client, basis = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"

    antwoord = client.get(basis)
    assert (antwoord.context["eenheid"], [m.naam for m in antwoord.context["maanden"]]) == (oud, ["november 2026"])
    assert f"Vanaf <strong>dinsdag 1 december 2026</strong> hoort deze persoon bij {nieuw}" in kaal(
        antwoord.content.decode()
    )
    komend = client.get(f"{basis}?eenheid={nieuw}")
    assert (komend.context["eenheid"], komend.context["maanden"][0].naam) == (nieuw, "december 2026")
    assert "Deze eenheid is er nog niet" in komend.content.decode()

    with time_machine.travel("2026-12-01 10:00"):
        dag_zelf = inloggen(cast.sociale_zaken).get(basis)
    assert (dag_zelf.context["eenheid"], dag_zelf.context["andere_leden"]) == (nieuw, [])


def test_the_coming_unit_is_kept_up_at_its_own_address_and_nothing_lands_in_the_old_one(wissel, cast, inloggen):
    dossier, oud, nieuw = wissel
    client, basis = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"
    situatie = {"vanaf": "1-12-2026", "leefvorm": "ALLEENSTAANDE", "leeftijdsgroep": "VAN_21_TOT_AOW",
                "kostendelers": "0", "bron": "besluit"}  # fmt: skip
    terug = client.post(f"{basis}leefsituatie/?eenheid={nieuw}", situatie)
    assert (terug.status_code, terug["location"]) == (302, f"{basis}?eenheid={nieuw}#eenheid")
    soort, naar = oud.lasten.get().soort_id, oud.lasten.get().crediteur_id
    gegevens = LAST | {"soort": soort, "crediteur": naar}
    assert client.post(f"{basis}lasten/nieuw/?eenheid={nieuw}", gegevens).status_code == 302
    assert [(e.leefsituaties.count(), e.lasten.count()) for e in (oud, nieuw)] == [(1, 1), (1, 1)]

    pagina = client.get(f"{basis}?eenheid={nieuw}").content.decode()
    assert f'"{basis}lasten/{nieuw.lasten.get().pk}/?eenheid={nieuw}"' in pagina
    assert f"lasten/{oud.lasten.get().pk}/" not in pagina
    assert client.get(f"{basis}lasten/{oud.lasten.get().pk}/?eenheid={nieuw}").status_code == 404
    assert client.post(f"{basis}lasten/nieuw/?eenheid=U-2026-9999", gegevens).status_code == 404
    assert VasteLast.objects.count() == 2


def test_of_who_was_alone_a_last_day_that_is_over_is_undone_or_put_right(huur, cast, inloggen):
    dossier, eenheid = huur
    uit(cast, dossier, EIND_OKT)
    client, basis = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"
    adres = f"{basis}eenheid/leden/{eenheid.leden.get().pk}/"
    pagina = client.get(basis).content.decode()
    assert f"hoorde bij {eenheid}, tot en met" in pagina
    assert adres in pagina

    assert client.post(adres, {"laatste_dag": "15-11-2026", "reden": "verkeerde dag"}).status_code == 302
    assert eenheid.leden.get().tot == date(2026, 11, 15)
    assert client.post(adres, {"laatste_dag": "", "reden": "toch niet weg"}).status_code == 302
    assert client.get(basis).context["eenheid"] == eenheid
    redenen = dossier.gebeurtenissen.filter(soort="ONTZORGEN_LID_BLIJFT").values_list("toelichting", flat=True)
    assert list(redenen) == ["toch niet weg"]


def test_a_month_that_was_fixed_without_him_stays_so(huur, cast, inloggen):
    dossier, eenheid = huur
    leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    Eenheidlid.objects.update(tot=EIND_OKT)
    adres = f"/diemen/dossiers/{dossier.nummer}/ontzorgen/eenheid/leden/{eenheid.leden.get().pk}/"

    fout = inloggen(cast.sociale_zaken).post(adres, {"laatste_dag": "", "reden": "toch niet weg"})
    assert fout.status_code == 422
    assert "November 2026 is al vastgesteld" in fout.content.decode()
    assert eenheid.leden.get().tot == EIND_OKT


def test_who_is_in_another_unit_by_now_does_not_come_back_in_the_old_one(wissel, cast, inloggen):
    dossier, oud, nieuw = wissel
    leg_leefsituatie_vast(
        situatie=Leefsituatie(eenheid=nieuw, vanaf=DEC, leefvorm="ALLEENSTAANDE", leeftijdsgroep="VAN_21_TOT_AOW",
                              bron="besluit"), door=cast.sociale_zaken, op=OP,
    )  # fmt: skip
    leg_last(cast, nieuw, crediteur(cast, "Linde"), eerste_maand=DEC)
    adres = f"/diemen/dossiers/{dossier.nummer}/ontzorgen/eenheid/leden/{oud.leden.get().pk}/"
    with time_machine.travel("2026-12-05 10:00"):
        client = inloggen(cast.sociale_zaken)
        assert adres in client.get(f"/diemen/dossiers/{dossier.nummer}/ontzorgen/").content.decode()
        fout = client.post(adres, {"laatste_dag": "", "reden": "toch niet weg"})
    assert "hoort op die dagen al bij een andere uitkeringseenheid" in fout.content.decode()
    assert oud.leden.get().tot == EIND_NOV
