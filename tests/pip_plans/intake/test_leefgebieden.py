"""The questions per leefgebied, and two people who write in the same one."""

from datetime import date

import pytest
from django.utils import timezone

from pip_plans.intake.enums import Gebied
from pip_plans.intake.keuzelijsten import Opleidingsniveau, Richting, Taalniveau
from pip_plans.intake.services.basis import GewijzigdDoorAnder, IntakeFout
from pip_plans.intake.services.leefgebieden import bewaar_leefgebied
from pip_plans.intake.services.samenvatting import samenvatting
from pip_plans.intake.services.verschil import Soort, Stuk, verschil
from pip_plans.intake.vragen import VRAGEN

from .conftest import OP, adres, schrijf


def bewaar(intake, gebied, *, versie=0, samenvoegen=True, door=None, **velden):
    return bewaar_leefgebied(
        intake=intake,
        gebied=gebied,
        teksten=velden,
        versie=versie,
        samenvoegen=samenvoegen,
        door=door or intake.dossier.consulent,
        op=OP,
        moment=timezone.now(),
    )


def test_answers_reach_the_route_advice_as_typed_values(intake):
    bewaar(intake, Gebied.TAAL, luisteren="a1", lezen="onder_a1", andere_talen="Engels")
    bewaar(intake, Gebied.OPLEIDING, school_jaren="8", hoogste_opleiding="lbo_mavo", waardering_gevraagd_op=OP)
    bewaar(intake, Gebied.WENSEN, richting="werk", uren_per_week=16)

    profiel = samenvatting(intake.dossier).profiel
    assert (profiel.luisteren, profiel.lezen, profiel.spreken) == (Taalniveau.A1, Taalniveau.ONDER_A1, None)
    assert (profiel.school_jaren, profiel.hoogste_opleiding) == (8, Opleidingsniveau.LBO_MAVO)
    assert (profiel.richting, profiel.uren_per_week) == (Richting.WERK, 16)


def test_answers_are_read_back_in_words_and_count_as_described(intake):
    rij = bewaar(intake, Gebied.OPLEIDING, school_jaren=8, waardering_gevraagd_op=date(2026, 10, 5))

    assert rij.beantwoord == (("Jaren naar school", "8 jaar"), ("Waardering aangevraagd op", "5 oktober 2026"))
    assert not rij.is_leeg


@pytest.mark.parametrize("fout", [{"school_jaren": "31"}, {"school_jaren": "veel"}, {"hoogste_opleiding": "dokter"}])
def test_a_wrong_answer_is_refused_with_the_name_of_the_question(intake, fout):
    with pytest.raises(IntakeFout, match=r"Het antwoord bij ‘.+’ klopt niet"):
        bewaar(intake, Gebied.OPLEIDING, **fout)
    assert not intake.leefgebieden.exists()


def test_of_gezondheid_nothing_is_asked_in_a_closed_list():
    assert Gebied.GEZONDHEID not in VRAGEN


def test_two_people_in_different_fields_both_keep_what_they_wrote(intake, cast):
    schrijf(intake, Gebied.WERK, "Was kok.")
    bewaar(intake, Gebied.WERK, versie=1, door=cast.collega, situatie="Was kok.", werk_jaren=6)

    rij = bewaar(intake, Gebied.WERK, versie=1, situatie="Was kok.", belemmeringen="Heeft geen diploma.")

    assert (rij.versie, rij.antwoorden, rij.belemmeringen) == (3, {"werk_jaren": 6}, "Heeft geen diploma.")


def test_two_people_in_one_field_have_to_choose(intake, cast):
    schrijf(intake, Gebied.WERK, "Was kok.")
    bewaar(intake, Gebied.WERK, versie=1, door=cast.collega, situatie="Was bakker.", sector="horeca")

    with pytest.raises(GewijzigdDoorAnder) as fout:
        bewaar(intake, Gebied.WERK, versie=1, situatie="Was kok in Asmara.", werk_jaren=4)

    assert fout.value.botsingen == ("situatie",)
    assert fout.value.getypt["situatie"] == "Was kok in Asmara."
    assert (fout.value.getypt["sector"], fout.value.getypt["werk_jaren"]) == ("horeca", 4)
    assert intake.leefgebieden.get().situatie == "Was bakker."


def test_an_autosave_never_mixes_in_what_a_colleague_wrote(intake, cast):
    bewaar(intake, Gebied.WERK, door=cast.collega, sector="horeca")

    with pytest.raises(GewijzigdDoorAnder) as fout:
        bewaar(intake, Gebied.WERK, samenvoegen=False, situatie="Was kok.")
    assert fout.value.botsingen == ()


def test_the_difference_is_told_in_words():
    stukken = verschil("Was kok in Asmara.", "Was acht jaar kok.")

    assert stukken == (
        Stuk(Soort.GELIJK, "Was"),
        Stuk(Soort.ERAF, "kok in Asmara."),
        Stuk(Soort.ERBIJ, "acht jaar kok."),
    )


def stuur(client, intake, gebied, **velden):
    return client.post(adres(intake.dossier, "leefgebied", gebied=gebied.value), velden)


def test_the_second_sees_the_difference_and_chooses_per_field(intake, cast, inloggen, op_de_dag):
    schrijf(intake, Gebied.WERK, "Was kok.")
    bewaar(intake, Gebied.WERK, versie=1, door=cast.collega, situatie="Was bakker.", werk_jaren=3)
    client = inloggen(cast.consulent)
    mijn = {"situatie": "Was kok in Asmara.", "werk_jaren": "5"}

    pagina = stuur(client, intake, Gebied.WERK, versie=1, **mijn)
    assert pagina.status_code == 409
    tekst = pagina.content.decode()
    assert "Was bakker." in tekst
    assert "Was kok in Asmara." in tekst
    assert f"de tekst van {cast.collega}" in tekst

    zonder = stuur(client, intake, Gebied.WERK, versie=2, botsing=["situatie", "werk_jaren"], **mijn)
    assert "Maak een keuze bij ‘Situatie’." in zonder.content.decode()

    keuze = {"kies_situatie": "beide", "kies_werk_jaren": "ander"}
    klaar = stuur(client, intake, Gebied.WERK, versie=2, botsing=["situatie", "werk_jaren"], **mijn, **keuze)
    rij = intake.leefgebieden.get()
    assert klaar.status_code == 302
    assert (rij.situatie, rij.antwoorden["werk_jaren"]) == ("Was bakker.\n\nWas kok in Asmara.", 3)


def test_a_choice_over_a_third_version_is_asked_again(intake, cast, inloggen, op_de_dag):
    bewaar(intake, Gebied.WERK, door=cast.collega, situatie="Was bakker.")
    bewaar(intake, Gebied.WERK, versie=1, door=cast.collega, situatie="Was banketbakker.")

    antwoord = stuur(
        inloggen(cast.consulent),
        intake,
        Gebied.WERK,
        versie=1,
        situatie="Kok.",
        botsing="situatie",
        kies_situatie="mijn",
    )

    assert antwoord.status_code == 409
    assert "banketbakker" in antwoord.content.decode()
    assert intake.leefgebieden.get().situatie == "Was banketbakker."


def test_the_page_shows_questions_and_says_which_number_is_wrong(intake, inloggen, op_de_dag):
    client = inloggen(intake.dossier.consulent)
    assert "Hoogste opleiding" in client.get(adres(intake.dossier, "leefgebieden")).content.decode()

    fout = stuur(client, intake, Gebied.OPLEIDING, versie=0, school_jaren="99")
    assert fout.status_code == 422
    assert "school_jaren" in fout.context["form"].errors
