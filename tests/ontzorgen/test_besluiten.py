"""From proposal to letter: two people, one number, a bezwaartermijn, and the piles of team Sociale Zaken."""

import re
from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction

from cases.enums import Beschikkingsoort, Kanaal, Rol
from cases.opslag import bewaar
from cases.panelen import Dossierbeeld
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import FeitSoort
from ontzorgen.enums import Besluitstand, Eindreden, Postsoort
from ontzorgen.models import Maandpost, Ontzorgbesluit, Ontzorgperiode, VasteLast
from ontzorgen.services.besluitbrief import brief
from ontzorgen.services.besluiten import maak_bekend, stel_vast, wijs_af
from ontzorgen.services.bijstand import beeindig_bijstand, begin_bijstand
from ontzorgen.services.brieven import maak_crediteurbrief, maak_machtiging
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.voorstellen import (
    stel_56a_voor,
    stel_afwijking_voor,
    stel_bijzondere_bijstand_voor,
    stel_einde_voor,
)
from ontzorgen.stappen import stappen
from tests.cases.stukken.hulp import pdf
from tests.fabriek import aangesteld, asielstatushouder, leg_vast
from tests.ontzorgen.bouw import leg_last, maak_crediteur, maak_eenheid, periode
from tests.pip_plans.plan.hulp import zet_document_gereed

OP = date(2026, 11, 20)


@pytest.fixture
def dossier(cast):
    return asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))


@pytest.fixture
def collega(cast):
    return aangesteld(cast.gemeente, Rol.SOCIALE_ZAKEN)


@pytest.fixture
def met_bijstand(cast, dossier):
    """With bijstand, a unit and a rent; nothing was proposed."""
    leg_vast(dossier, FeitSoort.VERBLIJFSVERGUNNING, date(2026, 9, 9), soort="asiel bepaalde tijd")
    begin_bijstand(dossier=dossier, datum=date(2026, 9, 9), door=cast.sociale_zaken, op=OP, kenmerk="b")
    leg_last(cast, maak_eenheid(cast, dossier), maak_crediteur(cast))
    return dossier


def stel_voor(cast, dossier):
    return stel_56a_voor(dossier=dossier, motivering="U woont nu hier.", door=cast.sociale_zaken, op=OP)


def test_the_letter_names_costs_creditor_amount_days_and_a_leefgeld_that_adds_up(cast, met_bijstand, collega):
    besluit = stel_vast(besluit=stel_voor(cast, met_bijstand), door=collega, op=OP)

    assert (besluit.soort, re.fullmatch(r"ONT-2026-\d{4}", besluit.nummer) is not None) == ("ontzorgen_56a", True)
    inhoud = besluit.inhoud
    assert (inhoud["vanaf"], inhoud["tot_en_met"], inhoud["maand"]) == ("2026-09-09", "2027-03-08", "2026-10-01")
    assert [(k["crediteur"], k["bedrag"]) for k in inhoud["kosten"]] == [("Woningstichting De Dijk", 61_235)]
    *regels, laatste = inhoud["rekening"]
    assert sum(regel["bedrag"] for regel in regels) == laatste["bedrag"] == inhoud["leefgeld"]
    bsn = met_bijstand.inburgeraar.bsn
    assert not bsn or bsn not in str(inhoud)


def test_who_has_no_decision_yet_prepares_no_end(cast, met_bijstand, collega):
    termijn = met_bijstand.termijnen.open().get(soort="ONTZORGEN")

    def titels():
        feiten, op = dossierfeiten_van(met_bijstand), termijn.ruwe_dag
        return {stap.titel for stap in stappen(Dossierbeeld(met_bijstand, feiten, [termijn], cast.sociale_zaken, op))}

    voorbereiden, voorstellen = "Einde van het ontzorgen voorbereiden", "Ontzorgen voorstellen"
    assert {voorbereiden, voorstellen} & titels() == {voorstellen}
    stel_vast(besluit=stel_voor(cast, met_bijstand), door=collega, op=OP)
    assert {voorbereiden, voorstellen} & titels() == {voorbereiden}


def test_who_proposed_never_decides_on_the_screen_or_in_the_database(cast, met_bijstand, collega):
    voorstel = stel_voor(cast, met_bijstand)
    with pytest.raises(OntzorgFout, match="zelf voorgesteld"):
        stel_vast(besluit=voorstel, door=cast.sociale_zaken, op=OP)
    with pytest.raises(OntzorgFout, match="Alleen team Sociale Zaken"):
        stel_vast(besluit=voorstel, door=cast.consulent, op=OP)
    genomen = stel_vast(besluit=voorstel, door=collega, op=OP)
    assert stel_vast(besluit=voorstel, door=collega, op=OP) == genomen  # a double click

    with pytest.raises(IntegrityError, match="vier_ogen"), transaction.atomic():
        Ontzorgbesluit.objects.create(
            dossier=met_bijstand, soort="afwijking", vanaf=date(2026, 12, 1), motivering="x", stand="vastgesteld",
            last=VasteLast.objects.first(), bedrag=1, bedrag_eerder=2, opgesteld_door=collega, opgesteld_op=OP,
            beschikking=genomen,
        )  # fmt: skip


