"""Amounts in whole cents; never a float."""

from __future__ import annotations


def verdeel(cents: int, delen: int) -> tuple[int, ...]:
    """Split `cents` in `delen` parts that add up exactly; the remainder is in the last part.

    Raises ValueError for a negative amount or fewer than one part.
    """
    if delen < 1:
        raise ValueError("Een bedrag verdelen kan alleen in één of meer delen.")
    if cents < 0:
        raise ValueError("Een negatief bedrag kan niet worden verdeeld.")
    deel, rest = divmod(cents, delen)
    return (deel,) * (delen - 1) + (deel + rest,)


def euro(cents: int) -> str:
    """The Dutch spelling, e.g. '€ 1.234,56' and '−€ 250,00'; a no-break space keeps sign and amount on one line."""
    heel, rest = divmod(abs(cents), 100)
    duizendtallen = f"{heel:,}".replace(",", ".")
    return f"{'−' if cents < 0 else ''}€\N{NO-BREAK SPACE}{duizendtallen},{rest:02d}"
