"""What the bank reports: read once, never lost, and the parts stay what was sent."""

from datetime import date
from io import BytesIO

import pytest

from ontzorgen.models import Bankbericht, Bankregel
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.retouren import lees_retouren
from ontzorgen.services.terugmelding import lees_statusbericht
from ontzorgen.views.betaalbeeld import aansluiting, te_herhalen
from tests.fabriek import asielstatushouder

from .bouw import leg_last
from .bouw_betaling import OKT, OP, betaalt_zelf, crediteur, geef, huurder, ontzorgd, run, ter_vrijgave, vrijgegeven

STATUS = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
<GrpHdr><MsgId>{nummer}</MsgId><CreDtTm>2026-11-23T10:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>{over}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
<GrpSts>{stand}</GrpSts>{reden}</OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>{over}-1</OrgnlPmtInfId>{regels}</OrgnlPmtInfAndSts>
</CstmrPmtStsRpt></Document>"""
REDEN = "<StsRsnInf><Rsn><Cd>{code}</Cd></Rsn></StsRsnInf>"
REGEL = """<TxInfAndSts><OrgnlEndToEndId>{ref}</OrgnlEndToEndId><TxSts>{stand}</TxSts>{reden}</TxInfAndSts>"""
AFSCHRIFT = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>{nummer}</MsgId><CreDtTm>2026-12-02T06:00:00</CreDtTm></GrpHdr>
<Stmt><Id>1</Id><Acct><Id><IBAN>NL02ABNA0123456789</IBAN></Id></Acct>{regels}</Stmt></BkToCstmrStmt></Document>"""
BOEKING = """<Ntry><Amt Ccy="EUR">{euro}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>{ref}</EndToEndId></Refs>
<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>"""


@pytest.fixture
def batch(cast):
    betaalt_zelf(cast)
    landlord = crediteur(cast)
    for nummer in range(3):
        huurder(cast, landlord, kenmerk=f"contract {nummer}")
    return vrijgegeven(cast, OKT)


def status(batch, nummer="BANK-1", stand="ACSC", bestandreden="", reden="AC04", **per_rij):
    refs = [poging.referentie for poging in batch.pogingen.all()]
    wat = REDEN.format(code=reden) if reden else ""
    regels = "".join(REGEL.format(ref=refs[int(rij[1:])], stand=st, reden=wat) for rij, st in per_rij.items())
    van_bestand = REDEN.format(code=bestandreden) if bestandreden else ""
    velden = {"nummer": nummer, "over": batch.bericht_id, "stand": stand, "reden": van_bestand, "regels": regels}
    return BytesIO(STATUS.format(**velden).encode())


def afschrift(*regels, nummer="AF-1"):
    boekingen = "".join(BOEKING.format(ref=ref, euro=euro) for ref, euro in regels)
    return BytesIO(AFSCHRIFT.format(nummer=nummer, regels=boekingen).encode())


def lees(cast, batch, bron):
    return lees_statusbericht(batch=batch, bron=bron, door=cast.uitkeringsadministratie, op=OP)


def lees_terug(cast, bron):
    return lees_retouren(gemeente=cast.gemeente, bron=bron, door=cast.uitkeringsadministratie, op=OP)


def standen(batch):
    return [poging.stand for poging in batch.pogingen.order_by("volgnummer")]


def sluit(batch):
    lijst = aansluiting(batch)
    return lijst.sluit and {naam: aantal for naam, aantal, _ in lijst.regels if aantal}


def test_executed_refused_and_open_are_together_what_was_sent(cast, batch):
    assert sluit(batch) == {"nog geen bericht van de bank": 3}
    gelezen = lees(cast, batch, status(batch, stand="PART", r0="ACSC", r1="RJCT", r2="ACSP"))

    assert gelezen.bericht.telling == {"uitgevoerd": 1, "geweigerd": 1, "in behandeling": 1}
    assert standen(batch) == ["uitgevoerd", "geweigerd", "open"]
    assert batch.pogingen.get(stand="geweigerd").reden == "De rekening is opgeheven (AC04)."
    assert sluit(batch) == {"uitgevoerd": 1, "geweigerd door de bank": 1, "nog geen bericht van de bank": 1}


def test_the_same_message_twice_changes_nothing_however_it_is_packed(cast, batch):
    bron = status(batch, r1="RJCT")
    assert lees(cast, batch, bron).nieuw
    eerst = list(batch.pogingen.values())
    assert not lees(cast, batch, bron).nieuw
    assert not lees(cast, batch, BytesIO(bron.getvalue() + b"\n")).nieuw

    assert list(batch.pogingen.values()) == eerst
    assert Bankbericht.objects.count() == 1


def test_a_message_that_contradicts_what_is_known_changes_nothing_and_is_listed(cast, batch):
    lees(cast, batch, status(batch))
    gelezen = lees(cast, batch, status(batch, nummer="BANK-2", stand="PART", r0="RJCT"))

    assert standen(batch) == ["uitgevoerd"] * 3
    assert gelezen.bericht.telling == {"tegenstrijdig": 1}
    assert "Eerder was de betaling uitgevoerd" in Bankregel.objects.get().zin


