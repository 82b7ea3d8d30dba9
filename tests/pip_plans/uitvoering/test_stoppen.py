"""What somebody hears when a place stops, the waiting that is too long, and a calm page of the PIP."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cases.models import Dossier, Instelling
from cases.panelen import Dossierbeeld, wat_nu
from cases.services.termijnen import dossierfeiten_van
from pip_plans.uitvoering.enums import Stopreden
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.uitvoering.services.plaatsing import bevestig_begin, zet_op_wachtlijst
from pip_plans.uitvoering.services.stoppen import stop
from tests.fabriek import Cast

from .bouw import OP, maak_aanbieder, maak_contract, met_pip, plaats_nu, voorstel


def brieven(dossier: Dossier) -> list[tuple[str, str]]:
    rijen = dossier.documenten.order_by("pk").values_list("soort", "inhoud")
    return [(soort, inhoud.get("hoe") or inhoud.get("stap") or "") for soort, inhoud in rijen]


@pytest.mark.parametrize(
    ("reden", "nieuw"),
    [
        (Stopreden.AFGEROND, [("plaatsing_stopt", "afgerond")]),
        (Stopreden.ROUTE, [("plaatsing_stopt", "gestopt"), ("aanmelding", "afmelding")]),
        (Stopreden.NIET_GEKOMEN, [("plaatsing_stopt", "gestopt"), ("aanmelding", "afmelding")]),
        (Stopreden.VERGISSING, [("plaatsing_stopt", "vergissing"), ("aanmelding", "afmelding")]),
    ],
)
def test_who_had_a_place_hears_that_it_stops_once_and_never_why(cast, reden, nieuw):
    dossier = met_pip(cast)
    rij = plaats_nu(cast, voorstel(cast, dossier, maak_contract(maak_aanbieder(cast))), start=OP)
    eerder = len(brieven(dossier))
    wie = {"plaatsing": rij, "datum": OP, "reden": reden, "toelichting": "Iets geheims", "door": cast.consulent}
    stop(op=OP, **wie)
    stop(op=OP, **wie)

    assert brieven(dossier)[eerder:] == nieuw
    brief = dossier.documenten.get(soort="plaatsing_stopt").inhoud
    assert "geheims" not in str(brief)
    assert brief["laatste"] == ("" if reden == Stopreden.VERGISSING else OP.isoformat())


@pytest.mark.parametrize(
    ("start", "begonnen", "dag", "zin"),
    [
        (date(2026, 9, 10), date(2026, 9, 10), date(2022, 1, 1), "pas op 10 september 2026 begonnen"),
        (date(2026, 9, 10), date(2026, 9, 10), date(2026, 9, 9), "pas op 10 september 2026 begonnen"),
        (date(2027, 12, 1), None, date(2022, 1, 1), "pas op 20 november 2026 voorgesteld"),
        (date(2027, 12, 1), None, OP, "nog niet begonnen, dus ook niet afgerond"),
    ],
)
def test_nothing_stops_before_it_was_there(cast, start, begonnen, dag, zin):
    rij = plaats_nu(cast, voorstel(cast, met_pip(cast), maak_contract(maak_aanbieder(cast))), start=start)
    if begonnen:
        bevestig_begin(plaatsing=rij, datum=begonnen, door=cast.consulent, op=OP)

    with pytest.raises(UitvoeringFout, match=zin):
        stop(plaatsing=rij, datum=dag, reden=Stopreden.AFGEROND, door=cast.consulent, op=OP)


def test_a_second_stop_that_says_something_else_is_told(cast):
    rij = plaats_nu(cast, voorstel(cast, met_pip(cast), maak_contract(maak_aanbieder(cast))), start=OP)
    stop(plaatsing=rij, datum=OP, reden=Stopreden.VERZOEK, door=cast.consulent, op=OP)

    with pytest.raises(UitvoeringFout, match="al gestopt"):
        stop(plaatsing=rij, datum=OP, reden=Stopreden.ROUTE, door=cast.consulent, op=OP)


def test_a_proposal_that_stops_was_no_place_and_gives_no_letter(cast):
    dossier = met_pip(cast)
    rij = voorstel(cast, dossier, maak_contract(maak_aanbieder(cast)))
    stop(plaatsing=rij, datum=OP, reden=Stopreden.VERZOEK, door=cast.consulent, op=OP)

    assert brieven(dossier) == []


def wacht_stap(dossier: Dossier, cast: Cast, op: date) -> list[tuple[str, date | None]]:
    beeld = Dossierbeeld(dossier, dossierfeiten_van(dossier), [], cast.consulent, op)
    return [(stap.titel, stap.uiterlijk) for stap in wat_nu(beeld) if stap.titel.startswith("Wacht te lang")]


def test_what_is_too_long_on_the_waiting_list_is_a_choice_of_the_gemeente(cast):
    dossier = met_pip(cast)
    rij = voorstel(cast, dossier, maak_contract(maak_aanbieder(cast)))
    rij = zet_op_wachtlijst(plaatsing=rij, door=cast.consulent, op=OP)
    type(rij).objects.filter(pk=rij.pk).update(wacht_sinds="2026-10-01T23:30:00Z")  # 2 October here
    sinds = date(2026, 10, 2)
    assert wacht_stap(dossier, cast, sinds + timedelta(weeks=6)) == []
    stap = ("Wacht te lang: B1-route", sinds + timedelta(weeks=6))
    assert wacht_stap(dossier, cast, sinds + timedelta(weeks=6, days=1)) == [stap]

    Instelling.objects.create(
        gemeente=cast.gemeente, sleutel="wachtlijst_weken", waarde="8", bron="besluit", geldig_vanaf=date(2026, 1, 1)
    )
    assert wacht_stap(dossier, cast, sinds + timedelta(weeks=6, days=1)) == []
    assert len(wacht_stap(dossier, cast, sinds + timedelta(weeks=8, days=1))) == 1


def test_what_the_pip_does_not_ask_stands_behind_one_button(cast, inloggen, monkeypatch):
    monkeypatch.setattr("cases.views.dossier_beeld.vandaag", lambda: OP)
    dossier = met_pip(cast)
    adres = reverse("uitvoering:overzicht", kwargs={"gemeente": "diemen", "nummer": dossier.nummer})
    antwoord = inloggen(cast.consulent).get(adres)

    getoond = [regel["wens"].soort for regel in antwoord.context["regels"] if regel["toon"]]
    assert "b1" in getoond
    assert set(getoond).isdisjoint({"z", "onderwijs", "b1_mbo", "participatie"})
    assert set(antwoord.context["buiten_pip"]) == {"z", "onderwijs", "b1_mbo", "participatie"}
    assert antwoord.content.decode().count("<summary>Maatwerk") == 1
    assert "<summary>Maatwerk" not in inloggen(cast.raadpleger).get(adres).content.decode()
