"""What each kind of partner reads of the execution: only what it needs, and never a reason, a refusal or a failure."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.enums import Rol
from cases.models import Dossier
from cases.overlegonderwerpen import onderwerpen
from cases.services.overleg import bewaar_partner
from cases.services.verstrekken import deelbladen
from pip_plans.voortgang.models import Niveaumeting, Weekstaat
from tests.pip_plans.afronding.test_examens import slaag
from tests.pip_plans.gesprekken.bouw import plan as plan_gesprek
from tests.pip_plans.modules.bouw import map_uren, plan, teken
from tests.pip_plans.uitvoering.bouw import OP, maak_aanbieder, maak_contract, met_pip, plaats_nu, voorstel

EIGEN = {"plaatsing", "niveau", "pvt", "map", "gesprek", "examens"}
LES = "B1-route bij NL Training, vanaf 11 januari 2027"


@pytest.fixture
def dossier(cast):
    dossier = met_pip(cast)
    plaatsing = plaats_nu(cast, voorstel(cast, dossier, maak_contract(maak_aanbieder(cast))))
    Weekstaat.objects.create(plaatsing=plaatsing, week=date(2026, 11, 9), uren_map=Decimal("2.5"), door=cast.consulent)
    map_uren(cast, dossier)
    for niveau, dag in (("B1", date(2026, 11, 10)), ("A2", date(2026, 10, 6))):
        Niveaumeting.objects.create(dossier=dossier, vaardigheid="lezen", niveau=niveau, gemeten_op=dag,
                                    door=cast.consulent)  # fmt: skip
    teken(cast, plan(cast, dossier), "geweigerd", "Is ziek.")
    plan(cast, dossier, date(2026, 12, 1))
    for dag in (date(2027, 2, 3), date(2026, 12, 15)):
        plan_gesprek(cast, dossier, dag)
    slaag(dossier)
    slaag(dossier, onderdeel="luisteren", uitslag="niet_geslaagd")
    slaag(dossier, onderdeel="spreken", uitslag="vrijgesteld")
    return dossier


def blad(cast, soort, dossiers):
    gegevens = {"naam": soort, "soort": soort, "actief": True}
    partner = cast.gemeente.overlegpartners.filter(naam=soort).first() or bewaar_partner(
        gemeente=cast.gemeente, gegevens=gegevens, door=cast.consulent
    )
    rijen = Dossier.objects.filter(pk__in=[rij.pk for rij in dossiers]).order_by("pk")
    rijen = list(rijen.select_related("inburgeraar", "consulent", "gemeente"))
    with CaptureQueriesContext(connection) as vragen:
        bladen = deelbladen(partner=partner, dossiers=rijen, op=OP)
    return [{code: waarde for code, _, waarde in rij.regels if code in EIGEN} for rij in bladen], len(vragen)


@pytest.mark.parametrize(
    ("soort", "regels"),
    [
        ("begeleiding", {"plaatsing": LES, "pvt": "gepland op 1 december 2026", "gesprek": "15 december 2026"}),
        ("onderwijs", {"plaatsing": LES, "niveau": "lezen B1", "gesprek": "15 december 2026", "examens": "lezen B1"}),
        ("werk", {"plaatsing": LES, "niveau": "lezen B1", "map": "10,5 uur"}),
        ("sociale_zaken", {"plaatsing": LES}),
        ("zorg", {}),
        ("welzijn", {}),
    ],
)
def test_each_kind_of_partner_reads_its_own_lines(cast, dossier, soort, regels):
    (gelezen,), _ = blad(cast, soort, [dossier])
    assert {code: waarde.lower() for code, waarde in gelezen.items()} == {
        code: waarde.lower() for code, waarde in regels.items()
    }


def test_more_dossiers_ask_no_more_and_an_empty_agenda_has_no_sheets(cast, dossier):
    ander = met_pip(cast)
    (van_een, leeg), vragen = blad(cast, "onderwijs", [dossier, ander])
    assert (bool(van_een), leeg) == (True, {})
    assert blad(cast, "werk", [])[0] == []
    assert blad(cast, "begeleiding", [])[0] == []
    assert blad(cast, "onderwijs", [dossier])[1] == vragen


def test_there_is_a_casusoverleg_on_every_subject_for_who_may_know_of_it():
    codes = [onderwerp.code for onderwerp in onderwerpen([Rol.CONSULENT])]
    assert codes == ["ontzorgen", "pip", "inburgering", "begeleiding", "werk", "afronding", "anders"]
    assert [onderwerp.code for onderwerp in onderwerpen([Rol.SOCIALE_ZAKEN])] == ["ontzorgen"]
    assert onderwerpen([Rol.FINANCIEN]) == []
