"""What the brede intake has to say when two records of one person are merged."""

from django.db.models.fields.reverse_related import ManyToOneRel

from cases.beletsels import Stand, Tweevoud, registreer_tweevoud
from cases.models import Dossier
from cases.services.samenvoegen import wissel
from inburgering.recht.uitleg import datum_zonder_weekdag

from .models import BredeIntake, Leefgebied, Leerbaarheidstoets

# Made empty with the intake, so that a row says nothing yet.
MEEGEMAAKT = (Leefgebied, Leerbaarheidstoets)


def _stand(blijft: Dossier, vervallen: Dossier) -> Stand:
    """With two that are filled a person chooses; an empty one never pushes a filled one aside."""
    hier, daar = _intake(blijft), _intake(vervallen)
    if hier is None or daar is None or not heeft_inhoud(daar):
        return Stand.GOED
    return Stand.KIES if heeft_inhoud(hier) else Stand.WISSEL


def _beschrijf(dossier: Dossier) -> str:
    """'gestart op 10 oktober 2026, 2 gesprekken, afgerond op 3 november 2026'."""
    intake = _intake(dossier)
    if intake is None:
        return "geen intake"
    aantal = intake.gesprekken.count()
    delen = [f"gestart op {datum_zonder_weekdag(intake.gestart_op)}"]
    delen.append(f"{aantal} {'gesprek' if aantal == 1 else 'gesprekken'}")
    delen.append(f"afgerond op {datum_zonder_weekdag(intake.afgerond_op)}" if intake.afgerond_op else "niet afgerond")
    return ", ".join(delen)


def _wissel(blijft: Dossier, vervallen: Dossier) -> None:
    wissel(BredeIntake.objects.get(dossier=blijft), BredeIntake.objects.get(dossier=vervallen))


INTAKE = registreer_tweevoud(
    Tweevoud(BredeIntake._meta.label, "Brede intake", _stand, _beschrijf, _wissel, "intake:oude_intake")
)


def _intake(dossier: Dossier) -> BredeIntake | None:
    return BredeIntake.objects.filter(dossier=dossier).first()


def heeft_inhoud(intake: BredeIntake) -> bool:
    """Whether anything was recorded in it after it was started."""
    if intake.is_afgerond or intake.gewezen_op or intake.zienswijze or intake.individueel_gewenst is not None:
        return True
    if any(not gebied.is_leeg for gebied in intake.leefgebieden.all()):
        return True
    toets = intake.toets
    if toets and (toets.gepland_op or toets.is_klaar):
        return True
    return any(_heeft(relatie, intake) for relatie in BredeIntake._meta.get_fields(include_hidden=True))


def _heeft(relatie: object, intake: BredeIntake) -> bool:
    """Whether rows of this kind hang on the intake, apart from what is made empty with it and the change history."""
    if not isinstance(relatie, ManyToOneRel) or relatie.related_model in MEEGEMAAKT:
        return False
    model = relatie.related_model
    if hasattr(model, "pgh_tracked_model"):
        return False
    return bool(model._base_manager.filter(**{relatie.field.name: intake.pk}).exists())
