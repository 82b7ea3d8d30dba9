"""What ontzorgen adds to *Wat nu?*: record the bijstand, and prepare the end of the six months in time."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from django.urls import reverse

from cases.panelen import Dossierbeeld, Stap, registreer_stappen
from inburgering.recht.feiten import ASIELGROEP, FeitSoort
from inburgering.recht.uitleg import datum_zonder_weekdag
from inburgering.recht.verplichtingen import TermijnSoort

from .enums import Besluitsoort
from .handelingen import GEEN_BIJSTAND
from .leeftijden import AOW, VOLLE_NORM, Lid, leeftijd_naam
from .querysets import WOONT_HIER, getoetste_groepen
from .services.aandacht import Aandacht, stand_van
from .services.eenheden import lidmaatschap
from .services.eenheidsein import zonder_bijstand
from .services.leefsituaties import niet_bekeken

VOORBEREIDING = timedelta(weeks=8)


@registreer_stappen
def stappen(beeld: Dossierbeeld) -> Iterator[Stap]:
    """The end of the six months from eight weeks before, unless nothing was decided yet; the bijstand as long as nobody
    answered that question."""
    url = reverse("ontzorgen:overzicht", args=(beeld.dossier.gemeente.slug, beeld.dossier.nummer))
    vragen = _vragen(beeld)
    onbesloten = any(vraag.soort == Besluitsoort.ARTIKEL_56A for vraag in vragen)
    for termijn in beeld.termijnen:
        eindigt_straks = termijn.ruwe_dag - VOORBEREIDING <= beeld.op <= termijn.laatste_dag
        loopt = termijn.soort == TermijnSoort.ONTZORGEN and termijn.status == "open"
        if loopt and eindigt_straks and not onbesloten:
            reden = f"Het ontzorgen eindigt op {datum_zonder_weekdag(termijn.laatste_dag)}."
            yield Stap("Einde van het ontzorgen voorbereiden", reden, url, termijn.ruwe_dag, 60)
    for vraag in vragen:
        yield Stap(vraag.titel, vraag.reden, f"{url}#besluiten", None, 58)
    yield from _eenheid(beeld)
    yield from _leeftijd(beeld)
    if _bijstand_onbekend(beeld):
        yield Stap("Vastleggen of er bijstand is", "Daarvan hangt af of de gemeente moet ontzorgen.", url, None, 60)


def _vragen(beeld: Dossierbeeld) -> Sequence[Aandacht]:
    """What waits to be proposed, decided, sent or ended."""
    if not beeld.feiten.bijstand and not beeld.feiten.einde_bijstand:
        return ()
    return stand_van(dossier=beeld.dossier, feiten=beeld.feiten, op=beeld.op).aandacht


def _eenheid(beeld: Dossierbeeld) -> Iterator[Stap]:
    """His bijstand ended, and the unit goes on with him in it: its norm and its payments are then not right."""
    if beeld.feiten.bijstand or not beeld.feiten.einde_bijstand:
        return
    lid = lidmaatschap(dossier=beeld.dossier, op=beeld.op)
    sinds = zonder_bijstand(eenheid=lid.eenheid, op=beeld.op).get(beeld.dossier.pk) if lid else None
    if lid and sinds:
        reden = (f"Er is geen bijstand meer sinds {datum_zonder_weekdag(sinds)}, en {lid.eenheid} gaat door met een "
                 "ander lid. De norm klopt dan niet.")  # fmt: skip
        args = (beeld.dossier.gemeente.slug, beeld.dossier.nummer, lid.pk)
        yield Stap("Uit de uitkeringseenheid halen", reden, reverse("ontzorgen:lid_einde", args=args), None, 57)


def _leeftijd(beeld: Dossierbeeld) -> Iterator[Stap]:
    """He becomes 21 or reaches the AOW-leeftijd within eight weeks, or did: another norm, and perhaps more than that.

    Nothing is asked of who does neither while he has bijstand. Goes once a leefsituatie fits.
    """
    bijstand = beeld.feiten.bijstand
    mens = Lid("Deze persoon", beeld.dossier.inburgeraar.geboortedatum)
    for jaren in (VOLLE_NORM, AOW):
        dag = mens.wordt(jaren)
        if bijstand and bijstand.datum < dag <= beeld.op + VOORBEREIDING and niet_bekeken(beeld.dossier, dag):
            wordt = "werd" if dag <= beeld.op else "wordt"
            reden = (f"De inburgeraar {wordt} op {datum_zonder_weekdag(dag)} {leeftijd_naam(mens.geboren, jaren)}. De "
                     "maand rekent vanaf die dag met de norm die daarbij hoort. Kijk of de leefsituatie nog klopt en "
                     "leg haar vanaf die dag vast.")  # fmt: skip
            url = reverse("ontzorgen:leefsituatie", args=(beeld.dossier.gemeente.slug, beeld.dossier.nummer))
            yield Stap("Leefsituatie bekijken: andere leeftijd", reden, url, dag, 59)


def _bijstand_onbekend(beeld: Dossierbeeld) -> bool:
    if beeld.feiten.doelgroep not in ASIELGROEP or beeld.feiten.laatste(FeitSoort.BIJSTAND_INGEGAAN):
        return False
    if not any(beeld.feiten.eerste(soort) for soort in WOONT_HIER):
        return False
    if beeld.feiten.doelgroep not in getoetste_groepen(beeld.dossier.gemeente, beeld.op):
        return False
    return not beeld.dossier.gebeurtenissen.filter(soort=GEEN_BIJSTAND).exists()
