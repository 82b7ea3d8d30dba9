"""Two records of one person become one: no row is lost, no fact counts twice, and old numbers lead on."""

import threading
from collections import defaultdict
from datetime import date, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from cases.enums import Afspraaksoort, Gezinsrol, Notitiesoort, Overdrachtpunt, Plaatssoort
from cases.models import Dossier, Gebeurtenis, Inzage, Koppelbestand, Koppelregel, Samenvoeging, Stuk, Termijn
from cases.services import gezinnen, inzage
from cases.services.afspraken import plan_afspraak
from cases.services.bescherming import bescherm
from cases.services.koppeling import werk_overdracht_bij
from cases.services.niet_verzenden import verzend_niet
from cases.services.notities import schrijf_notitie
from cases.services.samenvoegen import Keuzes, SamenvoegFout, inhoud_van, kandidaten, vergelijk, voeg_samen
from cases.services.samenvoegen.verplaatsen import modellen_met_dossier
from cases.services.termijnen import feiten_van, verschillen
from cases.services.vernietiging import VernietigingFout, vernietig
from cases.services.zoeken import zoek
from inburgering.recht.feiten import FeitSoort, Regime
from pip_plans.plan.services.versies import uitgegeven_versie
from tests.conftest import VANDAAG
from tests.fabriek import leg_vast, maak_dossier
from tests.pip_plans.plan.hulp import vastgesteld_pip, zet_document_gereed

REDEN = "twee keer geregistreerd, paspoort gezien"
DUBBEL = [
    (FeitSoort.DOELGROEP, date(2026, 9, 1), {"doelgroep": "ASIELSTATUSHOUDER"}),
    (FeitSoort.KOPPELING, date(2026, 9, 1), {"azc": "AZC Almere"}),
]


@pytest.fixture
def hier(cast):
    """The record that stays: a V-nummer, the first facts, a little of everything that both can have."""
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG, achternaam="Haddad", v_nummer="2900999901")
    for soort, dag, gegevens in DUBBEL:
        leg_vast(dossier, soort, dag, **gegevens)
    leg_vast(dossier, FeitSoort.KENNISGEVING_DUO, date(2026, 9, 20))
    vul(cast, dossier)
    return dossier


@pytest.fixture
def daar(cast, time_machine):
    """The record that ends: BSN, intake and PIP with its documents, and something of everything."""
    time_machine.move_to("2026-11-20T09:00:00+00:00", tick=False)
    dossier = vastgesteld_pip(cast).dossier
    persoon = dossier.inburgeraar
    persoon.achternaam, persoon.v_nummer, persoon.bsn = "Hadad", "2900999902", "999405615"
    persoon.save()
    zet_document_gereed(dossier.documenten.filter(beschikking__isnull=False).get())
    for soort, dag, gegevens in DUBBEL:
        leg_vast(dossier, soort, dag, **gegevens)
    vul(cast, dossier)
    gezinnen.voeg_toe_op_nummer(dossier=dossier, kenmerk="G-77", rol=Gezinsrol.PARTNER, door=cast.consulent, op=VANDAAG)
    bestand = Koppelbestand.objects.create(gemeente=cast.gemeente, door=cast.consulent, sha256="0" * 64)
    Koppelregel.objects.create(bestand=bestand, nummer=2, waarden={}, uitkomst="nieuw", dossier=dossier)
    Stuk.objects.create(
        gemeente=cast.gemeente, dossier=dossier, ontvangen_op=VANDAAG, soort="pdf", grootte=1, sha256="1" * 64,
        bytes=b"x", status="wacht", toegevoegd_door=cast.consulent, laatst_door=cast.consulent,
    )  # fmt: skip
    return Dossier.objects.get(pk=dossier.pk)


def vul(cast, dossier):
    wie = {"dossier": dossier, "door": cast.consulent, "op": VANDAAG}
    schrijf_notitie(tekst="belde over de school", soort=Notitiesoort.NOTITIE, **wie)
    begin = timezone.make_aware(datetime(2026, 11, 24, 10))  # noqa: DTZ001  (made aware here)
    plan = {"soort": Afspraaksoort.PIP, "begin": begin, "plaatssoort": Plaatssoort.THUIS, "met": cast.consulent}
    plan_afspraak(gegevens=plan, **wie)
    werk_overdracht_bij(punten={Overdrachtpunt.PROFIEL: VANDAAG}, **wie)
    inzage.noteer(medewerker=cast.raadpleger, dossier=dossier, wat="dossier", moment=timezone.now())


