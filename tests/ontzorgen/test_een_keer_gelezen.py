"""What many months share is read once, and says the same as asking for each month."""

from datetime import date

import pgtrigger
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.instellingen import Keuzeverloop, instellingen
from ontzorgen.maanden import maanden_vanaf
from ontzorgen.models import Ontzorgperiode
from ontzorgen.services.afrekening import KEUZES
from ontzorgen.services.prognose import prognose_van
from tests.hulp import aantal_queries

from .bouw import leg_last
from .bouw_betaling import NOV, OP, crediteur, huurder, kies


def test_settings_read_once_are_those_of_each_day(cast):
    kies(cast.gemeente, machtiging="nodig", minimum_leefgeld="40")
    kies(cast.gemeente, date(2026, 11, 15), minimum_leefgeld="50")
    kies(cast.gemeente, date(2027, 1, 1), machtiging="niet_nodig")
    verloop = Keuzeverloop(cast.gemeente, KEUZES)
    for dag in (date(2021, 1, 1), OP, date(2026, 11, 14), date(2026, 12, 31), date(2027, 1, 1)):
        assert verloop.op(dag) == instellingen(cast.gemeente, KEUZES, dag)


@pytest.mark.parametrize("beeindigd", [None, date(2026, 9, 9), date(2026, 11, 1), date(2026, 11, 2)])
def test_a_period_holds_in_the_months_in_which_the_database_finds_it(cast, beeindigd):
    dossier, _ = huurder(cast, crediteur(cast))
    periode = dossier.ontzorgperioden.get()
    periode.beeindigd_per = beeindigd
    if beeindigd:
        with pgtrigger.ignore("ontzorgen.Ontzorgperiode:einde_met_besluit"):
            Ontzorgperiode.objects.filter(pk=periode.pk).update(beeindigd_per=beeindigd, reden="test")
    for maand in maanden_vanaf(date(2026, 7, 1), 12):
        assert periode.geldt_in(maand) == Ontzorgperiode.objects.in_maand(maand).exists(), maand


def test_nine_months_ahead_cost_as_many_queries_as_two(cast):
    _, eenheid = huurder(cast, crediteur(cast))

    def kosten(tot):
        eenheid.lasten.update(laatste_maand=tot)
        with CaptureQueriesContext(connection) as gevangen:
            assert len(prognose_van(eenheid=eenheid, op=OP).maanden) == 9
        return len(gevangen)

    assert kosten(None) <= 10
    assert kosten(NOV) <= kosten(None)


def test_the_tab_costs_as_many_queries_with_one_fixed_cost_as_with_five(cast, inloggen):
    dossier, eenheid = huurder(cast, crediteur(cast))
    client, adres = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"
    een = aantal_queries(client, adres), aantal_queries(client, f"{adres}prognose/")
    for nummer in range(4):
        leg_last(cast, eenheid, eenheid.lasten.first().crediteur, soort="energie", kenmerk=f"klant {nummer}")
    assert (aantal_queries(client, adres), aantal_queries(client, f"{adres}prognose/")) == een
