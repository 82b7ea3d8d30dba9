"""Hours of a week: what is refused, what a correction leaves behind, and the norm beside them."""

from datetime import date, timedelta

import pytest

from cases.models import Dossier, Gebeurtenis
from cases.services.samenvoegen import Keuzes, SamenvoegFout, voeg_samen
from cases.services.termijnen import dossierfeiten_van
from cases.services.vernietiging import vernietig
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.voortgang.enums import Taalniveau, Vaardigheid
from pip_plans.voortgang.models import Niveaumeting, Weekstaat
from pip_plans.voortgang.services.niveaus import leg_niveaus_vast
from pip_plans.voortgang.services.norm import Onderdeel, onderdelen
from pip_plans.voortgang.services.uren import corrigeer_week, leg_week_vast, trek_week_in
from pip_plans.voortgang.weken import lees_week, maand_van, uren_tekst
from tests.fabriek import Cast
from tests.pip_plans.uitvoering.bouw import maak_aanbieder, met_pip

from .bouw import OP, WEEK, geplaatst, legt_vast, statushouder, uren


def norm(dossier: Dossier) -> dict[str, Onderdeel]:
    dossier = Dossier.objects.get(pk=dossier.pk)
    return {deel.naam: deel for deel in onderdelen(dossier, dossierfeiten_van(dossier))}


@pytest.mark.parametrize(
    ("week", "waarden", "reden"),
    [
        (date(2026, 11, 23), {"nt2": 4}, "moet nog komen"),
        (date(2026, 8, 17), {"nt2": 4}, "geen plaats"),
        (WEEK, {"nt2": 36, "ongeoorloofd": 4.25}, "hoogstens 40"),
        (WEEK, {"nt2": 1.1}, "kwart uren"),
        (WEEK, {"nt2": -1}, "kwart uren"),
        (WEEK, {"pvt": 3}, "horen niet bij B1-route"),
    ],
)
def test_hours_that_cannot_be_are_refused_with_the_reason(cast: Cast, week, waarden, reden) -> None:
    plaatsing = statushouder(cast)

    with pytest.raises(UitvoeringFout, match=reden):
        leg_week_vast(plaatsing=plaatsing, week=week, waarden=uren(**waarden), door=cast.consulent, op=OP)

    assert not Weekstaat.objects.exists()


def test_a_week_that_begins_today_has_no_hours_yet(cast: Cast) -> None:
    wie = {"week": date(2026, 11, 23), "waarden": uren(nt2=4), "door": cast.consulent, "op": date(2026, 11, 23)}
    with pytest.raises(UitvoeringFout, match="begint vandaag pas"):
        leg_week_vast(plaatsing=statushouder(cast), **wie)


def test_the_same_week_twice_counts_once_and_another_number_asks_for_a_correction(cast: Cast) -> None:
    plaatsing = statushouder(cast)
    legt_vast(cast, plaatsing, nt2=10)
    legt_vast(cast, plaatsing, nt2=10)
    with pytest.raises(UitvoeringFout, match="staan er al uren"):
        legt_vast(cast, plaatsing, nt2=12)

    assert Weekstaat.objects.get().gevolgd == 10
    assert Gebeurtenis.objects.filter(soort="UREN_VASTGELEGD").count() == 1


def test_a_correction_keeps_what_was_and_why_in_the_history(cast: Cast) -> None:
    rij = legt_vast(cast, statushouder(cast), nt2=10)
    wie = {"door": cast.consulent, "op": OP}
    with pytest.raises(UitvoeringFout, match="waarom"):
        corrigeer_week(weekstaat=rij, waarden=uren(nt2=8), reden=" ", **wie)

    corrigeer_week(weekstaat=rij, waarden=uren(nt2=8, geoorloofd=2), reden="verkeerde kolom", **wie)
    trek_week_in(weekstaat=rij, reden="andere deelnemer", **wie)

    gecorrigeerd, ingetrokken = (
        Gebeurtenis.objects.filter(soort__startswith="UREN_").exclude(soort="UREN_VASTGELEGD").order_by("pk")
    )
    assert gecorrigeerd.gegevens["was"] == "10 uur gevolgd"
    assert gecorrigeerd.gegevens["wordt"] == "8 uur gevolgd, 2 uur geoorloofd verzuim"
    assert (gecorrigeerd.toelichting, ingetrokken.toelichting) == ("verkeerde kolom", "andere deelnemer")
    assert not Weekstaat.objects.exists()
    with pytest.raises(UitvoeringFout, match="ingetrokken"):
        corrigeer_week(weekstaat=rij, waarden=uren(nt2=1), reden="te laat", **wie)


@pytest.mark.parametrize(
    ("route", "groep", "soort", "verwacht"),
    [
        ("Z", "ASIELSTATUSHOUDER", "z", {"Lessen (NT2 en KNM)": 800, "Participatie": 800, "MAP": 40, "PVT": 12}),
        ("B1", "ASIELSTATUSHOUDER", "b1", {"Lessen (NT2 en KNM)": None, "MAP": 40, "PVT": 12}),
        ("ONDERWIJS", "ASIELSTATUSHOUDER", "onderwijs", {"Lessen (NT2 en KNM)": None, "PVT": 12}),
    ],
)
def test_besluit_3_14_the_norm_follows_route_and_group(cast: Cast, route, groep, soort, verwacht) -> None:
    plaatsing = geplaatst(cast, met_pip(cast, route, groep), soort)

    assert {naam: deel.norm for naam, deel in norm(plaatsing.dossier).items()} == verwacht


