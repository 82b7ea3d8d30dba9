"""What is in the name of who leaves a unit: paid no longer out of the bijstand of who stays, and never twice."""

from datetime import date

from cases.models import Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from ontzorgen.handelingen_last import LAST_BEEINDIGD, LAST_VERVALLEN
from ontzorgen.maanden import eerste_dag, maandnaam, volgende_maand
from ontzorgen.models import Eenheidlid, VasteLast

from .fout import OntzorgFout


def beeindig_eigen_lasten(*, lid: Eenheidlid, door: Medewerker, op: date) -> None:
    """The fixed costs of this person alone end with the month of his last day, each with a step in his dossier.

    What would begin after it goes, unless somebody decided or agreed on it; such a row counts in no month
    (`Maandrekening.lasten_in`). They do not come back by themselves when he goes on belonging to the unit: whoever
    puts that right records them again.
    """
    if lid.tot is None:
        return
    maand = eerste_dag(lid.tot)
    eigen = VasteLast.objects.select_for_update(of=("self",)).filter(eenheid=lid.eenheid_id, dossier=lid.dossier_id)
    for last in eigen.select_related("soort").order_by("-pk"):
        if last.laatste_maand and last.laatste_maand <= maand:
            continue
        if last.eerste_maand <= maand:
            last.laatste_maand = maand
            last.save(update_fields=["laatste_maand"])
            _schrijf(lid, last, LAST_BEEINDIGD, maand, door, op)
        elif not _is_verbonden(last):
            _schrijf(lid, last, LAST_VERVALLEN, last.eerste_maand, door, op)
            last.delete()


def eis_niet_elders(last: VasteLast) -> None:
    """Who came from another unit has a cost paid there up to and including the month in which he left it.

    Raises OntzorgFout at the first month when this row would be paid beside it.
    """
    wat = {"dossier": last.dossier, "soort": last.soort, "crediteur": last.crediteur, "kenmerk": last.kenmerk}
    zelfde = VasteLast.objects.filter(**wat).exclude(eenheid=last.eenheid) if last.dossier else VasteLast.objects.none()
    for ander in zelfde.select_related("eenheid"):
        if ander.laatste_maand is None:
            raise OntzorgFout(f"Deze vaste last loopt nog bij {ander.eenheid}. Beëindig die daar.", "eerste_maand")
        if last.eerste_maand <= ander.laatste_maand:
            eerder = f"Tot en met {maandnaam(ander.laatste_maand)} hoort deze vaste last bij {ander.eenheid}."
            erna = maandnaam(volgende_maand(ander.laatste_maand))
            raise OntzorgFout(f"{eerder} Kies {erna} of later.", "eerste_maand")


def _is_verbonden(last: VasteLast) -> bool:
    vervolg = VasteLast.objects.filter(volgt_op=last)
    return last.afwijkingen.exists() or hasattr(last, "overname") or vervolg.exists()


def _schrijf(lid: Eenheidlid, last: VasteLast, soort: str, maand: date, door: Medewerker, op: date) -> None:
    woorden = {"last": last.soort.naam.lower(), "maand": maandnaam(maand)}
    registreer_handeling(dossier=lid.dossier, soort=soort, datum=op, door=door, gegevens=woorden)
