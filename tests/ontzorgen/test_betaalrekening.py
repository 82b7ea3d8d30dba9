"""The account from which the gemeente pays: two people, the old one until then, and never that of a creditor."""

import pytest
from django.db import IntegrityError, transaction

from ontzorgen.models import Rekening
from ontzorgen.services.crediteuren import (
    betaalrekening,
    keur_rekening_goed,
    stel_betaalrekening_voor,
    stel_rekening_voor,
)
from ontzorgen.services.fout import OntzorgFout
from tests.fabriek import aangesteld

from .bouw_betaling import EIGEN_IBAN, IBANS, OP, betaalt_zelf, crediteur
from .hulp import kaal

ADRES = "/diemen/ontzorgen/betaalrekening/"
NIEUW = {"iban": "NL20 INGB 0001 2345 67", "tenaamstelling": "Gemeente Diemen", "bron": "brief van de bank"}


def voorstel(cast, iban=IBANS[1], **anders):
    velden = {"tenaamstelling": "Gemeente Diemen", "bron": "brief", "door": cast.financien, "op": OP} | anders
    return stel_betaalrekening_voor(gemeente=cast.gemeente, iban=iban, **velden)


def test_another_account_counts_from_the_moment_a_second_person_approved_it(cast, inloggen):
    betaalt_zelf(cast)
    financien, beheer = inloggen(cast.financien), inloggen(cast.beheerder)
    assert financien.post(ADRES, NIEUW).status_code == 302
    rij = Rekening.objects.get(stand="voorgesteld")

    assert betaalrekening(cast.gemeente) == EIGEN_IBAN
    financien.post(f"{ADRES}goedkeuren/", {"rekening": rij.pk})
    assert betaalrekening(cast.gemeente) == EIGEN_IBAN
    assert "Betaalrekening goedkeuren" in beheer.get("/diemen/").content.decode()
    assert "Betaalrekening goedkeuren" not in financien.get("/diemen/").content.decode()
    beheer.post(f"{ADRES}goedkeuren/", {"rekening": rij.pk})

    assert betaalrekening(cast.gemeente) == IBANS[1]
    geschiedenis = kaal(beheer.get(ADRES).content.decode()).split("Geschiedenis")[1]
    assert "NL20 INGB 0001 2345 67" in geschiedenis
    assert "NL02 ABNA 0123 4567 89" in geschiedenis
    assert f"{cast.financien}, {rij.voorgesteld_op:%-d}" in geschiedenis


def test_a_refused_account_leaves_the_old_one_with_the_reason(cast, inloggen):
    betaalt_zelf(cast)
    rij, beheer = voorstel(cast), inloggen(cast.beheerder)
    assert beheer.post(f"{ADRES}afwijzen/", {"rekening": rij.pk}).status_code == 422
    beheer.post(f"{ADRES}afwijzen/", {"rekening": rij.pk, "reden": "onbekend bij de bank"})
    assert betaalrekening(cast.gemeente) == EIGEN_IBAN
    assert "afgewezen: onbekend bij de bank" in beheer.get(ADRES).content.decode()


def test_who_makes_or_releases_runs_does_not_choose_the_account(cast, inloggen):
    for medewerker in (cast.uitkeringsadministratie, cast.teamleider, cast.sociale_zaken):
        assert inloggen(medewerker).get(ADRES).status_code == 403


@pytest.mark.parametrize(
    ("iban", "zin"),
    [("DE89 3704 0044 0532 0130 00", "Nederlandse rekening"), ("NL92 ABNA 0417 1643 00", "controlecijfers")],
)
def test_what_no_gemeente_pays_from_is_refused_at_the_field(cast, inloggen, iban, zin):
    antwoord = inloggen(cast.financien).post(ADRES, NIEUW | {"iban": iban})
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert not Rekening.objects.exists()


def test_the_gemeente_is_no_creditor_and_a_creditor_is_not_the_gemeente(cast):
    betaalt_zelf(cast)
    landlord = crediteur(cast)
    wie = {"tenaamstelling": "x", "bron": "y", "door": cast.uitkeringsadministratie, "op": OP}
    with pytest.raises(OntzorgFout, match="waar de gemeente zelf van betaalt") as fout:
        stel_rekening_voor(crediteur=landlord, iban=EIGEN_IBAN, **wie)
    assert fout.value.veld == "iban"
    with pytest.raises(OntzorgFout, match="de rekening van crediteur Woningstichting De Dijk"):
        voorstel(cast, IBANS[0])

    wacht = stel_rekening_voor(crediteur=landlord, iban=IBANS[2], **wie)
    with pytest.raises(OntzorgFout, match="de rekening van crediteur"):
        voorstel(cast, IBANS[2])
    Rekening.objects.create(  # as one that was approved meanwhile
        gemeente=cast.gemeente, iban=IBANS[2], tenaamstelling="Diemen", bron="oud", stand="goedgekeurd",
        voorgesteld_door=cast.financien, voorgesteld_op=OP, beoordeeld_door=cast.beheerder, beoordeeld_op=OP,
    )  # fmt: skip
    with pytest.raises(OntzorgFout, match="waar de gemeente zelf van betaalt"):
        keur_rekening_goed(rekening=wacht, door=cast.sociale_zaken, op=OP)


def test_the_database_wants_one_holder_and_one_proposal(cast):
    rij = voorstel(cast)
    assert voorstel(cast) == rij
    with pytest.raises(OntzorgFout, match="al een rekening ter goedkeuring"):
        voorstel(cast, IBANS[2], door=aangesteld(cast.gemeente, "financien"))
    with pytest.raises(IntegrityError, match="rekening_een_houder"), transaction.atomic():
        Rekening.objects.create(iban=EIGEN_IBAN, tenaamstelling="x", bron="y", voorgesteld_door=cast.financien,
                                voorgesteld_op=OP)  # fmt: skip