def test_besluit_3_14_a_gezinsmigrant_has_no_hours_of_participation(cast: Cast) -> None:
    assert set(norm(met_pip(cast, "Z", "GEZINSMIGRANT"))) == {"Lessen (NT2 en KNM)", "MAP", "PVT"}


def test_besluit_3_14_hours_of_pvt_and_map_count_for_participation(cast: Cast) -> None:
    z = statushouder(cast, "z", "Z")
    legt_vast(cast, z, nt2=8, knm=2, participatie=16)
    wie = maak_aanbieder(cast, "VluchtelingenWerk", aanbod=("pvt", "map"))
    legt_vast(cast, geplaatst(cast, z.dossier, "pvt", wie), pvt=6)
    legt_vast(cast, geplaatst(cast, z.dossier, "map", wie), map=4)

    deel = norm(z.dossier)

    assert (deel["Lessen (NT2 en KNM)"].gevolgd, deel["Participatie"].gevolgd, deel["PVT"].gevolgd) == (10, 26, 6)
    assert "Nog 774 uur." in deel["Participatie"].zin
    assert "10 uur PVT en MAP" in deel["Participatie"].zin
    assert "art. 3.14" in deel["Participatie"].zin


def test_besluit_5_5_only_hours_of_nt2_count_for_going_down_to_a2(cast: Cast) -> None:
    plaatsing = statushouder(cast, start=date(2026, 1, 5))
    for n in range(15):
        legt_vast(cast, plaatsing, WEEK - timedelta(weeks=n), nt2=39, knm=1)
    assert "585 uur NT2. Afschalen kan vanaf 600" in norm(plaatsing.dossier)["Lessen (NT2 en KNM)"].zin

    legt_vast(cast, plaatsing, WEEK - timedelta(weeks=15), nt2=15)

    assert "kan een onderdeel naar A2" in norm(plaatsing.dossier)["Lessen (NT2 en KNM)"].zin


def test_a_level_is_recorded_per_day_and_corrected_with_a_reason(cast: Cast) -> None:
    dossier, wie = met_pip(cast), {"door": cast.consulent, "op": OP}
    a1, a2 = {Vaardigheid.LEZEN: Taalniveau.A1}, {Vaardigheid.LEZEN: Taalniveau.A2}
    leg_niveaus_vast(dossier=dossier, gemeten_op=OP, niveaus=a1, **wie)
    leg_niveaus_vast(dossier=dossier, gemeten_op=OP, niveaus=a1, **wie)
    with pytest.raises(UitvoeringFout, match="ander niveau"):
        leg_niveaus_vast(dossier=dossier, gemeten_op=OP, niveaus=a2, **wie)
    with pytest.raises(UitvoeringFout, match="toekomst"):
        leg_niveaus_vast(dossier=dossier, gemeten_op=OP + timedelta(days=1), niveaus=a2, **wie)

    leg_niveaus_vast(dossier=dossier, gemeten_op=OP, niveaus=a2, reden="toets nagekeken", **wie)

    assert Niveaumeting.objects.get().niveau == "A2"
    assert Gebeurtenis.objects.filter(soort__startswith="NIVEAU_").count() == 2


def test_destroying_a_dossier_takes_its_weeks_and_levels(cast: Cast) -> None:
    plaatsing = statushouder(cast)
    legt_vast(cast, plaatsing, nt2=10)
    leg_niveaus_vast(
        dossier=plaatsing.dossier, gemeten_op=OP, niveaus={Vaardigheid.LEZEN: Taalniveau.A1}, door=cast.consulent, op=OP
    )

    vernietig(dossier=plaatsing.dossier, grondslag="hoort hier niet", door=cast.beheerder, op=OP, onterecht=True)

    assert not Weekstaat.objects.exists()
    assert not Niveaumeting.objects.exists()


def test_two_records_with_an_open_place_for_the_same_are_not_merged_over_their_hours(cast: Cast) -> None:
    een, ander = statushouder(cast), statushouder(cast)
    legt_vast(cast, ander, nt2=10)

    with pytest.raises(SamenvoegFout, match="loopt een plaats voor B1-route"):
        voeg_samen(
            blijft=een.dossier, vervallen=ander.dossier, keuzes=Keuzes(), reden="dubbel", door=cast.teamleider, op=OP
        )


@pytest.mark.parametrize(
    ("tekst", "maandag"),
    [
        ("2026-W45", date(2026, 11, 2)),
        ("2026-45", date(2026, 11, 2)),
        ("2026 1", date(2025, 12, 29)),
        ("2026-54", None),
        ("0001-W01", None),
        ("week 45", None),
    ],
)
def test_a_week_is_read_as_schools_write_it(tekst, maandag) -> None:
    assert lees_week(tekst) == maandag


def test_a_week_belongs_to_the_month_of_its_thursday() -> None:
    assert maand_van(date(2026, 9, 28)) == date(2026, 10, 1)
    assert maand_van(date(2026, 10, 26)) == date(2026, 10, 1)
    assert maand_van(date(2026, 11, 30)) == date(2026, 12, 1)


@pytest.mark.parametrize(("uren_", "tekst"), [(12, "12"), (1234, "1.234"), (600, "600"), (0, "0")])
def test_hours_are_written_as_people_read_them(uren_, tekst) -> None:
    assert uren_tekst(uren_) == tekst
