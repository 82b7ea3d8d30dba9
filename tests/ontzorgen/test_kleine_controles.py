"""What cannot be is refused at its field, in words that say what is wrong with it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from cases.forms.tolken import BedragVeld
from ontzorgen.forms.eenheid import LeefsituatieForm, PostForm
from ontzorgen.models import Leefsituatie, Ontzorgbesluit
from ontzorgen.services.bekendmaking import niet_bekendgemaakt_in
from ontzorgen.services.besluiten import stel_vast
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.nog_te_betalen import ANDERE_REKENING, beschrijf, nog_te_betalen
from ontzorgen.services.voor_bijstand import eis_ontzorgd_in
from ontzorgen.services.voorstellen import stel_57_voor
from tests.fabriek import aangesteld

from .bouw_betaling import NOV, OP, betaalt_zelf, crediteur, huurder, vrijgegeven

POST = {"soort": "INKOMEN", "omschrijving": "loon", "bedrag": "600", "eerste_maand": "12-2026", "bron": "strook"}


@pytest.mark.parametrize(
    ("tekst", "zin"), [("-1", "niet negatief"), ("€ -1,50", "niet negatief"), ("99999999", "te hoog"), ("x", "komma")]
)
def test_an_amount_that_cannot_be_says_why(tekst, zin):
    with pytest.raises(ValidationError, match=zin):
        BedragVeld().clean(tekst)


@pytest.mark.parametrize("veld", ["omschrijving", "bron"])
def test_a_post_takes_no_bsn(veld):
    assert PostForm(POST).is_valid()
    fouten = PostForm(POST | {veld: "bsn 999769248"}).errors
    assert "BSN kan zijn" in str(fouten[veld])


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"besluit_bedrag": "0,01"}, "kijk of de komma goed staat"),
        ({"besluit_bedrag": "9000"}, "kijk of de komma goed staat"),
        ({"kostendelers": "32768"}, "Meer dan twintig kostendelers"),
        ({"kostendelers": "-1"}, "niet kleiner zijn dan nul"),
    ],
)
@pytest.mark.django_db
def test_a_norm_or_number_of_people_that_cannot_be_is_refused(anders, zin):
    gewoon = {"vanaf": "01-12-2026", "leefvorm": "ALLEENSTAANDE", "leeftijdsgroep": "VAN_21_TOT_AOW", "bron": "b",
              "kostendelers": "0"}  # fmt: skip
    assert not LeefsituatieForm(gewoon, instance=Leefsituatie()).errors
    fouten = LeefsituatieForm(gewoon | anders, instance=Leefsituatie()).errors
    assert zin in str(fouten[next(iter(anders))])


def test_a_month_that_rests_on_a_period_made_known_waits_for_no_extension(cast):
    betaalt_zelf(cast)
    dossier, eenheid = huurder(cast, crediteur(cast))
    eerste = Ontzorgbesluit.objects.get().beschikking
    verlenging = stel_57_voor(dossier=dossier, tot_en_met=date(2027, 6, 30), motivering="Schulden.",
                              door=cast.sociale_zaken, op=OP)  # fmt: skip
    langer = stel_vast(besluit=verlenging, door=aangesteld(cast.gemeente, "sociale_zaken"), op=OP)
    maart, april = date(2027, 3, 1), date(2027, 4, 1)  # the extension begins on 9 March
    type(eerste).objects.filter(pk=eerste.pk).update(bekendgemaakt_op=OP, kanaal="post", status="bekendgemaakt")
    assert niet_bekendgemaakt_in(maart, [eenheid.pk]) == {}
    assert niet_bekendgemaakt_in(april, [eenheid.pk]) == {eenheid.pk: langer.nummer}


def test_a_cost_that_begins_after_the_end_asks_whether_that_is_meant(cast):
    _, eenheid = huurder(cast, crediteur(cast))
    eis_ontzorgd_in(eenheid=eenheid, maand=date(2027, 3, 1))
    with pytest.raises(OntzorgFout, match="Het ontzorgen eindigt op 8 maart 2027") as fout:
        eis_ontzorgd_in(eenheid=eenheid, maand=date(2027, 4, 1))
    assert fout.value.veld == "toch"


@pytest.mark.parametrize(
    ("reden", "gevraagd"), [("De rekening is opgeheven (AC04).", True), ("Geen saldo (AM04).", False)]
)
def test_an_account_that_the_bank_refused_is_asked_to_be_replaced(cast, reden, gevraagd):
    betaalt_zelf(cast)
    huurder(cast, crediteur(cast))
    vrijgegeven(cast).pogingen.update(stand="geweigerd", reden=reden, bericht_op=OP)
    (rij,) = beschrijf(nog_te_betalen(cast.gemeente, NOV), gemeente=cast.gemeente, op=OP)
    assert (ANDERE_REKENING in rij.eerder) is gevraagd
