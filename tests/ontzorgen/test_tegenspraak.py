"""Of what the bank says two things nothing is paid again, until a person decided with a reason which one holds."""

from datetime import date
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction

from ontzorgen.enums_betaling import Bankantwoord
from ontzorgen.models import Bankregel, Betaalbatch, Betaalpoging, Tegenspraak
from ontzorgen.services.betaalruns import neem_uit, te_betalen
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.tegenspraak import beslis, onbeslist
from ontzorgen.tabelbestand import Jaarfout, dag, maand
from ontzorgen.views.betaalbeeld import aansluiting, te_herhalen

from .bouw_betaling import MOMENT, OKT, OP, betaalt_zelf, crediteur, geef, huurder, run, ter_vrijgave, vrijgegeven
from .test_terugmelding import afschrift, lees, lees_terug, standen, status


@pytest.fixture
def batch(cast):
    betaalt_zelf(cast)
    landlord = crediteur(cast)
    for nummer in range(2):
        huurder(cast, landlord, kenmerk=f"contract {nummer}")
    return vrijgegeven(cast, OKT)


def kies(cast, batch, uitkomst, rijen=None, reden="telefoon met de bank, 20 november"):
    ids = [rij.pk for rij in rijen or onbeslist(batch)]
    return beslis(batch=batch, rijen=ids, uitkomst=uitkomst, reden=reden, door=cast.teamleider, op=OP, moment=MOMENT)


def test_refused_and_then_executed_is_paid_by_no_run_until_somebody_decided(cast, batch):
    lees(cast, batch, status(batch, stand="RJCT"))
    lees(cast, batch, status(batch, nummer="BANK-2", stand="ACSC"))

    assert onbeslist(batch).count() == 2
    assert not te_betalen(cast.gemeente, OKT)
    assert te_herhalen(batch) == 0
    with pytest.raises(OntzorgFout, match="alles al betaald of onderweg"):
        run(cast, OKT)
    with pytest.raises(OntzorgFout, match="waarom") as fout:
        kies(cast, batch, Bankantwoord.BETAALD, reden=" ")
    assert fout.value.veld == "reden"

    eerste, tweede = onbeslist(batch)
    assert kies(cast, batch, Bankantwoord.BETAALD, [eerste]) == 1
    assert kies(cast, batch, Bankantwoord.NIET_BETAALD, [tweede]) == 1
    with pytest.raises(OntzorgFout, match="intussen iets veranderd"):
        kies(cast, batch, Bankantwoord.BETAALD, [tweede])
    assert standen(batch) == ["uitgevoerd", "geweigerd"]
    assert aansluiting(batch).sluit
    assert [poging.verplichting for poging in run(cast, OKT).pogingen.all()] == [tweede.poging.verplichting]
    eenheid = eerste.poging.verplichting.afrekening.eenheid
    assert eenheid.leden.get().dossier.gebeurtenissen.filter(soort="ONTZORGEN_BANK_BESLIST").count() == 1


def test_the_database_releases_nothing_of_which_the_bank_said_two_things(cast, batch):
    lees(cast, batch, status(batch, stand="RJCT"))
    nieuw = ter_vrijgave(cast, OKT)
    lees(cast, batch, status(batch, nummer="BANK-2", stand="PART", r0="ACSC"))

    with pytest.raises(OntzorgFout, match=f"{batch} meldde de bank twee dingen"):
        geef(cast, nieuw)
    vrij = {"stand": "vrijgegeven", "aantal": 2, "cents": 122_470, "versie": "x", "vrijgegeven_op": MOMENT}
    with pytest.raises(IntegrityError, match="betaalbatch_tegenspraak"), transaction.atomic():
        Betaalbatch.objects.filter(pk=nieuw.pk).update(**vrij, vrijgevers_nodig=0)


def test_the_database_takes_nothing_in_of_which_the_bank_said_two_things(cast, batch):
    lees(cast, batch, status(batch, stand="RJCT"))
    nieuw = run(cast, OKT)
    eruit = neem_uit(poging=nieuw.pogingen.first(), reden="eerst de bank", op=OP)
    lees(cast, batch, status(batch, nummer="BANK-2", stand="PART", r0="ACSC"))
    eruit.pk, eruit.stand, eruit.reden, eruit.volgnummer, eruit.referentie = None, "open", "", 99, "x"
    with pytest.raises(IntegrityError, match="betaalpoging_tegenspraak"), transaction.atomic():
        eruit.save(force_insert=True)


def test_what_turns_out_to_be_paid_twice_is_said_so_and_paid_no_third_time(cast, batch):
    lees(cast, batch, status(batch, stand="RJCT"))
    tweede = vrijgegeven(cast, OKT)
    lees(cast, tweede, status(tweede, nummer="BANK-2"))
    lees(cast, batch, status(batch, nummer="BANK-3"))
    kies(cast, batch, Bankantwoord.BETAALD)

    assert (standen(batch), standen(tweede)) == (["dubbel"] * 2, ["uitgevoerd"] * 2)
    assert aansluiting(batch).sluit
    lees_terug(cast, afschrift((batch.pogingen.first().referentie, "612.35")))
    lees_terug(cast, afschrift((tweede.pogingen.last().referentie, "612.35"), nummer="AF-2"))
    assert standen(batch) == ["retour", "dubbel"]
    assert not te_betalen(cast.gemeente, OKT)


