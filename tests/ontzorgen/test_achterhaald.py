"""A creditor was told that we stop, and then it was decided to go on: nothing is paid before a person chose."""

from datetime import date

import pytest

from cases.enums import Rol
from cases.models import Document
from ontzorgen.models import Betaalverplichting, Crediteur, Uitkeringseenheid
from ontzorgen.services.besluiten import stel_vast
from ontzorgen.services.eindbericht import achterhaald
from ontzorgen.services.maandrun import leg_vast, voorstellen
from ontzorgen.services.voorstellen import stel_57_voor
from tests.fabriek import aangesteld, asielstatushouder

from .bouw import leg_last, periode
from .bouw_betaling import DEC, NOV, OP, crediteur
from .test_afbouw import bevestig, spreek_af
from .test_eindbrieven import schrijf, stappen

VANAF = date(2026, 5, 20)
TITEL = "Opnieuw afspreken wie betaalt"


@pytest.fixture
def dossier(cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=VANAF, kennisgeving=date(2026, 4, 1))
    periode(cast, dossier, VANAF)
    return dossier


@pytest.fixture
def huur(cast, dossier):
    """A rent of which the creditor was told that November is the last month, and that then goes on into February."""
    landlord = crediteur(cast)
    Crediteur.objects.filter(pk=landlord.pk).update(straat="Postbus 12", postcode_plaats="1110 AA  Diemen")
    eenheid = dossier.uitkeringseenheden.get().eenheid
    last = leg_last(cast, eenheid, Crediteur.objects.get(pk=landlord.pk))
    assert schrijf(last, dossier, cast, OP).inhoud["maand"] == "2026-11-01"
    voorstel = stel_57_voor(
        dossier=dossier, tot_en_met=date(2027, 2, 15), motivering="Twee keer geen geld.", door=cast.sociale_zaken,
        op=OP,
    )  # fmt: skip
    assert achterhaald(eenheid=eenheid, op=OP) == {}
    stel_vast(besluit=voorstel, door=aangesteld(cast.gemeente, Rol.SOCIALE_ZAKEN), op=OP)
    last.refresh_from_db()
    return last


def in_de_weg(last, maand):
    (voorstel,) = voorstellen([Uitkeringseenheid.objects.get(pk=last.eenheid_id)], maand, op=OP)
    return [reden for reden in voorstel.redenen if "eindbrief" in reden or "Afgesproken" in reden]


def test_a_month_after_the_one_in_the_letter_waits_for_a_person_and_not_silently(cast, dossier, huur, inloggen):
    assert in_de_weg(huur, NOV) == []
    (reden,) = in_de_weg(huur, DEC)
    assert reden.startswith("Huur: In de eindbrief van 20 november 2026 staat dat november 2026 de laatste maand is")
    leg_vast(gemeente=cast.gemeente, maand=DEC, door=cast.uitkeringsadministratie, op=OP)
    assert not Betaalverplichting.objects.filter(maand=DEC).exists()

    (bericht,) = achterhaald(eenheid=huur.eenheid, op=OP).values()
    assert (bericht.tot, bericht.vanaf) == (NOV, DEC)
    assert "De Dijk (huur)" in stappen(dossier, cast, OP)[TITEL]


def test_writing_the_creditor_that_we_go_on_makes_the_month_payable_once(cast, dossier, huur):
    brief = schrijf(huur, dossier, cast, OP)
    assert (brief.inhoud["wat"], brief.inhoud["maand"]) == ("langer", "2026-12-01")
    assert schrijf(huur, dossier, cast, OP) == brief
    assert Document.objects.filter(soort="crediteur").count() == 2

    assert in_de_weg(huur, DEC) == []
    assert TITEL not in stappen(dossier, cast, OP)
    leg_vast(gemeente=cast.gemeente, maand=DEC, door=cast.uitkeringsadministratie, op=OP)
    assert Betaalverplichting.objects.filter(maand=DEC).count() == 1


def test_the_takeover_that_was_seen_holds_and_the_gemeente_does_not_pay_again(cast, dossier, huur):
    bevestig(spreek_af(huur, dossier, cast, op=OP, vanaf_maand=DEC), dossier, cast, op=OP)
    assert achterhaald(eenheid=huur.eenheid, op=OP) == {}
    (voorstel,) = voorstellen([huur.eenheid], DEC, op=OP)
    assert voorstel.totaal == 0
    assert not any("eindbrief" in reden for reden in voorstel.redenen)


def test_an_agreement_that_nobody_saw_holds_its_month_back_without_a_letter_too(cast, dossier, huur, inloggen):
    schrijf(huur, dossier, cast, OP)
    assert in_de_weg(huur, DEC) == []
    spreek_af(huur, dossier, cast, op=OP, vanaf_maand=DEC)
    (reden,) = in_de_weg(huur, DEC)
    assert reden.startswith("Huur: Afgesproken is dat een ander dit betaalt vanaf december 2026.")
    leg_vast(gemeente=cast.gemeente, maand=DEC, door=cast.uitkeringsadministratie, op=OP)
    assert not Betaalverplichting.objects.filter(maand=DEC).exists()
    (bericht,) = achterhaald(eenheid=huur.eenheid, op=OP).values()
    assert (bericht.brief, bericht.tot, bericht.vanaf) == (None, NOV, DEC)
    assert "in het afbouwplan staat: Woningstichting De Dijk (huur)" in stappen(dossier, cast, OP)[TITEL]
    pagina = inloggen(cast.sociale_zaken).get(f"/diemen/dossiers/{dossier.nummer}/ontzorgen/afbouw/").content.decode()
    assert "Een ander zou dit al betalen" in pagina
    assert "Opnieuw schrijven" not in pagina

    spreek_af(huur, dossier, cast, op=OP, vanaf_maand=date(2027, 3, 1))
    assert (in_de_weg(huur, DEC), achterhaald(eenheid=huur.eenheid, op=OP)) == ([], {})


def test_the_new_end_gets_its_own_letter(cast, dossier, huur):
    schrijf(huur, dossier, cast, OP)
    nieuw = schrijf(huur, dossier, cast, date(2027, 2, 1))
    assert (nieuw.inhoud["wat"], nieuw.inhoud["maand"]) == ("einde", "2027-02-01")


def test_in_the_browser_the_tab_and_the_plan_say_it_and_lead_to_the_letter(cast, dossier, huur, inloggen):
    basis, client = f"/diemen/dossiers/{dossier.nummer}/ontzorgen/", inloggen(cast.sociale_zaken)
    for pad in ("", "afbouw/"):
        assert "Een eindbrief klopt niet meer" in client.get(basis + pad).content.decode(), pad
    antwoord = client.post(f"{basis}brieven/crediteur/{huur.pk}/", {"terug": "afbouw"})
    assert antwoord["Location"] == f"{basis}afbouw/"
    for pad in ("", "afbouw/"):
        assert "Een eindbrief klopt niet meer" not in client.get(basis + pad).content.decode(), pad
