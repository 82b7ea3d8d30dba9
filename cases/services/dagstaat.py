"""The day sheet for a visit to an AZC: who is seen there on that day, and who still has to be met."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Prefetch, QuerySet
from django.utils.timezone import localtime, make_aware

from cases.enums import Plaatssoort
from cases.inhoud import DagstaatInhoud, DagstaatRegel
from cases.models import Afspraak, Dossier, Gebeurtenis, Gemeente, Medewerker
from cases.querysets.dossiers import DossierQuerySet
from inburgering.recht.feiten import FeitSoort

from .contact import is_bezocht

EERSTE_CONTACT = "Kennismaken en het eerste contact vastleggen"
OVERDRACHT = "Overdracht van het COA afmaken"
_SOORTEN = (FeitSoort.KOPPELING.value, FeitSoort.EERSTE_CONTACT.value)


@dataclass(frozen=True, slots=True)
class Dagstaat:
    """What the sheet says, and the dossiers on it for the reading log."""

    inhoud: DagstaatInhoud
    dossier_ids: tuple[int, ...]


def maak_dagstaat(
    *, gemeente: Gemeente, dossiers: DossierQuerySet, medewerker: Medewerker, azc: str, dag: date
) -> Dagstaat:
    """The afspraken in this AZC on this day, then the own people there who were never met.

    `dossiers` are the visible ones. A fixed number of queries, bounded by one day and one caseload; stores nothing.
    """
    afspraken = _afspraken(dossiers, azc, dag)
    gezien = {afspraak.dossier_id for afspraak in afspraken}
    eigen = _met_feiten(dossiers.lopend().filter(consulent=medewerker).exclude(pk__in=gezien))
    nieuw = [dossier for dossier in eigen if is_bezocht(_azc(dossier), [azc]) and not _ontmoet(dossier)]
    regels = [_regel(a.dossier, localtime(a.begin), a) for a in afspraken] + [_regel(d, None, None) for d in nieuw]
    inhoud = DagstaatInhoud(
        gemeente=gemeente.naam,
        datum=dag.isoformat(),
        locatie=azc,
        adres=next((a.plaats for a in afspraken if a.plaats), ""),
        contact="",
        medewerker=medewerker.naam,
        regels=tuple(regels),
    )
    return Dagstaat(inhoud, (*gezien, *(dossier.pk for dossier in nieuw)))


def _afspraken(dossiers: QuerySet[Dossier], azc: str, dag: date) -> list[Afspraak]:
    begin = make_aware(datetime.combine(dag, time.min))
    einde = make_aware(datetime.combine(dag + timedelta(days=1), time.min))
    rijen = (
        Afspraak.objects.open()
        .met_tolk()
        .filter(begin__gte=begin, begin__lt=einde, plaatssoort=Plaatssoort.AZC, dossier__in=dossiers)
        .prefetch_related(Prefetch("dossier", _met_feiten(Dossier.objects.all())))
    )
    return [afspraak for afspraak in rijen if is_bezocht(afspraak.plaats or _azc(afspraak.dossier), [azc])]


def _met_feiten(dossiers: QuerySet[Dossier]) -> QuerySet[Dossier]:
    feiten = Gebeurtenis.objects.feiten().geldend().filter(soort__in=_SOORTEN)
    return dossiers.select_related("inburgeraar").prefetch_related(
        Prefetch("gebeurtenissen", feiten, to_attr="contactfeiten"), "overdrachtpunten"
    )


def _azc(dossier: Dossier) -> str:
    feiten: Iterable[Gebeurtenis] = dossier.contactfeiten  # type: ignore[attr-defined]  # see _met_feiten
    return next((feit.gegevens.get("azc", "") for feit in reversed([*feiten]) if feit.soort == FeitSoort.KOPPELING), "")


def _ontmoet(dossier: Dossier) -> bool:
    feiten: Iterable[Gebeurtenis] = dossier.contactfeiten  # type: ignore[attr-defined]  # see _met_feiten
    return any(feit.soort == FeitSoort.EERSTE_CONTACT for feit in feiten)


def _regel(dossier: Dossier, begin: datetime | None, afspraak: Afspraak | None) -> DagstaatRegel:
    persoon = dossier.inburgeraar
    doen = [afspraak.get_soort_display()] if afspraak else []
    doen += [] if _ontmoet(dossier) else [EERSTE_CONTACT]
    doen += [OVERDRACHT] if not dossier.overdrachtpunten.all() else []
    tolk = afspraak.tolk_stand if afspraak else "nodig, niet besteld" if persoon.tolk_nodig else "niet nodig"
    return DagstaatRegel(
        tijd=f"{begin:%H:%M}" if begin else "–",
        naam=persoon.naam,
        dossiernummer=dossier.nummer,
        taal=persoon.voorkeurstaal or "onbekend",
        tolk=tolk,
        doen=tuple(doen),
    )
