"""A meeting that was planned gets another day, subject or place, or does not go on."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from cases import handelingen
from cases.models import Casusoverleg, Medewerker
from inburgering.recht.uitleg import datum_zonder_weekdag

from .gebeurtenissen import registreer_handelingen
from .overleg import OverlegFout, bewaar, eis_dag, eis_komt_nog, versie

VELDEN = ("onderwerp", "datum", "plaats")  # another partner may know other data: that is another meeting


@transaction.atomic
def wijzig_overleg(
    *, overleg: Casusoverleg, gegevens: Mapping[str, Any], gezien: int, door: Medewerker, op: date
) -> Casusoverleg:
    """Another day, subject or place, with a step in every dossier on the agenda. The same again changes nothing.

    `gezien` is the version that was read. Raises OverlegFout after the meeting closed or was cancelled, when a
    colleague changed it meanwhile, for a day that is too far away, and for a meeting that is in the list already.
    """
    rij = _vergrendeld(overleg)
    if all(getattr(rij, veld) == gegevens[veld] for veld in VELDEN):
        return rij
    eis_komt_nog(rij)
    oud = _in_woorden(rij)
    if gezien != versie(rij):
        raise OverlegFout(f"Een collega wijzigde dit overleg intussen in: {oud}. Er is niets overschreven. Open de "
                          "pagina opnieuw.")  # fmt: skip
    if rij.datum != gegevens["datum"]:
        eis_dag(gegevens["datum"], op)
    for veld in VELDEN:
        setattr(rij, veld, gegevens[veld])
    bewaar(rij)
    _schrijf(rij, handelingen.OVERLEG_GEWIJZIGD, door, op, oud=oud, nieuw=_in_woorden(rij))
    return rij


@transaction.atomic
def zeg_af(*, overleg: Casusoverleg, reden: str, door: Medewerker, op: date) -> Casusoverleg:
    """The meeting does not go on, with a step in every dossier on its agenda; a second time changes nothing.

    Its agenda stays to see. Raises OverlegFout without a reason, after it closed, and when there are minutes: then it
    was held.
    """
    rij = _vergrendeld(overleg)
    if rij.afgezegd_op:
        return rij
    eis_komt_nog(rij)
    if rij.punten.exclude(verslag="").exists():
        raise OverlegFout("Van dit overleg is al een verslag. Rond het af.")
    rij.afgezegd_op, rij.afzegreden = op, reden.strip()
    bewaar(rij)
    dag = datum_zonder_weekdag(rij.datum)
    _schrijf(rij, handelingen.OVERLEG_AFGEZEGD, door, op, toelichting=rij.afzegreden, dag=dag)
    return rij


def _vergrendeld(overleg: Casusoverleg) -> Casusoverleg:
    rijen = Casusoverleg.objects.select_for_update(of=("self",)).select_related("partner")
    rij: Casusoverleg = rijen.get(pk=overleg.pk)
    return rij


def _in_woorden(overleg: Casusoverleg) -> str:
    delen = [datum_zonder_weekdag(overleg.datum), overleg.onderwerpnaam, overleg.plaats]
    return ", ".join(deel for deel in delen if deel)


def _schrijf(
    overleg: Casusoverleg, soort: str, door: Medewerker, op: date, toelichting: str = "", **gegevens: str
) -> None:
    registreer_handelingen(
        dossiers=[punt.dossier for punt in overleg.punten.select_related("dossier")],
        soort=soort,
        datum=op,
        door=door,
        gegevens={"partner": overleg.partner.naam} | gegevens,
        toelichting=toelichting,
    )
