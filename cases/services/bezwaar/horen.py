"""The hearing: invite with the rights of Awb 7:4, or leave it out on a ground of 7:3; and its report (7:7)."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from cases import bezwaarstappen
from cases.enums import Afspraaksoort, Afspraakuitkomst
from cases.enums_bezwaar import NietHoren
from cases.models import Bezwaar, Medewerker
from cases.services.afspraken import AfspraakFout, annuleer_afspraak, leg_uitkomst_vast, plan_afspraak

from . import brieven
from .basis import BezwaarFout, bewaar, leg_stap_vast, schrijf_mee, vergrendel_lopend
from .stand import NIET_GEWEEST

STUKKEN_TOT = timedelta(days=10)


@transaction.atomic
def nodig_uit(*, bezwaar: Bezwaar, gegevens: Mapping[str, Any], door: Medewerker, op: date) -> Bezwaar:
    """Plan the hearing with the fields of an afspraak and make the invitation.

    The person may hand in papers until ten days before (Awb 7:4 lid 1), so the day lies further ahead. A hearing that
    did not happen can be followed by another. Raises BezwaarFout otherwise.
    """
    rij = vergrendel_lopend(bezwaar)
    if rij.hoorzitting and rij.hoorzitting.uitkomst not in NIET_GEWEEST:
        raise BezwaarFout("Er is al een hoorzitting gepland. Annuleer of wijzig eerst die afspraak.")
    dag = localtime(gegevens["begin"]).date()
    if dag - STUKKEN_TOT <= op:
        raise BezwaarFout(
            "Kies een dag die meer dan tien dagen vooruit ligt: tot tien dagen voor het horen mag iemand nog stukken "
            "sturen (art. 7:4 lid 1 Awb)."
        )
    try:
        velden = {**gegevens, "soort": Afspraaksoort.HOORZITTING}
        rij.hoorzitting = plan_afspraak(dossier=rij.dossier, gegevens=velden, door=door, op=op)
    except ValidationError as fout:
        raise BezwaarFout(" ".join(fout.messages)) from fout
    rij.niet_gehoord, rij.niet_gehoord_waarom = "", ""
    bewaar(rij, ["hoorzitting", "niet_gehoord", "niet_gehoord_waarom"])
    schrijf_mee(rij, door)
    brieven.uitnodiging(rij, rij.hoorzitting, door=door, op=op)
    leg_stap_vast(rij, bezwaarstappen.UITGENODIGD, op, door)
    return rij


@transaction.atomic
def zitting_gaat_niet_door(
    *, bezwaar: Bezwaar, uitkomst: Afspraakuitkomst, reden: str, door: Medewerker | None, op: date
) -> Bezwaar:
    """The hearing was called off, nobody came, or the gemeente cancels it; then another can be planned, or left out.

    Raises BezwaarFout without a planned hearing, and for what an afspraak refuses.
    """
    rij = vergrendel_lopend(bezwaar)
    if rij.hoorzitting is None:
        raise BezwaarFout("Er is geen hoorzitting gepland.")
    try:
        if uitkomst == Afspraakuitkomst.GEANNULEERD:
            annuleer_afspraak(afspraak=rij.hoorzitting, reden=reden, door=door, op=op)
        else:
            leg_uitkomst_vast(afspraak=rij.hoorzitting, uitkomst=uitkomst, door=door, op=op, toelichting=reden)
    except AfspraakFout as fout:
        raise BezwaarFout(str(fout)) from fout
    return rij


@transaction.atomic
def zie_af_van_horen(*, bezwaar: Bezwaar, grond: NietHoren, waarom: str, door: Medewerker | None, op: date) -> Bezwaar:
    """Leave the hearing out on one of the grounds of Awb 7:3, with the reason. Raises BezwaarFout without one."""
    rij = vergrendel_lopend(bezwaar)
    if rij.verslag:
        raise BezwaarFout("Er is al gehoord; het verslag ligt vast (art. 7:7 Awb).")
    if not waarom.strip():
        raise BezwaarFout("Schrijf op waarom er niet wordt gehoord (art. 7:3 Awb).")
    if rij.hoorzitting and not rij.hoorzitting.uitkomst:
        raise BezwaarFout("Er staat nog een hoorzitting gepland. Annuleer eerst die afspraak.")
    rij.hoorzitting, rij.niet_gehoord, rij.niet_gehoord_waarom = None, grond, waarom.strip()
    bewaar(rij, ["hoorzitting", "niet_gehoord", "niet_gehoord_waarom"])
    schrijf_mee(rij, door)
    leg_stap_vast(rij, bezwaarstappen.NIET_GEHOORD, op, door, grond=grond.value)
    return rij


@transaction.atomic
def leg_verslag_vast(*, bezwaar: Bezwaar, verslag: str, door: Medewerker | None, op: date) -> Bezwaar:
    """The report of the hearing, on the day itself or later; may be rewritten until the decision (Awb 7:7)."""
    rij = vergrendel_lopend(bezwaar)
    if rij.hoorzitting is None or rij.hoorzitting.uitkomst in NIET_GEWEEST:
        raise BezwaarFout("Er is geen hoorzitting geweest. Nodig eerst uit, of zie af van horen (art. 7:2 en 7:3 Awb).")
    if rij.hoorzitting.dag > op:
        raise BezwaarFout("De hoorzitting moet nog komen.")
    if not verslag.strip():
        raise BezwaarFout("Schrijf het verslag van het horen op (art. 7:7 Awb).")
    if not rij.hoorzitting.uitkomst:
        leg_uitkomst_vast(afspraak=rij.hoorzitting, uitkomst=Afspraakuitkomst.VERSCHENEN, door=door, op=op)
    rij.verslag, rij.verslag_op = verslag.strip(), op
    bewaar(rij, ["verslag", "verslag_op"])
    schrijf_mee(rij, door)
    leg_stap_vast(rij, bezwaarstappen.VERSLAG, op, door)
    return rij
