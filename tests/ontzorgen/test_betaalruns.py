"""A payment run from proposal to file: who may do which step, what comes in, and what stays out."""

from datetime import date
from io import BytesIO

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError

from cases.enums import Rol
from cases.models import Inzage
from ontzorgen.models import (
    Bestandsdownload,
    Betaalbatch,
    Betaalpoging,
    Eenheidlid,
    Maandafrekening,
    Rekening,
    Vrijgave,
)
from ontzorgen.sepa.lezen import lees_betaalbestand
from ontzorgen.services.betaalbestanden import geef_mee, maak_bestand, stukken
from ontzorgen.services.betaalruns import beoordeel, bevindingen, controleer, maak_run, neem_uit, trek_in
from ontzorgen.services.betaalstops import hervat_betalingen, stop_betalingen
from ontzorgen.services.crediteuren import keur_rekening_goed, stel_rekening_voor
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.inhoudingen import maak_lijst
from ontzorgen.services.maandrun import leg_vast
from ontzorgen.services.runvulling import vul_stuk
from ontzorgen.services.vrijgave import geef_vrij
from tests.fabriek import aangesteld

from .bouw import leg_last
from .bouw_betaling import (
    IBANS,
    MOMENT,
    NOV,
    OKT,
    OP,
    betaalt_zelf,
    crediteur,
    geef,
    huurder,
    kies,
    run,
    ter_vrijgave,
    vrijgegeven,
)

WOENSDAG = date(2026, 11, 25)


@pytest.fixture
def landlord(cast):
    betaalt_zelf(cast)
    return crediteur(cast)


@pytest.fixture
def twee(cast, landlord):
    """Two people with a rent; the first also pays energy."""
    eerste, tweede = huurder(cast, landlord), huurder(cast, landlord, kenmerk="contract 12")
    leg_last(cast, eerste[1], crediteur(cast, "Polderstroom", IBANS[1]), soort="energie", bedrag=9_050, kenmerk="e 1")
    return eerste[0], tweede[0]


def probeer(cast, **anders):
    gegevens = {"gemeente": cast.gemeente, "maand": NOV, "uitvoerdag": WOENSDAG, "op": OP}
    return maak_run(door=cast.uitkeringsadministratie, **gegevens | anders)


def test_from_proposal_to_a_file_that_another_reader_counts_the_same(cast, twee):
    batch = vrijgegeven(cast)
    som = 2 * 61_235 + 9_050

    assert (batch.stand, batch.aantal, batch.cents, batch.betaler_naam) == ("vrijgegeven", 3, som, "Gemeente Diemen")
    inhoud = b"".join(geef_mee(bestand=batch.bestand, door=cast.teamleider, moment=MOMENT))
    bestand = lees_betaalbestand(BytesIO(inhoud), (regels := []).append)
    assert (bestand.bericht_id, bestand.geteld, bestand.gezegd) == (batch.bericht_id, (3, som), (3, som))
    assert {regel.uitvoerdag for regel in regels} == {OP}
    assert [regel.kenmerk for regel in regels] == [
        f"{k} november 2026" for k in ("contract 11-204", "e 1", "contract 12")
    ]
    assert Bestandsdownload.objects.get().door == cast.teamleider
    mensen = Eenheidlid.objects.filter(eenheid__afrekeningen__isnull=False).values_list("dossier", flat=True)
    assert Inzage.objects.get(wat="betaalbestand").verzameling == sorted(mensen)
    assert Maandafrekening.objects.count() == 2


def test_the_version_of_the_file_is_what_the_gemeente_agreed_with_its_bank(cast, twee):
    kies(cast.gemeente, bestandsversie="001.001.03")
    batch = vrijgegeven(cast)

    assert b"pain.001.001.03" in next(iter(stukken(batch.bestand)))


def test_no_run_while_the_benefit_system_pays_nor_the_other_way_around(cast, twee):
    kies(cast.gemeente, betaalwijze="uitkeringssysteem")
    with pytest.raises(OntzorgFout, match="betaalt het uitkeringssysteem"):
        probeer(cast)
    maand = leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.sociale_zaken, op=OP)
    betaalt_zelf(cast)
    with pytest.raises(OntzorgFout, match="betaalt het uitkeringssysteem"):
        probeer(cast)

    with pytest.raises(IntegrityError, match="betaalbatch_een_betaler"), transaction.atomic():
        Betaalbatch.objects.create(betaalmaand=maand, nummer="R-1", bericht_id="R-1", uitvoerdag=WOENSDAG,
                                   gemaakt_door=cast.sociale_zaken)  # fmt: skip


@pytest.mark.parametrize(
    ("dag", "zin"),
    [(date(2026, 11, 22), "geen betalingen uit"), (date(2026, 11, 19), "al voorbij"), (date(2026, 12, 25), "Kerstdag")],
)
def test_a_day_on_which_banks_do_not_pay_is_refused_at_its_field(cast, twee, dag, zin):
    with pytest.raises(OntzorgFout, match=zin) as fout:
        probeer(cast, uitvoerdag=dag)
    assert fout.value.veld in ("uitvoerdag", "")