def test_a_proposal_is_not_rewritten_and_one_set_aside_keeps_its_reason(cast, met_bijstand):
    voorstel = stel_voor(cast, met_bijstand)
    with pytest.raises(OntzorgFout, match="Er ligt al zo'n voorstel"):
        stel_voor(cast, met_bijstand)
    with pytest.raises(OntzorgFout, match="Schrijf op waarom"):
        wijs_af(besluit=voorstel, opmerkingen=" ", door=cast.sociale_zaken, op=OP)
    with pytest.raises(Exception, match="voorstel_blijft"), transaction.atomic():
        Ontzorgbesluit.objects.filter(pk=voorstel.pk).update(motivering="iets anders")

    assert wijs_af(besluit=voorstel, opmerkingen="Te vroeg.", door=cast.sociale_zaken, op=OP).stand == "afgewezen"
    assert stel_voor(cast, met_bijstand).stand == Besluitstand.VOORGESTELD
    assert not Ontzorgperiode.objects.exists()


def test_facts_that_changed_since_the_proposal_stop_the_decision(cast, met_bijstand, collega):
    voorstel = stel_voor(cast, met_bijstand)
    beeindig_bijstand(dossier=met_bijstand, datum=date(2026, 11, 1), door=cast.sociale_zaken, op=OP, kenmerk="e")

    with pytest.raises(OntzorgFout, match="De bijstand is geëindigd"):
        stel_vast(besluit=voorstel, door=collega, op=OP)
    assert not Ontzorgperiode.objects.exists()


def test_without_a_unit_nobody_knows_the_leefgeld_so_nothing_is_proposed(cast, dossier):
    leg_vast(dossier, FeitSoort.VERBLIJFSVERGUNNING, date(2026, 9, 9), soort="asiel bepaalde tijd")
    with pytest.raises(OntzorgFout, match="Nog niet is vastgelegd of er bijstand is"):
        stel_voor(cast, dossier)
    begin_bijstand(dossier=dossier, datum=date(2026, 9, 9), door=cast.sociale_zaken, op=OP, kenmerk="b")
    with pytest.raises(OntzorgFout, match="uitkeringseenheid"):
        stel_voor(cast, dossier)


def test_making_known_starts_the_bezwaartermijn_and_a_bezwaar_can_be_registered(cast, met_bijstand, collega):
    voorstel = stel_voor(cast, met_bijstand)
    with pytest.raises(OntzorgFout, match="nog geen besluit"):
        maak_bekend(besluit=voorstel, datum=OP, kanaal=Kanaal.POST, door=collega, op=OP)
    stel_vast(besluit=voorstel, door=collega, op=OP)
    voorstel.refresh_from_db()
    document = voorstel.beschikking.document
    bewaar(document, pdf())
    document.status = "gereed"
    document.save()
    maak_bekend(besluit=voorstel, datum=OP, kanaal=Kanaal.POST, door=collega, op=OP)

    termijn = met_bijstand.termijnen.open().get(soort="BEZWAAR")
    assert (termijn.aanleiding, termijn.laatste_dag) == (voorstel.beschikking.nummer, date(2027, 1, 4))
    stuk = met_bijstand.stukken.get()  # to be attached to the PIP
    assert (stuk.onderwerp, stuk.omschrijving) == ("bijstand", f"Besluit over ontzorgen {voorstel.beschikking.nummer}")


