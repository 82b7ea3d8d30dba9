"""*Wat nu?* at the end of the way: the eindgesprek, voldaan, a term that is over, the certificate, closing."""

from collections.abc import Iterator
from datetime import date

from cases.panelen import Dossierbeeld, Stap, registreer_slotstappen, registreer_stappen
from cases.stappen import adres
from inburgering.recht.afronding import Deel, voldaan
from inburgering.recht.feiten import FeitSoort, Regime
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.modules.stappen import gesprek_nodig

from .panelen import EIGEN
from .services.afronden import certificaat_kan, uitreiking_van
from .services.einde import OVERLEDEN, VERTREK, einde_van
from .services.plan import voortgang_van

VOLGORDE = 58


@registreer_stappen
def onderweg(beeld: Dossierbeeld) -> Iterator[Stap]:
    """Once something is done: what completes the way. Everything else is the work of the modules and of the school."""
    termijn = next(
        (rij for rij in beeld.termijnen if rij.soort == "INBURGERINGSTERMIJN" and rij.status == "open"), None
    )
    if termijn and termijn.laatste_dag < beeld.op:
        dag = datum_zonder_weekdag(termijn.laatste_dag)
        reden = f"De termijn liep tot en met {dag}. Vraag DUO of er een nieuwe termijn is, en leg die vast."
        yield Stap(
            "Nieuwe termijn van DUO vastleggen",
            reden,
            adres(beeld, "cases:feit_nieuw", soort=FeitSoort.TERMIJN_DUO.value),
            termijn.laatste_dag,
            10,
        )
    yield from _overdracht(beeld)
    oude_wet = beeld.feiten.regime is Regime.WI2013
    if not oude_wet and not any(beeld.feiten.eerste(soort) for soort in EIGEN):
        return
    voortgang = voortgang_van(beeld.dossier, beeld.feiten)
    if voortgang.klaar_op:
        dag = datum_zonder_weekdag(voortgang.klaar_op)
        reden = f"Alles is klaar sinds {dag}. DUO stelt vast dat aan de plicht is voldaan; leg dat bericht vast."
        yield _stap(beeld, "Voldaan vastleggen", reden, "afronding:voldaan", voortgang.klaar_op)
    elif [eis.code for eis in voortgang.open] == [Deel.Z_EINDGESPREK]:
        if not gesprek_nodig(beeld):
            return
        reden = "Alleen de uren en het eindgesprek van de Z-route zijn nog open. De gemeente houdt dat gesprek zelf."
        yield _stap(beeld, "Eindgesprek plannen of vastleggen", reden, "afronding:overzicht", None)
    elif oude_wet:
        reden = f"Nog nodig: {', '.join(eis.naam for eis in voortgang.open)}. DUO bewaakt de termijn van deze wet."
        yield _stap(beeld, "Navragen hoe het met de examens gaat", reden, "afronding:overzicht", None)


@registreer_slotstappen
def slot(beeld: Dossierbeeld) -> Iterator[Stap]:
    """The duty has ended here and the dossier is open: the certificate, and closing."""
    gevonden = einde_van(beeld.feiten)
    if gevonden is None:
        return
    if voldaan(beeld.feiten) and not uitreiking_van(beeld.dossier):
        voortgang = voortgang_van(beeld.dossier, beeld.feiten)
        if certificaat_kan(beeld.feiten, voortgang):
            reden = "In de Z-route reikt de gemeente het certificaat persoonlijk uit (art. 3.18 lid 2 Regeling)."
            yield _stap(beeld, "Certificaat uitreiken", reden, "afronding:certificaat", gevonden[1].datum)
    yield from _overdracht(beeld)
    if gevonden[0] == VERTREK and beeld.feiten.eerste_pip and not beeld.dossier.gemeenteoverdrachten.exists():
        reden = "De nieuwe gemeente mag het PIP en de voortgang van ons krijgen (art. 35 lid 4 Wi)."
        yield _stap(beeld, "Overdragen aan de nieuwe gemeente", reden, "afronding:overdragen", gevonden[1].datum)
    reden = "Bij een overlijden meteen." if gevonden[0] == OVERLEDEN else "De plicht is hier geëindigd."
    yield _stap(beeld, "Dossier afsluiten", reden, "afronding:afsluiten", None)


def _stap(beeld: Dossierbeeld, titel: str, reden: str, url_naam: str, dag: date | None) -> Stap:
    return Stap(titel, reden, adres(beeld, url_naam), dag, VOLGORDE)


def _overdracht(beeld: Dossierbeeld) -> Iterator[Stap]:
    for rij in beeld.dossier.gemeenteoverdrachten.open().select_related("naar"):
        reden = f"Aangeboden op {datum_zonder_weekdag(rij.aangeboden_op)}. Bel als het antwoord uitblijft."
        yield _stap(beeld, f"Wachten op de gemeente {rij.naar_wie}", reden, "afronding:overzicht", None)
