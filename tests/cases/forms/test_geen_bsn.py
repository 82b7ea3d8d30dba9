"""A BSN in a text that goes into a letter is refused at its field."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from cases.forms.bezwaarbeslissing import OpstelForm
from cases.forms.geen_bsn import keur_geen_bsn, keur_voor_partner
from cases.forms.overleg import ActieForm, AgendaForm, AgendeerForm, VerslagForm, VerstrekForm
from ontzorgen.forms.besluiten import EindeBesluitForm
from pip_plans.intake.forms.ontheffing import VoorstelForm
from pip_plans.plan.forms.bijlage import BijlageForm
from pip_plans.plan.forms.concept import HoofdlijnenForm
from pip_plans.plan.forms.wijziging import IntrekkingForm
from pip_plans.plan.models import Pip
from tests.fabriek import maak_dossier


@pytest.mark.parametrize("tekst", ["BSN 999990019.", "999.990.019", "U hebt\n9999.90.019 als nummer"])
def test_nine_digits_that_pass_the_elfproef_are_named(tekst):
    with pytest.raises(ValidationError, match=r"een BSN kan zijn \(999990019\)"):
        keur_geen_bsn(tekst)
    keur_geen_bsn("Bel 020 314 48 88 over factuur 123456789 van 2026-11-20.")


@pytest.mark.parametrize(
    ("form", "veld"),
    [
        (EindeBesluitForm, "motivering"),
        (VoorstelForm, "motivering"),
        (OpstelForm, "motivering"),
        (BijlageForm, "bijzonderheden"),
        (IntrekkingForm, "motivering"),
        (IntrekkingForm, "zienswijze"),
    ],
)
def test_what_comes_in_a_letter_is_asked_without_a_bsn(form, veld):
    with pytest.raises(ValidationError, match="BSN kan zijn"):
        form.base_fields[veld].clean("Uw BSN is 999990019.")


@pytest.mark.parametrize(
    ("form", "veld"),
    [
        (AgendaForm, "vraag"),
        (AgendeerForm, "vraag"),
        (VerslagForm, "verslag"),
        (ActieForm, "wat"),
        (VerstrekForm, "doel"),
        (VerstrekForm, "grond"),
    ],
)
def test_a_partner_hears_of_no_long_number(form, veld):
    for nummer in ("999769248", "999.769.248", "123456789", "1234567890"):
        with pytest.raises(ValidationError, match="een partner mag dat niet weten"):
            form.base_fields[veld].clean(f"Wie belt het waterbedrijf? bsn {nummer}")


def test_a_partner_may_hear_a_telephone_number_a_day_and_an_amount():
    keur_voor_partner("Bel 0612345678, 020 314 48 88 of +31 612345678 op 20-11-2026 over € 1.234,56, klant ..4321.")


def test_the_texts_of_a_pip_too(cast):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 11, 20))
    getypt = {"revisie": 0, "doel": "Werk voor 999990019", "knm": "Les 999990019"}
    form = HoofdlijnenForm(getypt, instance=Pip(dossier=dossier), met_aanbod=True, toets="")
    assert {veld for veld, zinnen in form.errors.items() if "BSN kan zijn" in zinnen[0]} == {"doel", "knm"}
