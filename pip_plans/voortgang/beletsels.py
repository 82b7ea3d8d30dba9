"""What the hours have to say when two records of one person are merged."""

from collections.abc import Iterator

from cases.beletsels import registreer_beletsel
from cases.models import Dossier
from pip_plans.uitvoering.enums import OPEN, Aanbodsoort

from .models import Weekstaat


@registreer_beletsel
def een_lopende_plaats(blijft: Dossier, vervallen: Dossier) -> Iterator[str]:
    """Of two open places for the same, one stays behind under the old number; its hours would no longer count."""
    hier = set(blijft.plaatsingen.open().values_list("soort", flat=True))
    weken = Weekstaat.objects.van_dossier(vervallen.pk).filter(plaatsing__stand__in=OPEN, plaatsing__soort__in=hier)
    for soort in sorted(set(weken.order_by().values_list("plaatsing__soort", flat=True))):
        naam = Aanbodsoort(soort).label
        yield (
            f"In {blijft.nummer} en in {vervallen.nummer} loopt een plaats voor {naam}, met uren in "
            f"{vervallen.nummer}. Stop er eerst een; dan gaan alle uren mee."
        )
