"""Fixtures of the core."""

from tests.pdf.conftest import lettertypen as lettertypen  # skips where the fonts are missing