@pytest.mark.parametrize(
    ("veld", "waarde"), [("maand", date(2027, 1, 1)), ("uitvoerdag", date(2027, 1, 4))], ids=["maand", "uitvoerdag"]
)
def test_a_month_or_a_day_far_ahead_is_refused_at_its_field(cast, twee, veld, waarde):
    with pytest.raises(OntzorgFout, match="te ver vooruit") as fout:
        probeer(cast, **{veld: waarde})
    assert fout.value.veld == veld
    assert probeer(cast, maand=date(2026, 12, 1), uitvoerdag=date(2027, 1, 4))


def test_who_was_frozen_by_a_list_after_the_run_was_made_is_paid_by_it(cast, twee):
    batch = probeer(cast)
    maak_lijst(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    while vul_stuk(batch_id=batch.pk, op=OP, moment=MOMENT):
        pass
    assert batch.pogingen.count() == 3


def test_a_month_that_is_paid_gets_no_second_run(cast, twee):
    vrijgegeven(cast)
    with pytest.raises(OntzorgFout, match="alles al betaald of onderweg"):
        probeer(cast)


def test_a_second_run_of_one_month_waits_for_the_first(cast, twee):
    batch = run(cast)
    with pytest.raises(OntzorgFout, match="ligt RUN-2026-0001 al klaar"):
        probeer(cast)

    trek_in(batch=batch, reden="verkeerde dag", door=cast.uitkeringsadministratie, op=OP)
    assert run(cast).pogingen.count() == 3
    assert Betaalpoging.objects.filter(stand="open").count() == 3


def test_only_another_releases_and_the_database_says_so_too(cast, twee):
    batch = ter_vrijgave(cast)
    for medewerker in (batch.gemaakt_door, batch.gecontroleerd_door, batch.beoordeeld_door):
        with pytest.raises(OntzorgFout, match="Een ander geeft hem vrij"):
            geef(cast, batch, medewerker)
        with pytest.raises(IntegrityError, match="vrijgave_vier_ogen"), transaction.atomic():
            Vrijgave.objects.create(batch=batch, door=medewerker, aantal=3, cents=1)
    with pytest.raises(IntegrityError, match="betaalbatch"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update ontzorgen_betaalbatch set stand = 'vrijgegeven', aantal = 3, cents = 131520, "
                       "vrijgegeven_op = now(), versie = 'x'")  # fmt: skip

    assert geef(cast, batch).is_vrij
    assert geef(cast, batch).is_vrij
    assert Vrijgave.objects.count() == 1


def test_a_large_run_needs_two_people_and_both_saw_the_same(cast, twee):
    kies(cast.gemeente, vrijgevers=["vanaf 0 euro: 1", "vanaf 1000 euro: 2"])
    batch = ter_vrijgave(cast)
    assert batch.vrijgevers_nodig == 2
    assert not geef(cast, batch).is_vrij

    stop_betalingen(dossier=twee[1], reden="vertrokken", door=cast.sociale_zaken, op=OP)
    ander = aangesteld(cast.gemeente, Rol.TEAMLEIDER)
    assert not geef(cast, batch, ander).is_vrij
    assert geef(cast, batch).is_vrij


def test_a_run_that_changed_since_it_was_seen_is_not_released(cast, twee):
    batch = ter_vrijgave(cast)
    aantal, cents = batch.pogingen.totaal()
    stop_betalingen(dossier=twee[1], reden="vertrokken", door=cast.sociale_zaken, op=OP)

    with pytest.raises(OntzorgFout, match="De run is veranderd"):
        geef_vrij(batch=batch, aantal=aantal, cents=cents, door=cast.teamleider, op=OP, moment=MOMENT)
    assert geef(cast, batch).aantal == 2


def test_who_is_stopped_comes_out_until_the_release_and_back_in_with_a_next_run(cast, twee):
    batch = ter_vrijgave(cast)
    stop, aantal = stop_betalingen(dossier=twee[0], reden="vertrokken", door=cast.sociale_zaken, op=OP)
    assert (aantal, stop_betalingen(dossier=twee[0], reden="x", door=cast.sociale_zaken, op=OP)) == (2, (stop, None))
    vrij = geef(cast, batch)
    assert vrij.aantal == 1

    _, aantal = stop_betalingen(dossier=twee[1], reden="te laat", door=cast.sociale_zaken, op=OP)
    assert aantal == 0  # released is released
    hervat_betalingen(stop=stop, door=cast.sociale_zaken, op=OP, moment=MOMENT)
    assert run(cast).pogingen.filter(stand="open").count() == 2
    assert twee[0].gebeurtenissen.filter(soort__startswith="BETALINGEN_").count() == 2


def test_sociale_zaken_takes_a_row_out_with_a_reason_before_the_check(cast, twee):
    batch = run(cast)
    rij = batch.pogingen.first()
    with pytest.raises(OntzorgFout, match="Schrijf op waarom"):
        neem_uit(poging=rij, reden=" ", op=OP)
    neem_uit(poging=rij, reden="huur is opgezegd", op=OP)
    with pytest.raises(OntzorgFout, match="ter beoordeling"):
        controleer(batch=batch, door=cast.teamleider, op=OP, moment=MOMENT)

    assert beoordeel(batch=batch, door=cast.sociale_zaken, moment=MOMENT).pogingen.totaal()[0] == 2


def test_an_account_that_changed_after_the_proposal_stops_the_check(cast, twee, landlord):
    batch = beoordeel(batch=run(cast), door=cast.sociale_zaken, moment=MOMENT)
    rekening = stel_rekening_voor(crediteur=landlord, iban=IBANS[2], tenaamstelling="De Dijk", bron="brief",
                                  door=cast.uitkeringsadministratie, op=OP)  # fmt: skip
    keur_rekening_goed(rekening=rekening, door=cast.sociale_zaken, op=OP)

    with pytest.raises(OntzorgFout, match="De rekening van Woningstichting De Dijk is veranderd"):
        controleer(batch=batch, door=cast.teamleider, op=OP, moment=MOMENT)


@pytest.mark.parametrize("naam", ["Stichting X RSIN 123456782", "Фонд"])
def test_a_name_that_the_bank_file_cannot_hold_is_found_before_the_release(cast, twee, landlord, naam):
    gegevens = {"crediteur": landlord, "iban": IBANS[2], "door": cast.uitkeringsadministratie, "op": OP}
    with pytest.raises(OntzorgFout) as fout:
        stel_rekening_voor(tenaamstelling=naam, bron="brief", **gegevens)
    assert fout.value.veld == "tenaamstelling"

    batch = run(cast)
    Rekening.objects.create(  # as one that was approved before names were checked
        crediteur=landlord, iban=IBANS[0], tenaamstelling=naam, bron="oud", stand="goedgekeurd",
        voorgesteld_door=cast.uitkeringsadministratie, voorgesteld_op=OP, beoordeeld_door=cast.sociale_zaken,
        beoordeeld_op=OP,
    )  # fmt: skip
    assert any("is veranderd sinds het voorstel" in zin for zin in bevindingen(batch, OP))
    trek_in(batch=batch, reden="naam", door=cast.teamleider, op=OP)
    assert list(run(cast).pogingen.values_list("naam", flat=True)) == ["Polderstroom"]


def test_the_gemeente_never_pays_itself(cast, twee):
    Rekening.objects.create(  # as one that was approved before this was checked
        gemeente=cast.gemeente, iban=IBANS[0], tenaamstelling="Diemen", bron="oud", stand="goedgekeurd",
        voorgesteld_door=cast.financien, voorgesteld_op=OP, beoordeeld_door=cast.beheerder, beoordeeld_op=OP,
    )  # fmt: skip

    assert [poging.naam for poging in run(cast).pogingen.all()] == ["Polderstroom"]


def test_what_was_released_stays_as_it_was(cast, twee):
    batch = vrijgegeven(cast)
    for poging in (
        "update ontzorgen_betaalpoging set cents = 1",
        "update ontzorgen_betaalpoging set stand = 'uitgenomen', reden = 'x'",
        "update ontzorgen_betaalbatch set cents = 1",
        "update ontzorgen_betaalbestand set sha256 = 'x'",
        "delete from ontzorgen_betaalpoging",
    ):
        with pytest.raises((InternalError, IntegrityError)), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(poging)
    with pytest.raises(OntzorgFout, match="Vraag de bank"):
        trek_in(batch=batch, reden="toch niet", door=cast.uitkeringsadministratie, op=OP)
    rij = batch.pogingen.first()
    rij.pk, rij.volgnummer, rij.referentie, rij._state.adding = None, 99, "anders", True
    with pytest.raises(IntegrityError, match="betaalpoging_bevroren"), transaction.atomic():
        rij.save()


def test_making_the_file_again_makes_no_second_one(cast, twee):
    batch = vrijgegeven(cast)
    inhoud, sha256 = b"".join(stukken(batch.bestand)), batch.bestand.sha256

    assert not maak_bestand(bestand_id=batch.bestand.pk, moment=MOMENT)
    batch.bestand.refresh_from_db()
    assert (b"".join(stukken(batch.bestand)), batch.bestand.sha256) == (inhoud, sha256)


def test_a_return_of_last_month_is_paid_by_another_run_of_that_month(cast, twee):
    oktober = vrijgegeven(cast, OKT)
    rij = oktober.pogingen.first()
    oktober.pogingen.filter(pk=rij.pk).update(stand="retour", reden="de rekening is opgeheven")

    nieuw = run(cast, OKT)
    assert [poging.verplichting for poging in nieuw.pogingen.all()] == [rij.verplichting]
    assert nieuw.pogingen.get().referentie != rij.referentie
    with pytest.raises(IntegrityError, match="betaalpoging_verloop"), transaction.atomic():
        Betaalpoging.objects.filter(pk=rij.pk).update(stand="uitgevoerd")