def tel():
    """How many rows there are of every kind that hangs on a dossier, or on what hangs on it."""
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = 'public'")
        namen = [naam for (naam,) in cursor.fetchall() if "event" not in naam]
        return {naam: _aantal(cursor, naam) for naam in namen}


def _aantal(cursor, naam):
    cursor.execute(f"select count(*) from {connection.ops.quote_name(naam)}")  # noqa: S608  (our own tables)
    return cursor.fetchone()[0]


def samen(cast, hier, daar, **anders):
    wat = {"keuzes": Keuzes(velden=frozenset({"bsn", "gezin"})), "reden": REDEN, "door": cast.teamleider}
    return voeg_samen(blijft=hier, vervallen=daar, op=VANDAAG, **(wat | anders))


def test_no_row_is_lost_and_every_fact_is_found_from_the_dossier_that_stays(cast, hier, daar):
    alle = list(Gebeurtenis.objects.values_list("pk", flat=True))
    bytes_voor = {rij.pk: (bytes(rij.bytes), rij.sha256) for rij in daar.documenten.filter(status="gereed")}
    was, waar = tel(), defaultdict(list)
    for model, veld in modellen_met_dossier():
        waar[model._meta.label] += model._base_manager.filter(**{veld: daar.pk})
    assert {naam: len(rijen) > 0 for naam, rijen in waar.items() if naam in GEVULD} == dict.fromkeys(GEVULD, True)

    bewijs = samen(cast, hier, daar)

    erbij = {naam: aantal - was[naam] for naam, aantal in tel().items() if aantal != was[naam]}
    assert set(erbij) <= {"cases_gebeurtenis", "cases_samenvoeging", "cases_termijn", "cases_gezinswijziging"}
    assert min(erbij.values()) > 0
    assert set(alle) <= set(hier.gebeurtenissen.values_list("pk", flat=True))
    assert {pk: (bytes(rij.bytes), rij.sha256) for pk, rij in hier.documenten.in_bulk(bytes_voor).items()} == bytes_voor
    blijft_staan = {"cases.Termijn", "cases.Inzage", "cases.Overdracht"}  # the last one because `hier` has its own
    for model, veld in modellen_met_dossier():
        if model in (Samenvoeging, Gebeurtenis):
            continue
        nog = set(model._base_manager.filter(**{veld: daar.pk}).values_list("pk", flat=True))
        blijft = model._meta.label in blijft_staan
        assert nog == ({rij.pk for rij in waar[model._meta.label]} if blijft else set()), model
    assert [g.soort for g in daar.gebeurtenissen.all()] == ["SAMENGEVOEGD_MET"]
    assert bewijs.gebleven == {"cases.Overdracht": [daar.overdrachtpunten.get().pk]}
    assert {naam for naam, _ in inhoud_van(bewijs, ook_bijzonder=True)} == {"termijnen", "punten van de overdracht"}
    assert set(inzage.inzagen_van(hier)) == set(Inzage.objects.filter(dossier__in=[hier, daar]))


GEVULD = (
    "cases.Gebeurtenis",
    "cases.Afspraak",
    "cases.Notitie",
    "cases.Document",
    "cases.Beschikking",
    "cases.Termijn",
    "cases.Inzage",
    "cases.Koppelregel",
    "cases.Stuk",
    "cases.Overdracht",
    "intake.BredeIntake",
    "plan.Pip",
)


def test_a_fact_that_both_had_counts_once_and_the_terms_are_derived_once(cast, hier, daar):
    voor = vergelijk(blijft=hier, vervallen=daar, keuzes=Keuzes(), op=VANDAAG)
    assert {feit.soort for feit in voor.dubbel} >= {"DOELGROEP", "KOPPELING"}
    straks = {(v.nieuw.soort, v.nieuw.laatste_dag) for v in voor.verschuivingen if v.nieuw and not v.vervalt}

    samen(cast, hier, daar)

    geldend = hier.gebeurtenissen.feiten().geldend()
    for soort, dag, _ in DUBBEL:
        assert geldend.filter(soort=soort, datum=dag).count() == 1
        ingetrokken = hier.gebeurtenissen.get(soort=soort, vervalt=True, datum=dag)
        assert ingetrokken.toelichting == f"Samengevoegd met {daar.nummer}."
    assert verschillen(dossier=hier, feiten=feiten_van(hier), op=VANDAAG) == []
    assert straks <= set(hier.termijnen.values_list("soort", "laatste_dag"))
    assert not Termijn.objects.open().filter(dossier=daar).exists()


