"""The clock of these tests: their months and runs lie around VANDAAG, and the pages ask what day it is."""

from collections.abc import Iterator
from datetime import datetime, time

import pytest
import time_machine
from django.utils import timezone

from tests.conftest import VANDAAG


@pytest.fixture(autouse=True)
def op_vandaag() -> Iterator[None]:
    """It is VANDAAG; a test that needs another day travels on from there."""
    with time_machine.travel(timezone.make_aware(datetime.combine(VANDAAG, time(10)))):
        yield
