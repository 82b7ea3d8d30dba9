"""The letter to a creditor about the end: the last month, who pays after it, once, and where to make it."""

from datetime import date, datetime, timedelta

import pytest
import time_machine

from cases.models import Document
from cases.panelen import Dossierbeeld
from cases.services.termijnen import dossierfeiten_van
from ontzorgen.models import Crediteur, Overname
from ontzorgen.services.brieven import maak_crediteurbrief
from ontzorgen.services.eenheden import eenheid_van
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.lasteinde import einden_van
from ontzorgen.services.lasten import beeindig_last, wijzig_last
from ontzorgen.services.maandrun import leg_vast
from ontzorgen.services.voorstellen import stel_57_voor
from ontzorgen.stappen_einde import afbouwen
from tests.fabriek import asielstatushouder

from .bouw import BEGIN, leg_last, maak_crediteur, periode
from .test_afbouw import DE_DAG_NA, EINDE, MAAND_VIER, bevestig, spreek_af

DECEMBER, JANUARI, MAART, APRIL = date(2026, 12, 1), date(2027, 1, 1), date(2027, 3, 1), date(2027, 4, 1)
VROEG, ACHT_WEKEN = EINDE - timedelta(weeks=8, days=1), EINDE - timedelta(weeks=8)


@pytest.fixture
def dossier(cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=date(2026, 8, 1))
    periode(cast, dossier)
    return dossier


@pytest.fixture
def huur(cast, dossier):
    crediteur = maak_crediteur(cast)
    Crediteur.objects.filter(pk=crediteur.pk).update(straat="Postbus 12", postcode_plaats="1110 AA  Diemen")
    crediteur.refresh_from_db()
    return leg_last(cast, eenheid_van(dossier=dossier, op=BEGIN), crediteur)


def einde(last, op):
    last.refresh_from_db()
    gevonden = einden_van(eenheid=last.eenheid, op=op).get(last.pk)
    return (gevonden.maand, gevonden.betaalt.value) if gevonden else None


def schrijf(last, dossier, cast, op):
    return maak_crediteurbrief(dossier=dossier, last=last, door=cast.sociale_zaken, op=op)


def stappen(dossier, cast, op):
    beeld = Dossierbeeld(dossier, dossierfeiten_van(dossier), [], cast.sociale_zaken, op)
    return {stap.titel: stap.reden for stap in afbouwen(beeld)}


def test_eight_weeks_before_the_end_the_letter_becomes_that_of_the_end(cast, dossier, huur):
    assert einde(huur, VROEG) is None
    assert schrijf(huur, dossier, cast, VROEG).inhoud["wat"] == "begin"

    assert einde(huur, ACHT_WEKEN) == (MAART, "klant")
    brief = schrijf(huur, dossier, cast, ACHT_WEKEN)
    assert (brief.inhoud["wat"], brief.inhoud["maand"], brief.inhoud["betaalt"]) == ("einde", "2027-03-01", "klant")
    assert brief.titel == "Brief aan een crediteur: einde"


def test_who_pays_from_then_is_what_was_agreed_without_a_name(cast, dossier, huur):
    spreek_af(huur, dossier, cast, wie="ander", naam="Budgetbeheer Zuid")
    assert einde(huur, ACHT_WEKEN) == (MAART, "ander")
    assert "Budgetbeheer" not in str(schrijf(huur, dossier, cast, ACHT_WEKEN).inhoud)
    spreek_af(huur, dossier, cast, wie="vervalt", wijze="")
    assert einde(huur, ACHT_WEKEN) == (MAART, "niemand")


def test_a_payment_that_was_seen_to_be_taken_over_ends_before_the_months_do(cast, dossier, huur):
    overname = spreek_af(huur, dossier, cast, vanaf_maand=JANUARI)
    assert einde(huur, MAAND_VIER) is None  # agreed, and the gemeente still pays until somebody saw it
    bevestig(overname, dossier, cast, op=MAAND_VIER)
    assert einde(huur, MAAND_VIER) == (DECEMBER, "klant")
    assert schrijf(huur, dossier, cast, MAAND_VIER).inhoud["wat"] == "einde"


def test_a_month_that_was_fixed_goes_out_and_is_the_last_one(cast, dossier, huur):
    overname = spreek_af(huur, dossier, cast, vanaf_maand=JANUARI)
    leg_vast(gemeente=cast.gemeente, maand=DECEMBER, door=cast.uitkeringsadministratie, op=MAAND_VIER)
    Overname.objects.update(vanaf_maand=DECEMBER)  # as it could be before such a month waited
    bevestig(overname, dossier, cast, op=MAAND_VIER)
    assert einde(huur, MAAND_VIER) == (DECEMBER, "klant")


