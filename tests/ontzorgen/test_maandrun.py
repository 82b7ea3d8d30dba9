"""A month: who is paid for and why not, and freezing it once and for all."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError

from ontzorgen.models import Betaalmaand, Betaalverplichting, Maandafrekening, Maandpost
from ontzorgen.services.betaalstops import stop_betalingen
from ontzorgen.services.crediteuren import bewaar_crediteur
from ontzorgen.services.lasten import wijzig_last
from ontzorgen.services.maandrun import leg_vast, voorstel
from tests.fabriek import asielstatushouder

from .bouw import leg_last, maak_eenheid
from .bouw_betaling import DEC, NOV, OP, betaalt_zelf, crediteur, huurder, kies, ontzorgd


@pytest.fixture
def landlord(cast):
    return crediteur(cast)


def leg_november_vast(cast):
    return leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)


def toets_nu():
    """Let the checks of the end of a transaction speak now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def waarom(cast, maand=NOV):
    return {v.eenheid.pk: " ".join(v.redenen) for v in voorstel(cast.gemeente, maand, op=OP)}


def test_the_proposal_says_who_what_and_why_not_and_stores_nothing(cast, landlord):
    _, betaald = huurder(cast, landlord)
    gestopt_dossier, gestopt = huurder(cast, landlord, kenmerk="contract 12")
    stop_betalingen(dossier=gestopt_dossier, reden="vertrokken", door=cast.sociale_zaken, op=OP)
    zonder = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    zonder_periode = maak_eenheid(cast, zonder)
    leg_last(cast, zonder_periode, landlord, kenmerk="contract 13")
    _, zonder_lasten = ontzorgd(cast)

    redenen = waarom(cast)
    assert redenen[betaald.pk] == ""
    assert redenen[gestopt.pk].startswith("De betalingen zijn gestopt")
    assert "loopt er geen periode van ontzorgen" in redenen[zonder_periode.pk]
    assert redenen[zonder_lasten.pk] == "In november 2026 is er geen vaste last."
    assert not Betaalmaand.objects.exists()


def test_a_month_is_frozen_once_and_stays_when_the_cost_the_norm_or_the_creditor_changes(cast, landlord):
    _, eenheid = huurder(cast, landlord)
    leg_november_vast(cast)
    toets_nu()
    eerst = list(Maandafrekening.objects.values()), list(Betaalverplichting.objects.values())

    last = eenheid.lasten.get()
    wijzig_last(last=last, vanaf_maand=DEC, gegevens={"bedrag": 70_000, "bron": "brief"}, door=cast.consulent, op=OP)
    bewaar_crediteur(gemeente=cast.gemeente, gegevens={"naam": "Heel Anders"}, crediteur=landlord)
    gegevens = {"soort": "INKOMEN", "omschrijving": "loon", "bedrag": 10_000, "eerste_maand": NOV, "bron": "strook"}
    Maandpost.objects.create(eenheid=eenheid, door=cast.sociale_zaken, **gegevens)  # no service allows this
    leg_november_vast(cast)

    assert (list(Maandafrekening.objects.values()), list(Betaalverplichting.objects.values())) == eerst
    (rij,) = Betaalverplichting.objects.all()
    assert (rij.bedrag, rij.crediteur_naam, rij.iban) == (61_235, "Woningstichting De Dijk", "NL91ABNA0417164300")


def test_who_could_not_be_paid_for_before_is_added_later(cast, landlord):
    huurder(cast, landlord)
    leg_november_vast(cast)
    huurder(cast, landlord, kenmerk="contract 12")
    leg_november_vast(cast)

    assert Maandafrekening.objects.count() == 2
    assert Betaalmaand.objects.count() == 1


def test_a_month_keeps_the_payer_it_was_frozen_with(cast, landlord):
    huurder(cast, landlord)
    maand = leg_november_vast(cast)
    betaalt_zelf(cast)

    assert leg_november_vast(cast).wijze == "uitkeringssysteem"
    with pytest.raises(InternalError), transaction.atomic():
        Betaalmaand.objects.filter(pk=maand.pk).update(wijze="eigen_batch")


