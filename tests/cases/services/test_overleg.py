"""The casusoverleg: who may see what, the agenda, minutes, actions until they are done, and what partners are told."""

from datetime import date

import pytest
from django.db import InternalError, transaction

from cases.deelgegevens import deelgegevens
from cases.enums import Rol
from cases.enums_overleg import Partnersoort
from cases.models import Casusoverleg, Overlegactie, Overlegpunt, Verstrekking
from cases.panelen import Werkblik, werkstapels
from cases.services.overleg import (
    OverlegFout,
    agendeer,
    bewaar_partner,
    haal_van_agenda,
    leg_verslag_vast,
    meld_gedaan,
    plan_overleg,
    rond_af,
    voeg_actie_toe,
    wijzig_vraag,
)
from cases.services.vernietiging import vernietig
from cases.services.verstrekken import deel_agenda, deelbladen, verstrek
from tests.fabriek import aangesteld, maak_dossier

OP, DAG = date(2026, 11, 20), date(2026, 11, 25)


def maak_overleg(cast, soort="begeleiding", onderwerp="ontzorgen", datum=DAG, naam="VluchtelingenWerk"):
    partner = cast.gemeente.overlegpartners.filter(naam=naam).first() or bewaar_partner(
        gemeente=cast.gemeente, gegevens={"naam": naam, "soort": soort, "actief": True}, door=cast.consulent
    )
    gegevens = {"partner": partner, "onderwerp": onderwerp, "datum": datum, "plaats": "De Omval"}
    return plan_overleg(gemeente=cast.gemeente, gegevens=gegevens, door=cast.consulent, op=OP)


@pytest.fixture
def dossier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=OP, bsn="999993653", telefoon="0612345678")


@pytest.fixture
def overleg(cast):
    return maak_overleg(cast)


@pytest.fixture
def punt(cast, overleg, dossier):
    return agendeer(overleg=overleg, dossier=dossier, vraag="Lukt het betalen?", door=cast.consulent, op=OP)


def actie(punt, cast, eigenaar=None, uiterlijk=DAG, bij_partner=False):
    return voeg_actie_toe(
        punt=punt, wat="Brief samen lezen", eigenaar=eigenaar or cast.sociale_zaken, uiterlijk=uiterlijk,
        bij_partner=bij_partner, door=cast.consulent, op=OP,
    )  # fmt: skip


def werk(medewerker, rol, cast, op=OP):
    blik = Werkblik(medewerker, cast.gemeente, frozenset({rol}), op)
    stapel = next(stapel for stapel in werkstapels(blik.rollen) if stapel.kop == "Acties uit het casusoverleg")
    rijen = stapel.lijst(blik, 50)
    assert stapel.tel(blik) == len(rijen)
    return [rij.titel for rij in rijen]


def test_everything_twice_is_once(cast, overleg, dossier, punt):
    assert maak_overleg(cast) == overleg
    assert agendeer(overleg=overleg, dossier=dossier, vraag="Lukt het betalen? ", door=cast.consulent, op=OP) == punt
    assert actie(punt, cast) == actie(punt, cast)
    wie = {"door": cast.consulent, "op": OP}
    for _ in range(2):
        leg_verslag_vast(punt=punt, verslag="Het lukt.", **wie)
        meld_gedaan(actie=Overlegactie.objects.get(), **wie)

    soorten = list(dossier.gebeurtenissen.filter(soort__startswith="OVERLEG").values_list("soort", flat=True))
    assert len(soorten) == len(set(soorten)) == 4
    assert "Het lukt" not in str(list(dossier.gebeurtenissen.values_list("gegevens", "toelichting")))


@pytest.mark.parametrize("dag", [date(2020, 1, 1), date(2026, 10, 19), date(2027, 11, 22), date(2099, 1, 1)])
def test_a_meeting_is_planned_within_a_year_or_written_down_soon_after(cast, dag):
    with pytest.raises(OverlegFout, match="van 20 oktober 2026 tot en met 21 november 2027") as fout:
        maak_overleg(cast, datum=dag)
    assert fout.value.veld == "datum"
    assert maak_overleg(cast, datum=date(2026, 10, 20)) != maak_overleg(cast, datum=date(2027, 11, 21))


