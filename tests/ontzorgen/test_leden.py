"""Who belongs to a unit: composed, left, put right, and the signal when the bijstand of one member ended."""

from datetime import date

import pytest

from cases.enums import Gezinsrol
from cases.services import gezinnen
from cases.services.bescherming import bescherm
from inburgering.recht.feiten import FeitSoort
from ontzorgen.models import Eenheidlid, Leefsituatie, Overname, Uitkeringseenheid, VasteLast
from ontzorgen.services.afrekening import Maandrekening
from ontzorgen.services.bekendmaking import niet_bekendgemaakt_in
from ontzorgen.services.bijstand import beeindig_bijstand
from ontzorgen.services.eenheden import (
    beeindig_lidmaatschap,
    corrigeer_eenheid,
    laat_eenheid_vervallen,
    lidmaatschap,
    stel_eenheid_samen,
)
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.inrichting import richt_ontzorgen_in
from ontzorgen.services.leefsituaties import leg_leefsituatie_vast
from ontzorgen.services.maandmatrix import maandmatrix
from ontzorgen.services.maandrun import leg_vast, voorstel
from tests.fabriek import asielstatushouder
from tests.fabriek import leg_vast as leg_feit_vast

from .bouw import BEGIN, leg_last, periode
from .bouw_betaling import DEC, NOV, OP, crediteur
from .hulp import kaal

EIND_NOV, EIND_OKT = date(2026, 11, 30), date(2026, 10, 31)


@pytest.fixture
def paar(cast):
    """Two partners of one gezin with bijstand from 9 September."""
    mensen = [
        asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=date(2026, 8, 1)) for _ in range(2)
    ]
    for dossier, naam in zip(mensen, ("Alami", "Benali"), strict=True):
        leg_feit_vast(dossier, FeitSoort.BIJSTAND_INGEGAAN, BEGIN)
        dossier.inburgeraar.achternaam = naam
        dossier.inburgeraar.save(update_fields=["achternaam"])
    gezinnen.maak_gezin(dossier=mensen[0], door=cast.consulent, op=OP)
    gezinnen.voeg_toe_bij(dossier=mensen[0], ander=mensen[1], rol=Gezinsrol.PARTNER, door=cast.consulent, op=OP)
    return mensen


@pytest.fixture
def eenheid(cast, paar):
    """The two of them, with a rent."""
    richt_ontzorgen_in()
    landlord = crediteur(cast)
    eenheid = stel_eenheid_samen(gemeente=cast.gemeente, dossiers=paar, vanaf=BEGIN, door=cast.sociale_zaken, op=OP)
    leg_leefsituatie_vast(situatie=situatie(eenheid), door=cast.sociale_zaken, op=OP)
    for dossier in paar:
        periode(cast, dossier)
    leg_last(cast, eenheid, landlord)
    return eenheid


def situatie(eenheid, vanaf=BEGIN, **anders):
    velden = {"leefvorm": "GEHUWDEN", "leeftijdsgroep": "VAN_21_TOT_AOW", "bron": "B-2026-7"}
    return Leefsituatie(eenheid=eenheid, vanaf=vanaf, **velden | anders)


def uit(cast, eenheid, dossier, dag, reden="gescheiden"):
    lid = eenheid.leden.get(dossier=dossier)
    return beeindig_lidmaatschap(lid=lid, laatste_dag=dag, reden=reden, door=cast.sociale_zaken, op=OP)


def soorten(dossier):
    return list(dossier.gebeurtenissen.filter(soort__startswith="ONTZORGEN_").values_list("soort", "toelichting"))


def test_who_leaves_has_the_reason_in_his_own_dossier_alone_and_can_be_placed_again(cast, paar, eenheid):
    uit(cast, eenheid, paar[1], EIND_NOV)
    uit(cast, eenheid, paar[1], EIND_NOV)  # again changes nothing

    assert soorten(paar[1]).count(("ONTZORGEN_LID_UIT", "gescheiden")) == 1
    assert soorten(paar[0]).count(("ONTZORGEN_ANDER_LID", "")) == 1
    nieuw = stel_eenheid_samen(gemeente=cast.gemeente, dossiers=[paar[1]], vanaf=DEC, door=cast.sociale_zaken, op=OP)
    assert [lidmaatschap(dossier=paar[1], op=dag).eenheid for dag in (OP, EIND_NOV, DEC)] == [eenheid, eenheid, nieuw]


