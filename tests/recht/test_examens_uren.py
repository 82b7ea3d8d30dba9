"""Free attempts at the exams (Ri 3.5) and the hours of each part (Bi 3.1, 3.14 and Ri 3.1), by route and group."""

import pytest

from inburgering.recht.examens import Examenonderdeel, Niveau, gratis_pogingen
from inburgering.recht.feiten import GROEP_MET_AANBOD, Doelgroep, Leerroute
from inburgering.recht.uren import Urensoort, urennormen

ASIEL, GEZIN = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT
ZELF = [groep for groep in Doelgroep if groep not in GROEP_MET_AANBOD]
TAAL = [onderdeel for onderdeel in Examenonderdeel if onderdeel is not Examenonderdeel.KNM]
KNM = Examenonderdeel.KNM


def gratis(route: Leerroute, onderdeel: Examenonderdeel, niveau: Niveau | None = None, **anders: object) -> int:
    vraag = {"leerroute": route, "doelgroep": ASIEL, "onderdeel": onderdeel, "niveau": niveau} | anders
    return gratis_pogingen(**vraag).aantal  # type: ignore[arg-type]  # a table of cases


@pytest.mark.parametrize("groep", sorted(GROEP_MET_AANBOD))
@pytest.mark.parametrize("onderdeel", list(Examenonderdeel))
def test_ri_3_5_b1_route_has_two_free_attempts_per_part(groep: Doelgroep, onderdeel: Examenonderdeel) -> None:
    assert gratis(Leerroute.B1, onderdeel, doelgroep=groep) == 2


@pytest.mark.parametrize(
    ("niveau", "pip", "aantal"),
    [
        (Niveau.B1, Niveau.B1, 2),
        (Niveau.B2, Niveau.B1, 2),
        (Niveau.A2, Niveau.B1, 0),
        (Niveau.A2, Niveau.A2, 2),
        (Niveau.B1, Niveau.A2, 2),
    ],
)
def test_ri_3_5_only_at_the_level_of_the_pip_or_higher(niveau: Niveau, pip: Niveau, aantal: int) -> None:
    assert gratis(Leerroute.B1, Examenonderdeel.SCHRIJVEN, niveau, pip_niveau=pip) == aantal


@pytest.mark.parametrize(("onderdeel", "aantal"), [(KNM, 2), *((deel, 0) for deel in TAAL)])
def test_ri_3_5_onderwijsroute_has_free_attempts_for_knm_only(onderdeel: Examenonderdeel, aantal: int) -> None:
    assert gratis(Leerroute.ONDERWIJS, onderdeel, Niveau.B1) == aantal


@pytest.mark.parametrize(
    ("onderdeel", "niveau", "in_pip", "aantal"),
    [
        (Examenonderdeel.LEZEN, Niveau.A2, True, 2),
        (KNM, None, True, 2),
        (Examenonderdeel.LEZEN, Niveau.B1, True, 0),
        (Examenonderdeel.LEZEN, Niveau.A2, False, 0),
        (KNM, None, False, 0),
    ],
)
def test_ri_3_5_lid_3_z_route_only_what_stands_in_the_pip(
    onderdeel: Examenonderdeel, niveau: Niveau | None, in_pip: bool, aantal: int
) -> None:
    assert gratis(Leerroute.Z, onderdeel, niveau, in_pip=in_pip) == aantal


@pytest.mark.parametrize("groep", ZELF)
@pytest.mark.parametrize("route", list(Leerroute))
def test_ri_3_5_who_pays_himself_has_no_free_attempts(groep: Doelgroep, route: Leerroute) -> None:
    assert {gratis(route, deel, Niveau.A2, doelgroep=groep, in_pip=True) for deel in Examenonderdeel} == {0}


@pytest.mark.parametrize(("gedaan", "over"), [(0, 2), (1, 1), (2, 0), (5, 0)])
def test_ri_3_5_what_is_left_never_falls_below_zero(gedaan: int, over: int) -> None:
    uitkomst = gratis_pogingen(leerroute=Leerroute.B1, doelgroep=ASIEL, onderdeel=KNM)
    assert uitkomst.over(gedaan) == over
    assert uitkomst.uitleg.endswith("(art. 3.5 Regeling inburgering 2021).")


S = Urensoort


@pytest.mark.parametrize(
    ("route", "groep", "uren"),
    [
        (Leerroute.Z, ASIEL, {S.TAAL: 800, S.PARTICIPATIE: 800, S.MAP: 40, S.PVT: 12}),
        (Leerroute.Z, Doelgroep.GEZINSLID_STATUSHOUDER, {S.TAAL: 800, S.PARTICIPATIE: 800, S.MAP: 40, S.PVT: 12}),
        (Leerroute.Z, GEZIN, {S.TAAL: 800, S.MAP: 40, S.PVT: 12}),
        (Leerroute.Z, Doelgroep.OVERIGE_MIGRANT, {S.TAAL: 800, S.MAP: 40, S.PVT: 12}),
        (Leerroute.B1, ASIEL, {S.MAP: 40, S.PVT: 12}),
        (Leerroute.B1, GEZIN, {S.MAP: 40, S.PVT: 12}),
        (Leerroute.ONDERWIJS, ASIEL, {S.PVT: 12}),
        (Leerroute.ONDERWIJS, GEZIN, {S.PVT: 12}),
        (None, ASIEL, {S.PVT: 12}),
        (Leerroute.B1, Doelgroep.ONDERTUSSENGROEP, {S.PVT: 9}),
        (None, Doelgroep.ELIP, {}),
    ],
)
def test_bi_3_1_bi_3_14_ri_3_1_and_wi_8_lid_3_hours_per_route_and_group(
    route: Leerroute | None, groep: Doelgroep, uren: dict[Urensoort, int]
) -> None:
    normen = urennormen(leerroute=route, doelgroep=groep)
    assert {norm.soort: norm.uren for norm in normen} == uren
    assert all(norm.grondslag.volledig in norm.uitleg for norm in normen)