def test_a_cost_without_a_machtiging_is_left_out_and_one_without_an_account_waits(cast, landlord):
    kies(cast.gemeente, machtiging="nodig")
    nieuw = bewaar_crediteur(gemeente=cast.gemeente, gegevens={"naam": "Polderstroom"})
    _, eenheid = huurder(cast, landlord, machtiging_op=date(2026, 9, 9))
    leg_last(cast, eenheid, landlord, soort="water", bedrag=1_500, kenmerk="w 1")
    leg_last(cast, eenheid, nieuw, soort="energie", bedrag=9_000, kenmerk="e 1", machtiging_op=date(2026, 9, 9))

    (unit,) = voorstel(cast.gemeente, NOV, op=OP)
    per_soort = {last.last.soort.code: last for last in unit.lasten}
    assert per_soort["water"].buiten == "Er is geen getekende machtiging."
    assert per_soort["energie"].wacht == "Er is nog geen rekening van de crediteur goedgekeurd."
    leg_november_vast(cast)
    toets_nu()

    afrekening = Maandafrekening.objects.get()
    assert afrekening.lasten == 61_235 + 9_000
    assert afrekening.lasten + afrekening.leefgeld == afrekening.norm
    assert [rij["naam"] for rij in afrekening.regels if rij["soort"] == "NIET_BETAALD"] == [
        "Water: Woningstichting De Dijk"
    ]


def test_a_shortage_is_paid_in_the_order_of_the_gemeente_and_the_rest_is_not_due(cast, landlord):
    _, eenheid = huurder(cast, landlord, bedrag=120_000)
    leg_last(cast, eenheid, landlord, soort="energie", bedrag=60_000, kenmerk="e 1")
    leg_november_vast(cast)
    toets_nu()

    afrekening = Maandafrekening.objects.get()
    assert (afrekening.leefgeld, afrekening.lasten) == (0, afrekening.norm)
    per_soort = dict(Betaalverplichting.objects.values_list("last__soort__code", "bedrag"))
    assert per_soort == {"huur": 120_000, "energie": afrekening.norm - 120_000}


@pytest.mark.parametrize(
    "wijziging",
    [
        "update ontzorgen_maandafrekening set leefgeld = leefgeld + 1",
        "update ontzorgen_betaalverplichting set bedrag = 1",
        "delete from ontzorgen_betaalverplichting",
    ],
)
def test_the_database_lets_nobody_change_what_is_frozen(cast, landlord, wijziging):
    huurder(cast, landlord)
    leg_november_vast(cast)

    with (
        pytest.raises((InternalError, IntegrityError)),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(wijziging)


def test_the_database_refuses_a_month_of_which_the_parts_are_not_the_sum(cast, landlord):
    huurder(cast, landlord)
    maand = leg_november_vast(cast)
    rij = Maandafrekening.objects.get()
    ander = huurder(cast, landlord, kenmerk="contract 12")[1]
    velden = {veld: getattr(rij, veld) for veld in ("norm", "kortingen", "overbrugging", "lasten", "leefgeld",
              "vakantietoeslag", "minimum_leefgeld", "regels", "door")}  # fmt: skip
    toets_nu()

    def zonder_verplichtingen():
        with transaction.atomic():
            Maandafrekening.objects.create(betaalmaand=maand, eenheid=ander, **velden)
            toets_nu()

    with pytest.raises(IntegrityError, match="maandafrekening_som"):
        zonder_verplichtingen()
    with pytest.raises(IntegrityError, match="maandafrekening_klopt"), transaction.atomic():
        Maandafrekening.objects.create(betaalmaand=maand, eenheid=ander, **velden | {"leefgeld": 1})
    with pytest.raises(IntegrityError, match="betaalverplichting_past"), transaction.atomic():
        Betaalverplichting.objects.create(
            afrekening=rij, last=ander.lasten.get(), maand=NOV, bedrag=1, crediteur=landlord, crediteur_naam="x",
            kenmerksoort="VRIJ", kenmerk="x", zin="x",
        )  # fmt: skip


def test_the_number_of_queries_does_not_grow_with_the_units(cast, landlord, django_assert_num_queries):
    huurder(cast, landlord)
    with connection.execute_wrapper(teller := Teller()):
        list(voorstel(cast.gemeente, NOV, op=OP))
    for nummer in range(4):
        huurder(cast, landlord, kenmerk=f"contract {nummer}")

    with django_assert_num_queries(teller.aantal):
        assert len(list(voorstel(cast.gemeente, NOV, op=OP))) == 5


class Teller:
    """Counts queries."""

    aantal = 0

    def __call__(self, execute, sql, params, many, context):
        self.aantal += 1
        return execute(sql, params, many, context)
