"""One rule for an amount, wherever it stands: what is paid of what is due; the parts are the sum."""

import re
from datetime import date

import pytest

from inburgering.recht.geld import euro
from ontzorgen.services.betaalruns import neem_uit, trek_in
from ontzorgen.services.betaalstops import stop_betalingen
from ontzorgen.services.maandmatrix import maandmatrix
from ontzorgen.services.maandrun import leg_vast, voorstel

from .bouw import leg_last
from .bouw_betaling import NOV, OP, betaalt_zelf, crediteur, huurder, kies, run, vrijgegeven
from .hulp import kaal

BASIS = "/diemen/ontzorgen/betaalruns/"
NIETS_VAN = "€ 0,00 van € 612,35"


@pytest.fixture
def landlord(cast):
    betaalt_zelf(cast)
    return crediteur(cast)


def lees(client, adres):
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return kaal(antwoord.content.decode())


def rij_met(pagina, woord):
    """The first row of a table that holds this word."""
    return next(rij for rij in re.findall(r"<tr>.*?</tr>", pagina, re.DOTALL) if woord in rij)


def test_of_who_is_not_paid_every_part_of_the_proposal_is_nil(cast, landlord, inloggen):
    dossier, eenheid = huurder(cast, landlord)
    leg_last(cast, eenheid, landlord, soort="energie", kenmerk="klant 7")
    stop_betalingen(dossier=dossier, reden="vertrokken", door=cast.sociale_zaken, op=OP)
    (unit,) = voorstel(cast.gemeente, NOV, op=OP)
    assert [(post.bedrag, post.gevraagd) for post in unit.lasten] == [(0, 61_235), (0, 14_500)]
    assert (unit.totaal, unit.gevraagd) == (0, 61_235 + 14_500)

    rij = rij_met(lees(inloggen(cast.sociale_zaken), f"{BASIS}nieuw/?maand=11-2026"), "wordt niet betaald")
    assert NIETS_VAN in rij
    assert kaal(f"{euro(0)} van {euro(75_735)}") in rij


def test_a_cost_that_stays_outside_the_month_is_nil_of_what_is_due(cast, landlord):
    kies(cast.gemeente, machtiging="nodig")
    _, eenheid = huurder(cast, landlord, machtiging_op=OP)
    leg_last(cast, eenheid, landlord, soort="energie", kenmerk="klant 7", machtiging_op=None)
    (unit,) = voorstel(cast.gemeente, NOV, op=OP)
    assert {post.last.soort.code: (post.bedrag, post.gevraagd, post.tekort) for post in unit.lasten} == {
        "huur": (61_235, 61_235, 0),
        "energie": (0, 14_500, 0),
    }
    assert unit.totaal == unit.afrekening.totaal_betaald == 61_235


def test_what_was_taken_out_is_nil_in_the_run_the_list_the_matrix_and_the_tab(cast, landlord, inloggen):
    dossier, _ = huurder(cast, landlord)
    batch, client = run(cast), inloggen(cast.sociale_zaken)
    neem_uit(poging=batch.pogingen.get(), reden="meter klopt niet", op=OP)

    in_de_run = lees(client, f"{BASIS}{batch.pk}/")
    assert NIETS_VAN in rij_met(in_de_run, "meter klopt niet")
    assert 'samen <strong class="niet-afbreken">€ 0,00' in in_de_run
    assert NIETS_VAN in lees(client, "/diemen/ontzorgen/maanden/")
    tab = lees(client, f"/diemen/dossiers/{dossier.nummer}/ontzorgen/")
    assert NIETS_VAN in rij_met(tab, "meter klopt niet")
    trek_in(batch=batch, reden="verkeerde dag", door=cast.uitkeringsadministratie, op=OP)
    assert "€ 0,00" in rij_met(lees(client, BASIS), "ingetrokken")


@pytest.mark.parametrize("stand", ["geweigerd", "retour"])
def test_what_the_bank_did_not_pay_is_nil_in_the_run_the_matrix_and_the_tab(cast, landlord, inloggen, stand):
    dossier, _ = huurder(cast, landlord)
    batch, client = vrijgegeven(cast), inloggen(cast.sociale_zaken)
    batch.pogingen.update(stand=stand, reden="rekening opgeheven", bericht_op=date(2026, 11, 20))
    for adres in (f"{BASIS}{batch.pk}/", f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"):
        assert NIETS_VAN in rij_met(lees(client, adres), "rekening opgeheven")
    _, (rij,) = maandmatrix([dossier], (NOV,), op=OP)
    assert rij.cellen[0][0].standen[0][1:3] == (0, 61_235)


def test_a_shortage_is_told_the_same_in_the_matrix_as_in_the_proposal(cast, landlord):
    dossier, _ = huurder(cast, landlord, bedrag=200_000)
    (unit,) = voorstel(cast.gemeente, NOV, op=OP)
    (post,) = unit.lasten
    assert 0 < post.bedrag < post.gevraagd == 200_000
    leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    _, (rij,) = maandmatrix([dossier], (NOV,), op=OP)
    assert rij.cellen[0][0].standen[0][1:3] == (post.bedrag, 200_000)
