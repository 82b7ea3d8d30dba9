"""Pages ask the clock, so their tests say what day it is."""

import pytest
import time_machine


@pytest.fixture
def vrijdag():
    """Friday 20 November 2026, ten in the morning."""
    with time_machine.travel("2026-11-20 10:00+01:00", tick=False):
        yield
