"""A concept PIP of somebody with bijstand, right after it was composed and as it can be offered."""

from datetime import date

import pytest

from cases.models import Dossier
from pip_plans.plan.models import Pip
from pip_plans.plan.services.opstellen import stel_op
from tests.conftest import VANDAAG
from tests.fabriek import Cast
from tests.pdf.conftest import lettertypen as lettertypen  # skips where the fonts are missing

from .hulp import asiel_met_intake, maak_compleet, ondertussengroep_met_intake


@pytest.fixture
def op() -> date:
    return VANDAAG


@pytest.fixture
def dossier(cast: Cast) -> Dossier:
    return asiel_met_intake(cast)


@pytest.fixture
def concept(dossier: Dossier, cast: Cast) -> Pip:
    return stel_op(dossier=dossier, door=cast.consulent, op=VANDAAG)


@pytest.fixture
def compleet(concept: Pip) -> Pip:
    return maak_compleet(concept)


@pytest.fixture
def dossier_2013(cast: Cast) -> Dossier:
    return ondertussengroep_met_intake(cast)
