"""What a periodic job leaves behind about itself."""

import pytest
from django.db import DataError

from cases.models import Hartslag
from cases.services.hartslag import TaakFout, hartslag

pytestmark = pytest.mark.django_db


def test_a_run_that_ends_well_leaves_counts_and_clears_the_error():
    Hartslag.objects.create(taak="veeg", fout="De database gaf een fout.")
    with hartslag("veeg") as slag:
        slag.tel(documenten=2)
        slag.tel(documenten=1, signalen=0)

    rij = Hartslag.objects.get()
    assert (rij.aantallen, rij.fout) == ({"documenten": 3, "signalen": 0}, "")
    assert rij.gestart_op <= rij.gelukt_op


@pytest.mark.parametrize(
    ("fout", "woorden"),
    [
        (TaakFout("De mailserver is niet bereikbaar."), "De mailserver is niet bereikbaar."),
        (DataError("naam Tesfay te lang"), "De database gaf een fout."),
        (KeyError("Tesfay"), "Fout in het systeem (KeyError). De oorzaak staat in het logboek van de worker."),
    ],
)
def test_an_error_is_told_in_words_without_its_own_text_and_goes_on(fout, woorden):
    with pytest.raises(type(fout)), hartslag("veeg"):
        raise fout

    rij = Hartslag.objects.get()
    assert (rij.fout, rij.gelukt_op) == (woorden, None)


def test_a_job_in_pieces_succeeds_after_its_last_piece_with_the_counts_of_all():
    for vervolg, onderweg in ((False, True), (True, False)):
        with hartslag("zelfcontrole", vervolg=vervolg) as slag:
            slag.tel(dossiers=100)
            slag.onderweg = onderweg
        assert (Hartslag.objects.get().gelukt_op is None) == onderweg

    assert Hartslag.objects.get().aantallen == {"dossiers": 200}
