"""The end of ontzorgen: who takes over which payment, what nobody took over, the signals, and the aftercare."""

from datetime import date, datetime, timedelta

import pytest
import time_machine

from cases.models import Bezorging
from cases.panelen import Werkblik, werkstapels
from cases.services import signalen
from cases.services.termijnen import feiten_van
from cases.services.vernietiging import vernietig
from cases.views.dossier_beeld import Dossierbeeld
from inburgering.recht.feiten import Dossierfeiten, Regime
from ontzorgen.models import Crediteur, Lastsoort, Overname
from ontzorgen.services.afbouw import afbouwplan, bevestig_overname, spreek_overname_af, zet_overname_terug
from ontzorgen.services.eenheden import eenheid_van
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.lasten import beeindig_last, wijzig_last
from ontzorgen.services.maandrun import leg_vast
from ontzorgen.services.nazorg import leg_nazorg_vast, plan_nazorg
from ontzorgen.services.prognose import prognose_van
from ontzorgen.stappen_einde import afbouwen
from tests.fabriek import asielstatushouder

from .bouw import BEGIN, leg_last, maak_crediteur, maak_eenheid, periode

MAAND_VIER, EINDE = date(2026, 12, 9), date(2027, 3, 8)
DE_DAG_NA = EINDE + timedelta(days=1)
KOPPEN = {"Afbouw van het ontzorgen", "Nazorg na het ontzorgen"}
ZELF = {"wie": "inburgeraar", "naam": "", "wijze": "incasso", "vanaf_maand": date(2027, 4, 1)}


@pytest.fixture
def dossier(cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=date(2026, 8, 1))
    periode(cast, dossier)
    return dossier


@pytest.fixture
def eenheid(dossier):
    return eenheid_van(dossier=dossier, op=BEGIN)


@pytest.fixture
def huur(cast, eenheid):
    return leg_last(cast, eenheid, maak_crediteur(cast))


@pytest.fixture
def water(cast, eenheid, huur):
    return leg_last(cast, eenheid, huur.crediteur, soort="water", kenmerk="klant 7")


def spreek_af(last, dossier, cast, op=MAAND_VIER, **anders):
    return spreek_overname_af(last=last, gegevens=ZELF | anders, dossier=dossier, door=cast.sociale_zaken, op=op)


def bevestig(overname, dossier, cast, op=EINDE):
    return bevestig_overname(
        overname=overname, datum=op, bewijs="afschrift gezien", dossier=dossier, door=cast.sociale_zaken, op=op
    )


def plan(dossier, op):
    return afbouwplan(dossier=dossier, eenheid=eenheid_van(dossier=dossier, op=op), op=op)


def stapels(cast, op):
    """The piles of Sociale Zaken on a day: their heading with the titles of their rows."""
    blik = Werkblik(cast.sociale_zaken, cast.gemeente, frozenset({"sociale_zaken"}), op)
    rijen = {stapel.kop: (stapel, [rij.titel for rij in stapel.lijst(blik, 50)]) for stapel in werkstapels(blik.rollen)}
    assert all(stapel.tel(blik) == len(titels) for stapel, titels in rijen.values())
    return {kop: titels for kop, (_, titels) in rijen.items() if titels and kop in KOPPEN}


def stappen(dossier, cast, op):
    feiten = Dossierfeiten(regime=Regime(dossier.regime), feiten=feiten_van(dossier))
    beeld = Dossierbeeld(dossier, feiten, [], cast.sociale_zaken, op)
    return [stap.titel for stap in afbouwen(beeld)]


def test_the_plan_is_asked_for_on_the_first_day_of_the_fourth_month(cast, dossier, huur):
    vraag = "Afspreken wie de vaste lasten overneemt"
    dag_ervoor = MAAND_VIER - timedelta(days=1)
    assert not plan(dossier, dag_ervoor).gevraagd
    assert (stapels(cast, dag_ervoor), vraag in stappen(dossier, cast, dag_ervoor)) == ({}, False)

    assert plan(dossier, MAAND_VIER).gevraagd
    assert plan(dossier, MAAND_VIER).einde == EINDE
    assert vraag in stappen(dossier, cast, MAAND_VIER)
    assert stapels(cast, MAAND_VIER) == {"Afbouw van het ontzorgen": ["Wie neemt de vaste lasten over?"]}


