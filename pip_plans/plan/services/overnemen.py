"""Taking over the text of an earlier version of the plan in a new concept."""

from pip_plans.plan.models import Pip, PipBijlage

from .bewerken import VELDEN


def neem_velden_over(vorige: Pip, pip: Pip, *, met_zienswijze: bool) -> None:
    """Every field that a writer fills in; without the zienswijze the person is asked anew (Awb 4:8). Not saved."""
    for veld in VELDEN | {"a2_onderdelen"}:
        setattr(pip, veld, getattr(vorige, veld))
    if not met_zienswijze:
        pip.zienswijze = pip.geen_zienswijze_grond = pip.geen_zienswijze = ""


def neem_rijen_over(vorige: Pip, pip: Pip) -> None:
    """The agreements and the decisions on bijstand. How much and when are agreed anew with another leerroute."""
    for rij in vorige.afspraken.all():
        rij.pk, rij.pip = None, pip
        if pip.leerroute != vorige.leerroute:
            rij.hoeveel = rij.wanneer = ""
        rij.save(force_insert=True)
    for besluit in vorige.pw_beschikkingen.all():
        besluit.pk, besluit.pip = None, pip
        besluit.save(force_insert=True)


def neem_bijlage_over(vorige: Pip, pip: Pip) -> None:
    """The bijlage that was to go with `vorige`, which is not sent: it goes with this one instead."""
    bijlage = vorige.bijlagen.first()
    if bijlage is None or pip.bijlage_in_de_maak is not None:
        return
    PipBijlage.objects.create(
        pip=pip, versie=bijlage.versie, inhoud=bijlage.inhoud, door=pip.opgesteld_door, bewaard_op=pip.opgesteld_op
    )
