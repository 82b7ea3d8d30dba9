"""Dates, days left and identifiers as people read them."""

from datetime import date, datetime

from django.template import Library
from django.utils.html import format_html
from django.utils.timezone import localtime

from cases.feitwoorden import woord
from inburgering.recht import uitleg

register = Library()
MIN = "−"


def _dag(waarde: date | datetime) -> date:
    """The calendar day in the Netherlands; a moment is stored in UTC."""
    return localtime(waarde).date() if isinstance(waarde, datetime) else waarde


@register.filter
def datum_lang(waarde: date | datetime | None) -> str:
    """'dinsdag 10 november 2026'."""
    return uitleg.datum_lang(_dag(waarde)) if waarde else ""


@register.filter
def datum(waarde: date | datetime | None) -> str:
    """'10 november 2026'."""
    return uitleg.datum_zonder_weekdag(_dag(waarde)) if waarde else ""


@register.filter
def datum_kort(waarde: date | datetime | None) -> str:
    """'di 10 nov': for lists about these weeks, where the year goes without saying."""
    return uitleg.datum_kort(_dag(waarde)) if waarde else ""


@register.filter
def datum_cijfers(waarde: date | datetime | None) -> str:
    """'10-11-2026'."""
    return f"{_dag(waarde):%d-%m-%Y}" if waarde else ""


@register.filter
def tijdstip(waarde: datetime | None) -> str:
    """'10-11-2026 14:05' in Dutch time."""
    return f"{localtime(waarde):%d-%m-%Y %H:%M}" if waarde else ""


@register.filter
def dagen_verschil(dag: date | datetime | None, op: date | None) -> str:
    """Days from `op` to the day: '4 d', '−2 d' when it has passed, 'vandaag'."""
    if not dag or not op:
        return ""
    dagen = (_dag(dag) - op).days
    return f"{MIN if dagen < 0 else ''}{abs(dagen)} d" if dagen else "vandaag"


@register.filter
def dagen_in_woorden(dag: date | datetime | None, op: date | None) -> str:
    """'over 4 dagen', '2 dagen geleden', 'vandaag': for sentences and for who cannot see a sign."""
    if not dag or not op:
        return ""
    dagen = (_dag(dag) - op).days
    woord = "dag" if abs(dagen) == 1 else "dagen"
    if dagen == 0:
        return "vandaag"
    return f"over {dagen} {woord}" if dagen > 0 else f"{-dagen} {woord} geleden"


@register.filter
def bsn_gemaskeerd(bsn: str | None) -> str:
    """'••••••782': enough to compare with a letter. The whole number is shown on purpose only."""
    if not bsn:
        return ""
    return format_html(
        '<span aria-hidden="true">••••••{0}</span><span class="onzichtbaar">eindigt op {0}</span>', bsn[-3:]
    )


@register.filter
def feitwoord(waarde: str, sleutel: str) -> str:
    """A particular of a fact as people read it: 'niet_geslaagd' under 'uitslag' is 'niet geslaagd'."""
    return woord(sleutel, waarde)
