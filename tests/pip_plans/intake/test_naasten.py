"""The report of an intake does not name a relative whose dossier is extra protected."""

from cases.enums import Gezinsrol, Hoedanigheid
from cases.services import gezinnen
from cases.services.bescherming import bescherm
from pip_plans.intake.services.verslaginhoud import stel_verslag_op
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier

from .conftest import voer_gesprek


def test_a_report_of_the_intake_leaves_the_name_of_a_protected_relative_out(cast, intake):
    rania, omar = intake.dossier, maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)
    wie = {"door": cast.consulent, "op": VANDAAG}
    gezinnen.voeg_toe_bij(dossier=omar, ander=rania, rol=Gezinsrol.PARTNER, **wie)
    gesprek = voer_gesprek(intake)
    gesprek.aanwezigen.create(naam="Omar Haddad", hoedanigheid=Hoedanigheid.PARTNER)

    def erbij():
        return stel_verslag_op(intake=intake, met_gezondheid=False, **wie).gesprekken[-1].erbij

    assert "Omar Haddad (partner)" in erbij()
    bescherm(dossier=omar, mensen=[], reden="dreiging", **wie)
    assert ("partner" in erbij(), "Omar" in str(erbij())) == (True, False)
