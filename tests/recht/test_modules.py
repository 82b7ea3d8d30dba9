"""Which modules somebody must do, per group and route (Wi 6, 8, 14, 16 and 54; Bi 3.1; Ri 3.1)."""

from datetime import date
from decimal import Decimal

import pytest

from inburgering.recht.begeleiding import Begin, begeleidingsrecht
from inburgering.recht.feiten import (
    GROEP_MET_AANBOD,
    GROEP_WI2013,
    Doelgroep,
    Dossierfeiten,
    Feit,
    FeitSoort,
    Leerroute,
    Regime,
)
from inburgering.recht.modules import Module, Moduleplicht, Wanneer, map_ontbreekt, modules, pvt_ontbreekt

ASIEL, GEZIN = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT
WI2021 = [groep for groep in Doelgroep if groep not in GROEP_WI2013]
ZELF = [groep for groep in WI2021 if groep not in GROEP_MET_AANBOD]
KOPPELING, BRP = date(2026, 5, 4), date(2026, 8, 3)
OP = date(2026, 11, 20)


def plicht(module: Module, doelgroep: Doelgroep = ASIEL, leerroute: Leerroute | None = Leerroute.B1) -> Moduleplicht:
    regime = Regime.WI2013 if doelgroep in GROEP_WI2013 else Regime.WI2021
    rijen = modules(regime=regime, doelgroep=doelgroep, leerroute=leerroute)
    (gevonden,) = [rij for rij in rijen if rij.module is module]
    return gevonden


@pytest.mark.parametrize("groep", WI2021)
@pytest.mark.parametrize("route", [*Leerroute, None])
def test_wi_6_and_bi_3_1_everybody_does_twelve_hours_of_pvt(groep: Doelgroep, route: Leerroute | None) -> None:
    pvt = plicht(Module.PVT, groep, route)

    assert (pvt.wanneer, pvt.uren, pvt.gemeente) == (Wanneer.MOET, 12, True)


@pytest.mark.parametrize("groep", WI2021)
@pytest.mark.parametrize(
    ("route", "wanneer", "uren"),
    [
        (Leerroute.B1, Wanneer.MOET, 40),
        (Leerroute.Z, Wanneer.MOET, 40),
        (Leerroute.ONDERWIJS, Wanneer.NIET, None),
        (None, Wanneer.LATER, None),
    ],
)
def test_wi_8_lid_3_and_ri_3_1_map_of_forty_hours_not_in_the_onderwijsroute(
    groep: Doelgroep, route: Leerroute | None, wanneer: Wanneer, uren: int | None
) -> None:
    map_ = plicht(Module.MAP, groep, route)

    assert (map_.wanneer, map_.uren) == (wanneer, uren)


@pytest.mark.parametrize(
    ("groep", "gemeente"), [*((groep, True) for groep in sorted(GROEP_MET_AANBOD)), *((groep, False) for groep in ZELF)]
)
@pytest.mark.parametrize("route", list(Leerroute))
def test_wi_14_and_16_knm_is_in_the_offer_or_paid_by_oneself(
    groep: Doelgroep, gemeente: bool, route: Leerroute
) -> None:
    knm = plicht(Module.KNM, groep, route)

    assert (knm.moet, knm.gemeente) == (True, gemeente)
    assert ("zelf" in knm.uitleg) is not gemeente


@pytest.mark.parametrize(("route", "in_de_lessen"), [(Leerroute.Z, True), (Leerroute.B1, False), (None, False)])
def test_bi_3_14_lid_7_knm_of_the_z_route_is_in_the_lessons(route: Leerroute | None, in_de_lessen: bool) -> None:
    assert ("zit KNM in de lessen" in plicht(Module.KNM, ASIEL, route).uitleg) is in_de_lessen


@pytest.mark.parametrize("route", [*Leerroute, None])
def test_wi_54_ondertussengroep_has_nine_hours_of_pvt_and_ona_instead_of_the_map(route: Leerroute | None) -> None:
    groep = Doelgroep.ONDERTUSSENGROEP

    assert (plicht(Module.PVT, groep, route).uren, plicht(Module.MAP, groep, route).moet) == (9, False)
    assert plicht(Module.ONA, groep, route).moet
    assert not plicht(Module.ONA, groep, route).gemeente


def test_bi_12_1a_lid_6_who_keeps_the_act_of_2013_may_do_the_map_instead_of_ona() -> None:
    for groep in GROEP_WI2013:
        rij = plicht(Module.MAP, groep, None)
        assert (rij.wanneer, rij.kan, rij.moet, rij.uren) == (Wanneer.MAG, True, False, 40)
        assert "vrijstelling van ONA" in rij.uitleg


def test_wi_54_of_elip_only_duo_knows_whether_the_pvt_is_asked() -> None:
    rij = plicht(Module.PVT, Doelgroep.ELIP, None)

    assert (rij.wanneer, rij.kan, rij.uren) == (Wanneer.LATER, False, None)
    assert (plicht(Module.ONA, Doelgroep.ELIP, None).moet, plicht(Module.KNM, Doelgroep.ELIP, None).gemeente) == (
        True,
        False,
    )


