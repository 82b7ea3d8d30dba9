"""The first contact by policy, the overdracht with its dates, and the day sheet."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from cases.enums import Overdrachtpunt, Scenario, Voorinburgeringsdeel
from cases.models import Afspraak, Dossier, Instelling
from cases.services import koppeling
from cases.services.contact import contactwijze
from cases.services.dagstaat import EERSTE_CONTACT, maak_dagstaat
from cases.services.termijnen import feiten_van
from inburgering.recht.feiten import Dossierfeiten, FeitSoort, Regime
from tests.fabriek import leg_vast, maak_dossier

OP = date(2026, 11, 20)
NL = ZoneInfo("Europe/Amsterdam")


def in_azc(cast, azc, doelgroep="ASIELSTATUSHOUDER", consulent=None):
    dossier = maak_dossier(cast.gemeente, consulent or cast.consulent, op=OP)
    leg_vast(dossier, FeitSoort.DOELGROEP, OP, doelgroep=doelgroep)
    if azc:
        leg_vast(dossier, FeitSoort.KOPPELING, OP, azc=azc)
    return dossier


def wijze(dossier):
    feiten = Dossierfeiten(regime=Regime.WI2021, feiten=feiten_van(dossier))
    return contactwijze(gemeente=dossier.gemeente, feiten=feiten, op=OP).wijze


@pytest.mark.parametrize(
    ("azc", "doelgroep", "verwacht"),
    [
        ("AZC Almere", "ASIELSTATUSHOUDER", "bezoek in het AZC"),
        ("AZC Amsterdam-West (Willinklaan)", "NAREIZIGER", "bezoek in het AZC"),
        ("azc amsterdam west", "ASIELSTATUSHOUDER", "bezoek in het AZC"),
        ("AZC Utrecht", "ASIELSTATUSHOUDER", "telefonisch"),
        ("AZC Almere-Buiten Noord", "ASIELSTATUSHOUDER", "bezoek in het AZC"),
        ("", "GEZINSMIGRANT", "op het gemeentehuis"),
    ],
)
def test_the_first_contact_goes_by_the_policy(cast, azc, doelgroep, verwacht):
    assert wijze(in_azc(cast, azc, doelgroep)) == verwacht


def test_another_policy_of_the_gemeente_is_followed_from_its_date(cast):
    dossier = in_azc(cast, "AZC Utrecht")
    Instelling.objects.create(
        gemeente=cast.gemeente, sleutel="azc_bezoek", waarde=["AZC Utrecht"], geldig_vanaf=OP, bron="werkafspraak"
    )

    assert wijze(dossier) == "bezoek in het AZC"


def test_a_point_of_the_overdracht_is_set_moved_and_cleared_with_one_event_each(cast):
    dossier = in_azc(cast, "AZC Almere")

    def bij(dag):
        return koppeling.werk_overdracht_bij(
            dossier=dossier, punten={Overdrachtpunt.PROFIEL: dag}, door=cast.consulent, op=OP
        )

    assert bij(date(2026, 11, 18)) == [Overdrachtpunt.PROFIEL.label]
    assert bij(date(2026, 11, 18)) == []
    bij(date(2026, 11, 19))
    assert dossier.overdrachtpunten.get().gedaan_op == date(2026, 11, 19)
    bij(None)
    assert not dossier.overdrachtpunten.exists()
    assert dossier.gebeurtenissen.filter(soort="OVERDRACHT_GEWIJZIGD").count() == 3


def test_the_same_scenario_twice_is_one_event(cast):
    dossier = in_azc(cast, "AZC Almere")

    keuzes = [
        koppeling.kies_scenario(dossier=dossier, scenario=Scenario.SNEL, door=cast.consulent, op=OP) for _ in range(2)
    ]

    assert keuzes == [True, False]
    dossier.refresh_from_db()
    assert dossier.scenario == Scenario.SNEL


def test_voorinburgering_keeps_the_day_on_which_it_was_known(cast):
    dossier = in_azc(cast, "AZC Almere")

    def bij(stand, uren, op):
        delen = {Voorinburgeringsdeel.NT2: {"stand": stand, "uren": uren}}
        return koppeling.werk_voorinburgering_bij(dossier=dossier, delen=delen, door=cast.consulent, op=op)

    bij("bezig", 40, OP)
    bij("bezig", 40, date(2026, 12, 1))
    assert dossier.voorinburgering.get().peildatum == OP
    with pytest.raises(ValidationError):
        bij("verzonnen", 40, OP)


def test_the_day_sheet_holds_the_appointments_and_who_was_never_met(cast):
    afspraak, nieuw, gezien, elders, van_collega = (
        in_azc(cast, "AZC Almere"),
        in_azc(cast, "AZC Almere"),
        in_azc(cast, "AZC Almere"),
        in_azc(cast, "AZC Utrecht"),
        in_azc(cast, "AZC Almere", consulent=cast.collega),
    )
    leg_vast(gezien, FeitSoort.EERSTE_CONTACT, OP, wijze="bezoek in het AZC")
    for dossier in (afspraak, elders):
        Afspraak.objects.create(
            dossier=dossier, soort="kennismaking", begin=datetime(2026, 11, 24, 10, 30, tzinfo=NL), plaatssoort="azc",
            met=cast.consulent, tolk_taal="Tigrinya",
        )  # fmt: skip

    staat = maak_dagstaat(
        gemeente=cast.gemeente,
        dossiers=Dossier.objects.zichtbaar_voor(cast.consulent, cast.gemeente, OP),
        medewerker=cast.consulent,
        azc="AZC Almere",
        dag=date(2026, 11, 24),
    )

    assert [(regel.tijd, regel.dossiernummer) for regel in staat.inhoud.regels] == [
        ("10:30", afspraak.nummer),
        ("–", nieuw.nummer),
    ]
    assert staat.inhoud.regels[0].doen[:2] == ("Kennismaking", EERSTE_CONTACT)
    assert van_collega.pk not in staat.dossier_ids
