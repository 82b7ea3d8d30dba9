"""Filters the letter templates may use; the content they see has dates as ISO text."""

from __future__ import annotations

from datetime import date

from django import template

from inburgering.recht import geld, uitleg

register = template.Library()


@register.filter
def datum(iso: str) -> str:
    """'2026-11-20' as '20 november 2026'; raises ValueError on anything else."""
    return uitleg.datum_zonder_weekdag(date.fromisoformat(iso))


@register.filter
def dagdatum(iso: str) -> str:
    """'2026-11-20' as 'vrijdag 20 november 2026'."""
    return uitleg.datum_lang(date.fromisoformat(iso))


@register.filter
def cijferdatum(iso: str) -> str:
    """'2026-11-20' as '20-11-2026': the same in every language and script."""
    return f"{date.fromisoformat(iso):%d-%m-%Y}"


@register.filter
def in_euro(cent: int) -> str:
    """Whole cents as '€ 78,50'."""
    return geld.euro(cent)


@register.filter
def maand(iso: str) -> str:
    """'2026-11-01' as 'november 2026'."""
    return datum(iso).split(" ", 1)[1]
