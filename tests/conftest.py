"""What every test may use: calendar and gemeenten, the cast of people, and a browser client for each of them."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from hypothesis import HealthCheck, settings

from cases.enums import Rol
from cases.models import Gemeente, Medewerker
from cases.services.inrichting import richt_in
from inburgering.ingebed.pytest_plugin import throw_away_server

from .fabriek import Cast, maak_cast

# The same examples every time, and no clock: on a busy machine a slow example is no fault of the code.
settings.register_profile("suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")

VANDAAG = date(2026, 11, 20)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb: bool) -> bool:
    """A server that is thrown away needs no DROP DATABASE, which fails while a browser or worker still hangs up."""
    return django_db_keepdb or throw_away_server()


@pytest.fixture
def ingericht(db: None) -> None:
    """The three gemeenten and the calendar, as on a new installation."""
    richt_in()


@pytest.fixture
def diemen(ingericht: None) -> Gemeente:
    return Gemeente.objects.get(slug="diemen")


@pytest.fixture
def uithoorn(ingericht: None) -> Gemeente:
    return Gemeente.objects.get(slug="uithoorn")


@pytest.fixture
def cast(diemen: Gemeente, uithoorn: Gemeente) -> Cast:
    """A consulent, her colleague, an outsider of another gemeente, and one person in every other role."""
    return maak_cast(diemen, uithoorn)


@pytest.fixture
def inloggen() -> Callable[[Medewerker], Client]:
    """A test client that is logged in as this person."""

    def als(medewerker: Medewerker) -> Client:
        client = Client()
        client.force_login(medewerker)
        return client

    return als


@pytest.fixture
def alle_rollen() -> list[Rol]:
    return list(Rol)
