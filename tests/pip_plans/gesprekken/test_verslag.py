"""Reports, agreements and staying away: what the services keep and refuse."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from cases.enums import Afspraakuitkomst
from cases.services.afspraken import leg_uitkomst_vast
from pip_plans.gesprekken.enums import Nakoming, Verzuim
from pip_plans.gesprekken.models import Gespreksafspraak, Gespreksverslag
from pip_plans.gesprekken.services.afspraken import handel_af, spreek_af
from pip_plans.gesprekken.services.fout import GesprekFout, GewijzigdDoorAnder
from pip_plans.gesprekken.services.verslag import beoordeel_verzuim, schrijf_verslag
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier

from .bouw import gehouden, plan

GOED, NIET_GOED = Verzuim.GEOORLOOFD, Verzuim.ONGEOORLOOFD


@pytest.fixture
def dossier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 9, 1))


@pytest.fixture
def gesprek(cast, dossier):
    return gehouden(cast, dossier, VANDAAG)


def zinnen(dossier):
    soorten = dossier.gebeurtenissen.filter(soort__startswith="GESPREK").order_by("pk")
    return [(rij.soort, rij.gegevens.get("wat")) for rij in soorten]


def test_a_report_is_kept_and_the_history_does_not_say_what_was_said(cast, dossier, gesprek):
    wie = {"gesprek": gesprek, "door": cast.consulent, "op": VANDAAG}
    schrijf_verslag(verslag="Het gaat goed.\r\nDe les is leuk. ", revisie=0, **wie)
    schrijf_verslag(verslag="Het gaat goed.\nDe les is leuk.", revisie=0, **wie)

    assert Gespreksverslag.objects.get().verslag == "Het gaat goed.\nDe les is leuk."
    assert zinnen(dossier) == [("GESPREK_VERSLAG", None)]


def test_two_people_keep_each_others_text(cast, gesprek):
    wie = {"gesprek": gesprek, "op": VANDAAG}
    schrijf_verslag(verslag="Van Sanne", revisie=0, door=cast.consulent, **wie)

    with pytest.raises(GewijzigdDoorAnder) as fout:
        schrijf_verslag(verslag="Van de collega", revisie=0, door=cast.collega, **wie)
    assert fout.value.huidig.verslag == "Van Sanne"

    schrijf_verslag(verslag="Van beiden", revisie=1, door=cast.collega, **wie)
    assert Gespreksverslag.objects.get().verslag == "Van beiden"


@pytest.mark.django_db(transaction=True)
def test_two_people_who_save_at_the_same_moment_lose_nothing(cast):
    gesprek = gehouden(cast, maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG), VANDAAG)
    start = Barrier(2)

    def bewaar(wie):
        try:
            start.wait(timeout=10)
            schrijf_verslag(gesprek=gesprek, verslag=f"Van {wie.pk}", revisie=0, door=wie, op=VANDAAG)
            return "bewaard"
        except GewijzigdDoorAnder:
            return "geweigerd"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as draden:
        assert sorted(draden.map(bewaar, (cast.consulent, cast.collega), timeout=60)) == ["bewaard", "geweigerd"]
    assert Gespreksverslag.objects.get().revisie == 1


@pytest.mark.parametrize("uitkomst", ["", "afgemeld", "niet_verschenen"])
def test_only_of_who_came_there_is_a_report_or_an_agreement(cast, dossier, uitkomst):
    gesprek = gehouden(cast, dossier, VANDAAG, uitkomst) if uitkomst else plan(cast, dossier, VANDAAG)
    wie = {"gesprek": gesprek, "door": cast.consulent, "op": VANDAAG}

    with pytest.raises(GesprekFout, match="waar de inburgeraar was"):
        schrijf_verslag(verslag="Iets", revisie=0, **wie)
    with pytest.raises(GesprekFout, match="waar de inburgeraar was"):
        spreek_af(wat="Iets", eigenaar=cast.consulent, uiterlijk=VANDAAG, door_inburgeraar=False, **wie)


def test_an_afspraak_of_another_kind_is_no_voortgangsgesprek(cast, dossier):
    ander = plan(cast, dossier, VANDAAG, soort="overig")
    leg_uitkomst_vast(afspraak=ander, uitkomst=Afspraakuitkomst.VERSCHENEN, door=cast.consulent, op=VANDAAG)

    with pytest.raises(GesprekFout, match="geen voortgangsgesprek"):
        schrijf_verslag(gesprek=ander, verslag="Iets", revisie=0, door=cast.consulent, op=VANDAAG)


def test_staying_away_is_judged_with_a_reason_and_may_be_judged_again(cast, dossier):
    gesprek = gehouden(cast, dossier, VANDAAG, "niet_verschenen")
    wie = {"gesprek": gesprek, "door": cast.consulent, "op": VANDAAG}

    with pytest.raises(GesprekFout):
        beoordeel_verzuim(verzuim=NIET_GOED, reden="  ", **wie)
    beoordeel_verzuim(verzuim=NIET_GOED, reden="Geen bericht", **wie)
    beoordeel_verzuim(verzuim=NIET_GOED, reden="Geen bericht", **wie)
    beoordeel_verzuim(verzuim=GOED, reden="De brief ging naar het oude adres", **wie)

    assert zinnen(dossier) == [("GESPREK_VERZUIM", "ongeoorloofd"), ("GESPREK_VERZUIM", "geoorloofd")]


def test_who_came_after_all_gets_a_report_in_the_place_of_the_judgement(cast, dossier):
    gesprek = gehouden(cast, dossier, VANDAAG, "niet_verschenen")
    wie = {"door": cast.consulent, "op": VANDAAG}
    verslag = beoordeel_verzuim(gesprek=gesprek, verzuim=NIET_GOED, reden="Geen bericht", **wie)
    leg_uitkomst_vast(afspraak=gesprek, uitkomst=Afspraakuitkomst.VERSCHENEN, **wie)

    schrijf_verslag(gesprek=gesprek, verslag="Hij kwam later", revisie=verslag.revisie, **wie)

    rij = Gespreksverslag.objects.get()
    assert (rij.verslag, rij.verzuim, rij.reden) == ("Hij kwam later", "", "")


def test_an_agreement_has_an_owner_who_can_open_it_and_a_day_that_can_still_be_met(cast, gesprek):
    def maak(**anders):
        velden = {"wat": "Belt de school", "eigenaar": cast.collega, "uiterlijk": VANDAAG, "door_inburgeraar": False}
        return spreek_af(gesprek=gesprek, door=cast.consulent, op=VANDAAG, **velden | anders)

    eerste = maak()
    assert maak().pk == eerste.pk
    with pytest.raises(GesprekFout, match="is er al"):
        maak(uiterlijk=date(2026, 12, 1))
    with pytest.raises(GesprekFout, match="mag dit dossier niet zien"):
        maak(eigenaar=cast.buitenstaander)
    with pytest.raises(GesprekFout, match="al voorbij"):
        maak(uiterlijk=date(2026, 11, 19))
    with pytest.raises(GesprekFout):
        maak(wat="  ")
    assert Gespreksafspraak.objects.count() == 1


def test_an_agreement_is_done_once_and_its_outcome_can_be_put_right(cast, dossier, gesprek):
    rij = spreek_af(
        gesprek=gesprek, wat="Schrijft zich in", eigenaar=cast.consulent, uiterlijk=VANDAAG, door_inburgeraar=True,
        door=cast.consulent, op=VANDAAG,
    )  # fmt: skip
    wie = {"afspraak": rij, "door": cast.collega, "op": VANDAAG}
    handel_af(uitkomst=Nakoming.NAGEKOMEN, **wie)
    handel_af(uitkomst=Nakoming.NAGEKOMEN, **wie)
    handel_af(uitkomst=Nakoming.NIET_NAGEKOMEN, toelichting="Toch niet", **wie)

    rij.refresh_from_db()
    assert (rij.uitkomst, rij.afgehandeld_door) == ("niet_nagekomen", cast.collega)
    assert [wat for soort, wat in zinnen(dossier) if soort == "GESPREK_AFSPRAAK_AF"] == ["gedaan", "niet gedaan"]


def test_the_database_keeps_reports_and_agreements_whole(cast, gesprek):
    verslag = {"afspraak": gesprek, "door": cast.consulent, "bewaard_op": VANDAAG}
    afspraak = {"gesprek": gesprek, "eigenaar": cast.consulent, "uiterlijk": VANDAAG, "door": cast.consulent}
    fout = [
        (Gespreksverslag, verslag),
        (Gespreksverslag, verslag | {"verslag": "Iets", "verzuim": GOED, "reden": "x"}),
        (Gespreksverslag, verslag | {"verzuim": GOED}),
        (Gespreksafspraak, afspraak),
        (Gespreksafspraak, afspraak | {"wat": "Iets", "uitkomst": Nakoming.NAGEKOMEN}),
    ]
    for model, velden in fout:
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(**velden)
