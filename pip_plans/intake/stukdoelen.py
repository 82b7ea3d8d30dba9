"""What of the intake a paper that came in can be about."""

from collections.abc import Iterable

from cases.models import Dossier
from cases.stukdoelen import MEESTE, Stukdoel, registreer_stukdoelen

from .models import Intakegesprek, Oproep


@registreer_stukdoelen
def oproepen(dossier: Dossier) -> Iterable[Stukdoel]:
    rijen = Oproep.objects.filter(intake__dossier=dossier).order_by("-dagtekening", "-pk")[:MEESTE]
    return [Stukdoel(f"oproep-{rij.pk}", f"{rij} van {rij.dagtekening:%d-%m-%Y}") for rij in rijen]


@registreer_stukdoelen
def gesprekken(dossier: Dossier) -> Iterable[Stukdoel]:
    rijen = Intakegesprek.objects.filter(intake__dossier=dossier).order_by("-datum", "-pk")[:MEESTE]
    return [Stukdoel(f"gesprek-{rij.pk}", f"{rij}") for rij in rijen]
