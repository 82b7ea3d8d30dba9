"""Changing a PIP from before this system: named by its day and number, within the rules of any change."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from cases.services.dossiers import wijzig_persoon
from inburgering.recht.feiten import FeitSoort
from pip_plans.plan.enums import Wijzigingssoort
from pip_plans.plan.models import Pip, Wijziging
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.bewerken import bewaar_concept
from pip_plans.plan.services.eerder import begin_wijziging_van_eerder
from pip_plans.plan.services.volledigheid import ontbreekt
from pip_plans.plan.services.wijzigen import WijzigingGeweigerd, begin_wijziging
from pip_plans.plan.services.wijzigingsregels import Wijzigingsvraag
from tests.conftest import VANDAAG
from tests.fabriek import asielstatushouder, leg_vast

from .hulp import ADRES, maak_compleet
from .wijziging import AFSCHALEN, NAAR_Z, velden, verzend
from .wijziging import besluit as besluit

PIP_OP = date(2026, 3, 2)


@pytest.fixture
def overgenomen(cast):
    def maak(**gegevens):
        dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 1, 5), kennisgeving=date(2026, 1, 5))
        wijzig_persoon(dossier=dossier, persoon=ADRES, door=cast.consulent, op=VANDAAG)
        leg_vast(dossier, FeitSoort.PIP_VASTGESTELD, PIP_OP, **gegevens)
        return dossier

    return maak


@pytest.fixture
def begin(cast):
    def start(dossier, op=VANDAAG, **vraag) -> Pip:
        return begin_wijziging_van_eerder(dossier=dossier, vraag=Wijzigingsvraag(**vraag), door=cast.consulent, op=op)

    return start


def test_the_leerroute_changes_and_the_letter_names_the_earlier_decision(overgenomen, begin, besluit):
    dossier = overgenomen(beschikking="2026/118", leerroute="B1")
    pip = begin(dossier, **NAAR_Z)
    assert (pip.versie, pip.leerroute, pip.zienswijze) == (2, "Z", "")
    pip = maak_compleet(pip, pw=False, motivering="U leert langzaam, ook met extra les.")

    brief = besluit(pip, VANDAAG)
    wijziging = brief.inhoud["wijziging"]
    assert (wijziging["nummer"], wijziging["datum"], wijziging["einde"]) == ("2026/118", "2026-03-02", "")
    assert wijziging["punten"] == [{"wat": "Leerroute", "was": "B1-route", "wordt": "Z-route"}]
    assert (brief.inhoud["overgenomen"], brief.document.titel) == (True, "Wijziging van het PIP")
    assert (brief.inhoud["termijn"]["eerste_pip"], brief.inhoud["termijn"]["wisselen_tot"]) == (
        "2026-03-02", "2027-09-02",
    )  # fmt: skip
    assert verzend(brief, VANDAAG).werkt
    with pytest.raises(PlanFout, match="geen overgenomen PIP"):
        begin(dossier, **NAAR_Z)


def test_a_later_version_needs_no_intake_here_either(overgenomen, begin, besluit, cast):
    dossier = overgenomen(beschikking="2026/118", leerroute="B1")
    tweede = maak_compleet(begin(dossier, **NAAR_Z), pw=False, motivering="U leert langzaam, ook met extra les.")
    besluit(tweede, VANDAAG)
    fout = Wijzigingsvraag(soort=Wijzigingssoort.VERSCHRIJVING, reden="Een typefout.")
    derde = begin_wijziging(vorige=Pip.objects.get(pk=tweede.pk), vraag=fout, door=cast.consulent, op=VANDAAG)
    knm = {"knm": "U krijgt de KNM-lessen op uw school."}
    derde = bewaar_concept(pip=derde, revisie=0, door=cast.consulent, op=VANDAAG, gegevens=knm)

    assert not ontbreekt(derde)
    assert besluit(derde, VANDAAG).inhoud["overgenomen"] is True


def test_what_was_not_registered_is_asked_at_its_field(overgenomen, begin):
    dossier = overgenomen()
    with pytest.raises(WijzigingGeweigerd) as fout:
        begin(dossier, **NAAR_Z)
    assert velden(fout) == {"eerder_nummer", "eerder_leerroute"}

    pip = begin(dossier, **NAAR_Z, eerder_nummer="2026/118", eerder_leerroute="B1")
    assert (pip.wijziging.eerder_datum, pip.wijziging.eerder_nummer) == (PIP_OP, "2026/118")


def test_the_rules_of_a_change_hold_here_too(overgenomen, begin):
    dossier = overgenomen(beschikking="2026/118", leerroute="B1")
    with pytest.raises(WijzigingGeweigerd, match=r"5\.4") as fout:
        begin(dossier, op=date(2027, 9, 3), **NAAR_Z)
    assert velden(fout) == {"leerroute"}
    with pytest.raises(WijzigingGeweigerd, match="600"):
        begin(dossier, **AFSCHALEN | {"cursusuren": 599})
    with pytest.raises(PlanFout, match="past niet bij een overgenomen PIP"):
        begin(dossier, soort=Wijzigingssoort.VERSCHRIJVING, reden="x")

    pip = begin(dossier, op=date(2027, 3, 1), **AFSCHALEN)
    assert (pip.leerroute, pip.a2_onderdelen) == ("B1", ["schrijven"])
    with pytest.raises(IntegrityError, match="wijziging_met_vorige"), transaction.atomic():
        Wijziging.objects.filter(pk=pip.wijziging.pk).update(eerder_nummer="")


def test_the_consulent_finds_it_on_the_tab_and_answers_what_is_missing(overgenomen, cast, inloggen):
    dossier = overgenomen(leerroute="B1")
    client, url = inloggen(cast.consulent), f"/diemen/dossiers/{dossier.nummer}/pip/"
    tab = client.get(url).text
    assert "Een PIP van voor dit systeem" in tab
    assert "nummer niet vastgelegd" in tab

    vraag = {"soort": "leerroute", "leerroute": "Z", "grond": "onvoldoende", "reden": "U leert langzaam."}
    geweigerd = client.post(f"{url}wijzigen/", vraag | {"getoond": "leerroute"})
    assert geweigerd.status_code == 422
    assert "Vul het nummer of kenmerk van het besluit in" in geweigerd.text
    assert "eerder_leerroute" not in geweigerd.text
    assert (
        client.post(f"{url}wijzigen/", vraag | {"getoond": "leerroute", "eerder_nummer": "2026/118"}).status_code == 302
    )
    concept = client.get(url).text
    assert "besluit 2026/118 van 2 maart 2026" in concept
    assert "De brede intake is niet afgerond" not in concept


def test_a_dossier_without_any_pip_has_no_page_to_change_one(cast, inloggen):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 1, 5), kennisgeving=date(2026, 1, 5))

    assert inloggen(cast.consulent).get(f"/diemen/dossiers/{dossier.nummer}/pip/wijzigen/").status_code == 404
