"""What happens at the rechtbank about a bezwaar: beroep, beroep for being late, voorlopige voorziening, outcomes."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from cases import bezwaarstappen
from cases.enums_bezwaar import Zaaksoort, Zaakuitkomst
from cases.models import Beroepszaak, Bezwaar, Medewerker
from inburgering.recht.feiten import FeitSoort

from .basis import BezwaarFout, eis_dag, leg_feit_vast, leg_stap_vast, vergrendel


@transaction.atomic
def registreer_zaak(
    *, bezwaar: Bezwaar, soort: Zaaksoort, ingesteld_op: date, zaaknummer: str = "", door: Medewerker | None, op: date
) -> Beroepszaak:
    """Record a case. Beroep needs a decision that was made known, beroep for being late a bezwaar that still runs.

    The same kind and day again returns the case that is there. Raises BezwaarFout otherwise.
    """
    rij = vergrendel(bezwaar)
    if bestaand := rij.zaken.filter(soort=soort, ingesteld_op=ingesteld_op).first():
        return bestaand
    eis_dag(ingesteld_op, vanaf=_vroegste_dag(rij, soort), op=op, wat="de dag waarop dit kon beginnen,")
    zaak = Beroepszaak(bezwaar=rij, soort=soort, ingesteld_op=ingesteld_op, zaaknummer=zaaknummer.strip())
    _bewaar(zaak)
    if soort == Zaaksoort.BEROEP and rij.beslissing:
        leg_feit_vast(rij, FeitSoort.BEROEP_INGESTELD, ingesteld_op, door, op, beslissing=rij.beslissing.nummer)
    else:
        leg_stap_vast(rij, bezwaarstappen.ZAAK, ingesteld_op, door, zaak=str(soort.label))
    return zaak


@transaction.atomic
def leg_uitspraak_vast(
    *, zaak: Beroepszaak, uitkomst: Zaakuitkomst, datum: date, toelichting: str = "", door: Medewerker | None, op: date
) -> Beroepszaak:
    """What the judge decided and when. Raises BezwaarFout for an outcome that this kind of case cannot have."""
    rij = vergrendel(zaak.bezwaar)
    vers: Beroepszaak = Beroepszaak.objects.select_for_update().get(pk=zaak.pk, bezwaar=rij)
    if uitkomst.value not in dict(Zaakuitkomst.voor(vers.soort)):
        raise BezwaarFout("Deze uitspraak past niet bij deze zaak.")
    eis_dag(datum, vanaf=vers.ingesteld_op, op=op, wat="het beroep")
    vers.uitkomst, vers.uitspraak_op, vers.toelichting = uitkomst, datum, toelichting.strip()
    _bewaar(vers)
    woorden = f"{vers.get_soort_display()}: {uitkomst.label}"
    leg_stap_vast(rij, bezwaarstappen.UITSPRAAK, datum, door, uitspraak=woorden)
    return vers


def _vroegste_dag(bezwaar: Bezwaar, soort: Zaaksoort) -> date:
    if soort != Zaaksoort.BEROEP:
        if soort == Zaaksoort.NIET_TIJDIG and not bezwaar.loopt:
            raise BezwaarFout(
                "Op dit bezwaar is beslist; beroep omdat de beslissing uitblijft kan niet (art. 6:2 Awb)."
            )
        return bezwaar.ontvangen_op
    if bezwaar.beslissing is None or bezwaar.beslissing.bekendgemaakt_op is None:
        raise BezwaarFout("Beroep kan als de beslissing op bezwaar is bekendgemaakt (art. 7:1 en 6:8 Awb).")
    return bezwaar.beslissing.bekendgemaakt_op


def _bewaar(zaak: Beroepszaak) -> None:
    try:
        zaak.full_clean()
    except ValidationError as fout:
        raise BezwaarFout(" ".join(fout.messages)) from fout
    zaak.save()
