"""A gemeente that leaves nareizigers out: no work that is refused, the departure from the law everywhere, and a No."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from cases.enums import Rol
from cases.models import Aanstelling
from cases.panelen import Dossierbeeld, Werkblik, werkstapels
from cases.services.beheer import wijzig_instelling
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.ontzorgen import WIJKT_AF
from ontzorgen.models import Ontzorgbesluit
from ontzorgen.services.besluiten import stel_vast
from ontzorgen.services.bijstand import begin_bijstand
from ontzorgen.services.brieven import maak_crediteurbrief, maak_machtiging
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.maandoverzicht import overzicht_van
from ontzorgen.services.trainingen import bewaar_groep, bewaar_training, meld_aan
from ontzorgen.services.voorstellen import stel_56a_voor, stel_bijzondere_bijstand_voor, stel_weigering_voor
from ontzorgen.stappen import stappen
from tests.fabriek import aangesteld, asielstatushouder, leg_vast
from tests.hulp import aantal_queries

from .bouw import leg_last, maak_eenheid, periode
from .bouw_betaling import DEC, NOV, OP, betaalt_zelf, crediteur, run

BEGIN = date(2026, 9, 9)
LABEL = "wijkt af van de wet</span>"
ALLES = "/diemen/ontzorgen/"


@pytest.fixture
def dossier(cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=date(2026, 8, 1))
    leg_vast(dossier, FeitSoort.DOELGROEP, date(2026, 9, 1), doelgroep="NAREIZIGER")
    leg_vast(dossier, FeitSoort.VERBLIJFSVERGUNNING, date(2026, 9, 1), soort="asiel bepaalde tijd")
    return dossier


@pytest.fixture
def met_bijstand(cast, dossier):
    begin_bijstand(dossier=dossier, datum=BEGIN, door=cast.sociale_zaken, op=OP, kenmerk="b")
    leg_last(cast, maak_eenheid(cast, dossier), crediteur(cast))
    return dossier


@pytest.fixture
def zonder_uit(cast, django_capture_on_commit_callbacks):
    """Choose on the screen of the beheerder that nareizigers are left out."""

    def kies():
        with django_capture_on_commit_callbacks(execute=True):
            wijzig_instelling(
                gemeente=cast.gemeente, sleutel="ontzorgen_nareizigers", waarde="uitgezonderd",
                bron="Beleidskader, paragraaf 6", geldig_vanaf=OP, op=OP,
            )  # fmt: skip

    return kies


def stapels(cast):
    blik = Werkblik(cast.sociale_zaken, cast.gemeente, frozenset({"sociale_zaken"}), OP)
    return {stapel.kop for stapel in werkstapels(blik.rollen) if stapel.lijst(blik, 9)}


def weiger(cast, dossier, **anders):
    gegevens = {"aanvraag_op": date(2026, 11, 2), "motivering": "U kwam later, bij uw man."} | anders
    return stel_weigering_voor(dossier=dossier, door=cast.sociale_zaken, op=OP, **gegevens)


def test_the_choice_takes_him_off_every_pile_and_ends_the_six_months(cast, met_bijstand, zonder_uit, inloggen):
    client, naam = inloggen(cast.sociale_zaken), met_bijstand.inburgeraar.lijstnaam
    plekken = [ALLES, f"{ALLES}besluiten/"]
    assert [naam in client.get(plek).content.decode() for plek in plekken] == [True, True]
    assert "Besluiten over ontzorgen" in stapels(cast)

    zonder_uit()
    assert [naam in client.get(plek).content.decode() for plek in plekken] == [False, False]
    assert "Besluiten over ontzorgen" not in stapels(cast)
    termijn = met_bijstand.termijnen.get(soort="ONTZORGEN")
    assert termijn.status == "vervallen"
    tab = client.get(f"/diemen/dossiers/{met_bijstand.nummer}/ontzorgen/").content.decode()
    assert "Er lopen geen zes maanden. De gemeente ontzorgt nareizigers niet" in tab
    with pytest.raises(OntzorgFout, match="ontzorgt nareizigers niet"):
        stel_56a_voor(dossier=met_bijstand, motivering="x", door=cast.sociale_zaken, op=OP)


def test_nobody_asks_for_bijstand_that_decides_nothing(cast, dossier, zonder_uit):
    def gevraagd():
        beeld = Dossierbeeld(dossier, dossierfeiten_van(dossier), [], cast.sociale_zaken, OP)
        return [stap.titel for stap in stappen(beeld)], "Is er recht op bijstand?" in stapels(cast)

    assert gevraagd() == (["Vastleggen of er bijstand is"], True)
    zonder_uit()
    assert gevraagd() == ([], False)


def test_every_page_about_him_and_every_row_of_him_says_that_it_departs_from_the_law(
    cast, dossier, zonder_uit, inloggen
):
    betaalt_zelf(cast)
    rij = periode(cast, dossier)
    leg_last(cast, dossier.uitkeringseenheden.get().eenheid, crediteur(cast))
    batch = run(cast)
    training = bewaar_training(gemeente=cast.gemeente, naam="Omgaan met Geld", aanbieder="x", door=cast.sociale_zaken)
    gegevens = {"training": training, "vorm": "online", "plaats": "", "taal": "Tigrinya", "plaatsen": 3, "start": OP}
    groep = bewaar_groep(gemeente=cast.gemeente, gegevens=gegevens, door=cast.sociale_zaken, op=OP)
    meld_aan(groep=groep, dossier=dossier, door=cast.sociale_zaken, op=OP)
    Aanstelling.objects.create(
        medewerker=cast.sociale_zaken, gemeente=cast.gemeente, rol=Rol.UITKERINGSADMINISTRATIE, van=OP
    )
    basis, client = f"/diemen/dossiers/{dossier.nummer}/ontzorgen/", inloggen(cast.sociale_zaken)
    over_hem = [basis, *(f"{basis}{deel}" for deel in (
        "prognose/", "training/", "afbouw/", f"besluiten/{rij.besluit_id}/", "bijstand/einde/",
        "betalingen-stoppen/", "besluiten/nieuw/einde/", "training/aanmelden/", "toeslagen/nieuw/",
    ))]  # fmt: skip
    met_rij = [
        f"{ALLES}besluiten/", f"{ALLES}maanden/?vanaf=2026-11", f"{ALLES}betaalruns/{batch.pk}/",
        f"{ALLES}betaalruns/nieuw/?maand=12-2026", f"{ALLES}verschillen/?maand=2026-11",
        f"{ALLES}trainingen/{groep.pk}/", f"{ALLES}betaalruns/{batch.pk}/rijen/{batch.pogingen.get().pk}/",
    ]  # fmt: skip
    for adres in (*over_hem, *met_rij):
        assert "ijkt af van de wet" not in client.get(adres).content.decode(), adres

    zonder_uit()
    for adres in over_hem:
        assert WIJKT_AF in client.get(adres).content.decode(), adres
    for adres in met_rij:
        pagina = client.get(adres).content.decode()
        assert WIJKT_AF in pagina, adres
        if dossier.inburgeraar.achternaam in pagina:
            assert LABEL in pagina, adres


def test_every_letter_to_him_says_it_and_one_to_a_creditor_does_not(cast, dossier, zonder_uit):
    periode(cast, dossier)
    eenheid = dossier.uitkeringseenheden.get().eenheid
    last = leg_last(cast, eenheid, crediteur(cast))
    last.crediteur.straat = "Postbus 12"
    zonder_uit()
    wie = {"dossier": dossier, "door": cast.sociale_zaken, "op": OP}
    bijzonder = stel_bijzondere_bijstand_voor(
        **wie, aanvraag_op=OP, toegekend=True, bedrag=5_000, eerste_maand=DEC, laatste_maand=DEC, motivering="x"
    )
    collega = aangesteld(cast.gemeente, Rol.SOCIALE_ZAKEN)
    brieven = [
        maak_machtiging(**wie, eenheid=eenheid).inhoud,
        overzicht_van(**wie, eenheid=eenheid, maand=NOV).als_json(),
        stel_vast(besluit=bijzonder, door=collega, op=OP).inhoud,
    ]
    assert all(brief["wijkt_af"].startswith(WIJKT_AF) for brief in brieven)
    assert all("Beleidskader, paragraaf 6" in brief["wijkt_af"] for brief in brieven)
    assert "wet" not in str(maak_crediteurbrief(**wie, last=last).inhoud).lower()


def test_a_no_on_request_is_a_decision_with_its_reasons_and_a_term_for_bezwaar(cast, met_bijstand, zonder_uit):
    with pytest.raises(OntzorgFout, match="moet worden ontzorgd"):
        weiger(cast, met_bijstand)
    zonder_uit()
    with pytest.raises(OntzorgFout, match="ligt in de toekomst"):
        weiger(cast, met_bijstand, aanvraag_op=date(2026, 11, 21))
    voorstel = weiger(cast, met_bijstand)
    besluit = stel_vast(besluit=voorstel, door=aangesteld(cast.gemeente, Rol.SOCIALE_ZAKEN), op=OP)

    assert (besluit.soort, besluit.document.sjabloon) == ("ontzorgen_weigering", "ontzorgen_weigering/v1")
    inhoud = besluit.inhoud
    assert inhoud["redenen"] == ["De gemeente ontzorgt nareizigers niet (Beleidskader, paragraaf 6)."]
    assert (inhoud["aanvraag_op"], inhoud["motivering"]) == ("2026-11-02", ["U kwam later, bij uw man."])
    assert inhoud["wijkt_af"].startswith(WIJKT_AF)
    assert inhoud["bezwaar"]["rechtbank"]
    assert not met_bijstand.ontzorgperioden.exists()


def test_a_refusal_waits_for_facts_and_stops_when_they_change(cast, dossier, zonder_uit):
    with pytest.raises(OntzorgFout, match="Nog niet is vastgelegd of er bijstand is"):
        weiger(cast, dossier)
    rij = periode(cast, dossier)
    zonder_uit()
    with pytest.raises(OntzorgFout, match="Stel dan het einde voor"):
        weiger(cast, dossier)
    assert rij.beeindigd_per is None


def test_in_the_browser_the_no_is_offered_proposed_and_read(cast, met_bijstand, zonder_uit, inloggen):
    basis = f"/diemen/dossiers/{met_bijstand.nummer}/ontzorgen/"
    client = inloggen(cast.sociale_zaken)
    knop = "Niet ontzorgen: besluit op verzoek"
    assert knop not in client.get(basis).content.decode()
    zonder_uit()
    assert knop in client.get(basis).content.decode()
    invoer = {"aanvraag_op": "2-11-2026", "motivering": "U kwam later."}
    assert client.post(f"{basis}besluiten/nieuw/weigering/", invoer).status_code == 302
    pagina = f"{basis}besluiten/{Ontzorgbesluit.objects.get().pk}/"
    assert "maandag 2 november 2026" in client.get(pagina).content.decode()
    assert client.get(f"{pagina}voorbeeld/")["Content-Type"] == "application/pdf"


def test_a_choice_from_a_later_day_holds_from_that_day_without_waiting_for_the_night(
    cast, met_bijstand, zonder_uit, inloggen
):
    zonder_uit()
    wie = {"dossier": met_bijstand, "motivering": "U hebt een eigen vergunning.", "door": cast.sociale_zaken}
    wijzig_instelling(
        gemeente=cast.gemeente, sleutel="ontzorgen_nareizigers", waarde="wet", bron="raad", geldig_vanaf=DEC, op=OP
    )
    with pytest.raises(OntzorgFout, match="ontzorgt nareizigers niet"):
        stel_56a_voor(**wie, op=OP)

    with time_machine.travel("2026-12-01 00:05"):
        tab = inloggen(cast.sociale_zaken).get(f"/diemen/dossiers/{met_bijstand.nummer}/ontzorgen/")
    assert tab.context["woord"] == "ja"
    voorstel = stel_56a_voor(**wie, op=DEC)
    assert (voorstel.vanaf, voorstel.tot_en_met) == (BEGIN, date(2027, 3, 8))
    pagina = (
        inloggen(cast.beheerder)
        .get(reverse("cases:instelling", args=["diemen", "ontzorgen_nareizigers"]))
        .content.decode()
    )
    assert "in de nacht van die dag opnieuw uit" in pagina


def test_every_tab_of_his_dossier_says_it_at_a_fixed_cost_and_that_of_nobody_else(
    cast, met_bijstand, zonder_uit, inloggen
):
    ander = asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=date(2026, 8, 1))
    client, paden = inloggen(cast.consulent), ("", "persoon/", "geschiedenis/", "documenten/")

    def tabs(dossier):
        return [client.get(f"/diemen/dossiers/{dossier.nummer}/{pad}").content.decode() for pad in paden]

    assert not any(WIJKT_AF in pagina for pagina in tabs(met_bijstand))
    voor = aantal_queries(client, f"/diemen/dossiers/{met_bijstand.nummer}/persoon/")
    zonder_uit()
    assert [pagina.count(WIJKT_AF) for pagina in tabs(met_bijstand)[1:]] == [1, 1, 1]
    assert WIJKT_AF in tabs(met_bijstand)[0]
    assert aantal_queries(client, f"/diemen/dossiers/{met_bijstand.nummer}/persoon/") == voor
    assert not any(WIJKT_AF in pagina for pagina in tabs(ander))
