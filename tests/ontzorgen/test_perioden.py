"""The periods: they follow from decisions, never overlap, and never end or go on by themselves."""

import threading
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from cases.enums import Rol
from cases.models import Document, Dossier
from cases.services.samenvoegen import Keuzes, SamenvoegFout, voeg_samen
from cases.services.termijnen import feiten_per_dossier
from cases.services.vernietiging import vernietig
from inburgering.recht.feiten import FeitSoort
from ontzorgen.enums import Eindreden
from ontzorgen.models import Ontzorgbesluit, Ontzorgperiode
from ontzorgen.querysets_einde import laatste_perioden
from ontzorgen.services.aandacht import stand_van
from ontzorgen.services.besluitbrief import brief
from ontzorgen.services.besluiten import stel_vast
from ontzorgen.services.bijstand import beeindig_bijstand
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.maandrun import leg_vast as leg_maand_vast
from ontzorgen.services.perioden import vastgesteld_na
from ontzorgen.services.voorstellen import stel_56a_voor, stel_57_voor, stel_einde_voor
from tests.fabriek import aangesteld, asielstatushouder
from tests.ontzorgen.bouw import leg_last, periode
from tests.ontzorgen.bouw_betaling import NOV, crediteur, huurder, ontzorgd
from tests.pip_plans.plan.hulp import zet_document_gereed

OP = date(2026, 11, 20)
EINDE = date(2027, 3, 8)


@pytest.fixture
def dossier(cast):
    return asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))


@pytest.fixture
def collega_sz(cast):
    return aangesteld(cast.gemeente, Rol.SOCIALE_ZAKEN)


def test_six_months_from_the_first_day_of_bijstand_and_in_which_months_they_hold(cast, dossier):
    rij = periode(cast, dossier)

    assert (rij.vanaf, rij.tot_en_met, rij.laatste_dag) == (date(2026, 9, 9), EINDE, EINDE)
    maanden = [date(2026, 8, 1), date(2026, 9, 1), date(2027, 3, 1), date(2027, 4, 1)]
    assert [Ontzorgperiode.objects.in_maand(m).exists() for m in maanden] == [False, True, True, False]


def test_an_earlier_end_counts_and_stays(cast, dossier, collega_sz):
    rij = periode(cast, dossier)
    voorstel = stel_einde_voor(
        dossier=dossier, per=date(2026, 12, 1), eindreden=Eindreden.BIJSTAND, motivering="U werkt nu.",
        door=cast.sociale_zaken, op=OP,
    )  # fmt: skip
    assert Ontzorgperiode.objects.in_maand(date(2026, 12, 1)).exists()  # a proposal ends nothing
    stel_vast(besluit=voorstel, door=collega_sz, op=OP)

    rij.refresh_from_db()
    assert (rij.beeindigd_per, rij.laatste_dag, rij.reden) == (
        date(2026, 12, 1), date(2026, 11, 30), "u geen bijstand meer krijgt",
    )  # fmt: skip
    assert not Ontzorgperiode.objects.in_maand(date(2026, 12, 1)).exists()
    assert Ontzorgperiode.objects.in_maand(date(2026, 11, 1)).exists()
    with pytest.raises(IntegrityError, match="einde_met_besluit"), transaction.atomic():
        Ontzorgperiode.objects.update(beeindigd_per=None, reden="")


def test_a_fact_that_changes_ends_nothing_by_itself(cast, dossier):
    rij = periode(cast, dossier)
    beeindig_bijstand(dossier=dossier, datum=date(2026, 11, 1), door=cast.sociale_zaken, op=OP, kenmerk="e")

    rij.refresh_from_db()
    assert rij.beeindigd_per is None
    with pytest.raises(IntegrityError, match="einde_met_besluit"), transaction.atomic():
        Ontzorgperiode.objects.filter(pk=rij.pk).update(beeindigd_per=date(2026, 11, 1), reden="einde bijstand")


