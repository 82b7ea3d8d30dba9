"""The particulars of a fact as people read them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from inburgering.recht.afronding import DEEL_LABELS, EINDREDEN_LABELS
from inburgering.recht.duo_besluit import AANVRAAG_LABELS, GROND_LABELS, OMVANG_LABELS, UITKOMST_LABELS
from inburgering.recht.examens import EXAMEN_LABELS, UITSLAG_LABELS
from inburgering.recht.feiten import DOELGROEP_LABELS, LEERROUTE_LABELS, Doelgroep, Leerroute
from inburgering.recht.geld import euro
from inburgering.recht.uitleg import datum_zonder_weekdag

_VOORAF = {
    "start": "van ",
    "einde": "tot en met ",
    "beschikking": "nummer ",
    "wie": "bij ",
    "gemeente": "van ",
    "bezwaar": "bezwaar ",
    "beslissing": "beslissing ",
    "tot": "tot en met ",
    "grond": "onder ",
    "postdatum": "op de post gedaan op ",
    "trekt_in": "het einde van ",
    "zaak": "zaak ",
    "artikel": "art. ",
    "verlengingsgrond": "grond: ",
    "niveau": "niveau ",
    "volgens": "volgens ",
}
_LABELS = {
    "aanvraag": AANVRAAG_LABELS,
    "uitkomst": UITKOMST_LABELS,
    "omvang": OMVANG_LABELS,
    "verlengingsgrond": GROND_LABELS,
    "onderdeel": {**EXAMEN_LABELS, **DEEL_LABELS},
    "uitslag": UITSLAG_LABELS,
    "reden": EINDREDEN_LABELS,
}
_UREN = {"taaluren": "uur taal en KNM", "participatie_uren": "uur participatie"}
_DATUMS = frozenset({"start", "einde", "tot", "postdatum"})


def gegevens_in_woorden(gegevens: Mapping[str, Any]) -> Iterator[str]:
    """'asielstatushouder', 'AZC Almere', 'van 10 november 2026'; one piece per particular."""
    for sleutel, waarde in sorted(gegevens.items(), key=lambda paar: paar[0] == "einde"):  # a beginning comes first
        if waarde in (None, ""):
            continue
        if sleutel == "te_huisvesten":
            yield "ja" if waarde else "nee"
        elif sleutel == "commissie":
            yield from ("met een adviescommissie",) if waarde else ()
        elif sleutel == "in_de_plaats":
            yield from ("met iets anders in de plaats",) if waarde else ()
        elif sleutel in ("weken", "centen", "maanden", "taaluren", "participatie_uren"):
            yield woord(sleutel, waarde)
        elif sleutel == "eerste":
            yield from () if waarde else ("wijzigt een eerder PIP",)
        else:
            yield f"{_VOORAF.get(sleutel, '')}{_woord(sleutel, str(waarde))}"


def woord(sleutel: str, waarde: Any) -> str:
    """One particular without what goes before it: '6 weken', '16 november 2026'."""
    if sleutel == "weken":
        return f"{waarde} {'week' if waarde == 1 else 'weken'}"
    if sleutel == "maanden":
        return f"nieuwe termijn van {waarde} maanden"
    if sleutel in _UREN:
        return f"{waarde} {_UREN[sleutel]}"
    if sleutel == "centen":
        return euro(int(waarde))
    return _woord(sleutel, "" if waarde is None else str(waarde))


def _woord(sleutel: str, waarde: str) -> str:
    if sleutel == "doelgroep" and waarde in set(Doelgroep):
        return DOELGROEP_LABELS[Doelgroep(waarde)]
    if sleutel == "leerroute" and waarde in set(Leerroute):
        return LEERROUTE_LABELS[Leerroute(waarde)]
    if sleutel in _LABELS:
        return _LABELS[sleutel].get(waarde, waarde)
    if sleutel in _DATUMS and waarde:
        return datum_zonder_weekdag(date.fromisoformat(waarde))
    return waarde