@pytest.mark.parametrize(
    ("dag", "reden", "zin", "veld"),
    [
        (date(2026, 9, 8), "weg", "hoort er pas bij vanaf 9 september 2026", "laatste_dag"),
        (date(2199, 1, 1), "weg", "meer dan een jaar vooruit", "laatste_dag"),
        (EIND_NOV, " ", "Schrijf op waarom", "reden"),
    ],
)
def test_a_last_day_that_cannot_be_is_refused_at_its_field(cast, paar, eenheid, dag, reden, zin, veld):
    with pytest.raises(OntzorgFout, match=zin) as fout:
        uit(cast, eenheid, paar[1], dag, reden)
    assert fout.value.veld == veld


def test_nobody_leaves_or_comes_back_within_a_month_that_was_fixed(cast, paar, eenheid):
    leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    for dag in (EIND_OKT, date(2026, 11, 29)):
        with pytest.raises(OntzorgFout, match="Kies 30 november 2026 of later") as fout:
            uit(cast, eenheid, paar[1], dag)
        assert fout.value.veld == "laatste_dag"

    assert uit(cast, eenheid, paar[1], EIND_NOV).tot == EIND_NOV
    assert uit(cast, eenheid, paar[1], None, "toch niet").tot is None
    Eenheidlid.objects.filter(dossier=paar[1]).update(tot=EIND_OKT)
    with pytest.raises(OntzorgFout, match="November 2026 is al vastgesteld"):
        uit(cast, eenheid, paar[1], None, "toch niet")


def test_the_month_after_it_is_not_reckoned_until_the_living_situation_fits(cast, paar, eenheid):
    uit(cast, eenheid, paar[1], EIND_NOV)
    redenen = leg_december(cast, eenheid)
    assert "Op 1 december 2026 past de leefsituatie niet meer" in redenen
    assert Maandrekening(eenheid).maand(NOV).norm.bedrag

    leg_leefsituatie_vast(situatie=situatie(eenheid, DEC, leefvorm="ALLEENSTAANDE"), door=cast.sociale_zaken, op=OP)
    assert leg_december(cast, eenheid) == ""


def test_what_is_in_the_name_of_who_leaves_is_paid_once_and_not_by_who_stays(cast, paar, eenheid):
    zorg = {"crediteur": crediteur(cast, "Linde"), "soort": "zorgverzekering", "kenmerk": "polis 39"}
    wie = [
        leg_last(cast, eenheid, dossier=dossier, **zorg | {"kenmerk": f"polis {n}"}) for n, dossier in enumerate(paar)
    ]
    uit(cast, eenheid, paar[1], EIND_NOV)

    rekening = Maandrekening(eenheid)
    assert [set(rekening.lasten_in(maand)) & set(wie) for maand in (NOV, DEC)] == [set(wie), {wie[0]}]
    wie[1].refresh_from_db()
    assert wie[1].laatste_maand == NOV
    assert [soort for soort, _ in soorten(paar[1])].count("ONTZORGEN_LAST_BEEINDIGD") == 1
    nieuw = stel_eenheid_samen(gemeente=cast.gemeente, dossiers=[paar[1]], vanaf=DEC, door=cast.sociale_zaken, op=OP)
    eigen = zorg | {"kenmerk": "polis 1", "dossier": paar[1]}
    with pytest.raises(
        OntzorgFout, match=f"Tot en met november 2026 hoort deze vaste last bij {eenheid}. Kies december"
    ):
        leg_last(cast, nieuw, **eigen, eerste_maand=NOV)
    assert leg_last(cast, nieuw, **eigen, eerste_maand=DEC).geldt_in(DEC)


