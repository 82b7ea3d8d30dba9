"""A unit or a cost may begin before there is bijstand, or after the gemeente pays, but not without anybody knowing."""

from collections.abc import Sequence
from datetime import date

from cases.models import Dossier
from cases.services.termijnen import feiten_per_dossier
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.maanden import Periode, laatste_dag, maandnaam
from ontzorgen.models import Ontzorgperiode, Uitkeringseenheid

from .afrekening import bijstandsperioden, recht_op_bijstand
from .fout import OntzorgFout

VELD = "toch"
VINK = "Klopt dit toch? Vink het hier aan."


def eis_bijstand_op(*, dossiers: Sequence[Dossier], dag: date) -> None:
    """Raises OntzorgFout at the tick of confirmation when none of these people has a right to bijstand on this day."""
    feiten = feiten_per_dossier(dossiers)
    recht = [periode for dossier in dossiers for periode in bijstandsperioden(feiten[dossier.pk])]
    if not any(dag in periode for periode in recht):
        raise OntzorgFout(f"Op {datum_zonder_weekdag(dag)} is er geen bijstand. {_wanneer(recht, dag)} Voor dagen "
                          f"zonder bijstand wordt niets betaald. {VINK}", VELD)  # fmt: skip


def eis_bijstand_in(*, eenheid: Uitkeringseenheid, maand: date) -> None:
    """The same for a unit, when it has no bijstand on any day of the month in which a fixed cost begins."""
    leden = eenheid.leden.select_related("dossier")
    recht = recht_op_bijstand(eenheid, feiten_per_dossier([lid.dossier for lid in leden]))
    if not any(p.vanaf <= laatste_dag(maand) and (not p.tot_en_met or p.tot_en_met >= maand) for p in recht):
        raise OntzorgFout(f"In {maandnaam(maand)} heeft deze eenheid geen bijstand. {_wanneer(recht, maand)} Voor "
                          f"maanden zonder bijstand wordt niets betaald. {VINK}", VELD)  # fmt: skip


def eis_ontzorgd_in(*, eenheid: Uitkeringseenheid, maand: date) -> None:
    """The same when the gemeente stops paying for everybody in the unit before the month in which a cost begins.

    Before the first decision there is nothing to say.
    """
    perioden = Ontzorgperiode.objects.filter(dossier__uitkeringseenheden__eenheid=eenheid)
    einde = max((periode.laatste_dag for periode in perioden), default=None)
    if einde and einde < maand:
        raise OntzorgFout(f"Het ontzorgen eindigt op {datum_zonder_weekdag(einde)}. Vanaf {maandnaam(maand)} betaalt "
                          f"de gemeente deze last dus niet, tenzij er wordt verlengd. {VINK}", VELD)  # fmt: skip


def _wanneer(recht: Sequence[Periode], dag: date) -> str:
    """When it begins after this day, or that it ended before, or that nobody recorded it."""
    if later := [periode.vanaf for periode in recht if periode.vanaf > dag]:
        return f"De bijstand begint op {datum_zonder_weekdag(min(later))}."
    if einden := [periode.tot_en_met for periode in recht if periode.tot_en_met]:
        return f"De bijstand liep tot en met {datum_zonder_weekdag(max(einden))}."
    return "Er is geen bijstand vastgelegd."
