"""The pure part of bereken_termijnen, on files as spreadsheets write them."""

import pytest

from inburgering.recht.kalender import standaard_kalender
from inburgering.recht.tabel import Fout, OnleesbareTabel, Rij, bereken_tabel, decodeer

KOP = "id,term,start_event_date\n"


def reken(tekst: str) -> list[Rij | Fout]:
    return list(bereken_tabel(tekst, standaard_kalender()))


def kort(uitkomsten: list[Rij | Fout]) -> list[tuple[int, str]]:
    """The line number with the last day of a good row, or 'fout'."""
    return [(u.regelnummer, u.last_day if isinstance(u, Rij) else "fout") for u in uitkomsten]


@pytest.mark.parametrize(
    "inhoud",
    [
        b"id,term,start_event_date\r\nA,PIP_10W,2026-09-01\r\n",
        b"\xef\xbb\xbfid;term;start_event_date\r\nA;PIP_10W;2026-09-01",
        b"opmerking;start_event_date;Term;ID\n\xe9\xe9n, twee;2026-09-01;PIP_10W;A\n",
        b'"id","term","start_event_date"\n"A","PIP_10W"," 2026-09-01 "\n',
    ],
    ids=["comma and CRLF", "semicolon and BOM", "other order and Windows-1252", "quotes and spaces"],
)
def test_a_file_is_read_however_the_spreadsheet_wrote_it(inhoud: bytes) -> None:
    [rij] = reken(decodeer(inhoud))
    assert isinstance(rij, Rij)
    assert rij.als_rij()[:5] == ("A", "PIP_10W", "2026-09-01", "2026-11-10", "2026-11-10")
    assert rij.uitleg.endswith("De laatste dag is dinsdag 10 november 2026.")


def test_a_bad_row_names_its_physical_line_and_the_good_rows_go_on() -> None:
    tekst = (
        "id,term,start_event_date,reason\n"
        'A,PIP_10W,2026-09-01,"een reden\nover twee regels"\n'
        "\n"
        "B,PIP_99W,2026-09-01,\n"
        "C,PIP_10W,2026-02-30,\n"
        "D,PIP_10W\n"
        "E,BEZWAAR_6W,2026-03-16,goed\n"
    )
    assert kort(reken(tekst)) == [(2, "2026-11-10"), (5, "fout"), (6, "fout"), (7, "fout"), (8, "2026-04-28")]


@pytest.mark.parametrize(
    ("rij", "reden"),
    [
        ("B,PIP_99W,2026-09-01", "Regel 2: Onbekende termijn: 'PIP_99W'."),
        ("C,PIP_10W,2026-02-30", "Regel 2: '2026-02-30' is geen bestaande datum; schrijf jjjj-mm-dd."),
        ("C,PIP_10W,20260901", "Regel 2: '20260901' is geen bestaande datum; schrijf jjjj-mm-dd."),
        ("C,PIP_10W,", "Regel 2: de datum in start_event_date ontbreekt."),
        ("C,PIP_10W,0026-09-01", "Regel 2: De datum 0026-09-01 ligt buiten de jaren 1900 tot en met 2200."),
        ("D,PIP_10W", "Regel 2: de regel heeft te weinig kolommen."),
    ],
)
def test_a_bad_row_says_in_dutch_what_is_wrong(rij: str, reden: str) -> None:
    assert [str(fout) for fout in reken(KOP + rij + "\n")] == [reden]


def test_a_quote_that_never_closes_spoils_only_its_own_line() -> None:
    tekst = KOP + 'A,"PIP_10W,2026-09-01\nB,PIP_10W,2026-09-01\nC,PIP_10W,2026-09-01\n'
    assert kort(reken(tekst)) == [(2, "fout"), (3, "2026-11-10"), (4, "2026-11-10")]


@pytest.mark.parametrize("tekst", ["", "\n", "id,term\nA,PIP_10W\n", "PIP_10W,2026-09-01\n"])
def test_a_file_without_the_columns_is_refused_as_a_whole(tekst: str) -> None:
    with pytest.raises(OnleesbareTabel, match=r"ontbreekt de kolom .*start_event_date"):
        bereken_tabel(tekst, standaard_kalender())


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(OnleesbareTabel, match="geen leesbare tekst"):
        decodeer(b"\x81\x8d\xff")


def test_a_file_with_only_a_header_gives_no_rows() -> None:
    assert reken(KOP) == []
