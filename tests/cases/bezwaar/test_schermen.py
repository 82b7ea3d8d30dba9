"""The pages of a bezwaar: who sees what, the steps in order, the pile of the jurist, and refusals on the screen."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from cases.bezwaarwerk import behandelt_bezwaar
from cases.enums import Kanaal, Rol
from cases.models import Bezwaar
from cases.services.bezwaar import beslissen, horen, registreren, verloop
from cases.services.bezwaar.stand import STAPTITELS
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier

from .hulp import ONTVANGEN, besluit, klaar_om_te_beslissen, registreer, zet_gereed, zitting

pytestmark = pytest.mark.usefixtures("vandaag_is_vandaag")


@pytest.fixture
def vandaag_is_vandaag(time_machine):
    time_machine.move_to(f"{VANDAAG} 09:00:00+01:00")


def adres(bezwaar: Bezwaar, naam: str = "bezwaar", **extra) -> str:
    plek = {"gemeente": "diemen", "nummer": bezwaar.dossier.nummer, "pk": bezwaar.pk} | extra
    return reverse(f"cases:{naam}", kwargs=plek)


def lees(antwoord) -> str:
    return unescape(antwoord.content.decode())


def test_a_consulent_registers_from_a_decision_and_reads_the_state(cast, inloggen):
    besluit_ = besluit(cast)
    client, plek = inloggen(cast.consulent), {"gemeente": "diemen", "nummer": besluit_.dossier.nummer}
    tab = lees(client.get(reverse("cases:bezwaren", kwargs=plek)))
    nieuw = reverse("cases:bezwaar_nieuw", kwargs=plek | {"pk": besluit_.pk})
    assert nieuw in tab

    velden = {"ontvangen_op": "05-10-2026", "kanaal": "post", "postdatum": "02-10-2026", "gronden": "Te zwaar."}
    antwoord = client.post(nieuw, velden, follow=True)
    bezwaar = Bezwaar.objects.get()
    tekst = lees(antwoord)
    assert antwoord.redirect_chain == [(adres(bezwaar), 302)]
    assert "Bezwaar BZW-2026-0001 is geregistreerd." in tekst
    assert "dinsdag 8 december 2026" in tekst
    assert "Ontvangst bevestigen" in tekst
    assert adres(bezwaar, "bezwaar_stap", stap="bevestigen") not in tekst
    assert client.get(adres(bezwaar, "bezwaar_stap", stap="bevestigen")).status_code == 403


def test_a_refusal_stands_above_the_form_with_its_article(cast, inloggen):
    besluit_ = besluit(cast)
    plek = {"gemeente": "diemen", "nummer": besluit_.dossier.nummer, "pk": besluit_.pk}
    velden = {"ontvangen_op": "14-09-2026", "kanaal": "email"}
    antwoord = inloggen(cast.consulent).post(reverse("cases:bezwaar_nieuw", kwargs=plek), velden)

    assert antwoord.status_code == 422
    assert "pas op 15 september 2026 genomen" in lees(antwoord)
    assert not Bezwaar.objects.exists()


def test_the_tab_is_there_when_there_is_a_decision(cast, inloggen):
    zonder = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 9, 9))
    met = besluit(cast).dossier
    client = inloggen(cast.consulent)
    tabs = {
        dossier.nummer: reverse("cases:bezwaren", kwargs={"gemeente": "diemen", "nummer": dossier.nummer})
        in lees(client.get(reverse("cases:dossier", kwargs={"gemeente": "diemen", "nummer": dossier.nummer})))
        for dossier in (zonder, met)
    }
    assert tabs == {zonder.nummer: False, met.nummer: True}


def test_the_jurist_walks_the_steps_from_the_pile_to_the_decision(cast, inloggen):
    bezwaar = registreer(cast)
    client = inloggen(cast.jurist)
    werk = lees(client.get(reverse("cases:werkvoorraad", kwargs={"gemeente": "diemen"})))
    assert "Bezwaar BZW-2026-0001: ontvangst bevestigen; beslissen uiterlijk 8 december 2026" in werk

    def zet(stap: str, **velden: str) -> str:
        antwoord = client.post(adres(bezwaar, "bezwaar_stap", stap=stap), velden, follow=True)
        assert antwoord.redirect_chain, lees(antwoord)
        return lees(antwoord)

    zet("bevestigen")
    zet("hoorzitting", datum="03-12-2026", tijd="10:30", duur_minuten="60", plaatssoort="gemeentehuis")
    bezwaar.refresh_from_db()
    bezwaar.hoorzitting.uitkomst = "afgemeld"
    bezwaar.hoorzitting.save()
    zet("afzien", grond="c", waarom="Gebeld: wil niet komen.")
    tekst = zet("opstellen", uitkomst="ongegrond", motivering="De toets is goed uitgelegd.")
    assert "U hebt deze beslissing zelf opgesteld" in tekst
    assert adres(bezwaar, "bezwaar_stap", stap="vaststellen") not in tekst
    for woord in ("Ontvangstbevestiging van een bezwaar", "Uitnodiging voor een hoorzitting", "zag af van horen"):
        assert woord in tekst
    lezer = inloggen(cast.teamleider)
    besluitpagina = adres(bezwaar, "bezwaar_stap", stap="vaststellen")
    assert "De toets is goed uitgelegd." in lees(lezer.get(besluitpagina))
    lezer.post(besluitpagina, {"revisie": "1"})
    bezwaar.refresh_from_db()
    zet_gereed(bezwaar.beslissing.document)
    tekst = zet("bekendmaken", datum="20-11-2026", kanaal="post")
    assert "Beroep instellen" in tekst


def test_what_the_law_refuses_is_an_error_of_the_step(cast, inloggen):
    bezwaar = registreer(cast)
    antwoord = inloggen(cast.jurist).post(
        adres(bezwaar, "bezwaar_stap", stap="verdagen"), {"weken": "6", "reden": "Druk."}
    )
    assert antwoord.status_code == 302
    antwoord = inloggen(cast.jurist).post(
        adres(bezwaar, "bezwaar_stap", stap="verdagen"), {"weken": "6", "reden": "Druk."}
    )
    assert antwoord.status_code == 422
    assert "De beslissing is al verdaagd" in lees(antwoord)


def test_before_the_hearing_the_page_offers_neither_the_report_nor_that_nobody_came(cast, inloggen):
    bezwaar = registreer(cast)
    verloop.bevestig_ontvangst(bezwaar=bezwaar, door=cast.jurist, op=VANDAAG)
    horen.nodig_uit(bezwaar=bezwaar, gegevens=zitting(cast, date(2026, 12, 3)), door=cast.jurist, op=VANDAAG)
    client = inloggen(cast.jurist)
    pagina = lees(client.get(adres(bezwaar)))
    assert "Wachten op de hoorzitting" in pagina
    assert adres(bezwaar, "bezwaar_stap", stap="verslag") not in pagina
    assert "is niet gekomen" not in lees(client.get(adres(bezwaar, "bezwaar_stap", stap="zitting")))
    verplaatsen = adres(bezwaar, "bezwaar_stap", stap="verplaatsen")
    assert 'value="03-12-2026"' in lees(client.get(verplaatsen))
    velden = {"datum": "10-12-2026", "tijd": "14.00", "duur_minuten": "60", "plaatssoort": "gemeentehuis"}
    antwoord = client.post(verplaatsen, velden | {"reden": "Jurist ziek."}, follow=True)
    assert "Die is op donderdag 10 december 2026" in lees(antwoord)


def test_the_page_of_a_hearing_sends_who_wants_to_move_it_to_the_bezwaar(cast, inloggen):
    bezwaar = registreer(cast)
    wie = {"door": cast.jurist, "op": VANDAAG}
    rij = horen.nodig_uit(bezwaar=bezwaar, gegevens=zitting(cast, date(2026, 12, 3)), **wie).hoorzitting
    plek = {"gemeente": "diemen", "nummer": bezwaar.dossier.nummer, "pk": rij.pk}
    pagina = lees(inloggen(cast.consulent).get(reverse("cases:afspraak", kwargs=plek)))
    assert "Een hoorzitting verplaatst u op de tab" in pagina
    assert reverse("cases:afspraak_wijzigen", kwargs=plek) not in pagina


def test_a_step_that_does_not_exist_is_404(cast, inloggen):
    antwoord = inloggen(cast.jurist).get(adres(registreer(cast), "bezwaar_stap", stap="bestaat-niet"))
    assert antwoord.status_code == 404


def test_every_step_has_a_page(cast, inloggen):
    bezwaar = klaar_om_te_beslissen(cast)
    client = inloggen(cast.jurist)
    for stap, titel in STAPTITELS.items():
        antwoord = client.get(adres(bezwaar, "bezwaar_stap", stap=stap))
        assert antwoord.status_code == 200, stap
        assert f"<h2>{titel}</h2>" in lees(antwoord)


def test_letters_and_words_are_for_the_own_consulent_and_who_handles_it(cast, inloggen):
    bezwaar = registreer(cast, gronden="Ik wil de onderwijsroute.")
    verloop.bevestig_ontvangst(bezwaar=bezwaar, door=cast.jurist, op=VANDAAG)
    brief = bezwaar.dossier.documenten.get(soort="bezwaar_ontvangst")
    zet_gereed(brief)
    ziet = {}
    for naam in ("consulent", "jurist", "teamleider", "collega", "tweede_lezer", "raadpleger"):
        client = inloggen(getattr(cast, naam))
        pagina = client.get(adres(bezwaar))
        document = client.get(adres(bezwaar, "document", pk=brief.pk))
        ziet[naam] = (pagina.status_code, "Ik wil de onderwijsroute." in lees(pagina), document.status_code)
    assert ziet == {
        "consulent": (200, True, 200),
        "jurist": (200, True, 200),
        "teamleider": (200, True, 200),
        "collega": (200, False, 403),
        "tweede_lezer": (403, False, 403),
        "raadpleger": (403, False, 403),
    }


def test_a_teamleider_reads_along_only_while_a_bezwaar_of_somebody_else_runs(cast):
    def ziet(bezwaar: Bezwaar) -> dict[str, bool]:
        mensen = {"jurist": Rol.JURIST, "teamleider": Rol.TEAMLEIDER, "tweede_lezer": Rol.TWEEDE_LEZER}
        return {
            naam: behandelt_bezwaar(bezwaar.dossier, getattr(cast, naam), frozenset({rol}))
            for naam, rol in mensen.items()
        }

    loopt = registreer(cast)
    assert ziet(loopt) == {"jurist": True, "teamleider": True, "tweede_lezer": False}
    verloop.trek_in(bezwaar=loopt, datum=VANDAAG, door=cast.jurist, op=VANDAAG)
    assert ziet(loopt) == {"jurist": True, "teamleider": False, "tweede_lezer": False}

    gegevens = {"ontvangen_op": ONTVANGEN, "kanaal": "email"}
    wie = {"door": cast.teamleider, "op": VANDAAG}
    assert not ziet(registreren.registreer(beschikking=besluit(cast), gegevens=gegevens, **wie))["teamleider"]

    beslist = beslissen.stel_vast(bezwaar=klaar_om_te_beslissen(cast), revisie=1, **wie)
    assert ziet(beslist)["teamleider"]
    zet_gereed(beslist.beslissing.document)
    beslissen.maak_bekend(bezwaar=beslist, datum=VANDAAG, kanaal=Kanaal.POST, **wie)
    assert not ziet(beslist)["teamleider"]
    beslist.zaken.create(soort="beroep", ingesteld_op=VANDAAG)
    assert ziet(beslist)["teamleider"]


def test_the_jurist_sees_the_dossier_of_a_registered_bezwaar_and_no_other(cast, inloggen):
    ander = besluit(cast)
    bezwaar = registreer(cast, besluit(cast))
    client = inloggen(cast.jurist)
    assert client.get(adres(bezwaar)).status_code == 200
    plek = {"gemeente": "diemen", "nummer": ander.dossier.nummer}
    assert client.get(reverse("cases:bezwaren", kwargs=plek)).status_code == 404


def test_a_later_decision_is_shown_as_covered(cast, inloggen):
    eerste = besluit(cast)
    bezwaar = registreer(cast, eerste)
    tweede = besluit(cast, eerste.dossier, bekend=date(2026, 10, 20), vervangt=eerste)
    client = inloggen(cast.jurist)

    assert f"Ook tegen {tweede.nummer}" in lees(client.get(adres(bezwaar)))
    tab = lees(client.get(reverse("cases:bezwaren", kwargs={"gemeente": "diemen", "nummer": eerste.dossier.nummer})))
    assert "gaat vanzelf ook over dit besluit" in tab
