"""For random facts: what is paid and the leefgeld are the bijstand of the month, and no step twice changes anything."""

from datetime import date

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ontzorgen.enums import Postsoort
from ontzorgen.models import Betaalmaand, Betaalpoging, Betaalverplichting, Maandafrekening
from ontzorgen.services.betaalruns import beoordeel, controleer
from ontzorgen.services.lasten import leg_post_vast
from ontzorgen.services.maandrun import leg_vast
from ontzorgen.services.runvulling import vul_stuk
from ontzorgen.services.vrijgave import geef_vrij

from .bouw import leg_last, overbrug
from .bouw_betaling import IBANS, MOMENT, NOV, OP, betaalt_zelf, crediteur, geef, kies, ontzorgd, run

SOORTEN = ("huur", "energie", "water")
last = st.tuples(st.sampled_from(SOORTEN), st.integers(1, 90_000))
post = st.tuples(st.sampled_from([soort.value for soort in Postsoort]), st.integers(1, 60_000))
huishouden = st.tuples(
    st.dates(date(2026, 8, 15), date(2026, 11, 20)), st.lists(last, max_size=5), st.lists(post, max_size=4)
)


class Terug(Exception):
    """Rolls back one example."""


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(huishouden, min_size=1, max_size=3))
def test_every_cent_of_the_month_is_paid_or_leefgeld_and_repeating_changes_nothing(cast, huishoudens):
    with pytest.raises(Terug):
        _voorbeeld(cast, huishoudens)


@transaction.atomic
def _voorbeeld(cast, huishoudens):
    betaalt_zelf(cast)
    kies(cast.gemeente, grenzen=[])
    creditors = [crediteur(cast, f"Crediteur {i}", iban) for i, iban in enumerate(IBANS)]
    for begin, lasten, posten in huishoudens:
        _, eenheid = ontzorgd(cast, begin)
        for nummer, (soort, bedrag) in enumerate(lasten):
            leg_last(cast, eenheid, creditors[nummer % 3], soort=soort, bedrag=bedrag, kenmerk=f"k {nummer}")
        for soort, bedrag in posten:
            if soort == Postsoort.OVERBRUGGING:
                overbrug(cast, eenheid, bedrag, NOV)
                continue
            gegevens = {"soort": soort, "omschrijving": "post", "bedrag": bedrag, "eerste_maand": NOV, "bron": "x"}
            if soort in (Postsoort.BESLAG, Postsoort.TERUGVORDERING):
                gegevens["beslagvrije_voet"] = 50_000
            leg_post_vast(eenheid=eenheid, gegevens=gegevens, door=cast.sociale_zaken, op=OP)
    _ga_na(cast)
    raise Terug


def _ga_na(cast):
    maand = leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for rij in Maandafrekening.objects.all():
        betaald = sum(rij.verplichtingen.values_list("bedrag", flat=True))
        assert betaald == rij.lasten
        assert betaald + rij.leefgeld == rij.norm - rij.kortingen + rij.overbrugging
        assert sum(r["bedrag"] for r in rij.regels if r["soort"] != "LEEFGELD") == rij.leefgeld >= 0
    eerst = _alles()
    assert leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP) == maand
    assert _alles() == eerst
    if Betaalverplichting.objects.exists():
        _betaal_twee_keer(cast)


def _betaal_twee_keer(cast):
    batch = run(cast)
    verplicht = sum(Betaalverplichting.objects.values_list("bedrag", flat=True))
    assert batch.pogingen.totaal() == (Betaalverplichting.objects.count(), verplicht)
    stappen = (
        lambda: vul_stuk(batch_id=batch.pk, op=OP, moment=MOMENT),
        lambda: beoordeel(batch=batch, door=cast.sociale_zaken, moment=MOMENT),
        lambda: controleer(batch=batch, door=cast.uitkeringsadministratie, op=OP, moment=MOMENT),
        lambda: geef(cast, batch),
    )
    for stap in stappen:
        stap()
        eerst = _alles()
        stap()
        assert _alles() == eerst
    assert geef_vrij(batch=batch, aantal=batch.pogingen.count(), cents=verplicht, door=cast.teamleider, op=OP,
                     moment=MOMENT).cents == verplicht  # fmt: skip


def _alles():
    return [list(model.objects.order_by("pk").values())
            for model in (Betaalmaand, Maandafrekening, Betaalverplichting, Betaalpoging)]  # fmt: skip
