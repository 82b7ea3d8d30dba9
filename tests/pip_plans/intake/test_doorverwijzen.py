"""The sociale kaart, doorverwijzingen, and coded aandachtspunten and subdoelen."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.enums import Rol
from cases.panelen import Dossierbeeld, Werkblik, werkstapels
from cases.services.termijnen import feiten_van
from inburgering.recht.feiten import Dossierfeiten, Regime
from pip_plans.intake.enums import Gebied
from pip_plans.intake.keuzelijsten import Reactie, Voorzieningsoort
from pip_plans.intake.models import Aandachtspunt, Doorverwijzing, Voorziening
from pip_plans.intake.referentielijsten import Aandachtspuntsoort, Subdoelsoort, Thema
from pip_plans.intake.services import doelen as diensten
from pip_plans.intake.services.basis import IntakeFout
from pip_plans.intake.services.doorverwijzen import leg_uitkomst_verwijzing_vast, verwijs_door
from pip_plans.intake.services.samenvatting import samenvatting
from pip_plans.intake.services.sociale_kaart import bewaar_voorziening, verwijder_voorziening
from pip_plans.intake.stappen_verwijzing import stappen

from .conftest import OP, adres

MADI = {"naam": "MaDi", "soort": Voorzieningsoort.GELD, "wat": "Hulp bij geld en formulieren."}


@pytest.fixture
def madi(cast):
    return bewaar_voorziening(gemeente=cast.gemeente, gegevens=MADI)


def verwijs(intake, *, gebied=Gebied.FINANCIEN, voorziening=None, naar="", datum=OP, **anders):
    gegevens = {"gebied": gebied, "voorziening": voorziening, "naar": naar, "datum": datum, "in_overleg": True}
    return verwijs_door(intake=intake, gegevens=gegevens | anders, door=intake.dossier.consulent, op=OP)


def stap(intake):
    feiten = Dossierfeiten(regime=Regime.WI2021, feiten=feiten_van(intake.dossier))
    return [stap.titel for stap in stappen(Dossierbeeld(intake.dossier, feiten, [], intake.dossier.consulent, OP))]


def test_a_doorverwijzing_stays_open_until_its_outcome_is_known(intake, madi):
    rij = verwijs(intake, voorziening=madi)
    assert stap(intake) == ["Uitkomst van een doorverwijzing vastleggen"]

    leg_uitkomst_verwijzing_vast(
        verwijzing=rij, reactie=Reactie.GEACCEPTEERD, uitkomst="Elke week hulp.", uitkomst_op=OP, door=None, op=OP
    )

    assert not rij.is_open
    assert not Doorverwijzing.objects.open().exists()
    assert stap(intake) == []


def test_after_two_weeks_of_silence_it_lies_on_the_pile_of_its_own_consulent(intake, cast, madi):
    verwijs(intake, voorziening=madi, gebied=Gebied.GEZONDHEID)
    stapel = next(stapel for stapel in werkstapels([Rol.CONSULENT]) if "doorverwezen" in stapel.label)

    def rijen(medewerker, op):
        blik = Werkblik(medewerker, cast.gemeente, frozenset({Rol.CONSULENT}), op)
        return [(rij.titel, rij.sinds) for rij in stapel.lijst(blik, 5)], stapel.tel(blik)

    assert rijen(cast.consulent, date(2026, 11, 2)) == ([], 0)
    assert rijen(cast.consulent, date(2026, 11, 3)) == ([("Navragen hoe het met een doorverwijzing gaat", OP)], 1)
    assert rijen(cast.collega, date(2026, 11, 3)) == ([], 0)


def test_somebody_who_was_refused_needs_no_outcome(intake):
    rij = verwijs(intake, naar="de huisarts", gebied=Gebied.GEZONDHEID)
    leg_uitkomst_verwijzing_vast(verwijzing=rij, reactie=Reactie.AFGEWEZEN, door=None, op=OP)

    assert not Doorverwijzing.objects.open().exists()


@pytest.mark.parametrize("wie", ["geen", "allebei"])
def test_one_refers_to_exactly_one_addressee(intake, madi, wie):
    naar = {"geen": {}, "allebei": {"voorziening": madi, "naar": "de huisarts"}}[wie]

    with pytest.raises(IntakeFout, match="Niet allebei"):
        verwijs(intake, **naar)
    with pytest.raises(IntegrityError), transaction.atomic():
        Doorverwijzing.objects.create(intake=intake, gebied="geld", datum=OP, in_overleg=True, **naar)


def test_an_entry_out_of_use_or_of_another_gemeente_cannot_be_chosen(intake, madi, uithoorn):
    elders = bewaar_voorziening(gemeente=uithoorn, gegevens=MADI)
    with pytest.raises(IntakeFout, match="staat niet op de sociale kaart"):
        verwijs(intake, voorziening=elders)

    bestaand = verwijs(intake, voorziening=madi)
    bewaar_voorziening(gemeente=madi.gemeente, gegevens={"actief": False}, bestaand=madi)
    with pytest.raises(IntakeFout, match="niet meer in gebruik"):
        verwijs(intake, voorziening=madi)
    bestaand.voorziening = madi
    leg_uitkomst_verwijzing_vast(verwijzing=bestaand, reactie=Reactie.GEACCEPTEERD, door=None, op=OP)


def test_an_outcome_has_a_date_that_is_not_before_the_doorverwijzing(intake, madi):
    rij = verwijs(intake, voorziening=madi)
    for dag, zin in ((None, "hoort een datum"), (date(2026, 10, 1), "niet vóór"), (date(2026, 12, 1), "toekomst")):
        with pytest.raises(IntakeFout, match=zin):
            leg_uitkomst_verwijzing_vast(
                verwijzing=rij, reactie=Reactie.GEACCEPTEERD, uitkomst="Gestart.", uitkomst_op=dag, door=None, op=OP
            )


def test_what_was_referred_to_stays_on_the_sociale_kaart(intake, madi):
    verwijs(intake, voorziening=madi)
    with pytest.raises(IntakeFout, match="niet meer in gebruik"):
        verwijder_voorziening(voorziening=madi)

    los = bewaar_voorziening(gemeente=madi.gemeente, gegevens=MADI | {"naam": "OBA"})
    verwijder_voorziening(voorziening=los)
    assert [rij.naam for rij in Voorziening.objects.all()] == ["MaDi"]


def test_a_name_stands_once_on_the_kaart_of_a_gemeente(cast, madi):
    with pytest.raises(IntakeFout, match="staat al op de sociale kaart"):
        bewaar_voorziening(gemeente=cast.gemeente, gegevens=MADI | {"naam": "madi"})


def test_justitie_is_no_aandachtspunt():
    assert not [soort for soort in Aandachtspuntsoort if "JUSTITIE" in soort.value]


def test_points_about_health_do_not_leave_the_intake_by_themselves(intake):
    vast = {"intake": intake, "door": intake.dossier.consulent, "op": OP}
    diensten.kies_aandachtspunt(soort=Aandachtspuntsoort.PSYCHISCH, toelichting="Slaapt slecht.", **vast)
    diensten.kies_aandachtspunt(soort=Aandachtspuntsoort.TAAL, **vast)
    diensten.kies_subdoel(soort=Subdoelsoort.VRIJWILLIGERSWERK, toelichting="in de buurttuin", **vast)

    zonder, met = samenvatting(intake.dossier), samenvatting(intake.dossier, met_gezondheid=True)
    assert zonder.aandachtspunten == (("taal", ""),)
    assert met.aandachtspunten == (("psychische gezondheid", "Slaapt slecht."), ("taal", ""))
    doel = zonder.subdoelen[0]
    assert (doel.thema, doel.label, doel.toelichting) == (
        Thema.PARTICIPATIE,
        "vrijwilligerswerk doen",
        "in de buurttuin",
    )


def test_choosing_again_replaces_the_note(intake):
    vast = {"intake": intake, "door": None, "op": OP, "soort": Aandachtspuntsoort.TAAL}
    diensten.kies_aandachtspunt(toelichting="leest weinig", **vast)
    diensten.kies_aandachtspunt(toelichting="leest elke dag", **vast)

    assert [(punt.soort, punt.toelichting) for punt in Aandachtspunt.objects.all()] == [("TAAL", "leest elke dag")]


def test_a_consulent_refers_on_and_records_the_outcome(intake, madi, inloggen, op_de_dag):
    client = inloggen(intake.dossier.consulent)
    formulier = client.get(adres(intake.dossier, "doorverwijzing_nieuw") + "?gebied=financien")
    assert formulier.context["form"]["gebied"].initial == "financien"

    velden = {"gebied": "financien", "voorziening": madi.pk, "datum": "20-10-2026", "in_overleg": "nee"}
    client.post(adres(intake.dossier, "doorverwijzing_nieuw"), velden)
    rij = intake.doorverwijzingen.get()
    assert (rij.naar_wie, rij.in_overleg) == ("MaDi", False)
    client.post(adres(intake.dossier, "doorverwijzing_uitkomst", pk=rij.pk), {"reactie": "geaccepteerd"})
    overzicht = client.get(adres(intake.dossier)).content.decode()
    assert "niet in overleg" in overzicht
    assert "geaccepteerd" in overzicht


def test_a_doorverwijzing_for_gezondheid_exists_only_for_who_may_see_health(intake, cast, inloggen, op_de_dag):
    rij = verwijs(intake, naar="de praktijkondersteuner", gebied=Gebied.GEZONDHEID)
    diensten.kies_aandachtspunt(intake=intake, soort=Aandachtspuntsoort.VERSLAVING, door=None, op=OP)
    eigen, collega = inloggen(intake.dossier.consulent), inloggen(cast.collega)

    assert "praktijkondersteuner" in eigen.get(adres(intake.dossier)).content.decode()
    for pagina in ("overzicht", "leefgebieden", "doelen"):
        tekst = collega.get(adres(intake.dossier, pagina)).content.decode()
        assert "praktijkondersteuner" not in tekst
        assert "erslaving" not in tekst
    assert collega.get(adres(intake.dossier, "doorverwijzing", pk=rij.pk)).status_code == 404
    punt = intake.aandachtspunten.get()
    assert collega.post(adres(intake.dossier, "doelen"), {"weg": f"aandachtspunt-{punt.pk}"}).status_code == 404
    fout = collega.post(adres(intake.dossier, "doelen"), {"soort": "VERSLAVING", "aandachtspunt": "x"})
    assert fout.status_code == 422


def test_the_page_of_doelen_adds_and_takes_off(intake, inloggen, op_de_dag):
    client, pagina = inloggen(intake.dossier.consulent), adres(intake.dossier, "doelen")
    client.post(pagina, {"soort": "OPLEIDING_VOLGEN", "toelichting": "kok", "subdoel": "x"})
    assert "een opleiding volgen" in client.get(pagina).content.decode().lower()

    client.post(pagina, {"weg": f"subdoel-{intake.subdoelen.get().pk}"})
    assert not intake.subdoelen.exists()
    assert client.post(pagina, {"weg": "subdoel-x"}).status_code == 400


def test_everybody_searches_the_kaart_and_the_beheerder_keeps_it(cast, madi, uithoorn, inloggen, op_de_dag):
    bewaar_voorziening(gemeente=uithoorn, gegevens=MADI | {"naam": "Elders"})
    bewaar_voorziening(gemeente=cast.gemeente, gegevens=MADI | {"naam": "Oud adres", "actief": False})
    kaart = reverse("intake:sociale_kaart", kwargs={"gemeente": "diemen"})
    consulent, beheerder = inloggen(cast.consulent), inloggen(cast.met_rol(Rol.BEHEERDER))

    def namen(vraag=""):
        return [rij.naam for rij in consulent.get(f"{kaart}{vraag}").context["blad"].rijen]

    assert namen() == ["MaDi"]
    assert namen("?toon=alles") == ["MaDi", "Oud adres"]
    assert namen("?zoek=formulieren+geld") == ["MaDi"]
    assert namen("?zoek=sport") == namen("?soort=sport") == []

    nieuw = {"naam": "Welzijn Diemen", "soort": "begeleiding", "actief": "on", "website": "welzijn.example"}
    assert beheerder.post(f"{kaart}nieuw/", nieuw).status_code == 302
    assert namen("?soort=begeleiding") == ["Welzijn Diemen"]
    dubbel = beheerder.post(f"{kaart}nieuw/", nieuw)
    assert dubbel.status_code == 422
    assert "staat al op de sociale kaart" in dubbel.content.decode()
    beheerder.post(f"{kaart}{madi.pk}/", MADI | {"naam": "MaDi Diemen"})
    madi.refresh_from_db()
    assert (madi.naam, madi.actief) == ("MaDi Diemen", False)
