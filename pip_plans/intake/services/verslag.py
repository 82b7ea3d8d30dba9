"""The intakeverslag: frozen, stored, in a copy with and one without what was said about health."""

from datetime import date

from django.db import transaction

from cases.brieven import Briefsoort
from cases.inhoud import Inhoud
from cases.models import Document, Medewerker
from cases.services.documenten import DocumentFout, maak_document
from cases.services.gebeurtenissen import registreer_handeling
from pip_plans.intake import handelingen
from pip_plans.intake.brieven import INTAKEVERSLAG, INTAKEVERSLAG_VOLLEDIG
from pip_plans.intake.enums import Gebied
from pip_plans.intake.models import BredeIntake

from .basis import IntakeFout, vergrendel
from .verslaginhoud import stel_verslag_op

SOORTEN = (INTAKEVERSLAG.code, INTAKEVERSLAG_VOLLEDIG.code)


def heeft_gezondheid(intake: BredeIntake) -> bool:
    """Whether anything in this intake is special data (Wi 37): then there are two copies."""
    beschreven = any(rij.is_bijzonder and not rij.is_leeg for rij in intake.leefgebieden.all())
    verwezen = intake.doorverwijzingen.filter(gebied=Gebied.GEZONDHEID).exists()
    return beschreven or verwezen or any(punt.is_bijzonder for punt in intake.aandachtspunten.all())


@transaction.atomic
def maak_verslag(*, intake: BredeIntake, door: Medewerker | None, op: date) -> list[Document]:
    """Freeze the report as the intake stands now, and queue the PDF (Bi 5.2).

    One copy without health; a second one with it, for the inburgeraar and the dossier, when there is something to tell.
    Again without a change returns the documents that are there. Raises IntakeFout for text that cannot be printed.
    """
    vergrendel(intake, ook_afgerond=True)
    intake = BredeIntake.objects.met_alles().get(pk=intake.pk)
    kopieen = [(INTAKEVERSLAG, False)]
    if heeft_gezondheid(intake):
        kopieen.append((INTAKEVERSLAG_VOLLEDIG, True))
    laatste = _laatste(intake)
    try:
        documenten = [
            _maak(intake, soort, stel_verslag_op(intake=intake, met_gezondheid=volledig, door=door, op=op), op)
            for soort, volledig in kopieen
        ]
    except DocumentFout as fout:
        raise IntakeFout(str(fout)) from fout
    if _laatste(intake) != laatste:
        registreer_handeling(dossier=intake.dossier, soort=handelingen.VERSLAG_GEMAAKT, datum=op, door=door)
    return documenten


def _laatste(intake: BredeIntake) -> int | None:
    nummers = intake.dossier.documenten.filter(soort__in=SOORTEN).order_by("-pk").values_list("pk", flat=True)
    nummer: int | None = nummers.first()
    return nummer


def _maak(intake: BredeIntake, soort: Briefsoort, inhoud: Inhoud, op: date) -> Document:
    """A new copy, unless the newest one of its kind says exactly this."""
    bevroren = inhoud.als_json()
    vorige: Document | None = intake.dossier.documenten.zonder_bytes().filter(soort=soort.code).order_by("-pk").first()
    if vorige and vorige.inhoud == bevroren:
        return vorige
    return maak_document(
        dossier=intake.dossier,
        soort=soort.code,
        titel=f"{soort.naam} ({op:%d-%m-%Y})",
        sjabloon=soort.sjabloon,
        inhoud=bevroren,
    )
