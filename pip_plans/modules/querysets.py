"""Questions about many groups and participants of the PVT."""

from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet, Sum

from cases.enums_groep import Aanwezigheidsstand

if TYPE_CHECKING:
    from .models import Pvtdeelname, Pvtgroep


def met_bezetting(groepen: "QuerySet[Pvtgroep]") -> "QuerySet[Pvtgroep]":
    """Annotates `bezet`: how many people have a place."""
    bezet = Count("deelnames", filter=Q(deelnames__gestopt_op=None))
    return groepen.annotate(bezet=bezet).select_related("aanbieder")


def met_uren(deelnames: "QuerySet[Pvtdeelname]") -> "QuerySet[Pvtdeelname]":
    """Annotates `gevolgd`: the hours of this group where he was; None for none."""
    erbij = Q(aanwezigheid__stand=Aanwezigheidsstand.AANWEZIG)
    return deelnames.annotate(gevolgd=Sum("aanwezigheid__bijeenkomst__uren", filter=erbij))
