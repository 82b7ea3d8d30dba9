"""Hours and months as people read them."""

from datetime import date
from decimal import Decimal

from django.template import Library

from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.voortgang.weken import uren_tekst

register = Library()


@register.filter
def uren(waarde: Decimal) -> str:
    """'12,5'; '' for none."""
    return uren_tekst(waarde) if waarde else ""


@register.filter
def maand(waarde: date) -> str:
    """'november 2026'."""
    return datum_zonder_weekdag(waarde).partition(" ")[2]