def test_longer_than_six_months_only_by_a_decision_on_art_57_with_reasons(cast, dossier, collega_sz):
    rij = periode(cast, dossier)
    with pytest.raises(OntzorgFout, match="Langer ontzorgen kan alleen met artikel 57"):
        stel_56a_voor(dossier=dossier, motivering="Nog eens.", door=cast.sociale_zaken, op=OP)
    verleng = {"dossier": dossier, "tot_en_met": date(2027, 6, 30), "door": cast.sociale_zaken, "op": OP}
    with pytest.raises(OntzorgFout, match="Schrijf op waarom"):
        stel_57_voor(**verleng, motivering="  ")

    stel_vast(besluit=stel_57_voor(**verleng, motivering="Twee maanden huurschuld."), door=collega_sz, op=OP)

    langer = Ontzorgperiode.objects.exclude(pk=rij.pk).get()
    assert (langer.vanaf, langer.tot_en_met) == (date(2027, 3, 9), date(2027, 6, 30))
    with pytest.raises(OntzorgFout, match="hooguit een jaar"):
        stel_57_voor(**verleng | {"tot_en_met": date(2028, 7, 1)}, motivering="Lang.")
    stel_57_voor(**verleng | {"tot_en_met": date(2028, 6, 30)}, motivering="Een jaar met een schrikkeldag.")


def _besluit_zonder_service(cast, dossier, soort, vanaf, tot_en_met, **anders):
    """A decided row as somebody would write it past the services: the beschikking of another decision, copied."""
    voorbeeld = Ontzorgbesluit.objects.get(soort="56a")
    oud = voorbeeld.beschikking
    oud.pk, oud.nummer = None, f"ONT-{soort}-{Ontzorgbesluit.objects.count()}"
    document = voorbeeld.beschikking.document
    document.pk = None
    document.save()
    oud.document = document
    oud.save()
    return Ontzorgbesluit.objects.create(
        dossier=dossier, soort=soort, vanaf=vanaf, tot_en_met=tot_en_met, motivering="x", stand="vastgesteld",
        opgesteld_door=cast.sociale_zaken, opgesteld_op=OP, beschikking=oud, **anders,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("vanaf", "tot_en_met", "regel"),
    [
        (date(2027, 3, 9), date(2027, 6, 30), "zes_maanden"),  # straight on, as if it were a new right
        (date(2027, 5, 1), date(2027, 11, 1), "zes_maanden"),  # a day too long
        (date(2027, 3, 1), date(2027, 6, 30), "een_tegelijk"),  # overlap
    ],
)
def test_the_database_refuses_a_period_that_goes_on_without_art_57_or_overlaps(cast, dossier, vanaf, tot_en_met, regel):
    periode(cast, dossier)
    besluit = _besluit_zonder_service(cast, dossier, "56a", vanaf, tot_en_met)

    with pytest.raises(IntegrityError, match=regel), transaction.atomic():
        Ontzorgperiode.objects.create(dossier=dossier, besluit=besluit, vanaf=vanaf, tot_en_met=tot_en_met)


def test_the_database_refuses_a_period_that_says_something_else_than_its_decision(cast, dossier):
    rij = periode(cast, dossier)
    besluit = _besluit_zonder_service(cast, dossier, "57", date(2027, 3, 9), date(2027, 4, 1), periode=rij)

    with pytest.raises(IntegrityError, match="uit_besluit"), transaction.atomic():
        Ontzorgperiode.objects.create(
            dossier=dossier, besluit=besluit, vanaf=date(2027, 3, 9), tot_en_met=date(2027, 9, 1)
        )


@pytest.mark.django_db(transaction=True)
def test_two_people_on_two_connections_cannot_begin_one_person_twice(cast):
    """Past the services and their locks: the second one waits for the first and is refused by the database."""
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    eerste = periode(cast, dossier)
    dagen = (date(2027, 4, 1), date(2027, 9, 30))
    besluiten = [
        _besluit_zonder_service(cast, dossier, "57", dagen[0], dagen[1], periode=eerste, opmerkingen=str(i)).pk
        for i in range(2)
    ]
    samen, fouten = threading.Barrier(2), []

    def begin(pk):
        try:
            with transaction.atomic():
                samen.wait(timeout=20)
                Ontzorgperiode.objects.create(dossier=dossier, besluit_id=pk, vanaf=dagen[0], tot_en_met=dagen[1])
        except IntegrityError as fout:
            fouten.append(str(fout))
        finally:
            connection.close()

    draden = [threading.Thread(target=begin, args=(pk,)) for pk in besluiten]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=30)

    assert len(fouten) == 1
    assert "ontzorgperiode_een_tegelijk" in fouten[0]
    assert Ontzorgperiode.objects.filter(vanaf=dagen[0]).count() == 1