def test_another_question_is_not_lost_and_replaces_what_was_read(cast, overleg, punt, dossier):
    wie = {"door": cast.consulent, "op": OP}
    with pytest.raises(OverlegFout, match=r"al op deze agenda, met de vraag: ‘Lukt het betalen\?’"):
        agendeer(overleg=overleg, dossier=dossier, vraag="Wie belt?", **wie)
    for _ in range(2):
        wijzig_vraag(punt=punt, vraag="Wie belt?", eerder="Lukt het betalen?", **wie)
    with pytest.raises(OverlegFout, match=r"intussen in: ‘Wie belt\?’"):
        wijzig_vraag(punt=punt, vraag="Iets anders", eerder="Lukt het betalen?", **wie)
    with pytest.raises(OverlegFout, match="niet leeg"):
        wijzig_vraag(punt=punt, vraag=" ", eerder="Wie belt?", **wie)
    punt.refresh_from_db()
    assert punt.vraag == "Wie belt?"
    assert dossier.gebeurtenissen.filter(soort="OVERLEG_VRAAG").count() == 1

    leg_verslag_vast(punt=punt, verslag="Het lukt.", door=cast.consulent, op=DAG)
    rond_af(overleg=overleg, aanwezig="Els Kramer", door=cast.consulent, op=DAG)
    with pytest.raises(OverlegFout, match="afgerond"):
        wijzig_vraag(punt=punt, vraag="Te laat", eerder="Wie belt?", door=cast.consulent, op=DAG)


def test_a_meeting_closes_after_its_day_and_with_minutes_of_every_dossier(cast, overleg, punt, dossier):
    with pytest.raises(OverlegFout, match="nog niet geweest"):
        rond_af(overleg=overleg, aanwezig="Els Kramer", door=cast.consulent, op=OP)
    with pytest.raises(OverlegFout, match="Van 1 dossier is nog geen verslag"):
        rond_af(overleg=overleg, aanwezig="Els Kramer", door=cast.consulent, op=DAG)
    leg_verslag_vast(punt=punt, verslag="Het lukt.", door=cast.consulent, op=DAG)
    for _ in range(2):
        rond_af(overleg=overleg, aanwezig="Els Kramer", door=cast.consulent, op=DAG)
    stap = dossier.gebeurtenissen.get(soort="OVERLEG_AFGEROND")
    assert (stap.door, stap.gegevens) == (
        cast.consulent,
        {"partner": "VluchtelingenWerk", "dag": "25 november 2026"},
    )

    with pytest.raises(OverlegFout, match="afgerond"):
        leg_verslag_vast(punt=punt, verslag="Toch niet.", door=cast.consulent, op=DAG)
    ander = maak_dossier(cast.gemeente, cast.consulent, op=OP)
    with pytest.raises(OverlegFout, match="afgerond"):
        agendeer(overleg=overleg, dossier=ander, vraag="Ook nog", door=cast.consulent, op=DAG)
    with pytest.raises(OverlegFout, match="blijft staan"):
        haal_van_agenda(punt=punt, door=cast.consulent, op=DAG)


def test_another_gemeente_has_no_place_on_the_agenda(cast, overleg, uithoorn):
    vreemd = maak_dossier(uithoorn, op=OP)
    with pytest.raises(OverlegFout, match="andere gemeente"):
        agendeer(overleg=overleg, dossier=vreemd, vraag="Wie is dit?", door=cast.consulent, op=OP)
    eigen = maak_dossier(cast.gemeente, cast.consulent, op=OP)
    with pytest.raises(OverlegFout, match="waarom dit dossier"):
        agendeer(overleg=overleg, dossier=eigen, vraag=" ", door=cast.consulent, op=OP)


def test_an_action_is_in_the_werkvoorraad_of_its_owner_until_it_is_done(cast, punt):
    rij = actie(punt, cast)
    assert werk(cast.sociale_zaken, Rol.SOCIALE_ZAKEN, cast) == ["Brief samen lezen (uiterlijk 25-11-2026)"]
    assert werk(cast.consulent, Rol.CONSULENT, cast) == []

    meld_gedaan(actie=rij, door=cast.sociale_zaken, op=DAG)
    assert werk(cast.sociale_zaken, Rol.SOCIALE_ZAKEN, cast) == []


@pytest.mark.parametrize("anders", [{"uiterlijk": date(2026, 12, 1)}, {"bij_partner": True}])
def test_the_same_action_otherwise_is_refused_while_it_is_open_and_stored_after(cast, punt, anders):
    eerste = actie(punt, cast)
    with pytest.raises(OverlegFout, match=r"is er al voor .*, uiterlijk 25 november 2026") as fout:
        actie(punt, cast, **anders)
    assert (fout.value.veld, list(Overlegactie.objects.all())) == ("wat", [eerste])

    meld_gedaan(actie=eerste, door=cast.sociale_zaken, op=OP)
    nieuw = actie(punt, cast, **anders)
    assert Overlegactie.objects.get(gedaan_op=None) == nieuw


def test_an_action_is_not_due_before_today(cast, punt):
    with pytest.raises(OverlegFout, match="al voorbij") as fout:
        actie(punt, cast, uiterlijk=date(2026, 11, 19))
    assert fout.value.veld == "uiterlijk"
    assert actie(punt, cast, uiterlijk=OP).pk


