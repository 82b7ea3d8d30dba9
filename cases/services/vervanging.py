"""Who does the work of a dossier on a date: the consulent, or whoever replaces her."""

from collections.abc import Iterable
from datetime import date

from cases.enums import Rol
from cases.models import Dossier, Medewerker, Vervanging
from cases.toegang import Actie, mag


def vervangen_consulenten(*, medewerker: Medewerker, gemeente_id: int, op: date) -> list[int]:
    """Ids of the colleagues whose work this person does on this date, herself included."""
    vervangt = Vervanging.objects.geldig_op(op).filter(gemeente_id=gemeente_id, vervanger=medewerker)
    afwezigen = vervangt.values_list("afwezige_id", flat=True)
    return [medewerker.pk, *medewerker.eenmaal(("vervangt", gemeente_id, op), lambda: list(afwezigen))]


def doet_dossier(*, medewerker: Medewerker, dossier: Dossier, rollen: Iterable[str], op: date) -> bool:
    """Whether special data of this dossier are hers to see today: she works on it, or is the jurist of its bezwaar.

    To work on it takes a role that records in dossiers: who keeps a dossier after a change of role, or is named on a
    protected one to read it, sees no health (design, section 9).
    """
    rollen = frozenset(rollen)
    if Rol.JURIST in rollen and Dossier.objects.met_bezwaar().filter(pk=dossier.pk).exists():
        return True
    if not mag(rollen, Actie.DOSSIER_BEWERKEN):
        return False
    if dossier.toegangen.filter(medewerker=medewerker).exists():
        return True
    return dossier.consulent_id in vervangen_consulenten(medewerker=medewerker, gemeente_id=dossier.gemeente_id, op=op)
