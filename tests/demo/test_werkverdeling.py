"""How the team of the demo divides its work."""

from datetime import date

import pytest

from cases.models import Lijstfilter, Toewijsronde, Uitstel
from inburgering.demo.laden import laad

PEILDATUM = date(2026, 11, 20)


@pytest.mark.django_db
def test_a_term_waits_filters_are_kept_and_dossiers_changed_hands(diemen) -> None:
    laad(gemeente=diemen, aantal=30, zaad=1, peildatum=PEILDATUM)

    assert Uitstel.objects.lopend(PEILDATUM).count() == 1
    assert Lijstfilter.objects.count() == 3
    ronde = Toewijsronde.objects.get()
    assert ronde.klaar_op
    assert set(ronde.regels.values_list("uitkomst", flat=True)) == {"toegewezen"}
