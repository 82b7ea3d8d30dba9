"""The daily run on a real worker, killed and robbed of its queue: nothing is lost, nothing comes twice."""

from collections import Counter
from datetime import timedelta

import pytest
from django.db.models import F

from cases.enums import Documentstatus, Importstatus, Signaalstatus
from cases.klok import nu, vandaag
from cases.models import Bezorging, Document, Dossier, Hartslag, Koppelbestand, Signaal
from cases.services import koppelingen
from tests.cases.koppelingen.hulp import lijst
from tests.pdf.voorbeelden import voorbeeld_dagstaat

from .conftest import CONSULENTEN, dood, wacht_tot

pytestmark = [pytest.mark.alles, pytest.mark.django_db(transaction=True)]

MAAK, VEEG = "cases.tasks.signalen.maak", "cases.tasks.veeg.veeg"
MENSEN = CONSULENTEN + 1
SIGNALEN = CONSULENTEN * 4  # 28 and 14 days ahead to the consulent, 7 ahead and one late to the teamleider
# Ten weeks from today: the dossier that the import opens has no signal of its own yet.
NIET_DRINGEND = {veld: f"{vandaag():%d-%m-%Y}" for veld in ("datum_huisvesting", "datum_brp")}


def alles_verzonden() -> bool:
    return Signaal.objects.filter(status=Signaalstatus.VERZONDEN).count() == SIGNALEN


def controleer_rijen() -> None:
    """Every signal once, delivered to exactly the one person it is for."""
    assert Signaal.objects.count() == SIGNALEN
    assert Bezorging.objects.count() == SIGNALEN
    assert not Bezorging.objects.te_doen().exists()
    assert Bezorging.objects.values("medewerker").distinct().count() == MENSEN


def test_beat_and_worker_catch_up_the_day_by_themselves(opstelling, caseload):
    """Nobody queues anything: beat's first sweep sees that no daily job ever ran."""
    opstelling.worker()
    opstelling.beat()
    wacht_tot(alles_verzonden, "de dagelijkse ronde", opstelling.logboek)

    controleer_rijen()
    assert len(set(opstelling.postbus.adressen())) == len(opstelling.postbus.ontvangen) == MENSEN
    gelukt = Hartslag.objects.filter(gelukt_op__isnull=False, fout="")
    assert {"veeg", "signalen"} <= set(gelukt.values_list("taak", flat=True))


@pytest.mark.parametrize(("wanneer", "dubbel"), [("voor_post", 0), ("bij_post", 1)])
def test_a_worker_killed_in_the_middle_loses_nothing(opstelling, caseload, wanneer, dubbel):
    """Killed before the mail server has a mail nothing is repeated; killed right after it, that one mail may be."""
    worker = opstelling.worker()
    setattr(opstelling.postbus, wanneer, lambda aantal: dood(worker) if aantal == 5 else None)
    opstelling.zet_klaar(MAAK)
    wacht_tot(lambda: worker.poll() is not None, "de dood van de worker", opstelling.logboek)
    assert 0 < Bezorging.objects.te_doen().count() < SIGNALEN
    assert not alles_verzonden()

    setattr(opstelling.postbus, wanneer, lambda aantal: None)
    opstelling.worker()
    wacht_tot(alles_verzonden, "de rest na de herstart", opstelling.logboek)

    controleer_rijen()
    assert len(set(opstelling.postbus.adressen())) == MENSEN
    kenmerken = Counter(bericht["Message-ID"] for bericht in opstelling.postbus.ontvangen)
    assert len(kenmerken) == MENSEN
    assert sorted(kenmerken.values(), reverse=True)[:2] == [1 + dubbel, 1]


def test_two_daily_runs_at_once_send_everything_once(opstelling, caseload):
    for _ in range(2):
        opstelling.zet_klaar(MAAK)
    opstelling.worker(gelijktijdig=4)
    wacht_tot(alles_verzonden, "de dubbele ronde", opstelling.logboek)

    controleer_rijen()
    assert len(opstelling.postbus.ontvangen) == MENSEN


def test_after_the_queue_was_emptied_the_sweep_completes_everything(opstelling, caseload):
    """Committed, queued, and then the broker forgot: a letter, an import and the signals of the day."""
    document, bestand = _laat_werk_achter(caseload)
    opstelling.zet_klaar("cases.tasks.documenten.maak", document.pk)
    opstelling.zet_klaar("cases.tasks.koppelingen.schrijf", bestand.pk)
    opstelling.zet_klaar(MAAK)
    opstelling.maak_wachtrij_leeg()
    opstelling.worker()
    opstelling.zet_klaar(VEEG)

    def klaar() -> bool:
        document.refresh_from_db()
        bestand.refresh_from_db()
        gemaakt = document.status == Documentstatus.GEREED and bestand.status == Importstatus.KLAAR
        return gemaakt and alles_verzonden()

    wacht_tot(klaar, "het opgeveegde werk", opstelling.logboek)
    controleer_rijen()
    assert document.sha256
    assert Dossier.objects.filter(inburgeraar__achternaam="Aziz").count() == 1


def test_signals_that_no_queue_holds_are_sent_by_the_sweep(opstelling, caseload):
    opstelling.zet_klaar(MAAK)
    worker = opstelling.worker()
    opstelling.postbus.voor_post = lambda aantal: dood(worker)
    wacht_tot(lambda: worker.poll() is not None, "de dood van de worker", opstelling.logboek)
    opstelling.maak_wachtrij_leeg()
    opstelling.postbus.voor_post = lambda aantal: None
    _kwartier_later()

    opstelling.worker()
    opstelling.zet_klaar(VEEG)
    wacht_tot(alles_verzonden, "de opgeveegde signalen", opstelling.logboek)
    controleer_rijen()
    assert len(opstelling.postbus.ontvangen) == MENSEN


def _laat_werk_achter(gemeente) -> tuple[Document, Koppelbestand]:
    """A document and an import as they are a few minutes after the commit."""
    dossier = Dossier.objects.first()
    even_geleden = nu() - timedelta(minutes=5)
    document = Document.objects.create(
        gemeente=gemeente,
        dossier=dossier,
        soort="dagstaat",
        titel="Dagstaat",
        sjabloon="dagstaat/v1",
        inhoud=voorbeeld_dagstaat().als_json(),
        aangemaakt_op=even_geleden,
    )
    bestand = koppelingen.maak_voorbeeld(
        gemeente=gemeente, inhoud=lijst(NIET_DRINGEND), door=dossier.consulent, op=vandaag()
    )
    koppelingen.bevestig(bestand=bestand, door=dossier.consulent, moment=even_geleden, in_wachtrij=False)
    return document, bestand


def _kwartier_later() -> None:
    kwartier = timedelta(minutes=15)
    Signaal.objects.update(aangemaakt_op=F("aangemaakt_op") - kwartier)
    Hartslag.objects.update(gestart_op=F("gestart_op") - kwartier, aangevraagd_op=None)
