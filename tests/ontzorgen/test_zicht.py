"""What is open, and to whom: nothing of a partner who is protected, and no buttons where nothing is left to do."""

from datetime import date

import pytest
from django.urls import reverse

from inburgering.recht.feiten import FeitSoort
from ontzorgen.models import Leefsituatie, Overname, Toeslag
from ontzorgen.services.afbouw import spreek_overname_af
from ontzorgen.services.eenheden import stel_eenheid_samen
from ontzorgen.services.inrichting import richt_ontzorgen_in
from ontzorgen.services.leefsituaties import leg_leefsituatie_vast
from tests.fabriek import asielstatushouder, leg_vast

from .bouw import BEGIN, leg_last, maak_crediteur, periode
from .bouw_betaling import OP

KENMERK = "polis 4417"


@pytest.fixture
def paar(cast):
    """Two partners in one unit; the insurance and the toeslag of the second, with who takes the insurance over."""
    een, twee = (asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=date(2026, 8, 1))
                 for _ in range(2))  # fmt: skip
    richt_ontzorgen_in()
    eenheid = stel_eenheid_samen(
        gemeente=cast.gemeente, dossiers=[een, twee], vanaf=BEGIN, door=cast.sociale_zaken, op=OP
    )
    situatie = Leefsituatie(
        eenheid=eenheid, vanaf=BEGIN, leefvorm="GEHUWDEN", leeftijdsgroep="VAN_21_TOT_AOW", bron="B-2026-7"
    )
    leg_leefsituatie_vast(situatie=situatie, door=cast.sociale_zaken, op=OP)
    periode(cast, een)
    crediteur = maak_crediteur(cast)
    huur = leg_last(cast, eenheid, crediteur)
    zorg = leg_last(cast, eenheid, crediteur, soort="zorgverzekering", dossier=twee, kenmerk=KENMERK, bron="polisblad")
    afspraak = {"wie": "inburgeraar", "naam": "", "wijze": "incasso", "vanaf_maand": date(2027, 4, 1)}
    spreek_overname_af(last=zorg, gegevens=afspraak, dossier=twee, door=cast.sociale_zaken, op=OP)
    toeslag = Toeslag.objects.create(eenheid=eenheid, dossier=twee, soort="ZORGTOESLAG", bedrag=12_000, bron="aanvraag",
                                     aangevraagd_op=BEGIN, door=cast.sociale_zaken)  # fmt: skip
    return een, twee, huur, zorg, toeslag


def adressen(dossier, last, toeslag):
    """Every page that opens one of these rows; only the crediteurbrief and the last three are buttons."""
    rijen = [("last_wijzigen", last), ("last_einde", last), ("overname", last), ("toeslag_wijzigen", toeslag)]
    knoppen = [("crediteurbrief", last), ("toeslag_nagevraagd", toeslag)]
    if overname := Overname.objects.filter(last=last).first():
        rijen.append(("overgenomen", overname))
        knoppen.append(("toch_niet_overgenomen", overname))
    naar = [[reverse(f"ontzorgen:{naam}", args=["diemen", dossier.nummer, rij.pk]) for naam, rij in soort]
            for soort in (rijen, knoppen)]  # fmt: skip
    return naar[0], naar[1]


def bescherm(dossier):
    dossier.extra_beschermd = True
    dossier.save(update_fields=["extra_beschermd"])


def test_no_page_opens_a_cost_or_toeslag_of_a_protected_partner(cast, paar, inloggen):
    een, twee, _, zorg, toeslag = paar
    paginas, knoppen = adressen(een, zorg, toeslag)
    client = inloggen(cast.sociale_zaken)
    assert {client.get(adres).status_code for adres in paginas} == {200}

    bescherm(twee)
    for adres in [*paginas, *knoppen]:
        assert client.post(adres, {}).status_code == 404, adres
    assert {client.get(adres).status_code for adres in paginas} == {404}


def test_the_lists_keep_the_amount_and_offer_no_way_in(cast, paar, inloggen):
    een, twee, huur, zorg, toeslag = paar
    client = inloggen(cast.sociale_zaken)
    lijsten = [
        reverse(f"ontzorgen:{naam}", args=["diemen", een.nummer]) for naam in ("overzicht", "afbouw", "prognose")
    ]
    eigen = [adres for soort in adressen(een, zorg, toeslag) for adres in soort]

    def gezien():
        return "".join(client.get(adres).content.decode() for adres in lijsten)

    voor = gezien()
    assert KENMERK in voor
    assert sum(f'"{adres}"' in voor for adres in eigen) >= 5
    bescherm(twee)
    na = gezien()
    assert [adres for adres in eigen if f'"{adres}"' in na] == []
    assert (KENMERK in na, "polisblad" in na, "145,00" in na) == (False, False, True)
    assert reverse("ontzorgen:last_wijzigen", args=["diemen", een.nummer, huur.pk]) in na


def test_a_dossier_that_is_over_has_no_buttons_of_ontzorgen(cast, paar, inloggen):
    een, *_ = paar
    tabs = ("overzicht", "afbouw", "prognose", "training")
    client = inloggen(cast.sociale_zaken)

    def knoppen():
        paginas = (client.get(reverse(f"ontzorgen:{naam}", args=["diemen", een.nummer])) for naam in tabs)
        woorden = ("Vaste last vastleggen", "Contact plannen", "Toeslag vastleggen", "Aanmelden voor een training")
        return [any(woord in pagina.content.decode() for woord in woorden) for pagina in paginas]

    assert knoppen() == [True] * 4
    leg_vast(een, FeitSoort.EINDE_PLICHT, OP)
    assert knoppen() == [False] * 4
