"""A PIP that was decided on and is not sent: nothing counts from it, and the work goes on as before it."""

from datetime import date

import pytest

from cases.models import Beschikking, Dossier
from cases.panelen import stapwoorden, wat_nu
from cases.services.beschikkingen import BeschikkingFout
from cases.services.niet_verzenden import verzend_niet
from cases.services.termijnen import feiten_van, verschillen
from cases.views.dossier_beeld import Dossierbeeld
from inburgering.recht.feiten import Dossierfeiten, Regime
from pip_plans.plan.enums import Handtekening, Intrekkingsgrond, Wijzigingssoort
from pip_plans.plan.models import Pip
from pip_plans.plan.services.bekendmaken import leg_handtekening_vast
from pip_plans.plan.services.bijlagen import bewaar_bijlage, uitgebracht
from pip_plans.plan.services.intrekken import beletsel_intrekken, stel_intrekken_voor, stel_intrekking_vast
from pip_plans.plan.services.opstellen import stel_op
from pip_plans.plan.services.versies import geldende, huidige, uitgegeven_versie, versies
from tests.conftest import VANDAAG

from .hulp import zet_document_gereed
from .wijziging import EENS, HOOFDLIJN, LATER, schrijf, verzend
from .wijziging import begin as begin
from .wijziging import bekend as bekend
from .wijziging import besloten as besloten
from .wijziging import besluit as besluit

REDEN = "De school in de brief klopt niet."


def blijft_hier(besluit: Beschikking, door, op: date = LATER) -> Beschikking:
    return verzend_niet(besluit=besluit, reden=REDEN, door=door, op=op)


def feiten(dossier: Dossier) -> Dossierfeiten:
    return Dossierfeiten(regime=Regime.WI2021, feiten=feiten_van(dossier))


def open_termijnen(dossier: Dossier) -> dict[str, date]:
    return dict(dossier.termijnen.open().values_list("soort", "laatste_dag"))


def stappen(dossier: Dossier, medewerker) -> list[str]:
    beeld = Dossierbeeld(dossier, feiten(dossier), list(dossier.termijnen.open()), medewerker, VANDAAG)
    return [stap.titel for stap in wat_nu(beeld)]


def test_the_terms_are_those_of_a_dossier_without_this_decision(besloten, cast):
    dossier = besloten.dossier
    assert "INBURGERINGSTERMIJN" in open_termijnen(dossier)

    blijft_hier(besloten.beschikking, cast.teamleider, VANDAAG)

    assert feiten(dossier).pips == ()
    assert open_termijnen(dossier)["PIP"] == date(2026, 11, 18)
    assert not {"INBURGERINGSTERMIJN", "LEERROUTE_WISSEL", "AANBOD"} & open_termijnen(dossier).keys()
    assert verschillen(dossier=dossier, feiten=feiten_van(dossier), op=VANDAAG) == []


def test_the_number_the_letter_and_the_line_in_the_history_stay(besloten, cast):
    weg = blijft_hier(besloten.beschikking, cast.teamleider, VANDAAG)

    besloten.refresh_from_db()
    assert (besloten.status, besloten.stand, besloten.beschikking) == ("vastgesteld", "niet verzonden", weg)
    assert (weg.document.status, weg.bekendgemaakt_op) == ("gereed", None)
    handeling = besloten.dossier.gebeurtenissen.get(soort="BESCHIKKING_NIET_VERZONDEN")
    assert (handeling.door, handeling.gegevens, handeling.toelichting) == (
        cast.teamleider, {"nummer": weg.nummer}, REDEN,
    )  # fmt: skip
    assert besloten.dossier.gebeurtenissen.filter(vervalt=True, soort="PIP_VASTGESTELD").exists()


def test_a_new_concept_has_the_text_of_what_was_not_sent_and_is_a_first_pip(besloten, besluit, cast):
    pip = Pip.objects.get(pk=besloten.pk)
    blijft_hier(pip.beschikking, cast.teamleider, VANDAAG)
    assert (uitgegeven_versie(pip.dossier), stapwoorden([pip.dossier_id])[pip.dossier_id]) == (None, "eerste contact")
    assert "PIP opstellen" in stappen(pip.dossier, cast.consulent)

    nieuw = stel_op(dossier=pip.dossier, door=cast.consulent, op=VANDAAG)
    assert (nieuw.versie, nieuw.school, nieuw.leerroute, nieuw.zienswijze) == (2, pip.school, pip.leerroute, "")
    assert (nieuw.afspraken.count(), nieuw.pw_beschikkingen.count()) == (pip.afspraken.count(), 1)

    genomen = besluit(schrijf(nieuw, VANDAAG, zienswijze=EENS), VANDAAG)
    (feit,) = feiten(pip.dossier).pips
    assert (feit.tekst("beschikking"), feit.gegevens["eerste"]) == (genomen.nummer, True)
    assert (genomen.nummer, genomen.vervangt, genomen.document.titel) == ("PIP-2026-0002", None, "PIP-beschikking")
    assert (genomen.inhoud["wijziging"], genomen.inhoud["termijn"]["eerste_pip"]) == (None, "")


