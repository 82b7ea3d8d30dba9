"""Hours and themes of the MAP, its eindgesprek, hours from elsewhere; and messages about the guidance."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.modules import Module
from pip_plans.modules.enums import Mapresultaat, Urenmodule
from pip_plans.modules.models import Eindgesprek
from pip_plans.modules.services.begeleiding import leg_bericht_vast, pak_op
from pip_plans.modules.services.eindgesprek import leg_eindgesprek_vast
from pip_plans.modules.services.stand import map_van, plicht_van, uren_pvt
from pip_plans.modules.services.uren import leg_uren_vast, verwijder_uren
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.voortgang.services.norm import onderdelen
from pip_plans.voortgang.services.uren import leg_week_vast
from tests.fabriek import leg_vast
from tests.pip_plans.uitvoering.bouw import OP, maak_aanbieder, maak_contract, met_pip, plaats_nu, voorstel
from tests.pip_plans.voortgang.bouw import WEEK
from tests.pip_plans.voortgang.bouw import uren as weekuren

from .bouw import map_uren, twaalf_uur, veertig_uur

SIGNAAL = {"datum": OP, "soort": "terugkoppeling", "juridisch": True, "psychosociaal": False, "taalcoach": "gevraagd"}


def gesprek(cast, dossier, resultaat: Mapresultaat = Mapresultaat.VOLDAAN, **anders: Any) -> Eindgesprek:
    velden = {"datum": OP, "verslag": "U wilt bakker worden.", "vervolg": "", "met": cast.consulent} | anders
    return leg_eindgesprek_vast(dossier=dossier, resultaat=resultaat, door=cast.consulent, op=OP, **velden)


def stand(dossier):
    feiten = dossierfeiten_van(dossier)
    plicht = plicht_van(dossier, feiten, Module.MAP)
    assert plicht
    return map_van(dossier, feiten, plicht)


def met_begeleiding(cast):
    dossier = met_pip(cast)
    wie = maak_aanbieder(cast, "VluchtelingenWerk", ("begeleiding",))
    plaats_nu(cast, voorstel(cast, dossier, maak_contract(wie, "begeleiding")))
    return dossier


def test_forty_hours_and_the_talk_make_the_fact_and_a_letter_once(cast):
    dossier = met_pip(cast)
    veertig_uur(cast, dossier)

    een, twee = gesprek(cast, dossier), gesprek(cast, dossier)

    assert een.pk == twee.pk
    feit = dossier.gebeurtenissen.get(soort=FeitSoort.ONDERDEEL_AFGEROND)
    assert (feit.datum, feit.gegevens) == (OP, {"onderdeel": "MAP"})
    brief = dossier.documenten.get(soort="map_eindgesprek")
    assert (brief.inhoud["uren"], brief.inhoud["norm"], brief.inhoud["themas"]) == (
        "40",
        40,
        ["welke beroepen er zijn"],
    )
    assert stand(dossier).klaar_op == OP
    with pytest.raises(UitvoeringFout, match="al afgerond"):
        gesprek(cast, dossier, verslag="Nog een keer.")


def test_hours_of_what_is_done_stay_also_by_a_hand_made_post(cast, inloggen):
    dossier = met_pip(cast)
    veertig_uur(cast, dossier)
    gesprek(cast, dossier)
    rij = dossier.module_uren.first()

    with pytest.raises(UitvoeringFout, match="klaar sinds 20 november 2026"):
        verwijder_uren(rij=rij, door=cast.consulent, op=OP)
    with pytest.raises(UitvoeringFout, match="De uren staan vast"):
        map_uren(cast, dossier)
    adres = reverse("modules:uren_weg", kwargs={"gemeente": "diemen", "nummer": dossier.nummer, "pk": rij.pk})
    antwoord = inloggen(cast.consulent).post(adres, follow=True)

    assert "De uren staan vast" in antwoord.content.decode()
    assert dossier.module_uren.filter(pk=rij.pk).exists()


def test_with_fewer_hours_the_map_is_not_done(cast):
    dossier = met_pip(cast)
    map_uren(cast, dossier)

    with pytest.raises(UitvoeringFout, match="Er ontbreken nog 32 van de 40 uur"):
        gesprek(cast, dossier)
    with pytest.raises(UitvoeringFout, match="wat er nog nodig is"):
        gesprek(cast, dossier, Mapresultaat.NOG_NIET)
    gesprek(cast, dossier, Mapresultaat.NOG_NIET, vervolg="Nog vier dagen meelopen.")

    assert not dossier.gebeurtenissen.filter(soort=FeitSoort.ONDERDEEL_AFGEROND).exists()


@pytest.mark.parametrize(
    ("datum", "zin"), [(date(2199, 1, 1), "toekomst"), (date(1, 1, 1), "na de uren"), (date(2026, 11, 3), "na de uren")]
)
def test_the_talk_comes_after_the_hours_and_not_before_today(cast, datum, zin):
    dossier = met_pip(cast)
    veertig_uur(cast, dossier)

    with pytest.raises(UitvoeringFout, match=zin):
        gesprek(cast, dossier, datum=datum)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"datum": date(2199, 1, 1)}, "toekomst"),
        ({"datum": date(1, 1, 1)}, "vijf jaar"),
        ({"datum": date(2022, 1, 10)}, "voor de kennisgeving van DUO op 1 september 2026"),
        ({"uren": "12.5"}, "twaalf uur"),
        ({"uren": "0"}, "twaalf uur"),
        ({"thema": ""}, "thema"),
    ],
)
def test_absurd_hours_are_refused(cast, anders, zin):
    with pytest.raises(UitvoeringFout, match=zin):
        map_uren(cast, met_pip(cast), **anders)


def test_pvt_of_elsewhere_is_of_after_the_permit(cast):
    dossier = met_pip(cast)
    leg_vast(dossier, FeitSoort.VERBLIJFSVERGUNNING, date(2026, 4, 1), soort="asiel bepaalde tijd")
    rij = {"datum": date(2022, 1, 1), "uren": Decimal(12), "thema": "", "waar": "het PVT in het AZC"}
    with pytest.raises(UitvoeringFout, match="voor de vergunning van 1 april 2026"):
        leg_uren_vast(dossier=dossier, module=Urenmodule.PVT, gegevens=rij, door=cast.consulent, op=OP)


def test_a_day_has_at_most_twelve_hours_and_the_same_row_counts_once(cast):
    dossier = met_pip(cast)

    assert map_uren(cast, dossier) == map_uren(cast, dossier)
    with pytest.raises(UitvoeringFout, match="meer dan twaalf uur"):
        map_uren(cast, dossier, "5", waar="het buurthuis")
    rij = map_uren(cast, dossier, "4", waar="het buurthuis")
    verwijder_uren(rij=rij, door=cast.consulent, op=OP)
    verwijder_uren(rij=rij, door=cast.consulent, op=OP)

    assert stand(dossier).uren == 8
    assert dossier.gebeurtenissen.filter(soort="MODULE_UREN_WEG").count() == 1


def test_in_the_onderwijsroute_there_are_no_hours_of_the_map(cast):
    dossier = met_pip(cast, "ONDERWIJS")

    with pytest.raises(UitvoeringFout, match="geen MAP"):
        map_uren(cast, dossier)
    with pytest.raises(UitvoeringFout, match="geen MAP"):
        gesprek(cast, dossier)


def test_reported_hours_count_and_those_of_the_group_once(cast):
    dossier = met_pip(cast)
    wie = maak_aanbieder(cast, "Welzijn", ("map", "pvt"))
    map_uren(cast, dossier)
    for soort, veld in (("map", "map"), ("pvt", "pvt")):
        plaats = plaats_nu(cast, voorstel(cast, dossier, maak_contract(wie, soort)), start=WEEK)
        leg_week_vast(plaatsing=plaats, week=WEEK, waarden=weekuren(**{veld: 9}), door=cast.consulent, op=OP)
    twaalf_uur(cast, dossier)
    elders = {"datum": date(2026, 8, 3), "uren": Decimal("2.5"), "thema": "", "waar": "PVT in het AZC"}
    leg_uren_vast(dossier=dossier, module=Urenmodule.PVT, gegevens=elders, door=cast.consulent, op=OP)

    assert (stand(dossier).uren, stand(dossier).gemeld) == (17, 9)
    assert uren_pvt(dossier, Decimal(9)) == Decimal("14.5")
    naast_de_norm = {deel.naam: deel.gevolgd for deel in onderdelen(dossier, dossierfeiten_van(dossier))}
    assert (naast_de_norm["MAP"], naast_de_norm["PVT"]) == (17, Decimal("14.5"))


def test_a_message_stands_once_and_a_flag_is_taken_up_once(cast):
    dossier = met_begeleiding(cast)

    een, _ = (
        leg_bericht_vast(dossier=dossier, gegevens=SIGNAAL | {"tekst": ""}, door=cast.consulent, op=OP) for _ in "ab"
    )
    for _ in "ab":
        pak_op(bericht=een, door=cast.consulent, op=OP)

    een.refresh_from_db()
    assert (een.opgepakt_op, een.vraagt_aandacht) == (OP, False)
    soorten = list(dossier.gebeurtenissen.filter(soort__startswith="BEGELEIDING_").values_list("soort", flat=True))
    assert sorted(soorten) == ["BEGELEIDING_BERICHT", "BEGELEIDING_OPGEPAKT"]


def test_nobody_reports_on_who_was_not_referred_or_on_a_day_to_come(cast):
    with pytest.raises(UitvoeringFout, match="eerst aan"):
        leg_bericht_vast(dossier=met_pip(cast), gegevens=SIGNAAL | {"tekst": ""}, door=cast.consulent, op=OP)
    dossier, straks = met_begeleiding(cast), SIGNAAL | {"tekst": "", "datum": date(2199, 1, 1)}
    with pytest.raises(UitvoeringFout, match="toekomst"):
        leg_bericht_vast(dossier=dossier, gegevens=straks, door=cast.consulent, op=OP)
