"""Before two records become one: what a person chooses, and whom the screen does not believe to be one person."""

from datetime import date

import pytest
from django.db import connection

from cases.enums import Gezinsrol
from cases.models import Dossier, Stuk
from cases.services import gezinnen
from cases.services.samenvoegen import Keuzes, SamenvoegFout, vergelijk, voeg_samen
from pip_plans.intake.services.intake import bewaar_zienswijze, start_intake
from pip_plans.plan.models import PwBeschikking
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier
from tests.pip_plans.plan.hulp import vastgesteld_pip


@pytest.fixture
def hier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)


@pytest.fixture
def daar(cast, time_machine):
    """With an intake that is completed and a PIP that was decided."""
    time_machine.move_to("2026-11-20T09:00:00+00:00", tick=False)
    return vastgesteld_pip(cast).dossier


def samen(cast, hier, daar, keuzes=None):
    wat = {"keuzes": keuzes or Keuzes(), "reden": "paspoort gezien", "door": cast.teamleider, "op": VANDAAG}
    return voeg_samen(blijft=hier, vervallen=daar, **wat)


@pytest.mark.parametrize("telt", ["blijft", "vervallen"])
def test_of_two_intakes_a_person_chooses_and_the_other_can_still_be_read(cast, hier, daar, inloggen, telt):
    intake = start_intake(dossier=hier, datum=VANDAAG, door=cast.consulent, op=VANDAAG)
    bewaar_zienswijze(intake=intake, tekst="Eigen woorden.", door=cast.consulent, op=VANDAAG)
    was = {"blijft": intake.pk, "vervallen": daar.brede_intake.pk}
    with pytest.raises(SamenvoegFout, match="Kies welke telt: Brede intake"):
        samen(cast, hier, daar)

    bewijs = samen(cast, hier, daar, keuzes=Keuzes(enkel={"intake.BredeIntake": telt}))

    ander = "blijft" if telt == "vervallen" else "vervallen"
    connection.check_constraints()
    assert Dossier.objects.get(pk=hier.pk).brede_intake.pk == was[telt]
    assert (bewijs.gebleven["intake.BredeIntake"], Dossier.objects.get(pk=daar.pk).brede_intake.pk) == (
        [was[ander]],
        was[ander],
    )
    antwoord = inloggen(cast.consulent).get(f"/diemen/dossiers/{hier.nummer}/intake/oud/{daar.nummer}/")
    assert (antwoord.status_code, antwoord.content[:5]) == (200, b"%PDF-")


def test_an_empty_intake_never_pushes_a_filled_one_aside(cast, hier, daar):
    start_intake(dossier=hier, datum=VANDAAG, door=cast.consulent, op=VANDAAG)
    vol = daar.brede_intake.pk

    samen(cast, hier, daar)

    assert Dossier.objects.get(pk=hier.pk).brede_intake.pk == vol


def test_a_decision_in_the_pip_never_points_to_a_paper_that_was_left_behind(cast, hier, daar):
    gebruikt = PwBeschikking.objects.get(pip__dossier=daar).stuk
    eigen = Stuk.objects.get(pk=gebruikt.pk)
    eigen.pk, eigen.dossier, eigen._state.adding = None, hier, True
    eigen.save()

    samen(cast, hier, daar)

    connection.check_constraints()
    plek = dict(Stuk.objects.filter(sha256=gebruikt.sha256).values_list("pk", "dossier"))
    assert plek == {gebruikt.pk: hier.pk, eigen.pk: daar.pk}


@pytest.mark.parametrize(
    ("hier_is", "daar_is", "aantal"),
    [
        ({"bsn": "999405615"}, {"bsn": "999284691"}, 1),
        ({"geboortedatum": date(1990, 1, 1)}, {"achternaam": "Wolde"}, 1),
        ({"geboortedatum": date(1990, 1, 1), "achternaam": "Hadad"}, {"achternaam": "Haddad"}, 0),
        (
            {"geboortedatum": date(1990, 1, 1), "achternaam": "Haddad", "voornamen": "Rania"},
            {"achternaam": "Haddad", "voornamen": "Omar"},
            1,
        ),
        ({"bsn": "999405615"}, {"v_nummer": "2900999904"}, 0),
    ],
)
def test_two_clearly_different_people_are_warned_about(cast, hier_is, daar_is, aantal):
    een, ander = (maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG, **wie) for wie in (hier_is, daar_is))
    assert len(vergelijk(blijft=een, vervallen=ander, keuzes=Keuzes(), op=VANDAAG).twee_personen) == aantal


def test_two_partners_of_one_gezin_are_warned_about(cast):
    een, ander = (maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG) for _ in range(2))
    gezinnen.voeg_toe_bij(dossier=ander, ander=een, rol=Gezinsrol.PARTNER, door=cast.consulent, op=VANDAAG)
    een, ander = (Dossier.objects.select_related("inburgeraar").get(pk=rij.pk) for rij in (een, ander))

    (zin,) = vergelijk(blijft=een, vervallen=ander, keuzes=Keuzes(), op=VANDAAG).twee_personen

    assert "samen in één gezin" in zin