def test_a_granted_overbrugging_stands_in_the_month_by_itself_and_a_refusal_does_not(cast, met_bijstand, collega):
    vraag = {
        "dossier": met_bijstand, "aanvraag_op": date(2026, 10, 2), "eerste_maand": date(2026, 9, 1),
        "laatste_maand": date(2026, 12, 1), "door": cast.sociale_zaken, "op": OP,
    }  # fmt: skip
    for toegekend, bedrag, zin in ((True, None, "Vul het bedrag"), (False, 22_000, "Bij weigeren hoort geen bedrag")):
        with pytest.raises(OntzorgFout, match=zin) as fout:
            stel_bijzondere_bijstand_voor(**vraag, toegekend=toegekend, bedrag=bedrag, motivering="Nog geen toeslag.")
        assert fout.value.veld == "bedrag"
    achterstevoren = vraag | {"eerste_maand": date(2027, 1, 1)}
    with pytest.raises(OntzorgFout, match="ligt voor de eerste") as fout:
        stel_bijzondere_bijstand_voor(**achterstevoren, toegekend=True, bedrag=22_000, motivering="Nog geen toeslag.")
    assert fout.value.veld == "laatste_maand"
    with pytest.raises(OntzorgFout, match="dag van de aanvraag"):
        stel_bijzondere_bijstand_voor(
            **vraag | {"aanvraag_op": date(2026, 12, 1)}, toegekend=True, bedrag=22_000, motivering="Te vroeg."
        )
    nee = stel_bijzondere_bijstand_voor(**vraag, toegekend=False, bedrag=None, motivering="U krijgt al toeslag.")
    stel_vast(besluit=nee, door=collega, op=OP)
    assert not Maandpost.objects.exists()

    ja = stel_bijzondere_bijstand_voor(**vraag, toegekend=True, bedrag=22_000, motivering="Nog geen toeslag.")
    besluit = stel_vast(besluit=ja, door=collega, op=OP)
    post = Maandpost.objects.get()
    assert (post.soort, post.bedrag, post.eerste_maand, post.laatste_maand, post.bron) == (
        Postsoort.OVERBRUGGING, 22_000, date(2026, 9, 1), date(2026, 12, 1), f"besluit {besluit.nummer}",
    )  # fmt: skip


def test_another_payment_than_the_decision_said_gets_its_own_decision(cast, dossier, collega):
    periode(cast, dossier)
    last = leg_last(cast, dossier.uitkeringseenheden.get().eenheid, maak_crediteur(cast))
    vraag = {"dossier": dossier, "last": last, "motivering": "Fout.", "door": cast.sociale_zaken, "op": OP}
    with pytest.raises(OntzorgFout, match="er wijkt niets af"):
        stel_afwijking_voor(**vraag, maand=date(2026, 12, 1), bedrag=61_235)
    with pytest.raises(OntzorgFout, match="In die maand wordt er niet ontzorgd"):
        stel_afwijking_voor(**vraag, maand=date(2027, 8, 1), bedrag=5)

    voorstel = stel_afwijking_voor(**vraag, maand=date(2026, 12, 1), bedrag=0)
    besluit = stel_vast(besluit=voorstel, door=collega, op=OP)
    assert (besluit.soort, besluit.inhoud["bedrag"]) == (Beschikkingsoort.ONTZORGEN_AFWIJKING, 0)
    assert (besluit.inhoud["soort"], besluit.inhoud["bedrag_eerder"]) == ("Huur", 61_235)


def test_an_end_because_of_the_policy_on_nareizigers_says_that_it_departs_from_the_law(cast, dossier):
    periode(cast, dossier)
    voorstel = stel_einde_voor(
        dossier=dossier, per=date(2026, 12, 1), eindreden=Eindreden.BELEID, motivering="U bent nareiziger.",
        door=cast.sociale_zaken, op=OP,
    )  # fmt: skip
    assert brief(voorstel, "ONT-1", "Iemand", OP).als_json()["wijkt_af"].startswith("Wijkt af van de wet")


def test_an_end_for_another_reason_tells_it_in_the_motivering_alone(cast, dossier):
    periode(cast, dossier)
    voorstel = stel_einde_voor(
        dossier=dossier, per=date(2026, 12, 1), eindreden=Eindreden.ANDERS, motivering="U wilt zelf betalen.",
        door=cast.sociale_zaken, op=OP,
    )  # fmt: skip
    inhoud = brief(voorstel, "ONT-1", "Iemand", OP).als_json()
    assert (inhoud["reden"], inhoud["motivering"]) == ("", ["U wilt zelf betalen."])


def test_a_creditor_reads_no_bsn_and_not_why_and_the_same_letter_is_made_once(cast, met_bijstand, collega):
    dossier = met_bijstand
    dossier.inburgeraar.bsn = "123456782"
    dossier.inburgeraar.save()
    last = dossier.uitkeringseenheden.get().eenheid.lasten.get()
    with pytest.raises(OntzorgFout, match="nog niet besloten om te ontzorgen"):
        maak_crediteurbrief(dossier=dossier, last=last, door=cast.sociale_zaken, op=OP)
    stel_vast(besluit=stel_voor(cast, dossier), door=collega, op=OP)
    with pytest.raises(OntzorgFout, match="het adres niet vastgelegd"):
        maak_crediteurbrief(dossier=dossier, last=last, door=cast.sociale_zaken, op=OP)
    last.crediteur.straat, last.crediteur.postcode_plaats = "Postbus 1", "1110 AA Diemen"

    een = maak_crediteurbrief(dossier=dossier, last=last, door=cast.sociale_zaken, op=OP)
    assert maak_crediteurbrief(dossier=dossier, last=last, door=cast.sociale_zaken, op=OP) == een
    assert een.inhoud["wat"] == "begin"
    for woord in ("123456782", "bijstand", "asiel", "inburger", str(dossier.inburgeraar.geboortedatum)):
        assert woord not in str(een.inhoud).lower().replace("inburgering@", "")
    tekenen = maak_machtiging(dossier=dossier, eenheid=last.eenheid, door=cast.sociale_zaken, op=OP)
    assert [kost["bedrag"] for kost in tekenen.inhoud["kosten"]] == [61_235]


