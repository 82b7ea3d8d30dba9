"""Four eyes, the decision, its terms, and making it known; nothing happens twice."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import InternalError

from cases.enums import Kanaal
from cases.models import Beschikking, Dossier
from cases.services.beschikkingen import BeschikkingFout, neem_besluit
from cases.services.dossiers import wijzig_persoon
from cases.services.gebeurtenissen import corrigeer_feit
from cases.services.vernietiging import vernietig
from pip_plans.plan.enums import Handtekening, Pipstatus
from pip_plans.plan.models import Lezing, Pip
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.bekendmaken import (
    handtekening,
    leg_handtekening_vast,
    maak_bekend,
)
from pip_plans.plan.services.beoordelen import bied_aan, geef_terug, ligt_ter_lezing_bij, stel_vast
from pip_plans.plan.services.bewerken import bewaar_concept
from pip_plans.plan.services.gereed import in_de_weg
from pip_plans.plan.services.opstellen import trek_concept_in
from pip_plans.plan.services.situatie import situatie

from .hulp import maak_compleet, pip_ter_lezing, vastgesteld_pip, zet_document_gereed


@pytest.fixture
def ter_lezing(compleet, cast, op) -> Pip:
    return bied_aan(pip=compleet, door=cast.consulent, op=op)


@pytest.fixture
def vastgesteld(ter_lezing, cast, op) -> Pip:
    stel_vast(pip=ter_lezing, revisie=ter_lezing.revisie, door=cast.tweede_lezer, op=op)
    return Pip.objects.get(pk=ter_lezing.pk)


def open_termijnen(dossier: Dossier) -> dict[str, date]:
    return dict(dossier.termijnen.open().values_list("soort", "laatste_dag"))


def test_an_incomplete_concept_is_not_offered(concept, cast, op):
    with pytest.raises(PlanFout, match="Vul in wie het PVT geeft"):
        bied_aan(pip=concept, door=cast.consulent, op=op)


def test_offering_twice_is_offering_once(ter_lezing, cast, op):
    bied_aan(pip=ter_lezing, door=cast.consulent, op=op)

    assert (ter_lezing.status, ter_lezing.aangeboden_op) == (Pipstatus.TER_LEZING, op)
    assert ter_lezing.dossier.gebeurtenissen.filter(soort="PIP_AANGEBODEN").count() == 1


def test_what_is_being_read_cannot_be_changed(ter_lezing, cast, op):
    with pytest.raises(PlanFout, match="bij de tweede lezer"):
        bewaar_concept(pip=ter_lezing, revisie=ter_lezing.revisie, door=cast.consulent, op=op, gegevens={"doel": "x"})


def test_a_return_needs_remarks_and_opens_the_concept_again(ter_lezing, cast, op):
    with pytest.raises(PlanFout, match="wat er anders moet"):
        geef_terug(pip=ter_lezing, opmerkingen=" ", door=cast.tweede_lezer, op=op)
    geef_terug(pip=ter_lezing, opmerkingen="De motivering is te kort.", door=cast.tweede_lezer, op=op)

    pip = Pip.objects.get(pk=ter_lezing.pk)
    assert pip.is_te_wijzigen
    assert (pip.laatste_lezing.lezer, pip.laatste_lezing.opmerkingen) == (
        cast.tweede_lezer,
        "De motivering is te kort.",
    )


def test_nobody_judges_what_she_wrote_on(compleet, cast, op):
    pip = bied_aan(pip=maak_compleet(compleet, door=cast.teamleider), door=cast.consulent, op=op)

    for schrijver in (cast.consulent, cast.teamleider):
        with pytest.raises(PlanFout, match="zelf aan dit PIP geschreven"):
            stel_vast(pip=pip, revisie=pip.revisie, door=schrijver, op=op)


def test_a_colleague_without_the_role_cannot_decide(ter_lezing, cast, op):
    for ander in (cast.collega, cast.buitenstaander):
        with pytest.raises(PlanFout, match="Alleen een tweede lezer of teamleider"):
            stel_vast(pip=ter_lezing, revisie=ter_lezing.revisie, door=ander, op=op)


def test_the_database_sees_four_eyes_and_keeps_readings(ter_lezing, cast, op):
    wie = {"pip": ter_lezing, "lezer": cast.consulent, "opgesteld_door": cast.consulent}
    with pytest.raises(IntegrityError, match="lezing_vier_ogen"), transaction.atomic():
        Lezing.objects.create(**wie, oordeel="akkoord", op=op)
    ter_lezing.schrijvers.add(cast.teamleider)
    with pytest.raises(IntegrityError, match="wie aan een PIP schreef"), transaction.atomic():
        Lezing.objects.create(**wie | {"lezer": cast.teamleider}, oordeel="akkoord", op=op)
    geef_terug(pip=ter_lezing, opmerkingen="x", door=cast.tweede_lezer, op=op)
    with pytest.raises(InternalError), transaction.atomic():
        Lezing.objects.update(opmerkingen="y")


def test_the_reader_decides_on_what_she_read(ter_lezing, cast, op):
    with pytest.raises(PlanFout, match="gewijzigd sinds u het opende"):
        stel_vast(pip=ter_lezing, revisie=ter_lezing.revisie - 1, door=cast.tweede_lezer, op=op)


def test_what_went_missing_in_the_meantime_stops_the_decision(ter_lezing, cast, op):
    persoon = ter_lezing.dossier.inburgeraar
    persoon.straat = persoon.woonplaats = persoon.postcode = persoon.huisnummer = ""
    persoon.save()

    with pytest.raises(PlanFout, match="adres van de inburgeraar"):
        stel_vast(pip=ter_lezing, revisie=ter_lezing.revisie, door=cast.tweede_lezer, op=op)


def test_deciding_freezes_the_letter_and_meets_the_ten_weeks(vastgesteld, cast, op):
    besluit = vastgesteld.beschikking

    assert (besluit.nummer, besluit.dagtekening, besluit.status) == ("PIP-2026-0001", op, "vastgesteld")
    assert besluit.mandaat == "namens het college van burgemeester en wethouders van Diemen, teamleider Sociale Zaken"
    assert besluit.inhoud["ondertekening"] == {"naam": cast.tweede_lezer.naam, "functie": "teamleider Sociale Zaken"}
    assert besluit.document.inhoud == besluit.inhoud
    assert besluit.inhoud["termijn"]["einde"] == "2029-11-20"
    assert open_termijnen(vastgesteld.dossier) == {
        "INBURGERINGSTERMIJN": date(2029, 11, 20),
        "LEERROUTE_WISSEL": date(2028, 5, 20),
        "AANBOD": date(2027, 2, 20),
        "ONTZORGEN": date(2027, 3, 8),
    }
    assert vastgesteld.dossier.termijnen.get(soort="PIP", status="gehaald").gehaald_op == op


def test_the_frozen_letter_says_what_belongs_to_asiel_with_bijstand(vastgesteld):
    inhoud = vastgesteld.beschikking.inhoud

    assert (inhoud["groep"], inhoud["bijstand"], inhoud["ontzorgen"]) == ("asiel", True, True)
    assert inhoud["intensiteit"] == "12 uur les per week, ongeveer 18 maanden lang."
    assert inhoud["pw_beschikkingen"][0]["kenmerk"] == "PW-2026-1187"
    assert inhoud["kenmerk"]["bijlagen"] == [
        "Bijstandsuitkering (PW-2026-1187)", "PIP op één bladzijde (Nederlands)", "PIP op één bladzijde (Tigrinya)",
    ]  # fmt: skip
    assert inhoud["toets"]["uitslag"] == "B1 is haalbaar."
    assert inhoud["begeleiding"][1]["wie"] == "Uw begeleider"


def test_deciding_twice_gives_the_same_decision(vastgesteld, cast, op):
    opnieuw = stel_vast(pip=vastgesteld, revisie=vastgesteld.revisie, door=cast.tweede_lezer, op=op)

    assert opnieuw == vastgesteld.beschikking
    assert Beschikking.objects.count() == vastgesteld.lezingen.count() == 1
    assert vastgesteld.dossier.gebeurtenissen.filter(soort="PIP_VASTGESTELD").count() == 1


def test_a_decided_pip_is_not_withdrawn_as_a_concept(vastgesteld, cast, op):
    with pytest.raises(PlanFout, match="nieuw besluit"):
        trek_concept_in(pip=vastgesteld, reden="toch niet", door=cast.consulent, op=op)


def test_numbers_follow_each_other_per_gemeente(cast, op):
    nummers = [vastgesteld_pip(cast).beschikking.nummer for _ in range(2)]

    assert nummers == ["PIP-2026-0001", "PIP-2026-0002"]


def test_no_decision_without_a_mandate(ter_lezing, cast, op, diemen):
    diemen.mandaat_functie = ""
    diemen.save()

    with pytest.raises(PlanFout, match="functie met mandaat"):
        stel_vast(pip=ter_lezing, revisie=ter_lezing.revisie, door=cast.tweede_lezer, op=op)
    assert Lezing.objects.count() == 0


def test_the_general_service_refuses_a_decision_on_the_own_draft(dossier, cast, op):
    with pytest.raises(BeschikkingFout, match="kan haar niet zelf vaststellen"):
        neem_besluit(
            dossier=dossier, soort="pip", voorvoegsel="PIP", titel="PIP", sjabloon="pip/v1",
            inhoud=lambda nummer: pytest.fail("te ver"), opgesteld_door=cast.consulent, door=cast.consulent, op=op,
        )  # fmt: skip


def bekend(pip, op, datum=None, kanaal=Kanaal.POST):
    return maak_bekend(pip=pip, datum=datum or op, kanaal=kanaal, door=None, op=op)


def test_making_known_waits_for_the_document(vastgesteld, op):
    with pytest.raises(PlanFout, match="nog niet gereed"):
        bekend(vastgesteld, op)


def test_making_known_starts_the_bezwaartermijn_once(vastgesteld, op):
    zet_document_gereed(vastgesteld.beschikking.document)
    for _ in range(2):
        bekend(vastgesteld, op)

    termijn = vastgesteld.dossier.termijnen.open().get(soort="BEZWAAR")
    assert (termijn.aanleiding, termijn.laatste_dag) == ("PIP-2026-0001", date(2027, 1, 4))
    assert vastgesteld.dossier.gebeurtenissen.filter(soort="BESCHIKKING_BEKENDGEMAAKT").count() == 1
    vastgesteld.beschikking.refresh_from_db()
    assert (vastgesteld.beschikking.status, vastgesteld.beschikking.kanaal) == ("bekendgemaakt", "post")
    with pytest.raises(PlanFout, match="al bekendgemaakt op 20 november 2026"):
        bekend(vastgesteld, op, kanaal=Kanaal.UITGEREIKT)
    with pytest.raises(IntegrityError, match="bekendmaking_volgt_feit"), transaction.atomic():
        Beschikking.objects.update(bekendgemaakt_op=date(2026, 11, 1))


def test_a_letter_is_not_sent_before_its_date_nor_tomorrow(vastgesteld, op):
    zet_document_gereed(vastgesteld.beschikking.document)

    with pytest.raises(PlanFout, match="vóór de dagtekening"):
        bekend(vastgesteld, op, op - timedelta(days=1))
    with pytest.raises(PlanFout, match="in de toekomst"):
        bekend(vastgesteld, op, op + timedelta(days=1))


def test_refusing_to_sign_blocks_nothing_and_the_last_reaction_counts(vastgesteld, cast, op):
    wie = {"pip": vastgesteld, "door": cast.consulent}
    leg_handtekening_vast(stand=Handtekening.WEIGERT, datum=op, op=op, **wie)
    later = op + timedelta(days=3)
    leg_handtekening_vast(stand=Handtekening.GEZIEN, datum=later, op=later, **wie)

    assert handtekening(vastgesteld).gegevens["stand"] == "het PIP voor gezien tekende"
    zet_document_gereed(vastgesteld.beschikking.document)
    assert bekend(vastgesteld, op).status == "bekendgemaakt"


def test_a_reader_sees_special_data_only_while_she_reads(ter_lezing, cast, op):
    def ziet(wie):
        rollen = frozenset(wie.aanstellingen.values_list("rol", flat=True))
        return ligt_ter_lezing_bij(dossier=ter_lezing.dossier, medewerker=wie, rollen=rollen)

    assert (ziet(cast.tweede_lezer), ziet(cast.raadpleger), ziet(cast.collega)) == (True, False, False)
    stel_vast(pip=ter_lezing, revisie=ter_lezing.revisie, door=cast.tweede_lezer, op=op)
    assert not ziet(cast.tweede_lezer)


def test_the_pile_of_a_reader_leaves_out_her_own_and_what_she_may_not_see(cast, uithoorn, op):
    pip = pip_ter_lezing(cast)
    pip.schrijvers.add(cast.teamleider)

    def stapel(wie, gemeente=cast.gemeente):
        return list(Pip.objects.te_beoordelen_door(wie, gemeente, op))

    assert stapel(cast.tweede_lezer) == [pip]
    assert stapel(cast.teamleider) == stapel(cast.buitenstaander, uithoorn) == []
    Dossier.objects.update(extra_beschermd=True)
    assert stapel(cast.tweede_lezer) == []


def test_bijstand_that_is_no_fact_cannot_be_attached(compleet, cast, op):
    feit = compleet.dossier.gebeurtenissen.get(soort="BIJSTAND_INGEGAAN")
    corrigeer_feit(gebeurtenis=feit, datum=feit.datum, vervalt=True, toelichting="nee", door=None, op=op)
    with pytest.raises(PlanFout, match="bijstand is niet vastgelegd"):
        bied_aan(pip=compleet, door=cast.consulent, op=op)


def test_the_destruction_service_takes_the_pip_with_everything_below_it(vastgesteld, cast, op):
    vernietig(dossier=vastgesteld.dossier, grondslag="verkeerd dossier", door=cast.beheerder, op=op, onterecht=True)

    assert (Pip.objects.count(), Lezing.objects.count(), Beschikking.objects.count()) == (0, 0, 0)
    assert Pip.pgh_event_model.objects.count() == 0


def test_what_cannot_be_printed_is_named_at_its_field_and_never_decided_on(compleet, cast, op, lettertypen):
    pip = bewaar_concept(
        pip=compleet, revisie=compleet.revisie, door=cast.consulent, op=op, gegevens={"school": "School \u4eba"},
        afspraken=[{"wat": "Lezen\x01", "wie": "U", "hoeveel": "1 uur", "wanneer": "nu"}],
    )  # fmt: skip

    gaten = [rij for rij in in_de_weg(pip, situatie(pip.dossier), op) if "gedrukt" in rij.zin]
    assert [rij.veld for rij in gaten] == ["afspraken", "school"]
    with pytest.raises(PlanFout, match="niet worden gedrukt: \u4eba in \u2018School \u4eba\u2019"):
        bied_aan(pip=pip, door=cast.consulent, op=op)


def test_a_name_that_cannot_be_printed_stops_the_decision_with_a_sentence(compleet, cast, op, lettertypen):
    aangeboden = bied_aan(pip=compleet, door=cast.consulent, op=op)
    wijzig_persoon(dossier=compleet.dossier, persoon={"woonplaats": "Diemen \u4eba"}, door=cast.consulent, op=op)

    with pytest.raises(PlanFout, match="niet worden gedrukt: \u4eba"):
        stel_vast(pip=aangeboden, revisie=aangeboden.revisie, door=cast.tweede_lezer, op=op)
    assert not compleet.dossier.documenten.filter(soort="pip").exists()
