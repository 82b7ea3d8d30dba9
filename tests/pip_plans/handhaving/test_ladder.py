"""The ladder: no rung is skipped, by the services and by the database; every rung has a way out."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from cases.models import Document
from pip_plans.handhaving.enums import Einde, Gedraging, Trede, Zienswijzesoort
from pip_plans.handhaving.models import Handhavingszaak
from pip_plans.handhaving.services import brieven as diensten
from pip_plans.handhaving.services.basis import HandhavingFout
from pip_plans.handhaving.services.zaken import beeindig, einden
from pip_plans.intake.services.intake import start_intake
from tests.pip_plans.intake.conftest import kwam_niet, roep_op

from .hulp import (
    AANGEZEGD,
    BESLIST,
    GEZIEN,
    TOT,
    ZIENSWIJZE_TOT,
    aangezegd,
    bekend,
    besloten,
    geconstateerd,
    gehoord,
    gewaarschuwd,
    gezinsmigrant,
    statushouder,
    tot_voorstel,
)


@pytest.fixture
def dossier(cast):
    return gezinsmigrant(cast)


def forceer(zaak: Handhavingszaak, **velden: object) -> None:
    with transaction.atomic():
        Handhavingszaak.objects.filter(pk=zaak.pk).update(**velden)


@pytest.mark.parametrize("trede", [Trede.VOORNEMEN, Trede.ZIENSWIJZE, Trede.VOORSTEL, Trede.BESLUIT, Trede.BETAALD])
def test_the_database_lets_no_rung_be_skipped(cast, dossier, trede):
    zaak = geconstateerd(cast, dossier, Gedraging.INTAKE)
    with pytest.raises(DatabaseError, match="handhaving_"):
        forceer(zaak, trede=trede)


def test_the_database_begins_every_case_on_the_first_rung(cast, dossier):
    zaak = geconstateerd(cast, dossier)
    zaak.pk, zaak.nummer, zaak.trede = None, "HZ-2026-9999", Trede.WAARSCHUWING
    zaak.waarschuwing = Document.objects.create(
        gemeente=cast.gemeente, dossier=dossier, soort="x", titel="x", sjabloon="x/v1", inhoud={}
    )
    zaak.gewaarschuwd_op = zaak.waarschuwing_tot = GEZIEN
    with pytest.raises(DatabaseError, match="begint met de constatering"), transaction.atomic():
        zaak.save(force_insert=True)


def test_the_database_asks_for_what_belongs_on_a_rung(cast, dossier):
    zaak = geconstateerd(cast, dossier)
    with pytest.raises(IntegrityError, match="handhaving_eerst_gewaarschuwd"):
        forceer(zaak, trede=Trede.WAARSCHUWING)
    with pytest.raises(IntegrityError, match="handhaving_eerst_voornemen"):
        forceer(zaak, trede=Trede.VOORNEMEN)
    zaak = aangezegd(cast, zaak)
    with pytest.raises(IntegrityError, match="handhaving_eerst_gehoord"):
        forceer(zaak, trede=Trede.ZIENSWIJZE, zienswijze_soort="geen", zienswijze_op=zaak.zienswijze_tot)
    with pytest.raises(IntegrityError, match="handhaving_eerst_gewogen"):
        forceer(gehoord(cast, zaak), trede=Trede.VOORSTEL, bescherming=False, bedrag=25_00)


def test_the_database_refuses_a_change_of_what_lies_behind(cast, dossier):
    zaak = tot_voorstel(cast, dossier)
    for veld, waarde in (
        ("gedrag_op", date(2026, 9, 1)), ("waarschuwing_tot", TOT - timedelta(days=1)),
        ("zienswijze_tot", ZIENSWIJZE_TOT + timedelta(days=7)), ("zienswijze", "Iets anders."),
    ):  # fmt: skip
        with pytest.raises(DatabaseError, match="Cannot update"):
            forceer(zaak, **{veld: waarde})
    with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
        zaak.delete()


def test_art_14_wi_asks_for_a_warning_before_a_fine_about_the_intake(cast, dossier):
    zaak = geconstateerd(cast, dossier, Gedraging.INTAKE)
    with pytest.raises(HandhavingFout, match="schriftelijke waarschuwing"):
        aangezegd(cast, zaak)
    zaak = gewaarschuwd(cast, zaak)
    with pytest.raises(HandhavingFout, match="Wacht dat af"):
        aangezegd(cast, zaak, TOT)
    assert aangezegd(cast, zaak, TOT + timedelta(days=1)).trede == Trede.VOORNEMEN


def test_about_the_pip_a_warning_is_practice_and_can_be_left_out(cast, dossier):
    zaak = aangezegd(cast, geconstateerd(cast, dossier))
    assert (zaak.trede, zaak.waarschuwing_id) == (Trede.VOORNEMEN, None)


def test_the_warning_may_stand_in_an_oproep_that_was_missed(cast, dossier):
    intake = start_intake(dossier=dossier, datum=date(2026, 8, 1), door=cast.consulent, op=date(2026, 8, 1))
    eerste = kwam_niet(roep_op(intake, dag=date(2026, 8, 12)), geldige_reden=False)
    tweede = kwam_niet(roep_op(intake, dag=date(2026, 9, 8)), geldige_reden=False)
    zaak = geconstateerd(cast, dossier, Gedraging.INTAKE)
    assert [rij.oproep.pk for rij in diensten.oproepwaarschuwingen(zaak)] == [tweede.pk]
    with pytest.raises(HandhavingFout, match="staat geen waarschuwing"):
        diensten.neem_oproep_over(zaak=zaak, oproep=eerste, door=cast.consulent, op=GEZIEN)
    zaak = diensten.neem_oproep_over(zaak=zaak, oproep=tweede, door=cast.consulent, op=GEZIEN)
    assert (zaak.waarschuwing_id, zaak.waarschuwing_tot) == (tweede.document_id, date(2026, 9, 8))


def test_the_voornemen_gives_two_weeks_and_starts_the_thirteen_weeks_to_decide(cast, dossier):
    zaak = aangezegd(cast, geconstateerd(cast, dossier))
    assert zaak.zienswijze_tot == ZIENSWIJZE_TOT
    assert zaak.voornemen.inhoud["tot"] == "2026-10-12"
    termijn = dossier.termijnen.get(soort="BOETE_BESLIS")
    assert (termijn.start, termijn.laatste_dag) == (AANGEZEGD, date(2026, 12, 28))


def test_no_answer_counts_only_when_the_term_is_past(cast, dossier):
    zaak = aangezegd(cast, geconstateerd(cast, dossier))
    velden = {"zaak": zaak, "soort": Zienswijzesoort.GEEN, "tekst": "", "door": cast.consulent}
    with pytest.raises(HandhavingFout, match="Reageren kan nog"):
        diensten.leg_zienswijze_vast(datum=ZIENSWIJZE_TOT, op=ZIENSWIJZE_TOT, **velden)
    dag = ZIENSWIJZE_TOT + timedelta(days=1)
    zaak = diensten.leg_zienswijze_vast(datum=dag, op=dag, **velden)
    assert zaak.zienswijze_soort == "geen"
    later = velden | {"zaak": zaak, "soort": Zienswijzesoort.SCHRIFTELIJK, "tekst": "Toch dit."}
    assert diensten.leg_zienswijze_vast(datum=dag, op=dag, **later).zienswijze == "Toch dit."


def test_every_rung_before_the_decision_can_end_without_a_fine_and_the_terms_lapse(cast, dossier):
    zaken = [geconstateerd(cast, dossier, gedrag_op=date(2026, 9, 1))]
    zaken.append(gewaarschuwd(cast, geconstateerd(cast, dossier, gedrag_op=date(2026, 9, 2))))
    zaken.append(aangezegd(cast, geconstateerd(cast, dossier, gedrag_op=date(2026, 9, 3))))
    zaken.append(gehoord(cast, aangezegd(cast, geconstateerd(cast, dossier, gedrag_op=date(2026, 9, 4)))))
    zaken.append(tot_voorstel(cast, dossier))
    for zaak in zaken:
        with pytest.raises(HandhavingFout, match="waarom de zaak eindigt"):
            beeindig(zaak=zaak, einde=Einde.NAGEKOMEN, waarom=" ", door=cast.consulent, op=BESLIST)
        klaar = beeindig(zaak=zaak, einde=Einde.NAGEKOMEN, waarom="Hij komt nu.", door=cast.consulent, op=BESLIST)
        assert klaar.stand == "beëindigd zonder boete"
        with pytest.raises(HandhavingFout, match="kan niets meer bij"):
            gewaarschuwd(cast, klaar)
    assert not dossier.termijnen.filter(soort="BOETE_BESLIS", status="open").exists()


def test_after_the_decision_only_the_teamleider_ends_it_and_a_fine_that_holds_is_not_herroepen(cast, dossier):
    zaak = tot_voorstel(cast, dossier)
    besluit = besloten(cast, zaak)
    zaak.refresh_from_db()
    assert einden(zaak) == ()  # first sent, or kept back
    bekend(cast, besluit)
    wie = {"zaak": zaak, "waarom": "Geen inkomen.", "op": BESLIST}
    with pytest.raises(HandhavingFout, match="niet met uw rol"):
        beeindig(einde=Einde.ONINBAAR, door=cast.consulent, **wie)
    with pytest.raises(HandhavingFout, match="geldt nog"):
        beeindig(einde=Einde.HERROEPEN, door=cast.teamleider, **wie)
    with pytest.raises(HandhavingFout, match="past niet"):
        beeindig(einde=Einde.NAGEKOMEN, door=cast.teamleider, **wie)
    assert beeindig(einde=Einde.ONINBAAR, door=cast.teamleider, **wie).stand == "beëindigd"
    assert dossier.termijnen.get(soort="BETALING_BOETE").status == "vervallen"


def test_one_conduct_on_one_day_has_one_case_and_the_act_of_2013_has_none(cast, dossier):
    geconstateerd(cast, dossier)
    with pytest.raises(HandhavingFout, match="loopt al een zaak"):
        geconstateerd(cast, dossier)
    oud = statushouder(cast)
    oud.regime = "WI2013"
    with pytest.raises(HandhavingFout, match="Wet inburgering 2013"):
        geconstateerd(cast, oud)
    with pytest.raises(HandhavingFout, match="niet met uw rol"):
        geconstateerd(cast, dossier, door=cast.teamleider, gedrag_op=date(2026, 9, 1))
