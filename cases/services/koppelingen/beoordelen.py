"""Many rows of one file at once: each by itself, against the database, and against each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from cases.enums import Regeluitkomst
from cases.models import Gemeente, Koppelregel, Medewerker

from .bekend import haal_bekend
from .keuren import keur
from .kolommen import LABELS
from .meldingen import Melding, fout, let_op
from .vergelijken import Beoordeling, vergelijk

Sleutel = tuple[str, str | int]


def beoordeel(
    *,
    gemeente: Gemeente,
    regels: Sequence[Koppelregel],
    rest: Iterable[Koppelregel] = (),
    door: Medewerker | None,
    op: date,
) -> dict[int, Beoordeling]:
    """Judge these rows and fill in their outcome, findings and keys; saves nothing. By line number.

    `rest` are the other rows of the same file, with their keys as stored: a person may be in the file only once. The
    number of queries does not depend on the number of rows.
    """
    keuringen = [keur(regel.waarden, gemeente=gemeente.naam, op=op) for regel in regels]
    bekend = haal_bekend(gemeente=gemeente, keuringen=keuringen, door=door, op=op)
    beoordelingen = {regel.nummer: vergelijk(keuring, bekend) for regel, keuring in zip(regels, keuringen, strict=True)}
    for regel in regels:
        _neem_sleutels_over(regel, beoordelingen[regel.nummer])
    elders = _wie_staat_waar([*regels, *rest])
    for regel in regels:
        beoordelingen[regel.nummer].meldingen.extend(_dubbel(regel, elders))
        _neem_uitkomst_over(regel, beoordelingen[regel.nummer])
    return beoordelingen


def _neem_sleutels_over(regel: Koppelregel, beoordeling: Beoordeling) -> None:
    regel.bsn, regel.v_nummer = beoordeling.keuring.bsn, beoordeling.keuring.v_nummer
    regel.persoonssleutel = beoordeling.keuring.persoonssleutel
    regel.dossier = beoordeling.dossier


def _neem_uitkomst_over(regel: Koppelregel, beoordeling: Beoordeling) -> None:
    regel.uitkomst = beoordeling.uitkomst
    regel.meldingen = [melding.als_dict() for melding in beoordeling.meldingen]


def _sleutels(regel: Koppelregel) -> Iterator[Sleutel]:
    if regel.bsn:
        yield "bsn", regel.bsn
    if regel.v_nummer:
        yield "v_nummer", regel.v_nummer
    if regel.dossier_id:
        yield "dossier", regel.dossier_id
    if regel.persoonssleutel:
        yield "persoon", regel.persoonssleutel


def _wie_staat_waar(regels: Iterable[Koppelregel]) -> dict[Sleutel, list[int]]:
    """Key → line numbers; rows that were left out on purpose do not count."""
    plaatsen: dict[Sleutel, list[int]] = defaultdict(list)
    for regel in regels:
        if regel.uitkomst != Regeluitkomst.WEGGELATEN:
            for sleutel in _sleutels(regel):
                plaatsen[sleutel].append(regel.nummer)
    return plaatsen


def _dubbel(regel: Koppelregel, plaatsen: dict[Sleutel, list[int]]) -> Iterator[Melding]:
    """A number that is in the file twice is a fault on every row that has it; a similar name only a warning."""
    gemeld: set[int] = set()
    for soort, waarde in _sleutels(regel):
        anderen = [nummer for nummer in plaatsen[soort, waarde] if nummer != regel.nummer and nummer not in gemeld]
        if not anderen:
            continue
        gemeld.update(anderen)
        yield _dubbelmelding(soort, _opsomming(sorted(anderen)))


def _dubbelmelding(soort: str, regels: str) -> Melding:
    if soort == "dossier":
        return fout("", f"Dezelfde persoon staat ook op {regels}.")
    if soort == "persoon":
        return let_op("achternaam", f"Een gelijkende naam met dezelfde geboortedatum staat ook op {regels}.")
    return fout(soort, f"Dit {LABELS[soort]} staat ook op {regels}.")


def _opsomming(nummers: list[int]) -> str:
    if len(nummers) == 1:
        return f"regel {nummers[0]}"
    getoond = ", ".join(str(nummer) for nummer in nummers[:5])
    return f"de regels {getoond}" + (" en andere" if len(nummers) > 5 else "")
