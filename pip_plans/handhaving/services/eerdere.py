"""What counts in the amount: earlier fines of the college that hold, whether they are final, and DUO's new term."""

from datetime import date
from typing import Any

from cases.enums import Beschikkingstatus
from cases.enums_bezwaar import Bezwaarstatus
from cases.kalender import kalender
from cases.models import Beschikking, Dossier
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.boete import Duotermijn, EerdereBoete
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.uitkomst import bereken
from pip_plans.handhaving.models import Handhavingszaak


def eerdere_boetes(*, zaak: Handhavingszaak) -> list[EerdereBoete]:
    """The fines of this dossier that were made known and still hold, without this one.

    Final is judged on the day of this constatering: a fine that became final later did not warn in time.
    """
    rijen = Handhavingszaak.objects.filter(
        dossier=zaak.dossier_id, beschikking__status=Beschikkingstatus.BEKENDGEMAAKT
    ).exclude(pk=zaak.pk)
    volgorde = rijen.select_related("beschikking").order_by("beschikking__dagtekening", "pk")
    return [_eerder(rij, rij.beschikking, zaak.geconstateerd_op) for rij in volgorde if rij.beschikking]


def _eerder(rij: Handhavingszaak, besluit: Beschikking, op: date) -> EerdereBoete:
    return EerdereBoete(
        nummer=besluit.nummer,
        artikel=rij.artikel,
        opgelegd_op=besluit.dagtekening,
        bedrag=rij.bedrag or 0,
        onherroepelijk=is_onherroepelijk(besluit=besluit, op=op),
    )


def is_onherroepelijk(*, besluit: Beschikking, op: date) -> bool:
    """Whether nobody could object or appeal any more on this day, the week for the post included (Awb 6:7, 6:9)."""
    if besluit.bekendgemaakt_op is None:
        return False
    bezwaar = besluit.bezwaren.exclude(status=Bezwaarstatus.INGETROKKEN).select_related("beslissing").first()
    if bezwaar is None:
        return _voorbij("BEZWAAR_6W", besluit.bekendgemaakt_op, op)
    beslissing = bezwaar.beslissing
    if beslissing is None or beslissing.bekendgemaakt_op is None or bezwaar.zaken.filter(uitkomst="").exists():
        return False
    return _voorbij("BEROEP_6W", beslissing.bekendgemaakt_op, op)


def _voorbij(code: str, bekend: date, op: date) -> bool:
    einde = bereken(code, bekend, kalender()).laatste_dag
    return op > bereken("BEZWAAR_POST_1W", einde, kalender()).laatste_dag


def duotermijn_van(*, dossier: Dossier, op: date) -> Duotermijn | None:
    """The new term of DUO in which this day falls; the latest that was recorded counts."""
    feiten = reversed(dossierfeiten_van(dossier).alle(FeitSoort.BOETE_DUO))
    termijnen = (_duotermijn(feit.gegevens) for feit in feiten)
    return next((termijn for termijn in termijnen if termijn and termijn.bevat(op)), None)


def _duotermijn(gegevens: Any) -> Duotermijn | None:
    if not gegevens.get("maanden"):
        return None
    return Duotermijn(int(gegevens["maanden"]), date.fromisoformat(str(gegevens["vanaf"])))
