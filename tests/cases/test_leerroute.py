"""Which leerroute the lists and the partners see: that of the PIP that stands."""

from datetime import date

from cases.deelgegevens import Deelbeeld, deelgegevens
from cases.models import Dossier
from cases.services.gebeurtenissen import corrigeer_feit
from cases.services.termijnen import feiten_van
from inburgering.recht.feiten import LEERROUTE_LABELS, Dossierfeiten, Leerroute, Regime
from inburgering.recht.feiten import FeitSoort as F
from tests.conftest import VANDAAG
from tests.fabriek import leg_vast, maak_dossier


def gezien(dossier: Dossier) -> tuple[str, str]:
    """In the lists, and on the sheet of a partner."""
    beeld = Deelbeeld(dossier, Dossierfeiten(regime=Regime.WI2021, feiten=feiten_van(dossier)), VANDAAG)
    [regel] = [een for een in deelgegevens("begeleiding") if een.code == "leerroute"]
    return Dossier.objects.met_leerroute().get(pk=dossier.pk).leerroute, regel.waarden([beeld])[0]


def test_a_later_version_is_seen_once_it_was_made_known_and_until_it_is_herroepen(cast):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 9, 9))
    b1, z = (("B1", LEERROUTE_LABELS[Leerroute.B1]), ("Z", LEERROUTE_LABELS[Leerroute.Z]))
    leg_vast(dossier, F.PIP_VASTGESTELD, date(2026, 10, 1), beschikking="2026/12", leerroute="B1")
    assert gezien(dossier) == b1
    leg_vast(dossier, F.PIP_VASTGESTELD, date(2026, 11, 2), beschikking="PIP-2", leerroute="Z", eerste=False)
    assert gezien(dossier) == b1
    leg_vast(dossier, F.BESCHIKKING_BEKENDGEMAAKT, date(2026, 11, 3), beschikking="PIP-2")
    assert gezien(dossier) == z
    leg_vast(dossier, F.BESCHIKKING_HERROEPEN, date(2026, 11, 10), beschikking="PIP-2")
    assert gezien(dossier) == b1


def test_a_withdrawal_that_was_sent_takes_it_out_until_there_is_a_new_pip_or_it_is_herroepen(cast):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 9, 9))
    leg_vast(dossier, F.PIP_VASTGESTELD, date(2026, 10, 1), beschikking="PIP-1", leerroute="B1", eerste=True)
    leg_vast(dossier, F.PIP_VASTGESTELD, date(2026, 10, 5), beschikking="PIP-2", leerroute="Z", eerste=False)
    leg_vast(dossier, F.BESCHIKKING_BEKENDGEMAAKT, date(2026, 10, 6), beschikking="PIP-2")
    leg_vast(dossier, F.BESCHIKKING_BEKENDGEMAAKT, date(2026, 10, 20), beschikking="INT-1", trekt_in="PIP-2")
    assert gezien(dossier) == (None, "")
    ongedaan = leg_vast(dossier, F.BESCHIKKING_HERROEPEN, date(2026, 10, 30), beschikking="INT-1", in_de_plaats=False)
    assert gezien(dossier) == ("Z", LEERROUTE_LABELS[Leerroute.Z])
    corrigeer_feit(gebeurtenis=ongedaan, datum=ongedaan.datum, vervalt=True, toelichting="Test.", door=None, op=VANDAAG)
    leg_vast(dossier, F.PIP_VASTGESTELD, date(2026, 10, 20), beschikking="PIP-3", leerroute="B1", eerste=False)
    assert gezien(dossier) == (None, "")
    leg_vast(dossier, F.BESCHIKKING_BEKENDGEMAAKT, date(2026, 10, 20), beschikking="PIP-3")
    assert gezien(dossier) == ("B1", LEERROUTE_LABELS[Leerroute.B1])


def test_what_bezwaar_put_in_the_place_of_a_change_leaves_no_leerroute_until_the_new_pip(cast):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 9, 9))
    leg_vast(dossier, F.PIP_VASTGESTELD, date(2026, 10, 1), beschikking="PIP-1", leerroute="B1", eerste=True)
    leg_vast(dossier, F.PIP_VASTGESTELD, date(2026, 10, 1), beschikking="PIP-2", leerroute="Z", eerste=False)
    leg_vast(dossier, F.BESCHIKKING_BEKENDGEMAAKT, date(2026, 10, 6), beschikking="PIP-2")
    leg_vast(dossier, F.BESCHIKKING_HERROEPEN, date(2026, 10, 30), beschikking="PIP-2", in_de_plaats=True)

    assert gezien(dossier) == (None, "")
