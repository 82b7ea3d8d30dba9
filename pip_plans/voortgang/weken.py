"""Weeks as schools count them: from Monday to Sunday, with the number of ISO 8601. Pure."""

import re
from datetime import date, timedelta
from decimal import Decimal

ZES_DAGEN = timedelta(days=6)
_WEEK = re.compile(r"(\d{4})[\s\-]*[Ww]?[\s\-]*(\d{1,2})", re.ASCII)
EERSTE, LAATSTE = date(2022, 1, 3), date(2199, 12, 30)


def maandag(dag: date) -> date:
    """The first day of the week of this day."""
    return dag - timedelta(days=dag.weekday())


def weeknaam(week: date) -> str:
    """'week 45 van 2026', by any day of it."""
    jaar, nummer, _ = week.isocalendar()
    return f"week {nummer} van {jaar}"


def weekcode(week: date) -> str:
    """'2026-W45', as `lees_week` reads it."""
    jaar, nummer, _ = week.isocalendar()
    return f"{jaar}-W{nummer:02d}"


def lees_week(tekst: str) -> date | None:
    """'2026-W45', '2026-45' or '2026 45' as its Monday; None for what is no week we can mean."""
    vorm = _WEEK.fullmatch(tekst.strip())
    if not vorm:
        return None
    try:
        week = date.fromisocalendar(int(vorm[1]), int(vorm[2]), 1)
    except ValueError:
        return None
    return week if EERSTE <= week <= LAATSTE else None


def maand_van(week: date) -> date:
    """The first day of the month to which a week belongs: that of its Thursday, so that every week has one month."""
    return (maandag(week) + timedelta(days=3)).replace(day=1)


def vorige_maand(maand: date) -> date:
    """The first day of the month before the one that begins on this day."""
    return (maand - timedelta(days=1)).replace(day=1)


def maanden_terug(op: date, aantal: int = 13) -> list[date]:
    """The present month and a year back, the last month first: that is the one that is reported most."""
    deze = op.replace(day=1)
    terug = [vorige_maand(deze)]
    while len(terug) < aantal - 1:
        terug.append(vorige_maand(terug[-1]))
    return [terug[0], deze, *terug[1:]]


def uren_tekst(uren: Decimal | int) -> str:
    """'12', '12,5', '1.234'."""
    tekst = f"{Decimal(uren):,.2f}".rstrip("0").rstrip(".")
    return tekst.translate(str.maketrans(",.", ".,"))
