"""What a new installation starts with: the fixed costs that the law names, and the bijstandsnormen."""

from django.db import transaction

from ontzorgen.models import Bijstandsnorm, Lastsoort
from ontzorgen.normbestand import BESTAND, lees_normen

# Art. 56a Participatiewet; what is paid first when there is not enough is policy, and starts in this order.
LASTSOORTEN = (
    ("huur", "Huur", 10, False),
    ("energie", "Gas en stroom", 20, False),
    ("water", "Water", 30, False),
    ("zorgverzekering", "Zorgverzekering", 40, True),
)


@transaction.atomic
def richt_ontzorgen_in() -> None:
    """Kinds of fixed costs and norms, where they are missing; changes nothing that is there. Safe to repeat."""
    for code, naam, volgorde, per_persoon in LASTSOORTEN:
        gegevens = {"naam": naam, "volgorde": volgorde, "per_persoon": per_persoon}
        Lastsoort.objects.get_or_create(code=code, defaults=gegevens)
    for norm in lees_normen(BESTAND.read_text(encoding="utf-8")):
        Bijstandsnorm.objects.get_or_create(
            leefvorm=norm.leefvorm.value,
            leeftijdsgroep=norm.leeftijdsgroep.value,
            vanaf=norm.vanaf,
            defaults={"bedrag": norm.bedrag, "vakantietoeslag": norm.vakantietoeslag, "bron": norm.bron},
        )
