"""Two who register one person at the same moment."""

import threading
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from cases.models import Dossier, Inburgeraar
from cases.services.registratie import registreer
from inburgering.recht.feiten import FeitSoort
from tests.conftest import VANDAAG

ZIN = {"bsn": ["In deze gemeente staat al iemand met dit BSN."]}
WACHT = "select count(*) from pg_locks where not granted"


def schrijf_in(cast, door):
    persoon = {"bsn": "999284691", "achternaam": "Haile", "geboortedatum": date(1990, 1, 1)}
    feiten = {FeitSoort.DOELGROEP: (VANDAAG, {"doelgroep": "ASIELSTATUSHOUDER"})}
    return registreer(gemeente=cast.gemeente, persoon=persoon, feiten=feiten, consulent=None, door=door, op=VANDAAG)


@pytest.mark.django_db(transaction=True)
def test_the_second_of_two_at_once_is_told_that_the_bsn_is_taken(cast):
    fouten = []

    def tweede():
        try:
            schrijf_in(cast, cast.collega)
        except ValidationError as fout:
            fouten.append(fout.message_dict)
        finally:
            connection.close()

    draad = threading.Thread(target=tweede)
    with transaction.atomic():
        schrijf_in(cast, cast.consulent)
        draad.start()
        _wacht_op_slot()
    draad.join(timeout=60)

    assert fouten == [ZIN]
    assert (Inburgeraar.objects.count(), Dossier.objects.count()) == (1, 1)


def _wacht_op_slot() -> None:
    """Until the other connection waits for a lock of this one."""
    klok = threading.Event()
    for _ in range(600):
        with connection.cursor() as cursor:
            cursor.execute(WACHT)
            if cursor.fetchone()[0]:
                return
        klok.wait(0.05)
    raise AssertionError("de tweede wacht niet")
