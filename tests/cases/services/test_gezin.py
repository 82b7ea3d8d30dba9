"""A gezin: one planning, separate talks; what is shared is typed once; who is hidden leaves no trace."""

from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases.enums import Afspraaksoort, Gezinsrol, Plaatssoort
from cases.models import Afspraak, Dossier, Gezinswijziging
from cases.services import gezinnen, gezinsgegevens, gezinshistorie, gezinsplanning
from cases.services.bescherming import bescherm
from cases.services.gebeurtenissen import GebeurtenisFout
from inburgering.recht.feiten import FeitSoort
from tests.conftest import VANDAAG
from tests.fabriek import asielstatushouder, leg_vast, maak_dossier

BEGIN = timezone.make_aware(datetime(2026, 11, 24, 9))  # noqa: DTZ001  (made aware here)


@pytest.fixture
def gezin(cast):
    """Two partners with a dossier each."""
    een = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 11, 2), kennisgeving=date(2026, 11, 1))
    twee = asielstatushouder(cast.gemeente, cast.collega, brp=date(2026, 11, 2), kennisgeving=date(2026, 11, 1))
    gezinnen.voeg_toe_bij(dossier=twee, ander=een, rol=Gezinsrol.PARTNER, door=cast.consulent, op=VANDAAG)
    return [Dossier.objects.select_related("inburgeraar", "gemeente").get(pk=lid.pk) for lid in (een, twee)]


def praat(cast, **anders):
    wat = {"soort": Afspraaksoort.INTAKE, "duur_minuten": 60, "plaatssoort": Plaatssoort.GEMEENTEHUIS}
    return wat | {"plaats": "kamer 3", "met": cast.consulent, "tolk_taal": "Tigrinya"} | anders


def vakken(gezin, na_elkaar=True):
    return gezinsplanning.tijdvakken(
        dossiers=gezin, begin=BEGIN, duur_minuten=60, na_elkaar=na_elkaar, pauze_minuten=15
    )


def zichtbaar(cast, wie):
    return Dossier.objects.zichtbaar_voor(wie, cast.gemeente, VANDAAG)


def test_each_member_gets_a_talk_of_his_own_from_what_was_typed_once(cast, gezin):
    for _ in range(2):  # a double click
        gezinsplanning.plan_voor_gezin(vakken=vakken(gezin), gegevens=praat(cast), door=cast.consulent, op=VANDAAG)

    rijen = [
        (rij.dossier, timezone.localtime(rij.begin).hour, rij.plaats, rij.tolk_taal) for rij in Afspraak.objects.all()
    ]
    assert rijen == [(gezin[0], 9, "kamer 3", "Tigrinya"), (gezin[1], 10, "kamer 3", "Tigrinya")]
    assert [lid.gebeurtenissen.filter(soort="AFSPRAAK_GEPLAND").count() for lid in gezin] == [1, 1]


def test_an_individual_talk_is_never_with_the_partner(cast, gezin):
    plan = {"door": cast.consulent, "op": VANDAAG}
    individueel = praat(cast, soort=Afspraaksoort.INDIVIDUEEL)
    with pytest.raises(gezinsplanning.PlanningFout, match="met ieder apart") as samen:
        gezinsplanning.plan_voor_gezin(vakken=vakken(gezin, na_elkaar=False), gegevens=individueel, **plan)

    assert samen.value.veld == "na_elkaar"
    assert not Afspraak.objects.exists()


def test_who_is_busy_then_is_named_but_a_hidden_dossier_only_by_its_time(cast, gezin):
    geheim = maak_dossier(cast.gemeente, cast.collega, op=VANDAAG, achternaam="Verborgen")
    for lid in (gezin[1], geheim):
        Afspraak.objects.create(
            dossier=lid, soort="toets", begin=BEGIN, plaatssoort="thuis", met=cast.consulent, duur_minuten=30
        )
    bescherm(dossier=geheim, mensen=[cast.collega], reden="dreiging", door=cast.collega, op=VANDAAG)

    gevonden = gezinsplanning.botsingen(
        vakken=vakken(gezin, na_elkaar=False), met=cast.consulent, zichtbaar=zichtbaar(cast, cast.consulent)
    )

    assert gevonden == [
        f"{cast.consulent.naam} heeft van 09:00 tot 09:30 uur al een afspraak met {gezin[1].inburgeraar.naam}.",
        f"{gezin[1].inburgeraar.naam} heeft van 09:00 tot 09:30 uur al een afspraak: Leerbaarheidstoets.",
        f"{cast.consulent.naam} heeft van 09:00 tot 09:30 uur al een afspraak.",
    ]


def test_a_shared_fact_moves_the_terms_of_each_member_and_is_recorded_once(cast, gezin):
    een, twee = gezin
    feit = {"soort": FeitSoort.HUISVESTING, "datum": date(2026, 11, 2), "gegevens": {}}
    wie = {"dossiers": gezin, "op": VANDAAG, **feit}
    gevolgen = gezinsgegevens.bekijk_feit(**wie)
    assert [gevolg.staat_er for gevolg in gevolgen] == [False, False]
    assert not een.gebeurtenissen.filter(soort="HUISVESTING").exists()

    assert gezinsgegevens.leg_feit_vast(**wie, toelichting="", door=cast.consulent) == [een, twee]
    assert gezinsgegevens.leg_feit_vast(**wie, toelichting="", door=cast.consulent) == []
    assert [lid.gebeurtenissen.filter(soort="HUISVESTING").count() for lid in gezin] == [1, 1]
    assert [gevolg.staat_er for gevolg in gezinsgegevens.bekijk_feit(**wie)] == [True, True]

    later = gezinsgegevens.bekijk_feit(**(wie | {"datum": date(2026, 11, 9)}))
    assert ["staat er al met de datum 2 november 2026" in gevolg.waarschuwingen[0] for gevolg in later] == [True, True]
    with pytest.raises(GebeurtenisFout):
        gezinsgegevens.leg_feit_vast(**(wie | {"datum": date(2026, 12, 1)}), toelichting="", door=cast.consulent)


