"""An account abroad: it can be used, after two people checked that it is the one of the creditor."""

import pytest

from ontzorgen.models import Rekening
from ontzorgen.services.crediteuren import bewaar_crediteur, keur_rekening_goed, stel_rekening_voor
from ontzorgen.services.fout import OntzorgFout

from .bouw_betaling import EIGEN_IBAN, OP

DUITS = "DE89370400440532013000"
VRAAG = "Deze rekening ligt in Duitsland, niet in Nederland"


@pytest.fixture
def crediteur(cast):
    return bewaar_crediteur(gemeente=cast.gemeente, gegevens={"naam": "Polderstroom"})


@pytest.fixture
def voorstel(cast, crediteur):
    return stel_rekening_voor(crediteur=crediteur, iban=DUITS, tenaamstelling="Polderstroom", bron="factuur 1",
                              nagegaan=True, door=cast.uitkeringsadministratie, op=OP)  # fmt: skip


def test_who_proposes_or_approves_an_account_abroad_says_that_he_checked_it(cast, crediteur):
    gegevens = {"crediteur": crediteur, "tenaamstelling": "Polderstroom", "bron": "factuur 1", "op": OP}
    hans, noor = {"door": cast.uitkeringsadministratie}, {"door": cast.sociale_zaken, "op": OP}
    with pytest.raises(OntzorgFout, match=VRAAG) as fout:
        stel_rekening_voor(iban=DUITS, **gegevens, **hans)
    assert fout.value.veld == "nagegaan"
    with pytest.raises(OntzorgFout, match="buiten het SEPA-gebied"):
        stel_rekening_voor(iban="US64SVBKUS6S3300958879", nagegaan=True, **gegevens, **hans)
    rij = stel_rekening_voor(iban=DUITS, nagegaan=True, **gegevens, **hans)
    with pytest.raises(OntzorgFout, match=VRAAG):
        keur_rekening_goed(rekening=rij, **noor)
    assert keur_rekening_goed(rekening=rij, nagegaan=True, **noor).stand == "goedgekeurd"


def test_a_dutch_account_asks_for_no_such_thing(cast, crediteur):
    rij = stel_rekening_voor(crediteur=crediteur, iban=EIGEN_IBAN, tenaamstelling="Polderstroom", bron="factuur 1",
                             door=cast.uitkeringsadministratie, op=OP)  # fmt: skip
    assert keur_rekening_goed(rekening=rij, door=cast.sociale_zaken, op=OP).buitenland == ""


@pytest.mark.parametrize("getypt", [DUITS, ". de89 3704 0044 0532 0130 00"])
def test_the_form_of_an_account_abroad_warns_and_shows_the_tick(cast, crediteur, inloggen, getypt):
    adres, hans = f"/diemen/ontzorgen/crediteuren/{crediteur.pk}/", inloggen(cast.uitkeringsadministratie)
    assert 'name="nagegaan"' not in hans.get(adres).content.decode()
    gegevens = {"iban": getypt, "tenaamstelling": "Polderstroom", "bron": "factuur 1"}
    antwoord = hans.post(adres, gegevens)
    pagina = antwoord.content.decode()
    assert (antwoord.status_code, VRAAG in pagina, 'name="nagegaan"' in pagina) == (422, True, True)
    assert hans.post(adres, gegevens | {"nagegaan": "on"}).status_code == 302
    assert Rekening.objects.get().iban == DUITS


def test_the_one_who_approves_reads_the_country_and_ticks(cast, crediteur, voorstel, inloggen):
    adres, noor = f"/diemen/ontzorgen/crediteuren/{crediteur.pk}/", inloggen(cast.sociale_zaken)
    assert VRAAG in noor.get(adres).content.decode()
    assert "Duitsland" in noor.get("/diemen/ontzorgen/crediteuren/").content.decode()
    antwoord = noor.post(f"{adres}goedkeuren/", {"rekening": voorstel.pk}, follow=True)
    assert VRAAG in antwoord.content.decode()
    assert crediteur.rekening is None
    noor.post(f"{adres}goedkeuren/", {"rekening": voorstel.pk, "nagegaan": "on"})
    assert crediteur.rekening == voorstel
    assert "Deze rekening ligt in Duitsland" in noor.get(adres).content.decode()