def test_what_is_agreed_is_quiet_until_two_weeks_before_the_end_and_then_loud_until_it_was_seen(
    cast, dossier, huur, water
):
    overnames = [spreek_af(last, dossier, cast) for last in (huur, water)]
    assert stapels(cast, EINDE - timedelta(days=15)) == {}
    assert not plan(dossier, EINDE - timedelta(days=15)).luid

    vlak_ervoor = EINDE - timedelta(days=14)
    assert plan(dossier, vlak_ervoor).luid
    assert stapels(cast, vlak_ervoor)["Afbouw van het ontzorgen"]
    assert "Nagaan of de vaste lasten zijn overgenomen" in stappen(dossier, cast, vlak_ervoor)
    bevestig(overnames[0], dossier, cast)
    assert [rij.last for rij in plan(dossier, DE_DAG_NA).open] == [water]

    bevestig(overnames[1], dossier, cast)
    assert plan(dossier, DE_DAG_NA).open == []
    assert "Afbouw van het ontzorgen" not in stapels(cast, DE_DAG_NA)
    zet_overname_terug(overname=overnames[1], dossier=dossier, door=cast.sociale_zaken, op=DE_DAG_NA)
    assert plan(dossier, DE_DAG_NA).luid


def test_partners_are_one_row_of_the_pile_with_both_names(cast, dossier, eenheid, huur):
    partner, ander = (asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=date(2026, 8, 1))
                      for _ in range(2))  # fmt: skip
    eenheid.leden.create(dossier=partner, vanaf=BEGIN)
    eenheid.leefsituaties.update(leefvorm="GEHUWDEN")
    leg_last(cast, maak_eenheid(cast, ander), huur.crediteur, kenmerk="contract 12")
    for wie in (partner, ander):
        periode(cast, wie)
    blik = Werkblik(cast.sociale_zaken, cast.gemeente, frozenset({"sociale_zaken"}), MAAND_VIER)
    (stapel,) = [stapel for stapel in werkstapels(blik.rollen) if stapel.kop == "Afbouw van het ontzorgen"]
    namen = " en ".join(wie.inburgeraar.lijstnaam for wie in (dossier, partner))
    assert [rij.van_wie for rij in stapel.lijst(blik, 50)] == [namen, ander.inburgeraar.lijstnaam]
    assert (len(stapel.lijst(blik, 1)), stapel.tel(blik)) == (1, 2)


def test_another_amount_keeps_the_agreement_and_another_creditor_asks_for_a_new_one(cast, dossier, huur):
    overname = spreek_af(huur, dossier, cast)
    wie = {"door": cast.sociale_zaken, "op": MAAND_VIER}
    duurder = wijzig_last(last=huur, vanaf_maand=date(2027, 1, 1), gegevens={"bedrag": 63_000}, **wie)
    overname.refresh_from_db()
    assert overname.last == duurder
    with pytest.raises(OntzorgFout, match="is gewijzigd"):
        spreek_af(huur, dossier, cast)

    ander = Crediteur.objects.create(gemeente=cast.gemeente, naam="Andere verhuurder")
    wijzig_last(last=duurder, vanaf_maand=date(2027, 2, 1), gegevens={"crediteur": ander}, **wie)
    assert plan(dossier, EINDE).zonder_afspraak


def test_a_payment_that_ended_before_or_that_stops_needs_nobody(cast, dossier, huur, water):
    beeindig_last(last=huur, laatste_maand=date(2027, 2, 1), door=cast.consulent, op=MAAND_VIER)
    spreek_af(water, dossier, cast, wie="vervalt", wijze="")

    assert [rij.last for rij in plan(dossier, EINDE).rijen] == [water]
    assert plan(dossier, EINDE).open == []
    assert stapels(cast, EINDE) == {}


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"wie": "ander"}, "wie de betaling overneemt"),
        ({"wijze": ""}, "hoe er straks wordt betaald"),
        ({"vanaf_maand": date(2027, 4, 2)}, "eerste dag"),
        ({"vanaf_maand": date(2026, 11, 1)}, "Deze maand is voorbij"),
    ],
)
def test_an_agreement_that_cannot_be_is_refused(cast, dossier, huur, anders, zin):
    with pytest.raises(OntzorgFout, match=zin):
        spreek_af(huur, dossier, cast, **anders)
    assert not Overname.objects.exists()


