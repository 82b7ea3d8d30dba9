"""Rows as CSV: the findings for the shell, and the faulty rows to mend in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from cases.models import Koppelregel

from .kolommen import FORMULETEKENS, RETOURKOLOMMEN, TEVEEL
from .meldingen import is_fout

VOORBEELDKOLOMMEN = ("regel", "uitkomst", "veld", "reden")


def bevindingen(regels: Iterable[Koppelregel]) -> Iterator[tuple[str, ...]]:
    """`regel,uitkomst,veld,reden`: a line per finding, and one with empty veld and reden for a row without."""
    for regel in regels:
        for melding in regel.meldingen or [{"veld": "", "reden": ""}]:
            yield (str(regel.nummer), str(regel.uitkomst), melding["veld"], melding["reden"])


def foute_regels(regels: QuerySet[Any], kolommen: Sequence[str]) -> Iterator[str]:
    """The faulty rows with what is wrong before the cells as they came in: CSV with `;`, UTF-8 with BOM.

    Of any import whose rows have nummer, meldingen and waarden. A cell that a spreadsheet would take for a formula gets
    an apostrophe; reading the file again takes it off.
    """
    yield "\ufeff" + _regel([*RETOURKOLOMMEN, *kolommen])
    for regel in regels.iterator():
        fouten = [melding for melding in regel.meldingen if is_fout(melding)]
        yield _regel(
            [
                str(regel.nummer),
                ", ".join(dict.fromkeys(melding["veld"] for melding in fouten if melding["veld"])),
                " ".join(melding["reden"] for melding in fouten),
                *(regel.waarden.get(naam, "") for naam in kolommen),
                *regel.waarden.get(TEVEEL, []),
            ]
        )


def _regel(cellen: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";", lineterminator="\r\n").writerow([_veilig(cel) for cel in cellen])
    return buffer.getvalue()


def _veilig(cel: str) -> str:
    return f"'{cel}" if cel.lstrip("'").startswith(FORMULETEKENS) else cel
