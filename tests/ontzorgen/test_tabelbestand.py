"""A CSV of the benefit system is read with the same patience as a list of koppelingen."""

import pytest

from ontzorgen.tabelbestand import Tabelfout, lees_tabel

KOLOMMEN = ("eenheid", "netto")


@pytest.mark.parametrize(
    "inhoud",
    [
        "eenheid;netto\r\nU-1;1,00\r\n",
        "sep=;\r\nEenheid ;NETTO;extra\r\nU-1; 1,00 ;x\r\n",
        'eenheid,netto\nU-1,"1,00"\n',
        "\ufeffeenheid;netto\r\n\r\nU-1;1,00",
    ],
    ids=["plain", "sep line and names", "commas", "bom and empty line"],
)
def test_what_a_spreadsheet_makes_of_it_is_read(inhoud):
    (rij,) = lees_tabel(inhoud.encode(), KOLOMMEN)
    assert rij.cellen == {"eenheid": "U-1", "netto": "1,00"}


def test_a_row_keeps_the_line_on_which_it_stands_in_the_file():
    rijen = lees_tabel(b'sep=;\neenheid;netto\n"U-1\nx";1\n\nU-2;2\n', KOLOMMEN)
    assert [(rij.nummer, rij.cellen["eenheid"]) for rij in rijen] == [(3, "U-1\nx"), (6, "U-2")]


def test_a_line_separator_inside_a_cell_starts_no_new_row():
    (rij,) = lees_tabel("eenheid;netto\nU-1\u2028x;1\n".encode(), KOLOMMEN)
    assert rij.cellen["netto"] == "1"


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"eenheid;netto;netto\nU-1;1;2\n", "staan twee keer in het bestand: netto"),
        (b"sep=;\n", "leeg"),
        (b"PK\x03\x04", "CSV UTF-8"),
    ],
)
def test_a_file_that_may_mean_two_things_is_refused(inhoud, zin):
    with pytest.raises(Tabelfout, match=zin):
        lees_tabel(inhoud, KOLOMMEN)
