"""Taking rows away with their history and with everything that refers to them."""

from django.db import models
from django.db.models.fields.reverse_related import ManyToOneRel


def verwijder_boom(model: type[models.Model], ids: list[int]) -> dict[str, int]:
    """Delete these rows and every row that refers to them, deepest first; returns how many per kind.

    Walks the relations that Django knows, so that an app that is added later is included without being asked.
    """
    if not ids:
        return {}
    aantallen: dict[str, int] = {}
    for relatie in model._meta.get_fields(include_hidden=True):
        if not isinstance(relatie, ManyToOneRel):
            continue
        kind: type[models.Model] = relatie.related_model
        if kind is model:  # a row that refers to its own kind belongs to the same dossier
            continue
        kind_ids = list(kind._base_manager.filter(**{f"{relatie.field.name}__in": ids}).values_list("pk", flat=True))
        for naam, aantal in verwijder_boom(kind, kind_ids).items():
            aantallen[naam] = aantallen.get(naam, 0) + aantal
    verwijderd = model._base_manager.filter(pk__in=ids)._raw_delete(using="default")
    aantallen[model._meta.label] = aantallen.get(model._meta.label, 0) + verwijderd
    return aantallen
