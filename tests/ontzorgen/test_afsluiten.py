"""The way out of a released run: two people, evidence, and afterwards paid again exactly once."""

from collections import Counter

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError

from cases.enums import Rol
from ontzorgen.enums_betaling import Afsluitbewijs
from ontzorgen.models import Bankregel, Bestandsdownload, Betaalpoging, Runafsluiting
from ontzorgen.services.afsluiting import leg_afsluiten_terzijde, sluit_af, stel_afsluiten_voor
from ontzorgen.services.betaalbestanden import geef_mee, hervat, maak_bestand
from ontzorgen.services.betaalruns import maak_run, te_betalen
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.terugmelding import lees_statusbericht
from ontzorgen.views.betaalbeeld import aansluiting, te_herhalen
from tests.fabriek import aangesteld

from .bouw_betaling import MOMENT, OKT, OP, betaalt_zelf, crediteur, geef, huurder, run, ter_vrijgave, vrijgegeven
from .test_betaalruns import WOENSDAG
from .test_terugmelding import status

SOM = 3 * 61_235


@pytest.fixture
def mensen(cast):
    betaalt_zelf(cast)
    landlord = crediteur(cast)
    return [huurder(cast, landlord, kenmerk=f"contract {nummer}")[0] for nummer in range(3)]


@pytest.fixture
def batch(cast, mensen):
    """Released, with a file that nobody took."""
    return vrijgegeven(cast, OKT)


def stel_voor(cast, batch, bewijs=Afsluitbewijs.NIET_VERSTUURD, **anders):
    gegevens = {"kenmerk": "", "reden": "het bestand mislukte", "door": cast.uitkeringsadministratie} | anders
    return stel_afsluiten_voor(batch=batch, bewijs=bewijs, **gegevens)


def sluit(cast, afsluiting, door=None):
    return sluit_af(afsluiting=afsluiting, door=door or cast.teamleider, op=OP, moment=MOMENT)


def neem_mee(cast, batch):
    return list(geef_mee(bestand=batch.bestand, door=cast.uitkeringsadministratie, moment=MOMENT))


def standen(batch):
    return Counter(batch.pogingen.values_list("stand", flat=True))


def test_a_run_whose_file_failed_is_closed_by_two_and_paid_again_exactly_once(cast, mensen):
    batch = geef(cast, ter_vrijgave(cast, OKT))
    batch.bestand.stand, batch.bestand.fout = "mislukt", "fout"
    batch.bestand.save()
    with pytest.raises(OntzorgFout, match="alles al betaald of onderweg"):
        run(cast, OKT)

    voorstel = stel_voor(cast, batch)
    assert stel_voor(cast, batch) == voorstel
    assert standen(batch) == {"open": 3}
    assert not te_betalen(cast.gemeente, OKT)
    assert sluit(cast, voorstel).stand == sluit(cast, voorstel).stand == "vastgesteld"

    assert standen(batch) == {"afgesloten": 3}
    assert "niemand heeft het gedownload: het bestand mislukte" in batch.pogingen.first().reden
    assert aansluiting(batch).sluit
    assert te_herhalen(batch) == 3
    assert mensen[0].gebeurtenissen.filter(soort="ONTZORGEN_BETALING_AFGESLOTEN").count() == 1
    opnieuw = vrijgegeven(cast, OKT)
    assert (opnieuw.aantal, opnieuw.cents) == (3, SOM)
    assert te_herhalen(batch) == 0
    with pytest.raises(OntzorgFout, match="alles al betaald of onderweg"):
        run(cast, OKT)