def test_one_letter_about_one_end_however_often_and_from_whose_dossier_it_is_asked(cast, dossier, huur):
    een = schrijf(huur, dossier, cast, ACHT_WEKEN)
    partner = asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=date(2026, 8, 1))
    huur.eenheid.leden.create(dossier=partner, vanaf=BEGIN)
    huur.eenheid.leefsituaties.update(leefvorm="GEHUWDEN")
    assert schrijf(huur, partner, cast, EINDE) == een
    assert Document.objects.filter(soort="crediteur").count() == 1

    beeindig_last(last=huur, laatste_maand=JANUARI, door=cast.sociale_zaken, op=ACHT_WEKEN)  # another end
    huur.refresh_from_db()
    assert schrijf(huur, dossier, cast, ACHT_WEKEN).inhoud["maand"] == "2027-01-01"
    assert einde(huur, ACHT_WEKEN) == (JANUARI, "onbekend")


def test_going_on_longer_takes_the_end_away_from_the_proposal_on(cast, dossier, huur):
    stel_57_voor(dossier=dossier, tot_en_met=date(2027, 6, 30), motivering="Twee keer geen geld.",
                 door=cast.sociale_zaken, op=ACHT_WEKEN)  # fmt: skip
    assert einde(huur, ACHT_WEKEN) is None


def test_no_letter_about_a_row_that_goes_on_or_that_the_gemeente_never_pays(cast, dossier, huur):
    wie = {"door": cast.sociale_zaken, "op": MAAND_VIER}
    duurder = wijzig_last(last=huur, vanaf_maand=JANUARI, gegevens={"bedrag": 63_000}, **wie)
    huur.refresh_from_db()
    with pytest.raises(OntzorgFout, match="laatste regel"):
        schrijf(huur, dossier, cast, MAAND_VIER)
    assert schrijf(duurder, dossier, cast, MAAND_VIER).inhoud["wat"] == "wijziging"

    straks = leg_last(cast, huur.eenheid, huur.crediteur, soort="water", kenmerk="klant 7", eerste_maand=APRIL)
    with pytest.raises(OntzorgFout, match="begint na het einde"):
        schrijf(straks, dossier, cast, ACHT_WEKEN)


def test_another_creditor_from_a_month_on_is_an_end_for_the_first_one(cast, dossier, huur):
    ander = Crediteur.objects.create(gemeente=cast.gemeente, naam="Andere verhuurder")
    wijzig_last(last=huur, vanaf_maand=JANUARI, gegevens={"crediteur": ander}, door=cast.sociale_zaken, op=MAAND_VIER)
    assert einde(huur, MAAND_VIER) == (DECEMBER, "onbekend")


def test_what_now_asks_for_the_letter_until_it_was_made_and_not_for_years(cast, dossier, huur):
    titel = "Eindbrief aan de crediteuren maken"
    assert titel not in stappen(dossier, cast, VROEG)
    assert "Woningstichting De Dijk (huur)" in stappen(dossier, cast, ACHT_WEKEN)[titel]
    assert titel in stappen(dossier, cast, DE_DAG_NA)
    assert titel not in stappen(dossier, cast, date(2027, 6, 15))
    schrijf(huur, dossier, cast, ACHT_WEKEN)
    assert titel not in stappen(dossier, cast, ACHT_WEKEN)


def test_in_the_browser_the_end_letter_is_made_from_the_takeover_row_and_from_the_tab(cast, dossier, huur, inloggen):
    basis = f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"
    water = leg_last(cast, huur.eenheid, huur.crediteur, soort="water", kenmerk="klant 7")
    with time_machine.travel(datetime(2027, 3, 1, 10).astimezone(), tick=False):
        client = inloggen(cast.sociale_zaken)
        tab = client.get(basis).content.decode()
        assert "Eindbrief over huur" in tab
        assert "Brief over huur" not in tab
        assert "Nog geen eindbrief" in tab
        assert "Wij betalen tot en met maart 2027" in client.get(f"{basis}afbouw/").content.decode()
        antwoord = client.post(f"{basis}brieven/crediteur/{huur.pk}/", {"terug": "afbouw"})
        assert antwoord["Location"] == f"{basis}afbouw/"
        assert client.post(f"{basis}brieven/crediteur/{water.pk}/")["Location"] == f"{basis}#brieven"

        na = client.get(basis).content.decode()
        assert "Eindbrief over" not in na
        assert "Nog geen eindbrief" not in na
        assert "Eindbrief: wordt gemaakt" in client.get(f"{basis}afbouw/").content.decode()
