"""What is talked about with partners of the lessons, and what they may know: the last level of each skill."""

from collections.abc import Sequence

from cases.deelgegevens import ONDERWIJS, Deelbeeld, Deelgegeven, registreer_deelgegeven
from cases.enums_overleg import Partnersoort
from cases.overlegonderwerpen import Onderwerp, registreer_onderwerp

from .models import Niveaumeting


def _niveaus(beelden: Sequence[Deelbeeld]) -> list[str]:
    """Never who said so, nor how often somebody was absent: the school knows its own attendance."""
    laatste: dict[tuple[int, str], Niveaumeting] = {}
    rijen = Niveaumeting.objects.filter(dossier__in=[beeld.dossier for beeld in beelden])
    for rij in rijen.order_by("gemeten_op", "pk"):
        laatste[rij.dossier_id, rij.vaardigheid] = rij
    per_dossier: dict[int, list[str]] = {}
    for (dossier, _), rij in sorted(laatste.items()):
        per_dossier.setdefault(dossier, []).append(str(rij))
    return [", ".join(per_dossier.get(beeld.dossier.pk, ())) for beeld in beelden]


WIE = frozenset({ONDERWIJS, Partnersoort.WERK})
registreer_deelgegeven(Deelgegeven("niveau", "Niveau", WIE, _niveaus, 32))
registreer_onderwerp(Onderwerp("inburgering", "Inburgering en voortgang", volgorde=20))
