"""A change of a PIP from before this system is herroepen: then that PIP stands again, everywhere."""

import pytest

from cases.deelgegevens import Deelbeeld, deelgegevens
from cases.models import Dossier
from cases.panelen import stapwoorden
from cases.services.bezwaar.basis import BezwaarFout
from cases.services.duo_portaal import te_melden
from cases.services.termijnen import feiten_per_dossier
from pip_plans.plan.enums import Wijzigingssoort
from pip_plans.plan.models import Pip
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.intrekken import stel_intrekken_voor, stel_intrekking_vast
from pip_plans.plan.services.versies import EerderPip, eerder_pip
from pip_plans.plan.services.wijzigen import begin_wijziging
from pip_plans.plan.services.wijzigingsregels import Wijzigingsvraag
from tests.cases.bezwaar.hulp import besluit as los_besluit
from tests.conftest import VANDAAG

from .hulp import maak_compleet
from .test_wijzigen_van_eerder import PIP_OP
from .test_wijzigen_van_eerder import begin as begin
from .test_wijzigen_van_eerder import overgenomen as overgenomen
from .wijziging import NAAR_Z, beslis_herroepen, verzend
from .wijziging import besluit as besluit

BEKEND = {"eerder_nummer": "2026/118", "eerder_leerroute": "B1"}
OPNIEUW = {"soort": Wijzigingssoort.OPNIEUW, "reden": "Het plan moet anders."}


@pytest.fixture
def gewijzigd(overgenomen, begin, besluit) -> Pip:
    """A change to the Z-route that was sent, of a PIP of which only the day was registered."""
    pip = maak_compleet(begin(overgenomen(), **NAAR_Z, **BEKEND), pw=False, motivering="U leert langzaam.")
    verzend(besluit(pip, VANDAAG), VANDAAG)
    return Pip.objects.get(pk=pip.pk)


def feiten(dossier: Dossier):
    return feiten_per_dossier([dossier])[dossier.pk]


def test_the_letter_and_the_step_say_that_the_earlier_pip_stands_again(gewijzigd, cast, inloggen):
    beslissing = beslis_herroepen(cast, gewijzigd.beschikking, VANDAAG)
    brief, dossier = beslissing.inhoud, gewijzigd.dossier
    assert (brief["herleeft"], brief["herleeft_datum"]) == ("2026/118", "2026-03-02")
    assert eerder_pip(dossier, feiten(dossier)) is None
    verzend(beslissing, VANDAAG)

    assert eerder_pip(dossier, feiten(dossier)) == EerderPip(PIP_OP, "2026/118", "B1")
    zin = dossier.gebeurtenissen.get(soort="BESCHIKKING_HERLEEFT").gegevens
    assert zin == {"oud": "2026/118", "herroepen": gewijzigd.beschikking.nummer}
    client, url = inloggen(cast.consulent), f"/diemen/dossiers/{dossier.nummer}/"
    tab, overzicht = client.get(f"{url}pip/").text, client.get(url).text
    assert "Het PIP van voor dit systeem geldt weer" in tab
    assert "Er is nu geen PIP" not in tab
    assert "Nieuw PIP maken" not in tab + overzicht
    assert stapwoorden([dossier.pk]) == {dossier.pk: "PIP loopt"}
    assert te_melden(dossier, feiten(dossier)).feit.datum == PIP_OP


def test_the_next_change_starts_from_the_earlier_pip_with_its_own_number(gewijzigd, begin, besluit, cast):
    verzend(beslis_herroepen(cast, gewijzigd.beschikking, VANDAAG), VANDAAG)
    with pytest.raises(PlanFout, match="2 maart 2026 geldt weer"):
        begin_wijziging(vorige=gewijzigd, vraag=Wijzigingsvraag(**OPNIEUW), door=cast.consulent, op=VANDAAG)

    derde = begin(gewijzigd.dossier, **NAAR_Z)
    assert (derde.versie, derde.wijziging.eerder_nummer, derde.wijziging.eerder_leerroute) == (3, "2026/118", "B1")
    brief = besluit(maak_compleet(derde, pw=False, motivering="Toch Z, na de toets."), VANDAAG)
    assert (brief.inhoud["versie"], brief.inhoud["wijziging"]["nummer"]) == (3, "2026/118")
    assert verzend(brief, VANDAAG).werkt


def test_what_comes_in_its_place_ends_the_earlier_pip_for_good(gewijzigd, cast, inloggen):
    beslissing = beslis_herroepen(cast, gewijzigd.beschikking, VANDAAG, vervanging="U volgt de onderwijsroute.")
    assert beslissing.inhoud["herleeft"] == ""
    verzend(beslissing, VANDAAG)

    dossier, bekend = gewijzigd.dossier, feiten(gewijzigd.dossier)
    assert (eerder_pip(dossier, bekend), te_melden(dossier, bekend)) == (None, None)
    tab = inloggen(cast.consulent).get(f"/diemen/dossiers/{dossier.nummer}/pip/").text
    assert "Nieuw PIP maken" in tab


def test_it_does_not_stand_again_beside_another_pip(gewijzigd, cast):
    ander = los_besluit(cast, gewijzigd.dossier, bekend=None)

    with pytest.raises(BezwaarFout, match=f"2026/118 weer, en er is ook al {ander}"):
        beslis_herroepen(cast, gewijzigd.beschikking, VANDAAG)


def test_the_withdrawal_of_a_change_takes_the_leerroute_from_the_partner_sheet(gewijzigd, cast):
    def waarde(beeld):
        return next(een for een in deelgegevens("begeleiding") if een.code == "leerroute").waarden([beeld])[0]

    assert waarde(Deelbeeld(gewijzigd.dossier, feiten(gewijzigd.dossier), VANDAAG)) == "Z-route"
    voorstel = stel_intrekken_voor(
        pip=gewijzigd, grond="anders", motivering="Het plan past niet meer.", door=cast.consulent, op=VANDAAG
    )
    stel_intrekking_vast(intrekking=voorstel, door=cast.tweede_lezer, op=VANDAAG)
    voorstel.refresh_from_db()
    assert waarde(Deelbeeld(gewijzigd.dossier, feiten(gewijzigd.dossier), VANDAAG)) == "Z-route"
    verzend(voorstel.beschikking, VANDAAG)

    bekend = feiten(gewijzigd.dossier)
    assert waarde(Deelbeeld(gewijzigd.dossier, bekend, VANDAAG)) == ""
    assert te_melden(gewijzigd.dossier, bekend) is None
