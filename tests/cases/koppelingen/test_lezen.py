"""The file as Dutch spreadsheets really write it."""

import pytest

from cases.services.koppelingen.kolommen import KOLOMMEN, TEVEEL
from cases.services.koppelingen.lezen import Bestandsfout, lees

from .hulp import ANDER, PERSOON, VOORBEELD, maak_csv

KOP = ";".join(KOLOMMEN)


def test_the_list_of_diemen_is_read_with_its_line_numbers():
    inhoud = lees(VOORBEELD)

    assert inhoud.kolommen == list(KOLOMMEN)
    assert [rij.nummer for rij in inhoud.rijen] == list(range(2, 46))
    assert inhoud.rijen[7].waarden["voornamen"] == "Ayşe"


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("scheiding", [";", ","])
@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r"])
def test_encodings_separators_and_line_ends(codering, scheiding, einde):
    tekst = maak_csv(PERSOON | {"achternaam": "Conceição, João"}, ANDER, scheiding=scheiding, einde=einde)

    rijen = lees(tekst.encode(codering)).rijen

    assert [rij.waarden["achternaam"] for rij in rijen] == ["Conceição, João", "Khoury"]


def test_a_quoted_cell_may_hold_line_ends_quotes_and_separators():
    straat = 'Hof van "Eden";\r\n1e etage'

    rijen = lees(maak_csv(PERSOON | {"straat": straat}, ANDER).encode()).rijen

    assert [(rij.nummer, rij.waarden["straat"]) for rij in rijen] == [(2, straat), (4, "Arent Krijtsstraat")]


def test_the_line_that_names_the_separator_and_empty_lines_are_passed_over():
    regels = maak_csv(PERSOON, ANDER).split("\r\n")
    tekst = "\r\n".join(["sep=;", regels[0], "", regels[1], ";" * 23, regels[2], "", ""])

    assert [rij.nummer for rij in lees(tekst.encode()).rijen] == [4, 6]


def test_too_few_and_too_many_cells_are_kept_as_they_came():
    te_weinig, te_veel = lees(f"{KOP}\n999284691;2808729173\n{';' * 23}Diemen;extra".encode()).rijen

    assert te_weinig.waarden == {"bsn": "999284691", "v_nummer": "2808729173"}
    assert te_veel.waarden[TEVEEL] == ["extra"]


def test_an_unknown_column_stays_with_the_row():
    inhoud = lees(f"{KOP};Opmerking COA\n{';' * 23}Diemen;belt graag\n".encode())

    assert inhoud.kolommen[-1] == "opmerking_coa"
    assert inhoud.rijen[0].waarden["opmerking_coa"] == "belt graag"


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"", "leeg"),
        (b"\xef\xbb\xbf\r\n", "leeg"),
        (KOP.encode(), "geen regels"),
        (b"naam;adres\nJan;hier", "geen kolomnamen die we kennen"),
        (KOP.replace(";azc", "").encode() + b"\n1", "ontbreken in het bestand: azc"),
        (KOP.encode() + b";bsn\n1", "twee keer in het bestand: bsn"),
        (b"PK\x03\x04rest", "Excel-bestand"),
        ("bsn".encode("utf-16"), "UTF-16"),
        (KOP.encode() + b"\n\x81\x8d", "UTF-8 of Windows-1252"),
        (KOP.encode() + b"\nab\x00cd", "geen tekstbestand"),
        (KOP.encode() + b'\n1\n2;"open\n3;4\n', "Op regel 3 begint een tekst met een aanhalingsteken"),
        (KOP.encode() + b"\n" + b"a" * 140_000, "Regel 2 kan niet worden gelezen"),
        (b"x" * (5 * 1024 * 1024 + 1), "groter dan 5 MB"),
    ],
)
def test_a_file_that_cannot_be_read_gives_one_clear_message(inhoud, reden):
    with pytest.raises(Bestandsfout, match=reden):
        lees(inhoud)
