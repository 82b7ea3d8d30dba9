"""A decision that was taken and not sent has not come into force (Awb 3:40): it can be kept back.

Two pairs of eyes: who may take such a decision may keep one back, but never the one that she took herself, and always
with a reason. Beside who wrote it and who took it that is the smallest form that is safe: nothing reached the person,
everything can be decided anew by the usual two people, and nobody has to wait for a third one. The database refuses
the same person and an empty reason as well.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from cases import handelingen
from cases.enums import Beschikkingstatus
from cases.models import Beschikking, Medewerker
from cases.onverzonden import onverzonden
from cases.toegang import mag

from .gebeurtenissen import registreer_handeling
from .termijnen import actualiseer
from .werking import BRON, BeschikkingFout

ZELF = "U hebt dit besluit zelf vastgesteld. Een collega beslist dat het niet wordt verzonden."
ANDERE_ROL = "Dit kan alleen wie zulke besluiten mag vaststellen."


def kan_niet_verzenden(besluit: Beschikking, door: Medewerker, op: date) -> bool:
    """Whether to show this person the button on the page of the decision."""
    return besluit.is_te_verzenden and not reden_niet(besluit, door, op)


def reden_niet(besluit: Beschikking, door: Medewerker, op: date) -> str:
    """Why this person cannot keep this decision back now, '' when she can."""
    if besluit.is_niet_verzonden:
        return f"Er is al beslist dat {besluit.nummer} niet wordt verzonden, door {besluit.niet_verzonden_door}."
    if not besluit.is_te_verzenden:
        return (
            f"{besluit.nummer} is {besluit.get_status_display()}. Alleen wat nog niet is verzonden, kan blijven liggen."
        )
    soort = onverzonden(besluit.soort)
    if isinstance(soort, str):
        return soort
    if reden := soort.beletsel(besluit):
        return reden
    if not mag(door.rollen_in(besluit.gemeente_id, op), soort.actie):
        return ANDERE_ROL
    return ZELF if besluit.vastgesteld_door_id == door.pk else ""


@transaction.atomic
def verzend_niet(*, besluit: Beschikking, reden: str, door: Medewerker, op: date) -> Beschikking:
    """Keep this decision back for good: its number stays used, its letter stays in the dossier, and nothing counts
    from it.

    Side effects: the app of this kind withdraws its facts and rows, the terms follow, one event in the history. What it
    would have replaced goes on. Raises BeschikkingFout without a reason, and with every sentence of `reden_niet`; of
    two people at once, or beside somebody who makes it known, the second is refused.
    """
    vers: Beschikking = Beschikking.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=besluit.pk)
    soort = onverzonden(vers.soort)
    if (waarom := reden_niet(vers, door, op)) or isinstance(soort, str):
        raise BeschikkingFout(waarom)
    vers.status, vers.niet_verzonden_op = Beschikkingstatus.NIET_VERZONDEN, op
    vers.niet_verzonden_door, vers.niet_verzonden_reden = door, reden.strip()
    try:
        vers.validate_constraints()
    except ValidationError as fout:
        raise BeschikkingFout(" ".join(fout.messages)) from fout
    vers.save(update_fields=["status", "niet_verzonden_op", "niet_verzonden_door", "niet_verzonden_reden"])
    erbij = soort.neem_terug(vers, door, op)
    actualiseer(dossier=vers.dossier, op=op)
    registreer_handeling(
        dossier=vers.dossier,
        soort=handelingen.BESCHIKKING_NIET_VERZONDEN,
        datum=op,
        door=door,
        bron=BRON,
        kenmerk=f"niet-verzonden-{vers.nummer}",
        gegevens={"nummer": vers.nummer, **erbij},
        toelichting=vers.niet_verzonden_reden,
    )
    return vers
