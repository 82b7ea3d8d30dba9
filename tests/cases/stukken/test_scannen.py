"""Nothing can be opened before the scanner has looked; what it refuses leaves only its proof."""

import shlex
import sys
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from cases.enums_stukken import Stukstatus
from cases.models import Stuk
from cases.services import stukken, veeg
from cases.services.stukken.scanner import ScannerFout, scan
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier

from .hulp import EICAR, clamd, foto, pdf, stuur

BESMET = ("besmet.pdf", pdf(breed=300).replace(b"%%EOF", EICAR + b"\nstartxref\n0\n%%EOF"))
# Nobody listens here: port 9 is for discarding, and no test machine runs that.
STIL = "clamd://127.0.0.1:9"


@pytest.fixture
def dossier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)


def test_without_a_scanner_a_paper_is_there_at_once_and_says_so(cast, dossier):
    stuk = stuur(cast, ("huur.pdf", pdf()), dossier=dossier).stukken[0]

    assert (stuk.status, stuk.is_te_openen) == (Stukstatus.NIET_GESCAND, True)


def test_with_a_scanner_a_clean_paper_opens_after_the_scan_and_a_virus_is_gone(
    cast, dossier, settings, django_capture_on_commit_callbacks
):
    with clamd() as settings.VIRUSSCANNER:
        with django_capture_on_commit_callbacks(execute=True):
            schoon, besmet = stuur(cast, ("huur.pdf", pdf()), BESMET, dossier=dossier).stukken
            assert (schoon.status, schoon.is_te_openen) == (Stukstatus.WACHT, False)
        schoon.refresh_from_db()
        besmet.refresh_from_db()

    assert (schoon.status, schoon.is_te_openen) == (Stukstatus.SCHOON, True)
    assert (besmet.status, besmet.bytes) == (Stukstatus.GEWEIGERD, None)
    assert (besmet.label, besmet.reden) == ("besmet", "De virusscanner vond: Eicar-Signature")
    assert len(besmet.sha256) == 64
    assert dossier.gebeurtenissen.filter(soort="STUK_GEWEIGERD", door_naam="systeem").count() == 1


def test_a_scanner_that_is_down_is_visible_and_the_sweep_tries_again(
    cast, dossier, settings, django_capture_on_commit_callbacks, time_machine
):
    time_machine.move_to("2026-11-20T09:00:00+00:00", tick=False)
    settings.VIRUSSCANNER = STIL
    with django_capture_on_commit_callbacks(execute=True):
        stuk = stuur(cast, ("huur.pdf", pdf()), dossier=dossier).stukken[0]
    stuk.refresh_from_db()
    assert (stuk.status, stuk.scanfout) == (Stukstatus.WACHT, "de virusscanner antwoordt niet")

    nu = timezone.now()
    assert stukken.hervat(sinds=nu - timedelta(minutes=2)) == 0
    assert "op de viruscontrole wachten: 1." in veeg.blijft_liggen(moment=nu + timedelta(minutes=16))
    with clamd() as settings.VIRUSSCANNER, django_capture_on_commit_callbacks(execute=True):
        assert stukken.hervat(sinds=nu + timedelta(minutes=1)) == 1
    stuk.refresh_from_db()
    assert (stuk.status, stuk.scanfout) == (Stukstatus.SCHOON, "")


def test_a_scanner_that_was_taken_away_lets_no_paper_wait_for_ever(cast, dossier, settings):
    settings.VIRUSSCANNER = STIL
    stuk = stuur(cast, ("huur.pdf", pdf()), dossier=dossier).stukken[0]

    settings.VIRUSSCANNER = ""
    stukken.controleer(stuk_id=stuk.pk, moment=timezone.now())

    stuk.refresh_from_db()
    assert stuk.status == Stukstatus.NIET_GESCAND


@pytest.mark.parametrize("antwoord", [b"INSTREAM size limit exceeded. ERROR", b""])
def test_an_answer_that_says_nothing_is_a_fault_and_never_clean(antwoord):
    with clamd(antwoord) as adres, pytest.raises(ScannerFout):
        scan(foto(), adres)


def test_a_file_of_several_pieces_reaches_the_scanner_whole():
    with clamd() as adres:
        assert scan(b"a" * 200_000 + EICAR, adres) == "Eicar-Signature"
        assert scan(b"a" * 200_000, adres) == ""


@pytest.mark.parametrize(
    ("code", "uitkomst"),
    [("0", ""), ("1; print('stdin: Eicar FOUND')", "Eicar"), ("2", ScannerFout)],
)
def test_a_command_answers_by_its_exit_code(code, uitkomst):
    waarde, _, rest = code.partition(";")
    programma = f"import sys; sys.stdin.buffer.read();{rest or ' pass'}; sys.exit({waarde})"
    opdracht = "opdracht:" + shlex.join([sys.executable, "-c", programma])

    if uitkomst is ScannerFout:
        with pytest.raises(ScannerFout, match="code 2"):
            scan(b"x", opdracht)
    else:
        assert scan(b"x", opdracht) == uitkomst


@pytest.mark.parametrize("adres", ["clamd:///bestaat/niet.sock", "opdracht:/bestaat/niet", "http://scanner"])
def test_an_address_that_leads_nowhere_is_a_fault(adres):
    with pytest.raises(ScannerFout):
        scan(b"x", adres)


def test_the_database_lets_bytes_go_but_never_change(cast, dossier):
    stuk = stuur(cast, ("huur.pdf", pdf()), dossier=dossier).stukken[0]
    rij = Stuk.objects.filter(pk=stuk.pk)

    for wijziging in ({"bytes": b"%PDF-anders"}, {"sha256": "0" * 64}, {"bytes": None}):
        with (
            pytest.raises(Exception, match=r"inhoud_gaat_alleen_weg|bestand_staat_vast|stuk_bytes"),
            transaction.atomic(),
        ):
            rij.update(**wijziging)
    with pytest.raises(Exception, match="niet_wissen"), transaction.atomic():
        rij.delete()


def test_what_was_kept_before_there_was_a_scanner_is_scanned_afterwards(
    cast, dossier, settings, django_capture_on_commit_callbacks
):
    schoon, besmet = stuur(cast, ("huur.pdf", pdf()), BESMET, dossier=dossier).stukken
    straks = timezone.now() + timedelta(hours=1)
    assert stukken.hervat(sinds=straks) == 0
    with clamd() as settings.VIRUSSCANNER, django_capture_on_commit_callbacks(execute=True):
        assert stukken.hervat(sinds=straks) == 2

    assert [Stuk.objects.get(pk=stuk.pk).status for stuk in (schoon, besmet)] == ["schoon", "geweigerd"]
