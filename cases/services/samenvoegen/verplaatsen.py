"""Moving the rows of one dossier to another: the one update that append-only tables allow, for `dossier` only.

Why an exception and what guards it: docs/adr/0007.
"""

from collections import Counter
from collections.abc import Iterator

import pgtrigger
from django.apps import apps
from django.db.models import Model, OneToOneField, Q, UniqueConstraint, Value
from django.db.models.fields.reverse_related import ManyToOneRel
from django.db.models.functions import Concat, Left

from cases.models import Dossier

# Derived anew (terms), or the truth about the old number (who looked at it, what was merged into it).
BLIJFT_STAAN = frozenset({"cases.Termijn", "cases.Inzage", "cases.Samenvoeging"})
NAMEN = {
    "cases.Gebeurtenis": "feiten en stappen",
    "cases.Termijn": "termijnen",
    "cases.Afspraak": "afspraken",
    "cases.Notitie": "notities",
    "cases.Document": "documenten",
    "cases.Beschikking": "besluiten",
    "cases.Bezwaar": "bezwaren",
    "cases.Stuk": "binnengekomen stukken",
    "cases.Koppelregel": "regels uit lijsten met koppelingen",
    "cases.Overdracht": "punten van de overdracht",
    "cases.Voorinburgering": "onderdelen van de voorinburgering",
    "cases.Dossiertoegang": "namen bij de bescherming",
}
KENMERKLENGTE = 120


def naam_van(label: str) -> str:
    """How a kind of row is called on the screen."""
    return NAMEN.get(label) or str(apps.get_model(label)._meta.verbose_name_plural)


def modellen_met_dossier() -> Iterator[tuple[type[Model], str]]:
    """Every kind of row of every app that hangs on a dossier, with the name of its field; not the change history."""
    for relatie in Dossier._meta.get_fields(include_hidden=True):
        if isinstance(relatie, ManyToOneRel) and not hasattr(relatie.related_model, "pgh_tracked_model"):
            yield relatie.related_model, relatie.field.name


def telling(dossier: Dossier) -> dict[str, int]:
    """How many rows of each kind would move from this dossier."""
    rijen: Counter[str] = Counter()
    for model, veld in modellen_met_dossier():
        if model._meta.label not in BLIJFT_STAAN:
            rijen[model._meta.label] += model._base_manager.filter(**{veld: dossier.pk}).count()
    return {label: aantal for label, aantal in rijen.items() if aantal}


def verplaats(*, van: Dossier, naar: Dossier) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Give the rows of `van` to `naar`; returns the ids that moved and those that stayed, per kind.

    A row stays when `naar` has its own under a unique constraint. An event never stays: when its reference is taken,
    the number of the old dossier is put behind it. Call it inside the transaction that locked both.
    """
    verplaatst: dict[str, list[int]] = {}
    gebleven: dict[str, list[int]] = {}
    for model, veld in modellen_met_dossier():
        label = model._meta.label
        if label in BLIJFT_STAAN:
            continue
        ids = list(model._base_manager.filter(**{veld: van.pk}).order_by("pk").values_list("pk", flat=True))
        botst = _bezet(model, veld, van, naar)
        if label == "cases.Gebeurtenis":
            _hernoem(model, botst, van)
            botst = set()
        _schrijf(model, [pk for pk in ids if pk not in botst], **{veld: naar})
        verplaatst.setdefault(label, []).extend(pk for pk in ids if pk not in botst)
        gebleven.setdefault(label, []).extend(sorted(botst))
    return ({k: v for k, v in verplaatst.items() if v}, {k: v for k, v in gebleven.items() if v})


def wissel(een: Model, ander: Model) -> None:
    """Give two rows of one kind each other's dossier, where each dossier can have only one.

    By way of a key that no dossier has: the database checks the reference when the transaction ends.
    """
    hier, daar = een.dossier_id, ander.dossier_id  # type: ignore[attr-defined]  # both hang on a dossier
    for pk, dossier in ((een.pk, -hier), (ander.pk, hier), (een.pk, daar)):
        _schrijf(type(een), [pk], dossier_id=dossier)


def houd_gebruikte_stukken(*, van: Dossier, naar: Dossier) -> None:
    """Of a paper that both have one copy stays behind: not the one that a decision in a PIP refers to."""
    hier = {stuk.sha256: stuk for stuk in naar.stukken.aanwezig().zonder_bytes()}
    for stuk in van.stukken.aanwezig().zonder_bytes().filter(sha256__in=hier):
        tweeling = hier[stuk.sha256]
        if stuk.is_gebruikt and not tweeling.is_gebruikt:
            wissel(tweeling, stuk)


def _bezet(model: type[Model], veld: str, van: Dossier, naar: Dossier) -> set[int]:
    """Ids of the rows of `van` for which `naar` has a row that excludes them."""
    botst: set[int] = set()
    for voorwaarde, overige in _uniek(model, veld):
        rijen = model._base_manager.filter(voorwaarde)
        bezet = set(rijen.filter(**{veld: naar.pk}).values_list(f"{veld}_id", *overige))
        for pk, *waarden in rijen.filter(**{veld: van.pk}).values_list("pk", *overige):
            if (naar.pk, *waarden) in bezet and None not in waarden:
                botst.add(pk)
    return botst


def _uniek(model: type[Model], veld: str) -> Iterator[tuple[Q, list[str]]]:
    kolom = model._meta.get_field(veld)
    if isinstance(kolom, OneToOneField):
        yield Q(), []
    for regel in model._meta.constraints:
        if isinstance(regel, UniqueConstraint) and veld in regel.fields:
            yield regel.condition or Q(), [naam for naam in regel.fields if naam != veld]


def _hernoem(model: type[Model], ids: set[int], van: Dossier) -> None:
    staart = f" ({van.nummer})"
    _schrijf(model, sorted(ids), kenmerk=Concat(Left("kenmerk", KENMERKLENGTE - len(staart)), Value(staart)))


def _schrijf(model: type[Model], ids: list[int], **waarden: object) -> None:
    """The update itself, with the Protect triggers of this one table set aside, and no others."""
    if not ids:
        return
    bewaking = [
        f"{model._meta.label}:{trigger.name}"
        for soort, trigger in pgtrigger.registered()
        if soort is model and isinstance(trigger, pgtrigger.Protect)
    ]
    rijen = model._base_manager.filter(pk__in=ids)
    if not bewaking:
        rijen.update(**waarden)
        return
    with pgtrigger.ignore(*bewaking):
        rijen.update(**waarden)
