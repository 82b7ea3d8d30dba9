"""From the Postvak into a dossier, and back as long as nothing hangs on it."""

from datetime import date

import pytest
from django.urls import reverse

from cases.enums_stukken import Stukstatus
from cases.models import Inzage, Stuk
from cases.services.bescherming import bescherm
from cases.services.stukken import StukFout, koppel, maak_los, verwijder, wijzig
from cases.services.vernietiging import vernietig
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier

from .hulp import gegevens, pdf, stuur


@pytest.fixture
def dossier(cast):
    return maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)


@pytest.fixture
def stuk(cast):
    return stuur(cast, ("post.pdf", pdf()), onderwerp="overig").stukken[0]


@pytest.fixture
def wie(cast):
    return {"door": cast.collega, "op": VANDAAG}


def test_linking_puts_it_in_the_dossier_once_and_writes_it_down(cast, dossier, stuk, wie):
    koppel(stuk=stuk, dossier=dossier, gegevens=gegevens("bijstand"), **wie)

    stuk.refresh_from_db()
    assert (stuk.dossier, stuk.onderwerp, stuk.laatst_door) == (dossier, "bijstand", cast.collega)
    gebeurtenis = dossier.gebeurtenissen.get(soort="STUK_GEKOPPELD")
    assert (gebeurtenis.door, gebeurtenis.gegevens["wat"]) == (cast.collega, "een stuk (bijstand (PW-beschikking))")
    with pytest.raises(StukFout, match="niet meer in het Postvak"):
        koppel(stuk=stuk, dossier=dossier, gegevens=gegevens(), **wie)


def test_a_paper_goes_back_with_a_reason_and_into_another_dossier(cast, dossier, stuk, wie):
    koppel(stuk=stuk, dossier=dossier, gegevens=gegevens(), **wie)
    stuk.refresh_from_db()
    with pytest.raises(StukFout, match="waarom"):
        maak_los(stuk=stuk, reden=" ", **wie)

    maak_los(stuk=stuk, reden="Is van een ander met dezelfde naam", **wie)

    stuk.refresh_from_db()
    assert stuk.dossier is None
    assert dossier.gebeurtenissen.get(soort="STUK_LOSGEMAAKT").toelichting == "Is van een ander met dezelfde naam"
    ander = maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)
    assert koppel(stuk=stuk, dossier=ander, gegevens=gegevens(), **wie).dossier == ander


def test_out_of_a_protected_dossier_nothing_goes_to_where_more_people_look(dossier, stuk, wie):
    koppel(stuk=stuk, dossier=dossier, gegevens=gegevens(), **wie)
    dossier.extra_beschermd = True
    dossier.save(update_fields=["extra_beschermd"])

    with pytest.raises(StukFout, match="extra beschermd"):
        maak_los(stuk=stuk, reden="Verkeerd", **wie)


def test_a_dossier_of_another_gemeente_or_with_the_same_paper_does_not_get_it(cast, uithoorn, dossier, stuk, wie):
    elders = maak_dossier(uithoorn, cast.buitenstaander, op=VANDAAG)
    stuur(cast, ("zelfde.pdf", bytes(stuk.bytes)), dossier=dossier)

    with pytest.raises(StukFout, match="andere gemeente"):
        koppel(stuk=stuk, dossier=elders, gegevens=gegevens(), **wie)
    with pytest.raises(StukFout, match=r"^Dit stuk staat al in dit dossier\.$"):
        koppel(stuk=stuk, dossier=dossier, gegevens=gegevens(), **wie)


def test_what_is_cleared_away_leaves_a_proof_without_a_name(cast, stuk):
    with pytest.raises(StukFout, match="waarom"):
        verwijder(stuk=stuk, reden="", door=cast.collega)
    som = stuk.sha256

    verwijder(stuk=stuk, reden="Reclame", door=cast.collega)

    stuk.refresh_from_db()
    assert (stuk.status, stuk.bytes, stuk.label, stuk.reden) == (Stukstatus.VERWIJDERD, None, "", "Reclame")
    assert (stuk.sha256, stuk.laatst_door, stuk.toegevoegd_door) == (som, cast.collega, cast.consulent)
    with pytest.raises(StukFout, match="niet meer in het Postvak"):
        verwijder(stuk=stuk, reden="Nog eens", door=cast.collega)
    with pytest.raises(Exception, match="verwijderd_blijft"):
        wijzig_rauw(stuk)


