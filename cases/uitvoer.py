"""Tables as a file for a spreadsheet, in which what people typed can never become a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

BOM = "\ufeff"
_FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n")


class _Regel:
    """What csv.writer writes to: it hands the line back instead of keeping it."""

    def write(self, regel: str) -> str:
        return regel


def veilige_cel(waarde: Any) -> str:
    """The text of a cell; an apostrophe goes before what a spreadsheet would read as a formula."""
    tekst = "" if waarde is None else str(waarde)
    return f"'{tekst}" if tekst.lstrip(" ").startswith(_FORMULE) else tekst


def csv_regels(kop: Sequence[str], rijen: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The lines of a CSV as Dutch spreadsheets open it: UTF-8 with BOM and semicolons. Streams; keeps no rows."""
    schrijver = csv.writer(_Regel(), delimiter=";")
    yield BOM + schrijver.writerow([veilige_cel(naam) for naam in kop])
    for rij in rijen:
        yield schrijver.writerow([veilige_cel(waarde) for waarde in rij])
