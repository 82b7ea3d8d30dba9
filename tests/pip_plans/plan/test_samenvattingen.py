"""Three papers of one version: the decision, the page in Dutch, and the page in the client's language."""

from django.urls import reverse

from cases.services.dossiers import wijzig_persoon
from pip_plans.plan.services.beoordelen import bied_aan, stel_vast
from pip_plans.plan.services.opstellen import stel_op
from pip_plans.plan.services.samenvatting import samenvattingen_van
from tests.conftest import VANDAAG
from tests.pip_plans.plan.hulp import asiel_met_intake, maak_compleet, vastgesteld_pip


def _stel_vast(cast, voorkeurstaal):
    dossier = asiel_met_intake(cast)
    taal = {"voorkeurstaal": voorkeurstaal}
    wijzig_persoon(dossier=dossier, persoon=taal, door=cast.consulent, op=VANDAAG)
    dossier.refresh_from_db()
    pip = maak_compleet(stel_op(dossier=dossier, door=cast.consulent, op=VANDAAG))
    pip = bied_aan(pip=pip, door=cast.consulent, op=VANDAAG)
    return dossier, stel_vast(pip=pip, revisie=pip.revisie, door=cast.tweede_lezer, op=VANDAAG)


def test_vaststellen_makes_three_papers_with_one_number_and_version(cast):
    dossier, besluit = _stel_vast(cast, "Tigrinya")

    rijen = (
        dossier.documenten.filter(soort__startswith="pip")
        .order_by("pk")
        .values_list("soort", "inhoud__kenmerk__nummer", "inhoud__versie")
    )
    assert list(rijen) == [
        ("pip", besluit.nummer, 1),
        ("pip_samenvatting", besluit.nummer, 1),
        ("pip_samenvatting", besluit.nummer, 1),
    ]
    talen = [rij.inhoud["taal"] for rij in samenvattingen_van(dossier=dossier, nummer=besluit.nummer)]
    assert talen == ["nl", "ti"]


def test_a_language_that_the_bank_does_not_have_gives_dutch_only_and_says_so(cast, inloggen):
    dossier, besluit = _stel_vast(cast, "Somalisch")

    titels = samenvattingen_van(dossier=dossier, nummer=besluit.nummer).values_list("titel", flat=True)
    assert list(titels) == ["PIP op één bladzijde (Nederlands)"]
    blad = samenvattingen_van(dossier=dossier, nummer=besluit.nummer).get()
    assert "niet in uw taal (Somalisch)" in blad.inhoud["geen_vertaling"]
    scherm = inloggen(cast.consulent).get(reverse("plan:overzicht", args=["diemen", dossier.nummer]))
    assert "niet in de taal van de inburgeraar (Somalisch)" in scherm.content.decode()


def test_deciding_twice_makes_the_papers_once(cast):
    pip = vastgesteld_pip(cast)
    aantal = pip.dossier.documenten.count()
    stel_vast(pip=pip, revisie=pip.revisie, door=cast.tweede_lezer, op=VANDAAG)

    assert pip.dossier.documenten.count() == aantal
