"""What partners may know of the voortgangsgesprekken: when the next one is, and never what was said."""

from collections.abc import Sequence

from django.utils.timezone import localdate

from cases.deelgegevens import BEGELEIDING, ONDERWIJS, Deelbeeld, Deelgegeven, registreer_deelgegeven
from inburgering.recht.uitleg import datum_zonder_weekdag

from .querysets import voortgangsgesprekken


def _volgende(beelden: Sequence[Deelbeeld]) -> list[str]:
    rijen = voortgangsgesprekken().open().filter(dossier__in=[beeld.dossier for beeld in beelden])
    dagen = {rij.dossier_id: rij.begin for rij in rijen.order_by("-begin") if localdate(rij.begin) >= beelden[0].op}
    return [
        datum_zonder_weekdag(localdate(dagen[beeld.dossier.pk])) if beeld.dossier.pk in dagen else ""
        for beeld in beelden
    ]


WIE = frozenset({BEGELEIDING, ONDERWIJS})
registreer_deelgegeven(Deelgegeven("gesprek", "Volgend voortgangsgesprek", WIE, _volgende, 35))
