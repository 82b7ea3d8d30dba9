"""How somebody wants to see a list: filters under a name of her own, one to begin with, and which columns."""

from collections.abc import Iterable

from django.db import transaction

from cases.enums_werk import Lijst
from cases.lijsten import KOLOMMEN
from cases.models import Gemeente, Kolomkeuze, Lijstfilter, Medewerker

MEESTE_FILTERS = 20


class LijstFout(Exception):
    """What cannot be kept; the text is Dutch and meant for the screen."""


@transaction.atomic
def bewaar_filter(
    *, medewerker: Medewerker, gemeente: Gemeente, lijst: Lijst, naam: str, vraag: str, standaard: bool
) -> Lijstfilter:
    """Keep a filter under this name, in the place of one that had it; `standaard`: the list begins with it.

    `vraag` holds codes and numbers only (`forms.werkvoorraad.Filter.schone_vraag`). Locks the person, so that two
    windows at once leave one default. Raises LijstFout without a name or a filter, and above MEESTE_FILTERS.
    """
    _vergrendel(medewerker)
    eigen = Lijstfilter.objects.filter(medewerker=medewerker, gemeente=gemeente, lijst=lijst)
    if not naam.strip() or not vraag:
        raise LijstFout("Kies eerst een filter boven de lijst, en geef het dan een naam.")
    if eigen.exclude(naam=naam.strip()).count() >= MEESTE_FILTERS:
        raise LijstFout(f"U hebt al {MEESTE_FILTERS} filters. Verwijder er eerst een.")
    if standaard:
        eigen.update(standaard=False)
    rij: Lijstfilter = eigen.update_or_create(
        naam=naam.strip(),
        defaults={"vraag": vraag, "standaard": standaard},
        create_defaults={
            "medewerker": medewerker, "gemeente": gemeente, "lijst": lijst, "vraag": vraag, "standaard": standaard,
        },
    )[0]  # fmt: skip
    return rij


@transaction.atomic
def maak_standaard(*, rij: Lijstfilter) -> None:
    """The list begins with this filter from the next login on."""
    _vergrendel(rij.medewerker)
    zelfde = Lijstfilter.objects.filter(medewerker=rij.medewerker, gemeente=rij.gemeente_id, lijst=rij.lijst)
    zelfde.update(standaard=False)
    zelfde.filter(pk=rij.pk).update(standaard=True)


def begin_van(*, medewerker: Medewerker, gemeente: Gemeente, lijst: str) -> str:
    """The query string of the filter with which this list begins; '' without one."""
    eigen = Lijstfilter.objects.filter(medewerker=medewerker, gemeente=gemeente, lijst=lijst, standaard=True)
    return eigen.values_list("vraag", flat=True).first() or ""


@transaction.atomic
def kies_kolommen(*, medewerker: Medewerker, lijst: Lijst, kolommen: Iterable[str]) -> None:
    """Show these columns from now on, on every screen of this person."""
    gekozen = set(kolommen)
    over = [kolom.sleutel for kolom in KOLOMMEN[lijst] if kolom.sleutel in gekozen]
    Kolomkeuze.objects.update_or_create(medewerker=medewerker, lijst=lijst, defaults={"kolommen": over})


def kolommen_van(*, medewerker: Medewerker, lijst: Lijst) -> frozenset[str]:
    """Which columns this person sees: her choice, else the standard ones."""
    keuze = Kolomkeuze.objects.filter(medewerker=medewerker, lijst=lijst).first()
    if keuze is None:
        return frozenset(kolom.sleutel for kolom in KOLOMMEN[lijst] if kolom.standaard)
    return frozenset(keuze.kolommen)


def _vergrendel(medewerker: Medewerker) -> None:
    Medewerker.objects.select_for_update(of=("self",), no_key=True).get(pk=medewerker.pk)