def test_paid_after_all_waits_for_the_payment_to_leave_an_open_run(cast, batch):
    lees(cast, batch, status(batch, stand="RJCT"))
    nieuw = run(cast, OKT)
    lees(cast, batch, status(batch, nummer="BANK-2", stand="PART", r0="ACSC"))
    with pytest.raises(OntzorgFout, match=f"zit ook in {nieuw}"):
        kies(cast, batch, Bankantwoord.BETAALD)
    assert Tegenspraak.objects.get().uitkomst == ""
    neem_uit(poging=nieuw.pogingen.first(), reden="al betaald", op=OP)
    kies(cast, batch, Bankantwoord.BETAALD)
    assert standen(batch) == ["uitgevoerd", "geweigerd"]


def test_nobody_turns_a_payment_around_without_a_decision(cast, batch):
    lees(cast, batch, status(batch))
    with pytest.raises(IntegrityError, match="betaalpoging_verloop"), transaction.atomic():
        Betaalpoging.objects.filter(batch=batch).update(stand="geweigerd", reden="x")


def test_one_message_that_says_two_things_of_a_payment_decides_nothing(cast, batch):
    ref = batch.pogingen.first().referentie
    bron = status(batch, stand="PART", reden="", r0="RJCT", r1="ACSC")
    dubbel = (
        f"<TxInfAndSts><OrgnlEndToEndId>{ref}</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts></OrgnlPmtInfAndSts>"
    )
    bron = BytesIO(bron.getvalue().replace(b"</OrgnlPmtInfAndSts>", dubbel.encode()))

    assert lees(cast, batch, bron).bericht.telling == {"tegenstrijdig": 1, "uitgevoerd": 1}
    assert standen(batch) == ["open", "uitgevoerd"]
    assert kies(cast, batch, Bankantwoord.NIET_BETAALD) == 1
    assert standen(batch) == ["geweigerd", "uitgevoerd"]


def test_a_known_number_with_another_content_is_read_and_told(cast, batch):
    lees(cast, batch, status(batch, stand="ACSP"))
    gelezen = lees(cast, batch, status(batch, stand="PART", r0="RJCT"))

    assert gelezen.nieuw
    assert gelezen.bericht.telling == {"tegenstrijdig": 1, "geweigerd": 1, "in behandeling": 1}
    assert standen(batch) == ["geweigerd", "open"]
    assert "BANK-1 al voor een bericht met een andere inhoud" in Bankregel.objects.get(poging=None).zin
    assert not lees(cast, batch, BytesIO(status(batch, stand="PART", r0="RJCT").getvalue() + b"\n")).nieuw


def test_a_status_that_nobody_knows_is_no_payment_under_way(cast, batch):
    gelezen = lees(cast, batch, status(batch, stand="ZZZZ", reden="", r0="ACSC"))
    assert gelezen.bericht.telling == {"uitgevoerd": 1, "status_vreemd": 1}
    assert "een status die hier niet bekend is (ZZZZ)" in Bankregel.objects.get().zin


def test_a_statement_of_another_account_is_refused(cast, batch):
    ref = batch.pogingen.first().referentie
    bron = afschrift((ref, "612.35"))
    vreemd = BytesIO(bron.getvalue().replace(b"NL02ABNA0123456789", b"NL39RABO0300065264"))
    with pytest.raises(OntzorgFout, match="geen run betaalde"):
        lees_terug(cast, vreemd)
    assert standen(batch) == ["open", "open"]


def test_a_year_that_cannot_be_is_refused(cast, batch):
    bron = afschrift((batch.pogingen.first().referentie, "612.35"))
    with pytest.raises(OntzorgFout, match="'0001-11-20' ligt niet tussen 2022 en 2100"):
        lees_terug(cast, BytesIO(bron.getvalue().replace(b"2026-11-20", b"0001-11-20")))
    for leest, tekst in ((dag, "01-01-0001"), (dag, "2101-01-01"), (maand, "0001-01"), (maand, "11-2199")):
        with pytest.raises(Jaarfout, match="ligt niet tussen 20"):
            leest(tekst)
    assert (dag("31-11-2026"), maand("2026-13"), maand("13-2026"), maand("november")) == (None,) * 4
    assert {dag("25-11-2026"), dag("2026-11-25")} == {date(2026, 11, 25)}
    assert {maand("2026-11"), maand("11-2026")} == {date(2026, 11, 1)}


def test_the_proposal_names_the_run_of_which_the_bank_said_two_things(cast, batch, inloggen):
    lees(cast, batch, status(batch))
    lees(cast, batch, status(batch, nummer="BANK-2", stand="PART", r0="RJCT"))
    pagina = inloggen(cast.uitkeringsadministratie).get("/diemen/ontzorgen/betaalruns/nieuw/?maand=10-2026")
    assert f"{batch}: uitgevoerd" in pagina.content.decode()
    assert "nog in geen run" not in pagina.content.decode()
