"""What partners may know of the places of somebody: what for, with whom, and from when."""

from collections.abc import Sequence

from cases.deelgegevens import BEGELEIDING, ONDERWIJS, SOCIALE_ZAKEN, Deelbeeld, Deelgegeven, registreer_deelgegeven
from cases.enums_overleg import Partnersoort
from inburgering.recht.uitleg import datum_zonder_weekdag

from .models import Plaatsing

WIE = frozenset({BEGELEIDING, ONDERWIJS, SOCIALE_ZAKEN, Partnersoort.WERK})


def _plaatsen(beelden: Sequence[Deelbeeld]) -> list[str]:
    """Those that run or are to begin; never why one stopped, who pays, or what it costs."""
    if not beelden:
        return []
    rijen = Plaatsing.objects.loopt(beelden[0].op).filter(dossier__in=[beeld.dossier for beeld in beelden])
    per_dossier: dict[int, list[str]] = {}
    for rij in rijen.select_related("contract__aanbieder", "aanbieder"):
        vanaf = f", vanaf {datum_zonder_weekdag(rij.start)}" if rij.start else ""
        per_dossier.setdefault(rij.dossier_id, []).append(f"{rij}{vanaf}")
    return ["; ".join(per_dossier.get(beeld.dossier.pk, ())) for beeld in beelden]


registreer_deelgegeven(Deelgegeven("plaatsing", "Lessen en begeleiding", WIE, _plaatsen, 30))
