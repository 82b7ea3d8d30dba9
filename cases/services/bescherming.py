"""Extra protection: only the persons named on a dossier know that it exists."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from cases import handelingen
from cases.models import Dossier, Dossiertoegang, Medewerker

from .gebeurtenissen import registreer_handeling
from .koppelingen import vergeet_dossier


class BeschermingFout(Exception):
    """What cannot be done with the protection; the text is Dutch and meant for the screen."""


@transaction.atomic
def bescherm(*, dossier: Dossier, mensen: Iterable[Medewerker], reden: str, door: Medewerker, op: date) -> None:
    """Protect the dossier, or change who is named on it; who does this is always named, so that it is never lost.

    `mensen` becomes the whole list. What lists of koppelingen say of it beside somebody with a similar name goes.
    Raises BeschermingFout without a reason.
    """
    _vraag_reden(reden)
    genoemd = {mens.pk: mens for mens in (*mensen, door)}
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    dossier.toegangen.exclude(medewerker__in=genoemd.values()).delete()
    for mens in genoemd.values():
        Dossiertoegang.objects.update_or_create(dossier=dossier, medewerker=mens, defaults={"reden": reden.strip()})
    _zet(dossier, True)
    vergeet_dossier(dossier=dossier)
    namen = ", ".join(sorted(mens.naam for mens in genoemd.values()))
    _noteer(dossier, f"extra beschermd, toegang voor {namen}", reden, door, op)


@transaction.atomic
def hef_op(*, dossier: Dossier, reden: str, door: Medewerker, op: date) -> None:
    """Everybody of the gemeente with the role sees the dossier again. Raises BeschermingFout without a reason."""
    _vraag_reden(reden)
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    dossier.toegangen.all().delete()
    _zet(dossier, False)
    _noteer(dossier, "opgeheven", reden, door, op)


def _vraag_reden(reden: str) -> None:
    if not reden.strip():
        raise BeschermingFout("Schrijf op waarom u de bescherming wijzigt.")


def _zet(dossier: Dossier, beschermd: bool) -> None:
    dossier.extra_beschermd = beschermd
    dossier.save(update_fields=["extra_beschermd"])


def _noteer(dossier: Dossier, stand: str, reden: str, door: Medewerker, op: date) -> None:
    registreer_handeling(
        dossier=dossier,
        soort=handelingen.DOSSIER_BESCHERMD,
        datum=op,
        door=door,
        gegevens={"stand": stand},
        toelichting=reden,
    )
