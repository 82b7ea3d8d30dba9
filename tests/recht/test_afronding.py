"""What the duty asks per route and group, part by part (art. 6 to 9 Wi 2021)."""

from datetime import date

import pytest

from inburgering.recht.afronding import Deel, Plan, alles_klaar, eisen, z_tekort
from inburgering.recht.examens import Examenonderdeel
from inburgering.recht.feiten import Doelgroep, Dossierfeiten, Feit, FeitSoort, Leerroute, Regime
from inburgering.recht.termijnen import einde_reden

DAG = date(2026, 5, 4)
A2 = frozenset({Examenonderdeel.SPREKEN})


def feit(soort: FeitSoort, dag: date = DAG, **gegevens: str) -> Feit:
    return Feit(soort, dag, f"{soort}-{dag}-{gegevens}", gegevens=gegevens)


def examen(onderdeel: str, niveau: str = "B1", uitslag: str = "geslaagd", dag: date = DAG) -> Feit:
    return feit(FeitSoort.EXAMENUITSLAG, dag, onderdeel=onderdeel, niveau=niveau, uitslag=uitslag)


def deel(naam: Deel, dag: date = DAG) -> Feit:
    return feit(FeitSoort.ONDERDEEL_AFGEROND, dag, onderdeel=naam.value)


def dossier(*feiten: Feit, groep: Doelgroep = Doelgroep.ASIELSTATUSHOUDER, regime: Regime = Regime.WI2021):
    return Dossierfeiten(regime, (feit(FeitSoort.DOELGROEP, date(2022, 1, 3), doelgroep=groep.value), *feiten))


@pytest.mark.parametrize(
    ("route", "regime", "codes"),
    [
        (Leerroute.B1, Regime.WI2021, ["PVT", "MAP", "knm", "lezen", "luisteren", "schrijven", "spreken"]),
        (Leerroute.ONDERWIJS, Regime.WI2021, ["PVT", "knm", "DIPLOMA"]),
        (Leerroute.Z, Regime.WI2021, ["PVT", "MAP", "Z_EINDGESPREK"]),
        (None, Regime.WI2021, []),
        (None, Regime.WI2013, ["PVT", "lezen", "luisteren", "schrijven", "spreken", "knm", "ONA"]),
    ],
)
def test_art_7_and_8_ask_these_parts_of_each_route(route, regime, codes):
    assert [eis.code for eis in eisen(dossier(regime=regime), Plan(route))] == codes


@pytest.mark.parametrize(
    ("uitslagen", "a2", "klaar"),
    [
        ([examen("spreken")], frozenset(), True),
        ([examen("spreken", "B2")], frozenset(), True),
        ([examen("spreken", "A2")], frozenset(), False),
        ([examen("spreken", "A2")], A2, True),
        ([examen("spreken", uitslag="niet_geslaagd")], frozenset(), False),
        ([feit(FeitSoort.EXAMENUITSLAG, onderdeel="spreken", uitslag="vrijgesteld")], frozenset(), True),
        ([examen("lezen")], frozenset(), False),
        ([], A2, False),
    ],
)
def test_art_17_lid_3_an_exam_counts_on_the_level_of_the_pip_or_higher(uitslagen, a2, klaar):
    gevraagd = eisen(dossier(*uitslagen), Plan(Leerroute.B1, a2=a2))
    spreken = next(eis for eis in gevraagd if eis.code == "spreken")

    assert (spreken.klaar_op is not None) is klaar
    assert spreken.uitleg


def test_passed_below_the_level_says_what_is_needed():
    gevraagd = eisen(dossier(examen("spreken", "A2")), Plan(Leerroute.B1))

    assert "maar niveau B1 is nodig" in next(eis.uitleg for eis in gevraagd if eis.code == "spreken")


def test_the_last_part_decides_on_which_day_everything_is_done():
    later = date(2026, 9, 1)
    alles = dossier(deel(Deel.PVT), deel(Deel.MAP, later), deel(Deel.Z_EINDGESPREK))

    assert alles_klaar(eisen(alles, Plan(Leerroute.Z))) == later
    assert alles_klaar(eisen(dossier(deel(Deel.PVT)), Plan(Leerroute.Z))) is None
    assert alles_klaar(()) is None


@pytest.mark.parametrize(
    ("groep", "taal", "participatie", "genoeg"),
    [
        (Doelgroep.ASIELSTATUSHOUDER, 800, 800, True),
        (Doelgroep.ASIELSTATUSHOUDER, 799, 800, False),
        (Doelgroep.ASIELSTATUSHOUDER, 800, 799, False),
        (Doelgroep.GEZINSLID_STATUSHOUDER, 800, 0, False),
        (Doelgroep.GEZINSMIGRANT, 800, 0, True),
        (Doelgroep.OVERIGE_MIGRANT, 799, 0, False),
    ],
)
def test_art_3_14_asks_800_hours_and_of_asylum_800_of_participation(groep, taal, participatie, genoeg):
    tekort = z_tekort(dossier(groep=groep), Plan(Leerroute.Z), taal=taal, participatie=participatie)

    assert (tekort == "") is genoeg


def test_art_3_16_a_lower_norm_of_participation_holds():
    plan = Plan(Leerroute.Z, participatie=300)

    assert z_tekort(dossier(), plan, taal=800, participatie=300) == ""


def test_of_elip_the_pvt_stands_among_the_parts_once_it_is_done():
    zonder, met = (
        eisen(dossier(*gedaan, groep=Doelgroep.ELIP, regime=Regime.WI2013), Plan(None))
        for gedaan in ((), (deel(Deel.PVT),))
    )

    assert [eis.code for eis in zonder] == ["lezen", "luisteren", "schrijven", "spreken", "knm", "ONA"]
    assert met[0].code == "PVT"


def test_art_12_1a_lid_6_a_finished_map_exempts_from_ona_under_the_act_of_2013():
    gevraagd = eisen(dossier(deel(Deel.MAP), regime=Regime.WI2013), Plan(None))

    assert next(eis.klaar_op for eis in gevraagd if eis.code == "ONA") == DAG


def test_voldaan_is_named_as_the_end():
    assert einde_reden(dossier(feit(FeitSoort.EINDE_PLICHT, reden="voldaan"))) == (
        "De inburgeraar heeft op 4 mei 2026 aan de inburgeringsplicht voldaan."
    )
