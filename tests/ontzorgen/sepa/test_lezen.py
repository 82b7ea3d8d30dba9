"""A reader that is not our writer finds the same payments, and says what is not the sum of its parts."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering.recht.bsn import vind_bsn
from ontzorgen.betaaldagen import betaaldag_op_of_voor
from ontzorgen.kenmerk import Kenmerk, Kenmerksoort, controlecijfer
from ontzorgen.sepa.invoer import GeenXML, Onvolledig, VerkeerdeSoort
from ontzorgen.sepa.keuren import keur
from ontzorgen.sepa.lezen import GelezenRegel, lees_betaalbestand
from ontzorgen.sepa.opdracht import Betaalregel, Versie
from ontzorgen.tekens import TEKENS

from .opdrachten import BETALER, DAG_LATER, VERHUURDER, geschreven, opdracht, regel

DAGEN = [betaaldag_op_of_voor(date(2026, 11, 24) + timedelta(days=n)) for n in range(4)]
IBANS = [VERHUURDER, "NL20INGB0001234567", "BE68539007547034", "DE89370400440532013000"]
IN_SEPA = (
    st.text(sorted(TEKENS), min_size=1, max_size=60)
    .map(lambda tekst: " ".join(f"a{tekst}".split()))
    .filter(lambda tekst: vind_bsn(tekst) is None)
)
KENMERKEN = st.one_of(
    IN_SEPA.map(lambda tekst: Kenmerk(Kenmerksoort.VRIJ, tekst)),
    st.integers(0, 10**15 - 1)
    .map(lambda getal: f"{getal:015d}")
    .map(lambda cijfers: Kenmerk(Kenmerksoort.BETALINGSKENMERK, controlecijfer(cijfers) + cijfers)),
)
BETALINGEN = st.lists(
    st.builds(
        Betaalregel,
        referentie=st.just(""),
        cents=st.integers(1, 500_000),
        naam=IN_SEPA,
        iban=st.sampled_from(IBANS),
        kenmerk=KENMERKEN,
        uitvoerdag=st.sampled_from(DAGEN),
    ),
    min_size=1,
    max_size=25,
).map(lambda regels: [replace(r, referentie=f"P{n}") for n, r in enumerate(sorted(regels, key=lambda r: r.uitvoerdag))])


@given(BETALINGEN, st.sampled_from(Versie))
def test_what_was_written_is_read_back_to_the_cent_and_is_valid(regels: list[Betaalregel], versie: Versie) -> None:
    order = opdracht(regels, versie)
    inhoud, verslag = geschreven(order, regels)
    gelezen: list[GelezenRegel] = []
    bestand = lees_betaalbestand(BytesIO(inhoud), gelezen.append)
    assert keur(BytesIO(inhoud), versie) == ()
    assert bestand.verschillen == ()
    assert bestand.gezegd == bestand.geteld == (verslag.aantal, verslag.cents) == (order.aantal, order.cents)
    assert (bestand.bericht_id, bestand.versie) == (order.bericht_id, versie.naam)
    assert [(b.uitvoerdag, *b.geteld, b.iban) for b in bestand.blokken] == [
        (b.uitvoerdag, b.aantal, b.cents, BETALER.iban) for b in order.blokken
    ]
    assert [_zonder_blok(gelezen_regel) for gelezen_regel in gelezen] == [
        (r.referentie, r.cents, r.naam, r.iban, r.kenmerk.tekst, r.uitvoerdag) for r in regels
    ]


def _zonder_blok(r: GelezenRegel) -> tuple[object, ...]:
    return (r.referentie, r.cents, r.naam, r.iban, r.kenmerk, r.uitvoerdag)


REGELS = [regel(1), regel(2, 4_550, dag=DAG_LATER)]
GOED = geschreven(opdracht(REGELS), REGELS)[0]


def test_every_block_knows_its_payments() -> None:
    gelezen: list[GelezenRegel] = []
    lees_betaalbestand(BytesIO(GOED), gelezen.append)
    assert [(r.blok_id, r.uitvoerdag) for r in gelezen] == [
        ("DIE-2026-11-1-1", REGELS[0].uitvoerdag),
        ("DIE-2026-11-1-2", DAG_LATER),
    ]


@pytest.mark.parametrize(
    ("van", "naar", "zinnen"),
    [
        (b"<NbOfTxs>2<", b"<NbOfTxs>3<", ["Het bestand zegt 3 betalingen te hebben; het zijn er 2."]),
        (b">695.50<", b">695.05<", ["Het bestand zegt samen € 695,05 te zijn; het is € 695,50."]),
        (
            b'Ccy="EUR">45.50<',
            b'Ccy="EUR">46.50<',
            [
                "Het bestand zegt samen € 695,50 te zijn; het is € 696,50.",
                "Groep DIE-2026-11-1-2 zegt samen € 45,50 te zijn; het is € 46,50.",
            ],
        ),
    ],
)
def test_a_sum_that_is_not_the_sum_of_its_parts_is_said(van: bytes, naar: bytes, zinnen: list[str]) -> None:
    bestand = lees_betaalbestand(BytesIO(GOED.replace(van, naar, 1)))
    assert [zin.replace("\u00a0", " ") for zin in bestand.verschillen] == zinnen


@pytest.mark.parametrize(
    ("van", "naar", "soort", "zin"),
    [
        (b"pain.001.001.09", b"pain.008.001.02", VerkeerdeSoort, r"soort pain.008; verwacht was pain.001"),
        (b"urn:iso:std:iso:20022:tech:xsd:", b"http://voorbeeld/", VerkeerdeSoort, "geen bericht van een bank"),
        (b'Ccy="EUR"', b'Ccy="USD"', Onvolledig, "niet in euro"),
        (b">650.00</InstdAmt", b">650.005</InstdAmt", Onvolledig, "hele centen"),
        (b">650.00</InstdAmt", b">-650.00</InstdAmt", Onvolledig, "hele centen"),
        (b">650.00</InstdAmt", b">1e9</InstdAmt", Onvolledig, "hele centen"),
        (b"<EndToEndId>DIE2611-00001</EndToEndId>", b"", Onvolledig, "ontbreekt PmtId/EndToEndId"),
        (b"<PmtInfId>DIE-2026-11-1-1</PmtInfId>", b"", Onvolledig, "ontbreekt PmtInfId"),
        (b"<Dt>2026-11-26</Dt>", b"<Dt>morgen</Dt>", Onvolledig, "geen datum"),
        (b"<NbOfTxs>2<", b"<NbOfTxs>twee<", Onvolledig, "geen aantal"),
        (b"</Document>", b"", GeenXML, "geen .volledig. XML-bestand"),
    ],
)
def test_a_file_that_cannot_be_used_is_a_named_fault(van: bytes, naar: bytes, soort: type[Exception], zin: str) -> None:
    with pytest.raises(soort, match=zin):
        lees_betaalbestand(BytesIO(GOED.replace(van, naar, 1)))
