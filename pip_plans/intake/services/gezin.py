"""Partners whose talks fall together: then each must be offered a talk of his own (Bi 5.2)."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from cases.enums import Afspraaksoort
from cases.models import Afspraak, Dossier

GESPREKKEN = (Afspraaksoort.INTAKE, Afspraaksoort.INDIVIDUEEL)


def gesprekken_tegelijk(*, dossier: Dossier, zichtbaar: "QuerySet[Dossier]") -> list[Afspraak]:
    """Talks to come of relatives that overlap one of this person. `zichtbaar`: the dossiers the reader may see."""
    if dossier.inburgeraar.gezin_id is None:
        return []
    gezin = zichtbaar.filter(inburgeraar__gezin_id=dossier.inburgeraar.gezin_id).exclude(pk=dossier.pk)
    komend = Afspraak.objects.open().filter(soort__in=GESPREKKEN)
    eigen = list(komend.filter(dossier=dossier))
    anderen = komend.filter(dossier__in=gezin).select_related("dossier__inburgeraar")
    return [ander for ander in anderen if any(_overlappen(ander, een) for een in eigen)]


def _overlappen(een: Afspraak, ander: Afspraak) -> bool:
    return een.begin < _einde(ander) and ander.begin < _einde(een)


def _einde(afspraak: Afspraak) -> datetime:
    return afspraak.begin + timedelta(minutes=afspraak.duur_minuten)
