"""Interpreters: ordered, confirmed, cancelled, and what they cost; and who comes to a talk."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.enums import Afspraakuitkomst, Hoedanigheid, Plaatssoort
from cases.models import Afspraak, Tolkopdracht
from cases.services import afspraken, deelnemers, tolken
from cases.services.afspraken import AfspraakFout
from cases.services.deelnemers import Partijgegevens
from tests.fabriek import maak_dossier

from .test_afspraken import OP, gegevens, handelingen, om

MORGEN = OP + timedelta(days=1)
BESTELLING = {"taal": "Tigrinya", "vorm": "locatie", "bureau": "Tolkbureau De Brug", "voorkeur": "v"}


@pytest.fixture
def dossier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=OP)


@pytest.fixture
def afspraak(cast, dossier):
    return afspraken.plan_afspraak(dossier=dossier, gegevens=gegevens(cast), door=cast.consulent, op=OP)


def bestel(afspraak, **anders):
    return tolken.bestel_tolk(afspraak=afspraak, gegevens=BESTELLING | anders, door=afspraak.dossier.consulent, op=OP)


def was_er(afspraak):
    afspraken.leg_uitkomst_vast(
        afspraak=afspraak, uitkomst=Afspraakuitkomst.VERSCHENEN, door=afspraak.dossier.consulent, op=OP
    )


def reken_af(opdracht, minuten=55, kosten_cent=8250, factuur="2026-118", op=MORGEN):
    return tolken.leg_inzet_vast(
        opdracht=opdracht, minuten=minuten, kosten_cent=kosten_cent, factuur=factuur, door=None, op=op
    )


def test_an_interpreter_is_ordered_confirmed_used_and_charged(afspraak, dossier):
    opdracht = bestel(afspraak)
    opdracht = tolken.bevestig_tolk(opdracht=opdracht, kenmerk="DB-4411", door=None, op=OP)
    was_er(afspraak)

    rij = reken_af(opdracht)

    assert (rij.stand, rij.kenmerk, rij.minuten, rij.kosten_cent, rij.factuur) == (
        "bevestigd", "DB-4411", 55, 8250, "2026-118",
    )  # fmt: skip
    assert [g["stand"] for g in handelingen(dossier, "TOLK_GEREGELD")] == ["besteld", "bevestigd"]
    assert "bedrag" not in str(handelingen(dossier, "TOLK_AFGEREKEND"))


def test_the_order_is_proposed_from_the_afspraak_and_the_last_bureau(afspraak, cast, dossier):
    bestel(afspraak)
    telefonisch = afspraken.plan_afspraak(
        dossier=dossier,
        gegevens=gegevens(cast, begin=om(OP, 16), plaatssoort=Plaatssoort.TELEFOON),
        door=None,
        op=OP,
    )

    assert tolken.voorstel(telefonisch) == {"taal": "Tigrinya", "vorm": "telefoon", "bureau": "Tolkbureau De Brug"}


def test_no_interpreter_without_a_language(afspraak):
    with pytest.raises(AfspraakFout, match="welke taal") as fout:
        bestel(afspraak, taal="")

    assert fout.value.veld == "taal"
    with pytest.raises(IntegrityError, match="tolk_met_taal"), transaction.atomic():
        Tolkopdracht.objects.create(afspraak=afspraak, taal="", vorm="locatie", besteld_op=OP)


def test_ordering_twice_is_one_order_and_another_wish_changes_it(afspraak, dossier):
    eerste = bestel(afspraak)

    assert bestel(afspraak).pk == eerste.pk
    assert bestel(afspraak, dialect="Asmara").dialect == "Asmara"
    assert (Tolkopdracht.objects.count(), len(handelingen(dossier, "TOLK_GEREGELD"))) == (1, 2)
    with pytest.raises(IntegrityError, match="tolk_een_per_afspraak"), transaction.atomic():
        Tolkopdracht.objects.create(afspraak=afspraak, taal="Arabisch", vorm="locatie", besteld_op=OP)


def test_minutes_and_cost_come_only_after_the_talk(afspraak):
    opdracht = bestel(afspraak)

    with pytest.raises(AfspraakFout, match="pas na het gesprek"):
        reken_af(opdracht, op=OP)
    was_er(afspraak)
    assert reken_af(opdracht, kosten_cent=None, factuur="", op=OP).is_afgerekend is False


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"minuten": 601}, "minuten"),
        ({"minuten": -1}, "minuten"),
        ({"kosten_cent": 1_000_001}, "kosten"),
        ({"kosten_cent": -5}, "kosten"),
        ({"factuur": " "}, "factuur"),
    ],
)
def test_impossible_numbers_are_refused_at_their_field(afspraak, anders, veld):
    opdracht = bestel(afspraak)
    was_er(afspraak)

    with pytest.raises(AfspraakFout) as fout:
        reken_af(opdracht, **anders)

    assert fout.value.veld == veld


def test_a_cancelled_interpreter_can_be_charged_and_ordered_again(afspraak):
    opdracht = bestel(afspraak)
    with pytest.raises(AfspraakFout, match="waarom"):
        tolken.annuleer_tolk(opdracht=opdracht, reden="", door=None, op=OP)

    tolken.annuleer_tolk(opdracht=opdracht, reden="inburgeraar neemt zelf iemand mee", door=None, op=OP)

    assert reken_af(opdracht, minuten=0, op=OP).is_afgerekend
    assert bestel(afspraak).pk != opdracht.pk
    with pytest.raises(AfspraakFout, match="Bestel opnieuw"):
        tolken.bevestig_tolk(opdracht=opdracht, door=None, op=OP)


def test_another_moment_or_a_cancelled_afspraak_cancels_the_order(afspraak, cast):
    eerste = bestel(afspraak)
    afspraken.wijzig_afspraak(afspraak=afspraak, gegevens={"begin": om(OP, 16)}, door=None, op=OP)
    tweede = bestel(afspraak)
    afspraken.annuleer_afspraak(afspraak=afspraak, reden="consulent ziek", door=None, op=OP)

    redenen = Tolkopdracht.objects.filter(pk__in=[eerste.pk, tweede.pk]).values_list("geannuleerd_reden", flat=True)
    assert list(redenen) == ["de afspraak is verzet", "de afspraak gaat niet door"]
    with pytest.raises(AfspraakFout, match="al geweest of geannuleerd"):
        bestel(afspraak)


def test_totals_are_whole_cents_of_one_month(afspraak, cast, dossier):
    opdracht = bestel(afspraak)
    was_er(afspraak)
    reken_af(opdracht)
    Tolkopdracht.objects.create(
        afspraak=afspraken.plan_afspraak(
            dossier=dossier, gegevens=gegevens(cast, begin=om(date(2026, 12, 1), 9)), door=None, op=OP
        ),
        taal="Tigrinya",
        vorm="locatie",
        besteld_op=OP,
    )

    assert Tolkopdracht.objects.in_maand(date(2026, 11, 1)).totalen() == {
        "aantal": 1, "afgerekend": 1, "geannuleerd": 0, "minuten": 55, "cent": 8250,
    }  # fmt: skip
    assert Tolkopdracht.objects.in_maand(date(2026, 12, 1)).totalen()["cent"] == 0


def kom(afspraak, *wie):
    return deelnemers.bewaar_deelnemers(
        afspraak=afspraak, deelnemers=[Partijgegevens(Hoedanigheid(h), n) for h, n in wie], door=None, op=OP
    )


def test_who_stays_on_the_list_keeps_his_invitation(afspraak, dossier):
    kom(afspraak, ("inburgeraar", ""), ("begeleider", "Els Kramer"))
    deelnemers.meld_uitgenodigd(afspraak=afspraak, hoedanigheden=["begeleider"], op=OP)

    rijen = kom(afspraak, ("begeleider", "Els Kramer"), ("aanbieder", "Nova College"))

    assert {str(rij): rij.uitgenodigd_op for rij in rijen} == {
        "Els Kramer (maatschappelijk begeleider)": OP,
        "Nova College (school of andere aanbieder)": None,
    }
    kom(afspraak, ("begeleider", "Els Kramer"), ("aanbieder", "Nova College"))
    assert len(handelingen(dossier, "DEELNEMERS_GEWIJZIGD")) == 2


@pytest.mark.parametrize("wie", ["partner", "familie"])
def test_nobody_close_comes_to_an_individual_talk(afspraak, cast, wie):
    kom(afspraak, (wie, "Rania"))
    with pytest.raises(AfspraakFout, match="zonder partner, familie of bekenden"):
        afspraken.wijzig_afspraak(afspraak=afspraak, gegevens={"soort": "individueel"}, door=None, op=OP)

    kom(afspraak)
    afspraken.wijzig_afspraak(afspraak=afspraak, gegevens={"soort": "individueel"}, door=None, op=OP)

    with pytest.raises(AfspraakFout, match="Een individueel gesprek"):
        kom(afspraak, (wie, "Rania"))
    assert len(kom(afspraak, ("tolk", ""), ("begeleider", "Els"))) == 2


def test_attendance_is_recorded_on_or_after_the_day(afspraak):
    (rij,) = kom(afspraak, ("coa", "Piet"))
    with pytest.raises(AfspraakFout, match="moet nog komen"):
        deelnemers.leg_aanwezigheid_vast(
            afspraak=afspraak, aanwezig={rij.pk: True}, door=None, op=OP - timedelta(days=1)
        )

    deelnemers.leg_aanwezigheid_vast(afspraak=afspraak, aanwezig={rij.pk: True}, door=None, op=OP)

    assert Afspraak.objects.get().deelnemers.get().aanwezig is True


def test_the_inburgeraar_comes_once(afspraak):
    with pytest.raises(AfspraakFout, match="staat er al bij"):
        kom(afspraak, ("inburgeraar", "Selam"), ("inburgeraar", "Selam Tesfay"))