def test_the_bijlage_that_was_in_the_envelope_goes_with_the_next_decision(besloten, begin, besluit, cast):
    dossier = besloten.dossier
    blijft_hier(besloten.beschikking, cast.teamleider, VANDAAG)
    nieuw = stel_op(dossier=dossier, door=cast.consulent, op=VANDAAG)
    bewaar_bijlage(pip=nieuw, revisie=0, gegevens={"rooster": "Maandag en dinsdag."}, door=cast.consulent, op=VANDAAG)
    eerste = besluit(schrijf(nieuw, VANDAAG, zienswijze=EENS), VANDAAG)
    assert [rij.versie for rij in uitgebracht(dossier)] == [1]

    blijft_hier(eerste, cast.teamleider, VANDAAG)
    assert uitgebracht(dossier) == []
    derde = stel_op(dossier=dossier, door=cast.consulent, op=VANDAAG)
    besluit(schrijf(derde, VANDAAG, zienswijze=EENS), VANDAAG)
    (bijlage,) = uitgebracht(dossier)
    assert (bijlage.pip, bijlage.inhoud["rooster"]) == (derde, "Maandag en dinsdag.")


def test_without_the_change_the_pip_that_holds_goes_on(bekend, begin, besluit, cast):
    voor = open_termijnen(bekend.dossier)
    wijziging = besluit(schrijf(begin(bekend, **HOOFDLIJN), uren_per_week=16))
    blijft_hier(wijziging, cast.teamleider)

    rijen = versies(bekend.dossier)
    assert geldende(rijen) == huidige(rijen) == uitgegeven_versie(bekend.dossier) == bekend
    assert Beschikking.objects.get(pk=bekend.beschikking_id).opvolger_onderweg is None
    assert open_termijnen(bekend.dossier) == voor
    opnieuw = begin(bekend, **HOOFDLIJN)
    nieuw = verzend(besluit(schrijf(opnieuw, uren_per_week=16)))
    assert (opnieuw.versie, nieuw.vervangt, Beschikking.objects.get(pk=bekend.beschikking_id).opvolger) == (
        3, bekend.beschikking, nieuw,
    )  # fmt: skip


def test_a_mended_slip_of_the_pen_that_is_not_sent_leaves_no_pip_at_all(besloten, begin, besluit, cast):
    fout = {"soort": Wijzigingssoort.VERSCHRIJVING, "reden": "De naam van de school was fout."}
    hersteld = schrijf(begin(besloten, **fout), school="NL Trainingen")
    with pytest.raises(BeschikkingFout, match="concept voor een nieuwe versie"):
        blijft_hier(besloten.beschikking, cast.teamleider)
    blijft_hier(besluit(hersteld), cast.teamleider)

    assert (uitgegeven_versie(besloten.dossier), feiten(besloten.dossier).pips) == (None, ())
    assert stel_op(dossier=besloten.dossier, door=cast.consulent, op=LATER).school == "NL Trainingen"


def test_what_the_inburgeraar_answered_was_made_known(besloten, cast):
    leg_handtekening_vast(pip=besloten, stand=Handtekening.GEZIEN, datum=VANDAAG, door=cast.consulent, op=VANDAAG)

    with pytest.raises(BeschikkingFout, match="Dan heeft hij het, en is het bekendgemaakt"):
        blijft_hier(besloten.beschikking, cast.teamleider)


def test_a_withdrawal_that_is_not_sent_leaves_the_pip_as_it_is(bekend, cast):
    def stel_voor():
        return stel_intrekken_voor(
            pip=bekend, grond=Intrekkingsgrond.ONTERECHT, motivering="Dit klopt niet.", door=cast.consulent, op=LATER
        )

    besluit = stel_intrekking_vast(intrekking=stel_voor(), door=cast.tweede_lezer, op=LATER)
    with pytest.raises(BeschikkingFout, match="zelf vastgesteld"):
        blijft_hier(besluit, cast.tweede_lezer)
    blijft_hier(besluit, cast.teamleider)

    staat = uitgegeven_versie(bekend.dossier)
    assert (staat, staat.beschikking.werkt, beletsel_intrekken(staat)) == (bekend, True, "")
    verzend(stel_intrekking_vast(intrekking=stel_voor(), door=cast.tweede_lezer, op=LATER))
    assert Beschikking.objects.get(pk=bekend.beschikking_id).status == "ingetrokken"


def test_the_tab_shows_the_withdrawal_as_not_sent_with_room_for_another_proposal(bekend, cast, inloggen, time_machine):
    time_machine.move_to(f"{LATER} 09:00:00+01:00")
    voorstel = stel_intrekken_voor(
        pip=bekend, grond=Intrekkingsgrond.ONTERECHT, motivering="Dit klopt niet.", door=cast.consulent, op=LATER
    )
    besluit = stel_intrekking_vast(intrekking=voorstel, door=cast.tweede_lezer, op=LATER)
    zet_document_gereed(besluit.document)
    tab = f"/diemen/dossiers/{bekend.dossier.nummer}/pip/"
    assert "Klopt de intrekking niet?" in inloggen(cast.teamleider).get(tab).text
    blijft_hier(besluit, cast.teamleider)

    na = inloggen(cast.consulent).get(tab).text
    assert ("INT-2027-0001 niet wordt verzonden" in na, "Intrekken voorstellen" in na) == (True, True)
    assert "Bekendmaken vastleggen" not in na
