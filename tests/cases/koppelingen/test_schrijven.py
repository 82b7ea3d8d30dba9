"""From a list of koppelingen to dossiers, facts and terms; and the same list once more."""

from datetime import UTC, date, datetime

import pytest

from cases.enums import Importstatus
from cases.models import Dossier, Gebeurtenis, Inburgeraar, Koppelregel, Termijn
from cases.services import koppelingen
from cases.services.gebeurtenissen import corrigeer_feit

from .hulp import ANDER, OP, PERSOON, VOORBEELD, lijst, maak_csv, schrijf_alles, uitkomsten

MOMENT = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def voer_in(cast):
    """Import these bytes from preview to the last row."""

    def voer_in(inhoud, op=OP):
        bestand = koppelingen.maak_voorbeeld(gemeente=cast.gemeente, inhoud=inhoud, door=cast.consulent, op=op)
        if bestand.regels.te_schrijven().exists():
            schrijf_alles(bestand, cast.consulent, MOMENT, op)
        return bestand

    return voer_in


def stand():
    """Everything an import may touch, to compare before and after."""
    return (
        list(Inburgeraar.objects.order_by("pk").values()),
        list(Dossier.objects.order_by("pk").values()),
        list(Gebeurtenis.objects.order_by("pk").values("pk", "soort", "datum", "gegevens")),
        list(Termijn.objects.order_by("pk").values("pk", "status", "laatste_dag")),
    )


def test_the_list_of_diemen_comes_in_whole(voer_in):
    bestand = voer_in(VOORBEELD)

    assert uitkomsten(bestand) == ["nieuw"] * 44
    assert bestand.status == Importstatus.KLAAR
    assert Dossier.objects.filter(consulent=None, regime="WI2021").count() == 44
    assert not bestand.regels.filter(verwerkt_op=None).exists()


def test_importing_twice_changes_nothing(voer_in):
    voer_in(VOORBEELD)
    voor = stand()

    tweede = voer_in(VOORBEELD, op=date(2026, 11, 27))

    assert set(uitkomsten(tweede)) == {"ongewijzigd"}
    assert stand() == voor


def test_a_row_becomes_a_person_facts_and_terms(voer_in):
    regel = voer_in(lijst({"achternaam": "Silva Conceição", "voorvoegsel": "da"})).regels.get()
    persoon = regel.dossier.inburgeraar

    assert (persoon.naam, persoon.postcode, persoon.gezin.kenmerk) == ("Shilan da Silva Conceição", "1110 BK", "G001")
    assert {(f.soort, f.datum, *f.gegevens.values()) for f in regel.dossier.gebeurtenissen.feiten()} == {
        ("VERBLIJFSVERGUNNING", date(2026, 5, 9), "asiel bepaalde tijd"),
        ("DOELGROEP", date(2026, 5, 9), "ASIELSTATUSHOUDER"),
        ("KOPPELING", date(2026, 5, 22), "AZC Almere"),
        ("KENNISGEVING_DUO", date(2026, 6, 10)),
        ("HUISVESTING", date(2026, 7, 25)),
        ("BRP_INSCHRIJVING", date(2026, 7, 29)),
    }
    termijn = regel.dossier.termijnen.get()
    assert (termijn.soort, termijn.laatste_dag, termijn.vervangt) == ("PIP", date(2026, 10, 7), None)


def test_a_permit_of_before_2022_opens_a_dossier_under_the_old_law(voer_in):
    regel = voer_in(lijst({"datum_vergunning": "31-12-2021", "datum_koppeling": "2022-01-20"})).regels.get()

    assert (regel.dossier.regime, regel.dossier.termijnen.count()) == ("WI2013", 0)


def test_members_of_one_gezin_are_linked(voer_in):
    voer_in(maak_csv(PERSOON, ANDER).encode())

    assert Inburgeraar.objects.filter(gezin__kenmerk="G001").count() == 2


def test_an_empty_cell_never_wipes_what_is_known(voer_in):
    voer_in(lijst({}))
    voor = stand()
    weg = ("bsn", "nationaliteit", "straat", "azc", "gezinsnummer", "datum_brp", "tolk_nodig", "geslacht", "voornamen")

    assert uitkomsten(voer_in(lijst(dict.fromkeys(weg, "")))) == ["ongewijzigd"]
    assert stand() == voor


def test_another_date_corrects_the_fact_and_moves_the_term_once(voer_in):
    voer_in(lijst({}))

    regel = voer_in(lijst({"datum_brp": "05-08-2026", "datum_huisvesting": "01-08-2026"})).regels.get()

    redenen = [(m["veld"], m["reden"]) for m in regel.meldingen]
    assert redenen == [
        ("datum_huisvesting", "Huisvesting: was 25-07-2026, wordt 01-08-2026."),
        ("datum_brp", "Inschrijving in de BRP: was 29-07-2026, wordt 05-08-2026."),
        ("", "Termijn ‘PIP vaststellen’: uiterlijk 07-10-2026 wordt 14-10-2026."),
    ]
    brp = regel.dossier.gebeurtenissen.geldend().get(soort="BRP_INSCHRIJVING")
    assert (brp.datum, brp.corrigeert.datum, brp.toelichting) == (
        date(2026, 8, 5),
        date(2026, 7, 29),
        "koppelbestand",
    )
    assert regel.dossier.termijnen.count() == 2
    assert regel.dossier.termijnen.open().get().laatste_dag == date(2026, 10, 14)


