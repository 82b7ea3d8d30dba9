"""The right to bijstand as dated facts: when it began, when it ended, and that there is none."""

from datetime import date

from django.db import transaction

from cases.models import Dossier, Gebeurtenis, Medewerker
from cases.services.gebeurtenissen import corrigeer_feit, registreer_feit, registreer_handeling
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.handelingen import GEEN_BIJSTAND

from .fout import OntzorgFout
from .slot import vergrendel_dossier

BRON = "handmatig"


@transaction.atomic
def begin_bijstand(
    *, dossier: Dossier, datum: date, door: Medewerker, op: date, kenmerk: str, toelichting: str = ""
) -> Gebeurtenis:
    """Record the first day of the right to bijstand; the six months of art. 56a Participatiewet follow from it.

    Safe to repeat with the same `kenmerk`. Raises OntzorgFout while a right runs, or for a day before it last ended.
    """
    vergrendel_dossier(dossier)
    if bestaand := dossier.gebeurtenissen.filter(bron=BRON, kenmerk=kenmerk).first():
        return bestaand
    feiten = dossierfeiten_van(dossier)
    if loopt := feiten.bijstand:
        raise OntzorgFout(f"Er is al recht op bijstand sinds {datum_zonder_weekdag(loopt.datum)}.", "datum")
    einde = feiten.einde_bijstand
    if einde and datum < einde.datum:
        raise OntzorgFout(
            f"Het vorige recht eindigde op {datum_zonder_weekdag(einde.datum)}; een nieuw recht begint niet eerder.",
            "datum",
        )
    return _leg_vast(dossier, FeitSoort.BIJSTAND_INGEGAAN, datum, door, op, kenmerk, toelichting)


@transaction.atomic
def beeindig_bijstand(
    *, dossier: Dossier, datum: date, door: Medewerker, op: date, kenmerk: str, toelichting: str = ""
) -> Gebeurtenis:
    """Record the first day without a right to bijstand; ontzorgen ends with it.

    Safe to repeat with the same `kenmerk`. Raises OntzorgFout when no right runs, or for a day on or before its start.
    """
    vergrendel_dossier(dossier)
    if bestaand := dossier.gebeurtenissen.filter(bron=BRON, kenmerk=kenmerk).first():
        return bestaand
    loopt = dossierfeiten_van(dossier).bijstand
    if loopt is None:
        raise OntzorgFout("Er loopt geen bijstand die kan eindigen.")
    if datum <= loopt.datum:
        raise OntzorgFout(
            f"De bijstand begon op {datum_zonder_weekdag(loopt.datum)}. Was er nooit recht? Corrigeer dan dat feit.",
            "datum",
        )
    return _leg_vast(dossier, FeitSoort.BIJSTAND_BEEINDIGD, datum, door, op, kenmerk, toelichting)


@transaction.atomic
def leg_geen_bijstand_vast(*, dossier: Dossier, reden: str, door: Medewerker, op: date) -> Gebeurtenis:
    """Record that there is no right to bijstand, with why; the dossier leaves the list of who is still to be judged.

    Raises OntzorgFout while a right runs.
    """
    vergrendel_dossier(dossier)
    if dossierfeiten_van(dossier).bijstand:
        raise OntzorgFout("Er loopt bijstand. Leg eerst vast wanneer die eindigt.")
    return registreer_handeling(dossier=dossier, soort=GEEN_BIJSTAND, datum=op, door=door, toelichting=reden)


@transaction.atomic
def corrigeer_bijstand(
    *, feit: Gebeurtenis, datum: date, vervalt: bool, toelichting: str, door: Medewerker, op: date
) -> Gebeurtenis:
    """Another first day or end of the right, or that it never was; the six months follow, decisions do not.

    Raises OntzorgFout when the right would end on or before its first day, GebeurtenisFout as `corrigeer_feit`.
    """
    vergrendel_dossier(feit.dossier)
    begin = dossierfeiten_van(feit.dossier).laatste(FeitSoort.BIJSTAND_INGEGAAN)
    if feit.soort == FeitSoort.BIJSTAND_BEEINDIGD and not vervalt and begin and datum <= begin.datum:
        raise OntzorgFout(f"De bijstand begon op {datum_zonder_weekdag(begin.datum)}; het einde ligt daarna.", "datum")
    return corrigeer_feit(gebeurtenis=feit, datum=datum, vervalt=vervalt, toelichting=toelichting, door=door, op=op)


def _leg_vast(
    dossier: Dossier, soort: FeitSoort, datum: date, door: Medewerker, op: date, kenmerk: str, toelichting: str
) -> Gebeurtenis:
    return registreer_feit(
        dossier=dossier, soort=soort, datum=datum, door=door, op=op, bron=BRON, kenmerk=kenmerk, toelichting=toelichting
    )
