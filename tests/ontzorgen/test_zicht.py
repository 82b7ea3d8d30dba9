"""What is open, and to whom: nothing of a partner who is protected, and no buttons where nothing is left to do."""

from datetime import date

import pytest
from django.urls import reverse

from cases.models import Dossier
from inburgering.recht.feiten import FeitSoort
from ontzorgen.models import Leefsituatie, Overname, Toeslag, VasteLast
from ontzorgen.services.afbouw import spreek_overname_af
from ontzorgen.services.besluitbrief import brief
from ontzorgen.services.brieven import maak_crediteurbrief, maak_machtiging
from ontzorgen.services.crediteuren import bewaar_crediteur
from ontzorgen.services.eenheden import stel_eenheid_samen
from ontzorgen.services.inrichting import richt_ontzorgen_in
from ontzorgen.services.leefsituaties import leg_leefsituatie_vast
from ontzorgen.services.maandoverzicht import overzicht_van
from ontzorgen.services.maandrun import leg_vast as leg_maand_vast
from tests.fabriek import asielstatushouder, leg_vast

from .bouw import BEGIN, leg_last, maak_crediteur, periode
from .bouw_betaling import DEC, NOV, OP

KENMERK, VERZEKERAAR = "polis 4417", "Zilverlinde"


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


@pytest.fixture
def beiden(cast, paar):
    """Both decided on, and November fixed; the insurer of the second is known of him alone."""
    een, twee, _, zorg, _ = paar
    periode(cast, twee)
    verzekeraar = bewaar_crediteur(gemeente=cast.gemeente, gegevens={"naam": VERZEKERAAR, "straat": "Kade 1",
                                                                     "postcode_plaats": "1234 AB Diemen"})  # fmt: skip
    VasteLast.objects.filter(pk=zorg.pk).update(crediteur=verzekeraar)
    leg_maand_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    return een, twee, VasteLast.objects.get(pk=zorg.pk)


def test_month_payments_and_forecast_name_no_creditor_of_a_protected_partner(cast, beiden, inloggen):
    een, twee, _ = beiden
    client, basis = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{een.nummer}/ontzorgen/"
    paginas = [basis, f"{basis}prognose/"]
    voor = [client.get(adres).content.decode() for adres in paginas]
    assert [(VERZEKERAAR in tekst, KENMERK in tekst) for tekst in voor] == [(True, True)] * 2
    assert voor[0].count(VERZEKERAAR) >= 5  # the row, two months to come, the fixed one, what was paid, the letter

    bescherm(twee)
    na = [client.get(adres).content.decode() for adres in paginas]
    assert [(VERZEKERAAR in tekst, KENMERK in tekst) for tekst in na] == [(False, False)] * 2
    assert "Vaste last van een ander lid" in na[0]
    assert [tekst.count("145,00") for tekst in na] == [tekst.count("145,00") for tekst in voor]
    eigen = client.get(basis.replace(een.nummer, twee.nummer))
    assert eigen.status_code == 404


def test_no_letter_of_a_partner_names_the_creditor_of_who_is_protected(cast, beiden):
    een, twee, zorg = beiden
    wie = {"eenheid": zorg.eenheid, "door": cast.sociale_zaken, "op": OP}

    def brieven(dossier):
        besluit = dossier.ontzorgbesluiten.get()
        bladen = [overzicht_van(dossier=dossier, maand=maand, **wie) for maand in (NOV, DEC)]
        return [str(inhoud) for inhoud in (brief(besluit, "ONT-1", "A", OP), *bladen)]

    assert [VERZEKERAAR in tekst for tekst in brieven(een)] == [True] * 3
    bescherm(twee)
    een = Dossier.objects.get(pk=een.pk)
    assert [VERZEKERAAR in tekst or KENMERK in tekst for tekst in brieven(een)] == [False] * 3
    assert [VERZEKERAAR in tekst for tekst in brieven(Dossier.objects.get(pk=twee.pk))] == [True] * 3


def test_each_signs_for_himself_and_the_letter_to_his_creditor_is_in_his_own_dossier(cast, beiden):
    een, twee, zorg = beiden
    wie = {"door": cast.sociale_zaken, "op": OP}
    tekent = {
        dossier.pk: [k["soort"] for k in maak_machtiging(dossier=dossier, eenheid=zorg.eenheid, **wie).inhoud["kosten"]]
        for dossier in (een, twee)
    }
    assert tekent == {een.pk: ["Huur"], twee.pk: ["Huur", "Zorgverzekering"]}

    document = maak_crediteurbrief(dossier=een, last=zorg, **wie)
    assert (document.dossier, document.inhoud["klant"]) == (twee, twee.inburgeraar.naam)


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
