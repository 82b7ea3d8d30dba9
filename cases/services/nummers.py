"""Numbers without gaps, per gemeente, kind and year."""

from django.db import transaction

from cases.models import Gemeente, Volgnummer


@transaction.atomic
def volgend_nummer(*, gemeente: Gemeente, soort: str, jaar: int) -> str:
    """Take the next number, for example 'D-2026-0012'; holds the row until the caller's transaction ends."""
    Volgnummer.objects.get_or_create(gemeente=gemeente, soort=soort, jaar=jaar)
    teller = Volgnummer.objects.select_for_update().get(gemeente=gemeente, soort=soort, jaar=jaar)
    teller.laatste += 1
    teller.save(update_fields=["laatste"])
    return f"{soort}-{jaar}-{teller.laatste:04d}"
