"""Giving many dossiers at once: what happens to each, whatever happens to the worker."""

import threading
from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from cases.enums import Dossierstatus
from cases.models import Dossier, Gebeurtenis, Toewijsregel, Toewijsronde
from cases.services import toewijzen
from cases.services.dossiers import wijs_toe
from cases.services.toewijzen import ToewijsFout
from tests.fabriek import maak_dossier

OP = date(2026, 11, 20)
MOMENT = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def dossiers(cast) -> list[Dossier]:
    return [maak_dossier(cast.gemeente, None, op=OP) for _ in range(3)]


def vraag(cast, dossiers, sleutel=None, consulent="collega") -> Toewijsronde:
    return toewijzen.vraag_aan(
        gemeente=cast.gemeente,
        dossiers=Dossier.objects.filter(pk__in=[dossier.pk for dossier in dossiers]),
        consulent=getattr(cast, consulent) if consulent else None,
        door=cast.teamleider,
        sleutel=sleutel or uuid4(),
        moment=MOMENT,
    )


def werk_af(ronde: Toewijsronde) -> None:
    while toewijzen.werk_stuk(ronde_id=ronde.pk, op=OP, moment=MOMENT):
        pass


def uitkomsten(ronde: Toewijsronde) -> list[tuple[str, str]]:
    return list(ronde.regels.values_list("uitkomst", "reden"))


def test_every_dossier_gets_the_consulent_and_an_event_by_who_asked(cast, dossiers):
    ronde = vraag(cast, dossiers)
    werk_af(ronde)

    assert {dossier.consulent for dossier in Dossier.objects.all()} == {cast.collega}
    assert uitkomsten(ronde) == [("toegewezen", "")] * 3
    stappen = Gebeurtenis.objects.filter(soort="DOSSIER_TOEGEWEZEN")
    assert [stap.door for stap in stappen] == [cast.teamleider] * 3
    ronde.refresh_from_db()
    assert ronde.klaar_op == MOMENT


def test_asking_twice_and_working_twice_is_once(cast, dossiers):
    sleutel = uuid4()
    ronde = vraag(cast, dossiers, sleutel)
    werk_af(ronde)
    assert vraag(cast, dossiers, sleutel) == ronde
    werk_af(ronde)

    assert Toewijsregel.objects.count() == Gebeurtenis.objects.filter(soort="DOSSIER_TOEGEWEZEN").count() == 3


def test_a_worker_that_is_killed_halfway_leaves_the_rest_for_the_next(
    cast, dossiers, monkeypatch, django_capture_on_commit_callbacks
):
    ronde = vraag(cast, dossiers)
    echt, gedaan = toewijzen.wijs_toe, []

    def sterft(**kwargs):
        if len(gedaan) == 2:
            raise SystemExit
        gedaan.append(kwargs["dossier"].pk)
        echt(**kwargs)

    with monkeypatch.context() as dood:
        dood.setattr(toewijzen, "wijs_toe", sterft)
        with pytest.raises(SystemExit):
            toewijzen.werk_stuk(ronde_id=ronde.pk, op=OP, moment=MOMENT)
    assert [uitkomst for uitkomst, _ in uitkomsten(ronde)] == ["toegewezen", "toegewezen", "te_doen"]

    assert toewijzen.hervat(sinds=MOMENT) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert toewijzen.hervat(sinds=MOMENT + timedelta(minutes=2)) == 1
    ronde.refresh_from_db()
    assert ronde.klaar_op
    assert Gebeurtenis.objects.filter(soort="DOSSIER_TOEGEWEZEN").count() == 3


def test_what_changed_since_is_refused_with_the_reason_and_can_be_tried_again(cast, dossiers):
    ronde = vraag(cast, dossiers)
    van_ander, af, beschermd = dossiers
    wijs_toe(dossier=van_ander, consulent=cast.consulent, door=cast.teamleider, op=OP)
    Dossier.objects.filter(pk=af.pk).update(status=Dossierstatus.AFGESLOTEN)
    Dossier.objects.filter(pk=beschermd.pk).update(extra_beschermd=True)
    werk_af(ronde)

    assert uitkomsten(ronde) == [
        ("geweigerd", f"Een collega gaf het dossier intussen aan {cast.consulent.naam}."),
        ("geweigerd", "Het dossier is intussen afgesloten."),
        ("geweigerd", "Het dossier is intussen beschermd of samengevoegd."),
    ]
    assert toewijzen.opnieuw(ronde=ronde, moment=MOMENT) == 3
    assert toewijzen.opnieuw(ronde=ronde, moment=MOMENT) == 0
    werk_af(ronde)
    assert [uitkomst for uitkomst, _ in uitkomsten(ronde)] == ["toegewezen", "geweigerd", "geweigerd"]


def test_who_already_has_it_keeps_it_without_an_event_and_none_is_the_teamleider(cast, dossiers):
    wijs_toe(dossier=dossiers[0], consulent=cast.collega, door=cast.teamleider, op=OP)
    ronde = vraag(cast, dossiers[:1])
    werk_af(ronde)
    assert uitkomsten(ronde) == [("al_zo", "")]

    terug = vraag(cast, dossiers[:1], consulent=None)
    werk_af(terug)
    assert uitkomsten(terug) == [("toegewezen", "")]
    assert Dossier.objects.get(pk=dossiers[0].pk).consulent is None


@pytest.mark.parametrize(("wie", "zin"), [("teamleider", "mag hier geen dossiers"), ("collega", "geen consulent meer")])
def test_who_left_meanwhile_stops_the_rest(cast, dossiers, wie, zin):
    ronde = vraag(cast, dossiers)
    persoon = getattr(cast, wie)
    persoon.aanstellingen.update(tot=OP - timedelta(days=1))
    werk_af(ronde)

    assert all(uitkomst == "geweigerd" and zin in reden for uitkomst, reden in uitkomsten(ronde))
    assert not Dossier.objects.filter(consulent__isnull=False).exists()


def test_nothing_chosen_is_refused_and_leaves_no_round(cast):
    with pytest.raises(ToewijsFout, match="ten minste één"):
        vraag(cast, [])
    assert not Toewijsronde.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_workers_and_two_teamleiders_at_once_give_each_dossier_once(cast, dossiers):
    rondes = [
        Toewijsronde.objects.create(gemeente=cast.gemeente, consulent=wie, door=cast.teamleider)
        for wie in (cast.collega, cast.consulent)
    ]
    Toewijsregel.objects.bulk_create(Toewijsregel(ronde=r, dossier=dossier) for r in rondes for dossier in dossiers)

    def werk(ronde):
        try:
            werk_af(ronde)
        finally:
            connection.close()

    draden = [threading.Thread(target=werk, args=(ronde,)) for ronde in (*rondes, *rondes)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert Gebeurtenis.objects.filter(soort="DOSSIER_TOEGEWEZEN").count() == 3
    alle = [uitkomst for ronde in rondes for uitkomst, _ in uitkomsten(ronde)]
    assert sorted(alle) == ["geweigerd"] * 3 + ["toegewezen"] * 3
