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
from cases.models import Afspraak, Bezwaar, Medewerker
from cases.services.afspraken import AfspraakFout, annuleer_afspraak, leg_uitkomst_vast, plan_afspraak
from inburgering.recht.uitleg import datum_zonder_weekdag

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
        raise BezwaarFout("Er is al een hoorzitting gepland. Verplaats die, of zeg die eerst af.")
    rij.hoorzitting = _plan(rij, gegevens, door, op)
    rij.niet_gehoord, rij.niet_gehoord_waarom = "", ""
    bewaar(rij, ["hoorzitting", "niet_gehoord", "niet_gehoord_waarom"])
    schrijf_mee(rij, door)
    brieven.uitnodiging(rij, rij.hoorzitting, door=door, op=op)
    leg_stap_vast(rij, bezwaarstappen.UITGENODIGD, op, door)
    return rij


@transaction.atomic
def verplaats_zitting(
    *, bezwaar: Bezwaar, gegevens: Mapping[str, Any], reden: str, door: Medewerker, op: date
) -> Bezwaar:
    """Another day, hour, place or interpreter, with the fields of an afspraak: one letter tells both, the term for
    papers counts anew. Raises BezwaarFout without a hearing that is planned, without a reason, and as `nodig_uit`.
    """
    rij = vergrendel_lopend(bezwaar)
    oud = rij.hoorzitting
    if oud is None or oud.uitkomst:
        raise BezwaarFout("Er is geen hoorzitting gepland die u kunt verplaatsen.")
    if all(getattr(oud, veld) == waarde for veld, waarde in gegevens.items()):
        return rij
    rij.hoorzitting = None  # what is cancelled below is then no hearing of this bezwaar: no letter of its own
    bewaar(rij, ["hoorzitting"])
    try:
        annuleer_afspraak(afspraak=oud, reden=reden, door=door, op=op)
    except AfspraakFout as fout:
        raise BezwaarFout(str(fout), "reden") from fout
    rij.hoorzitting = _plan(rij, gegevens, door, op)
    bewaar(rij, ["hoorzitting"])
    schrijf_mee(rij, door)
    brieven.uitnodiging(rij, rij.hoorzitting, door=door, op=op, in_plaats_van=oud)
    dagen = {"van": datum_zonder_weekdag(oud.dag), "naar": datum_zonder_weekdag(rij.hoorzitting.dag)}
    leg_stap_vast(rij, bezwaarstappen.VERPLAATST, op, door, **dagen)
    return rij


def volg_afspraak(*, afspraak: Afspraak, door: Medewerker | None, op: date) -> None:
    """The outcome of an afspraak that is the hearing of a running bezwaar, wherever it was recorded.

    One that the gemeente cancels gives a letter; that somebody did not come, or called off, gives a line.
    """
    rij = Bezwaar.objects.lopend().voor_vervolg().filter(hoorzitting=afspraak).first()
    if rij is None or afspraak.uitkomst not in NIET_GEWEEST:
        return
    dag = datum_zonder_weekdag(afspraak.dag)
    if afspraak.uitkomst == Afspraakuitkomst.GEANNULEERD:
        brieven.afzegging(rij, afspraak, door=door, op=op)
        leg_stap_vast(rij, bezwaarstappen.AFGEZEGD, op, door, dag=dag)
        return
    uitkomst = str(afspraak.get_uitkomst_display())
    leg_stap_vast(rij, bezwaarstappen.NIET_DOORGEGAAN, op, door, dag=dag, uitkomst=uitkomst)


def _plan(bezwaar: Bezwaar, gegevens: Mapping[str, Any], door: Medewerker, op: date) -> Afspraak:
    dag = localtime(gegevens["begin"]).date()
    if dag - STUKKEN_TOT <= op:
        raise BezwaarFout(
            "Kies een dag die meer dan tien dagen vooruit ligt: tot tien dagen voor het horen mag iemand nog stukken "
            "sturen (art. 7:4 lid 1 Awb).",
            "datum",
        )
    try:
        velden = {**gegevens, "soort": Afspraaksoort.HOORZITTING}
        return plan_afspraak(dossier=bezwaar.dossier, gegevens=velden, door=door, op=op)
    except ValidationError as fout:
        raise BezwaarFout(" ".join(fout.messages)) from fout


@transaction.atomic
def zitting_gaat_niet_door(
    *, bezwaar: Bezwaar, uitkomst: Afspraakuitkomst, reden: str, door: Medewerker | None, op: date
) -> Bezwaar:
    """The hearing was called off, nobody came, or the gemeente cancels it; then another can be planned, or left out.

    `volg_afspraak` makes the letter and the line. Raises BezwaarFout without a planned hearing, and for what an
    afspraak refuses.
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
        raise BezwaarFout("Er staat nog een hoorzitting gepland. Zeg die eerst af.")
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