def test_a_new_right_after_an_end_starts_new_months(cast, dossier, collega_sz):
    periode(cast, dossier)
    beeindig_bijstand(dossier=dossier, datum=date(2026, 11, 1), door=cast.sociale_zaken, op=OP, kenmerk="e")
    voorstel = stel_einde_voor(
        dossier=dossier, per=date(2026, 11, 1), eindreden=Eindreden.BIJSTAND, motivering="U werkt nu.",
        door=cast.sociale_zaken, op=OP,
    )  # fmt: skip
    stel_vast(besluit=voorstel, door=collega_sz, op=OP)

    nieuw = periode(cast, dossier, date(2026, 11, 15))
    assert (nieuw.vanaf, nieuw.tot_en_met) == (date(2026, 11, 15), date(2027, 5, 14))
    assert FeitSoort.BIJSTAND_INGEGAAN.value in {rij.soort for rij in dossier.gebeurtenissen.all()}


def test_a_dossier_is_destroyed_with_its_periods_decisions_and_letters(cast, dossier, collega_sz):
    rij = periode(cast, dossier)
    wie = {"door": cast.sociale_zaken, "op": OP, "motivering": "Huurschuld."}
    stel_vast(besluit=stel_57_voor(dossier=dossier, tot_en_met=date(2027, 6, 30), **wie), door=collega_sz, op=OP)
    stel_einde_voor(dossier=dossier, per=date(2027, 4, 1), eindreden=Eindreden.ANDERS, **wie)
    vernietig(dossier=dossier, grondslag="test", door=cast.beheerder, op=OP, onterecht=True)

    assert not Ontzorgbesluit.objects.exists()
    assert not Ontzorgperiode.objects.filter(pk=rij.pk).exists()
    assert not Document.objects.filter(soort__startswith="ontzorgen").exists()


def test_two_records_of_one_person_with_months_on_the_same_days_are_not_merged_unseen(cast, dossier):
    ander = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    for rij in (dossier, ander):
        periode(cast, rij)

    with pytest.raises(SamenvoegFout, match="worden op 9 september 2026 ontzorgd"):
        voeg_samen(blijft=dossier, vervallen=ander, keuzes=Keuzes(), reden="dubbel", door=cast.teamleider, op=OP)


def test_a_period_in_which_a_month_was_fixed_has_held_and_the_reader_is_told_of_later_ones(cast, collega_sz, inloggen):
    dossier, _ = huurder(cast, crediteur(cast))
    leg_maand_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    einde = {"dossier": dossier, "eindreden": Eindreden.ANDERS, "motivering": "Fout.", "door": cast.sociale_zaken}

    with pytest.raises(OntzorgFout, match="November 2026 is al vastgesteld, dus er is ontzorgd") as fout:
        stel_einde_voor(per=date(2026, 9, 9), op=OP, **einde)
    assert fout.value.veld == "per"
    voorstel = stel_einde_voor(per=date(2026, 10, 5), op=OP, **einde)
    adres = f"/diemen/dossiers/{dossier.nummer}/ontzorgen/besluiten/{voorstel.pk}/"
    assert "is een maand al vastgesteld: november 2026" in inloggen(collega_sz).get(adres).content.decode()


def test_who_decides_is_told_that_the_bijstand_of_the_reason_still_runs(cast, dossier, collega_sz, inloggen):
    periode(cast, dossier)
    voorstel = stel_einde_voor(
        dossier=dossier, per=date(2026, 12, 1), eindreden=Eindreden.BIJSTAND, motivering="Werk.",
        door=cast.sociale_zaken, op=OP,
    )  # fmt: skip
    adres = f"/diemen/dossiers/{dossier.nummer}/ontzorgen/besluiten/{voorstel.pk}/"
    assert "De bijstand loopt nog" in inloggen(collega_sz).get(adres).content.decode()

    beeindig_bijstand(dossier=dossier, datum=OP, door=cast.sociale_zaken, op=OP, kenmerk="e-1")
    assert "De bijstand loopt nog" not in inloggen(collega_sz).get(adres).content.decode()


