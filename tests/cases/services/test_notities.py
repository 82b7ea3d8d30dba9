"""Notes and reminders in a dossier."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError

from cases.enums import Notitiesoort
from cases.handelingen import zin
from cases.models import Gebeurtenis, Notitie
from cases.services import notities
from tests.fabriek import maak_dossier

OP = date(2026, 11, 20)


@pytest.fixture
def dossier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=OP)


def test_the_history_says_that_there_is_a_note_and_not_what_it_says(cast, dossier):
    notities.schrijf_notitie(
        dossier=dossier, soort=Notitiesoort.BELNOTITIE, tekst="Belt morgen terug.", door=cast.consulent, op=OP
    )

    gebeurtenis = Gebeurtenis.objects.get(soort="NOTITIE_GESCHREVEN")
    assert zin(gebeurtenis.soort, gebeurtenis.gegevens) == "schreef een belnotitie"


@pytest.mark.parametrize("soort", [Notitiesoort.HERINNERING, Notitiesoort.WACHT_OP])
def test_what_comes_back_has_a_day(cast, dossier, soort):
    with pytest.raises(ValidationError, match="Kies een dag"):
        notities.schrijf_notitie(dossier=dossier, soort=soort, tekst="DUO", door=cast.consulent, op=OP)


def test_an_empty_note_is_refused(cast, dossier):
    with pytest.raises(ValidationError):
        notities.schrijf_notitie(dossier=dossier, soort=Notitiesoort.NOTITIE, tekst="  ", door=cast.consulent, op=OP)


def test_done_is_done_once(cast, dossier):
    notitie = notities.schrijf_notitie(
        dossier=dossier, soort=Notitiesoort.WACHT_OP, tekst="Brief DUO", door=cast.consulent, op=OP, datum=OP
    )
    assert list(Notitie.objects.open()) == [notitie]

    for dag in (OP, date(2026, 11, 21)):
        notities.handel_af(notitie=notitie, door=cast.consulent, op=dag)

    assert not Notitie.objects.open().exists()
    assert Notitie.objects.get().afgehandeld_op == OP
    assert Gebeurtenis.objects.filter(soort="NOTITIE_AFGEHANDELD").count() == 1


def test_a_double_click_writes_one_note_and_a_second_call_later_another(cast, dossier):
    def schrijf():
        return notities.schrijf_notitie(
            dossier=dossier, soort=Notitiesoort.BELNOTITIE, tekst="Geen gehoor.", door=cast.consulent, op=OP
        )

    with time_machine.travel("2026-11-20 10:00+01:00", tick=False) as klok:
        assert schrijf() == schrijf()
        klok.shift(120)
        schrijf()

    assert Notitie.objects.count() == 2