def test_under_the_act_of_2021_there_is_no_ona() -> None:
    rijen = modules(regime=Regime.WI2021, doelgroep=ASIEL, leerroute=Leerroute.Z)

    assert [rij.module for rij in rijen] == [Module.PVT, Module.MAP, Module.KNM]
    assert all(rij.grondslag.artikel for rij in rijen)


def feiten(groep: Doelgroep = ASIEL, *meer: FeitSoort, regime: Regime = Regime.WI2021) -> Dossierfeiten:
    dagen = {FeitSoort.KOPPELING: KOPPELING, FeitSoort.BRP_INSCHRIJVING: BRP}
    rijen = [Feit(FeitSoort.DOELGROEP, KOPPELING, "0", gegevens={"doelgroep": groep.value})]
    rijen += [Feit(soort, dagen.get(soort, OP), str(nummer)) for nummer, soort in enumerate(meer, start=1)]
    return Dossierfeiten(regime=regime, feiten=tuple(rijen))


@pytest.mark.parametrize(
    ("begin", "gebeurd", "vanaf"),
    [
        (Begin.WET, (FeitSoort.KOPPELING,), None),
        (Begin.WET, (FeitSoort.KOPPELING, FeitSoort.BRP_INSCHRIJVING), BRP),
        (Begin.KOPPELING, (FeitSoort.KOPPELING,), KOPPELING),
        (Begin.KOPPELING, (FeitSoort.KOPPELING, FeitSoort.BRP_INSCHRIJVING), KOPPELING),
        (Begin.KOPPELING, (FeitSoort.BRP_INSCHRIJVING,), BRP),
        (Begin.KOPPELING, (), None),
    ],
)
def test_wi_13_lid_3_begeleiding_begins_at_the_registration_or_by_policy_at_the_koppeling(
    begin: Begin, gebeurd: tuple[FeitSoort, ...], vanaf: date | None
) -> None:
    recht = begeleidingsrecht(feiten(ASIEL, *gebeurd), begin=begin, bron="Beleidskader")

    assert (recht.recht, recht.vanaf) == (True, vanaf)
    assert recht.had_moeten_beginnen(OP) is (vanaf is not None)
    assert ("Beleidskader" in recht.uitleg) is (vanaf == KOPPELING)


@pytest.mark.parametrize("groep", list(Doelgroep))
def test_wi_13_lid_1_only_groups_with_an_offer_have_the_right(groep: Doelgroep) -> None:
    recht = begeleidingsrecht(feiten(groep, FeitSoort.BRP_INSCHRIJVING), begin=Begin.WET, bron="")

    assert recht.recht is (groep in GROEP_MET_AANBOD)


@pytest.mark.parametrize("einde", [FeitSoort.VERTREK, FeitSoort.EINDE_PLICHT, FeitSoort.OVERLIJDEN])
def test_wi_13_the_right_ends_with_the_duty(einde: FeitSoort) -> None:
    assert not begeleidingsrecht(feiten(ASIEL, FeitSoort.BRP_INSCHRIJVING, einde), begin=Begin.WET, bron="").recht


def test_wi_54_the_act_of_2013_has_its_own_rules_for_begeleiding() -> None:
    oud = feiten(ASIEL, FeitSoort.BRP_INSCHRIJVING, regime=Regime.WI2013)

    assert not begeleidingsrecht(oud, begin=Begin.WET, bron="").recht


@pytest.mark.parametrize(
    ("uren", "getekend", "mist"),
    [
        ("12", True, ()),
        ("12.5", True, ()),
        ("11.5", True, ("Er ontbreken nog 0,5 van de 12 uur.",)),
        ("12", False, ("De verklaring is nog niet ondertekend.",)),
        ("0", False, ("Er ontbreken nog 12 van de 12 uur.", "De verklaring is nog niet ondertekend.")),
    ],
)
def test_bi_3_1_pvt_is_done_with_twelve_hours_and_a_signature(uren: str, getekend: bool, mist: tuple[str, ...]) -> None:
    assert pvt_ontbreekt(uren=Decimal(uren), norm=12, ondertekend=getekend) == mist


@pytest.mark.parametrize(
    ("uren", "gesprek", "mist"),
    [
        ("40", True, ()),
        ("39.5", True, ("Er ontbreken nog 0,5 van de 40 uur.",)),
        ("20", False, ("Er ontbreken nog 20 van de 40 uur.", "Het eindgesprek is er nog niet geweest.")),
    ],
)
def test_ri_3_1_map_is_done_with_forty_hours_and_an_eindgesprek(
    uren: str, gesprek: bool, mist: tuple[str, ...]
) -> None:
    assert map_ontbreekt(uren=Decimal(uren), norm=40, gesprek=gesprek) == mist
