"""*Wat nu?* while the lessons run: who comes less and less is called before it becomes trouble."""

from collections.abc import Iterator

from cases.panelen import Dossierbeeld, Stap, registreer_stappen
from cases.stappen import adres

from .models import Weekstaat

TITEL = "Neem contact op over de aanwezigheid"


@registreer_stappen
def aanwezigheid(beeld: Dossierbeeld) -> Iterator[Stap]:
    """One step per dossier, however many places it has."""
    rijen = Weekstaat.objects.van_dossier(beeld.dossier.pk).dalingen(beeld.op)
    rij = rijen.select_related("plaatsing__contract__aanbieder", "plaatsing__aanbieder").first()
    if rij is not None:
        reden = f"Drie weken op rij minder aanwezig bij {rij.plaatsing.bij}, tot en met {rij}: {rij.aanwezig}%."
        yield Stap(TITEL, reden, adres(beeld, "voortgang:overzicht"), None, 20)
