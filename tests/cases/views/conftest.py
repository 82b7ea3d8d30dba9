"""Pages ask the clock, so their tests say what day it is."""

import pytest
import time_machine

from cases import brieven


@pytest.fixture
def vrijdag():
    """Friday 20 November 2026, ten in the morning."""
    with time_machine.travel("2026-11-20 10:00+01:00", tick=False):
        yield


@pytest.fixture
def proefsoort(monkeypatch):
    """Register a kind of letter for one test only."""

    def registreer(code, **anders):
        monkeypatch.setattr(brieven, "_SOORTEN", dict(brieven._SOORTEN))
        velden = {"naam": "Proef", "aanleiding": "nooit", "ontvanger": "niemand", "sjabloon": "dagstaat/v1"}
        return brieven.registreer_brief(brieven.Briefsoort(code, fase=brieven.Fase.ALGEMEEN, **velden | anders))

    return registreer
