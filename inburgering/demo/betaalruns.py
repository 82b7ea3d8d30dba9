"""Payment runs in the demonstration: last month's is finished with one return, this month's waits for its release."""

from datetime import date
from io import BytesIO

from cases.klok import stempel
from cases.services.beheer import wijzig_instelling
from ontzorgen.enums_betaling import Batchstand, Pogingstand
from ontzorgen.maanden import eerste_dag, vorige_maand
from ontzorgen.models import Betaalbatch
from ontzorgen.services.betaalbestanden import geef_mee, maak_bestand
from ontzorgen.services.betaalruns import beoordeel, controleer, maak_run, te_betalen, voorgestelde_dag
from ontzorgen.services.crediteuren import keur_rekening_goed, stel_betaalrekening_voor
from ontzorgen.services.retouren import lees_retouren
from ontzorgen.services.runvulling import vul_stuk
from ontzorgen.services.terugmelding import lees_statusbericht
from ontzorgen.services.vrijgave import geef_vrij

from .accounts import ESTHER, HANS, KEES, NOOR
from .draaiboek import Verloop
from .traject import Wereld

EIGEN_REKENING = "NL86INGB0002445588"  # well-formed, of nobody
BRON = "werkafspraak uitkeringsadministratie (voorbeeld)"
STATUS = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
<GrpHdr><MsgId>BANK-{over}</MsgId><CreDtTm>{dag}T08:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>{over}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
<GrpSts>ACSC</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>"""
AFSCHRIFT = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>AF-{dag}</MsgId><CreDtTm>{dag}T06:00:00</CreDtTm></GrpHdr>
<Stmt><Id>1</Id><Acct><Id><IBAN>{iban}</IBAN></Id></Acct>
<Ntry><Amt Ccy="EUR">{euro}.{cent:02d}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>{dag}</Dt></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>{ref}</EndToEndId></Refs>
<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>"""


def verlopen(wereld: Wereld) -> list[Verloop]:
    return [_vorige_maand(wereld), _deze_maand(wereld)]


def _vorige_maand(wereld: Wereld) -> Verloop:
    """From the setting up to the return of the last payment."""
    maand = vorige_maand(wereld.peildatum)
    op = yield maand
    wijzig_instelling(
        gemeente=wereld.gemeente, sleutel="ontzorgen_betaalwijze", waarde="eigen_batch", bron=BRON, geldig_vanaf=maand,
        op=maand,
    )  # fmt: skip
    rekening = stel_betaalrekening_voor(
        gemeente=wereld.gemeente, iban=EIGEN_REKENING, tenaamstelling=f"Gemeente {wereld.gemeente.naam}", bron=BRON,
        door=wereld.mensen[ESTHER.sleutel], op=maand,
    )  # fmt: skip
    keur_rekening_goed(rekening=rekening, door=wereld.mensen[KEES.sleutel], op=maand)
    op = yield maand.replace(day=19)
    batch = _tot_de_vrijgave(wereld, maand, op, op)
    if batch is None:
        return
    vrij = _geef_vrij(wereld, batch, op)
    hans = wereld.mensen[HANS.sleutel]
    op = yield vrij.uitvoerdag
    bericht = STATUS.format(over=vrij.bericht_id, dag=op.isoformat()).encode()
    lees_statusbericht(batch=vrij, bron=BytesIO(bericht), door=hans, op=op)
    op = yield eerste_dag(wereld.peildatum)
    terug = vrij.pogingen.filter(stand=Pogingstand.UITGEVOERD).order_by("cents", "pk").first()
    if terug:
        regel = {"euro": terug.cents // 100, "cent": terug.cents % 100, "ref": terug.referentie}
        bericht = AFSCHRIFT.format(dag=op.isoformat(), iban=EIGEN_REKENING, **regel).encode()
        lees_retouren(gemeente=wereld.gemeente, bron=BytesIO(bericht), door=hans, op=op)


def _deze_maand(wereld: Wereld) -> Verloop:
    """Made, judged and checked: whoever plays the teamleider can release it."""
    op = yield wereld.dag(-3)
    _tot_de_vrijgave(wereld, eerste_dag(wereld.peildatum), op, wereld.peildatum)


def _tot_de_vrijgave(wereld: Wereld, maand: date, op: date, niet_voor: date) -> Betaalbatch | None:
    """A run by Hans that Noor judged and Hans checked; None in a month without anything to pay."""
    hans, noor, gemeente = wereld.mensen[HANS.sleutel], wereld.mensen[NOOR.sleutel], wereld.gemeente
    if not te_betalen(gemeente, maand):
        return None
    dag = voorgestelde_dag(gemeente, maand, niet_voor)
    batch = maak_run(gemeente=gemeente, maand=maand, uitvoerdag=dag, door=hans, op=op)
    while vul_stuk(batch_id=batch.pk, op=op, moment=stempel()):
        pass
    batch.refresh_from_db()
    if batch.stand != Batchstand.VOORSTEL:
        return None
    beoordeel(batch=batch, door=noor, moment=stempel())
    return controleer(batch=batch, door=hans, op=op, moment=stempel())


def _geef_vrij(wereld: Wereld, batch: Betaalbatch, op: date) -> Betaalbatch:
    """Released by the teamleider, with the file made and taken to the bank."""
    aantal, cents = batch.pogingen.totaal()
    vrij = geef_vrij(batch=batch, aantal=aantal, cents=cents, door=wereld.teamleider, op=op, moment=stempel())
    maak_bestand(bestand_id=vrij.bestand.pk, moment=stempel())
    vrij.bestand.refresh_from_db()
    geef_mee(bestand=vrij.bestand, door=wereld.mensen[HANS.sleutel], moment=stempel())
    return vrij
