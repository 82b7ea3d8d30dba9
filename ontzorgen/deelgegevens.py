"""What is talked about with partners, and what they may know: the months, payments still open, and the training."""

from collections.abc import Sequence

from cases.deelgegevens import BEGELEIDING, SOCIALE_ZAKEN, Deelbeeld, Deelgegeven, registreer_deelgegeven
from cases.overlegonderwerpen import Onderwerp, registreer_onderwerp
from cases.toegang import Actie
from inburgering.recht.uitleg import datum_zonder_weekdag

from .enums_einde import Deelnamestand
from .models import Deelname
from .services.afbouw import Afbouwplan, afbouwplannen
from .services.perioden import laatste_perioden

WIE = frozenset({BEGELEIDING, SOCIALE_ZAKEN})


def _perioden(beelden: Sequence[Deelbeeld]) -> list[str]:
    perioden = laatste_perioden([beeld.dossier for beeld in beelden])
    dagen = {
        pk: f"{datum_zonder_weekdag(periode.vanaf)} tot en met {datum_zonder_weekdag(periode.laatste_dag)}"
        for pk, periode in perioden.items()
    }
    return [dagen.get(beeld.dossier.pk, "") for beeld in beelden]


def _afbouw(beelden: Sequence[Deelbeeld]) -> list[str]:
    """The kinds of payments that nobody took over; never what they cost or to whom they go."""
    if not beelden:
        return []
    plannen = afbouwplannen(dossiers=[beeld.dossier for beeld in beelden], op=beelden[0].op)
    return [_open(plannen.get(beeld.dossier.pk)) for beeld in beelden]


def _open(plan: Afbouwplan | None) -> str:
    return ", ".join(sorted({rij.last.soort.naam.lower() for rij in plan.open})) if plan and plan.gevraagd else ""


def _trainingen(beelden: Sequence[Deelbeeld]) -> list[str]:
    rijen = Deelname.objects.filter(dossier__in=[beeld.dossier for beeld in beelden])
    standen: dict[int, list[str]] = {}
    for rij in rijen.exclude(stand=Deelnamestand.GESTOPT).select_related("groep__training"):
        stand = "certificaat" if rij.certificaat_op else rij.get_stand_display()
        standen.setdefault(rij.dossier_id, []).append(f"{rij.groep}: {stand}")
    return [", ".join(standen.get(beeld.dossier.pk, ())) for beeld in beelden]


registreer_deelgegeven(Deelgegeven("ontzorgen", "Ontzorgen", WIE, _perioden, 60))
registreer_deelgegeven(Deelgegeven("afbouw", "Nog niet overgenomen betalingen", WIE, _afbouw, 61))
registreer_deelgegeven(Deelgegeven("training", "Training omgaan met geld", WIE, _trainingen, 62))
registreer_onderwerp(Onderwerp("ontzorgen", "Ontzorgen", Actie.CASUSOVERLEG, 10))
