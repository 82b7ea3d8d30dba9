"""The unit, its creditors and fixed costs, and the months reckoned from them."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError

from cases.enums import Rol
from cases.services.samenvoegen import Keuzes, SamenvoegFout, voeg_samen
from cases.services.vernietiging import vernietig
from inburgering.recht.feiten import FeitSoort
from ontzorgen.models import Crediteur, Lastsoort, Rekening, Uitkeringseenheid, VasteLast
from ontzorgen.services.afrekening import Maandrekening
from ontzorgen.services.crediteuren import (
    bewaar_crediteur,
    keur_rekening_goed,
    ook_bij,
    stel_rekening_voor,
    wijs_rekening_af,
)
from ontzorgen.services.eenheden import beeindig_lidmaatschap, eenheid_van, stel_eenheid_samen
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.inrichting import richt_ontzorgen_in
from ontzorgen.services.lasten import beeindig_last, wijzig_last
from tests.fabriek import aangesteld, asielstatushouder, leg_vast

from .bouw import IBAN, leg_last, maak_crediteur, maak_eenheid, overbrug

OP = date(2026, 11, 20)
DEC = date(2026, 12, 1)


@pytest.fixture
def dossier(cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    leg_vast(dossier, FeitSoort.BIJSTAND_INGEGAAN, date(2026, 9, 9))
    return dossier


@pytest.fixture
def eenheid(dossier, cast):
    return maak_eenheid(cast, dossier)


@pytest.fixture
def crediteur(cast):
    return bewaar_crediteur(gemeente=cast.gemeente, gegevens={"naam": "Woningstichting De Dijk"})


def test_a_changed_account_needs_a_second_person_and_what_was_judged_stays(cast, crediteur):
    voorstel = stel_rekening_voor(crediteur=crediteur, iban=IBAN, tenaamstelling="De Dijk", bron="factuur 1",
                                  door=cast.uitkeringsadministratie, op=OP)  # fmt: skip
    with pytest.raises(OntzorgFout, match="zelf ingevoerd"):
        keur_rekening_goed(rekening=voorstel, door=cast.uitkeringsadministratie, op=OP)
    assert Crediteur.objects.get().rekening is None

    keur_rekening_goed(rekening=voorstel, door=cast.sociale_zaken, op=OP)
    assert str(Crediteur.objects.get().rekening) == IBAN
    with pytest.raises(OntzorgFout, match="al goedgekeurd"):
        wijs_rekening_af(rekening=voorstel, reden="toch niet", door=cast.sociale_zaken, op=OP)


def test_the_database_keeps_four_eyes_and_the_number_of_an_account(cast, crediteur):
    rij = stel_rekening_voor(crediteur=crediteur, iban=IBAN, tenaamstelling="De Dijk", bron="factuur 1",
                             door=cast.uitkeringsadministratie, op=OP)  # fmt: skip
    zelf = (
        "update ontzorgen_rekening set stand='goedgekeurd', beoordeeld_op=now(), beoordeeld_door_id=voorgesteld_door_id"
    )
    for poging, fout in (
        (zelf, IntegrityError),
        ("update ontzorgen_rekening set iban='NL20INGB0001234567'", InternalError),
    ):
        with pytest.raises(fout), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(poging)
    with pytest.raises(InternalError), transaction.atomic():
        rij.delete()

    assert Rekening.objects.get().iban == "NL91ABNA0417164300"


def test_an_account_that_cannot_be_paid_to_is_refused_at_its_field(cast, crediteur):
    with pytest.raises(OntzorgFout, match="controlecijfers") as fout:
        stel_rekening_voor(crediteur=crediteur, iban="NL92ABNA0417164300", tenaamstelling="x", bron="y",
                           door=cast.sociale_zaken, op=OP)  # fmt: skip
    assert fout.value.veld == "iban"


def test_the_same_account_at_a_second_creditor_warns_the_one_who_approves(cast, crediteur, inloggen):
    tweede = bewaar_crediteur(gemeente=cast.gemeente, gegevens={"naam": "De Dijk Wonen"})
    for rij in (crediteur, tweede):
        stel_rekening_voor(crediteur=rij, iban=IBAN, tenaamstelling="De Dijk", bron="factuur 1",
                           door=cast.uitkeringsadministratie, op=OP)  # fmt: skip
    pagina = inloggen(cast.sociale_zaken).get(f"/diemen/ontzorgen/crediteuren/{tweede.pk}/").content.decode()
    assert "Dit nummer staat ook bij" in pagina
    assert crediteur.naam in pagina

    wijs_rekening_af(rekening=crediteur.voorstel, reden="dubbel", door=cast.sociale_zaken, op=OP)
    assert ook_bij(tweede.voorstel) == []
    keur_rekening_goed(rekening=tweede.voorstel, door=cast.sociale_zaken, op=OP)


def test_nobody_is_in_two_units_on_one_day(cast, dossier, eenheid):
    assert eenheid_van(dossier=dossier, op=OP) == eenheid
    with pytest.raises(OntzorgFout, match="al bij een andere uitkeringseenheid"):
        stel_eenheid_samen(
            gemeente=cast.gemeente, dossiers=[dossier], vanaf=date(2026, 10, 1), door=cast.sociale_zaken, op=OP
        )


def test_a_month_adds_up_and_every_row_says_why(cast, eenheid, crediteur):
    leg_last(cast, eenheid, crediteur)
    overbrug(cast, eenheid, 20_000, date(2026, 10, 1))

    maand = Maandrekening(eenheid).maand(date(2026, 10, 1))
    assert maand.totaal_betaald == 61_235
    assert maand.totaal_betaald + maand.leefgeld == maand.norm.bedrag + 20_000
    assert all(regel.zin for regel in maand.regels)


def test_the_month_in_which_the_bijstand_began_counts_by_the_day(eenheid):
    heel, deel = (Maandrekening(eenheid).maand(date(2026, maand, 1)).norm.bedrag for maand in (10, 9))

    assert deel == round(heel * 22 / 30)


def test_another_amount_works_forward_only(cast, eenheid, crediteur):
    oud = leg_last(cast, eenheid, crediteur)
    gegevens = {"bedrag": 63_000, "bron": "brief van 1 november"}
    with pytest.raises(OntzorgFout, match="Kies een latere maand"):
        wijzig_last(last=oud, vanaf_maand=date(2026, 9, 1), gegevens=gegevens, door=cast.consulent, op=OP)

    nieuw = wijzig_last(last=oud, vanaf_maand=DEC, gegevens=gegevens, door=cast.consulent, op=OP)
    assert nieuw == wijzig_last(last=oud, vanaf_maand=DEC, gegevens=gegevens, door=cast.consulent, op=OP)
    oud.refresh_from_db()
    assert (oud.bedrag, oud.laatste_maand, nieuw.bedrag) == (61_235, date(2026, 11, 1), 63_000)
    betaald = [Maandrekening(eenheid).maand(date(2026, m, 1)).totaal_betaald for m in (10, 11, 12)]
    assert betaald == [61_235, 61_235, 63_000]


@pytest.mark.parametrize(
    ("anders", "zin", "veld"),
    [
        ({"kenmerk": ""}, "Vul een kenmerk in", "kenmerk"),
        ({"bedrag": 0}, "geen vaste last", "bedrag"),
        ({"machtiging_op": date(2026, 12, 1)}, "nog niet is getekend", "machtiging_op"),
        ({"bedrag": 600_000}, "komma goed staat", "bedrag"),
        ({"soort": "zorgverzekering"}, "Voor wie is deze zorgverzekering", "dossier"),
        ({"laatste_maand": date(2026, 9, 1)}, "laatste maand ligt voor de eerste", ""),
        ({"eerste_maand": date(2026, 10, 2)}, "begint op de eerste dag", ""),
    ],
)
def test_a_fixed_cost_that_cannot_be_is_refused_at_its_field(cast, eenheid, crediteur, anders, zin, veld):
    with pytest.raises(OntzorgFout, match=zin) as fout:
        leg_last(cast, eenheid, crediteur, **anders)
    assert (fout.value.veld, VasteLast.objects.count()) == (veld, 0)


def test_a_bsn_never_becomes_the_reference_of_a_payment(cast, eenheid, dossier, crediteur):
    dossier.inburgeraar.bsn = "999993653"
    dossier.inburgeraar.save(update_fields=["bsn"])

    with pytest.raises(OntzorgFout, match="BSN"):
        leg_last(cast, eenheid, crediteur, kenmerk="klant 9999 9365 3")


def test_the_same_cost_twice_in_one_month_is_refused_until_the_first_ended(cast, eenheid, crediteur):
    eerste = leg_last(cast, eenheid, crediteur)
    with pytest.raises(OntzorgFout, match="deze maanden al"):
        leg_last(cast, eenheid, crediteur, eerste_maand=DEC)
    beeindig_last(last=eerste, laatste_maand=date(2026, 11, 1), door=cast.consulent, op=OP)

    assert leg_last(cast, eenheid, crediteur, eerste_maand=DEC).pk


def test_in_the_browser_from_nothing_to_a_month_that_explains_itself(cast, dossier, inloggen):
    richt_ontzorgen_in()
    client, basis = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"

    def stuur(adres, **gegevens):
        antwoord = client.post(adres, gegevens)
        assert antwoord.status_code == 302, antwoord.content.decode()

    stuur("/diemen/ontzorgen/crediteuren/nieuw/", naam="Woningstichting De Dijk", actief="on")
    crediteur = Crediteur.objects.get()
    stuur(f"/diemen/ontzorgen/crediteuren/{crediteur.pk}/", iban=IBAN, tenaamstelling="De Dijk", bron="factuur 1")
    collega = inloggen(cast.uitkeringsadministratie)
    goedkeuren = f"/diemen/ontzorgen/crediteuren/{crediteur.pk}/goedkeuren/"
    collega.post(goedkeuren, {"rekening": Rekening.objects.get().pk + 1})
    assert crediteur.rekening is None  # another account than the one on the screen
    assert collega.post(goedkeuren, {"rekening": Rekening.objects.get().pk}).status_code == 302
    stuur(f"{basis}eenheid/", vanaf="9-9-2026")
    assert "geen leefsituatie vastgelegd" in client.get(basis).content.decode()
    stuur(f"{basis}leefsituatie/", vanaf="9-9-2026", leefvorm="ALLEENSTAANDE", leeftijdsgroep="VAN_21_TOT_AOW",
          kostendelers="0", bron="B-2026-7")  # fmt: skip
    stuur(f"{basis}lasten/nieuw/", soort=Lastsoort.objects.get(code="huur").pk, crediteur=crediteur.pk, bedrag="612,35",
          kenmerksoort="VRIJ", kenmerk="contract 11-204", eerste_maand="10-2026", bron="huurcontract")  # fmt: skip
    rij = VasteLast.objects.get()
    stuur(f"{basis}lasten/{rij.pk}/", vanaf_maand="12-2026", crediteur=crediteur.pk, bedrag="630", kenmerksoort="VRIJ",
          kenmerk="contract 11-204", bron="brief")  # fmt: skip

    pagina = client.get(basis).content.decode()
    for woord in ("NL91 ABNA", "contract 11-204", "€\N{NO-BREAK SPACE}612,35", "Leefgeld", "geen machtiging"):
        assert (woord in pagina) == (woord != "NL91 ABNA"), woord
    assert IBAN in client.get("/diemen/ontzorgen/crediteuren/").content.decode()


def test_creditors_of_another_gemeente_do_not_exist(cast, crediteur, uithoorn, inloggen):
    client = inloggen(aangesteld(uithoorn, Rol.SOCIALE_ZAKEN))

    assert client.get(f"/uithoorn/ontzorgen/crediteuren/{crediteur.pk}/").status_code == 404
    assert crediteur.naam not in client.get("/uithoorn/ontzorgen/crediteuren/").content.decode()


def test_who_is_in_a_unit_in_both_records_is_not_merged_before_one_is_ended(cast, dossier, eenheid):
    dubbel = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    andere = maak_eenheid(cast, dubbel)
    with pytest.raises(SamenvoegFout, match="uitkeringseenheid"):
        voeg_samen(blijft=dossier, vervallen=dubbel, keuzes=Keuzes(), reden="dubbel", door=cast.teamleider, op=OP)

    lid = andere.leden.get()
    wie = {"reden": "dubbel", "door": cast.sociale_zaken, "op": OP}
    with pytest.raises(OntzorgFout, match="hoort er pas bij vanaf 9 september 2026"):
        beeindig_lidmaatschap(lid=lid, laatste_dag=date(2026, 9, 8), **wie)


def test_a_unit_goes_with_its_last_member_when_a_dossier_is_destroyed(cast, dossier, eenheid, crediteur):
    leg_last(cast, eenheid, crediteur)
    bewijs = vernietig(dossier=dossier, grondslag="test", door=cast.beheerder, op=OP, onterecht=True)

    assert not Uitkeringseenheid.objects.exists()
    assert not VasteLast.objects.exists()
    assert bewijs.aantallen["ontzorgen.Uitkeringseenheid"] == 1
    assert Crediteur.objects.count() == 1


def test_who_is_protected_is_not_named_on_the_tab_of_the_partner(cast, dossier, inloggen):
    richt_ontzorgen_in()
    partner = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    eenheid = stel_eenheid_samen(
        gemeente=cast.gemeente, dossiers=[dossier, partner], vanaf=date(2026, 9, 9), door=cast.sociale_zaken, op=OP
    )
    leg_last(cast, eenheid, maak_crediteur(cast), soort="zorgverzekering", dossier=partner)
    partner.inburgeraar.achternaam = "Afgeschermd"
    partner.inburgeraar.save(update_fields=["achternaam"])
    basis, client = f"/diemen/dossiers/{dossier.nummer}/ontzorgen/", inloggen(cast.sociale_zaken)
    assert "Afgeschermd" in client.get(basis).content.decode()

    partner.extra_beschermd = True
    partner.save(update_fields=["extra_beschermd"])
    for pagina in (basis, f"{basis}lasten/nieuw/"):
        assert "Afgeschermd" not in client.get(pagina).content.decode(), pagina
