"""What a partner may know of ontzorgen: from when until when, which payments are still open, and the training."""

from cases.deelgegevens import BEGELEIDING, SOCIALE_ZAKEN, Deelbeeld, Deelgegeven, registreer_deelgegeven
from inburgering.recht.uitleg import datum_zonder_weekdag

from .enums_einde import Deelnamestand
from .services.afbouw import afbouwplan
from .services.eenheden import eenheid_van
from .services.perioden import laatste_periode

WIE = frozenset({BEGELEIDING, SOCIALE_ZAKEN})


def _periode(beeld: Deelbeeld) -> str:
    periode = laatste_periode(beeld.dossier)
    if periode is None:
        return ""
    return f"{datum_zonder_weekdag(periode.vanaf)} tot en met {datum_zonder_weekdag(periode.laatste_dag)}"


def _afbouw(beeld: Deelbeeld) -> str:
    """The kinds of payments that nobody took over; never what they cost or to whom they go."""
    eenheid = eenheid_van(dossier=beeld.dossier, op=beeld.op)
    plan = afbouwplan(dossier=beeld.dossier, eenheid=eenheid, op=beeld.op)
    return ", ".join(sorted({rij.last.soort.naam.lower() for rij in plan.open})) if plan and plan.gevraagd else ""


def _training(beeld: Deelbeeld) -> str:
    rijen = beeld.dossier.trainingen.exclude(stand=Deelnamestand.GESTOPT).select_related("groep__training")
    standen = [(rij.groep, "certificaat" if rij.certificaat_op else rij.get_stand_display()) for rij in rijen]
    return ", ".join(f"{groep}: {stand}" for groep, stand in standen)


registreer_deelgegeven(Deelgegeven("ontzorgen", "Ontzorgen", WIE, _periode, 60))
registreer_deelgegeven(Deelgegeven("afbouw", "Nog niet overgenomen betalingen", WIE, _afbouw, 61))
registreer_deelgegeven(Deelgegeven("training", "Training omgaan met geld", WIE, _training, 62))
