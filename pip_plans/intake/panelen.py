"""Where the intake shows itself on the pages of the core: its tab, and what follows an afspraak."""

from datetime import date

from django.urls import reverse

from cases.enums import Afspraaksoort, Afspraakuitkomst
from cases.models import Afspraak, Medewerker
from cases.panelen import Ingang, registreer_bij_uitkomst, registreer_tab, registreer_vervolg
from cases.toegang import Actie

from .services.oproepen import neem_uitkomst_over

registreer_tab(Ingang("Brede intake", "intake:overzicht", Actie.DOSSIER_LEZEN, 40))
GESPREKKEN = frozenset({Afspraaksoort.INTAKE, Afspraaksoort.INDIVIDUEEL})


@registreer_bij_uitkomst
def neem_over(afspraak: Afspraak, door: Medewerker | None, op: date) -> None:
    """The outcome of an afspraak is that of its oproep."""
    neem_uitkomst_over(afspraak, door, op)


@registreer_vervolg
def vervolg(afspraak: Afspraak) -> str:
    """After an intake talk: record it. Of a dossier whose intake was not started or is completed: nothing."""
    if afspraak.soort not in GESPREKKEN or afspraak.uitkomst != Afspraakuitkomst.VERSCHENEN:
        return ""
    intake = getattr(afspraak.dossier, "brede_intake", None)
    if intake is None or intake.is_afgerond:
        return ""
    gesprek = reverse(
        "intake:gesprek", kwargs={"gemeente": afspraak.dossier.gemeente.slug, "nummer": afspraak.dossier.nummer}
    )
    return f"{gesprek}?afspraak={afspraak.pk}"
