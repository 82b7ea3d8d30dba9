"""A koppelbestand from upload to confirmation: the preview, mending rows, leaving rows out."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from cases.enums import Importstatus, Regeluitkomst
from cases.models import Gemeente, Koppelbestand, Koppelregel, Medewerker
from inburgering.wachtrij import zet_in_wachtrij

from .beoordelen import beoordeel
from .lezen import lees

SCHRIJFTAAK = "cases.tasks.koppelingen.schrijf"
_BEOORDEELD = ("waarden", "bsn", "v_nummer", "persoonssleutel", "dossier", "uitkomst", "meldingen")


class ImportFout(Exception):
    """Something that cannot be done with this file now; the text is Dutch and meant for the screen."""


def bekijk(
    *, gemeente: Gemeente, inhoud: bytes, door: Medewerker | None, op: date
) -> tuple[list[str], list[Koppelregel]]:
    """The columns and the judged rows of a file, without storing anything. Raises Bestandsfout."""
    gelezen = lees(inhoud)
    regels = [Koppelregel(nummer=rij.nummer, waarden=rij.waarden) for rij in gelezen.rijen]
    beoordeel(gemeente=gemeente, regels=regels, door=door, op=op)
    return gelezen.kolommen, regels


@transaction.atomic
def maak_voorbeeld(*, gemeente: Gemeente, inhoud: bytes, door: Medewerker, op: date) -> Koppelbestand:
    """Read a file and keep its rows as a preview; no dossier is touched and the file itself is not kept.

    Raises Bestandsfout when the file as a whole cannot be read.
    """
    kolommen, regels = bekijk(gemeente=gemeente, inhoud=inhoud, door=door, op=op)
    bestand = Koppelbestand.objects.create(
        gemeente=gemeente, door=door, sha256=hashlib.sha256(inhoud).hexdigest(), kolommen=kolommen
    )
    for regel in regels:
        regel.bestand = bestand
    Koppelregel.objects.bulk_create(regels, batch_size=1000)
    return bestand


@transaction.atomic
def herstel_regel(*, regel: Koppelregel, waarden: Mapping[str, str], door: Medewerker, op: date) -> Koppelregel:
    """Give a row other cells and judge it again, together with every row that it was or becomes a double of.

    Also puts back a row that was left out. Raises ImportFout when the row was written or is being written.
    """
    bestand, regel = _vergrendel(regel)
    betrokken = _dubbelgangers(regel)
    regel.waarden = {naam: waarden.get(naam, regel.waarden.get(naam, "")) for naam in bestand.kolommen}
    regel.uitkomst = Regeluitkomst.FOUT
    _beoordeel_opnieuw(bestand, [regel], door, op)
    andere = {ander.pk: ander for ander in [*betrokken, *_dubbelgangers(regel)]}
    _beoordeel_opnieuw(bestand, [*andere.values(), regel], door, op)
    return regel


@transaction.atomic
def laat_weg(*, regel: Koppelregel, door: Medewerker, op: date) -> None:
    """Leave a row out on purpose; it stays in the list and can be put back. Raises ImportFout."""
    bestand, regel = _vergrendel(regel)
    betrokken = _dubbelgangers(regel)
    regel.uitkomst, regel.meldingen = Regeluitkomst.WEGGELATEN, []
    regel.save(update_fields=["uitkomst", "meldingen"])
    _beoordeel_opnieuw(bestand, betrokken, door, op)


@transaction.atomic
def bevestig(*, bestand: Koppelbestand, door: Medewerker, moment: datetime, in_wachtrij: bool = True) -> None:
    """Confirm what the preview shows: the good rows are written in the background. A second click does nothing.

    Without `in_wachtrij` the caller writes the pieces itself. Raises ImportFout when no row can be written.
    """
    bestand = Koppelbestand.objects.select_for_update().get(pk=bestand.pk)
    if bestand.status == Importstatus.BEVESTIGD:
        return
    if not bestand.regels.te_schrijven().exists():
        raise ImportFout("Er zijn geen goede regels om te schrijven. Herstel eerst de foute regels.")
    bestand.status, bestand.bevestigd_door, bestand.bevestigd_op = Importstatus.BEVESTIGD, door, moment
    bestand.gewerkt_op = bestand.klaar_op = None
    bestand.save(update_fields=["status", "bevestigd_door", "bevestigd_op", "gewerkt_op", "klaar_op"])
    if in_wachtrij:
        zet_in_wachtrij(SCHRIJFTAAK, bestand.pk)


@transaction.atomic
def gooi_weg(*, bestand: Koppelbestand) -> None:
    """Remove a preview of which nothing was written. Raises ImportFout after confirmation."""
    bestand = Koppelbestand.objects.select_for_update().get(pk=bestand.pk)
    if bestand.status != Importstatus.VOORBEELD:
        raise ImportFout("Dit bestand is al bevestigd en kan niet meer worden weggegooid.")
    bestand.delete()


def _vergrendel(regel: Koppelregel) -> tuple[Koppelbestand, Koppelregel]:
    bestand = Koppelbestand.objects.select_for_update(of=("self",)).select_related("gemeente").get(pk=regel.bestand_id)
    if bestand.wordt_geschreven:
        raise ImportFout("De goede regels worden nu geschreven. Wacht tot dat klaar is en herstel daarna deze regel.")
    regel = Koppelregel.objects.select_for_update().get(pk=regel.pk)
    if not regel.te_herstellen:
        raise ImportFout("Deze regel is al verwerkt.")
    return bestand, regel


def _dubbelgangers(regel: Koppelregel) -> list[Koppelregel]:
    """The unwritten rows of the file that share a key with this one."""
    gelijk = Q()
    for veld in ("bsn", "v_nummer", "persoonssleutel"):
        if waarde := getattr(regel, veld):
            gelijk |= Q(**{veld: waarde})
    if regel.dossier_id:
        gelijk |= Q(dossier=regel.dossier_id)
    if not gelijk:
        return []
    andere = Koppelregel.objects.filter(gelijk, bestand=regel.bestand_id, verwerkt_op__isnull=True)
    return list(andere.exclude(pk=regel.pk).exclude(uitkomst=Regeluitkomst.WEGGELATEN))


def _beoordeel_opnieuw(bestand: Koppelbestand, regels: list[Koppelregel], door: Medewerker, op: date) -> None:
    rest = overige_regels(bestand, regels)
    beoordeel(gemeente=bestand.gemeente, regels=regels, rest=rest, door=door, op=op)
    Koppelregel.objects.bulk_update(regels, _BEOORDEELD)


def overige_regels(bestand: Koppelbestand, regels: list[Koppelregel]) -> list[Koppelregel]:
    """The other rows of the file, with only what rows are compared on.

    `bestand` belongs to it: the related manager looks at it, and would fetch it row by row.
    """
    velden = ("bestand", "nummer", "bsn", "v_nummer", "persoonssleutel", "dossier", "uitkomst")
    return list(bestand.regels.exclude(pk__in=[regel.pk for regel in regels]).only(*velden))