def wijzig_rauw(stuk) -> None:
    stuk.label = "terug"
    stuk.save(update_fields=["label"])


def test_what_is_said_of_a_paper_can_be_put_right(dossier, cast, wie):
    stuk = stuur(cast, ("post.pdf", pdf()), dossier=dossier).stukken[0]

    wijzig(stuk=stuk, gegevens=gegevens("werk") | {"omschrijving": "loonstrook"}, **wie)

    stuk.refresh_from_db()
    assert stuk.titel == "werk: loonstrook"
    assert dossier.gebeurtenissen.filter(soort="STUK_GEWIJZIGD").count() == 1


def test_a_medical_paper_that_goes_back_gives_nobody_a_right_to_it(cast, dossier, wie):
    stuk = stuur(cast, ("arts.pdf", pdf()), onderwerp="medisch").stukken[0]
    with pytest.raises(StukFout, match=f"opent en koppelt alleen {cast.consulent} het"):
        koppel(stuk=stuk, dossier=dossier, gegevens=gegevens("medisch"), **wie)
    koppel(stuk=stuk, dossier=dossier, gegevens=gegevens("medisch"), door=cast.consulent, op=VANDAAG)

    maak_los(stuk=stuk, reden="Verkeerd dossier", **wie)

    stuk.refresh_from_db()
    assert not stuk.is_uit_postvak_voor(cast.collega)
    with pytest.raises(StukFout, match="opent en koppelt alleen"):
        koppel(stuk=stuk, dossier=dossier, gegevens=gegevens("medisch"), **wie)


def test_after_its_bringer_left_the_teamleider_names_one_consulent_for_a_medical_paper(cast, dossier, wie, inloggen):
    stuk = stuur(cast, ("arts.pdf", pdf()), onderwerp="medisch").stukken[0]
    adres = reverse("cases:postvak_stuk", args=["diemen", stuk.pk])
    keuze = {"collega": cast.collega.pk}
    assert inloggen(cast.teamleider).post(adres, keuze).status_code == 403
    cast.consulent.aanstellingen.update(tot=date(2026, 11, 1))
    assert inloggen(cast.collega).post(adres, keuze).status_code == 403

    assert inloggen(cast.teamleider).post(adres, keuze).status_code == 302

    stuk.refresh_from_db()
    assert (stuk.is_uit_postvak_voor(cast.collega), stuk.is_uit_postvak_voor(cast.teamleider)) == (True, False)
    assert (
        Inzage.objects.get(wat=f"stuk {stuk.pk} aan medewerker {cast.collega.pk} gegeven").medewerker == cast.teamleider
    )
    assert koppel(stuk=stuk, dossier=dossier, gegevens=gegevens("medisch"), **wie).dossier == dossier


def test_a_loose_paper_is_destroyed_with_the_dossier_it_came_from_and_hidden_when_that_is_protected(
    cast, dossier, stuk, wie
):
    koppel(stuk=stuk, dossier=dossier, gegevens=gegevens(), **wie)
    maak_los(stuk=stuk, reden="Verkeerd dossier", **wie)
    oud = maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)
    ander = stuur(cast, ("x.pdf", pdf(breed=300)), dossier=oud).stukken[0]
    maak_los(stuk=ander, reden="Verkeerd dossier", **wie)
    gekoppeld = koppel(stuk=ander, dossier=dossier, gegevens=gegevens(), **wie)

    def ligt_er(medewerker):
        return list(Stuk.objects.in_postvak(medewerker, cast.gemeente))

    bescherm(dossier=dossier, mensen=[], reden="dreiging", door=cast.consulent, op=VANDAAG)
    assert (ligt_er(cast.consulent), ligt_er(cast.collega)) == ([stuk], [])

    vernietig(dossier=oud, grondslag="onterecht", door=cast.beheerder, op=VANDAAG, onterecht=True)
    assert Stuk.objects.get(pk=gekoppeld.pk).uit_dossier is None
    vernietig(dossier=dossier, grondslag="onterecht", door=cast.beheerder, op=VANDAAG, onterecht=True)
    assert not Stuk.objects.exists()
