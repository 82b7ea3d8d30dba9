"""The fixtures of the pages: letters are written on them."""

from tests.cases.views.conftest import proefsoort, vrijdag

__all__ = ["proefsoort", "vrijdag"]
