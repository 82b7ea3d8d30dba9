"""Who is called by name at a talk while somebody of the gezin has an extra-protected dossier."""

from datetime import date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from cases.enums import Afspraaksoort, Gezinsrol, Hoedanigheid, Plaatssoort
from cases.models import Dossier, Gezinskind
from cases.services import gezinnen
from cases.services.afspraken import plan_afspraak
from cases.services.bescherming import bescherm
from cases.services.deelnemers import Partijgegevens, bewaar_deelnemers
from cases.services.samenvoegen import Keuzes, voeg_samen
from cases.services.vernietiging import vernietig
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier

YONAS = {"naam": "Yonas", "geboortedatum": date(2023, 5, 1), "schoolsoort": "voorschool", "school": "De Kikker"}


@pytest.fixture
def paar(cast):
    """Rania, and Omar who left her gezin."""
    rania, omar = (maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG, voornamen=n) for n in ("Rania", "Omar"))
    wie = {"door": cast.consulent, "op": VANDAAG}
    gezinnen.voeg_toe_bij(dossier=omar, ander=rania, rol=Gezinsrol.PARTNER, **wie)
    return [Dossier.objects.select_related("inburgeraar", "gemeente").get(pk=lid.pk) for lid in (rania, omar)]


def bescherm_omar(cast, omar):
    bescherm(dossier=omar, mensen=[cast.consulent], reden="dreiging", door=cast.consulent, op=VANDAAG)
    omar.refresh_from_db()


def test_the_name_of_a_relative_is_not_shown_but_stays_when_the_list_is_saved_again(cast, paar, inloggen):
    rania, omar = paar
    wie = {"door": cast.consulent, "op": VANDAAG}
    begin = timezone.make_aware(datetime(2026, 11, 24, 10))  # noqa: DTZ001  (made aware here)
    plan = {"soort": Afspraaksoort.INTAKE, "begin": begin, "plaatssoort": Plaatssoort.GEMEENTEHUIS, "met": cast.collega}
    afspraak = plan_afspraak(dossier=rania, gegevens=plan, **wie)
    gasten = [Partijgegevens(Hoedanigheid.TOLK, "Els Kramer"), Partijgegevens(Hoedanigheid.PARTNER, "Omar Haddad")]
    bewaar_deelnemers(afspraak=afspraak, deelnemers=gasten, **wie)
    gezinnen.maak_los(dossier=omar, reden="woont apart", **wie)
    bescherm_omar(cast, omar)
    adres = reverse("cases:deelnemers", args=["diemen", rania.nummer, afspraak.pk])
    client = inloggen(cast.collega)

    formulier = client.get(adres).content.decode()
    rijen = [*afspraak.deelnemers.all()]
    plaats = next(i for i, rij in enumerate(rijen, 1) if rij.hoedanigheid == "partner")
    assert (f"(naam niet getoond {plaats})" in formulier, "Els Kramer" in formulier, "Omar" in formulier) == (
        True,
        True,
        False,
    )
    velden = {"wie-TOTAL_FORMS": "2", "wie-INITIAL_FORMS": "2"}
    velden |= {"wie-0-hoedanigheid": "partner", "wie-0-naam": f"(naam niet getoond {plaats})"}
    velden |= {"wie-1-hoedanigheid": "begeleider", "wie-1-naam": "Anna"}
    assert client.post(adres, velden).status_code == 302
    assert {str(rij) for rij in afspraak.deelnemers.all()} == {
        "Omar Haddad (partner)",
        "Anna (maatschappelijk begeleider)",
    }


def test_a_child_that_was_written_down_in_a_protected_dossier_stays_there(cast, paar):
    rania, omar = paar
    wie = {"door": cast.consulent, "op": VANDAAG}
    kind = gezinnen.leg_kind_vast(dossier=rania, gegevens=YONAS, **wie)
    bescherm_omar(cast, omar)
    assert gezinnen.kinderen_van(dossier=rania) == gezinnen.kinderen_van(dossier=omar) == [kind]

    gezinnen.leg_kind_vast(dossier=omar, gegevens={"school": "Nieuwe school"}, kind=kind, **wie)

    assert (gezinnen.kinderen_van(dossier=rania), gezinnen.kinderen_van(dossier=omar)) == ([], [kind])
    assert rania.gebeurtenissen.filter(soort="GEZINSKIND").count() == 1
    gezinnen.leg_kind_vast(dossier=rania, gegevens=YONAS, **wie)  # nothing tells that the child is known
    assert [rij.school for rij in gezinnen.kinderen_van(dossier=rania)] == ["De Kikker"]


def test_children_outlive_a_merge_and_the_dossier_of_one_parent(cast, paar):
    rania, omar = paar
    wie = {"door": cast.consulent, "op": VANDAAG}
    dubbel = maak_dossier(cast.gemeente, cast.consulent, op=VANDAAG)
    kinderen = [
        gezinnen.leg_kind_vast(dossier=lid, gegevens=YONAS | {"naam": naam}, **wie)
        for lid, naam in ((omar, "Yonas"), (dubbel, "Saba"))
    ]
    voeg_samen(blijft=omar, vervallen=dubbel, keuzes=Keuzes(), reden="dubbel", door=cast.teamleider, op=VANDAAG)
    omar.inburgeraar.refresh_from_db()
    assert set(gezinnen.kinderen_van(dossier=rania)) == set(kinderen)

    vernietig(dossier=omar, grondslag="onterecht", door=cast.beheerder, op=VANDAAG, onterecht=True)
    assert set(Gezinskind.objects.values_list("naam", "bij")) == {("Yonas", None), ("Saba", None)}
    vernietig(dossier=rania, grondslag="onterecht", door=cast.beheerder, op=VANDAAG, onterecht=True)
    assert not Gezinskind.objects.exists()


def test_who_protects_a_dossier_reads_where_the_name_may_still_stand(cast, paar, inloggen):
    rania, omar = paar
    adres = reverse("cases:beschermen", args=["diemen", omar.nummer])
    assert f"{rania.inburgeraar.naam}</bdi>, {rania.nummer}" in inloggen(cast.teamleider).get(adres).content.decode()