def test_the_preview_says_per_member_which_terms_move(cast, gezin):
    nieuw = maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)
    leg_vast(nieuw, FeitSoort.DOELGROEP, date(2026, 11, 2), doelgroep="ASIELSTATUSHOUDER")
    brp = {"soort": FeitSoort.BRP_INSCHRIJVING, "datum": date(2026, 11, 2), "gegevens": {}, "op": VANDAAG}

    bij_nieuw, bij_bekend = gezinsgegevens.bekijk_feit(dossiers=[nieuw, gezin[0]], **brp)

    assert any(v.nieuw and v.nieuw.laatste_dag == date(2027, 1, 11) for v in bij_nieuw.verschuivingen)
    assert (bij_bekend.staat_er, bij_bekend.verschuivingen) == (True, [])


def test_a_shared_address_is_stored_with_the_chosen_members_only(cast, gezin):
    een, twee = gezin
    nieuw = {"straat": "Meerkoet", "tolk_nodig": False, "achternaam": "mag niet"}
    assert gezinsgegevens.bekijk_persoon(dossiers=[twee], persoon=nieuw)[0].rijen == [
        ("straat", "", "Meerkoet"),
        ("tolk nodig", "ja", "nee"),
    ]
    wie = {"dossiers": [twee], "persoon": nieuw, "door": cast.consulent, "op": VANDAAG}
    assert [gezinsgegevens.pas_persoon_toe(**wie), gezinsgegevens.pas_persoon_toe(**wie)] == [[twee], []]

    een.inburgeraar.refresh_from_db()
    twee.inburgeraar.refresh_from_db()
    assert (een.inburgeraar.straat, twee.inburgeraar.straat, twee.inburgeraar.tolk_nodig) == ("", "Meerkoet", False)
    assert twee.inburgeraar.achternaam != "mag niet"


def test_who_leaves_is_told_with_date_and_reason_and_a_hidden_member_is_not(cast, gezin):
    een, twee = gezin
    derde = maak_dossier(cast.gemeente, cast.collega, op=VANDAAG)
    gezinnen.voeg_toe_bij(dossier=derde, ander=een, rol=Gezinsrol.OVERIG, door=cast.consulent, op=VANDAAG)
    bescherm(dossier=derde, mensen=[cast.collega], reden="dreiging", door=cast.collega, op=VANDAAG)
    dag = date(2026, 11, 13)
    gezinnen.maak_los(dossier=twee, door=cast.consulent, op=VANDAAG, vanaf=dag, reden="woont apart")

    historie = gezinshistorie.geschiedenis(gezin=een.inburgeraar.gezin, zichtbaar=zichtbaar(cast, cast.consulent))
    stappen = {(stap.inburgeraar_id, stap.stap, stap.datum, stap.reden) for stap in historie}
    assert stappen == {
        (een.inburgeraar_id, "erbij", VANDAAG, ""),
        (twee.inburgeraar_id, "erbij", VANDAAG, ""),
        (twee.inburgeraar_id, "eruit", dag, "woont apart"),
    }
    assert Gezinswijziging.objects.filter(inburgeraar=derde.inburgeraar).exists()
    assert gezinnen.gezinsleden(dossier=een, zichtbaar=zichtbaar(cast, cast.consulent)) == []
    assert twee.gebeurtenissen.get(soort="PERSOON_GEWIJZIGD", datum=dag).toelichting == "woont apart"


def test_a_child_has_an_age_and_stands_once_with_the_gezin(cast, gezin):
    een, twee = gezin
    wat = {"naam": "Yonas", "geboortedatum": date(2023, 11, 21), "schoolsoort": "voorschool", "school": "De Kikker"}
    for lid in gezin:
        gezinnen.leg_kind_vast(dossier=lid, gegevens=wat, door=cast.consulent, op=VANDAAG)

    (kind,) = gezinnen.kinderen_van(dossier=twee)
    assert (kind.leeftijd(VANDAAG), kind.leeftijd(date(2026, 11, 21)), kind.is_voorschools(VANDAAG)) == (2, 3, True)
    assert [lid.gebeurtenissen.filter(soort="GEZINSKIND").count() for lid in gezin] == [1, 1]
    with pytest.raises(ValidationError, match="voor de geboortedatum"):
        gezinnen.leg_kind_vast(
            dossier=een, gegevens={"uit_gezin_op": date(2020, 1, 1)}, kind=kind, door=cast.consulent, op=VANDAAG
        )
    weg = {"uit_gezin_op": date(2026, 11, 1)}
    kind.refresh_from_db()
    gezinnen.leg_kind_vast(dossier=een, gegevens=weg, kind=kind, door=cast.consulent, op=VANDAAG)
    assert gezinnen.kinderen_van(dossier=een) == []
