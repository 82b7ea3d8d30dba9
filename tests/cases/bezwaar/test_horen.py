"""The hearing: the invitation with its rights, leaving it out, and one that does not happen."""

from datetime import date, timedelta

import pytest

from cases.enums import Afspraakuitkomst
from cases.enums_bezwaar import NietHoren
from cases.models import Afspraak, Bezwaar
from cases.services.afspraken import AfspraakFout, annuleer_afspraak, wijzig_afspraak
from cases.services.bezwaar import horen, verloop
from cases.services.bezwaar.basis import BezwaarFout
from cases.services.bezwaar.stand import mogelijk, volgende
from cases.services.geschiedenis import regels
from tests.conftest import VANDAAG

from .hulp import registreer, zitting

MORGEN = VANDAAG + timedelta(days=1)


def test_the_invitation_names_the_rights_before_a_hearing(cast):
    bezwaar = registreer(cast)
    horen.nodig_uit(bezwaar=bezwaar, gegevens=zitting(cast, date(2026, 12, 3)), door=cast.jurist, op=VANDAAG)

    inhoud = bezwaar.dossier.documenten.get(soort="bezwaar_hoorzitting").inhoud
    assert (inhoud["stukken_tot"], inhoud["inzage_vanaf"], inhoud["tijd"]) == ("2026-11-23", "2026-11-26", "10:30")
    assert Afspraak.objects.get().get_soort_display() == "Hoorzitting bij een bezwaar"
    with pytest.raises(BezwaarFout, match="Er is al een hoorzitting"):
        horen.nodig_uit(bezwaar=bezwaar, gegevens=zitting(cast, date(2026, 12, 7)), door=cast.jurist, op=VANDAAG)
    with pytest.raises(BezwaarFout, match="Zeg die eerst af"):
        horen.zie_af_van_horen(
            bezwaar=bezwaar, grond=NietHoren.WIL_NIET, waarom="Gebeld.", door=cast.jurist, op=VANDAAG
        )
    with pytest.raises(BezwaarFout, match="moet nog komen"):
        horen.leg_verslag_vast(bezwaar=bezwaar, verslag="U zei …", door=cast.jurist, op=VANDAAG)
    horen.leg_verslag_vast(bezwaar=bezwaar, verslag="U zei …", door=cast.jurist, op=date(2026, 12, 3))
    bezwaar.refresh_from_db()
    assert bezwaar.is_gehoord


def test_a_hearing_within_ten_days_leaves_no_time_for_papers(cast):
    bezwaar = registreer(cast)
    with pytest.raises(BezwaarFout, match=r"tien dagen.*7:4 lid 1"):
        horen.nodig_uit(bezwaar=bezwaar, gegevens=zitting(cast, date(2026, 11, 30)), door=cast.jurist, op=VANDAAG)


def test_leaving_the_hearing_out_needs_a_ground_and_a_reason(cast):
    bezwaar = registreer(cast)
    with pytest.raises(BezwaarFout, match="7:3"):
        horen.zie_af_van_horen(bezwaar=bezwaar, grond=NietHoren.WIL_NIET, waarom="", door=cast.jurist, op=VANDAAG)
    with pytest.raises(BezwaarFout, match="Er is geen hoorzitting geweest"):
        horen.leg_verslag_vast(bezwaar=bezwaar, verslag="x", door=cast.jurist, op=VANDAAG)


def test_before_its_day_a_hearing_is_waited_for_moved_or_cancelled_and_on_its_day_reported(cast):
    bezwaar = registreer(cast)
    verloop.bevestig_ontvangst(bezwaar=bezwaar, door=cast.jurist, op=VANDAAG)
    dag = date(2026, 12, 3)
    horen.nodig_uit(bezwaar=bezwaar, gegevens=zitting(cast, dag), door=cast.jurist, op=VANDAAG)
    bezwaar = Bezwaar.objects.get(pk=bezwaar.pk)

    ervoor, erop = volgende(bezwaar, dag - timedelta(days=1)), volgende(bezwaar, dag)
    assert (ervoor.code, ervoor.doen, ervoor.titel) == ("", "", "Wachten op de hoorzitting")
    assert "donderdag 3 december 2026" in ervoor.waarom
    assert (erop.code, erop.wacht) == ("verslag", False)
    kan = {stap.code for stap in mogelijk(bezwaar, VANDAAG)}
    assert {"verplaatsen", "zitting"} <= kan
    assert not {"verslag", "hoorzitting", "afzien"} & kan
    assert "verslag" in {stap.code for stap in mogelijk(bezwaar, dag)}


