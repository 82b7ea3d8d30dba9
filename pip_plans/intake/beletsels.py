"""What the brede intake has to say when two records of one person are merged."""

from collections.abc import Iterator

from django.db.models.fields.reverse_related import ManyToOneRel

from cases.beletsels import registreer_beletsel
from cases.models import Dossier

from .models import BredeIntake, Leefgebied, Leerbaarheidstoets

# Made empty with the intake, so that a row says nothing yet.
MEEGEMAAKT = (Leefgebied, Leerbaarheidstoets)


@registreer_beletsel
def een_intake(blijft: Dossier, vervallen: Dossier) -> Iterator[str]:
    """A dossier has one intake: with two the contents cannot be put together by a machine."""
    hier, daar = _intake(blijft), _intake(vervallen)
    if hier is None or daar is None or not heeft_inhoud(daar):
        return
    if heeft_inhoud(hier):
        yield (
            f"In {blijft.nummer} en in {vervallen.nummer} staat een brede intake. Neem over wat u wilt bewaren in "
            f"{blijft.nummer}, en maak de intake van {vervallen.nummer} leeg."
        )
    else:
        yield (
            f"De brede intake van {blijft.nummer} is leeg, die van {vervallen.nummer} niet. "
            f"Houd {vervallen.nummer} en laat {blijft.nummer} opgaan."
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
