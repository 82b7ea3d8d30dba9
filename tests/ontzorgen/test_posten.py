"""Income, kortingen and fixed costs after they were recorded: changed, ended or taken out, forward only."""

from datetime import date

import pytest

from ontzorgen.models import Maandpost, VasteLast
from ontzorgen.services.afbouw import spreek_overname_af
from ontzorgen.services.afrekening import Maandrekening
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.lasten import leg_post_vast, neem_last_terug, wijzig_last
from ontzorgen.services.maandrun import leg_vast
from ontzorgen.services.posten import beeindig_post, neem_post_terug, wijzig_post

from .bouw import overbrug
from .bouw_betaling import DEC, NOV, OKT, OP, crediteur, huurder

JAN = date(2027, 1, 1)


@pytest.fixture
def huur(cast):
    return huurder(cast, crediteur(cast))


@pytest.fixture
def eenheid(huur):
    return huur[1]


@pytest.fixture
def wie(cast):
    return {"door": cast.sociale_zaken, "op": OP}


def leg(eenheid, wie, **anders):
    gegevens = {"soort": "INKOMEN", "omschrijving": "loon", "bedrag": 10_000, "eerste_maand": OKT, "bron": "strook"}
    return leg_post_vast(eenheid=eenheid, gegevens=gegevens | anders, **wie)


def leg_november_vast(cast):
    leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)


def kortingen(eenheid, *maanden):
    return [Maandrekening(eenheid).maand(maand).totaal_kortingen for maand in maanden]


def test_income_changes_from_the_first_month_that_was_not_fixed(cast, eenheid, wie):
    post = leg(eenheid, wie)
    leg_november_vast(cast)
    with pytest.raises(OntzorgFout, match="Kies december 2026 of later") as fout:
        wijzig_post(post=post, vanaf_maand=NOV, gegevens={"bedrag": 20_000}, **wie)
    assert fout.value.veld == "vanaf_maand"

    nieuw = wijzig_post(post=post, vanaf_maand=DEC, gegevens={"bedrag": 20_000}, **wie)
    assert kortingen(eenheid, NOV, DEC) == [10_000, 20_000]
    assert wijzig_post(post=nieuw, vanaf_maand=DEC, gegevens={"bedrag": 30_000}, **wie) == nieuw
    assert Maandpost.objects.count() == 2
    with pytest.raises(OntzorgFout, match="dan al geëindigd"):
        wijzig_post(post=post, vanaf_maand=DEC, gegevens={"bedrag": 1}, **wie)


def test_income_ends_no_earlier_than_the_last_fixed_month_and_can_go_on_again(cast, eenheid, wie):
    post = leg(eenheid, wie)
    leg_november_vast(cast)
    for maand, zin in ((OKT, "Kies november 2026 of later"), (date(2026, 9, 1), "begint in oktober 2026")):
        with pytest.raises(OntzorgFout, match=zin) as fout:
            beeindig_post(post=post, laatste_maand=maand, **wie)
        assert fout.value.veld == "laatste_maand"

    beeindig_post(post=post, laatste_maand=NOV, **wie)
    assert kortingen(eenheid, NOV, DEC) == [10_000, 0]
    beeindig_post(post=post, laatste_maand=None, **wie)
    assert kortingen(eenheid, DEC) == [10_000]


def test_a_post_is_taken_out_only_while_no_month_was_fixed_with_it(cast, huur, wie):
    dossier, eenheid = huur
    neem_post_terug(post=leg(eenheid, wie), **wie)
    assert not Maandpost.objects.exists()
    assert dossier.gebeurtenissen.filter(soort="ONTZORGEN_POST_VERVALLEN").count() == 1

    post = leg(eenheid, wie)
    leg_november_vast(cast)
    with pytest.raises(OntzorgFout, match="November 2026 is al vastgesteld, met deze regel"):
        neem_post_terug(post=post, **wie)
    with pytest.raises(OntzorgFout, match="Kies december 2026 of later"):
        leg(eenheid, wie, omschrijving="bijbaan")  # nothing new in a fixed month either


def test_an_overbrugging_follows_its_decision_alone(cast, eenheid, wie, inloggen, huur):
    overbrug(cast, eenheid, 20_000, NOV)
    post = Maandpost.objects.get()
    for doe in (
        lambda: neem_post_terug(post=post, **wie),
        lambda: beeindig_post(post=post, laatste_maand=NOV, **wie),
        lambda: wijzig_post(post=post, vanaf_maand=NOV, gegevens={"bedrag": 1}, **wie),
    ):
        with pytest.raises(OntzorgFout, match="besluit over bijzondere bijstand"):
            doe()

    basis = f"/diemen/dossiers/{huur[0].nummer}/ontzorgen/posten/{post.pk}/"
    assert inloggen(cast.sociale_zaken).get(basis).status_code == 404


