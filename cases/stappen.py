"""The steps of *Wat nu?* that follow from the facts, terms and afspraken of the core."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.timezone import localtime

from cases.enums import Termijnstatus
from cases.services.contact import contactwijze
from cases.services.duo_portaal import te_melden
from inburgering.recht.feiten import FeitSoort, Regime
from inburgering.recht.termijnen import TermijnSoort
from inburgering.recht.uitleg import datum_zonder_weekdag

from .panelen import Dossierbeeld, Stap, registreer_stappen, termijnplek
from .schrijven import WELKOM

MEESTE_AFSPRAKEN = 20
TOLK_NABELLEN = timedelta(days=3)
DUO_NABIJ = timedelta(weeks=2)


@registreer_stappen
def toewijzen(beeld: Dossierbeeld) -> Iterator[Stap]:
    if beeld.dossier.consulent_id is None:
        reden = "Zolang niemand het dossier heeft, bewaakt alleen de teamleider de termijnen."
        yield Stap("Consulent toewijzen", reden, f"{adres(beeld, 'cases:dossier')}#consulent", beeld.op, 1)


@registreer_stappen
def andere_wet(beeld: Dossierbeeld) -> Iterator[Stap]:
    """The permit asks for another act than the dossier stands under; a person decides that."""
    volgens = beeld.feiten.regime_van_vergunning
    if volgens and volgens is not beeld.feiten.regime:
        reden = "De datum van de eerste vergunning hoort bij een andere wet dan die van dit dossier; de termijnen ook."
        yield Stap("Onder de andere wet brengen", reden, adres(beeld, "cases:regime"), beeld.op, 2)


@registreer_stappen
def begin(beeld: Dossierbeeld) -> Iterator[Stap]:
    """What has to be known before a PIP can be made."""
    if beeld.feiten.eerste(FeitSoort.PIP_VASTGESTELD):
        return
    pip = uiterlijk(beeld, "PIP")
    if beeld.feiten.doelgroep is None:
        yield _feit(
            beeld, FeitSoort.DOELGROEP, "Doelgroep vastleggen", "Van de groep hangt af welke termijnen er zijn.", pip
        )
    if beeld.feiten.regime is Regime.WI2021:
        yield from _wachten_op(beeld, pip)


def _wachten_op(beeld: Dossierbeeld, pip: date | None) -> Iterator[Stap]:
    """Under the act of 2021 only: that of 2013 asks the gemeente for no first contact and no PIP."""
    feiten = beeld.feiten
    if not feiten.eerste(FeitSoort.EERSTE_CONTACT):
        wijze = contactwijze(gemeente=beeld.dossier.gemeente, feiten=feiten, op=beeld.op)
        yield Stap(wijze.titel, wijze.waarom, adres(beeld, "cases:koppeling"), pip, 20)
    if not feiten.eerste(FeitSoort.KENNISGEVING_DUO):
        reden = "Zonder de brief van DUO is de termijn voor het PIP voorlopig of loopt hij nog niet."
        yield _feit(beeld, FeitSoort.KENNISGEVING_DUO, "Kennisgeving van DUO vastleggen", reden, pip, 30)
    if feiten.te_huisvesten and not feiten.eerste(FeitSoort.HUISVESTING):
        reden = "De gemeente moet deze persoon huisvesten; de woning is nog niet vastgelegd."
        yield _feit(beeld, FeitSoort.HUISVESTING, "Huisvesting vastleggen", reden, None, 35)
    if not feiten.eerste(FeitSoort.BRP_INSCHRIJVING):
        reden = "De tien weken voor het PIP kunnen van de inschrijving afhangen."
        yield _feit(beeld, FeitSoort.BRP_INSCHRIJVING, "Inschrijving in de BRP vastleggen", reden, pip, 36)
    gevraagd = feiten.laatste(FeitSoort.DERDEN_INFORMATIE_GEVRAAGD)
    ontvangen = feiten.laatste(FeitSoort.DERDEN_INFORMATIE_ONTVANGEN)
    if gevraagd and (ontvangen is None or ontvangen.datum < gevraagd.datum):
        reden = f"Gevraagd op {datum_zonder_weekdag(gevraagd.datum)}; wachten alleen verlengt de tien weken niet."
        soort = FeitSoort.DERDEN_INFORMATIE_ONTVANGEN
        yield _feit(beeld, soort, "Informatie van derden navragen", reden, pip, 40)


@registreer_stappen
def welkom(beeld: Dossierbeeld) -> Iterator[Stap]:
    """After the koppeling and before the PIP, while there is no welcome letter."""
    feiten = beeld.feiten
    if not feiten.eerste(FeitSoort.KOPPELING) or feiten.eerste(FeitSoort.PIP_VASTGESTELD):
        return
    if feiten.regime is Regime.WI2021 and not beeld.dossier.documenten.filter(soort=WELKOM.code).exists():
        reden = "Dan weet de inburgeraar wie hem helpt, en wat wij met zijn gegevens doen."
        yield Stap("Stuur de welkomstbrief", reden, adres(beeld, "cases:brief_schrijven", soort=WELKOM.code), None, 15)


@registreer_stappen
def na_het_pip(beeld: Dossierbeeld) -> Iterator[Stap]:
    if not beeld.feiten.eerste(FeitSoort.PIP_VASTGESTELD):
        return
    if melding := te_melden(beeld.dossier, beeld.feiten):
        gegeven = datum_zonder_weekdag(melding.feit.datum)
        eerste = melding.feit == beeld.feiten.eerste_pip
        reden = f"DUO begint met tellen na het PIP van {gegeven}." if eerste else f"Het PIP is gewijzigd op {gegeven}."
        plek = f"{adres(beeld, 'cases:dossier')}#duo"
        yield Stap("Meld het PIP in het DUO-portaal", reden, plek, beeld.op, 10)
    elif not beeld.feiten.eerste(FeitSoort.TERMIJN_DUO):
        reden = "De drie jaar is nog een prognose. Leg de begin- en einddatum van DUO vast zodra die er is."
        yield _feit(beeld, FeitSoort.TERMIJN_DUO, "Termijn van DUO vastleggen", reden, None, 60)
    if dag := uiterlijk(beeld, "AANBOD"):
        reden = "Na drie maanden zonder aanbod is er een grond voor verlenging die voor rekening van de gemeente komt."
        yield Stap("Inburgeringsaanbod doen", reden, adres(beeld, termijnplek("AANBOD")), dag)
    if dag := uiterlijk(beeld, "ONDERWIJSROUTE_START"):
        reden = "Het taalschakeltraject begint binnen zes maanden na het PIP."
        yield Stap(
            "Start van het taalschakeltraject vastleggen", reden, adres(beeld, termijnplek("ONDERWIJSROUTE_START")), dag
        )


@registreer_stappen
def bij_duo(beeld: Dossierbeeld) -> Iterator[Stap]:
    """Per request of which the eight weeks are nearly over: the decision, or a question to DUO."""
    for termijn in beeld.termijnen:
        if termijn.soort != TermijnSoort.DUO_BESLIS or termijn.status != Termijnstatus.OPEN:
            continue
        dag = datum_zonder_weekdag(termijn.laatste_dag)
        waarover = termijn.aanleiding.rpartition(" ")[0]
        if termijn.laatste_dag < beeld.op:
            reden = f"De acht weken waren op {dag} voorbij. Vraag DUO hoe het staat, en leg het besluit vast."
            yield Stap(
                f"Navragen bij DUO: {waarover}", reden, adres(beeld, "cases:verlenging"), termijn.laatste_dag, 45
            )
        elif termijn.laatste_dag <= beeld.op + DUO_NABIJ:
            reden = f"DUO beslist uiterlijk op {dag}. Is er een brief, leg het besluit dan vast."
            yield Stap(f"Besluit van DUO: {waarover}", reden, adres(beeld, "cases:verlenging"), termijn.laatste_dag, 45)


@registreer_stappen
def afspraken(beeld: Dossierbeeld) -> Iterator[Stap]:
    for afspraak in beeld.dossier.afspraken.open().met_tolk()[:MEESTE_AFSPRAKEN]:
        moment, plek = localtime(afspraak.begin), adres(beeld, "cases:afspraak", pk=afspraak.pk)
        wat = f"{afspraak.get_soort_display()} van {datum_zonder_weekdag(moment.date())} om {moment:%H:%M} uur"
        if moment.date() <= beeld.op:
            reden = "Verschenen, afgemeld of niet verschenen: zonder uitkomst blijft de volgende stap onzeker."
            yield Stap(f"Uitkomst vastleggen: {wat}", reden, plek, moment.date(), 5)
        elif afspraak.tolk_stand == "nog te bestellen":
            yield Stap(f"Tolk {afspraak.tolk_taal} bestellen", f"Voor: {wat}.", plek, moment.date(), 15)
        elif afspraak.tolk_stand == "besteld" and moment.date() - beeld.op <= TOLK_NABELLEN:
            titel = f"Navragen of de tolk {afspraak.tolk_taal} komt"
            yield Stap(titel, f"Besteld, nog niet bevestigd. Voor: {wat}.", plek, moment.date(), 16)


def uiterlijk(beeld: Dossierbeeld, soort: str) -> date | None:
    """The day to plan on of the open term of this soort."""
    open_ = (termijn for termijn in beeld.termijnen if termijn.status == Termijnstatus.OPEN and termijn.soort == soort)
    return next((termijn.ruwe_dag for termijn in open_), None)


def adres(beeld: Dossierbeeld, naam: str, **delen: str | int) -> str:
    """The address of a page of this dossier."""
    return reverse(naam, kwargs={"gemeente": beeld.dossier.gemeente.slug, "nummer": beeld.dossier.nummer, **delen})


def _feit(beeld: Dossierbeeld, soort: FeitSoort, titel: str, reden: str, dag: date | None, volgorde: int = 50) -> Stap:
    return Stap(titel, reden, adres(beeld, "cases:feit_nieuw", soort=soort.value), dag, volgorde)