def test_a_date_goes_back_when_a_later_file_says_so(voer_in):
    for dag in ("29-07-2026", "05-08-2026", "29-07-2026"):
        bestand = voer_in(lijst({"datum_brp": dag}))

    assert uitkomsten(bestand) == ["bijgewerkt"]
    geldend = bestand.regels.get().dossier.gebeurtenissen.geldend().get(soort="BRP_INSCHRIJVING")
    assert geldend.datum == date(2026, 7, 29)


def test_what_a_person_corrected_since_is_left_alone(voer_in, cast):
    dossier = voer_in(lijst({})).regels.get().dossier
    brp = dossier.gebeurtenissen.get(soort="BRP_INSCHRIJVING")
    corrigeer_feit(gebeurtenis=brp, datum=date(2026, 7, 30), toelichting="BRP nagekeken", door=cast.consulent, op=OP)

    bestand = voer_in(lijst({}))

    assert uitkomsten(bestand) == ["ongewijzigd"]
    assert "met de hand gewijzigd" in bestand.regels.get().meldingen[0]["reden"]
    assert dossier.gebeurtenissen.geldend().get(soort="BRP_INSCHRIJVING").datum == date(2026, 7, 30)


def test_changed_particulars_of_a_person_are_shown_and_written(voer_in):
    voer_in(lijst({"bsn": ""}))

    regel = voer_in(lijst({"straat": "Meerkoet", "tolk_nodig": "nee"})).regels.get()

    assert [(m["veld"], m["reden"]) for m in regel.meldingen] == [
        ("bsn", "Wordt aangevuld: ‘…691’."),
        ("straat", "Was ‘Arent Krijtsstraat’, wordt ‘Meerkoet’."),
        ("tolk_nodig", "Was ‘ja’, wordt ‘nee’."),
    ]
    persoon = Inburgeraar.objects.get()
    assert (persoon.bsn, persoon.straat, persoon.tolk_nodig) == ("999284691", "Meerkoet", False)


def test_markup_and_formulas_are_names_like_any_other(voer_in):
    naam = '=HYPERLINK("x")<b>&amp;'

    assert voer_in(lijst({"achternaam": naam})).regels.get().dossier.inburgeraar.achternaam == naam


def test_a_row_that_would_change_more_than_was_shown_waits(voer_in, cast):
    dossier = voer_in(lijst({})).regels.get().dossier
    bestand = koppelingen.maak_voorbeeld(
        gemeente=cast.gemeente, inhoud=lijst({"straat": "Meerkoet"}), door=cast.consulent, op=OP
    )
    Inburgeraar.objects.filter(pk=dossier.inburgeraar_id).update(nationaliteit="Nederlandse")

    schrijf_alles(bestand, cast.consulent, MOMENT)

    regel = bestand.regels.get()
    dossier.inburgeraar.refresh_from_db()
    assert (regel.uitkomst, regel.verwerkt_op, dossier.inburgeraar.straat) == ("fout", None, "Arent Krijtsstraat")
    assert "Sinds het voorbeeld" in regel.meldingen[-1]["reden"]


def test_one_row_that_fails_does_not_stop_the_others(voer_in, cast):
    """A V-nummer is taken between judging and writing: the database refuses that row only."""
    bestand = koppelingen.maak_voorbeeld(
        gemeente=cast.gemeente, inhoud=maak_csv(PERSOON, ANDER).encode(), door=cast.consulent, op=OP
    )
    Koppelregel.objects.filter(nummer=2).update(waarden=PERSOON | {"gezinsnummer": "G" * 40})

    schrijf_alles(bestand, cast.consulent, MOMENT)

    assert uitkomsten(bestand) == ["fout", "nieuw"]
    assert Inburgeraar.objects.get().achternaam == "Khoury"


def test_a_killed_worker_leaves_work_that_goes_on_where_it_stopped(cast, monkeypatch):
    monkeypatch.setattr("cases.services.koppelingen.schrijven.STUK", 10)
    bestand = koppelingen.maak_voorbeeld(gemeente=cast.gemeente, inhoud=VOORBEELD, door=cast.consulent, op=OP)
    koppelingen.bevestig(bestand=bestand, door=cast.consulent, moment=MOMENT)
    koppelingen.schrijf_stuk(bestand_id=bestand.pk, op=OP, moment=MOMENT)

    assert bestand.regels.verwerkt().count() == 10
    while koppelingen.schrijf_stuk(bestand_id=bestand.pk, op=OP, moment=MOMENT):
        pass

    assert Dossier.objects.count() == 44
    assert not koppelingen.schrijf_stuk(bestand_id=bestand.pk, op=OP, moment=MOMENT)
