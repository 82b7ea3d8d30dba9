"""A slip of the pen puts words right, and changes nothing of what is given or asked."""

import pytest

from pip_plans.plan.enums import Wijzigingssoort
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.schrijffout import geen_schrijffout

from .wijziging import HOOFDLIJN, schrijf
from .wijziging import begin as begin
from .wijziging import bekend as bekend
from .wijziging import besloten as besloten
from .wijziging import besluit as besluit

FOUT = {"soort": Wijzigingssoort.VERSCHRIJVING, "reden": "Er stond een typefout in."}


def test_hours_months_school_and_map_are_no_slip_of_the_pen(bekend, begin, besluit):
    anders = {"uren_per_week": 20, "duur_maanden": 30, "school": "ROC van Amsterdam", "map_uren": 400}
    pip = schrijf(begin(bekend, **FOUT), **anders)

    with pytest.raises(PlanFout, match=r"Uren les per week: was ‘12’, wordt ‘20’\. Dit is geen schrijffout"):
        besluit(pip)
    assert {gebrek.veld for gebrek in geen_schrijffout(pip, bekend)} == set(anders)
    besluit(schrijf(begin_anders(pip, begin, bekend), **anders))


def begin_anders(pip, begin, vorige):
    pip.delete()
    return begin(vorige, **HOOFDLIJN)


@pytest.mark.parametrize("anders", [{"school": "NL Trainingen"}, {"map_wanneer": "in het derde jaar."}])
def test_a_typing_error_and_a_date_are_put_right(bekend, begin, besluit, anders):
    brief = besluit(schrijf(begin(bekend, **FOUT), **anders)).inhoud

    assert [punt["wordt"] for punt in brief["wijziging"]["punten"]]


def test_a_number_in_a_text_and_another_afspraak_are_no_slip_of_the_pen(bekend, begin):
    pip = begin(bekend, **FOUT)
    rij = pip.afspraken.first()
    rij.hoeveel = "99 uur"
    rij.save()
    assert "Afspraak 1, Hoeveel" in next(geen_schrijffout(pip, bekend)).zin

    rij.delete()
    assert "Het aantal afspraken was" in next(geen_schrijffout(pip, bekend)).zin
