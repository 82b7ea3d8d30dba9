"""Answers of a bank, made for the tests after the structure of the standard."""

STATUS = b"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
<GrpHdr><MsgId>BANK-77</MsgId><CreDtTm>2026-11-23T10:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>DIE-2026-11-1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
 <GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>DIE-2026-11-1-1</OrgnlPmtInfId><PmtInfSts>ACSP</PmtInfSts>
 <TxInfAndSts><StsId>1</StsId><OrgnlEndToEndId>DIE2611-00002</OrgnlEndToEndId><TxSts>RJCT</TxSts>
  <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Rekening</AddtlInf><AddtlInf>opgeheven.</AddtlInf></StsRsnInf>
 </TxInfAndSts>
 <TxInfAndSts><OrgnlEndToEndId>DIE2611-00003</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>
</OrgnlPmtInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>DIE-2026-11-1-2</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>
 <StsRsnInf><Rsn><Cd>DT01</Cd></Rsn></StsRsnInf><StsRsnInf><Rsn><Prtry>X9</Prtry></Rsn></StsRsnInf>
</OrgnlPmtInfAndSts>
</CstmrPmtStsRpt></Document>"""

AFSCHRIFT = b"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>AF-1</MsgId><CreDtTm>2026-12-02T06:00:00</CreDtTm></GrpHdr>
<Stmt><Id>1</Id><Acct><Id><IBAN>NL02ABNA0123456789</IBAN></Id></Acct>
<Ntry><NtryRef>1</NtryRef><Amt Ccy="EUR">650.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
 <BookgDt><Dt>2026-12-01</Dt></BookgDt><AcctSvcrRef>B-1</AcctSvcrRef><NtryDtls><TxDtls>
 <Refs><EndToEndId>DIE2611-00001</EndToEndId></Refs>
 <RtrInf><Rsn><Cd>MD07</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">100.75</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
 <BookgDt><DtTm>2026-12-02T01:00:00+01:00</DtTm></BookgDt><NtryDtls>
 <TxDtls><Refs><AcctSvcrRef>B-2a</AcctSvcrRef><EndToEndId>DIE2611-00004</EndToEndId></Refs>
  <Amt Ccy="EUR">60.25</Amt><CdtDbtInd>CRDT</CdtDbtInd><RtrInf><Rsn><Cd>AC01</Cd></Rsn></RtrInf></TxDtls>
 <TxDtls><Refs><AcctSvcrRef>B-2b</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
  <AmtDtls><TxAmt><Amt Ccy="EUR">40.50</Amt></TxAmt></AmtDtls><RtrInf><AddtlInf>onbekend</AddtlInf></RtrInf></TxDtls>
 </NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">20.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
 <BookgDt><Dt>2026-12-01</Dt></BookgDt>
 <NtryDtls><TxDtls><Refs><EndToEndId>DIE2611-00005</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
 <BookgDt><Dt>2026-12-01</Dt></BookgDt>
 <NtryDtls><TxDtls><Refs><EndToEndId>DIE2611-00006</EndToEndId></Refs><RtrInf/></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">35.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts>
 <BookgDt><Dt>2026-12-01</Dt></BookgDt>
 <NtryDtls><TxDtls><Refs><EndToEndId>DIE2611-00007</EndToEndId></Refs><RtrInf/></TxDtls></NtryDtls></Ntry>
</Stmt></BkToCstmrStmt></Document>"""
