"""A fine that is paid in parts: never more than the fine, also by two people at once, and over with the last cent."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from cases.enums import Kanaal
from cases.services.beschikkingen import maak_bekend
from pip_plans.handhaving.enums import Gedraging, Trede
from pip_plans.handhaving.models import Boetebetaling, Handhavingszaak
from pip_plans.handhaving.services.basis import HandhavingFout
from pip_plans.handhaving.services.betaling import leg_betaling_vast, neem_betaling_terug

from .hulp import BESLIST, bekend, besloten, gezinsmigrant, tot_voorstel

LATER = BESLIST + timedelta(days=20)


@pytest.fixture
def zaak(cast):
    """A fine of € 250."""
    return boete(cast, bekend)


def boete(cast, maak_besluit_bekend) -> Handhavingszaak:
    zaak = tot_voorstel(cast, gezinsmigrant(cast), Gedraging.INTAKE)
    maak_besluit_bekend(cast, besloten(cast, zaak))
    return Handhavingszaak.objects.get(pk=zaak.pk)


def al_gemaakt(cast, besluit) -> None:
    """After a real commit the letter is there already."""
    besluit.refresh_from_db()
    maak_bekend(beschikking=besluit, datum=BESLIST, kanaal=Kanaal.POST, door=cast.consulent, op=BESLIST)


def betaal(cast, zaak, centen, datum=BESLIST, op=LATER):
    return leg_betaling_vast(zaak=zaak, datum=datum, centen=centen, door=cast.consulent, op=op)


def test_the_case_is_over_with_the_last_cent(cast, zaak):
    half = betaal(cast, zaak, 100_00)
    assert (half.trede, half.betaald, half.openstaand) == (Trede.BESLUIT, 100_00, 150_00)
    betaal(cast, zaak, 149_99, LATER)
    klaar = betaal(cast, zaak, 1, BESLIST + timedelta(days=3))

    assert (klaar.trede, klaar.betaald_op, klaar.openstaand) == (Trede.BETAALD, LATER, 0)
    assert zaak.dossier.termijnen.get(soort="BETALING_BOETE", status="gehaald").gehaald_op == LATER
    with pytest.raises(HandhavingFout, match="Er kan niets meer bij"):
        betaal(cast, zaak, 1)


@pytest.mark.parametrize("centen", [0, -1, 250_01, 10**12])
def test_nothing_and_more_than_the_fine_is_refused(cast, zaak, centen):
    with pytest.raises(HandhavingFout, match="250"):
        betaal(cast, zaak, centen)
    assert not Boetebetaling.objects.exists()


def test_a_double_click_pays_once_and_tomorrow_is_refused(cast, zaak):
    betaal(cast, zaak, 100_00)
    betaal(cast, zaak, 100_00)
    with pytest.raises(HandhavingFout, match="toekomst"):
        betaal(cast, zaak, 1_00, LATER + timedelta(days=1))
    with pytest.raises(HandhavingFout, match="nog geen boete"):
        betaal(cast, zaak, 1_00, date(2026, 1, 1))

    assert Boetebetaling.objects.get().centen == 100_00


def test_a_mistake_stays_and_no_longer_counts(cast, zaak):
    betaal(cast, zaak, 100_00)
    rij = Boetebetaling.objects.get()
    wie = {"zaak": zaak, "betaling": rij.pk, "door": cast.consulent, "op": LATER}
    assert neem_betaling_terug(**wie).openstaand == 250_00
    neem_betaling_terug(**wie)
    betaal(cast, zaak, 100_00)

    assert [rij.ingetrokken_op for rij in Boetebetaling.objects.order_by("pk")] == [LATER, None]
    soorten = zaak.dossier.gebeurtenissen.filter(soort__startswith="HANDHAVING_BETALING").order_by("pk")
    assert [soort.removeprefix("HANDHAVING_") for soort in soorten.values_list("soort", flat=True)] == [
        "BETALING", "BETALING_TERUG", "BETALING",
    ]  # fmt: skip


def test_the_database_takes_no_more_than_the_fine_and_no_change(cast, zaak):
    betaal(cast, zaak, 100_00)
    rij = {"zaak": zaak, "datum": LATER, "door": cast.consulent}
    pogingen = [
        lambda: Boetebetaling.objects.create(centen=150_01, **rij),
        lambda: Boetebetaling.objects.update(centen=1),
        lambda: Boetebetaling.objects.all().delete(),
    ]
    for poging in pogingen:
        with pytest.raises(DatabaseError), transaction.atomic():
            poging()
    assert Boetebetaling.objects.get().centen == 100_00


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_never_take_more_than_the_fine(cast):
    zaak, start = boete(cast, al_gemaakt), Barrier(2)

    def werk(centen):
        try:
            start.wait(timeout=10)
            betaal(cast, zaak, centen)
            return "betaald"
        except HandhavingFout:
            return "te veel"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as draden:
        assert sorted(draden.map(werk, (200_00, 199_00), timeout=60)) == ["betaald", "te veel"]


def test_the_page_shows_what_is_open_and_takes_a_part(cast, inloggen, zaak, monkeypatch):
    monkeypatch.setattr("cases.views.dossier_beeld.vandaag", lambda: LATER)
    client = inloggen(cast.consulent)
    plek = {"gemeente": "diemen", "nummer": zaak.dossier.nummer, "pk": zaak.pk}
    adres = reverse("handhaving:betaling", kwargs=plek)

    assert 'value="250,00"' in client.get(adres).content.decode()
    fout = client.post(adres, {"datum": "01-11-2026", "bedrag": "250,01"})
    assert "dat staat nog open" in fout.content.decode()
    client.post(adres, {"datum": "01-11-2026", "bedrag": "75"})
    pagina = client.get(reverse("handhaving:zaak", kwargs=plek)).content.decode()

    assert "€\N{NO-BREAK SPACE}175" in pagina
    client.post(adres, {"terug": str(Boetebetaling.objects.get().pk)})
    assert 'value="250,00"' in client.get(adres).content.decode()
