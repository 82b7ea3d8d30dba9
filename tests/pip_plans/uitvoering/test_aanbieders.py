"""The catalogue: one contract per offer at a time, and nothing is taken away from who has a place."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from pip_plans.uitvoering.models import Contract
from pip_plans.uitvoering.services.aanbieders import bewaar_aanbieder, bewaar_contract
from pip_plans.uitvoering.services.fout import UitvoeringFout

from .bouw import OP, maak_aanbieder, maak_contract, met_pip, plaats_nu, voorstel


def test_two_contracts_for_the_same_offer_never_overlap(cast):
    wie = maak_aanbieder(cast)
    maak_contract(wie, tot=date(2026, 12, 31))

    with pytest.raises(UitvoeringFout, match="in deze periode al een contract"):
        maak_contract(wie, van=date(2026, 12, 31), tot=date(2027, 12, 31))
    with pytest.raises(IntegrityError, match="contract_een_tegelijk"), transaction.atomic():
        Contract.objects.create(
            aanbieder=wie, soort="b1", nummer="X", van=date(2026, 6, 1), tot=date(2027, 1, 1), plaatsen=1, prijs=1
        )
    maak_contract(wie, van=date(2027, 1, 1), tot=date(2027, 12, 31))
    maak_contract(wie, soort="z")
    assert wie.contracten.count() == 3


def test_a_contract_is_for_what_the_aanbieder_offers_and_keeps_it_there(cast):
    wie = maak_aanbieder(cast, aanbod=("b1",))
    with pytest.raises(UitvoeringFout, match="Vul dat eerst aan"):
        maak_contract(wie, soort="z")
    maak_contract(wie)

    with pytest.raises(UitvoeringFout, match="Hiervoor is er een contract: B1-route"):
        bewaar_aanbieder(gemeente=cast.gemeente, gegevens={"aanbod": ["z"]}, bestaand=wie)


def test_places_that_are_given_away_stay(cast):
    wie = maak_aanbieder(cast)
    contract = maak_contract(wie, plaatsen=2)
    for _ in range(2):
        plaats_nu(cast, voorstel(cast, met_pip(cast), contract))
    gegevens = {veld: getattr(contract, veld) for veld in ("soort", "nummer", "van", "tot", "plaatsen", "prijs")}
    anders = {"plaatsen": (1, "al 2 plaatsen vergeven"), "soort": ("z", "Er staan mensen op dit contract"),
              "tot": (date(2026, 12, 31), "buiten deze periode")}  # fmt: skip

    for veld, (waarde, tekst) in anders.items():
        with pytest.raises(UitvoeringFout, match=tekst):
            bewaar_contract(aanbieder=wie, gegevens=gegevens | {veld: waarde}, op=OP, bestaand=contract)


def test_an_aanbieder_of_another_gemeente_is_not_changed(cast, uithoorn):
    with pytest.raises(UitvoeringFout, match="andere gemeente"):
        bewaar_aanbieder(gemeente=uithoorn, gegevens={"naam": "X"}, bestaand=maak_aanbieder(cast))
