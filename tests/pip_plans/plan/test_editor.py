"""The editor says what a change means, and shows the letter beside the form as pictures."""

import re

import pytest
from django.urls import reverse

from pip_plans.plan.models import Pip
from pip_plans.plan.services import bewerken
from pip_plans.plan.services.opstellen import stel_op
from pip_plans.plan.veldsoorten import VELDEN, Soort, zinnen_over
from tests.conftest import VANDAAG
from tests.pdf.conftest import lettertypen as lettertypen
from tests.pip_plans.plan.hulp import asiel_met_intake, pip_ter_lezing

PLAATJE = re.compile(r'<img class="brief__blad"[^>]*src="data:image/png;base64,(iVBOR[^"]+)"[^>]*alt="([^"]+)"')


@pytest.fixture
def pip(cast) -> Pip:
    return stel_op(dossier=asiel_met_intake(cast), door=cast.consulent, op=VANDAAG)


def url(pip, naam):
    return reverse(f"plan:{naam}", args=["diemen", pip.dossier.nummer])


def test_every_field_of_a_plan_has_its_kind_and_a_reason_with_an_article():
    assert VELDEN.keys() >= bewerken.VELDEN | {"afspraken", "pw_beschikkingen"}
    zonder = [naam for naam, soort in VELDEN.items() if soort.soort == Soort.HOOFDLIJN and "art. " not in soort.omdat]
    assert zonder == []
    assert {naam for naam, soort in VELDEN.items() if soort.soort == Soort.BIJLAGE} & bewerken.VELDEN == set()


def test_a_first_plan_says_what_a_later_change_means_and_a_new_version_what_this_one_means():
    assert zinnen_over(["voortgangsgesprekken", "voortgang_wanneer"], eerste=False) == [
        "Hoofdlijn: nieuwe beschikking nodig, omdat het aantal voortgangsgesprekken in het PIP staat "
        "(art. 5.3 lid 4 Besluit inburgering 2021)."
    ]
    twee = zinnen_over(["leerroute", "afspraken", "rooster"], eerste=False)
    assert [zin.partition(":")[0] for zin in twee] == ["Hoofdlijn", "Alleen bijlage"]
    assert twee[0].count("omdat") == 2
    assert zinnen_over(["leerroute"], eerste=True)[0].startswith("Hoofdlijn: later wijzigen vraagt")
    assert zinnen_over(["rooster"], eerste=False)[0].startswith("Alleen bijlage: geen nieuwe beschikking")


def test_the_fields_carry_the_sentence_and_saving_says_it_again(cast, pip, inloggen):
    client, adres = inloggen(cast.consulent), url(pip, "afspraken")
    blad = client.get(adres).content.decode()
    assert blad.count(VELDEN["begeleiding"].zin(eerste=True).replace("'", "&#x27;")) == 1

    vast = {"afspraken-TOTAL_FORMS": 0, "afspraken-INITIAL_FORMS": 0, "pw-TOTAL_FORMS": 0, "pw-INITIAL_FORMS": 0}
    gegevens = {"revisie": pip.revisie, "begeleiding": pip.begeleiding, "voortgangsgesprekken": 9, "opslaan": "ja"}
    gegevens |= {"voortgang_wanneer": pip.voortgang_wanneer, "zienswijze": pip.zienswijze}
    na = client.post(adres, vast | gegevens, follow=True)

    assert na.redirect_chain == [(adres, 302)]
    assert VELDEN["voortgangsgesprekken"].zin(eerste=True) in na.content.decode()
    assert VELDEN["begeleiding"].zin(eerste=True) not in [str(bericht) for bericht in na.context["messages"]]


def velden(antwoord) -> set[str]:
    return set(re.findall(r'id="div_id_(\w+)"', antwoord.content.decode()))


def test_only_fields_of_the_chosen_leerroute_are_shown_and_choosing_saves_nothing(cast, pip, inloggen):
    client, adres = inloggen(cast.consulent), url(pip, "hoofdlijnen")
    alleen_z, alleen_b1 = {"examenwensen", "participatie_uren"}, {"variant"}
    modules = {"map_uren", "map_wanneer", "map_aanbieder"}
    b1 = velden(client.get(adres))
    assert (b1 & alleen_z, b1 & alleen_b1, b1 & modules) == (set(), alleen_b1, modules)
    assert "motivering_afwijking" not in b1

    getypt = {"revisie": pip.revisie, "toon": "ja", "doel": "U wilt koken.", "map_wanneer": "vanaf mei"}
    antwoord = client.post(adres, getypt | {"leerroute": "Z"})
    z = velden(antwoord)
    assert (antwoord.status_code, z & alleen_z, z & alleen_b1, z & modules) == (200, alleen_z, set(), modules)
    assert "motivering_afwijking" in z  # the test says that B1 can be reached
    assert "U wilt koken." in antwoord.content.decode()
    assert 'value="vanaf mei"' in antwoord.content.decode()
    assert velden(client.post(adres, getypt | {"leerroute": "ONDERWIJS"})) & (alleen_z | alleen_b1 | modules) == set()
    pip.refresh_from_db()
    assert (pip.leerroute, pip.revisie) == ("B1", getypt["revisie"])


def test_what_the_law_refuses_in_a_route_is_shown_where_it_was_typed(cast, pip, inloggen):
    fout = {"revisie": pip.revisie, "pvt_uren": 12, "leerroute": "ONDERWIJS", "map_uren": 60}
    antwoord = inloggen(cast.consulent).post(url(pip, "hoofdlijnen"), fout)
    assert antwoord.status_code == 422
    assert "map_uren" in velden(antwoord)
    assert "In de onderwijsroute is er geen MAP (art. 8 lid 3" in antwoord.content.decode()


def test_saving_by_htmx_stays_in_the_page_and_asks_for_new_pictures(cast, pip, inloggen):
    client = inloggen(cast.consulent)
    fout = client.post(url(pip, "hoofdlijnen"), {"revisie": pip.revisie, "pvt_uren": 3}, headers={"HX-Request": "true"})
    gewoon = client.post(url(pip, "hoofdlijnen"), {"revisie": pip.revisie, "pvt_uren": 3})

    assert (fout.status_code, gewoon.status_code) == (200, 422)
    assert "Het PVT duurt ten minste 12 uur (art. 3.1 Besluit" in fout.content.decode()
    assert f'hx-get="{url(pip, "plaatjes")}"' in fout.content.decode()


@pytest.mark.usefixtures("lettertypen")
def test_the_letter_is_shown_page_by_page_with_words_for_who_does_not_see_it(cast, inloggen):
    pip = pip_ter_lezing(cast)
    client = inloggen(cast.tweede_lezer)
    antwoord = client.get(url(pip, "plaatjes"))
    beelden = PLAATJE.findall(antwoord.content.decode())

    assert len(beelden) >= 3
    assert beelden[0][1] == f"Bladzijde 1 van {len(beelden)} van de brief als concept. De tekst staat in de PDF."
    assert "no-store" in antwoord["Cache-Control"]
    lezen = client.get(url(pip, "beoordelen")).content.decode()
    assert "<iframe" not in lezen
    assert f'href="{url(pip, "voorbeeld")}"' in lezen


def test_an_outsider_gets_no_picture_of_a_letter(cast, pip, inloggen):
    assert inloggen(cast.buitenstaander).get(url(pip, "plaatjes")).status_code == 404