def test_an_agreement_over_a_fixed_month_is_refused_at_its_field(cast, dossier, huur, inloggen):
    december = date(2026, 12, 1)
    leg_vast(gemeente=cast.gemeente, maand=december, door=cast.uitkeringsadministratie, op=MAAND_VIER)
    with pytest.raises(OntzorgFout, match="December 2026 is al vastgesteld") as fout:
        spreek_af(huur, dossier, cast, vanaf_maand=december)
    assert fout.value.veld == "vanaf_maand"
    spreek_af(huur, dossier, cast, vanaf_maand=date(2027, 1, 1))
    spreek_af(huur, dossier, cast, op=date(2027, 6, 1))  # told late: from April on nobody was unburdened


def test_agreeing_and_confirming_twice_is_once(cast, dossier, huur):
    overname = spreek_af(huur, dossier, cast)
    assert spreek_af(huur, dossier, cast) == overname
    with pytest.raises(OntzorgFout, match="waaraan u zag"):
        bevestig_overname(overname=overname, datum=MAAND_VIER, bewijs=" ", dossier=dossier, door=cast.sociale_zaken,
                          op=MAAND_VIER)  # fmt: skip
    assert bevestig(overname, dossier, cast) == bevestig(overname, dossier, cast)
    with pytest.raises(OntzorgFout, match="al overgenomen"):
        spreek_af(huur, dossier, cast, wijze="zelf")

    soorten = list(dossier.gebeurtenissen.values_list("soort", flat=True))
    assert soorten.count("ONTZORGEN_AFBOUW_AFGESPROKEN") == soorten.count("ONTZORGEN_AFBOUW_OVERGENOMEN") == 1


def test_signals_reach_sociale_zaken_at_8_4_and_2_weeks_and_the_consulent_at_4(cast, dossier):
    bereikt = {}
    for weken in (9, 8, 4, 2):
        op = EINDE - timedelta(weeks=weken)
        signalen.maak(gemeente=cast.gemeente, op=op, moment=datetime(2026, 11, 20, 6).astimezone())
        signalen.verdeel(gemeente=cast.gemeente, op=op)
        rijen = Bezorging.objects.filter(signaal__termijn__soort="ONTZORGEN", signaal__termijn__dossier=dossier)
        bereikt[weken] = sorted(rijen.values_list("signaal__drempel", "medewerker__naam"))
    sociale_zaken = {rij[1] for rij in bereikt[8]}

    assert bereikt[9] == []
    assert cast.sociale_zaken.naam in sociale_zaken
    assert {drempel for drempel, _ in bereikt[2]} == {56, 28, 14}
    assert {naam for drempel, naam in bereikt[4] if drempel == 28} == sociale_zaken | {cast.consulent.naam}
    assert {naam for drempel, naam in bereikt[2] if drempel == 14} == sociale_zaken


def test_aftercare_is_asked_for_after_the_end_and_until_the_talk_was_held(cast, dossier):
    wie = {"door": cast.sociale_zaken, "op": DE_DAG_NA}
    assert "Nazorg na het ontzorgen" not in stapels(cast, EINDE)
    assert stapels(cast, DE_DAG_NA) == {"Nazorg na het ontzorgen": ["Nazorg plannen"]}
    assert "Nazorg plannen" in stappen(dossier, cast, DE_DAG_NA)
    dag = date(2027, 4, 6)
    contact = plan_nazorg(dossier=dossier, gepland_op=dag, wijze="telefoon", **wie)
    assert plan_nazorg(dossier=dossier, gepland_op=dag, wijze="telefoon", **wie) == contact
    with pytest.raises(OntzorgFout, match="al geweest"):
        plan_nazorg(dossier=dossier, gepland_op=EINDE, wijze="telefoon", **wie)
    assert stapels(cast, dag - timedelta(days=1)) == {}
    assert stapels(cast, dag) == {"Nazorg na het ontzorgen": ["Nazorg: contact opnemen"]}

    verslag = {"uitkomst": "gesproken", "gehouden_op": dag, "verslag": "", "afspraak": "belt bij vragen"}
    with pytest.raises(OntzorgFout, match="wat er is besproken"):
        leg_nazorg_vast(contact=contact, gegevens=verslag, door=cast.sociale_zaken, op=dag)
    gehouden = leg_nazorg_vast(contact=contact, gegevens=verslag | {"verslag": "Alles betaald."},
                               door=cast.sociale_zaken, op=dag)  # fmt: skip
    assert stapels(cast, dag) == {}
    assert gehouden.verslag not in str(list(dossier.gebeurtenissen.values_list("gegevens", "toelichting")))


