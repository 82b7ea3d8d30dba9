"""Contacts after the ontzorgen: on days that can be, one a day, and never over what a colleague wrote."""

from datetime import date, datetime, timedelta

import pytest
import time_machine

from ontzorgen.models import Nazorgcontact
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.nazorg import leg_nazorg_vast, plan_nazorg, schrap_nazorg, versie, verzet_nazorg
from tests.fabriek import asielstatushouder

from .bouw import BEGIN, periode

EINDE = date(2027, 3, 8)
DAG = date(2027, 4, 6)
GESPROKEN = {"uitkomst": "gesproken", "gehouden_op": DAG, "verslag": "Alles betaald.", "afspraak": ""}


@pytest.fixture
def dossier(cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=date(2026, 8, 1))
    periode(cast, dossier)
    return dossier


@pytest.fixture
def contact(dossier, cast):
    return plan(dossier, cast)


def plan(dossier, cast, gepland_op=DAG, wijze="telefoon", op=EINDE):
    return plan_nazorg(dossier=dossier, gepland_op=gepland_op, wijze=wijze, door=cast.sociale_zaken, op=op)


@pytest.mark.parametrize(
    ("dag", "zin"),
    [
        (date(2026, 12, 1), "Het ontzorgen eindigt op 8 maart 2027"),
        (EINDE, "Kies een dag erna"),
        (date(2090, 1, 1), "uiterlijk op 8 maart 2028"),
        (date(2026, 11, 1), "al geweest"),
    ],
)
def test_a_contact_is_planned_in_the_year_after_the_end(cast, dossier, dag, zin):
    with pytest.raises(OntzorgFout, match=zin) as fout:
        plan(dossier, cast, gepland_op=dag, op=date(2026, 11, 20))
    assert fout.value.veld == "gepland_op"
    assert plan(dossier, cast, gepland_op=EINDE + timedelta(days=1), op=date(2026, 11, 20)).pk


def test_without_ontzorgen_there_is_no_aftercare(cast):
    zonder = asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=date(2026, 8, 1))
    with pytest.raises(OntzorgFout, match="geen periode van ontzorgen"):
        plan(zonder, cast)


def test_a_second_contact_on_one_day_is_said_to_stand_already(cast, dossier, contact):
    assert plan(dossier, cast) == contact
    with pytest.raises(OntzorgFout, match=r"al een contact \(telefoon, nog niet geweest\)"):
        plan(dossier, cast, wijze="thuis")
    leg_nazorg_vast(contact=contact, gegevens=GESPROKEN, door=cast.sociale_zaken, op=DAG)
    with pytest.raises(OntzorgFout, match=r"al een contact \(telefoon, gesproken\)"):
        plan(dossier, cast, op=DAG)


@pytest.mark.parametrize(
    ("dag", "zin"), [(date(2020, 1, 1), "begint op 9 maart 2027"), (EINDE, "begint op"), (date(2027, 5, 1), "toekomst")]
)
def test_a_contact_was_held_after_the_end_and_not_in_the_future(cast, contact, dag, zin):
    with pytest.raises(OntzorgFout, match=zin) as fout:
        leg_nazorg_vast(contact=contact, gegevens=GESPROKEN | {"gehouden_op": dag}, door=cast.sociale_zaken, op=DAG)
    assert fout.value.veld == "gehouden_op"


def test_what_a_colleague_wrote_is_improved_with_a_reason_and_never_unseen(cast, dossier, contact):
    noor, sanne = {"door": cast.sociale_zaken, "op": DAG}, {"door": cast.consulent, "op": DAG}
    for _ in range(2):
        leg_nazorg_vast(contact=contact, gegevens=GESPROKEN, **noor)
    anders = GESPROKEN | {"verslag": "De huur niet."}
    gelezen = versie(contact)
    with pytest.raises(OntzorgFout, match=f"{cast.sociale_zaken} legde dit contact intussen vast"):
        leg_nazorg_vast(contact=contact, gegevens=anders, **sanne)
    leg_nazorg_vast(contact=contact, gegevens=anders, reden="Zij belde terug.", gezien=gelezen, **sanne)
    with pytest.raises(OntzorgFout, match=f"{cast.consulent} legde dit contact intussen vast"):
        leg_nazorg_vast(contact=contact, gegevens=GESPROKEN, reden="Tikfout", gezien=gelezen, **noor)

    contact.refresh_from_db()
    assert (contact.verslag, contact.door) == ("De huur niet.", cast.consulent)
    rijen = dossier.gebeurtenissen.filter(soort__startswith="ONTZORGEN_NAZORG_").exclude(soort__endswith="GEPLAND")
    assert list(rijen.order_by("pk").values_list("soort", "toelichting")) == [
        ("ONTZORGEN_NAZORG_GEHOUDEN", ""),
        ("ONTZORGEN_NAZORG_VERBETERD", "Zij belde terug."),
    ]


def verzet(contact, door, gepland_op=date(2027, 4, 13), **anders):
    velden = {"wijze": "telefoon", "reden": "Zij werkt dan.", "gezien": versie(contact), "op": EINDE} | anders
    return verzet_nazorg(contact=contact, gepland_op=gepland_op, door=door, **velden)


