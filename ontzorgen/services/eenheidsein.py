"""What no longer fits in a unit: a member whose bijstand ended while that of another goes on."""

from datetime import date

from cases.services.termijnen import feiten_per_dossier
from ontzorgen.models import Uitkeringseenheid

from .afrekening import haal_leden


def zonder_bijstand(*, eenheid: Uitkeringseenheid, op: date) -> dict[int, date]:
    """Per dossier of a member without a last day the first day without bijstand, while another member has it.

    In two queries; in one for a unit of one person.
    """
    haal_leden([eenheid])
    leden = [lid for lid in eenheid.leden.all() if lid.tot is None or lid.tot >= op]
    if len(leden) < 2:
        return {}
    feiten = feiten_per_dossier([lid.dossier for lid in leden])
    if not any(feiten[lid.dossier_id].bijstand for lid in leden):
        return {}
    return {
        lid.dossier_id: einde.datum
        for lid in leden
        if lid.tot is None and (einde := feiten[lid.dossier_id].einde_bijstand)
    }