def test_in_the_browser_a_payment_is_agreed_seen_and_put_back(cast, dossier, huur, water, inloggen):
    basis = f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"
    with time_machine.travel(datetime(2027, 3, 1, 10).astimezone(), tick=False):
        client = inloggen(cast.sociale_zaken)
        for adres in (basis, f"{basis}afbouw/"):
            assert "Nog niet overgenomen" in client.get(adres).content.decode()
        zelf = {"wie": "inburgeraar", "wijze": "periodiek", "vanaf_maand": "4-2027"}
        assert client.post(f"{basis}afbouw/{huur.pk}/", zelf | {"wijze": ""}).status_code == 422
        assert client.post(f"{basis}afbouw/{huur.pk}/", zelf).status_code == 302
        assert client.post(f"{basis}afbouw/{water.pk}/", {"wie": "vervalt", "vanaf_maand": "4-2027"}).status_code == 302
        overname = Overname.objects.get(last=huur)
        gezien = {"datum": "1-3-2027", "bewijs": "afschrift"}
        assert client.post(f"{basis}afbouw/{overname.pk}/overgenomen/", gezien).status_code == 302
        pagina = client.get(f"{basis}afbouw/").content.decode()
        assert "Nog niet overgenomen" not in pagina
        assert "vaste overboeking bij de bank" in pagina

        assert client.post(f"{basis}afbouw/{overname.pk}/toch-niet/").status_code == 302
        assert "Nog niet overgenomen" in client.get(f"{basis}afbouw/").content.decode()
        client.post(f"{basis}nazorg/nieuw/", {"gepland_op": "9-3-2027", "wijze": "thuis"})
    contact = dossier.nazorgcontacten.get()
    with time_machine.travel(datetime(2027, 3, 9, 10).astimezone(), tick=False):
        verslag = {"uitkomst": "gesproken", "gehouden_op": "9-3-2027", "verslag": "Huur betaald."}
        assert inloggen(cast.sociale_zaken).post(f"{basis}nazorg/{contact.pk}/", verslag).status_code == 302
    assert dossier.nazorgcontacten.get().get_uitkomst_display() == "gesproken"


def test_a_destroyed_dossier_takes_its_plan_and_its_aftercare_along(cast, dossier, huur):
    spreek_af(huur, dossier, cast)
    plan_nazorg(dossier=dossier, gepland_op=DE_DAG_NA, wijze="thuis", door=cast.sociale_zaken, op=EINDE)
    vernietig(dossier=dossier, grondslag="test", door=cast.beheerder, op=EINDE, onterecht=True)

    assert not Overname.objects.exists()
    assert Lastsoort.objects.exists()


def test_the_forecast_still_takes_off_what_the_household_pays_itself(cast, dossier, eenheid, huur, water):
    voor = prognose_van(eenheid=eenheid, op=EINDE).maanden
    bevestig(spreek_af(huur, dossier, cast), dossier, cast)
    spreek_af(water, dossier, cast, wie="vervalt", wijze="")

    na = prognose_van(eenheid=eenheid, op=EINDE).maanden
    april = na[1]  # after the six months, so that the household pays everything itself
    assert na[0].te_besteden == voor[0].te_besteden
    assert april.zelf == huur.bedrag
    assert voor[1].zelf == huur.bedrag + water.bedrag
    assert april.te_besteden == voor[1].te_besteden + water.bedrag
    assert "vaste lasten die het huishouden zelf betaalt" in april.som
