"""Following toeslagen: what cannot be, the reminders as work, and the forecast on the screen."""

import re
from datetime import date

import pytest

from cases.panelen import Werkblik, werkstapels
from cases.services.vernietiging import vernietig
from inburgering.recht.feiten import FeitSoort
from ontzorgen.handelingen_maand import TOESLAG_BEWAARD, TOESLAG_NAGEVRAAGD
from ontzorgen.models import Toeslag
from ontzorgen.services.afrekening import Maandrekening
from ontzorgen.services.eenheden import beeindig_lidmaatschap
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.prognose import prognose_van
from ontzorgen.services.toeslagen import bewaar_toeslag, vraag_na
from ontzorgen.staafbeeld import teken
from tests.fabriek import asielstatushouder, leg_vast

from .bouw import leg_last, maak_crediteur, maak_eenheid
from .bouw_maand import leg_toeslag

OP = date(2026, 11, 20)


@pytest.fixture
def dossier(cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    leg_vast(dossier, FeitSoort.BIJSTAND_INGEGAAN, date(2026, 9, 9))
    return dossier


@pytest.fixture
def eenheid(dossier, cast):
    return maak_eenheid(cast, dossier)


def stapel(cast) -> list[str]:
    blik = Werkblik(cast.sociale_zaken, cast.gemeente, frozenset({"sociale_zaken"}), OP)
    (gevonden,) = [s for s in werkstapels(blik.rollen) if s.kop == "Waar blijft de toeslag?"]
    rijen = gevonden.lijst(blik, 10)
    assert gevonden.tel(blik) == len(rijen)
    return [rij.van_wie for rij in rijen]


@pytest.mark.parametrize(
    ("anders", "zin", "veld"),
    [
        ({"bedrag": 0}, "is afgewezen", "bedrag"),
        ({"aangevraagd_op": date(2026, 12, 1)}, "in de toekomst", "aangevraagd_op"),
        ({"ontvangen_vanaf": date(2026, 12, 1), "ontvangen_bedrag": 100}, "moet nog komen", "ontvangen_vanaf"),
        ({"ontvangen_vanaf": date(2026, 10, 1)}, "én het bedrag", ""),
        ({"verwacht_vanaf": date(2026, 8, 1)}, "vóór de aanvraag", "verwacht_vanaf"),
        ({"aangevraagd_op": None, "afgewezen_op": OP}, "Vul eerst in", ""),
        ({"afgewezen_op": date(2026, 9, 1)}, "voor de aanvraag", ""),
        ({"soort": "KWIJTSCHELDING"}, "keuze", "soort"),
    ],
)
def test_a_toeslag_that_cannot_be_is_refused_at_its_field(cast, eenheid, anders, zin, veld):
    with pytest.raises(OntzorgFout, match=zin) as fout:
        leg_toeslag(cast, eenheid, **anders)
    assert (fout.value.veld, Toeslag.objects.count()) == (veld, 0)


def test_the_same_toeslag_twice_is_refused_and_the_same_change_is_once(cast, eenheid, dossier):
    rij = leg_toeslag(cast, eenheid)
    with pytest.raises(OntzorgFout, match="staat er al"):
        leg_toeslag(cast, eenheid, bedrag=100)
    for _ in range(2):
        bewaar_toeslag(toeslag=rij, gegevens={"verwacht_vanaf": date(2027, 1, 1)}, door=cast.consulent, op=OP)

    zinnen = dossier.gebeurtenissen.filter(soort=TOESLAG_BEWAARD).order_by("pk")
    assert [stap.gegevens["stand"] for stap in zinnen] == ["onbekend", "nog niet"]


@pytest.mark.parametrize(
    ("aangevraagd", "nagevraagd", "herinnering"),
    [
        (date(2026, 9, 26), None, None),
        (date(2026, 9, 25), None, date(2026, 11, 20)),
        (date(2026, 9, 25), date(2026, 11, 20), None),
        (date(2026, 8, 21), date(2026, 10, 20), date(2026, 11, 20)),
        (date(2026, 8, 20), date(2026, 11, 19), None),
        (None, None, None),
    ],
)
def test_after_eight_and_thirteen_weeks_somebody_asks_where_it_stays(
    cast, eenheid, dossier, aangevraagd, nagevraagd, herinnering
):
    rij = leg_toeslag(cast, eenheid, aangevraagd_op=aangevraagd)
    Toeslag.objects.update(nagevraagd_op=nagevraagd)
    rij.refresh_from_db()

    assert rij.herinnering(OP) == herinnering
    assert stapel(cast) == ([dossier.inburgeraar.lijstnaam] if herinnering else [])


def test_who_asked_sees_the_reminder_go_from_the_pile_and_the_dossier(cast, eenheid, dossier, inloggen):
    rij = leg_toeslag(cast, eenheid)
    client, adres = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"
    assert "9 weken: navragen" in client.get(f"{adres}prognose/").content.decode()
    overzicht = inloggen(cast.consulent).get(f"/diemen/dossiers/{dossier.nummer}/").content.decode()
    assert "Navragen: huurtoeslag is nog niet binnen" in overzicht

    assert client.post(f"{adres}toeslagen/{rij.pk}/nagevraagd/").status_code == 302
    vraag_na(toeslag=rij, door=cast.sociale_zaken, op=Toeslag.objects.get().nagevraagd_op)
    assert dossier.gebeurtenissen.filter(soort=TOESLAG_NAGEVRAAGD).count() == 1
    assert "weken: navragen" not in client.get(f"{adres}prognose/").content.decode()
    assert stapel(cast) == []


def test_who_left_the_unit_is_told_and_asked_nothing_of_its_toeslagen(cast, eenheid, dossier, inloggen):
    rij = leg_toeslag(cast, eenheid)
    beeindig_lidmaatschap(
        lid=eenheid.leden.get(), laatste_dag=date(2026, 10, 31), reden="vertrek", door=cast.sociale_zaken, op=OP
    )
    vraag_na(toeslag=rij, door=cast.sociale_zaken, op=OP)
    assert not dossier.gebeurtenissen.filter(soort=TOESLAG_NAGEVRAAGD).exists()
    Toeslag.objects.update(nagevraagd_op=None)
    assert stapel(cast) == []
    overzicht = inloggen(cast.consulent).get(f"/diemen/dossiers/{dossier.nummer}/").content.decode()
    assert "huurtoeslag is nog niet binnen" not in overzicht


def test_a_month_of_the_unit_says_what_is_reserved_as_vakantietoeslag(cast, eenheid, dossier, inloggen):
    reservering = Maandrekening(eenheid).maand(date(2026, 12, 1), voorlopig=True).reservering
    pagina = inloggen(cast.consulent).get(f"/diemen/dossiers/{dossier.nummer}/ontzorgen/").content.decode()
    assert "Gereserveerd voor de vakantietoeslag: €" in reservering
    assert reservering in pagina


def test_the_gap_until_the_toeslagen_come_stands_out_in_table_and_picture(cast, eenheid, dossier, inloggen):
    leg_last(cast, eenheid, maak_crediteur(cast), bedrag=120_000)
    leg_toeslag(cast, eenheid, verwacht_vanaf=date(2027, 2, 1))
    pagina = inloggen(cast.sociale_zaken).get(f"/diemen/dossiers/{dossier.nummer}/ontzorgen/prognose/").content.decode()

    assert "November 2026 is de eerste maand onder het minimum" in pagina
    rijen = re.findall(r"<tr[^>]*>.*?</tr>", pagina.replace("\xa0", " "), re.DOTALL)
    (eerste,) = [rij for rij in rijen if "eerste onder minimum" in rij]
    assert "November 2026" in eerste
    assert "€ 148,49" in eerste
    assert sum("voorlopige norm" in rij for rij in rijen) == 7
    assert pagina.count("staaf__merk") == 1
    assert 'style="' not in pagina


def test_the_picture_and_the_forecast_say_the_same(cast, eenheid):
    leg_last(cast, eenheid, maak_crediteur(cast), bedrag=120_000)
    leg_toeslag(cast, eenheid, verwacht_vanaf=date(2027, 2, 1))
    prognose = prognose_van(eenheid=eenheid, op=OP)
    beeld = teken(prognose)

    assert [staaf.onder for staaf in beeld.staven] == [maand.onder_minimum for maand in prognose.maanden]
    assert [staaf.eerste for staaf in beeld.staven] == [True] + [False] * 8
    hoogten = [staaf.leefgeld + staaf.toeslagen for staaf in beeld.staven]
    assert hoogten == sorted(hoogten)
    assert [staaf.top < beeld.minimum_y for staaf in beeld.staven] == [not staaf.onder for staaf in beeld.staven]


def test_a_forecast_ends_with_the_right_and_says_when_it_cannot_be_made(cast, eenheid, dossier, inloggen):
    leg_vast(dossier, FeitSoort.BIJSTAND_BEEINDIGD, date(2027, 1, 15))
    assert len(prognose_van(eenheid=eenheid, op=OP).maanden) == 3
    assert prognose_van(eenheid=eenheid, op=date(2027, 3, 1)) is None

    eenheid.leefsituaties.all().delete()
    pagina = inloggen(cast.sociale_zaken).get(f"/diemen/dossiers/{dossier.nummer}/ontzorgen/prognose/").content.decode()
    assert "De prognose is nog niet te maken" in pagina


def test_a_toeslag_of_a_protected_partner_is_there_without_a_name_or_a_way_in(cast, dossier, inloggen):
    partner = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    eenheid = maak_eenheid(cast, dossier)
    eenheid.leden.create(dossier=partner, vanaf=date(2026, 9, 9))
    rij = leg_toeslag(cast, eenheid, soort="ZORGTOESLAG", dossier=partner)
    partner.extra_beschermd = True
    partner.save(update_fields=["extra_beschermd"])

    client, adres = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"
    pagina = client.get(f"{adres}prognose/").content.decode()
    assert "Zorgtoeslag" in pagina
    assert partner.inburgeraar.naam not in pagina
    assert client.get(f"{adres}toeslagen/{rij.pk}/").status_code == 404


def test_a_toeslag_goes_with_the_unit_when_the_dossier_is_destroyed(cast, eenheid, dossier):
    leg_toeslag(cast, eenheid)
    vernietig(dossier=dossier, grondslag="onterecht", door=cast.beheerder, op=OP, onterecht=True)

    assert Toeslag.objects.count() == 0
