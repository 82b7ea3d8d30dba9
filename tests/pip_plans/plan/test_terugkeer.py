"""Who moved away, whose PIP was withdrawn, and who comes back with a PIP of the other gemeente."""

from datetime import date

import pytest

from inburgering.recht.feiten import FeitSoort
from pip_plans.plan.enums import Intrekkingsgrond, Wijzigingssoort
from pip_plans.plan.models import Pip
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.bewerken import bewaar_concept
from pip_plans.plan.services.intrekken import stel_intrekken_voor, stel_intrekking_vast
from pip_plans.plan.services.volledigheid import ontbreekt
from pip_plans.plan.services.wijzigen import begin_wijziging
from pip_plans.plan.services.wijzigingsregels import Wijzigingsvraag
from tests.fabriek import leg_vast

from .hulp import maak_compleet
from .wijziging import bekend as bekend
from .wijziging import besloten as besloten
from .wijziging import besluit as besluit
from .wijziging import verzend

WEG, ELDERS, TERUG, NU = date(2026, 12, 1), date(2027, 1, 20), date(2027, 3, 1), date(2027, 3, 8)
OPNIEUW = Wijzigingsvraag(soort=Wijzigingssoort.OPNIEUW, reden="U woont weer hier.")


@pytest.fixture
def weg(bekend, cast) -> Pip:
    """A PIP in the B1-route that was withdrawn because of the departure."""
    leg_vast(bekend.dossier, FeitSoort.VERTREK, WEG)
    voorstel = stel_intrekken_voor(
        pip=bekend, grond=Intrekkingsgrond.VERHUISD, motivering="U woont hier niet meer.", door=cast.consulent, op=WEG
    )
    verzend(stel_intrekking_vast(intrekking=voorstel, door=cast.tweede_lezer, op=WEG), WEG)
    return Pip.objects.get(pk=bekend.pk)


def test_the_road_is_closed_while_away_and_open_again_after_coming_back(weg, cast, inloggen):
    client, url = inloggen(cast.consulent), f"/diemen/dossiers/{weg.dossier.nummer}/"
    with pytest.raises(PlanFout, match="uit de gemeente vertrokken"):
        begin_wijziging(vorige=weg, vraag=OPNIEUW, door=cast.consulent, op=NU)
    assert "Er komt geen nieuw PIP" in client.get(f"{url}pip/").text

    leg_vast(weg.dossier, FeitSoort.BRP_INSCHRIJVING, TERUG)
    tab = client.get(f"{url}pip/").text
    assert "Nieuw PIP maken" in tab
    assert "maandag 10 mei 2027" in tab
    assert "De inburgeraar is terug sinds 1 maart 2027" in client.get(url).text
    begin_wijziging(vorige=weg, vraag=OPNIEUW, door=cast.consulent, op=NU)
    assert ("vertrok" in client.get(f"{url}termijnen/").text) is False


def test_the_leerroute_of_the_other_gemeente_is_adopted_and_the_letter_says_so(weg, besluit, cast):
    leg_vast(weg.dossier, FeitSoort.PIP_VORIGE_GEMEENTE, ELDERS, gemeente="Zaanstad", leerroute="Z")
    leg_vast(weg.dossier, FeitSoort.BRP_INSCHRIJVING, TERUG)
    pip = begin_wijziging(vorige=weg, vraag=OPNIEUW, door=cast.consulent, op=NU)
    assert (pip.leerroute, pip.motivering.startswith("In de gemeente Zaanstad volgde u de Z-route.")) == ("Z", True)
    termijn = weg.dossier.termijnen.get(soort="PIP", status="open")
    assert (termijn.code, termijn.start) == ("PIP_VERHUIZING_10W", TERUG)

    pip = maak_compleet(pip, pw=False)
    terug = bewaar_concept(pip=pip, revisie=pip.revisie, door=cast.consulent, op=NU, gegevens={"leerroute": "B1"})
    assert "art. 15 lid 4" in " ".join(rij.zin for rij in ontbreekt(terug) if rij.veld == "leerroute")
    pip = bewaar_concept(pip=terug, revisie=terug.revisie, door=cast.consulent, op=NU, gegevens={"leerroute": "Z"})
    brief = besluit(maak_compleet(pip, pw=False), NU)
    assert brief.inhoud["verhuizing"] == {"gemeente": "Zaanstad", "datum": "2027-01-20"}
    assert brief.inhoud["wijziging"]["einde"] == "ingetrokken"
    assert weg.dossier.termijnen.get(soort="PIP", status="gehaald").gehaald_op == NU


def test_a_withdrawal_because_of_moving_needs_a_departure_that_still_holds(bekend, cast):
    leg_vast(bekend.dossier, FeitSoort.VERTREK, WEG)
    leg_vast(bekend.dossier, FeitSoort.BRP_INSCHRIJVING, TERUG)

    with pytest.raises(PlanFout, match="Vertrek uit de gemeente"):
        stel_intrekken_voor(
            pip=bekend, grond=Intrekkingsgrond.VERHUISD, motivering="U woont hier niet.", door=cast.consulent, op=NU
        )


def test_a_pip_that_stood_all_the_time_takes_over_what_the_other_gemeente_decided(bekend, cast, inloggen):
    leg_vast(bekend.dossier, FeitSoort.VERTREK, WEG)
    leg_vast(bekend.dossier, FeitSoort.PIP_VORIGE_GEMEENTE, ELDERS, gemeente="Zaanstad", leerroute="Z")
    leg_vast(bekend.dossier, FeitSoort.BRP_INSCHRIJVING, TERUG)

    overzicht = inloggen(cast.consulent).get(f"/diemen/dossiers/{bekend.dossier.nummer}/").text
    assert "PIP wijzigen na de terugkeer" in overzicht
