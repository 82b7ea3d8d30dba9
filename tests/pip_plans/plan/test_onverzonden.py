"""A decision that was never sent did not work: nothing counts from it (Awb 3:40)."""

from datetime import date

import pytest

from cases.models import Beschikking
from cases.services.duo_portaal import te_melden
from cases.services.termijnen import feiten_van
from inburgering.recht.feiten import Dossierfeiten, FeitSoort, Leerroute, Regime
from inburgering.recht.herroeping import geldige_pips
from pip_plans.plan.enums import Wijzigingssoort
from pip_plans.plan.models import Pip
from pip_plans.plan.services.basis import PlanFout

from .wijziging import HOOFDLIJN, LATER, beslis_herroepen, schrijf, verzend
from .wijziging import begin as begin
from .wijziging import bekend as bekend
from .wijziging import besloten as besloten
from .wijziging import besluit as besluit

SCHRIJFFOUT = {"soort": Wijzigingssoort.VERSCHRIJVING, "reden": "De naam van de school was fout."}


@pytest.fixture
def hersteld(begin, besluit):
    """Mend a slip of the pen in a decision that was not sent; returns the new decision, sent."""

    def herstel(pip: Pip, school: str = "NL Trainingen") -> Beschikking:
        return verzend(besluit(schrijf(begin(pip, **SCHRIJFFOUT), school=school)))

    return herstel


def feiten(dossier) -> Dossierfeiten:
    return Dossierfeiten(regime=Regime.WI2021, feiten=feiten_van(dossier))


def test_every_term_counts_from_the_version_that_was_sent(besloten, hersteld):
    nieuw = hersteld(besloten)

    assert [(pip.datum, pip.tekst("beschikking")) for pip in feiten(besloten.dossier).pips] == [(LATER, nieuw.nummer)]
    assert feiten(besloten.dossier).eerste_pip.gegevens["eerste"] is True
    open_ = dict(besloten.dossier.termijnen.open().values_list("soort", "laatste_dag"))
    assert (open_["INBURGERINGSTERMIJN"], open_["LEERROUTE_WISSEL"]) == (date(2030, 3, 1), date(2028, 9, 1))
    assert besloten.dossier.termijnen.get(soort="PIP", status="gehaald").gehaald_op == LATER
    brief = nieuw.inhoud["termijn"]
    assert (brief["start"], brief["einde"], brief["eerste_pip"]) == ("2027-03-02", "2030-03-01", "")


def test_another_day_alone_is_no_change(besloten, hersteld):
    with pytest.raises(PlanFout, match="Er is nog niets veranderd"):
        hersteld(besloten, school=besloten.school)


def test_the_history_says_why_it_no_longer_counts(besloten, hersteld):
    nieuw = hersteld(besloten)

    weg = besloten.dossier.gebeurtenissen.get(vervalt=True, soort=FeitSoort.PIP_VASTGESTELD.value)
    assert (weg.gegevens["beschikking"], weg.toelichting) == (
        "PIP-2026-0001", f"Nooit verzonden, en vervangen door {nieuw.nummer}.",
    )  # fmt: skip


def test_when_the_version_that_was_sent_is_herroepen_no_pip_was_made(besloten, hersteld, cast):
    verzend(beslis_herroepen(cast, hersteld(besloten)))

    assert geldige_pips(feiten(besloten.dossier)) == ()
    assert te_melden(besloten.dossier, feiten(besloten.dossier)) is None
    assert besloten.dossier.termijnen.open().filter(soort="PIP").exists()


def test_after_herroepen_the_leerroute_is_that_of_the_version_that_stands_again(bekend, begin, besluit, hersteld, cast):
    ander = {"uren_per_week": 16}
    nieuw = hersteld(Pip.objects.get(beschikking=besluit(schrijf(begin(bekend, **HOOFDLIJN), **ander))))
    verzend(beslis_herroepen(cast, nieuw))

    (staat,) = geldige_pips(feiten(bekend.dossier))
    assert (staat.tekst("beschikking"), staat.tekst("leerroute")) == ("PIP-2026-0001", Leerroute.B1)
    assert bekend.dossier.termijnen.get(soort="PIP", status="gehaald").gehaald_op == date(2026, 11, 20)
