"""What the benefit system has not told yet: among the differences, on a pile, and in the matrix."""

from datetime import date

import pytest

from cases.models import Dossier
from cases.panelen import Werkblik, werkstapels
from cases.toegang import Actie
from ontzorgen.enums_inhouding import Terugleessoort
from ontzorgen.models import Inhoudingslijst
from ontzorgen.services.afbouw import bevestig_overname, spreek_overname_af
from ontzorgen.services.inhoudingen import maak_lijst, regelkenmerk
from ontzorgen.services.maandmatrix import Stand, maandmatrix
from ontzorgen.services.teruglezen import lees_terug
from ontzorgen.services.verschillen import beschrijf, verschillen_van_eenheid, verschillend
from tests.fabriek import asielstatushouder

from .bouw import leg_last
from .bouw_betaling import DEC, NOV, OP, crediteur, huurder, kies, ontzorgd

IN_TIJD, TE_LAAT = date(2026, 12, 6), date(2026, 12, 7)
GEEN_NETTO = "De uitkering van deze maand is nog niet teruggemeld."
KOP = "Inhoudingen zonder terugmelding"


@pytest.fixture
def landlord(cast):
    return crediteur(cast)


@pytest.fixture
def op_de_lijst(cast, landlord, time_machine):
    """A rent on the list of November, made on 20 November."""
    time_machine.move_to("2026-11-20T09:00:00+00:00")
    dossier, eenheid = huurder(cast, landlord)
    maak_lijst(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    return dossier, eenheid


def meld(cast, eenheid, *, inhouding: str = "", netto: str = "", op=TE_LAAT) -> None:
    """What the benefit system tells of the first withholding of the unit, or of what it paid."""
    regel = regelkenmerk(eenheid.lasten.first().verplichtingen.get(maand=NOV))
    wat = (
        (Terugleessoort.INHOUDINGEN, f"regel;uitgevoerd;bedrag;datum;reden\n{regel};{inhouding}" if inhouding else ""),
        (Terugleessoort.NETTO, f"eenheid;maand;netto;uitbetaald\n{eenheid.nummer};2026-11;{netto}" if netto else ""),
    )
    for soort, inhoud in wat:
        if inhoud:
            lees_terug(gemeente=cast.gemeente, soort=soort, inhoud=inhoud.encode(), door=cast.uitkeringsadministratie,
                       op=op)  # fmt: skip


def zinnen(eenheid, op=TE_LAAT) -> list[str]:
    return [
        zin
        for verschil in verschillen_van_eenheid(eenheid=eenheid, zichtbaar=Dossier.objects.all(), op=op)
        for zin in verschil.zinnen
    ]


def stapel(cast, op=TE_LAAT) -> list[tuple[str, str]]:
    """The pile of the uitkeringsadministratie, the same in number as in rows."""
    blik = Werkblik(cast.uitkeringsadministratie, cast.gemeente, frozenset({"uitkeringsadministratie"}), op)
    (een,) = [stapel for stapel in werkstapels(blik.rollen) if stapel.kop == KOP]
    rijen = een.lijst(blik, 50)
    assert een.tel(blik) == len(rijen)
    return [(rij.titel, rij.van_wie) for rij in rijen]


def stand(dossier, op=TE_LAAT, maand=NOV) -> Stand:
    _, (rij,) = maandmatrix([dossier], [maand], op=op)
    return rij.cellen[0][0].standen[0][0]


def test_what_is_not_told_a_week_after_the_month_stands_out_everywhere(cast, op_de_lijst):
    dossier, eenheid = op_de_lijst
    assert (zinnen(eenheid, IN_TIJD), stapel(cast, IN_TIJD), stand(dossier, IN_TIJD)) == ([], [], Stand.OP_LIJST)

    stil = "Huur aan Woningstichting De Dijk: nog niet teruggemeld (lijst 1 van 20 november 2026)."
    assert zinnen(eenheid) == [GEEN_NETTO, stil]
    assert stapel(cast) == [("Navragen: 1 inhouding zonder terugmelding", "november 2026, lijst 1")]
    assert stand(dossier) is Stand.NIET_GEMELD
    kies(cast.gemeente, terugmelding="14")
    assert (zinnen(eenheid), stapel(cast)) == ([], [])

    kies(cast.gemeente, terugmelding="7")
    meld(cast, eenheid, inhouding="ja;612,35;25-11-2026;", netto="1348,49;736,14")
    assert (zinnen(eenheid), stapel(cast), stand(dossier)) == ([], [], Stand.INGEHOUDEN)


def test_a_list_that_was_made_after_the_month_gets_its_own_days(cast, landlord, time_machine):
    time_machine.move_to("2026-12-10T09:00:00+00:00")
    _, eenheid = huurder(cast, landlord)
    maak_lijst(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=date(2026, 12, 10))
    assert zinnen(eenheid, date(2026, 12, 16)) == [GEEN_NETTO]
    assert len(zinnen(eenheid, date(2026, 12, 17))) == 2


@pytest.mark.parametrize(
    ("gemeld", "verwacht", "woord"),
    [
        ("ja;600,00;25-11-2026;", Stand.ANDER_BEDRAG, "600,00 ingehouden"),
        ("nee;;;geen uitkering", Stand.NIET_INGEHOUDEN, "niet ingehouden. geen uitkering"),
    ],
)
def test_what_was_done_otherwise_is_a_difference_at_once_and_stands_in_the_matrix(
    cast, op_de_lijst, gemeld, verwacht, woord
):
    dossier, eenheid = op_de_lijst
    meld(cast, eenheid, inhouding=gemeld, op=IN_TIJD)
    (zin,) = zinnen(eenheid, IN_TIJD)
    assert woord in zin.replace("\xa0", " ")
    assert (stand(dossier), stand(dossier).let_op) == (verwacht, True)


def test_the_page_turns_tells_how_many_there_are_and_names_nobody_who_is_protected(
    cast, landlord, inloggen, monkeypatch, time_machine
):
    monkeypatch.setattr("ontzorgen.views.inhoudingen.PER_BLAD", 2)
    time_machine.move_to("2026-11-20T09:00:00+00:00")
    mensen = [huurder(cast, landlord, kenmerk=f"contract {nummer}")[0] for nummer in range(4)]
    mensen[0].extra_beschermd = True
    mensen[0].save(update_fields=["extra_beschermd"])
    maak_lijst(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    time_machine.move_to("2026-12-08T09:00:00+00:00")
    zichtbaar = Dossier.objects.zichtbaar_voor(cast.sociale_zaken, cast.gemeente, TE_LAAT, Actie.ONTZORGEN_LEZEN)
    rijen = verschillend(gemeente=cast.gemeente, maand=NOV, zichtbaar=zichtbaar, op=TE_LAAT)
    wie = [lid.dossier for rij in beschrijf(rijen, maand=NOV, zichtbaar=zichtbaar, op=TE_LAAT) for lid in rij.leden]
    assert sorted(dossier.pk for dossier in wie) == [dossier.pk for dossier in mensen[1:]]

    client, adres = inloggen(cast.sociale_zaken), "/diemen/ontzorgen/verschillen/"
    eerste = client.get(adres, {"maand": "2026-11"})
    assert "3 eenheden met een verschil" in eerste.content.decode()
    blad = eerste.context["blad"]
    tweede = client.get(f"{adres}{blad.volgende}").context
    assert (len(blad.rijen), len(tweede["verschillen"]), tweede["totaal"]) == (2, 1, 3)
    assert mensen[0].nummer not in eerste.content.decode()


def test_the_list_tells_how_much_of_it_came_back(cast, landlord, op_de_lijst, inloggen):
    _, eenheid = op_de_lijst
    huurder(cast, landlord, kenmerk="contract 12")
    meld(cast, eenheid, inhouding="nee;;;eerst niet", op=IN_TIJD)
    meld(cast, eenheid, inhouding="ja;612,35;25-11-2026;", op=IN_TIJD)
    maak_lijst(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    pagina = inloggen(cast.uitkeringsadministratie).get("/diemen/ontzorgen/inhoudingen/").content.decode()
    assert "1 van 1" in pagina
    assert "0 van 1" in pagina
    assert Inhoudingslijst.objects.count() == 2


@pytest.mark.parametrize(
    ("wie", "verwacht"), [("inburgeraar", Stand.ZELF), ("vervalt", Stand.VERVALLEN)], ids=["taken over", "ended"]
)
def test_what_somebody_else_pays_is_no_longer_expected_of_the_gemeente(cast, landlord, wie, verwacht):
    dossier, eenheid = huurder(cast, landlord)
    leg_last(cast, eenheid, landlord, soort="water", kenmerk="klant 7")
    huur = eenheid.lasten.get(soort__code="huur")
    met = {"dossier": dossier, "door": cast.sociale_zaken, "op": OP}
    afspraak = {"wie": wie, "naam": "", "wijze": "" if wie == "vervalt" else "incasso", "vanaf_maand": DEC}
    overname = spreek_overname_af(last=huur, gegevens=afspraak, **met)
    if wie != "vervalt":
        assert stand(dossier, maand=DEC) is Stand.GAAT_NIET_MEE  # agreed, and nobody saw it happen yet
        bevestig_overname(overname=overname, datum=OP, bewijs="afschrift", **met)
    assert (stand(dossier), stand(dossier, maand=DEC)) == (Stand.VERWACHT, verwacht)

    maak_lijst(gemeente=cast.gemeente, maand=DEC, door=cast.uitkeringsadministratie, op=OP)
    assert stand(dossier, maand=DEC) is verwacht


def test_a_household_cost_is_expected_for_both_while_one_of_two_is_unburdened(cast, landlord):
    dossier, eenheid = ontzorgd(cast)
    partner = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    eenheid.leden.create(dossier=partner, vanaf=date(2026, 9, 9))
    eenheid.leefsituaties.update(leefvorm="GEHUWDEN")
    leg_last(cast, eenheid, landlord)
    assert (stand(dossier), stand(partner)) == (Stand.VERWACHT, Stand.VERWACHT)
    leg_last(cast, eenheid, landlord, soort="zorgverzekering", kenmerk="polis 1", dossier=partner)
    _, (rij,) = maandmatrix([partner], [NOV], op=OP)
    assert [cel[0].standen[0][0] for cel in rij.cellen] == [Stand.VERWACHT, Stand.ZELF]
