"""One calculation: the tab, the letter, the forecast and the run leave the same costs out of a month."""

from datetime import date

import pytest

from ontzorgen.models import Leefsituatie
from ontzorgen.services.afbouw import spreek_overname_af
from ontzorgen.services.afrekening import Maandrekening
from ontzorgen.services.besluitbrief import rekening
from ontzorgen.services.bijstand import begin_bijstand
from ontzorgen.services.eenheden import stel_eenheid_samen
from ontzorgen.services.inrichting import richt_ontzorgen_in
from ontzorgen.services.lasten import beeindig_last, wijzig_last
from ontzorgen.services.leefsituaties import leg_leefsituatie_vast
from ontzorgen.services.maandrun import leg_vast, voorstel
from ontzorgen.services.prognose import prognose_van
from ontzorgen.services.zelf_betalen import VOORBIJ, bedrag_zelf, zelf_te_betalen
from ontzorgen.views.maandbeeld import maandbeelden
from tests.fabriek import asielstatushouder

from .bouw import BEGIN, leg_last, maak_crediteur, periode
from .bouw_betaling import DEC, NOV, OP

JAN, APRIL = date(2027, 1, 1), date(2027, 4, 1)
HUUR, ZORG = 61_235, 14_500


@pytest.fixture
def paar(cast):
    return [
        asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=date(2026, 8, 1)) for _ in range(2)
    ]


@pytest.fixture
def eenheid(cast, paar):
    """A couple with a rent and a care insurance each; the first of the two is decided on."""
    richt_ontzorgen_in()
    eenheid = stel_eenheid_samen(gemeente=cast.gemeente, dossiers=paar, vanaf=BEGIN, door=cast.sociale_zaken, op=OP)
    situatie = Leefsituatie(
        eenheid=eenheid, vanaf=BEGIN, leefvorm="GEHUWDEN", leeftijdsgroep="VAN_21_TOT_AOW", bron="B-2026-7"
    )
    leg_leefsituatie_vast(situatie=situatie, door=cast.sociale_zaken, op=OP)
    landlord = maak_crediteur(cast)
    leg_last(cast, eenheid, landlord)
    for nummer, dossier in enumerate(paar):
        begin_bijstand(dossier=dossier, datum=BEGIN, door=cast.sociale_zaken, op=OP, kenmerk=f"b{nummer}")
        leg_last(cast, eenheid, landlord, soort="zorgverzekering", dossier=dossier, kenmerk=f"polis {nummer}")
    return eenheid


def test_the_cost_of_who_is_not_decided_on_is_left_out_by_letter_tab_forecast_and_run_alike(cast, paar, eenheid):
    besluit = periode(cast, paar[0]).besluit
    (in_run,) = voorstel(cast.gemeente, NOV, op=OP)
    tab = maandbeelden(eenheid.leden.earliest("vanaf"), OP, date(2027, 3, 1))[0]
    november = prognose_van(eenheid=eenheid, op=OP).maanden[0]

    assert in_run.afrekening.totaal_betaald == rekening(besluit)[1].totaal_betaald == HUUR + ZORG
    assert tab.regels[-1][1] == november.afrekening.leefgeld == in_run.afrekening.leefgeld
    assert (november.zelf, november.te_besteden) == (ZORG, november.afrekening.leefgeld - ZORG)
    assert [rij[:2] for rij in tab.zelf] == [(str(last.last), ZORG) for last in in_run.lasten if last.buiten]


def test_before_a_decision_the_month_is_shown_as_it_becomes_and_after_the_end_the_household_pays(cast, paar, eenheid):
    som = Maandrekening(eenheid)
    assert zelf_te_betalen(som, NOV) == {}
    assert bedrag_zelf(zelf_te_betalen(som, NOV, voorbij=True)) == HUUR + 2 * ZORG

    periode(cast, paar[0])
    na = zelf_te_betalen(Maandrekening(eenheid), APRIL)
    assert (set(na.values()), bedrag_zelf(na)) == ({VOORBIJ}, HUUR + 2 * ZORG)


def test_a_month_after_the_end_says_of_no_cost_that_the_bijstand_pays_it(cast, paar, eenheid):
    periode(cast, paar[0])
    maart, april, _ = maandbeelden(eenheid.leden.earliest("vanaf"), date(2027, 3, 20), date(2027, 3, 1))
    assert "art. 56a" in str(maart.regels)
    assert "art. 56a" not in str(april.regels)
    assert [(bedrag, zin) for _, bedrag, zin in april.zelf] == [(HUUR, VOORBIJ), (ZORG, VOORBIJ), (ZORG, VOORBIJ)]


def test_a_month_that_was_fixed_is_shown_as_it_was_fixed(cast, paar, eenheid, inloggen):
    periode(cast, paar[0])
    leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    huur = eenheid.lasten.get(soort__code="huur")
    wijzig_last(last=huur, vanaf_maand=DEC, gegevens={"bedrag": 70_000}, door=cast.consulent, op=OP)

    november, december, _ = maandbeelden(eenheid.leden.earliest("vanaf"), OP, None)
    assert (november.vast, december.vast) == (True, False)
    assert [bedrag for _, bedrag, _ in november.zelf] == [ZORG]
    assert "Voor deze persoon loopt" in november.zelf[0][2]
    assert november.regels[-1][1] - december.regels[-1][1] == 70_000 - HUUR
    pagina = inloggen(cast.sociale_zaken).get(f"/diemen/dossiers/{paar[0].nummer}/ontzorgen/").content.decode()
    assert pagina.count("Deze maand is vastgesteld en verandert niet meer.") == 1
    assert "Betaalt het huishouden zelf" in pagina


def test_what_ended_and_was_taken_over_by_the_household_is_still_paid_by_it_once(cast, paar, eenheid):
    periode(cast, paar[0])
    huur = eenheid.lasten.get(soort__code="huur")
    gegevens = {"wie": "inburgeraar", "naam": "", "wijze": "incasso", "vanaf_maand": JAN}
    spreek_overname_af(last=huur, gegevens=gegevens, dossier=paar[0], door=cast.sociale_zaken, op=OP)
    beeindig_last(last=huur, laatste_maand=DEC, door=cast.consulent, op=OP)

    def zelf() -> list[int]:
        return [maand.zelf for maand in prognose_van(eenheid=eenheid, op=OP).maanden[1:4]]

    assert zelf() == [ZORG, ZORG + HUUR, ZORG + HUUR]
    leg_last(cast, eenheid, huur.crediteur, kenmerk="nieuw contract", eerste_maand=date(2027, 2, 1))
    assert zelf() == [ZORG, ZORG + HUUR, ZORG]
