"""The hearing: the invitation with its rights, leaving it out, and one that does not happen."""

from datetime import date, timedelta

import pytest

from cases.enums import Afspraakuitkomst
from cases.enums_bezwaar import NietHoren
from cases.models import Afspraak
from cases.services.bezwaar import horen
from cases.services.bezwaar.basis import BezwaarFout
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
    with pytest.raises(BezwaarFout, match="Annuleer eerst"):
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
