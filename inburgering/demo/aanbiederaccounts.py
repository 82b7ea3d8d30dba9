"""Somebody of an aanbieder who logs in herself, and the report that she sent in and nobody has taken in yet."""

import io
from csv import writer
from datetime import timedelta
from random import Random

from cases.models import Medewerker
from pip_plans.aanbiederportaal.services.accounts import nodig_uit
from pip_plans.aanbiederportaal.services.maand import weken_van
from pip_plans.uitvoering.models import Aanbieder
from pip_plans.voortgang.services import rapport as dienst
from pip_plans.voortgang.services.deelnemers import plaatsen_bij

from .accounts import EXTERN, EXTERN_NAAM, WACHTWOORD
from .draaiboek import Verloop
from .rapporten import KOP, uren_van
from .traject import Wereld

BIJ = "NL Training"
GELDT = timedelta(days=300)
DEELNEMERS, TERUG = 6, 3


def verloop(wereld: Wereld) -> Verloop:
    """Three days before the peildatum: the weeks of this month so far, of a few people."""
    aanbieder = Aanbieder.objects.get(gemeente=wereld.gemeente, naam=BIJ)
    op = yield wereld.dag(-TERUG)
    persoon = Medewerker.objects.filter(email=EXTERN).first() or Medewerker.objects.create_user(
        email=EXTERN, naam=EXTERN_NAAM, password=WACHTWOORD, is_extern=True
    )
    nodig_uit(
        aanbieder=aanbieder, naam=EXTERN_NAAM, email=EXTERN, van=op, tot=op + GELDT, door=wereld.teamleider, op=op
    )
    maand, toeval = op.replace(day=1), Random(op.toordinal())
    plaatsen = plaatsen_bij(aanbieder=aanbieder, op=op).filter(uren_per_week__isnull=False).select_related("dossier")
    rijen = [
        uren_van(plaats, week, 1.0, toeval, False)
        for plaats in plaatsen.order_by("-start", "pk")[:DEELNEMERS]
        for week in weken_van(maand, op)
        if plaats.start and plaats.start <= week and (plaats.einde is None or plaats.einde >= week)
    ]
    if rijen:
        bak = io.StringIO()
        writer(bak, delimiter=";").writerows([KOP, *rijen])
        rapport, _ = dienst.maak_voorbeeld(
            gemeente=wereld.gemeente, aanbieder=aanbieder, maand=maand, verbetering="",
            inhoud=bak.getvalue().encode(), door=persoon, op=op,
        )  # fmt: skip
        if rapport.regels.te_schrijven().exists():
            dienst.stuur_in(rapport=rapport, moment=rapport.aangemaakt_op)
