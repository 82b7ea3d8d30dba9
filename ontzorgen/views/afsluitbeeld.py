"""What the page of a run says of closing it, and of units that were taken out of it to be reckoned anew."""

from datetime import date
from typing import Any

from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest
from ontzorgen.enums_betaling import Afsluitstand, Batchstand
from ontzorgen.models import Betaalbatch
from ontzorgen.services import afsluiting as dienst
from ontzorgen.services.herrekenen import OPEN_STANDEN, te_herrekenen

from .betaalbeeld import mensen_van


def afsluitbeeld(request: GemeenteRequest, batch: Betaalbatch) -> dict[str, Any]:
    """The proposal or decision to close this run, and what this person may do about it."""
    rij = batch.afsluitingen.exclude(stand=Afsluitstand.AFGEWEZEN).select_related("voorgesteld_door").first()
    mag_het = batch.is_vrij and mag(request.rollen, Actie.BETAALRUN_VRIJGEVEN)
    niet = dienst.waarom_niet_afsluiten(rij, request.user) if rij and rij.wacht and mag_het else ""
    return {
        "afsluiting": rij,
        "mag_voorstellen": mag_het and not dienst.waarom_niet_voorstellen(batch),
        "mag_afsluiten": mag_het and rij is not None and rij.wacht and not niet,
        "mag_terzijde": mag_het and rij is not None and rij.wacht,
        "niet_afsluiten": niet,
    }


def herrekenbeeld(request: GemeenteRequest, batch: Betaalbatch, op: date) -> dict[str, Any]:
    """The units that are out of the run with their people, and whether they can be put back."""
    rijen = list(te_herrekenen(batch))
    mensen = mensen_van(request, [rij.eenheid_id for rij in rijen], op) if rijen else {}
    uitnemen = mag(request.rollen, Actie.BETAALRIJ_UITNEMEN)
    return {
        "herzieningen": [(rij, mensen.get(rij.eenheid_id, [])) for rij in rijen],
        "mag_herrekenen": uitnemen and batch.stand in OPEN_STANDEN,
        "mag_terugzetten": uitnemen and batch.stand == Batchstand.VOORSTEL,
    }
