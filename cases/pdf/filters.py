"""Filters the letter templates may use; they know plain values only."""

from __future__ import annotations

import datetime as dt

from django import template

register = template.Library()

MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
DAGEN = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]


@register.filter
def datum(iso: str) -> str:
    """'2026-11-20' as '20 november 2026'; raises ValueError on anything else."""
    dag = dt.date.fromisoformat(iso)
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


@register.filter
def dagdatum(iso: str) -> str:
    """'2026-11-20' as 'vrijdag 20 november 2026'."""
    return f"{DAGEN[dt.date.fromisoformat(iso).weekday()]} {datum(iso)}"