@time_machine.travel("2026-11-20 10:00", tick=False)
def test_two_people_take_it_from_the_pile_to_the_post_in_the_browser(cast, met_bijstand, collega, inloggen):
    eerste, tweede = inloggen(cast.sociale_zaken), inloggen(collega)
    naam, basis = met_bijstand.inburgeraar.lijstnaam, f"/diemen/dossiers/{met_bijstand.nummer}/ontzorgen/"

    stapel = eerste.get("/diemen/ontzorgen/besluiten/").content.decode()
    assert naam in stapel
    assert f"{basis}besluiten/nieuw/56a/" in stapel
    assert "Ontzorgen voorstellen" in eerste.get("/diemen/").content.decode()
    assert eerste.post(f"{basis}besluiten/nieuw/56a/", {"motivering": "U woont nu hier."}).status_code == 302
    voorstel = Ontzorgbesluit.objects.get()

    pagina = f"{basis}besluiten/{voorstel.pk}/"
    assert "U hebt dit zelf voorgesteld" in eerste.get(pagina).content.decode()
    assert eerste.post(f"{pagina}vaststellen/").status_code == 422
    assert tweede.get(f"{pagina}voorbeeld/")["Content-Type"] == "application/pdf"
    assert tweede.post(f"{pagina}vaststellen/").status_code == 302
    voorstel.refresh_from_db()
    zet_document_gereed(voorstel.beschikking.document)
    assert "Brief versturen" in tweede.get(basis).content.decode()
    assert tweede.get(f"{basis}brieven/{voorstel.beschikking.document_id}/").status_code == 200
    assert "kan tot en met" not in tweede.get(pagina).content.decode()
    tweede.post(f"{pagina}bekendmaken/", {"datum": "20-11-2026", "kanaal": "post"})

    bekend = tweede.get(pagina).content.decode()
    assert "bekendgemaakt" in bekend
    assert "kan tot en met maandag 4 januari 2027" in bekend  # six weeks, and the first working day after New Year
    assert naam not in tweede.get("/diemen/ontzorgen/besluiten/").content.decode()


@time_machine.travel("2027-02-25 10:00", tick=False)
def test_what_ends_soon_and_what_the_facts_ask_to_end_stand_on_the_pile(cast, dossier, inloggen):
    rij, client = periode(cast, dossier), inloggen(cast.sociale_zaken)
    assert "2 weken" in client.get("/diemen/ontzorgen/besluiten/").content.decode()

    op = date(2027, 2, 25)
    beeindig_bijstand(dossier=dossier, datum=date(2027, 2, 1), door=cast.sociale_zaken, op=op, kenmerk="e")
    assert "Feiten veranderd" in client.get("/diemen/ontzorgen/besluiten/").content.decode()
    tab = client.get(f"/diemen/dossiers/{dossier.nummer}/ontzorgen/").content.decode()
    assert "zij stopt door een besluit, niet vanzelf" in tab
    rij.refresh_from_db()
    assert rij.beeindigd_per is None


def test_sociale_zaken_corrects_the_first_day_after_seeing_what_moves(cast, met_bijstand, inloggen):
    client = inloggen(cast.sociale_zaken)
    feit = met_bijstand.gebeurtenissen.get(soort="BIJSTAND_INGEGAAN")
    adres = f"/diemen/dossiers/{met_bijstand.nummer}/ontzorgen/bijstand/{feit.pk}/"
    invoer = {"datum": "1-9-2026", "toelichting": "Verkeerd overgenomen.", "kenmerk": "k"}

    assert "Dit verschuift" in client.post(adres, invoer).content.decode()
    assert met_bijstand.termijnen.open().get(soort="ONTZORGEN").start == date(2026, 9, 9)
    assert client.post(adres, invoer | {"bevestig": "1"}).status_code == 302
    assert met_bijstand.termijnen.open().get(soort="ONTZORGEN").start == date(2026, 9, 1)
