"""A decision on a bezwaar, or on the dwangsom, that was taken and is not sent: the work on it is open again."""

from collections.abc import Mapping
from datetime import date

from cases.enums import Beschikkingsoort
from cases.enums_bezwaar import Bezwaarstatus
from cases.models import Beschikking, Bezwaar, Dwangsombesluit, Medewerker
from cases.onverzonden import Onverzonden, geen_beletsel, registreer_onverzonden
from cases.services.gebeurtenissen import laat_vervallen
from cases.toegang import Actie
from inburgering.recht.feiten import FeitSoort

from .basis import BRON, bewaar, vergrendel


def _neem_beslissing_terug(besluit: Beschikking, door: Medewerker, op: date) -> Mapping[str, str]:
    """The bezwaar is pending again with the text that was written; what was decided no longer meets the duty."""
    rij = vergrendel(Bezwaar.objects.get(beslissing=besluit))
    rij.status, rij.beslissing = Bezwaarstatus.IN_BEHANDELING, None
    rij.revisie += 1
    bewaar(rij, ["status", "beslissing", "revisie"])
    feiten = besluit.dossier.gebeurtenissen.feiten().geldend().filter(soort=FeitSoort.BESLISSING_OP_BEZWAAR.value)
    laat_vervallen(
        dossier=besluit.dossier,
        feiten=list(feiten.filter(gegevens__beslissing=besluit.nummer)),
        toelichting=f"{besluit.nummer} wordt niet verzonden.",
        bron=BRON,
        door=door,
    )
    return {"bezwaar": rij.nummer}


def _neem_dwangsom_terug(besluit: Beschikking, door: Medewerker, op: date) -> Mapping[str, str]:
    """The decision on the dwangsom is a concept of who wrote it again."""
    rij = Dwangsombesluit.objects.select_for_update(of=("self",)).select_related("bezwaar").get(beschikking=besluit)
    rij.beschikking = None
    rij.save(update_fields=["beschikking"])
    return {"bezwaar": rij.bezwaar.nummer}


registreer_onverzonden(
    Beschikkingsoort.BEZWAAR,
    Onverzonden(
        Actie.BEZWAAR_BEHANDELEN,
        geen_beletsel,
        _neem_beslissing_terug,
        "Het bezwaar is daarna weer in behandeling, met de tekst die er staat, en de beslistermijn loopt door.",
        "cases:bezwaren",
    ),
)
registreer_onverzonden(
    Beschikkingsoort.DWANGSOM,
    Onverzonden(
        Actie.BEZWAAR_BEHANDELEN,
        geen_beletsel,
        _neem_dwangsom_terug,
        "Het besluit over de dwangsom is daarna weer een concept, dat u opnieuw kunt opstellen en laten vaststellen.",
        "cases:bezwaren",
    ),
)