def test_the_months_and_the_decisions_of_who_left_are_no_longer_those_of_the_unit(cast, paar, eenheid):
    besluiten = [dossier.ontzorgperioden.get().besluit.beschikking.nummer for dossier in paar]
    uit(cast, eenheid, paar[1], EIND_NOV)

    assert niet_bekendgemaakt_in(NOV, [eenheid.pk]) == {eenheid.pk: " en ".join(besluiten)}
    assert niet_bekendgemaakt_in(DEC, [eenheid.pk]) == {eenheid.pk: besluiten[0]}
    _, rijen = maandmatrix(paar, (NOV, DEC), op=OP)
    assert [[len(vak.standen) for vak in rij.cellen[0]] for rij in rijen] == [[1, 1], [1, 0]]


def test_a_cost_that_would_begin_after_he_left_goes_and_one_that_was_agreed_on_counts_nowhere(cast, paar, eenheid):
    eigen = {"soort": "zorgverzekering", "dossier": paar[1], "eerste_maand": DEC}
    vrij = leg_last(cast, eenheid, crediteur(cast, "Linde"), **eigen)
    besproken = leg_last(cast, eenheid, crediteur(cast, "Eik"), **eigen)
    Overname.objects.create(
        last=besproken, wie="inburgeraar", vanaf_maand=date(2027, 3, 1), wijze="incasso", door=cast.consulent
    )
    uit(cast, eenheid, paar[1], EIND_NOV)

    assert not VasteLast.objects.filter(pk=vrij.pk).exists()
    assert VasteLast.objects.filter(pk=besproken.pk).exists()
    assert besproken not in Maandrekening(eenheid).lasten_in(DEC)


def leg_december(cast, eenheid):
    """Why December is not paid for; '' when it is."""
    return " ".join(reden for v in voorstel(cast.gemeente, DEC, op=OP) for reden in v.redenen)


def test_a_mistaken_unit_is_put_right_as_long_as_nothing_was_fixed(cast, paar):
    alleen = stel_eenheid_samen(
        gemeente=cast.gemeente, dossiers=paar[:1], vanaf=date(2026, 9, 8), door=cast.sociale_zaken, op=OP
    )
    leg_leefsituatie_vast(
        situatie=situatie(alleen, date(2026, 9, 8), leefvorm="ALLEENSTAANDE"), door=cast.sociale_zaken, op=OP
    )
    corrigeer_eenheid(
        eenheid=alleen, dossiers=paar, vanaf=BEGIN, reden="partner vergeten", door=cast.sociale_zaken, op=OP
    )

    assert set(alleen.leden.values_list("dossier", "vanaf")) == {(dossier.pk, BEGIN) for dossier in paar}
    assert alleen.leefsituaties.get().vanaf == BEGIN
    assert ("ONTZORGEN_EENHEID_GECORRIGEERD", "partner vergeten") in soorten(paar[1])
    laat_eenheid_vervallen(eenheid=alleen, reden="dubbel", door=cast.sociale_zaken, op=OP)
    assert not Uitkeringseenheid.objects.exists()
    assert ("ONTZORGEN_EENHEID_VERVALLEN", "dubbel") in soorten(paar[0])


def test_a_unit_of_which_a_month_was_fixed_or_on_which_costs_hang_stays(cast, paar, eenheid):
    wie = {"eenheid": eenheid, "reden": "x", "door": cast.sociale_zaken, "op": OP}
    with pytest.raises(OntzorgFout, match="hangen al vaste lasten"):
        laat_eenheid_vervallen(**wie)
    leg_last(cast, eenheid, crediteur(cast, "Linde"), soort="zorgverzekering", dossier=paar[1])
    with pytest.raises(OntzorgFout, match="Op naam van de partner"):
        corrigeer_eenheid(dossiers=paar[:1], vanaf=BEGIN, **wie)
    leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    with pytest.raises(OntzorgFout, match="al een maand vastgesteld"):
        corrigeer_eenheid(dossiers=paar, vanaf=DEC, **wie)

    assert set(eenheid.leden.values_list("vanaf", flat=True)) == {BEGIN}


