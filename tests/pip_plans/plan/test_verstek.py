"""After three missed oproepen a PIP is decided without a talk and without a result of the test (Wi 14(2), Bi 5.2)."""

from datetime import date

from cases.pdf import maak_html
from cases.services.dossiers import wijzig_persoon
from inburgering.recht.feiten import Leerroute
from pip_plans.intake.services.afronding import rond_af_bij_verstek
from pip_plans.intake.services.intake import start_intake
from pip_plans.plan.services.beoordelen import bied_aan, stel_vast
from pip_plans.plan.services.opstellen import stel_op
from tests.conftest import VANDAAG
from tests.fabriek import asielstatushouder
from tests.pip_plans.intake.conftest import mis_drie_oproepen

from .hulp import ADRES, maak_compleet


def test_three_missed_oproepen_lead_to_a_decided_pip_without_talk_and_test(cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    wijzig_persoon(dossier=dossier, persoon=ADRES | {"geslacht": "v"}, door=cast.consulent, op=VANDAAG)
    intake = start_intake(dossier=dossier, datum=date(2026, 10, 1), door=cast.consulent, op=VANDAAG)
    mis_drie_oproepen(intake)
    rond_af_bij_verstek(intake=intake, door=cast.consulent, op=VANDAAG)
    dossier.refresh_from_db()

    concept = stel_op(dossier=dossier, door=cast.consulent, op=VANDAAG)
    assert concept.motivering == ""  # nobody knows whether B1 can be reached
    pip = maak_compleet(
        concept,
        pw=False,
        leerroute=Leerroute.B1,
        motivering="Uit de gegevens van het COA blijkt dat u tien jaar op school zat.",
        begeleiding="Sanne Visser: helpt u met uw plan.",
    )
    besluit = stel_vast(
        pip=bied_aan(pip=pip, door=cast.consulent, op=VANDAAG),
        revisie=pip.revisie,
        door=cast.tweede_lezer,
        op=VANDAAG,
    )

    assert not intake.gesprekken.exists()
    assert not intake.toetsresultaten.exists()
    tekst = maak_html(besluit.document.sjabloon, besluit.inhoud)
    for deel in ("8 oktober 2026: u kwam niet", "15 oktober 2026: u kwam niet", "22 oktober 2026: u kwam niet"):
        assert deel in tekst
    assert "geen uitslag van een leerbaarheidstoets" in tekst
    assert "drie keer niet verschenen" in tekst
