"""What left the house stands as it is in the database itself; a concept does not, and the lawful steps go on."""

import pytest
from django.db import Error, connection, transaction

from cases.services.vernietiging import vernietig
from pip_plans.plan.models import Pip, PipAfspraak, PwBeschikking, Wijziging
from pip_plans.plan.services.advies import breng_uit
from pip_plans.plan.services.bewerken import bewaar_concept
from pip_plans.plan.services.opstellen import stel_op

from .wijziging import HOOFDLIJN, LATER, schrijf, verzend
from .wijziging import begin as begin
from .wijziging import bekend as bekend
from .wijziging import besloten as besloten
from .wijziging import besluit as besluit

ZINNEN = [
    "UPDATE plan_pip SET school = 'anders' WHERE id = %s",
    "UPDATE plan_pip SET status = 'concept', beschikking_id = NULL WHERE id = %s",
    "DELETE FROM plan_pip WHERE id = %s",
    "UPDATE plan_pipafspraak SET hoeveel = '1 uur' WHERE pip_id = %s",
    "DELETE FROM plan_pipafspraak WHERE pip_id = %s",
    "INSERT INTO plan_pipafspraak (pip_id, volgorde, wat, wie, hoeveel, wanneer) VALUES (%s, 9, 'x', 'x', 'x', 'x')",
    "UPDATE plan_pwbeschikking SET kenmerk = 'PW-9' WHERE pip_id = %s",
    "UPDATE plan_pwbeschikking SET stuk_id = NULL WHERE pip_id = %s",
    "DELETE FROM plan_pwbeschikking WHERE pip_id = %s",
]


def geweigerd(zin: str, pip: Pip) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(zin, [pip.pk])
    except Error as fout:
        return "staat_vast" in str(fout) or "Cannot" in str(fout)
    return False


@pytest.mark.parametrize("zin", ZINNEN)
def test_postgresql_itself_refuses_to_rewrite_a_decided_pip(zin, bekend):
    assert geweigerd(zin, bekend)


@pytest.mark.parametrize("zin", [zin for zin in ZINNEN if not zin.startswith("DELETE FROM plan_pip ")])
def test_a_concept_can_still_be_written(zin, compleet):
    assert not geweigerd(zin, compleet)


def test_the_reason_of_a_change_stands_after_the_decision(bekend, begin, besluit):
    pip = schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16)
    Wijziging.objects.filter(pip=pip).update(reden="Beter gezegd.")
    besluit(pip)

    assert geweigerd("UPDATE plan_wijziging SET reden = 'anders' WHERE pip_id = %s", pip)
    assert geweigerd("DELETE FROM plan_wijziging WHERE pip_id = %s", pip)


def test_no_row_moves_from_a_concept_into_a_decided_pip(bekend, begin):
    afspraak = begin(bekend, **HOOFDLIJN).afspraken.first()

    with pytest.raises(Error, match="pip_rij_staat_vast"), transaction.atomic():
        PipAfspraak.objects.filter(pk=afspraak.pk).update(pip=bekend)


def test_an_advice_stands_when_it_was_brought_out(dossier_2013, cast):
    pip = stel_op(dossier=dossier_2013, door=cast.consulent, op=LATER)
    wie = {"door": cast.consulent, "op": LATER}
    pip = bewaar_concept(pip=pip, revisie=0, afspraken=[], gegevens={"motivering": "Oefen met spreken."}, **wie)
    pip = breng_uit(pip=pip, revisie=pip.revisie, **wie)

    assert geweigerd(ZINNEN[0], pip)


def test_a_later_decision_still_replaces_it_and_destruction_still_takes_it(bekend, begin, besluit, cast):
    verzend(besluit(schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16)))
    bekend.beschikking.refresh_from_db()
    assert bekend.beschikking.status == "vervangen"

    vernietig(dossier=bekend.dossier, grondslag="verkeerd dossier", door=cast.beheerder, op=LATER, onterecht=True)
    assert (Pip.objects.count(), PipAfspraak.objects.count(), PwBeschikking.objects.count()) == (0, 0, 0)
