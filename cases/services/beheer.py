"""Settings and calendar of a gemeente. What can move a term sets a recomputation going."""

from datetime import date
from typing import Any

from django.apps import apps
from django.db import transaction

from cases.kort import Kort, kort
from cases.models import Dossier, Gemeente, Instelling, Kalenderjaar, Kbdag, Medewerker
from cases.services import termijnen
from inburgering.wachtrij import zet_in_wachtrij

MEESTE_WIJZIGINGEN = 50
BEPAALT_TERMIJNEN = frozenset({"pip_startregel", "ontzorgen_nareizigers"})


class BeheerFout(Exception):
    """What cannot be changed; the text is Dutch and meant for the screen."""


@transaction.atomic
def wijzig_instelling(
    *, gemeente: Gemeente, sleutel: str, waarde: Any, bron: str, geldig_vanaf: date, op: date
) -> Instelling:
    """Record a policy choice from a date on; a choice for the same date replaces that one.

    Raises BeheerFout for a date before today: terms that were communicated under the old choice may not move silently.
    Side effects in order: the row, then (for a choice that decides terms) the queued recomputation.
    """
    if geldig_vanaf < op:
        raise BeheerFout("Een beleidskeuze geldt vanaf vandaag of later.")
    instelling, _ = Instelling.objects.update_or_create(
        gemeente=gemeente, sleutel=sleutel, geldig_vanaf=geldig_vanaf, defaults={"waarde": waarde, "bron": bron}
    )
    if sleutel in BEPAALT_TERMIJNEN:
        zet_in_wachtrij("cases.tasks.herbereken.gemeente", gemeente.pk)
    return instelling


def wijzigingen(*, gemeente: Gemeente, sleutel: str) -> Kort[tuple[Any, str]]:
    """What was ever recorded of a setting, also what was replaced on its own day, with who did it; the newest first."""
    gebeurd = apps.get_model("cases", "InstellingEvent")._default_manager.select_related("pgh_context")
    rijen = kort(gebeurd.filter(gemeente=gemeente, sleutel=sleutel).order_by("-pgh_id"), MEESTE_WIJZIGINGEN)
    wie = [rij.pgh_context.metadata.get("medewerker", 0) if rij.pgh_context else 0 for rij in rijen]
    namen = {rij.pk: rij.naam for rij in Medewerker.objects.filter(pk__in=wie)}
    return rijen.van((rij, namen.get(pk, "")) for rij, pk in zip(rijen, wie, strict=True))


@transaction.atomic
def voeg_kbdag_toe(*, datum: date, naam: str, bron: str) -> Kbdag:
    """Add a day named by koninklijk besluit; every gemeente recomputes. Raises ValidationError (Dutch)."""
    dag = Kbdag(datum=datum, naam=naam, bron=bron)
    dag.full_clean()
    dag.save()
    herbereken_alles()
    return dag


@transaction.atomic
def verwijder_kbdag(*, dag: Kbdag) -> None:
    """Take out a day that was entered by mistake; every gemeente recomputes."""
    dag.delete()
    herbereken_alles()


@transaction.atomic
def verklaar_jaar_compleet(*, jaar: int, bron: str) -> None:
    """From now on terms that end in this year carry no warning. Raises BeheerFout for a year that leaves a gap."""
    jaren = set(Kalenderjaar.objects.values_list("jaar", flat=True))
    if jaren and jaar not in jaren and not {jaar - 1, jaar + 1} & jaren:
        raise BeheerFout(f"Maak eerst {max(jaren) + 1} compleet.")
    Kalenderjaar.objects.get_or_create(jaar=jaar, defaults={"bron": bron})
    herbereken_alles()


def herbereken_alles() -> None:
    """Queue the recomputation of every gemeente, one task each."""
    for pk in Gemeente.objects.values_list("pk", flat=True):
        zet_in_wachtrij("cases.tasks.herbereken.gemeente", pk)


def herbereken_dossier(*, dossier_id: int, op: date) -> int:
    """Bring one dossier in line with the calendar and the policy of today; returns how many terms moved."""
    dossier = Dossier.objects.select_related("gemeente").get(pk=dossier_id)
    return len(termijnen.actualiseer(dossier=dossier, op=op))


def wijzig_gemeente(*, gemeente: Gemeente, gegevens: dict[str, Any]) -> None:
    """Change what stands on letters from now on; letters that were made keep what they say."""
    for veld, waarde in gegevens.items():
        setattr(gemeente, veld, waarde)
    gemeente.full_clean()
    gemeente.save(update_fields=list(gegevens))