def test_in_the_browser_out_of_one_unit_and_into_the_next(cast, paar, eenheid, inloggen):
    client, basis = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{paar[0].nummer}/ontzorgen/"
    lid = eenheid.leden.get(dossier=paar[0])
    assert client.get(f"{basis}eenheid/").status_code == 302  # already in one
    adres = f"{basis}eenheid/leden/{lid.pk}/"
    fout = client.post(adres, {"laatste_dag": "8-9-2026", "reden": "weg"})
    assert fout.status_code == 422
    assert "hoort er pas bij" in fout.content.decode()
    assert (
        client.post(f"{basis}eenheid/leden/{lid.pk}/", {"laatste_dag": "30-11-2026", "reden": "weg"}).status_code == 302
    )
    assert "Nieuwe eenheid samenstellen" in client.get(basis).content.decode()
    assert "01-12-2026" in client.get(f"{basis}eenheid/").content.decode()
    assert client.post(f"{basis}eenheid/", {"vanaf": "1-12-2026"}).status_code == 302

    nieuw = Uitkeringseenheid.objects.latest("pk")
    assert nieuw.nummer in client.get(basis).content.decode()
    assert (
        client.post(
            f"{basis}eenheid/corrigeren/?eenheid={nieuw}", {"vervalt": "on", "vanaf": "1-12-2026", "reden": "dubbel"}
        ).status_code
        == 302
    )
    assert not Uitkeringseenheid.objects.filter(pk=nieuw.pk).exists()


def test_who_is_protected_is_not_taken_out_or_put_right_by_who_may_not_know(cast, paar, eenheid, inloggen):
    bescherm(dossier=paar[1], mensen=[], reden="dreiging", door=cast.collega, op=OP)
    client, basis = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{paar[0].nummer}/ontzorgen/eenheid/"

    assert client.get(f"{basis}leden/{eenheid.leden.get(dossier=paar[1]).pk}/").status_code == 404
    assert client.get(f"{basis}corrigeren/").status_code == 404


def test_when_the_bijstand_of_one_ends_the_unit_says_so_until_he_is_out(cast, paar, eenheid, inloggen, monkeypatch):
    monkeypatch.setattr("cases.panelen.MEESTE_STAPPEN", 99)
    client, consulent = inloggen(cast.sociale_zaken), inloggen(cast.consulent)
    ander, zelf = (f"/diemen/dossiers/{dossier.nummer}/" for dossier in paar)
    beeindig_bijstand(dossier=paar[1], datum=date(2026, 11, 15), door=cast.sociale_zaken, op=OP, kenmerk="e-1")
    for pagina in (f"{ander}ontzorgen/", f"{zelf}ontzorgen/"):
        assert "geen bijstand meer sinds" in kaal(client.get(pagina).content.decode()), pagina
    assert "Uit de uitkeringseenheid halen" in consulent.get(zelf).content.decode()
    lid = eenheid.leden.get(dossier=paar[1])
    assert "14-11-2026" in client.get(f"{zelf}ontzorgen/eenheid/leden/{lid.pk}/").content.decode()

    uit(cast, eenheid, paar[1], date(2026, 11, 14))
    assert "Uit de uitkeringseenheid halen" not in consulent.get(zelf).content.decode()
    assert "geen bijstand meer sinds" not in client.get(f"{ander}ontzorgen/").content.decode()


def test_a_unit_of_one_goes_on_without_a_signal(cast, paar, inloggen):
    stel_eenheid_samen(gemeente=cast.gemeente, dossiers=paar[1:], vanaf=BEGIN, door=cast.sociale_zaken, op=OP)
    beeindig_bijstand(dossier=paar[1], datum=date(2026, 11, 15), door=cast.sociale_zaken, op=OP, kenmerk="e-1")

    pagina = inloggen(cast.consulent).get(f"/diemen/dossiers/{paar[1].nummer}/")
    assert "Uit de uitkeringseenheid halen" not in pagina.content.decode()
