"""Recording results of exams and finished parts."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from cases.services.gebeurtenissen import GebeurtenisFout
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.afronding import Deel
from inburgering.recht.feiten import FeitSoort
from pip_plans.afronding.forms.einde import VoldaanForm
from pip_plans.afronding.forms.examens import DeelForm, UitslagForm
from pip_plans.afronding.services.delen import leg_deel_vast
from pip_plans.afronding.services.examens import (
    corrigeer_uitslag,
    examens_van,
    leg_uitslag_vast,
    telt_niet_mee,
    trek_in,
)
from pip_plans.afronding.services.fout import AfrondingFout
from pip_plans.afronding.services.plan import voortgang_van
from pip_plans.voortgang.services.beginstand import leg_beginstand_vast
from tests.fabriek import leg_vast
from tests.pip_plans.uitvoering.bouw import OP, met_pip

DAG = date(2026, 11, 10)


def slaag(dossier, onderdeel="lezen", niveau="B1", uitslag="geslaagd", datum=DAG, **anders):
    return leg_uitslag_vast(
        dossier=dossier, onderdeel=onderdeel, niveau=niveau, uitslag=uitslag, datum=datum, volgens="DUO",
        door=dossier.consulent, op=OP, **anders,
    )  # fmt: skip


ELDERS = {"elders": True, "toelichting": "Overdrachtsblad van Almere van 2 november 2026."}


def beeld(dossier, onderdeel="lezen"):
    feiten = dossierfeiten_van(dossier)
    rijen = examens_van(dossier, feiten, voortgang_van(dossier, feiten).plan)
    return next(rij for rij in rijen if rij.onderdeel == onderdeel)


def test_every_attempt_on_the_level_of_the_pip_takes_a_free_one(cast):
    dossier = met_pip(cast)
    assert beeld(dossier).gratis == 2

    slaag(dossier, uitslag="niet_geslaagd")
    slaag(dossier, uitslag="niet_geslaagd", niveau="A2", datum=date(2026, 11, 11))

    assert beeld(dossier).gratis == 1
    assert "art. 3.5" in beeld(dossier).uitleg


@pytest.mark.parametrize(
    ("route", "doelgroep", "onderdeel", "gratis"),
    [
        ("B1", "ASIELSTATUSHOUDER", "knm", 2),
        ("ONDERWIJS", "ASIELSTATUSHOUDER", "knm", 2),
        ("ONDERWIJS", "ASIELSTATUSHOUDER", "lezen", 0),
        ("Z", "ASIELSTATUSHOUDER", "lezen", 0),
        ("B1", "GEZINSMIGRANT", "lezen", 0),
    ],
)
def test_art_3_5_free_attempts_by_route_and_group(cast, route, doelgroep, onderdeel, gratis):
    assert beeld(met_pip(cast, route, doelgroep), onderdeel).gratis == gratis


def test_the_same_attempt_twice_is_refused(cast):
    dossier = met_pip(cast)
    slaag(dossier)

    with pytest.raises(AfrondingFout, match="al een uitslag vastgelegd"):
        slaag(dossier, uitslag="niet_geslaagd")


def test_an_exam_is_passed_once_per_level(cast):
    dossier = met_pip(cast)
    slaag(dossier, niveau="A2", datum=date(2026, 11, 9))
    rij = slaag(dossier)

    for niveau in ("A2", "B1"):
        with pytest.raises(AfrondingFout, match="al gehaald op"):
            slaag(dossier, niveau=niveau, datum=date(2026, 11, 12))
    goed = {"onderdeel": "lezen", "niveau": "B1", "uitslag": "geslaagd", "volgens": "DUO"}
    corrigeer_uitslag(uitslag=rij, datum=OP, gegevens=goed, reden="Andere dag.", door=cast.consulent, op=OP)

    assert len(beeld(dossier).pogingen) == 2


def test_an_exam_of_before_the_duty_asks_why_it_counts(cast):
    dossier = met_pip(cast)

    with pytest.raises(AfrondingFout, match="waarom deze uitslag telt"):
        slaag(dossier, datum=date(2022, 1, 10))
    assert slaag(dossier, datum=date(2022, 1, 10), toelichting="Staatsexamen van 2022, diploma gezien.")


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"datum": date(2026, 11, 21)}, "toekomst"),
        ({"datum": date(2199, 1, 1)}, "toekomst"),
        ({"datum": date(2021, 12, 31)}, "gold de wet"),
        ({"datum": date(1, 1, 1)}, "gold de wet"),
        ({"niveau": ""}, "Kies op welk niveau"),
        ({"onderdeel": "knm"}, "KNM heeft geen niveau"),
    ],
)
def test_a_result_that_cannot_be_is_refused(cast, velden, reden):
    dossier = met_pip(cast)

    with pytest.raises(AfrondingFout, match=reden):
        slaag(dossier, **velden)

    assert beeld(dossier).pogingen == ()


def test_a_correction_needs_a_reason_and_takes_the_place_of_the_result(cast):
    dossier = met_pip(cast)
    rij = slaag(dossier)
    goed = {"onderdeel": "lezen", "niveau": "B1", "uitslag": "niet_geslaagd", "volgens": "DUO"}
    wie = {"door": cast.consulent, "op": OP}

    with pytest.raises(GebeurtenisFout, match="waarom"):
        corrigeer_uitslag(uitslag=rij, datum=DAG, gegevens=goed, reden=" ", **wie)
    corrigeer_uitslag(uitslag=rij, datum=DAG, gegevens=goed, reden="Verkeerd overgenomen.", **wie)

    assert beeld(dossier).geslaagd is None
    assert len(beeld(dossier).pogingen) == 1
    with pytest.raises(GebeurtenisFout):
        trek_in(feit=rij, reden="nog eens", **wie)


def test_a_result_after_an_ontheffing_is_explained(cast):
    dossier = met_pip(cast)
    leg_vast(dossier, FeitSoort.EINDE_PLICHT, date(2026, 11, 2), reden="ontheffing")

    assert "verandert daar niets aan" in telt_niet_mee(dossierfeiten_van(dossier), DAG)
    assert telt_niet_mee(dossierfeiten_van(dossier), date(2026, 11, 1)) == ""


def test_a_part_of_the_way_is_recorded_once_and_belongs_to_the_route(cast):
    dossier = met_pip(cast, "ONDERWIJS")
    wie = {"volgens": "DUO", "door": cast.consulent, "op": OP, "dossier": dossier} | ELDERS
    eerste = leg_deel_vast(deel=Deel.PVT, datum=DAG, **wie)

    assert leg_deel_vast(deel=Deel.PVT, datum=DAG, **wie) == eerste
    for anders in ({"datum": date(2026, 11, 11)}, {"datum": DAG, "volgens": "de gemeente"}):
        with pytest.raises(AfrondingFout, match="al klaar sinds"):
            leg_deel_vast(deel=Deel.PVT, **wie | anders)
    with pytest.raises(AfrondingFout, match="geen MAP"):
        leg_deel_vast(deel=Deel.MAP, datum=DAG, **wie)
    with pytest.raises(AfrondingFout, match="hoort niet bij"):
        leg_deel_vast(deel=Deel.Z_EINDGESPREK, datum=DAG, taaluren=800, participatie_uren=800, **wie)


@pytest.mark.parametrize(
    ("deel", "mist"),
    [
        (Deel.PVT, "12 van de 12 uur. De verklaring is nog niet ondertekend"),
        (Deel.MAP, "40 van de 40 uur. Het eindgesprek is er nog niet"),
        (Deel.Z_EINDGESPREK, "staan 0 uur taal en 0 uur participatie"),
    ],
)
def test_what_was_done_here_stands_in_the_modules_and_what_was_done_elsewhere_has_a_source(cast, deel, mist):
    uren = {"taaluren": 800, "participatie_uren": 800} if deel is Deel.Z_EINDGESPREK else {}
    wie = {"dossier": met_pip(cast, "Z"), "deel": deel, "volgens": "de gemeente", "door": cast.consulent, "op": OP}

    with pytest.raises(AfrondingFout, match=mist):
        leg_deel_vast(datum=DAG, **wie, **uren)
    with pytest.raises(AfrondingFout, match="Noem de bron"):
        leg_deel_vast(datum=DAG, elders=True, toelichting=" ", **wie, **uren)

    assert leg_deel_vast(datum=DAG, **ELDERS, **wie, **uren).gegevens["waar"] == "elders of vóór dit systeem"


@pytest.mark.parametrize(
    ("form", "veld"), [(UitslagForm, "toelichting"), (DeelForm, "toelichting"), (VoldaanForm, "toelichting")]
)
def test_no_bsn_in_a_word_on_a_result(form, veld):
    with pytest.raises(ValidationError, match="BSN kan zijn"):
        form.base_fields[veld].clean("Van het bericht over 999990019.")


def test_the_eindgesprek_of_the_z_route_needs_its_hours(cast):
    dossier = met_pip(cast, "Z")
    wie = {
        "deel": Deel.Z_EINDGESPREK,
        "datum": DAG,
        "volgens": "de gemeente",
        "door": cast.consulent,
        "op": OP,
    } | ELDERS

    with pytest.raises(AfrondingFout, match="ontbreken nog 10 uur participatie"):
        leg_deel_vast(dossier=dossier, taaluren=800, participatie_uren=790, **wie)
    leg_deel_vast(dossier=dossier, taaluren=812, participatie_uren=800, **wie)

    assert [eis.code for eis in voortgang_van(dossier, dossierfeiten_van(dossier)).open] == ["PVT", "MAP"]
    assert not dossier.documenten.filter(soort="z_eindgesprek").exists()  # held elsewhere


def test_after_the_eindgesprek_here_comes_a_letter_with_the_hours_and_what_is_left(cast):
    dossier = met_pip(cast, "Z")
    for onderdeel in ("uren_nt2", "uren_participatie"):
        leg_beginstand_vast(
            dossier=dossier, onderdeel=onderdeel, uren=Decimal(810), tot_en_met=DAG, bron="school", reden="",
            door=cast.consulent, op=OP,
        )  # fmt: skip
    wie = {"deel": Deel.Z_EINDGESPREK, "datum": DAG, "volgens": "de gemeente", "door": cast.consulent, "op": OP}

    een, twee = (leg_deel_vast(dossier=dossier, taaluren=805, participatie_uren=800, **wie) for _ in range(2))

    assert een.pk == twee.pk
    brief = dossier.documenten.get(soort="z_eindgesprek").inhoud
    assert (brief["taaluren"], brief["norm_taal"], brief["participatie_uren"]) == (805, 800, 800)
    assert [deel[:3] for deel in brief["open"]] == ["PVT", "MAP"]