def test_nobody_gets_work_on_a_dossier_that_he_may_not_see(cast, punt, dossier):
    rij = actie(punt, cast)
    dossier.extra_beschermd = True
    dossier.save(update_fields=["extra_beschermd"])

    assert werk(cast.sociale_zaken, Rol.SOCIALE_ZAKEN, cast) == []
    for wie in (cast.sociale_zaken, cast.raadpleger, cast.buitenstaander):
        with pytest.raises(OverlegFout, match="mag dit dossier"):
            actie(punt, cast, eigenaar=wie)
    assert list(Overlegactie.objects.all()) == [rij]


def test_sociale_zaken_sees_the_meetings_about_ontzorgen_only(cast, overleg, punt, dossier):
    school = maak_overleg(cast, "onderwijs", "inburgering", naam="NL Training")
    agendeer(overleg=school, dossier=dossier, vraag="Hoe gaat het?", door=cast.consulent, op=OP)

    gezien = {
        rol: set(Casusoverleg.objects.voor(cast.gemeente, [rol]))
        for rol in (Rol.CONSULENT, Rol.SOCIALE_ZAKEN, Rol.JURIST)
    }
    assert gezien == {Rol.CONSULENT: {overleg, school}, Rol.SOCIALE_ZAKEN: {overleg}, Rol.JURIST: set()}
    assert list(Overlegpunt.objects.voor(cast.sociale_zaken, cast.gemeente, OP)) == [punt]
    assert Overlegpunt.objects.voor(cast.consulent, cast.gemeente, OP).count() == 2


def test_no_partner_gets_a_number_of_the_state_health_or_an_amount(cast, dossier):
    verboden = ("bsn", "gezond", "bedrag", "euro", "leefgeld", "notitie", "v-nummer")
    for soort in Partnersoort:
        labels = [gegeven.label.lower() for gegeven in deelgegevens(soort)]
        assert "naam" in labels
        assert not [label for label in labels if any(woord in label for woord in verboden)], soort
    partner = maak_overleg(cast).partner
    (blad,) = deelbladen(partner=partner, dossiers=[dossier], op=OP)

    tekst = str(blad.regels)
    assert "0612345678" in tekst
    assert "999993653" not in tekst
    assert dossier.inburgeraar.v_nummer not in tekst
    welzijn = maak_overleg(cast, "welzijn", naam="MaDi").partner
    (minder,) = deelbladen(partner=welzijn, dossiers=[dossier], op=OP)
    assert minder.codes == ["naam", "nummer", "taal", "consulent"]


def test_what_was_told_is_logged_with_ground_and_without_the_data_and_stays(cast, overleg, punt, dossier):
    bladen = deelbladen(partner=overleg.partner, dossiers=[dossier], op=OP)
    wie = {"door": cast.consulent, "op": OP}
    for _ in range(2):
        deel_agenda(overleg=overleg, bladen=bladen, grond="overeenkomst", **wie)
    rij = Verstrekking.objects.get()
    assert (rij.doel, rij.grond, rij.door_naam) == ("casusoverleg van 25-11-2026", "overeenkomst", cast.consulent.naam)
    assert "telefoon" in rij.gegevens
    assert "0612345678" not in str(rij.gegevens)
    assert dossier.gebeurtenissen.get(soort="VERSTREKT").gegevens["partner"] == "VluchtelingenWerk"

    with pytest.raises(OverlegFout, match="op welke grond"):
        verstrek(blad=bladen[0], partner=overleg.partner, doel="hulp", grond=" ", **wie)
    with pytest.raises(InternalError), transaction.atomic():
        Verstrekking.objects.update(grond="iets anders")


def test_a_meeting_that_was_held_goes_with_its_last_dossier(cast, overleg, punt, dossier):
    straks = maak_overleg(cast, datum=date(2026, 12, 2))
    leg_verslag_vast(punt=punt, verslag="Het lukt.", door=cast.consulent, op=DAG)
    rond_af(overleg=overleg, aanwezig="Els Kramer", door=cast.consulent, op=DAG)
    actie(punt, cast)
    vernietig(dossier=dossier, grondslag="test", door=cast.beheerder, op=DAG, onterecht=True)

    assert list(Casusoverleg.objects.all()) == [straks]
    assert not Overlegactie.objects.exists()


def test_the_leaver_of_a_role_is_no_owner_any_more(cast, punt):
    nieuwe = aangesteld(cast.gemeente, Rol.CONSULENT)
    assert actie(punt, cast, eigenaar=nieuwe).eigenaar == nieuwe
    nieuwe.aanstellingen.update(tot=date(2026, 11, 1))
    with pytest.raises(OverlegFout, match="Kies een ander"):
        actie(punt, cast, eigenaar=nieuwe)
