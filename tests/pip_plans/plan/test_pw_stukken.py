"""The paper of a decision on bijstand is chosen from what came in, and stays where the PIP needs it."""

import pytest

from cases.enums_stukken import Stukstatus
from cases.services.stukken import StukFout, maak_los
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.beoordelen import bied_aan
from pip_plans.plan.services.bewerken import bewaar_concept
from pip_plans.plan.services.opstellen import stel_op
from pip_plans.plan.services.volledigheid import ontbreekt
from tests.cases.stukken.hulp import pdf, stuur
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier
from tests.pip_plans.plan.hulp import asiel_met_intake, maak_compleet

BESLUIT = {"omschrijving": "Bijstandsuitkering", "datum": VANDAAG, "kenmerk": "PW-2026-1187"}


@pytest.fixture
def pip(cast):
    pip = stel_op(dossier=asiel_met_intake(cast), door=cast.consulent, op=VANDAAG)
    return maak_compleet(pip)


def kies(pip, stuk):
    return bewaar_concept(
        pip=pip,
        revisie=pip.revisie,
        door=pip.opgesteld_door,
        op=VANDAAG,
        gegevens={},
        pw_beschikkingen=[BESLUIT | {"stuk": stuk}],
    )


@pytest.fixture
def stuk(cast, pip):
    return stuur(cast, ("besluit.pdf", pdf(breed=300)), dossier=pip.dossier, onderwerp="bijstand").stukken[0]


def test_a_chosen_paper_cannot_leave_the_dossier_any_more(cast, pip, stuk):
    kies(pip, stuk)

    with pytest.raises(StukFout, match="hoort bij een besluit in het PIP"):
        maak_los(stuk=stuk, reden="Verkeerd", door=cast.consulent, op=VANDAAG)
    assert pip.pw_beschikkingen.get().stuk == stuk


def test_a_paper_of_another_dossier_is_refused(cast, pip):
    ander = maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)
    vreemd = stuur(cast, ("besluit.pdf", pdf()), dossier=ander, onderwerp="bijstand").stukken[0]

    with pytest.raises(PlanFout, match="niet in dit dossier"):
        kies(pip, vreemd)


def test_a_decision_on_bijstand_without_its_paper_holds_the_pip_up(cast, pip):
    kies(pip, None)

    assert [(gemis.veld, "art. 15 lid 3 Wi 2021" in gemis.zin) for gemis in ontbreekt(pip)] == [
        ("pw_beschikkingen", True)
    ]
    with pytest.raises(PlanFout, match="Kies bij elk besluit over bijstand het stuk"):
        bied_aan(pip=pip, door=cast.consulent, op=VANDAAG)


def test_a_paper_that_waits_for_the_scanner_holds_the_pip_up(cast, pip, settings):
    assert ontbreekt(pip) == []
    settings.VIRUSSCANNER = "clamd://127.0.0.1:9"
    wachtend = stuur(cast, ("besluit.pdf", pdf(breed=300)), dossier=pip.dossier, onderwerp="bijstand").stukken[0]
    assert wachtend.status == Stukstatus.WACHT

    kies(pip, wachtend)

    zinnen = [gemis.zin for gemis in ontbreekt(pip) if gemis.veld == "pw_beschikkingen"]
    assert zinnen == ["Een stuk bij een besluit over bijstand is nog niet door de viruscontrole."]


def test_the_editor_offers_the_papers_on_bijstand_and_the_plan_opens_them(cast, inloggen, pip, stuk, time_machine):
    time_machine.move_to("2026-11-20T09:00:00+00:00")
    stuur(cast, ("huur.pdf", pdf(breed=400)), dossier=pip.dossier, omschrijving="huurcontract")
    adres = f"/diemen/dossiers/{pip.dossier.nummer}/pip"
    client = inloggen(cast.consulent)

    keuze = client.get(f"{adres}/afspraken/").content.decode()
    assert "besluit, ontvangen 20-11-2026" in keuze
    assert "huurcontract" not in keuze
    pip = kies(pip, None)
    assert "nog geen stuk gekozen" in client.get(f"{adres}/").content.decode()
    kies(pip, stuk)
    assert f"/binnengekomen/{stuk.pk}/" in client.get(f"{adres}/").content.decode()
