"""A report from upload to confirmation: the preview, judging faulty rows again, throwing it away."""

import hashlib
from datetime import date, datetime

from django.db import transaction

from cases.enums import Importstatus
from cases.models import Dossier, Gemeente, Medewerker
from inburgering.wachtrij import zet_in_wachtrij
from pip_plans.uitvoering.models import Aanbieder
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.voortgang.models import Rapport, Rapportregel

from .beoordelen import beoordeel
from .lezen import lees_rapport

SCHRIJFTAAK = "pip_plans.voortgang.tasks.schrijf"
_BEOORDEELD = ("week", "dossier", "uitkomst", "meldingen")


@transaction.atomic
def maak_voorbeeld(
    *,
    gemeente: Gemeente,
    aanbieder: Aanbieder,
    maand: date,
    verbetering: str,
    inhoud: bytes,
    door: Medewerker,
    op: date,
) -> tuple[Rapport, bool]:
    """Read a file and keep its rows as a preview; no hours are written and the file itself is not kept.

    The same file once more gives the report that is there, and False. Raises Bestandsfout when the file as a whole
    cannot be read, and UitvoeringFout for a month to come or an aanbieder of another gemeente.
    """
    if aanbieder.gemeente_id != gemeente.pk:
        raise UitvoeringFout("Kies een aanbieder van deze gemeente.", "aanbieder")
    if maand > op:
        raise UitvoeringFout("Deze maand moet nog beginnen.", "maand")
    Aanbieder.objects.select_for_update(no_key=True).get(pk=aanbieder.pk)  # two uploads at once become one
    sha256, reden = hashlib.sha256(inhoud).hexdigest(), verbetering.strip()
    al = Rapport.objects.filter(aanbieder=aanbieder, maand=maand, sha256=sha256, verbetering=reden).first()
    if al is not None:
        _eis_zelfde_kant(al, door)
        return al, False
    gelezen = lees_rapport(inhoud)
    rapport = Rapport(
        gemeente=gemeente, aanbieder=aanbieder, maand=maand, verbetering=reden, sha256=sha256,
        kolommen=gelezen.kolommen, door=door,
    )  # fmt: skip
    rapport.save()
    regels = [Rapportregel(rapport=rapport, nummer=rij.nummer, waarden=rij.waarden) for rij in gelezen.rijen]
    beoordeel(rapport=rapport, regels=regels, rest=(), door=door, op=op)
    Rapportregel.objects.bulk_create(regels, batch_size=1000)
    return rapport, True


@transaction.atomic
def keur_opnieuw(*, rapport: Rapport, door: Medewerker, op: date) -> int:
    """Judge the faulty rows against what is known now, such as a place that was recorded since; how many are good.

    Only the rows that `door` may see.
    """
    rapport = vergrendeld(rapport)
    if rapport.wordt_geschreven or rapport.opgeruimd_op:
        raise UitvoeringFout("Dit rapport kan nu niet opnieuw worden gecontroleerd. Ververs de pagina.")
    zichtbaar = Dossier.objects.zichtbaar_voor(door, rapport.gemeente, op)
    regels = list(rapport.regels.fout().zichtbaar_met(zichtbaar))
    beoordeel(rapport=rapport, regels=regels, rest=overige(rapport, regels), door=door, op=op)
    Rapportregel.objects.bulk_update(regels, _BEOORDEELD)
    return sum(regel.uitkomst != "fout" for regel in regels)


@transaction.atomic
def bevestig(*, rapport: Rapport, door: Medewerker, moment: datetime) -> None:
    """Confirm what the preview shows: the good rows are written in the background. A second click does nothing."""
    rapport = vergrendeld(rapport)
    if rapport.wordt_geschreven:
        return
    if rapport.is_concept:
        raise UitvoeringFout("De aanbieder heeft dit rapport niet ingestuurd.")
    if not rapport.regels.te_schrijven().exists():
        raise UitvoeringFout("Er zijn geen goede regels om te schrijven.")
    rapport.status, rapport.bevestigd_door, rapport.bevestigd_op = Importstatus.BEVESTIGD, door, moment
    rapport.gewerkt_op = rapport.klaar_op = None
    rapport.save(update_fields=["status", "bevestigd_door", "bevestigd_op", "gewerkt_op", "klaar_op"])
    zet_in_wachtrij(SCHRIJFTAAK, rapport.pk)


@transaction.atomic
def gooi_weg(*, rapport: Rapport) -> None:
    """Remove a preview of which nothing was written. Raises UitvoeringFout after confirmation, or once sent in."""
    rapport = vergrendeld(rapport)
    if rapport.ingestuurd_op:
        raise UitvoeringFout("Dit rapport is ingestuurd en kan niet meer worden weggegooid.")
    if rapport.status != Importstatus.VOORBEELD:
        raise UitvoeringFout("Dit rapport is al bevestigd en kan niet meer worden weggegooid.")
    rapport.delete()


def overige(rapport: Rapport, regels: list[Rapportregel]) -> list[Rapportregel]:
    """The other rows of the file, with only what rows are compared on."""
    rijen = rapport.regels.exclude(pk__in=[regel.pk for regel in regels])
    return list(rijen.only("rapport", "nummer", "week", "dossier"))


def _eis_zelfde_kant(al: Rapport, door: Medewerker) -> None:
    """The page of a report that the other side has is not there for this side."""
    if door.is_extern and not al.door.is_extern:
        raise UitvoeringFout("De gemeente heeft dit bestand al.", "bestand")
    if al.is_concept and not door.is_extern:
        raise UitvoeringFout("De aanbieder heeft dit bestand klaargezet, maar niet ingestuurd.", "bestand")


def vergrendeld(rapport: Rapport) -> Rapport:
    """The report as it is now, for who changes it. Raises UitvoeringFout when it is gone."""
    gevonden = Rapport.objects.select_for_update(of=("self",)).select_related("aanbieder", "gemeente", "door")
    rij = gevonden.filter(pk=rapport.pk).first()
    if rij is None:
        raise UitvoeringFout("Iemand anders heeft dit voorbeeld weggegooid.")
    return rij
