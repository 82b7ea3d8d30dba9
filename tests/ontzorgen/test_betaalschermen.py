"""The pages of payment runs, as the people who use them go through them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.enums import Rol
from cases.klok import vandaag
from cases.models import Inzage
from cases.services.inzage import inzagen_van
from ontzorgen.maanden import eerste_dag
from ontzorgen.models import Bankbericht, Bankregel, Bestandsdownload, Betaalbatch, Betaalstop
from ontzorgen.services.betaalruns import voorgestelde_dag
from tests.fabriek import aangesteld
from tests.hulp import aantal_queries

from .bouw_betaling import betaalt_zelf, crediteur, huurder, run, ter_vrijgave, vrijgegeven
from .hulp import kaal

BASIS = "/diemen/ontzorgen/betaalruns/"


@pytest.fixture
def dossier(cast):
    betaalt_zelf(cast)
    return huurder(cast, crediteur(cast))[0]


def lees(client, adres):
    antwoord = client.get(adres)
    assert antwoord.status_code == 200, antwoord.content.decode()[:2000]
    return kaal(antwoord.content.decode())


def test_five_people_take_a_run_from_proposal_to_file(cast, dossier, inloggen, django_capture_on_commit_callbacks):
    maker, ander = inloggen(cast.uitkeringsadministratie), aangesteld(cast.gemeente, Rol.UITKERINGSADMINISTRATIE)
    maand = eerste_dag(vandaag())
    voorstel = lees(maker, f"{BASIS}nieuw/")
    assert "€ 612,35" in voorstel
    assert dossier.inburgeraar.lijstnaam in voorstel
    assert maker.get(f"{BASIS}nieuw/?maand=geen-maand").status_code == 200
    assert "Voorstel voor december 2025" in lees(maker, f"{BASIS}nieuw/?maand=12-2025")
    dag = voorgestelde_dag(cast.gemeente, maand, vandaag())
    with django_capture_on_commit_callbacks(execute=True):
        maker.post(f"{BASIS}nieuw/", {"maand": f"{maand:%m-%Y}", "uitvoerdag": f"{dag:%d-%m-%Y}"})
    batch = Betaalbatch.objects.get()
    assert batch.stand == "voorstel"
    adres = f"{BASIS}{batch.pk}/"
    totaal = {"aantal": 1, "cents": 61_235}

    assert inloggen(cast.teamleider).post(f"{BASIS}nieuw/", {}).status_code == 403
    assert "Dag van betalen" not in lees(inloggen(cast.sociale_zaken), f"{BASIS}nieuw/")
    assert "Beoordeeld:" not in lees(maker, adres)
    inloggen(cast.sociale_zaken).post(f"{adres}beoordelen/")
    inloggen(ander).post(f"{adres}controleren/")
    assert "Een ander geeft hem vrij" in lees(maker, adres)
    maker.post(f"{adres}vrijgeven/", totaal)
    assert not Betaalbatch.objects.get().is_vrij
    baas = inloggen(cast.teamleider)
    assert "1 betaling van samen € 612,35 vrijgeven" in lees(baas, adres)
    with django_capture_on_commit_callbacks(execute=True):
        baas.post(f"{adres}vrijgeven/", totaal)

    pagina = lees(maker, adres)
    for woord in ("Controlegetal", "nog geen bericht van de bank", "De delen zijn samen wat is verzonden"):
        assert woord in pagina
    bestand = maker.post(f"{adres}bestand/")
    assert b"<IBAN>NL91ABNA0417164300</IBAN>" in b"".join(bestand.streaming_content)
    assert Bestandsdownload.objects.get().door == cast.uitkeringsadministratie
    assert Inzage.objects.filter(wat="betaalbestand").get().verzameling == [dossier.pk]
    assert "betaalrun" in {rij.wat for rij in inzagen_van(dossier)}


def test_financien_sees_amounts_and_no_people_and_a_protected_dossier_has_no_name(cast, dossier, inloggen):
    batch = vrijgegeven(cast)
    naam, adres = dossier.inburgeraar.lijstnaam, f"{BASIS}{batch.pk}/"
    assert naam in lees(inloggen(cast.sociale_zaken), adres)
    geld = lees(inloggen(cast.financien), adres)
    assert "€ 612,35" in geld
    for woord in (naam, dossier.nummer, "contract 11-204"):
        assert woord not in geld

    dossier.extra_beschermd = True
    dossier.save(update_fields=["extra_beschermd"])
    for woord in (naam, dossier.nummer, "contract 11-204"):
        assert woord not in lees(inloggen(cast.sociale_zaken), adres)
    assert inloggen(cast.consulent).get(adres).status_code == 403
    assert inloggen(cast.buitenstaander).get(adres).status_code == 404


def test_a_row_is_found_by_name_and_taken_out(cast, dossier, inloggen):
    ander, _ = huurder(cast, crediteur(cast, "Stadsherstel"), kenmerk="c 2")
    batch, client = run(cast), inloggen(cast.sociale_zaken)
    adres = f"{BASIS}{batch.pk}/"
    client.post(f"{adres}zoeken/", {"vraag": ander.inburgeraar.achternaam})
    assert ander.nummer in lees(client, adres)
    client.post(f"{adres}zoeken/", {"vraag": dossier.nummer})
    pagina = lees(client, adres)
    assert dossier.nummer in pagina
    assert "Stadsherstel" not in pagina
    client.post(f"{adres}zoeken/", {"vraag": "stadsher"})
    assert ander.nummer in lees(client, adres)

    rij = batch.pogingen.first()
    assert client.post(f"{adres}rijen/{rij.pk}/", {"reden": ""}).status_code == 422
    client.post(f"{adres}rijen/{rij.pk}/", {"reden": "huur is opgezegd"})
    client.post(f"{adres}zoeken/")
    assert "huur is opgezegd" in lees(client, adres)


def test_a_message_for_another_run_and_the_same_one_twice_are_answered_in_dutch(cast, dossier, inloggen):
    batch, client = vrijgegeven(cast), inloggen(cast.uitkeringsadministratie)
    adres = f"{BASIS}{batch.pk}/terugmelding/"

    def stuur(inhoud):
        return client.post(adres, {"bestand": SimpleUploadedFile("x.xml", inhoud)}, follow=True)

    goed = STATUS.replace("BERICHT", batch.bericht_id).encode()
    vreemd = stuur(STATUS.replace("BERICHT", "GM0362-RUN-2026-0009").encode())
    assert vreemd.status_code == 422
    assert "niet over" in vreemd.content.decode()
    assert "1 uitgevoerd" in stuur(goed).content.decode()
    assert "al ingelezen" in stuur(goed).content.decode()
    assert batch.pogingen.get().stand == "uitgevoerd"
    assert stuur(b"geen xml").status_code == 422


def test_stopping_from_the_dossier_takes_the_payment_out_and_resuming_lets_it_go_on(cast, dossier, inloggen):
    batch, client = ter_vrijgave(cast), inloggen(cast.sociale_zaken)
    basis = f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"
    antwoord = client.post(f"{basis}betalingen-stoppen/", {"reden": "vertrokken naar Utrecht"}, follow=True)
    assert "Uit een run genomen: 1" in antwoord.content.decode()
    assert batch.pogingen.totaal() == (0, 0)
    assert "vertrokken naar Utrecht" in lees(client, basis)

    client.post(f"{basis}betalingen-stoppen/hervatten/")
    assert Betaalstop.objects.get().opgeheven_door == cast.sociale_zaken


def test_a_run_costs_the_same_number_of_queries_with_one_row_and_with_many(cast, dossier, inloggen):
    landlord = dossier.uitkeringseenheden.get().eenheid.lasten.get().crediteur
    client = inloggen(cast.sociale_zaken)
    een = aantal_queries(client, f"{BASIS}{run(cast).pk}/")
    Betaalbatch.objects.get().pogingen.update(stand="uitgenomen", reden="test")
    Betaalbatch.objects.update(stand="ingetrokken", reden="test", ingetrokken_door=cast.sociale_zaken)
    for nummer in range(5):
        huurder(cast, landlord, kenmerk=f"c {nummer}")

    assert aantal_queries(client, f"{BASIS}{run(cast).pk}/") == een


def test_what_must_be_looked_into_stands_above_thousands_of_refusals(cast, dossier, inloggen):
    batch = vrijgegeven(cast)
    bericht = Bankbericht.objects.create(
        gemeente=cast.gemeente, batch=batch, soort="status", sha256="0" * 64, bericht_id="BANK-1",
        door=cast.uitkeringsadministratie, telling={"geweigerd": 30, "tegenstrijdig": 1},
    )  # fmt: skip
    regels = [Bankregel(bericht=bericht, uitkomst="geweigerd", zin="De rekening is opgeheven.")] * 30
    Bankregel.objects.bulk_create([*regels, Bankregel(bericht=bericht, uitkomst="tegenstrijdig", zin="Toch betaald.")])
    pagina = lees(inloggen(cast.sociale_zaken), f"{BASIS}{batch.pk}/")
    assert "Toch betaald." in pagina
    assert "De rekening is opgeheven." not in pagina


STATUS = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
<GrpHdr><MsgId>BANK-77</MsgId><CreDtTm>2026-11-23T10:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>BERICHT</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
<GrpSts>ACSC</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>"""
