"""Whether this gemeente fines this person for this conduct at all, and by what source."""

from dataclasses import dataclass
from datetime import date

from cases.instellingen import instelling
from cases.instellingen_handhaving import sleutel
from cases.models import Dossier
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.boete import Boeteartikel
from inburgering.recht.feiten import ASIELGROEP, Dossierfeiten, FeitSoort, Regime
from inburgering.recht.herroeping import geldige_pips
from pip_plans.handhaving.models import Handhavingszaak

from .basis import HandhavingFout

WI2013 = "Dit dossier valt onder de Wet inburgering 2013. De gemeente legt dan geen boete op."

GEEN_PIP = "Op die dag gold er nog geen PIP. Art. 23 gaat over afspraken uit het PIP."


@dataclass(frozen=True, slots=True)
class Beleidskeuze:
    """The choice of the gemeente for one article and the group of this person, with its source."""

    artikel: Boeteartikel
    bescherming: bool
    mogelijk: bool
    bron: str


def heeft_bescherming(feiten: Dossierfeiten) -> bool:
    """Whether the Keren judgment is about people like this one: asylum, also derived. An unknown group counts as so."""
    return feiten.doelgroep is None or feiten.doelgroep in ASIELGROEP


def keuze_voor(*, dossier: Dossier, artikel: Boeteartikel, op: date) -> Beleidskeuze:
    bescherming = heeft_bescherming(dossierfeiten_van(dossier))
    waarde, bron = instelling(dossier.gemeente, sleutel(artikel.value, bescherming=bescherming), op)
    return Beleidskeuze(artikel, bescherming, waarde == "ja", bron)


def keuzes_voor(*, dossier: Dossier, op: date) -> list[Beleidskeuze]:
    """For both articles, for the page of the dossier."""
    return [keuze_voor(dossier=dossier, artikel=artikel, op=op) for artikel in Boeteartikel]


def reden_geen_boete(*, zaak: Handhavingszaak, op: date) -> str:
    """Why this case cannot lead to a fine on this day, '' when it can: policy, regime, death, or the end of the plicht.

    Somebody who was fined before the plicht ended keeps his fine; a new one would have no purpose.
    """
    feiten = dossierfeiten_van(zaak.dossier)
    if feiten.regime is Regime.WI2013:
        return WI2013
    if feiten.eerste(FeitSoort.OVERLIJDEN):
        return "De inburgeraar is overleden. Een boete kan dan niet (art. 5:42 Awb)."
    if feiten.eerste(FeitSoort.EINDE_PLICHT):
        return "De inburgeringsplicht is geëindigd. Een boete heeft dan geen doel meer."
    if zaak.artikel is Boeteartikel.ARTIKEL_23 and not pip_gold_op(feiten, zaak.gedrag_op):
        return GEEN_PIP
    keuze = keuze_voor(dossier=zaak.dossier, artikel=zaak.artikel, op=op)
    if not keuze.mogelijk:
        wie = "mensen met asiel" if keuze.bescherming else "deze groep"
        return f"Onze gemeente legt aan {wie} geen boete op van art. {keuze.artikel.value} (bron: {keuze.bron})."
    return ""


def pip_gold_op(feiten: Dossierfeiten, dag: date) -> bool:
    """Whether a PIP bound this person on that day: made known here by then, or brought along from another gemeente.

    Art. 23 fines who does not keep to it; before the bekendmaking there is nothing to keep to (art. 3:40 Awb).
    """
    bekend = {f.tekst("beschikking") for f in feiten.alle(FeitSoort.BESCHIKKING_BEKENDGEMAAKT) if f.datum <= dag}
    return any(
        pip.soort is FeitSoort.PIP_VORIGE_GEMEENTE or pip.tekst("beschikking") in bekend
        for pip in geldige_pips(feiten)
        if pip.datum <= dag
    )


def eis_boete_mogelijk(zaak: Handhavingszaak, op: date) -> None:
    """Raises HandhavingFout when this case cannot lead to a fine; then it can be ended."""
    if reden := reden_geen_boete(zaak=zaak, op=op):
        raise HandhavingFout(f"{reden} Beëindig de zaak met een reden.")
