"""An error found in the review of a run is put right in its own month, as long as nothing of it was released."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError

from cases.services.vernietiging import vernietig
from ontzorgen.models import Afrekeningherziening, Betaalverplichting, Maandafrekening
from ontzorgen.services.betaalruns import beoordeel, controleer, neem_uit, trek_in
from ontzorgen.services.betaalstops import stop_betalingen
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.herrekenen import haal_uit_om_te_herrekenen, neem_weer_op, te_herrekenen
from ontzorgen.services.inhoudingen import maak_lijst
from ontzorgen.services.lasten import wijzig_last

from .bouw_betaling import MOMENT, NOV, OKT, OP, betaalt_zelf, crediteur, geef, huurder, run, ter_vrijgave, vrijgegeven

GOED = 62_900


@pytest.fixture
def twee(cast):
    betaalt_zelf(cast)
    landlord = crediteur(cast)
    return [huurder(cast, landlord, kenmerk=f"contract {nummer}") for nummer in range(2)]


def haal_uit(cast, poging, reden="de huur is verkeerd overgenomen"):
    return haal_uit_om_te_herrekenen(poging=poging, reden=reden, door=cast.sociale_zaken, op=OP)


def verbeter(cast, eenheid, maand=NOV):
    anders = {"bedrag": GOED, "bron": "huurbrief"}
    return wijzig_last(last=eenheid.lasten.last(), vanaf_maand=maand, gegevens=anders, door=cast.consulent, op=OP)


def bedragen(batch):
    return sorted(batch.pogingen.filter(stand="open").values_list("cents", flat=True))


def test_an_error_in_review_is_mended_and_the_unit_returns_to_the_same_run(cast, twee):
    batch = run(cast)
    dossier, eenheid = twee[0]
    eerste = batch.pogingen.get(verplichting__last__eenheid=eenheid)
    with pytest.raises(OntzorgFout, match="November 2026 is al vastgesteld"):
        verbeter(cast, eenheid)

    herziening = haal_uit(cast, eerste)
    assert bedragen(batch) == [61_235]
    assert [rij.eenheid for rij in te_herrekenen(batch)] == [eenheid]
    assert herziening.inhoud["verplichtingen"][0]["bedrag"] == 61_235
    assert herziening.inhoud["in_de_run"] == [eerste.referentie]
    verbeter(cast, eenheid)
    assert neem_weer_op(batch=batch, eenheid=eenheid, op=OP) == 1
    assert neem_weer_op(batch=batch, eenheid=eenheid, op=OP) == 0

    assert bedragen(batch) == [61_235, GOED]
    assert not te_herrekenen(batch).exists()
    assert Maandafrekening.objects.get(eenheid=eenheid).lasten == GOED
    assert dossier.gebeurtenissen.filter(soort="ONTZORGEN_MAAND_HERZIEN").count() == 1
    vrij = geef(cast, ter_vrijgave_van(cast, batch))
    assert (vrij.aantal, vrij.cents) == (2, 61_235 + GOED)


WISSEN = {
    "betaalpoging": "delete from ontzorgen_betaalpoging",
    "betaalverplichting": "delete from ontzorgen_betaalverplichting",
    "maandafrekening": "delete from ontzorgen_maandafrekening",
}


def leg_sleutel(velden):
    """A withdrawal that leaves the settlement where it is."""
    Afrekeningherziening.objects.create(**velden, reden="sleutel")
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")


def ter_vrijgave_van(cast, batch):
    beoordeel(batch=batch, door=cast.sociale_zaken, moment=MOMENT)
    return controleer(batch=batch, door=cast.uitkeringsadministratie, op=OP, moment=MOMENT)


def test_a_cost_recorded_wrong_in_its_first_month_is_put_right_itself(cast, twee):
    eenheid = twee[0][1]
    last = eenheid.lasten.get()
    goed = verbeter(cast, eenheid, last.eerste_maand)
    assert (goed.pk, goed.bedrag, eenheid.lasten.count()) == (last.pk, GOED, 1)

    run(cast)
    with pytest.raises(OntzorgFout, match="Kies een latere maand"):
        verbeter(cast, eenheid, last.eerste_maand)


def test_judged_already_the_unit_comes_with_a_next_run_exactly_once(cast, twee):
    batch = ter_vrijgave(cast)
    eenheid = twee[0][1]
    haal_uit(cast, batch.pogingen.get(verplichting__last__eenheid=eenheid))
    verbeter(cast, eenheid)
    with pytest.raises(OntzorgFout, match="Een volgende run van de maand"):
        neem_weer_op(batch=batch, eenheid=eenheid, op=OP)

    assert geef(cast, batch).cents == 61_235
    assert bedragen(run(cast)) == [GOED]
    assert Betaalverplichting.objects.count() == 2


def test_what_was_released_or_told_to_the_benefit_system_stays_as_it_was(cast, twee):
    eenheid = twee[0][1]
    batch = run(cast)
    maak_lijst(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    with pytest.raises(OntzorgFout, match="op een lijst voor het uitkeringssysteem"):
        haal_uit(cast, batch.pogingen.get(verplichting__last__eenheid=eenheid))
    trek_in(batch=batch, reden="x", door=cast.uitkeringsadministratie, op=OP)

    vrij = vrijgegeven(cast)
    with pytest.raises(OntzorgFout, match="is vrijgegeven"):
        haal_uit(cast, vrij.pogingen.first())
    vrij.pogingen.update(stand="geweigerd", reden="x")
    opnieuw = run(cast)
    with pytest.raises(OntzorgFout, match=f"vrijgegeven met {vrij}"):
        haal_uit(cast, opnieuw.pogingen.first())
    assert Maandafrekening.objects.count() == 2


def test_the_database_deletes_nothing_without_a_withdrawal_and_keeps_no_key_for_later(cast, twee):
    batch = run(cast)
    for tabel, wis in WISSEN.items():
        with (
            pytest.raises(IntegrityError, match=f"{tabel}_blijft"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(wis)
    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
        Maandafrekening.objects.update(leefgeld=1)

    rij = Maandafrekening.objects.first()
    velden = {"batch": batch, "eenheid": rij.eenheid, "afrekening": rij.pk, "inhoud": {}, "door": cast.sociale_zaken}
    with pytest.raises(IntegrityError, match="herziening_weg"), transaction.atomic():
        leg_sleutel(velden)
    ander = Maandafrekening.objects.last().eenheid
    with pytest.raises(IntegrityError, match="herziening_past"), transaction.atomic():
        Afrekeningherziening.objects.create(**velden | {"eenheid": ander}, reden="x")


def test_a_unit_that_cannot_be_paid_for_any_more_stays_out_and_says_why(cast, twee):
    batch = run(cast)
    dossier, eenheid = twee[0]
    rij = batch.pogingen.get(verplichting__last__eenheid=eenheid)
    with pytest.raises(OntzorgFout, match="niet leeg"):
        haal_uit(cast, rij, " ")
    haal_uit(cast, rij)
    with pytest.raises(OntzorgFout, match="niet meer in de run"):
        haal_uit(cast, rij)
    stop_betalingen(dossier=dossier, reden="vertrokken", door=cast.sociale_zaken, op=OP)
    with pytest.raises(OntzorgFout, match="De betalingen zijn gestopt"):
        neem_weer_op(batch=batch, eenheid=eenheid, op=OP)
    assert bedragen(batch) == [61_235]


def test_what_was_withdrawn_goes_with_the_dossier_and_what_was_paid_stays(cast, twee):
    vrijgegeven(cast, OKT)
    dossier, eenheid = twee[0]
    haal_uit(cast, run(cast).pogingen.get(verplichting__last__eenheid=eenheid))
    vernietig(dossier=dossier, grondslag="test", door=cast.beheerder, op=OP, onterecht=True)

    assert not Afrekeningherziening.objects.exists()
    assert Maandafrekening.objects.filter(eenheid=eenheid).count() == 1


def test_the_whole_unit_returns_also_what_was_taken_out_before(cast, twee):
    batch = run(cast)
    eenheid = twee[0][1]
    rij = batch.pogingen.get(verplichting__last__eenheid=eenheid)
    neem_uit(poging=rij, reden="navragen", op=OP)
    haal_uit(cast, rij)

    assert neem_weer_op(batch=batch, eenheid=eenheid, op=OP) == 1
    assert bedragen(batch) == [61_235, 61_235]
    assert batch.pogingen.exclude(stand="open").count() == 0