def test_a_planned_contact_is_moved_with_a_reason_and_never_over_a_colleague(cast, dossier, contact):
    gelezen = versie(contact)
    for _ in range(2):
        verzet(contact, cast.sociale_zaken)
    with pytest.raises(OntzorgFout, match=r"staat nu op 13 april 2027 \(telefoon\)"):
        verzet(contact, cast.consulent, date(2027, 4, 20), gezien=gelezen)
    with pytest.raises(OntzorgFout, match="Kies een dag erna"):
        verzet(contact, cast.consulent, EINDE)
    plan(dossier, cast, date(2027, 5, 4))
    with pytest.raises(OntzorgFout, match="al een contact gepland"):
        verzet(contact, cast.consulent, date(2027, 5, 4))

    (rij,) = dossier.gebeurtenissen.filter(soort="ONTZORGEN_NAZORG_VERZET")
    assert rij.toelichting == "Zij werkt dan."
    assert rij.gegevens == {"oud": "6 april 2027 (telefoon)", "nieuw": "13 april 2027 (telefoon)"}


def test_a_planned_contact_is_dropped_with_a_reason_and_one_that_was_held_stays(cast, dossier, contact):
    wie = {"reden": "Verhuisd.", "door": cast.sociale_zaken, "op": EINDE}
    gehouden = plan(dossier, cast, date(2027, 3, 9))
    leg_nazorg_vast(contact=gehouden, gegevens=GESPROKEN, door=cast.consulent, op=DAG)
    for doe in (lambda: schrap_nazorg(contact=gehouden, **wie), lambda: verzet(gehouden, cast.sociale_zaken)):
        with pytest.raises(OntzorgFout, match=f"{cast.consulent} legde dit contact al vast"):
            doe()
    schrap_nazorg(contact=contact, **wie)
    with pytest.raises(OntzorgFout, match="schrapte dit contact intussen"):
        leg_nazorg_vast(contact=contact, gegevens=GESPROKEN, door=cast.consulent, op=DAG)
    assert Nazorgcontact.objects.get() == gehouden
    (rij,) = dossier.gebeurtenissen.filter(soort="ONTZORGEN_NAZORG_GESCHRAPT")
    assert (rij.toelichting, rij.gegevens) == ("Verhuisd.", {"oud": "6 april 2027 (telefoon)"})


def test_in_the_browser_a_contact_is_moved_and_dropped(cast, dossier, contact, inloggen):
    basis = f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"
    with time_machine.travel(datetime(2027, 3, 8, 10).astimezone(), tick=False):
        noor = inloggen(cast.sociale_zaken)
        getypt = {"gepland_op": "13-4-2027", "wijze": "thuis", "reden": "Zij werkt dan.", "gezien": versie(contact)}
        adres = f"{basis}nazorg/{contact.pk}/"
        assert noor.post(f"{adres}verzetten/", getypt | {"reden": "bsn 999769248"}).status_code == 422
        assert noor.post(f"{adres}verzetten/", getypt).status_code == 302
        assert "Het contact is verzet" in (pagina := noor.get(f"{basis}afbouw/").content.decode())
        assert f"{adres}schrappen/" in pagina
        assert noor.post(f"{adres}schrappen/", {"reden": ""}).status_code == 422
        assert noor.post(f"{adres}schrappen/", {"reden": "Verhuisd."}).status_code == 302
        assert noor.get(f"{adres}verzetten/").status_code == 404


def test_in_the_browser_a_faulty_contact_is_refused_at_its_field(cast, dossier, contact, inloggen):
    basis = f"/diemen/dossiers/{dossier.nummer}/ontzorgen/nazorg/"
    getypt = {"uitkomst": "gesproken", "gehouden_op": "6-4-2027", "verslag": "Alles betaald."}

    def stuur(client, zin="", **anders):
        antwoord = client.post(f"{basis}{contact.pk}/", getypt | anders)
        assert (antwoord.status_code, zin in antwoord.content.decode()) == (422 if zin else 302, True)

    with time_machine.travel(datetime(2027, 4, 6, 10).astimezone(), tick=False):
        noor, sanne = inloggen(cast.sociale_zaken), inloggen(cast.consulent)
        for veld in ("verslag", "afspraak"):
            stuur(noor, "een BSN kan zijn (999769248)", **{veld: "bsn 999769248"})
        stuur(noor, "begint op 9 maart 2027", gehouden_op="1-1-2020")
        stuur(noor)
        stuur(noor)
        stuur(sanne, "legde dit contact intussen vast", verslag="Iets anders.")
        pagina = sanne.get(f"{basis}{contact.pk}/").content.decode()
        assert f"{cast.sociale_zaken} legde dit vast" in pagina
        verbeterd = {"verslag": "De huur niet.", "gezien": versie(contact)}
        stuur(sanne, "Vul ‘Waarom verbetert u dit?’ in", **verbeterd, reden="")
        stuur(sanne, **verbeterd, reden="Zij belde terug.")
        assert noor.post(f"{basis}nieuw/", {"gepland_op": "1-1-2090", "wijze": "thuis"}).status_code == 422
    contact.refresh_from_db()
    assert contact.verslag == "De huur niet."
