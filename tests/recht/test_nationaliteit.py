"""Art. 3 Wi 2021: citizens who move freely have no duty, unless DUO says otherwise."""

import pytest

from inburgering.recht.nationaliteit import REDEN, geen_plicht, verblijft_op_unierecht


@pytest.mark.parametrize("nationaliteit", ["Poolse", "pools", " DUITSLAND ", "België", "Zwitserse", "ijslandse"])
def test_art_3_wi_a_citizen_of_the_eu_the_eer_or_switzerland_has_no_duty(nationaliteit):
    assert geen_plicht(nationaliteit, kennisgeving=False) == REDEN


@pytest.mark.parametrize("nationaliteit", ["", "Syrische", "Eritrese", "Britse", "Turkse", "Oekraïense", "staatloos"])
def test_art_3_wi_who_comes_from_elsewhere_may_have_one(nationaliteit):
    assert geen_plicht(nationaliteit, kennisgeving=False) == ""


def test_the_kennisgeving_of_duo_establishes_the_duty_whatever_the_nationality():
    assert geen_plicht("Poolse", kennisgeving=True) == ""


@pytest.mark.parametrize(
    ("vergunning", "unie"),
    [("EU", True), ("EU-verblijfsdocument", True), ("eu verblijf familielid", True), ("Europa", False), ("", False),
     ("asiel bepaalde tijd", False)],
)  # fmt: skip
def test_art_3_wi_family_with_a_right_of_the_union_has_no_duty(vergunning, unie):
    assert verblijft_op_unierecht(vergunning) is unie
