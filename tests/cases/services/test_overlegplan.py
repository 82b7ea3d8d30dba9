"""A meeting that was planned gets another day or does not go on; and minutes are not written over a colleague."""

from datetime import date, datetime

import pytest
import time_machine

from cases.models import Casusoverleg, Overlegpunt
from cases.restanten import restanten
from cases.services.overleg import (
    OverlegFout,
    agendeer,
    haal_van_agenda,
    leg_verslag_vast,
    rond_af,
    versie,
    wijzig_vraag,
)
from cases.services.overlegplan import wijzig_overleg, zeg_af
from tests.fabriek import maak_dossier

from .test_overleg import DAG, OP, maak_overleg

ANDERS = {"onderwerp": "inburgering", "datum": date(2026, 12, 2), "plaats": ""}


@pytest.fixture
def overleg(cast):
    return maak_overleg(cast)


@pytest.fixture
def punt(cast, overleg):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP)
    return agendeer(overleg=overleg, dossier=dossier, vraag="Lukt het betalen?", door=cast.consulent, op=OP)


def wijzig(overleg, cast, gegevens=ANDERS, gezien=None):
    gezien = gezien or versie(overleg)
    return wijzig_overleg(overleg=overleg, gegevens=gegevens, gezien=gezien, door=cast.consulent, op=OP)


def test_a_meeting_gets_another_day_and_subject_and_each_dossier_says_so_once(cast, overleg, punt):
    gelezen = versie(overleg)
    for _ in range(2):
        wijzig(overleg, cast)
    with pytest.raises(OverlegFout, match="intussen in: 2 december 2026, Inburgering en voortgang"):
        wijzig(overleg, cast, ANDERS | {"plaats": "Zaal 2"}, gezien=gelezen)
    with pytest.raises(OverlegFout, match="Kies een dag van") as fout:
        wijzig(overleg, cast, ANDERS | {"datum": date(2199, 1, 1)})
    assert fout.value.veld == "datum"
    maak_overleg(cast)
    with pytest.raises(OverlegFout, match="op deze dag al in de lijst"):
        wijzig(overleg, cast, {"onderwerp": "ontzorgen", "datum": DAG, "plaats": ""})

    (rij,) = punt.dossier.gebeurtenissen.filter(soort="OVERLEG_GEWIJZIGD")
    assert rij.gegevens["oud"] == "25 november 2026, Ontzorgen, De Omval"


def test_a_meeting_that_does_not_go_on_keeps_its_agenda_and_takes_nothing_any_more(cast, overleg, punt):
    wie = {"door": cast.consulent, "op": OP}
    with pytest.raises(OverlegFout, match="waarom het overleg niet doorgaat"):
        zeg_af(overleg=overleg, reden=" ", **wie)
    for _ in range(2):
        zeg_af(overleg=overleg, reden="De partner is ziek.", **wie)
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP)
    for doe in (
        lambda: agendeer(overleg=overleg, dossier=dossier, vraag="Wie?", **wie),
        lambda: leg_verslag_vast(punt=punt, verslag="Het lukt.", **wie),
        lambda: wijzig_vraag(punt=punt, vraag="Wie?", eerder=punt.vraag, **wie),
        lambda: haal_van_agenda(punt=punt, **wie),
        lambda: rond_af(overleg=overleg, aanwezig="Els", door=cast.consulent, op=DAG),
        lambda: wijzig(overleg, cast),
    ):
        with pytest.raises(OverlegFout, match="Dit overleg is afgezegd"):
            doe()
    assert Overlegpunt.objects.get() == punt
    (rij,) = punt.dossier.gebeurtenissen.filter(soort="OVERLEG_AFGEZEGD")
    assert (rij.toelichting, rij.gegevens["dag"]) == ("De partner is ziek.", "25 november 2026")
    assert not Casusoverleg.objects.komend().exists()
    assert maak_overleg(cast) != overleg  # the same day is free again


def test_a_cancelled_meeting_without_dossiers_is_a_remnant(cast, overleg):
    zeg_af(overleg=overleg, reden="Dubbel.", door=cast.consulent, op=OP)
    assert overleg in [rij for rijen in restanten(cast.gemeente.pk, OP) for rij in rijen]


def test_what_was_held_is_not_cancelled(cast, overleg, punt):
    wie = {"door": cast.consulent, "op": DAG}
    leg_verslag_vast(punt=punt, verslag="Het lukt.", **wie)
    with pytest.raises(OverlegFout, match="al een verslag"):
        zeg_af(overleg=overleg, reden="Dubbel.", **wie)
    rond_af(overleg=overleg, aanwezig="Els", **wie)
    with pytest.raises(OverlegFout, match="afgerond"):
        zeg_af(overleg=overleg, reden="Dubbel.", **wie)


def test_in_the_browser_a_meeting_is_changed_and_cancelled_and_minutes_are_not_lost(cast, overleg, punt, inloggen):
    adres = f"/diemen/dossiers/{punt.dossier.nummer}/overleg/{punt.pk}/"
    with time_machine.travel(datetime(2026, 11, 25, 10).astimezone(), tick=False):
        sanne, noor = inloggen(cast.consulent), inloggen(cast.sociale_zaken)
        gelezen = versie(punt)
        assert sanne.post(adres, {"opslaan": "1", "verslag": "Het lukt.", "gezien": gelezen}).status_code == 302
        later = {"opslaan": "1", "verslag": "Nog niet.", "gezien": gelezen}
        pagina = noor.post(adres, later).content.decode()
        assert "Nu staat er: ‘Het lukt.’" in pagina
        assert "Nog niet." in pagina
        assert f'value="{versie(punt)}"' in pagina
        assert noor.post(adres, later | {"gezien": versie(punt)}).status_code == 302

        andere = maak_overleg(cast, datum=date(2026, 12, 9))
        plek = f"/diemen/overleg/{andere.pk}/"
        getypt = {"onderwerp": "ontzorgen", "datum": "16-12-2026", "plaats": "", "gezien": versie(andere)}
        assert sanne.post(f"{plek}wijzigen/", getypt | {"onderwerp": "niets"}).status_code == 422
        assert sanne.post(f"{plek}wijzigen/", getypt).status_code == 302
        assert sanne.post(f"{plek}afzeggen/", {"reden": "bsn 999769248"}).status_code == 422
        assert sanne.post(f"{plek}afzeggen/", {"reden": "Niemand kan."}).status_code == 302
        assert "Niemand kan." in sanne.get(plek).content.decode()
        assert "afgezegd" in sanne.get("/diemen/overleg/").content.decode()
        assert sanne.get(f"{plek}blad/").status_code == 302
