"""Mending, leaving out, confirming, downloading and cleaning up."""

from datetime import UTC, datetime, timedelta

import pytest

from cases.models import Dossier, Koppelbestand
from cases.services import koppelingen

from .hulp import ANDER, OP, PERSOON, VOORBEELD, lijst, maak_csv, schrijf_alles, uitkomsten

MOMENT = datetime(2026, 11, 20, 9, tzinfo=UTC)
DUBBEL = maak_csv(PERSOON, ANDER | {"bsn": PERSOON["bsn"]}).encode()


@pytest.fixture
def voorbeeld(cast):
    def voorbeeld(inhoud):
        return koppelingen.maak_voorbeeld(gemeente=cast.gemeente, inhoud=inhoud, door=cast.consulent, op=OP)

    return voorbeeld


def herstel(cast, regel, **cellen):
    return koppelingen.herstel_regel(regel=regel, waarden=cellen, door=cast.consulent, op=OP)


def test_mending_one_of_two_doubles_mends_both(voorbeeld, cast):
    bestand = voorbeeld(DUBBEL)
    assert uitkomsten(bestand) == ["fout", "fout"]

    herstel(cast, bestand.regels.get(nummer=3), bsn=ANDER["bsn"])

    assert uitkomsten(bestand) == ["nieuw", "nieuw"]


def test_mending_may_make_another_row_a_double(voorbeeld, cast):
    bestand = voorbeeld(maak_csv(PERSOON, ANDER).encode())

    herstel(cast, bestand.regels.get(nummer=3), bsn=PERSOON["bsn"])

    assert uitkomsten(bestand) == ["fout", "fout"]


def test_mending_a_row_costs_as_many_queries_in_a_long_file_as_in_a_short_one(
    voorbeeld, cast, django_assert_num_queries
):
    for inhoud in (b"\r\n".join(VOORBEELD.splitlines()[:3]), VOORBEELD):
        regel = voorbeeld(inhoud).regels.get(nummer=2)
        with django_assert_num_queries(20):
            herstel(cast, regel, achternaam="Anders")


def test_a_row_left_out_is_kept_and_no_longer_a_double(voorbeeld, cast):
    bestand = voorbeeld(DUBBEL)

    koppelingen.laat_weg(regel=bestand.regels.get(nummer=3), door=cast.consulent, op=OP)
    assert uitkomsten(bestand) == ["nieuw", "weggelaten"]

    herstel(cast, bestand.regels.get(nummer=3))
    assert uitkomsten(bestand) == ["fout", "fout"]


def test_faulty_rows_stay_and_are_written_once_mended(voorbeeld, cast):
    bestand = voorbeeld(maak_csv(PERSOON, ANDER | {"geboortedatum": "31-02-1990"}).encode())
    schrijf_alles(bestand, cast.consulent, MOMENT)
    assert (uitkomsten(bestand), Dossier.objects.count()) == (["nieuw", "fout"], 1)

    herstel(cast, bestand.regels.get(nummer=3), geboortedatum="28-02-1990")
    assert Dossier.objects.count() == 1
    schrijf_alles(bestand, cast.consulent, MOMENT)

    assert (uitkomsten(bestand), Dossier.objects.count()) == (["nieuw", "nieuw"], 2)


def test_a_written_row_cannot_be_mended_or_left_out(voorbeeld, cast):
    bestand = voorbeeld(lijst({}))
    schrijf_alles(bestand, cast.consulent, MOMENT)

    with pytest.raises(koppelingen.ImportFout, match="al verwerkt"):
        herstel(cast, bestand.regels.get(), achternaam="Anders")
    with pytest.raises(koppelingen.ImportFout, match="al bevestigd"):
        koppelingen.gooi_weg(bestand=bestand)


def test_while_rows_are_written_nothing_can_slip_in(voorbeeld, cast):
    bestand = voorbeeld(maak_csv(PERSOON, ANDER | {"geslacht": "x"}).encode())
    koppelingen.bevestig(bestand=bestand, door=cast.consulent, moment=MOMENT)

    with pytest.raises(koppelingen.ImportFout, match="worden nu geschreven"):
        herstel(cast, bestand.regels.get(nummer=3), geslacht="m")


def test_a_file_with_only_faulty_rows_cannot_be_confirmed(voorbeeld, cast):
    with pytest.raises(koppelingen.ImportFout, match="geen goede regels"):
        koppelingen.bevestig(bestand=voorbeeld(lijst({"bsn": "1"})), door=cast.consulent, moment=MOMENT)


def test_the_download_says_what_is_wrong_and_can_be_read_again(voorbeeld):
    formule = {"achternaam": "=cmd|' /C calc'!A0", "voornamen": "'t", "straat": "'=1", "geslacht": "x", "bsn": "1"}
    bestand = voorbeeld(maak_csv(PERSOON | formule, ANDER).encode())

    inhoud = "".join(koppelingen.foute_regels(bestand.regels.fout(), bestand.kolommen))

    kop, regel = inhoud.splitlines()
    assert kop.startswith("\ufeffregel;veld;reden;bsn;v_nummer;")
    assert regel.startswith("2;bsn, geslacht;Dit is geen geldig BSN (elfproef). ")
    assert ";'=cmd|' /C calc'!A0;" in regel
    terug = voorbeeld(inhoud.encode()).regels.get()
    assert terug.waarden == bestand.regels.get(nummer=2).waarden


def test_a_row_with_too_many_cells_is_downloaded_as_it_came(voorbeeld):
    bestand = voorbeeld(maak_csv(PERSOON).encode() + b";meer;nog meer")

    inhoud = "".join(koppelingen.foute_regels(bestand.regels.fout(), bestand.kolommen))
    assert inhoud.endswith(";Diemen;meer;nog meer\r\n")


def test_confirmed_work_that_lies_still_is_queued_again(voorbeeld, cast):
    bestand = voorbeeld(lijst({}))
    koppelingen.bevestig(bestand=bestand, door=cast.consulent, moment=MOMENT)

    assert koppelingen.hervat(sinds=MOMENT) == 0
    assert koppelingen.hervat(sinds=MOMENT + timedelta(minutes=1)) == 1


def test_old_previews_and_the_contents_of_old_imports_are_cleaned_up(voorbeeld, cast):
    oud, jong, klaar = (voorbeeld(lijst({})) for _ in range(3))
    Koppelbestand.objects.update(aangemaakt_op=MOMENT - timedelta(days=13))
    Koppelbestand.objects.filter(pk=oud.pk).update(aangemaakt_op=MOMENT - timedelta(days=15))
    schrijf_alles(klaar, cast.consulent, MOMENT - timedelta(days=31))

    assert koppelingen.ruim_op(moment=MOMENT) == {"voorbeelden": 1, "bestanden": 1}

    assert set(Koppelbestand.objects.all()) == {jong, klaar}
    regel = klaar.regels.get()
    assert (regel.waarden, regel.meldingen, regel.bsn, regel.persoonssleutel) == ({}, [], "", "")
    assert regel.dossier is not None
    assert koppelingen.ruim_op(moment=MOMENT) == {"voorbeelden": 0, "bestanden": 0}
