"""The ladder over the screens, without JavaScript: one next step each time, and the roles that may take it."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from pip_plans.handhaving.models import Handhavingszaak
from tests.pip_plans.plan.hulp import zet_document_gereed

from .hulp import geconstateerd, gezinsmigrant, statushouder, tot_voorstel, verzonden


@pytest.fixture
def dossier(cast):
    return gezinsmigrant(cast)


def adres(dossier, naam="overzicht", **deel):
    return reverse(f"handhaving:{naam}", kwargs={"gemeente": "diemen", "nummer": dossier.nummer, **deel})


def op(dag: date):
    return time_machine.travel(f"{dag.isoformat()} 10:00+01:00", tick=False)


def test_a_case_climbs_from_the_constatering_to_the_payment(cast, inloggen, dossier):
    consulent, teamleider = inloggen(cast.consulent), inloggen(cast.teamleider)
    with op(date(2026, 9, 10)):
        velden = {"gedraging": "pip", "gedrag_op": "08-09-2026", "omschrijving": "U kwam niet.", "bewijs": "De lijst."}
        assert consulent.post(adres(dossier, "constatering"), velden).status_code == 302
        zaak = Handhavingszaak.objects.get()
        waar = {"pk": zaak.pk}
        pagina = consulent.get(adres(dossier, "zaak", **waar)).content.decode()
        assert "Meteen een voornemen" in pagina
        assert consulent.post(adres(dossier, "waarschuwen", **waar), {"tot": "25-09-2026"}).status_code == 302
        assert "Waarschuwing verzenden" in consulent.get(adres(dossier, "zaak", **waar)).content.decode()
        zaak.refresh_from_db()
        verzonden(cast, zaak.waarschuwing, date(2026, 9, 10))
        assert "Wachten op de waarschuwing" in consulent.get(adres(dossier, "zaak", **waar)).content.decode()
        antwoord = consulent.post(adres(dossier, "voornemen", **waar), {"na_waarschuwing": "U kwam niet."})
        assert "Wacht dat af" in antwoord.content.decode()
    with op(date(2026, 9, 28)):
        antwoord = consulent.post(adres(dossier, "voornemen", **waar), {"na_waarschuwing": "U kwam weer niet."})
        assert antwoord.status_code == 302
        assert "Voornemen verzenden" in consulent.get(adres(dossier, "zaak", **waar)).content.decode()
        zaak.refresh_from_db()
        verzonden(cast, zaak.voornemen, date(2026, 9, 28))
    with op(date(2026, 10, 6)):
        velden = {"soort": "mondeling", "datum": "06-10-2026", "tekst": "U was moe."}
        assert consulent.post(adres(dossier, "zienswijze", **waar), velden).status_code == 302
        assert "Aanvullen kan nog tot en met" in consulent.get(adres(dossier, "zaak", **waar)).content.decode()
    with op(date(2026, 10, 13)):
        pagina = consulent.get(adres(dossier, "voorstel", **waar)).content.decode()
        assert "€\N{NO-BREAK SPACE}25,00" in pagina
        velden = {"verwijtbaarheid": "normaal", "waarom": "U had kunnen bellen.", "bijstand_verlaagd": "nee"}
        assert consulent.post(adres(dossier, "voorstel", **waar), velden).status_code == 302
        assert consulent.post(adres(dossier, "beslissen", **waar), {"revisie": "1"}).status_code == 403
        assert "Boete opleggen" in teamleider.get(adres(dossier, "zaak", **waar)).content.decode()
        assert (
            "Voorstellen voor een boete"
            in teamleider.get(reverse("cases:werkvoorraad", args=["diemen"])).content.decode()
        )
        teamleider.post(adres(dossier, "beslissen", **waar), {"revisie": "1", "besluit": "ja"})
        zaak.refresh_from_db()
        zet_document_gereed(zaak.beschikking.document)
        velden = {"datum": "13-10-2026", "kanaal": "post"}
        assert consulent.post(adres(dossier, "bekendmaken", **waar), velden).status_code == 302
        betaling = {"datum": "13-10-2026", "bedrag": "25,00"}
        assert consulent.post(adres(dossier, "betaling", **waar), betaling).status_code == 302
    zaak.refresh_from_db()
    assert zaak.stand == "betaald"


def test_the_page_explains_the_amount_line_by_line(cast, inloggen, dossier):
    zaak = tot_voorstel(cast, dossier)
    pagina = inloggen(cast.consulent).get(adres(dossier, "zaak", pk=zaak.pk)).content.decode()
    for regel in zaak.berekening:
        assert regel["uitleg"] in pagina
        assert regel["grondslag"] in pagina
    assert "Boete opleggen" not in pagina


def test_for_asylum_the_page_warns_of_keren_and_leads_to_the_end_where_the_gemeente_does_not_fine(cast, inloggen):
    dossier = statushouder(cast)
    zaak = geconstateerd(cast, dossier)
    client = inloggen(cast.consulent)
    assert "C-158/23" in client.get(adres(dossier)).content.decode()
    antwoord = client.post(adres(dossier, "voornemen", pk=zaak.pk))
    assert antwoord.status_code == 422
    assert "Beëindig de zaak met een reden" in antwoord.content.decode()
    velden = {"einde": "beleid", "waarom": "Onze gemeente beboet niet bij asiel."}
    assert client.post(adres(dossier, "beeindigen", pk=zaak.pk), velden).status_code == 302
    assert "beëindigd zonder boete" in client.get(adres(dossier)).content.decode()


def test_a_fine_of_duo_is_shown_as_a_fact(cast, inloggen, dossier):
    client = inloggen(cast.consulent)
    velden = {"artikel": "24", "datum": "01-06-2026", "bedrag": "340,00", "maanden": "6", "vanaf": "02-06-2026"}
    assert client.post(adres(dossier, "duoboete"), velden).status_code == 302
    pagina = client.get(adres(dossier)).content.decode()
    assert "€\N{NO-BREAK SPACE}340,00; nieuwe termijn van 6 maanden" in pagina


def test_a_bsn_in_a_text_for_the_letter_is_refused_at_the_field(cast, inloggen, dossier):
    velden = {"gedraging": "pip", "gedrag_op": "08-09-2026", "omschrijving": "BSN 999990019", "bewijs": "De lijst."}
    antwoord = inloggen(cast.consulent).post(adres(dossier, "constatering"), velden)
    assert (antwoord.status_code, Handhavingszaak.objects.count()) == (422, 0)
