"""The PVT in groups: places, hours, the signing, a refusal, and the fact that it is done."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.modules import Module
from pip_plans.modules.enums import Vervolg
from pip_plans.modules.models import Pvtaanwezigheid, Pvtdeelname
from pip_plans.modules.services.brief import schrijf_uitnodiging
from pip_plans.modules.services.groepen import meld_aan, stop
from pip_plans.modules.services.stand import Pvtstand, plicht_van, pvt_van
from pip_plans.modules.services.verklaringen import kies_vervolg, plan_samen, rond_pvt_af
from pip_plans.uitvoering.services.fout import UitvoeringFout
from tests.fabriek import maak_dossier
from tests.pip_plans.uitvoering.bouw import OP, maak_aanbieder, met_pip

from .bouw import FEEST, START, dag, maak_groep, neem_op, plan, teken, twaalf_uur, was_er


def stand(dossier) -> Pvtstand:
    feiten = dossierfeiten_van(dossier)
    plicht = plicht_van(dossier, feiten, Module.PVT)
    assert plicht
    return pvt_van(dossier, feiten, plicht)


def test_hours_count_where_somebody_was_and_once(cast):
    dossier, groep = met_pip(cast), maak_groep(cast)
    deelname, eerste = neem_op(cast, groep, dossier), dag(cast, groep, START, "2.5")
    tweede = dag(cast, groep, START + timedelta(days=1), "3", excursie=True)

    assert [was_er(cast, eerste, deelname), was_er(cast, eerste, deelname)] == [1, 0]
    was_er(cast, tweede, deelname, "met_reden")

    assert (stand(dossier).uren, stand(dossier).excursie) == (Decimal("2.5"), False)
    assert dossier.gebeurtenissen.filter(soort="PVT_PRESENTIE").count() == 2


def test_the_last_place_goes_to_one(cast):
    groep = maak_groep(cast, plaatsen=1)
    neem_op(cast, groep, met_pip(cast))

    with pytest.raises(UitvoeringFout, match="vol"):
        neem_op(cast, groep, met_pip(cast))
    with pytest.raises(IntegrityError, match="pvtdeelname_vol"), transaction.atomic():
        Pvtdeelname.objects.create(groep=groep, dossier=met_pip(cast), door=cast.consulent)


def test_who_left_takes_part_again_in_the_same_row(cast):
    dossier, groep = met_pip(cast), maak_groep(cast, plaatsen=1)
    deelname = neem_op(cast, groep, dossier)

    stop(deelname=deelname, door=cast.consulent, op=OP)
    stop(deelname=deelname, door=cast.consulent, op=OP)
    weer = neem_op(cast, groep, dossier)

    assert (weer.pk, weer.gestopt_op) == (deelname.pk, None)
    assert dossier.gebeurtenissen.filter(soort="PVT_GESTOPT").count() == 1


def test_attendance_is_of_who_is_in_the_group(cast):
    een = maak_groep(cast)
    ander = maak_groep(cast, aanbieder=een.aanbieder, taal="Arabisch")
    vreemd, bijeenkomst = neem_op(cast, ander, met_pip(cast)), dag(cast, een, START)

    with pytest.raises(UitvoeringFout, match="zit niet in de groep"):
        was_er(cast, bijeenkomst, vreemd)
    with pytest.raises(IntegrityError, match="pvtaanwezigheid_groep"), transaction.atomic():
        Pvtaanwezigheid.objects.create(bijeenkomst=bijeenkomst, deelname=vreemd, stand="aanwezig")


@pytest.mark.parametrize("datum", [date(1, 1, 1), START - timedelta(days=1), date(2199, 1, 1)])
def test_a_meeting_lies_within_a_year_of_the_first(cast, datum):
    with pytest.raises(UitvoeringFout, match="meer dan een jaar"):
        dag(cast, maak_groep(cast), datum)


def test_attendance_of_a_day_to_come_is_refused(cast):
    groep = maak_groep(cast)
    deelname = neem_op(cast, groep, met_pip(cast))

    with pytest.raises(UitvoeringFout, match="nog niet geweest"):
        was_er(cast, dag(cast, groep, OP + timedelta(days=1)), deelname)


def test_another_gemeente_and_another_offer_stay_out(cast, uithoorn):
    groep = maak_groep(cast)
    elders = maak_dossier(uithoorn, cast.buitenstaander, op=OP)

    with pytest.raises(UitvoeringFout, match="andere gemeente"):
        meld_aan(groep=groep, dossier=elders, door=cast.consulent, op=OP)
    with pytest.raises(UitvoeringFout, match="die het PVT geeft"):
        maak_groep(cast, aanbieder=maak_aanbieder(cast, "School", ("b1",)))


def test_the_invitation_names_the_days_to_come(cast):
    dossier, groep = met_pip(cast), maak_groep(cast)
    deelname = neem_op(cast, groep, dossier)
    dag(cast, groep, START)
    with pytest.raises(UitvoeringFout, match="geen bijeenkomst die nog komt"):
        schrijf_uitnodiging(deelname, norm=12, door=cast.consulent, op=OP)
    dag(cast, groep, date(2026, 12, 1), "4", excursie=True)

    (brief,) = schrijf_uitnodiging(deelname, norm=12, door=cast.consulent, op=OP)

    assert [(rij["datum"], rij["uren"], rij["excursie"]) for rij in brief.inhoud["bijeenkomsten"]] == [
        ("2026-12-01", "4", True)
    ]


def test_planning_makes_one_letter_with_the_declaration_and_moving_makes_another(cast):
    dossier = met_pip(cast)

    plan(cast, dossier, date(2026, 12, 1))
    plan(cast, dossier, date(2026, 12, 1))
    plan(cast, dossier, date(2026, 12, 8))

    brieven = dossier.documenten.filter(soort="pvt_verklaring").order_by("pk")
    assert [brief.inhoud["datum"] for brief in brieven] == ["2026-12-01", "2026-12-08"]
    assert brieven[0].inhoud["verklaring"]
    assert dossier.verklaringen.get().datum == date(2026, 12, 8)


@pytest.mark.parametrize("datum", [date(1, 1, 1), OP - timedelta(days=1), date(2199, 1, 1)])
def test_a_signing_is_planned_from_today_within_a_year(cast, datum):
    with pytest.raises(UitvoeringFout, match="binnen een jaar"):
        plan(cast, met_pip(cast), datum)


def test_twelve_hours_and_a_signature_make_the_fact_once(cast):
    dossier = met_pip(cast)
    twaalf_uur(cast, dossier)
    with pytest.raises(UitvoeringFout, match="nog niet ondertekend"):
        rond_pvt_af(dossier=dossier, door=cast.consulent, op=OP)
    teken(cast, plan(cast, dossier))

    feit = rond_pvt_af(dossier=dossier, door=cast.consulent, op=OP)

    assert feit
    assert (feit.datum, feit.gegevens) == (OP, {"onderdeel": "PVT"})
    assert rond_pvt_af(dossier=dossier, door=cast.consulent, op=OP) is None
    assert dossier.gebeurtenissen.filter(soort=FeitSoort.ONDERDEEL_AFGEROND).count() == 1
    assert (stand(dossier).klaar_op, stand(dossier).excursie) == (OP, True)


def test_a_signature_without_the_hours_is_not_enough(cast):
    dossier = met_pip(cast)
    teken(cast, plan(cast, dossier))

    with pytest.raises(UitvoeringFout, match="Er ontbreken nog 12 van de 12 uur"):
        rond_pvt_af(dossier=dossier, door=cast.consulent, op=OP)
    with pytest.raises(UitvoeringFout, match="al ondertekend"):
        plan(cast, dossier)


def test_a_refusal_needs_a_reason_and_leads_to_nothing_by_itself(cast):
    dossier = met_pip(cast)
    verklaring = plan(cast, dossier)
    with pytest.raises(UitvoeringFout, match="waarom"):
        teken(cast, verklaring, "geweigerd", "  ")

    rij = teken(cast, verklaring, "geweigerd", "U wilt er eerst over nadenken.")

    assert (rij.stand, rij.vervolg) == ("geweigerd", "")
    assert not dossier.handhavingszaken.exists()
    kies_vervolg(verklaring=rij, vervolg=Vervolg.GESPREK, door=cast.consulent, op=OP)
    kies_vervolg(verklaring=rij, vervolg=Vervolg.GESPREK, door=cast.consulent, op=OP)
    assert dossier.gebeurtenissen.filter(soort="VERKLARING_VERVOLG").count() == 1
    assert teken(cast, plan(cast, dossier)).stand == "ondertekend"


def test_the_outcome_stands_once_and_not_before_its_day(cast):
    dossier = met_pip(cast)
    straks = plan(cast, dossier, OP + timedelta(days=3))
    with pytest.raises(UitvoeringFout, match="nog niet geweest"):
        teken(cast, straks)
    verklaring = plan(cast, dossier)

    teken(cast, verklaring)
    teken(cast, verklaring)

    assert dossier.gebeurtenissen.filter(soort="VERKLARING_ONDERTEKEND").count() == 1
    with pytest.raises(UitvoeringFout, match="al vastgelegd"):
        teken(cast, verklaring, "niet_gekomen")


def test_signing_together_passes_over_who_signed(cast):
    een, ander = met_pip(cast), met_pip(cast)
    teken(cast, plan(cast, een))

    aantal = plan_samen(dossiers=[een, ander], datum=date(2026, 12, 1), door=cast.consulent, op=OP, **FEEST)

    assert (aantal, ander.verklaringen.get().stand) == (1, "gepland")
    assert [rij.stand for rij in een.verklaringen.all()] == ["ondertekend"]
