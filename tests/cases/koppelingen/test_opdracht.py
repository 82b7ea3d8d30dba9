"""`manage.py importeer_koppelingen`."""

import csv
import io

import pytest
from django.core.management import CommandError, call_command

from cases.models import Dossier, Koppelbestand

from .hulp import ANDER, PERSOON, VOORBEELD, lijst, maak_csv

pytestmark = pytest.mark.usefixtures("cast")


@pytest.fixture
def voer_uit(tmp_path, time_machine, capsys):
    """Run the command on these bytes; (rows of the CSV on stdout, error or '')."""
    time_machine.move_to("2026-11-20T09:00:00+00:00")

    def voer_uit(inhoud, *opties, gemeente="Diemen"):
        pad = tmp_path / "lijst.csv"
        pad.write_bytes(inhoud)
        uit, fout = io.StringIO(), ""
        try:
            call_command("importeer_koppelingen", str(pad), "--gemeente", gemeente, *opties, stdout=uit, stderr=uit)
        except CommandError as reden:
            fout = str(reden)
        return [rij for rij in csv.reader(io.StringIO(uit.getvalue())) if len(rij) > 1], fout

    return voer_uit


def test_the_preview_is_csv_and_writes_nothing(voer_uit):
    rijen, fout = voer_uit(VOORBEELD)

    assert rijen[0] == ["regel", "uitkomst", "veld", "reden"]
    assert rijen[2] == ["3", "nieuw", "", ""]
    assert (len(rijen), fout) == (45, "")
    assert not Dossier.objects.exists()
    assert not Koppelbestand.objects.exists()


def test_faulty_rows_are_named_and_make_the_command_fail(voer_uit):
    rijen, fout = voer_uit(maak_csv(PERSOON, ANDER | {"geslacht": "x", "tolk_nodig": "?"}).encode())

    assert [rij[:3] for rij in rijen[1:]] == [
        ["2", "nieuw", ""],
        ["3", "fout", "geslacht"],
        ["3", "fout", "tolk_nodig"],
    ]
    assert fout == "1 van de 2 regels zijn fout en niet geschreven."


def test_after_confirmation_good_rows_are_written_and_faulty_ones_wait(voer_uit, cast):
    rijen, fout = voer_uit(
        maak_csv(PERSOON, ANDER | {"geslacht": "x"}).encode(), "--bevestig", "--door", cast.teamleider.email
    )

    assert [rij[:2] for rij in rijen[1:]] == [["2", "nieuw"], ["3", "fout"]]
    assert "1 van de 2" in fout
    assert Dossier.objects.get().inburgeraar.achternaam == "Aziz"
    assert Koppelbestand.objects.get().regels.fout().get().nummer == 3


@pytest.mark.parametrize(
    ("wie", "reden"),
    [("raadpleger", "Dit mag u niet met uw rol: dossiers bewerken"), ("buitenstaander", "heeft vandaag geen rol")],
)
def test_who_may_not_record_dossiers_may_not_import(voer_uit, cast, wie, reden):
    assert reden in voer_uit(lijst({}), "--bevestig", "--door", getattr(cast, wie).email)[1]
    assert not Koppelbestand.objects.exists()


def test_mistakes_in_the_command_are_said_in_dutch(voer_uit):
    assert "Geef met --door aan" in voer_uit(lijst({}), "--bevestig")[1]
    assert "geen actief account" in voer_uit(lijst({}), "--bevestig", "--door", "niemand@diemen.example")[1]
    assert "De gemeente ‘Weesp’ is niet bekend. Wel bekend: Diemen" in voer_uit(lijst({}), gemeente="Weesp")[1]
    assert "geen kolomnamen" in voer_uit(b"a\n1")[1]
    with pytest.raises(CommandError, match="kan niet worden gelezen: No such file"):
        call_command("importeer_koppelingen", "/bestaat/niet.csv", "--gemeente", "Diemen")