def test_a_hearing_that_the_gemeente_cancels_gives_a_letter_and_a_line_wherever_it_is_cancelled(cast):
    bezwaar = registreer(cast)
    verloop.bevestig_ontvangst(bezwaar=bezwaar, door=cast.jurist, op=VANDAAG)
    wie = {"door": cast.jurist, "op": VANDAAG}
    afspraak = horen.nodig_uit(bezwaar=bezwaar, gegevens=zitting(cast, date(2026, 12, 3)), **wie).hoorzitting
    annuleer_afspraak(afspraak=afspraak, reden="De jurist is er niet.", **wie)

    brief = bezwaar.dossier.documenten.get(soort="bezwaar_afzegging")
    assert (brief.inhoud["datum"], brief.inhoud["tijd"]) == ("2026-12-03", "10:30")
    assert "De jurist is er niet" not in str(brief.inhoud)
    [regel] = regels(bezwaar.dossier.gebeurtenissen.filter(soort="BEZWAAR_HOREN_AFGEZEGD"))
    assert regel.zin.endswith("zegde de hoorzitting van 3 december 2026 over bezwaar BZW-2026-0001 af.")
    assert volgende(Bezwaar.objects.get(pk=bezwaar.pk), VANDAAG).code == "hoorzitting"


def test_who_calls_off_gets_a_line_and_no_letter(cast):
    bezwaar = registreer(cast)
    wie = {"bezwaar": bezwaar, "door": cast.jurist, "op": VANDAAG}
    horen.nodig_uit(gegevens=zitting(cast, date(2026, 12, 3)), **wie)
    horen.zitting_gaat_niet_door(uitkomst=Afspraakuitkomst.AFGEMELD, reden="Gebeld.", **wie)

    assert not bezwaar.dossier.documenten.filter(soort="bezwaar_afzegging").exists()
    stap = bezwaar.dossier.gebeurtenissen.get(soort="BEZWAAR_HOREN_UITKOMST")
    assert stap.gegevens == {"bezwaar": bezwaar.nummer, "dag": "3 december 2026", "uitkomst": "afgemeld"}


def test_a_hearing_that_is_moved_gives_one_letter_with_the_old_and_the_new_day(cast):
    bezwaar = registreer(cast)
    wie = {"bezwaar": bezwaar, "door": cast.jurist, "op": VANDAAG}
    with pytest.raises(BezwaarFout, match="geen hoorzitting gepland"):
        horen.verplaats_zitting(gegevens=zitting(cast, date(2026, 12, 10)), reden="Ziek.", **wie)
    oud = horen.nodig_uit(gegevens=zitting(cast, date(2026, 12, 3)), **wie).hoorzitting
    for gegevens, reden, zin in (
        (zitting(cast, date(2026, 11, 30)), "Ziek.", "7:4 lid 1"),
        (zitting(cast, date(2026, 12, 10)), " ", "Schrijf op waarom"),
    ):
        with pytest.raises(BezwaarFout, match=zin):
            horen.verplaats_zitting(gegevens=gegevens, reden=reden, **wie)
    with pytest.raises(AfspraakFout, match="op de tab Bezwaar"):
        wijzig_afspraak(afspraak=oud, gegevens={"plaats": "kamer 3"}, door=cast.consulent, op=VANDAAG)

    for _ in range(2):
        horen.verplaats_zitting(gegevens=zitting(cast, date(2026, 12, 10)), reden="Jurist ziek.", **wie)
    oud.refresh_from_db()
    nieuw = Bezwaar.objects.get(pk=bezwaar.pk).hoorzitting
    assert (oud.uitkomst, nieuw.dag, nieuw.uitkomst) == ("geannuleerd", date(2026, 12, 10), "")
    soorten = bezwaar.dossier.documenten.order_by("pk").values_list("soort", flat=True)
    assert list(soorten) == ["pip", "bezwaar_hoorzitting", "bezwaar_hoorzitting"]
    inhoud = bezwaar.dossier.documenten.order_by("pk").last().inhoud
    assert (inhoud["in_plaats_van"], inhoud["datum"], inhoud["stukken_tot"]) == (
        "2026-12-03",
        "2026-12-10",
        "2026-11-30",
    )
    [regel] = regels(bezwaar.dossier.gebeurtenissen.filter(soort="BEZWAAR_HOREN_VERPLAATST"))
    assert "van 3 december 2026 naar 10 december 2026" in regel.zin


def test_a_hearing_that_does_not_happen_is_recorded_by_the_jurist_and_followed_by_another(cast):
    bezwaar = registreer(cast)
    wie = {"bezwaar": bezwaar, "door": cast.jurist, "op": VANDAAG}
    with pytest.raises(BezwaarFout, match="geen hoorzitting gepland"):
        horen.zitting_gaat_niet_door(uitkomst=Afspraakuitkomst.AFGEMELD, reden="Ziek.", **wie)
    eerste = horen.nodig_uit(gegevens=zitting(cast, date(2026, 12, 3)), **wie).hoorzitting
    horen.zitting_gaat_niet_door(uitkomst=Afspraakuitkomst.GEANNULEERD, reden="Jurist is ziek.", **wie)
    tweede = horen.nodig_uit(gegevens=zitting(cast, date(2026, 12, 10)), **wie).hoorzitting
    eerste.refresh_from_db()
    assert (eerste.uitkomst, tweede.uitkomst) == ("geannuleerd", "")
    horen.leg_verslag_vast(bezwaar=bezwaar, verslag="U zei …", door=cast.jurist, op=date(2026, 12, 10))
    tweede.refresh_from_db()
    assert tweede.uitkomst == "verschenen"