def test_one_decision_ends_a_period_and_the_extension_that_had_to_follow(cast, dossier, collega_sz, inloggen):
    eerste = periode(cast, dossier)
    verlenging = stel_57_voor(
        dossier=dossier, tot_en_met=date(2027, 5, 31), motivering="Schulden.", door=cast.sociale_zaken, op=OP
    )
    nummer = stel_vast(besluit=verlenging, door=collega_sz, op=OP).nummer
    einde = {"dossier": dossier, "eindreden": Eindreden.BIJSTAND, "motivering": "Werk.", "door": cast.sociale_zaken}
    voorstel = stel_einde_voor(per=date(2026, 12, 1), op=OP, **einde)
    basis = f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"
    gelezen = inloggen(collega_sz).get(f"{basis}besluiten/{voorstel.pk}/").content.decode()
    assert "De verlenging van 9 maart 2027 tot en met 31 mei 2027 gaat met dit besluit niet door" in gelezen
    assert brief(voorstel, "ONT-1", "A", OP).verlengingen == (nummer,)

    stel_vast(besluit=voorstel, door=collega_sz, op=OP)
    eerste.refresh_from_db()
    assert eerste.laatste_dag == date(2026, 11, 30)
    assert not Ontzorgperiode.objects.in_dagen(date(2026, 12, 1), date(2027, 12, 1)).exists()
    assert "Niet doorgegaan omdat u geen bijstand meer krijgt" in inloggen(collega_sz).get(basis).content.decode()
    assert laatste_perioden(Ontzorgperiode.objects.all(), Dossier.objects.all()).get() == eerste


def test_the_letter_of_an_extension_that_did_not_go_through_is_asked_for_nowhere(cast, dossier, collega_sz, inloggen):
    periode(cast, dossier)
    wie = {"dossier": dossier, "motivering": "Schulden.", "door": cast.sociale_zaken, "op": OP}
    langer = stel_57_voor(tot_en_met=date(2027, 5, 31), **wie)
    nummer = stel_vast(besluit=langer, door=collega_sz, op=OP).nummer
    client, basis = inloggen(collega_sz), f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"

    def gevraagd():
        stand = stand_van(dossier=dossier, feiten=feiten_per_dossier([dossier])[dossier.pk], op=OP)
        lijst = client.get("/diemen/ontzorgen/besluiten/").context["te_versturen"]
        return [[rij.soort for rij in lijst], [vraag.besluit.soort for vraag in stand.aandacht if vraag.besluit]]

    assert gevraagd() == [["56a", "57"], ["57", "56a"]]
    stel_vast(besluit=stel_einde_voor(per=date(2026, 12, 1), eindreden=Eindreden.ANDERS, **wie), door=collega_sz, op=OP)
    assert gevraagd() == [["56a", "einde"], ["einde", "56a"]]
    langer.refresh_from_db()
    zet_document_gereed(langer.beschikking.document)
    assert "Verstuur deze brief niet meer" in client.get(f"{basis}besluiten/{langer.pk}/").content.decode()
    assert f"Besluit {nummer} is nog niet verstuurd" not in client.get(basis).content.decode()


def test_a_month_of_a_household_that_he_left_before_it_is_not_his(cast):
    dossier, eenheid = huurder(cast, crediteur(cast))
    leg_maand_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    assert vastgesteld_na(dossier, date(2026, 10, 5)) == [NOV]

    eenheid.leden.update(tot=date(2026, 10, 31))
    assert vastgesteld_na(dossier, date(2026, 10, 5)) == []


def test_an_extension_in_which_a_month_was_fixed_has_held(cast, collega_sz):
    dossier, eenheid = ontzorgd(cast, date(2026, 5, 9))
    leg_last(cast, eenheid, crediteur(cast))
    wie = {"dossier": dossier, "motivering": "Schulden.", "door": cast.sociale_zaken, "op": OP}
    stel_vast(besluit=stel_57_voor(tot_en_met=date(2026, 12, 31), **wie), door=collega_sz, op=OP)
    leg_maand_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)

    with pytest.raises(OntzorgFout, match=r"November 2026 is al vastgesteld.*een dag na 9 november 2026"):
        stel_einde_voor(per=date(2026, 11, 1), eindreden=Eindreden.BIJSTAND, **wie)
