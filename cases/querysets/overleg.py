"""Questions about many meetings, their dossiers and their actions."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db.models import QuerySet

from cases.overlegonderwerpen import onderwerpen
from cases.toegang import Actie

if TYPE_CHECKING:
    from cases.models import Gemeente, Medewerker


class OverlegQuerySet(QuerySet):
    def voor(self, gemeente: "Gemeente", rollen: Iterable[str]) -> Self:
        """The meetings of this gemeente on subjects that these roles may know of."""
        return self.filter(gemeente=gemeente, onderwerp__in=_codes(rollen))

    def komend(self) -> Self:
        """That were not held yet, and are not cancelled."""
        return self.filter(gehouden_op__isnull=True, afgezegd_op__isnull=True)


class PuntQuerySet(QuerySet):
    def voor(self, medewerker: "Medewerker", gemeente: "Gemeente", op: date) -> Self:
        """Of dossiers that this person may see today, on subjects that his roles may know of."""
        rollen = medewerker.rollen_in(gemeente.pk, op)
        dossiers = apps.get_model("cases", "Dossier").objects
        zichtbaar = dossiers.zichtbaar_voor(medewerker, gemeente, op, Actie.CASUSOVERLEG)
        return self.filter(dossier__in=zichtbaar, overleg__onderwerp__in=_codes(rollen))


def _codes(rollen: Iterable[str]) -> list[str]:
    return [onderwerp.code for onderwerp in onderwerpen(rollen)]
