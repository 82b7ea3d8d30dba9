"""Hours from before this system: one number per part, with where it comes from and until which day."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

from django.db import transaction

from cases.enums import Dossierstatus
from cases.klok import stempel
from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.recht.uitleg import datum_zonder_weekdag
from inburgering.recht.uren import Urensoort
from pip_plans.uitvoering.services.fout import UitvoeringFout, keur
from pip_plans.voortgang import handelingen
from pip_plans.voortgang.enums import SOORT_VAN, UREN
from pip_plans.voortgang.models import Beginstand, Weekstaat
from pip_plans.voortgang.weken import uren_tekst, weeknaam


def uren_vooraf(dossier: Dossier) -> dict[str, Decimal]:
    """Field of a week → hours from before this system; only what there is."""
    return dict(dossier.beginstanden.values_list("onderdeel", "uren"))


def vooraf_per_soort(dossier: Dossier) -> dict[Urensoort, Decimal]:
    """The same per component of a norm; zero for the others."""
    som: dict[Urensoort, Decimal] = defaultdict(Decimal)
    for veld, uren in uren_vooraf(dossier).items():
        som[SOORT_VAN[veld]] += uren
    return som


@transaction.atomic
def leg_beginstand_vast(
    *, dossier: Dossier, onderdeel: str, uren: Decimal, tot_en_met: date, bron: str, reden: str, door: Medewerker,
    op: date,
) -> Beginstand | None:  # fmt: skip
    """Record, correct, or with no hours withdraw what was followed before; the same again changes nothing.

    A correction needs a reason. Raises UitvoeringFout without one, for a closed dossier, a day to come, and when weeks
    with hours of this part lie before the end of this period: those would count twice.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    rij = Beginstand.objects.filter(dossier=dossier, onderdeel=onderdeel).first()
    if rij and (rij.uren, rij.tot_en_met, rij.bron) == (uren, tot_en_met, bron.strip()):
        return rij
    if rij is None and not uren:
        return None
    _eis(dossier, rij, onderdeel, uren, tot_en_met, reden, op)
    was = _in_woorden(rij) if rij else ""
    if rij and not uren:
        rij.delete()
        _schrijf(dossier, onderdeel, was, "niets", door, op, reden)
        return None
    rij = rij or Beginstand(dossier=dossier, onderdeel=onderdeel)
    rij.uren, rij.tot_en_met, rij.bron, rij.door, rij.vastgelegd_op = uren, tot_en_met, bron.strip(), door, stempel()
    keur(rij)
    rij.save()
    _schrijf(dossier, onderdeel, was, _in_woorden(rij), door, op, reden)
    return rij


def _eis(
    dossier: Dossier, rij: Beginstand | None, onderdeel: str, uren: Decimal, tot_en_met: date, reden: str, op: date
) -> None:
    if dossier.status != Dossierstatus.LOPEND:
        raise UitvoeringFout("Dit dossier loopt niet meer.")
    if rij and not reden.strip():
        raise UitvoeringFout("Er staat al iets anders. Schrijf op waarom u het corrigeert.", "reden")
    if tot_en_met > op:
        raise UitvoeringFout("Deze dag ligt in de toekomst.", "tot_en_met")
    weken = Weekstaat.objects.van_dossier(dossier.pk).filter(**{f"{onderdeel}__gt": 0}, week__lte=tot_en_met)
    if uren and (eerste := weken.order_by("week").first()):
        raise UitvoeringFout(f"Van {weeknaam(eerste.week)} staan er al uren; die telden dan dubbel.", "tot_en_met")


def _in_woorden(rij: Beginstand) -> str:
    return f"{uren_tekst(rij.uren)} uur, tot en met {datum_zonder_weekdag(rij.tot_en_met)} ({rij.bron})"


def _schrijf(dossier: Dossier, onderdeel: str, was: str, wordt: str, door: Medewerker, op: date, reden: str) -> None:
    registreer_handeling(
        dossier=dossier, soort=handelingen.VOORAF_GECORRIGEERD if was else handelingen.VOORAF, datum=op, door=door,
        gegevens={"onderdeel": UREN[onderdeel], "was": was, "wordt": wordt}, toelichting=reden,
    )  # fmt: skip
