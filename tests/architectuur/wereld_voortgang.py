"""Somebody with a place and hours, for every address of the progress."""

from datetime import date
from typing import Any

from cases.models import Dossier
from pip_plans.uitvoering.enums import Plaatsingstand, Wijze
from pip_plans.uitvoering.models import Plaatsing
from pip_plans.voortgang.services.uren import leg_week_vast
from tests.fabriek import Cast
from tests.pip_plans.uitvoering.bouw import maak_aanbieder
from tests.pip_plans.voortgang.bouw import OP, WEEK, uren
from tests.pip_plans.voortgang.bouw_rapport import csv, lees

from .wereld_aanbieders import aanbiederrijen

RAPPORTDELEN = ("", "_terugsturen", "_stand", "_bevestigen", "_opnieuw", "_weggooien", "_fouten")


def voortgangrijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    """The dossier has no PIP that stands: the place is put there, as if it is from before."""
    wie = maak_aanbieder(cast, "Taalhuis Diemen", aanbod=("b1",))
    plaatsing = Plaatsing.objects.create(
        dossier=dossier, soort="b1", wijze=Wijze.MAATWERK, aanbieder=wie, reden="van voor dit systeem",
        stand=Plaatsingstand.GEPLAATST, voorgesteld_op=date(2026, 8, 1), start=date(2026, 8, 31),
        einde=date(2027, 12, 31), door=cast.consulent,
    )  # fmt: skip
    week = leg_week_vast(plaatsing=plaatsing, week=WEEK, waarden=uren(nt2=10), door=cast.consulent, op=OP)
    rapport = lees(cast, wie, csv((dossier.nummer, "TD-1", "2026-W46", 8, 1, 0), ("D-1999-1", "", "2026-W46", 8, 0, 0)))
    rijen = {f"voortgang:rapport{deel}.pk": rapport.pk for deel in RAPPORTDELEN}
    rijen |= aanbiederrijen(cast)
    return rijen | {"voortgang:week.pk": plaatsing.pk, "voortgang:week_corrigeren.pk": week.pk}