def test_the_chosen_values_and_the_numbers_go_over_and_the_old_ones_still_find_the_dossier(cast, hier, daar):
    persoon = hier.inburgeraar
    samen(cast, hier, daar)

    persoon.refresh_from_db()
    daar.inburgeraar.refresh_from_db()
    assert (persoon.bsn, persoon.v_nummer, persoon.achternaam) == ("999405615", "2900999901", "Haddad")
    assert (persoon.gezin.kenmerk, persoon.gezinsrol) == ("G-77", "partner")
    assert (daar.inburgeraar.bsn, daar.inburgeraar.v_nummer, daar.inburgeraar.gezin) == (None, None, None)
    for vraag in (daar.nummer, "2900999902", "999405615", hier.nummer):
        gevonden = zoek(vraag=vraag, medewerker=cast.consulent, gemeente=cast.gemeente, op=VANDAAG).dossiers
        assert [rij.pk for rij in gevonden] == [hier.pk]
    bewijs = Samenvoeging.objects.get()
    assert bewijs.persoon["achternaam"] == "Hadad"
    assert bewijs.gekozen == ["bsn", "gezin"]


def test_of_facts_that_differ_a_person_says_which_one_counts(cast, hier, daar):
    leg_vast(hier, FeitSoort.BRP_INSCHRIJVING, date(2026, 10, 5))
    (verschil,) = [
        rij
        for rij in vergelijk(blijft=hier, vervallen=daar, keuzes=Keuzes(), op=VANDAAG).feiten
        if rij.soort == "BRP_INSCHRIJVING"
    ]
    assert [feit.datum for feit in verschil.blijft] == [date(2026, 10, 5)]

    samen(cast, hier, daar, keuzes=Keuzes(feiten={"BRP_INSCHRIJVING": "vervallen"}))

    over = hier.gebeurtenissen.feiten().geldend().filter(soort="BRP_INSCHRIJVING")
    assert [feit.datum for feit in over] == [feit.datum for feit in verschil.vervallen]
    assert hier.gebeurtenissen.filter(soort="BRP_INSCHRIJVING", datum=date(2026, 10, 5)).count() == 2


def test_it_happens_once_and_nothing_more_goes_into_the_record_that_ended(cast, hier, daar):
    eerste = samen(cast, hier, daar)
    aantal = Gebeurtenis.objects.count()
    assert samen(cast, hier, daar) == eerste
    assert Gebeurtenis.objects.count() == aantal
    with pytest.raises(SamenvoegFout, match=f"is intussen samengevoegd met {hier.nummer}"):
        samen(cast, daar, hier)
    with pytest.raises(IntegrityError, match="dossier_samengevoegd"), transaction.atomic():
        schrijf_notitie(dossier=daar, tekst="te laat", soort=Notitiesoort.NOTITIE, door=cast.consulent, op=VANDAAG)
    assert not daar.notities.exists()


def test_two_plans_stand_in_the_way(cast, daar):
    ander = vastgesteld_pip(cast).dossier
    (zin,) = vergelijk(blijft=daar, vervallen=ander, keuzes=Keuzes(), op=VANDAAG).beletsels

    assert "staat een PIP" in zin
    with pytest.raises(SamenvoegFout, match=r"Kies bij PIP-2026-0001 .* ‘Niet verzenden’. Of kies bij PIP-2026-0002"):
        samen(cast, daar, ander, keuzes=Keuzes(enkel={"intake.BredeIntake": "blijft"}))
    assert not Samenvoeging.objects.exists()