def test_one_person_alone_closes_nothing_not_even_in_the_database(cast, batch):
    voorstel = stel_voor(cast, batch)
    with pytest.raises(OntzorgFout, match="zelf voorgesteld"):
        sluit(cast, voorstel, cast.uitkeringsadministratie)
    alleen = "update ontzorgen_runafsluiting set stand = 'vastgesteld', beslist_op = now(), beslist_door_id = %s"
    fouten = {
        "runafsluiting_twee_mensen": (alleen, [cast.uitkeringsadministratie.pk]),
        "betaalpoging_verloop": ("update ontzorgen_betaalpoging set stand = 'afgesloten', reden = 'x'", []),
        "eerst_voorgelegd": ("insert into ontzorgen_runafsluiting (batch_id, bewijs, kenmerk, reden, aantal, cents, "
                             "stand, voorgesteld_door_id, voorgesteld_op) select batch_id, bewijs, '', 'x', aantal, "
                             "cents, 'vastgesteld', voorgesteld_door_id, now() from ontzorgen_runafsluiting", []),
        "voorstel_blijft": ("update ontzorgen_runafsluiting set reden = 'iets anders'", []),
    }  # fmt: skip
    for naam, (vraag, waarden) in fouten.items():
        with (
            pytest.raises((IntegrityError, InternalError), match=naam),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(vraag, waarden)
    assert standen(batch) == {"open": 3}


def test_a_file_that_was_taken_asks_for_evidence_of_the_bank(cast, batch):
    with pytest.raises(OntzorgFout, match="Niemand heeft het bestand gedownload") as fout:
        stel_voor(cast, batch, Afsluitbewijs.BANKPORTAAL, kenmerk="portaal")
    assert fout.value.veld == "bewijs"
    neem_mee(cast, batch)
    with pytest.raises(OntzorgFout, match="kan bij de bank zijn"):
        stel_voor(cast, batch)
    with pytest.raises(OntzorgFout, match="waar het bewijs"):
        stel_voor(cast, batch, Afsluitbewijs.BANKBERICHT)
    with pytest.raises(OntzorgFout, match="niet leeg"):
        stel_voor(cast, batch, Afsluitbewijs.BANKBERICHT, kenmerk="brief 7", reden=" ")
    with pytest.raises(IntegrityError, match="runafsluiting_bewijs"), transaction.atomic():
        Runafsluiting.objects.create(batch=batch, bewijs="niet_verstuurd", reden="x", aantal=3, cents=SOM,
                                     voorgesteld_door=cast.uitkeringsadministratie)  # fmt: skip

    sluit(cast, stel_voor(cast, batch, Afsluitbewijs.BANKBERICHT, kenmerk="brief 7"))
    assert run(cast, OKT).pogingen.count() == 3


def test_from_the_proposal_on_the_file_stays_here_until_it_is_set_aside(cast, batch):
    voorstel = stel_voor(cast, batch)
    with pytest.raises(OntzorgFout, match="mag niet meer naar de bank"):
        neem_mee(cast, batch)
    with pytest.raises(IntegrityError, match="runafsluiting_dicht"), transaction.atomic():
        Bestandsdownload.objects.create(bestand=batch.bestand, door=cast.teamleider)

    leg_afsluiten_terzijde(afsluiting=voorstel, door=cast.uitkeringsadministratie, moment=MOMENT)
    assert neem_mee(cast, batch)
    with pytest.raises(OntzorgFout, match="al afgehandeld"):
        sluit(cast, voorstel)
    assert standen(batch) == {"open": 3}


def test_no_worker_makes_the_file_of_a_run_that_is_being_closed(cast, mensen):
    batch = geef(cast, ter_vrijgave(cast, OKT))
    voorstel = stel_voor(cast, batch)
    assert not maak_bestand(bestand_id=batch.bestand.pk, moment=MOMENT)
    assert hervat(sinds=MOMENT.replace(year=2030)) == 0
    with pytest.raises(IntegrityError, match="runafsluiting_dicht"), transaction.atomic(), connection.cursor() as c:
        c.execute("update ontzorgen_betaalbestand set stand = 'klaar', sha256 = 'x', klaar_op = now()")

    leg_afsluiten_terzijde(afsluiting=voorstel, door=cast.teamleider, moment=MOMENT)
    assert maak_bestand(bestand_id=batch.bestand.pk, moment=MOMENT)


def lees(cast, batch, bron):
    return lees_statusbericht(batch=batch, bron=bron, door=cast.uitkeringsadministratie, op=OP)


def test_what_the_bank_reported_before_the_decision_stops_it(cast, batch):
    neem_mee(cast, batch)
    voorstel = stel_voor(cast, batch, Afsluitbewijs.AFSCHRIFT, kenmerk="afschrift 12")
    lees(cast, batch, status(batch, stand="PART", r0="ACSC"))
    with pytest.raises(OntzorgFout, match="intussen iets gemeld"):
        sluit(cast, voorstel)
    with pytest.raises(IntegrityError, match="runafsluiting_totaal"), transaction.atomic():
        Runafsluiting.objects.filter(pk=voorstel.pk).update(stand="vastgesteld", beslist_door=cast.teamleider,
                                                            beslist_op=MOMENT)  # fmt: skip

    leg_afsluiten_terzijde(afsluiting=voorstel, door=cast.teamleider, moment=MOMENT)
    sluit(cast, stel_voor(cast, batch, Afsluitbewijs.AFSCHRIFT, kenmerk="afschrift 12"))
    assert standen(batch) == {"uitgevoerd": 1, "afgesloten": 2}
    assert aansluiting(batch).sluit
    assert run(cast, OKT).pogingen.count() == 2


def test_a_bank_that_says_paid_after_all_changes_nothing_and_keeps_the_payment_out_of_a_new_run(cast, batch):
    neem_mee(cast, batch)
    sluit(cast, stel_voor(cast, batch, Afsluitbewijs.BANKPORTAAL, kenmerk="portaal 21-11"))
    gelezen = lees(cast, batch, status(batch, stand="PART", r0="ACSC", r1="RJCT", r2="RJCT"))

    assert gelezen.bericht.telling == {"tegenstrijdig": 1, "zoals al afgesloten": 2}
    assert standen(batch) == {"afgesloten": 3}
    assert "maar de bank meldt nu: uitgevoerd (ACSC)" in Bankregel.objects.get().zin
    nieuw = run(cast, OKT)
    eerste = batch.pogingen.first()
    assert nieuw.pogingen.count() == 2
    assert not nieuw.pogingen.filter(verplichting=eerste.verplichting).exists()

    dubbel = lees(cast, batch, status(batch, nummer="BANK-2", stand="RJCT", bestandreden="DU01"))
    assert dubbel.bericht.telling == {"tegenstrijdig": 3}
    assert not te_betalen(cast.gemeente, OKT)
    lees(cast, batch, status(batch, nummer="BANK-3", stand="RJCT"))
    assert not te_betalen(cast.gemeente, OKT)  # only a person says which answer holds


def test_a_payment_that_the_bank_reports_while_it_waits_for_release_stops_that_release(cast, batch):
    neem_mee(cast, batch)
    sluit(cast, stel_voor(cast, batch, Afsluitbewijs.BANKPORTAAL, kenmerk="portaal 21-11"))
    nieuw = ter_vrijgave(cast, OKT)
    lees(cast, batch, status(batch, stand="PART", r0="ACSC"))

    with pytest.raises(OntzorgFout, match=f"{batch}.*Neem die betaling uit"):
        geef(cast, nieuw)
    assert Betaalpoging.objects.filter(stand="open").count() == 3


def test_only_a_released_run_with_open_payments_is_closed(cast, mensen):
    batch = run(cast, OKT)
    with pytest.raises(OntzorgFout, match="niet vrijgegeven"):
        stel_voor(cast, batch)
    with pytest.raises(IntegrityError, match="runafsluiting_vrijgegeven"), transaction.atomic():
        Runafsluiting.objects.create(batch=batch, bewijs="niet_verstuurd", reden="x", aantal=3, cents=SOM,
                                     voorgesteld_door=cast.uitkeringsadministratie)  # fmt: skip


def test_the_maker_of_a_run_may_propose_and_a_third_person_decides(cast, batch):
    ander = aangesteld(cast.gemeente, Rol.UITKERINGSADMINISTRATIE)
    assert sluit(cast, stel_voor(cast, batch), ander).beslist_door == ander
    with pytest.raises(OntzorgFout, match="al afgesloten"):
        leg_afsluiten_terzijde(afsluiting=Runafsluiting.objects.get(), door=ander, moment=MOMENT)
    assert maak_run(gemeente=cast.gemeente, maand=OKT, uitvoerdag=WOENSDAG, door=ander, op=OP)