def test_a_mistyped_cost_is_put_right_or_taken_out_before_its_first_fixed_month(cast, huur, wie):
    dossier, eenheid = huur
    last = eenheid.lasten.get()
    assert wijzig_last(last=last, vanaf_maand=OKT, gegevens={"bedrag": 60_000}, **wie) == last
    neem_last_terug(last=last, **wie)
    assert not VasteLast.objects.exists()
    assert dossier.gebeurtenissen.filter(soort="ONTZORGEN_LAST_VERVALLEN").count() == 1


def test_a_cost_that_was_fixed_changed_or_promised_to_another_is_not_taken_out(cast, huur, wie):
    dossier, eenheid = huur
    last = eenheid.lasten.get()
    afspraak = {"wie": "inburgeraar", "naam": "", "wijze": "incasso", "vanaf_maand": JAN}
    overname = spreek_overname_af(last=last, dossier=dossier, gegevens=afspraak, **wie)
    with pytest.raises(OntzorgFout, match="besluit of afspraak"):
        neem_last_terug(last=last, **wie)
    overname.delete()
    nieuw = wijzig_last(last=last, vanaf_maand=DEC, gegevens={"bedrag": 60_000}, **wie)
    for rij in (last, nieuw):
        with pytest.raises(OntzorgFout, match="al gewijzigd"):
            neem_last_terug(last=rij, **wie)
    leg_november_vast(cast)
    with pytest.raises(OntzorgFout, match="November 2026 is al vastgesteld, met deze last"):
        neem_last_terug(last=last, **wie)


@pytest.mark.parametrize(
    ("anders", "veld", "zin"),
    [
        ({"beslagvrije_voet": 120_000}, "beslagvrije_voet", "hoort alleen bij beslag"),
        ({"soort": "BESLAG", "beslagvrije_voet": 9_999_900}, "beslagvrije_voet", "kijk of de komma goed staat"),
        ({"soort": "TERUGVORDERING", "beslagvrije_voet": 0}, "beslagvrije_voet", "blijft er niets over"),
        ({"soort": "BESLAG"}, "", "Vul de beslagvrije voet in"),
        ({"soort": "BESLAG", "beslagvrije_voet": 120_000, "bedrag": 9_999_900}, "bedrag", "kijk of de komma goed"),
    ],
)
def test_a_beslagvrije_voet_belongs_to_beslag_and_within_bounds(eenheid, wie, anders, veld, zin):
    with pytest.raises(OntzorgFout, match=zin) as fout:
        leg(eenheid, wie, **anders)
    assert (fout.value.veld, Maandpost.objects.count()) == (veld, 0)
    post = leg(eenheid, wie, soort="BESLAG", beslagvrije_voet=120_000)
    with pytest.raises(OntzorgFout, match="kijk of de komma goed staat"):
        wijzig_post(post=post, vanaf_maand=OKT, gegevens={"beslagvrije_voet": 9_999_900}, **wie)


def test_in_the_browser_a_post_is_changed_ended_and_taken_out(cast, huur, wie, inloggen):
    dossier, eenheid = huur
    post, last = leg(eenheid, wie), eenheid.lasten.get()
    client, basis = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"
    adres = f"{basis}posten/{post.pk}/"
    pagina = client.get(basis).content.decode()
    assert adres in pagina
    assert f"{adres}einde/" in pagina
    gegevens = {"vanaf_maand": "10-2026", "omschrijving": "loon", "bedrag": "120,50", "bron": "strook"}
    assert client.post(adres, gegevens).status_code == 302
    assert kortingen(eenheid, OKT) == [12_050]
    fout = client.post(f"{adres}einde/", {"laatste_maand": "9-2026"})
    assert fout.status_code == 422
    assert "begint in oktober 2026" in fout.content.decode()
    leeg = client.post(f"{adres}einde/", {"laatste_maand": ""})
    assert (leeg.status_code, "Vul de laatste maand in." in leeg.content.decode()) == (422, True)
    assert client.post(f"{adres}einde/", {"laatste_maand": "11-2026"}).status_code == 302
    assert kortingen(eenheid, DEC) == [0]
    assert client.post(f"{adres}einde/", {"laatste_maand": ""}).status_code == 302
    assert kortingen(eenheid, DEC) == [12_050]
    assert client.post(f"{adres}einde/", {"vervalt": "on"}).status_code == 302
    assert not Maandpost.objects.exists()

    assert client.post(f"{basis}lasten/{last.pk}/einde/", {"laatste_maand": ""}).status_code == 422
    assert client.post(f"{basis}lasten/{last.pk}/einde/", {"vervalt": "on"}).status_code == 302
    assert not VasteLast.objects.exists()
