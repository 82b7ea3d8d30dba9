"""Giving many dossiers to one consulent: the request first, then row by row, each in a transaction of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from uuid import UUID

import pghistory
from django.db import transaction

from cases.enums import Dossierstatus
from cases.enums_werk import Toewijsuitkomst
from cases.models import Dossier, Gemeente, Medewerker, Toewijsregel, Toewijsronde
from cases.querysets.dossiers import DossierQuerySet
from cases.toegang import Actie, mag
from inburgering.wachtrij import zet_in_wachtrij

from .dossiers import wijs_toe
from .team import consulenten

TAAK = "cases.tasks.toewijzen.werk"
STUK, REGELS_PER_KEER = 100, 5_000


class ToewijsFout(Exception):
    """Why nothing can be given; the text is Dutch and meant for the screen."""


@transaction.atomic
def vraag_aan(
    *,
    gemeente: Gemeente,
    dossiers: DossierQuerySet,
    consulent: Medewerker | None,
    door: Medewerker,
    sleutel: UUID,
    moment: datetime,
) -> Toewijsronde:
    """Keep which dossiers go to whom, and queue the work; the same `sleutel` gives the round that is there.

    Raises ToewijsFout for no dossiers at all. The dossiers keep their consulent until the round comes to them.
    """
    ronde, nieuw = Toewijsronde.objects.get_or_create(
        sleutel=sleutel,
        defaults={"gemeente": gemeente, "consulent": consulent, "door": door, "aangemaakt_op": moment},
    )
    if not nieuw:
        return ronde
    rijen = dossiers.order_by("pk").values_list("pk", "consulent_id").iterator(REGELS_PER_KEER)
    if not _bewaar(ronde, rijen):
        raise ToewijsFout("Kies ten minste één lopend dossier.")
    zet_in_wachtrij(TAAK, ronde.pk)
    return ronde


def _bewaar(ronde: Toewijsronde, rijen: Iterator[tuple[int, int | None]]) -> int:
    aantal = 0
    while stuk := list(islice(rijen, REGELS_PER_KEER)):
        Toewijsregel.objects.bulk_create(Toewijsregel(ronde=ronde, dossier_id=pk, was_id=was) for pk, was in stuk)
        aantal += len(stuk)
    return aantal


def werk_en_ga_door(*, ronde_id: int, op: date, moment: datetime) -> None:
    """Do one piece and queue the next, so that no piece takes longer than seconds."""
    if werk_stuk(ronde_id=ronde_id, op=op, moment=moment):
        zet_in_wachtrij(TAAK, ronde_id)


def werk_stuk(*, ronde_id: int, op: date, moment: datetime) -> bool:
    """Do the next rows of a round; True while there are more. Safe to repeat and to run twice at once.

    Every row commits by itself, so that a worker that is killed loses at most the row it was in. Who asked must still
    be allowed to, and the consulent must still work here: else every row is refused with that reason.
    """
    ronde = Toewijsronde.objects.select_related("gemeente", "consulent", "door").filter(pk=ronde_id).first()
    if ronde is None or ronde.klaar_op:
        return False
    ids = list(ronde.regels.te_doen().order_by("pk").values_list("pk", flat=True)[:STUK])
    if not ids:
        Toewijsronde.objects.filter(pk=ronde.pk, klaar_op__isnull=True).update(klaar_op=moment)
        return False
    stuk = _Stuk(ronde, _bezwaar_tegen(ronde, op), op, moment)
    with pghistory.context(medewerker=ronde.door_id):
        for pk in ids:
            _verwerk(pk, stuk)
    Toewijsronde.objects.filter(pk=ronde.pk).update(gewerkt_op=moment)
    return True


def hervat(*, sinds: datetime) -> int:
    """Queue the rounds that nobody worked on since this moment; how many that were."""
    rondes = list(Toewijsronde.objects.blijft_liggen(sinds).values_list("pk", flat=True))
    for pk in rondes:
        zet_in_wachtrij(TAAK, pk)
    return len(rondes)


@transaction.atomic
def opnieuw(*, ronde: Toewijsronde, moment: datetime) -> int:
    """Try the refused rows once more, from whose they are now; how many. 0 while the round is not done."""
    ronde = Toewijsronde.objects.select_for_update().get(pk=ronde.pk)
    if ronde.klaar_op is None:
        return 0
    geweigerd = ronde.regels.filter(uitkomst=Toewijsuitkomst.GEWEIGERD).select_related("dossier")
    regels = list(geweigerd)
    for regel in regels:
        regel.was_id, regel.uitkomst, regel.reden = regel.dossier.consulent_id, Toewijsuitkomst.TE_DOEN, ""
        regel.verwerkt_op = None
    Toewijsregel.objects.bulk_update(regels, ["was", "uitkomst", "reden", "verwerkt_op"], batch_size=1_000)
    if regels:
        Toewijsronde.objects.filter(pk=ronde.pk).update(klaar_op=None, gewerkt_op=moment)
        zet_in_wachtrij(TAAK, ronde.pk)
    return len(regels)


@dataclass(frozen=True, slots=True)
class _Stuk:
    """What holds for every row of one piece; `bezwaar` refuses them all."""

    ronde: Toewijsronde
    bezwaar: str
    op: date
    moment: datetime


def _bezwaar_tegen(ronde: Toewijsronde, op: date) -> str:
    if not mag(ronde.door.rollen_in(ronde.gemeente_id, op), Actie.TOEWIJZEN):
        return f"{ronde.door.naam} mag hier geen dossiers meer toewijzen."
    team = consulenten(gemeente=ronde.gemeente, op=op)
    if ronde.consulent and not team.filter(pk=ronde.consulent.pk).exists():
        return f"{ronde.consulent.naam} is hier geen consulent meer."
    return ""


@transaction.atomic
def _verwerk(pk: int, stuk: _Stuk) -> None:
    """One row: taken only if nobody else has it, and decided with the dossier locked."""
    regel = Toewijsregel.objects.select_for_update(skip_locked=True).te_doen().filter(pk=pk).first()
    if regel is None:
        return
    regel.uitkomst, regel.reden = _wijs(regel, stuk)
    regel.verwerkt_op = stuk.moment
    regel.save(update_fields=["uitkomst", "reden", "verwerkt_op"])


def _wijs(regel: Toewijsregel, stuk: _Stuk) -> tuple[Toewijsuitkomst, str]:
    ronde = stuk.ronde
    zichtbaar = Dossier.objects.zichtbaar_voor(ronde.door, ronde.gemeente, stuk.op)
    dossier = zichtbaar.filter(pk=regel.dossier_id).select_for_update(of=("self",)).first()
    if dossier is None:
        return Toewijsuitkomst.GEWEIGERD, stuk.bezwaar or "Het dossier is intussen beschermd of samengevoegd."
    if dossier.consulent_id == ronde.consulent_id:
        return Toewijsuitkomst.AL_ZO, ""
    if reden := stuk.bezwaar or _reden(regel, dossier):
        return Toewijsuitkomst.GEWEIGERD, reden
    wijs_toe(dossier=dossier, consulent=ronde.consulent, door=ronde.door, op=stuk.op)
    return Toewijsuitkomst.TOEGEWEZEN, ""


def _reden(regel: Toewijsregel, dossier: Dossier) -> str:
    if dossier.status != Dossierstatus.LOPEND:
        return "Het dossier is intussen afgesloten."
    if dossier.consulent_id != regel.was_id:
        return f"Een collega gaf het dossier intussen aan {dossier.consulent or 'de teamleider'}."
    return ""