def test_a_refused_file_leaves_everything_to_be_paid_again(cast, batch):
    lees(cast, batch, status(batch, stand="RJCT"))
    nieuw = run(cast, OKT)

    assert sluit(batch) == {"geweigerd door de bank": 3}
    assert nieuw.pogingen.count() == 3


@pytest.mark.parametrize("code", ["AM05", "DU01", "DU02", "DU04"])
def test_a_file_that_was_offered_twice_leaves_nothing_to_be_paid_again(cast, batch, code):
    gelezen = lees(cast, batch, status(batch, stand="RJCT", bestandreden=code))

    assert standen(batch) == ["open"] * 3
    assert gelezen.bericht.telling == {"tegenstrijdig": 1}
    assert "Dubbel aangeboden; het eerste bestand telt." in Bankregel.objects.get().zin
    with pytest.raises(OntzorgFout, match="alles al betaald of onderweg"):
        run(cast, OKT)


def test_a_payment_named_as_offered_twice_is_listed_and_stays_as_it_was(cast, batch):
    lees(cast, batch, status(batch, stand="PART", reden="DU04", r0="RJCT", r1="ACSC"))
    lees(cast, batch, status(batch, nummer="BANK-2", stand="RJCT", bestandreden="DU01", reden="", r1="RJCT", r2="RJCT"))

    assert standen(batch) == ["open", "uitgevoerd", "open"]
    refs = list(batch.pogingen.values_list("referentie", flat=True))
    assert list(Bankregel.objects.values_list("referentie", flat=True)) == [refs[0], "", refs[1], refs[2]]


def test_a_message_before_the_release_or_about_another_run_is_refused(cast, batch):
    lees(cast, batch, status(batch, stand="RJCT"))
    nieuw = ter_vrijgave(cast, OKT)
    with pytest.raises(OntzorgFout, match="nog niet vrijgegeven"):
        lees(cast, nieuw, status(nieuw, nummer="BANK-9"))
    vrij = geef(cast, nieuw)
    with pytest.raises(OntzorgFout, match=f"gaat over bestand {batch.bericht_id}, niet over {vrij.bericht_id}"):
        lees(cast, vrij, status(batch, nummer="BANK-8"))
    assert standen(vrij) == ["open"] * 3


def test_a_return_after_the_month_is_visible_and_paid_again_once(cast, batch):
    lees(cast, batch, status(batch))
    terug = batch.pogingen.first()
    bron = afschrift((terug.referentie, "612.35"))
    assert lees_terug(cast, bron).bericht.telling == {"retour": 1}
    assert not lees_terug(cast, bron).nieuw
    assert lees_terug(cast, afschrift((terug.referentie, "612.35"), nummer="AF-2")).bericht.telling == {"al bekend": 1}

    terug.refresh_from_db()
    assert (terug.stand, terug.bericht_op) == ("retour", OP)
    assert sluit(batch) == {"uitgevoerd": 2, "teruggekomen": 1}
    assert te_herhalen(batch) == 1
    opnieuw = vrijgegeven(cast, OKT)
    assert te_herhalen(batch) == 0
    assert [poging.verplichting for poging in opnieuw.pogingen.all()] == [terug.verplichting]
    dossier = terug.verplichting.afrekening.eenheid.leden.get().dossier
    assert dossier.gebeurtenissen.filter(soort="ONTZORGEN_BETALING_TERUG").count() == 1


def test_a_returned_payment_of_one_partner_stands_in_his_dossier_only(cast):
    betaalt_zelf(cast)
    dossier, eenheid = ontzorgd(cast)
    ander = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    eenheid.leden.create(dossier=ander, vanaf=date(2026, 9, 9))
    eenheid.leefsituaties.update(leefvorm="GEHUWDEN")
    leg_last(cast, eenheid, crediteur(cast), soort="zorgverzekering", kenmerk="polis 1", dossier=dossier)
    poging = vrijgegeven(cast, OKT).pogingen.get()

    assert lees_terug(cast, afschrift((poging.referentie, "145.00"))).bericht.telling == {"retour": 1}
    terug = "ONTZORGEN_BETALING_TERUG"
    assert [d.gebeurtenissen.filter(soort=terug).count() for d in (dossier, ander)] == [1, 0]


def test_a_return_that_fits_no_payment_is_kept_in_sight_and_others_are_not_ours(cast, batch):
    ref = batch.pogingen.first().referentie
    gelezen = lees_terug(cast, afschrift((ref, "10.00"), ("", "20.00"), ("ANDERE-AFDELING", "30.00")))

    assert gelezen.bericht.telling == {"tegenstrijdig": 1, "onbekend": 1, "van anderen": 1}
    assert standen(batch) == ["open"] * 3
    with pytest.raises(OntzorgFout, match="geen betaling die is teruggekomen"):
        lees_terug(cast, afschrift(nummer="AF-9"))
