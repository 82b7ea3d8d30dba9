"""How a unit lives: recorded forward only, and put right while it counted in no fixed month."""

from datetime import date

import pytest

from ontzorgen.models import Eenheidlid, Leefsituatie
from ontzorgen.services.afrekening import Maandrekening
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.leefsituaties import corrigeer_leefsituatie, leg_leefsituatie_vast, neem_leefsituatie_terug
from ontzorgen.services.maandrun import leg_vast
from tests.fabriek import asielstatushouder, maak_dossier

from .bouw import BEGIN
from .bouw_betaling import DEC, NOV, OP, crediteur, huurder


@pytest.fixture
def huur(cast):
    return huurder(cast, crediteur(cast))


@pytest.fixture
def eenheid(huur):
    return huur[1]


def leg(cast, eenheid, **anders):
    velden = {"vanaf": DEC, "leefvorm": "ALLEENSTAANDE", "leeftijdsgroep": "VAN_21_TOT_AOW", "kostendelers": 1}
    situatie = Leefsituatie(eenheid=eenheid, bron="melding", **velden | anders)
    return leg_leefsituatie_vast(situatie=situatie, door=cast.sociale_zaken, op=OP)


def leg_november_vast(cast):
    leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)


@pytest.mark.parametrize(
    ("anders", "zin", "veld"),
    [
        ({"vanaf": date(2026, 9, 8)}, "begint op 9 september 2026", "vanaf"),
        ({"vanaf": date(2199, 12, 31)}, "meer dan een jaar vooruit", "vanaf"),
        ({"vanaf": BEGIN}, "Corrigeer die regel", "vanaf"),
        ({"leefvorm": "GEHUWDEN"}, "Er hoort één persoon bij", "leefvorm"),
        ({"kostendelers": 0}, "dezelfde leefsituatie", ""),
        ({"leeftijdsgroep": "VAN_18_TOT_21"}, "werd al op 7 april 2013 21 jaar", "leeftijdsgroep"),
    ],
)
def test_a_living_situation_that_cannot_be_is_refused_at_its_field(cast, eenheid, anders, zin, veld):
    with pytest.raises(OntzorgFout, match=zin) as fout:
        leg(cast, eenheid, **anders)
    assert (fout.value.veld, eenheid.leefsituaties.count()) == (veld, 1)


def test_the_day_of_a_partner_is_said_to_who_may_know_of_him_alone(cast, eenheid):
    partner = maak_dossier(cast.gemeente, cast.consulent, op=OP, geboortedatum=date(2006, 3, 3))
    Eenheidlid.objects.create(eenheid=eenheid, dossier=partner, vanaf=BEGIN)
    with pytest.raises(OntzorgFout, match="wordt pas op 3 maart 2027 21 jaar"):
        leg(cast, eenheid, leefvorm="GEHUWDEN")
    partner.extra_beschermd = True
    partner.save(update_fields=["extra_beschermd"])
    with pytest.raises(OntzorgFout, match=r"^Iemand in deze eenheid is nog geen 21 jaar"):
        leg(cast, eenheid, leefvorm="GEHUWDEN")

    leg(cast, eenheid, leefvorm="GEHUWDEN", leeftijdsgroep="EEN_VAN_18_TOT_21", kostendelers=0)


def test_a_couple_does_not_live_as_a_single_and_a_single_only_as_a_couple_without_right(cast, eenheid):
    leg(cast, eenheid, leefvorm="GEHUWDEN", partner_zonder_recht=True)
    partner = asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=date(2026, 8, 1))
    Eenheidlid.objects.create(eenheid=eenheid, dossier=partner, vanaf=BEGIN)
    with pytest.raises(OntzorgFout, match="Er horen twee mensen bij") as fout:
        leg(cast, eenheid, vanaf=date(2026, 12, 15))
    assert fout.value.veld == "leefvorm"


def test_nothing_is_recorded_within_a_month_that_was_fixed(cast, eenheid):
    leg_november_vast(cast)
    with pytest.raises(OntzorgFout, match="Kies 1 december 2026 of later") as fout:
        leg(cast, eenheid, vanaf=date(2026, 11, 15))

    assert fout.value.veld == "vanaf"
    assert leg(cast, eenheid).vanaf == DEC


def test_a_wrong_row_that_counted_nowhere_is_replaced_or_taken_out(cast, huur):
    dossier, eenheid = huur
    leg_november_vast(cast)
    wie = {"door": cast.sociale_zaken, "op": OP}
    rij = leg(cast, eenheid, kostendelers=3)
    rij.kostendelers = 1
    corrigeer_leefsituatie(situatie=rij, **wie)
    assert [s.kostendelers for s in Maandrekening(eenheid).situaties][:2] == [0, 1]
    rij.vanaf = date(2026, 11, 15)
    with pytest.raises(OntzorgFout, match="November 2026 is al vastgesteld"):
        corrigeer_leefsituatie(situatie=rij, **wie)

    neem_leefsituatie_terug(situatie=rij, **wie)
    (eerste,) = eenheid.leefsituaties.all()
    soorten = dossier.gebeurtenissen.filter(soort__startswith="ONTZORGEN_LEEFSITUATIE").order_by("pk")
    einde = ["ONTZORGEN_LEEFSITUATIE", "ONTZORGEN_LEEFSITUATIE_GECORRIGEERD", "ONTZORGEN_LEEFSITUATIE_VERVALLEN"]
    assert list(soorten.values_list("soort", flat=True))[-3:] == einde
    for doe in (corrigeer_leefsituatie, neem_leefsituatie_terug):
        with pytest.raises(OntzorgFout, match="November 2026 is al vastgesteld"):
            doe(situatie=eerste, **wie)


def test_in_the_browser_a_mistake_is_put_right_and_taken_out(cast, huur, inloggen):
    dossier, eenheid = huur
    client, basis = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"
    gegevens = {"vanaf": "1-12-2026", "leefvorm": "GEHUWDEN", "leeftijdsgroep": "VAN_21_TOT_AOW", "kostendelers": "0",
                "bron": "melding"}  # fmt: skip
    fout = client.post(f"{basis}leefsituatie/", gegevens)
    assert fout.status_code == 422
    assert "Er hoort één persoon bij" in fout.content.decode()
    assert client.post(f"{basis}leefsituatie/", gegevens | {"partner_zonder_recht": "on"}).status_code == 302
    rij = eenheid.leefsituaties.last()
    adres = f"{basis}leefsituatie/{rij.pk}/"
    assert adres in client.get(basis).content.decode()
    assert client.post(adres, gegevens | {"leefvorm": "ALLEENSTAANDE", "kostendelers": "2"}).status_code == 302
    assert "2 kostendelers" in client.get(basis).content.decode()
    assert client.post(adres, gegevens | {"leefvorm": "ALLEENSTAANDE", "vervalt": "on"}).status_code == 302
    assert eenheid.leefsituaties.count() == 1

    leg_november_vast(cast)
    assert f"{basis}leefsituatie/{eenheid.leefsituaties.get().pk}/" not in client.get(basis).content.decode()
