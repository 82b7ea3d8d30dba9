"""A day of bekendmaking that was recorded wrongly: the fact is corrected, the decision and all terms follow (Awb 6:8).

The letter itself names no day of sending, so it stays as it is. What went out on the old day is shown before.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from cases.bezwaarbrieven import CODES
from cases.enums import Beschikkingsoort, Kanaal
from cases.models import Beschikking, Document, Gebeurtenis, Medewerker
from cases.toegang import VASTSTELLEN, mag
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.uitleg import datum_zonder_weekdag

from .bezwaar.basis import schrijf_mee
from .feiten import Feitwijziging, Gevolgen, gevolgen_van_samen
from .gebeurtenissen import GebeurtenisFout, corrigeer_feit
from .werking import BeschikkingFout


def reden_niet(besluit: Beschikking, rollen: frozenset[str]) -> str:
    """Why these roles cannot put the day right, '' when they can: those that take such a decision."""
    if besluit.bekendgemaakt_op is None:
        return "Dit besluit is nog niet bekendgemaakt. Er is geen dag om te corrigeren."
    if not mag(rollen, VASTSTELLEN[Beschikkingsoort(besluit.soort)]):
        return "De dag corrigeren kan alleen wie zulke besluiten mag vaststellen."
    return ""


def gevolgen_van_bekendmaking(*, besluit: Beschikking, datum: date, kanaal: str, op: date) -> Gevolgen:
    """What moves with this day, and what was sent on the old one; nothing is stored.

    Raises BeschikkingFout for a day that cannot be, and when nothing changes.
    """
    _controleer(besluit, datum, kanaal, op)
    bekend = _feit(besluit)
    wijzigingen = [Feitwijziging(bekend, datum, bekend.gegevens | {"kanaal": str(kanaal)})]
    wijzigingen += [Feitwijziging(feit, datum, feit.gegevens) for feit in _herroepingen(besluit)]
    gevolgen = gevolgen_van_samen(wijzigingen=wijzigingen, op=op)
    return replace(
        gevolgen,
        beschikkingen=[ander for ander in gevolgen.beschikkingen if ander.pk != besluit.pk],
        waarschuwingen=_te_vroeg(besluit, datum),
        brieven=_brieven_sinds(besluit, bekend),
    )


@transaction.atomic
def corrigeer_bekendmaking(
    *, besluit: Beschikking, datum: date, kanaal: Kanaal, reden: str, door: Medewerker, op: date
) -> Beschikking:
    """Put the day right: the fact is corrected with the reason, the terms are computed anew, the decision follows.

    What was herroepen with this decision gets its day too, and a decision on a bezwaar that is being written must be
    read again. Raises BeschikkingFout without a reason or the right to take such a decision, for a day before the
    dagtekening, after `op`, or after what came later, and when the fact was corrected in between.
    """
    vers: Beschikking = Beschikking.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=besluit.pk)
    if waarom := reden_niet(vers, door.rollen_in(vers.gemeente_id, op)):
        raise BeschikkingFout(waarom)
    _controleer(vers, datum, kanaal, op)
    bekend, herroepingen = _feit(vers), _herroepingen(vers)
    wat: dict[str, Any] = {"toelichting": reden, "door": door, "op": op}
    try:
        corrigeer_feit(gebeurtenis=bekend, datum=datum, gegevens=bekend.gegevens | {"kanaal": str(kanaal)}, **wat)
        for feit in herroepingen:
            corrigeer_feit(gebeurtenis=feit, datum=datum, **wat)
    except GebeurtenisFout as fout:
        raise BeschikkingFout(str(fout)) from fout
    vers.bekendgemaakt_op, vers.kanaal = datum, kanaal
    vers.save(update_fields=["bekendgemaakt_op", "kanaal"])
    for bezwaar in vers.bezwaren.lopend():
        schrijf_mee(bezwaar, door)
    return vers


def _feit(besluit: Beschikking) -> Gebeurtenis:
    feiten = besluit.dossier.gebeurtenissen.feiten().geldend().select_related("dossier")
    feit: Gebeurtenis = feiten.get(
        soort=FeitSoort.BESCHIKKING_BEKENDGEMAAKT.value, gegevens__beschikking=besluit.nummer
    )
    return feit


def _herroepingen(besluit: Beschikking) -> list[Gebeurtenis]:
    """What was undone with this decision, from the day on which it was made known."""
    feiten = besluit.dossier.gebeurtenissen.feiten().geldend().select_related("dossier")
    return list(feiten.filter(soort=FeitSoort.BESCHIKKING_HERROEPEN.value, gegevens__beslissing=besluit.nummer))


def _controleer(besluit: Beschikking, datum: date, kanaal: str, op: date) -> None:
    if (besluit.bekendgemaakt_op, besluit.kanaal) == (datum, kanaal):
        raise BeschikkingFout("Dit is al de vastgelegde dag. Er verandert niets.")
    if datum < besluit.dagtekening:
        dag = datum_zonder_weekdag(besluit.dagtekening)
        raise BeschikkingFout(f"Bekendmaken kan niet vóór de dagtekening, {dag}.")
    if datum > op:
        raise BeschikkingFout("Deze datum ligt in de toekomst. Leg de dag vast waarop de brief weg was.")
    if later := _eerder_dan(besluit, datum):
        raise BeschikkingFout(later)


def _eerder_dan(besluit: Beschikking, datum: date) -> str:
    """What was there before `datum` and can only come after the bekendmaking, in a sentence; '' without it."""
    opvolger = besluit.opvolger
    if opvolger and opvolger.bekendgemaakt_op and datum > opvolger.bekendgemaakt_op:
        dag = datum_zonder_weekdag(opvolger.bekendgemaakt_op)
        return f"{opvolger} is op {dag} bekendgemaakt en kwam voor dit besluit in de plaats. Deze dag ligt daarna."
    beslissing = Beschikking.objects.filter(beslist_op__beschikking=besluit, dagtekening__lt=datum).first()
    if beslissing:
        dag = datum_zonder_weekdag(beslissing.dagtekening)
        return f"Op het bezwaar tegen dit besluit is op {dag} beslist, met {beslissing}. Deze dag ligt daarna."
    return ""


def _te_vroeg(besluit: Beschikking, datum: date) -> list[str]:
    """A bezwaar or beroep from before this day: early, and still admissible because the decision was there."""
    vroeg = [f"bezwaar {rij}" for rij in besluit.bezwaren.filter(ontvangen_op__lt=datum)]
    op_bezwaar = getattr(besluit, "beslist_op", None)
    if op_bezwaar and op_bezwaar.zaken.filter(ingesteld_op__lt=datum).exists():
        vroeg.append("het beroep")
    return [f"Deze dag ligt na {wat}. Dat is dan te vroeg, maar blijft ontvankelijk (art. 6:10 Awb)." for wat in vroeg]


def _brieven_sinds(besluit: Beschikking, bekend: Gebeurtenis) -> list[Document]:
    """The letters about a bezwaar against it, or on which it decides, that were made while the old day stood."""
    op_bezwaar = getattr(besluit, "beslist_op", None)
    zaak = Q(inhoud__zaak__nummer=op_bezwaar.nummer) if op_bezwaar else Q(inhoud__zaak__besluit=besluit.nummer)
    papier = besluit.dossier.documenten.zonder_bytes().filter(zaak, soort__in=CODES, beschikking__isnull=True)
    return list(papier.filter(aangemaakt_op__gte=bekend.vastgelegd_op))
