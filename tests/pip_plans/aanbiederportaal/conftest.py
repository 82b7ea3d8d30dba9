"""The edge asks the clock; here it is 20 November 2026."""

import pytest

from tests.pip_plans.voortgang.bouw import OP

PLEKKEN = (
    *(
        f"pip_plans.aanbiederportaal.views.{naam}.vandaag"
        for naam in ("basis", "begin", "maand", "rapporten", "toegang")
    ),
    *("pip_plans.voortgang.views.rapporten.vandaag", "pip_plans.voortgang.tasks.vandaag"),
)


@pytest.fixture
def op_dag(monkeypatch):
    """Set the day for every page: an account ends while somebody is logged in."""

    def zet(dag):
        for plek in PLEKKEN:
            monkeypatch.setattr(plek, lambda: dag)

    return zet


@pytest.fixture(autouse=True)
def vandaag(op_dag):
    op_dag(OP)