def test_after_one_of_two_plans_is_not_sent_the_records_merge(cast, daar):
    ander = vastgesteld_pip(cast).dossier
    verzend_niet(besluit=ander.pips.get().beschikking, reden="Dubbel.", door=cast.teamleider, op=VANDAAG)

    samen(cast, daar, ander, keuzes=Keuzes(enkel={"intake.BredeIntake": "blijft"}))

    standen = dict(daar.beschikkingen.filter(soort="pip").values_list("nummer", "status"))
    assert standen == {"PIP-2026-0001": "vastgesteld", "PIP-2026-0002": "niet_verzonden"}
    assert uitgegeven_versie(daar).beschikking.nummer == "PIP-2026-0001"
    assert [feit.tekst("beschikking") for feit in feiten_van(daar) if feit.soort == FeitSoort.PIP_VASTGESTELD] == [
        "PIP-2026-0001"
    ]


def test_another_gemeente_a_second_law_and_no_reason_are_refused(cast, uithoorn, hier):
    elders = maak_dossier(uithoorn, cast.buitenstaander, op=VANDAAG, achternaam="Haddad")
    wi2013 = maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG, regime=Regime.WI2013)
    zelfde = maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)
    for ander, zin, reden in ((elders, "niet gevonden", REDEN), (wi2013, "wetten", REDEN), (zelfde, "waarom", " ")):
        with pytest.raises(SamenvoegFout, match=zin):
            samen(cast, hier, ander, reden=reden, keuzes=Keuzes())
    assert elders not in kandidaten(dossier=hier, medewerker=cast.buitenstaander, op=VANDAAG)


def test_candidates_have_the_same_birth_date_and_a_name_that_sounds_alike(cast, hier, daar):
    daar.inburgeraar.geboortedatum = hier.inburgeraar.geboortedatum
    daar.inburgeraar.save()
    assert kandidaten(dossier=hier, medewerker=cast.consulent, op=VANDAAG) == [daar]
    bescherm(dossier=daar, mensen=[cast.collega], reden="dreiging", door=cast.collega, op=VANDAAG)
    assert kandidaten(dossier=hier, medewerker=cast.consulent, op=VANDAAG) == []


def test_the_protection_of_one_becomes_the_protection_of_both(cast, hier, daar):
    bescherm(dossier=daar, mensen=[cast.collega], reden="dreiging", door=cast.collega, op=VANDAAG)
    samen(cast, hier, daar, door=cast.collega)

    zichtbaar = Dossier.objects.zichtbaar_voor(cast.consulent, cast.gemeente, VANDAAG)
    assert not zichtbaar.filter(pk=hier.pk).exists()
    zichtbaar = Dossier.objects.zichtbaar_voor(cast.collega, cast.gemeente, VANDAAG)
    assert list(zichtbaar) == [hier]


def test_destruction_takes_the_joined_records_along(cast, hier, daar):
    derde = maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)
    samen(cast, daar, derde, keuzes=Keuzes())
    samen(cast, hier, daar)
    with pytest.raises(VernietigingFout, match="Vernietig dat dossier"):
        vernietig(dossier=daar, grondslag="x", door=cast.beheerder, op=VANDAAG, onterecht=True)

    vernietig(dossier=hier, grondslag="hoort hier niet", door=cast.beheerder, op=VANDAAG, onterecht=True)

    assert not Dossier.objects.exists()
    assert not Samenvoeging.objects.exists()
    assert not cast.gemeente.inburgeraars.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_merges_at_once_in_opposite_directions_one_wins(cast):
    een, twee = (maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG) for _ in range(2))
    start, uitkomsten = threading.Barrier(2), []

    def probeer(blijft, vervallen):
        try:
            start.wait(timeout=30)
            samen(cast, blijft, vervallen, keuzes=Keuzes())
            uitkomsten.append("gelukt")
        except SamenvoegFout as fout:
            uitkomsten.append(str(fout))
        finally:
            connection.close()

    draden = [threading.Thread(target=probeer, args=paar) for paar in ((een, twee), (twee, een))]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=60)

    assert sorted(uitkomst == "gelukt" for uitkomst in uitkomsten) == [False, True]
    assert "is intussen samengevoegd met" in "".join(uitkomsten)
    assert Samenvoeging.objects.count() == 1
    assert sorted(Dossier.objects.values_list("status", flat=True)) == ["lopend", "samengevoegd"]
