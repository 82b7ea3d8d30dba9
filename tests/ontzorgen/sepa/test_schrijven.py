"""The file that the bank gets: valid, the same every time, and never another sum than was released."""

import hashlib
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest

from ontzorgen.kenmerk import Kenmerk, Kenmerksoort
from ontzorgen.sepa.keuren import keur
from ontzorgen.sepa.opdracht import Aanpassing, Betaalregel, Betaler, Versie
from ontzorgen.sepa.schrijven import Opdrachtfout, Regelfout, Totaalfout

from .opdrachten import BETALER, DAG_LATER, HUUR, geschreven, opdracht, regel

VERSIES = pytest.mark.parametrize("versie", list(Versie))
GEMENGD = [
    regel(1),
    regel(2, 1, kenmerk=Kenmerk(Kenmerksoort.BETALINGSKENMERK, "5000056789012345")),
    regel(3, 999_999_999_99, kenmerk=Kenmerk(Kenmerksoort.RF, "RF18539007547034"), dag=DAG_LATER),
]


@VERSIES
@pytest.mark.parametrize("bic", ["", "BNGHNL2G"])
def test_the_file_is_valid_against_the_official_schema(versie: Versie, bic: str) -> None:
    order = opdracht(GEMENGD, versie, replace(BETALER, bic=bic))
    inhoud, _ = geschreven(order, GEMENGD)
    assert keur(BytesIO(inhoud), versie) == ()
    assert versie.naam.encode() in inhoud


@VERSIES
def test_the_same_payments_give_the_same_bytes_and_the_report_says_which(versie: Versie) -> None:
    order = opdracht(GEMENGD, versie)
    inhoud, verslag = geschreven(order, GEMENGD)
    assert geschreven(order, iter(GEMENGD)) == (inhoud, verslag)
    assert (verslag.aantal, verslag.cents) == (3, 65_000 + 1 + 999_999_999_99)
    assert (verslag.grootte, verslag.sha256) == (len(inhoud), hashlib.sha256(inhoud).hexdigest())


def test_a_name_in_other_characters_is_paid_and_reported() -> None:
    gemeld: list[Aanpassing] = []
    regels = [
        regel(1, naam="Zoë Yılmaz"),
        regel(2, naam="x" * 75),
    ]
    inhoud, verslag = geschreven(opdracht(regels), regels, gemeld)
    assert "<Nm>Zoe Yilmaz</Nm>" in inhoud.decode("ascii")
    assert verslag.aanpassingen == 2
    assert gemeld == [
        Aanpassing("DIE2611-00001", "naam", "Zoë Yılmaz", "Zoe Yilmaz"),
        Aanpassing("DIE2611-00002", "naam", "x" * 75, "x" * 70),
    ]


@pytest.mark.parametrize(
    ("aangeboden", "zin"),
    [
        (GEMENGD[:1], r"2 betalingen van samen €.650,01 zijn; aangeboden zijn er 1 van samen €.650,00"),
        ([GEMENGD[0], replace(GEMENGD[1], cents=2), GEMENGD[2]], r"aangeboden zijn er 2 van samen €.650,02"),
        ([*GEMENGD, regel(4)], "meer betalingen aangeboden dan de 3"),
        ([], "aangeboden zijn er 0"),
    ],
)
def test_another_number_or_sum_than_announced_stops_the_file(aangeboden: list[Betaalregel], zin: str) -> None:
    with pytest.raises(Totaalfout, match=zin):
        geschreven(opdracht(GEMENGD), aangeboden)


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        (regel(cents=0), "kan niet worden betaald"),
        (regel(cents=-100), "kan niet worden betaald"),
        (regel(cents=100_000_000_000), "kan niet worden betaald"),
        (regel(iban="NL91ABNA0417164301"), "controlecijfers"),
        (regel(iban="TR330006100519786457841326"), "buiten het SEPA-gebied"),
        (regel(iban=BETALER.iban), "waar de gemeente zelf van betaalt"),
        (regel(naam="إسماعيل"), "geen enkel teken"),
        (regel(naam="J. de Vries 999990019"), "BSN"),
        (regel(kenmerk=replace(HUUR, tekst="999990019")), "BSN"),
        (replace(regel(), referentie="999990019"), "BSN"),
        (replace(regel(), referentie="DIE//1"), "referentie heeft tekens"),
    ],
)
def test_a_payment_that_cannot_stand_is_refused_by_its_reference(fout: Betaalregel, zin: str) -> None:
    with pytest.raises(Regelfout, match=f"^Betaling {fout.referentie}: .*{zin}"):
        geschreven(opdracht([fout]), [fout])


def test_a_payment_never_moves_to_another_day() -> None:
    with pytest.raises(Regelfout, match="andere uitvoerdag"):
        geschreven(opdracht(GEMENGD), [GEMENGD[0], GEMENGD[2], GEMENGD[1]])


@pytest.mark.parametrize(
    ("regels", "betaler", "zin"),
    [
        ([], BETALER, "niets om te betalen"),
        ([regel(dag=date(2026, 11, 28))], BETALER, r"28-11-2026 voeren banken geen betalingen uit \(zaterdag\)"),
        ([regel()], Betaler("Gemeente Diemen", "NL02 ABNA 0123 4567 89"), "zonder spaties"),
    ],
)
def test_an_order_that_cannot_stand_is_refused(regels: list[Betaalregel], betaler: Betaler, zin: str) -> None:
    with pytest.raises(Opdrachtfout, match=zin):
        geschreven(opdracht(regels, betaler=betaler), regels)


def test_a_number_of_the_file_that_banks_refuse_is_refused() -> None:
    with pytest.raises(Opdrachtfout, match="nummer van het bestand"):
        geschreven(replace(opdracht(GEMENGD), bericht_id="DIE-" + "9" * 31), GEMENGD)
