"""The terms that hang on the PIP: inburgeringstermijn, change of leerroute, offer, start of the onderwijsroute."""

from __future__ import annotations

from datetime import date
from itertools import takewhile

from inburgering.recht.afronding import voldaan
from inburgering.recht.feiten import DOELGROEP_LABELS, GROEP_MET_AANBOD, Dossierfeiten, Feit, FeitSoort, Leerroute
from inburgering.recht.herroeping import geldige_pips
from inburgering.recht.kalender import EEN_DAG
from inburgering.recht.regels import REGELS
from inburgering.recht.termijnen import (
    Afleiding,
    Omstandigheden,
    TermijnSoort,
    Verplichting,
    einde_reden,
    ids,
    maak,
    op,
)
from inburgering.recht.uitkomst import bereken
from inburgering.recht.uitleg import datum_lang

NOG_GEEN_PIP = "Deze termijn begint pas als het PIP is vastgesteld."
TERMIJN, WISSEL = "INBURGERINGSTERMIJN_3J", "LEERROUTE_WISSEL_18M"


def leid_inburgeringstermijn_af(dossier: Dossierfeiten, omstandigheden: Omstandigheden) -> Afleiding:
    """Three years from the day after the first PIP, a forecast until DUO reports its dates (art. 11 Wi 2021).

    A later PIP, a PIP that is withdrawn or herroepen, and a move to another gemeente leave it where it is.
    """
    pip, duo = dossier.eerste_pip, _termijn_duo(dossier)
    if duo and (einde := duo.dag("einde")):
        return (_volgens_duo(dossier, duo, einde, pip),)
    if pip is None:
        return NOG_GEEN_PIP
    verplichting = maak(
        bereken(TERMIJN, pip.datum, omstandigheden.kalender),
        soort=TermijnSoort.INBURGERINGSTERMIJN,
        feiten=(pip,),
        waarom=(f"Prognose: de termijn begint de dag na de dagtekening van het eerste PIP ({op(pip)}). "
                "DUO stelt de termijn vast; zodra DUO de data meldt, gaan die voor.", *_blijft_staan(dossier, pip)),
        voorlopig=True,
        gehaald=voldaan(dossier),
        vervallen_reden=einde_reden(dossier),
    )  # fmt: skip
    return (verplichting,)


def leid_wissel_af(dossier: Dossierfeiten, omstandigheden: Omstandigheden) -> Afleiding:
    """The window to change leerroute: eighteen months from the start of the term (art. 5.4 Besluit)."""
    pip, duo = dossier.eerste_pip, _termijn_duo(dossier)
    begin = duo.dag("start") if duo else None
    if begin is not None:
        start, feiten = begin - EEN_DAG, (duo, pip)
        waarom = f"De anderhalf jaar telt vanaf de aanvang van de termijn die DUO meldt: {datum_lang(begin)}."
    elif pip is not None:
        start, feiten = pip.datum, (pip, None)
        waarom = ("Prognose: de anderhalf jaar telt vanaf de aanvang van de inburgeringstermijn, de dag na de "
                  f"dagtekening van het eerste PIP ({op(pip)}).")  # fmt: skip
    else:
        return NOG_GEEN_PIP
    verplichting = maak(
        bereken(WISSEL, start, omstandigheden.kalender),
        soort=TermijnSoort.LEERROUTE_WISSEL,
        feiten=feiten,
        waarom=(waarom, "Van de onderwijsroute naar de B1-route kan ook daarna nog."),
        voorlopig=begin is None,
        vervallen_reden=einde_reden(dossier),
    )
    return (verplichting,)


def leid_aanbod_af(dossier: Dossierfeiten, omstandigheden: Omstandigheden) -> Afleiding:
    """Three months after the PIP a late offer becomes a ground for verlenging (art. 16 Wi 2021, art. 4.1 Regeling)."""
    groep = dossier.doelgroep
    if groep is None:
        return "De doelgroep is nog niet vastgelegd."
    if groep not in GROEP_MET_AANBOD:
        return f"Voor de doelgroep {DOELGROEP_LABELS[groep]} hoeft de gemeente geen inburgeringsaanbod te doen."
    pip = dossier.eerste(FeitSoort.PIP_VASTGESTELD)
    if pip is None:
        return NOG_GEEN_PIP
    verplichting = maak(
        bereken("AANBOD_3M", pip.datum, omstandigheden.kalender),
        soort=TermijnSoort.AANBOD,
        feiten=(pip, dossier.laatste(FeitSoort.DOELGROEP)),
        waarom=(f"Het eerste PIP is vastgesteld op {op(pip)}. Voor de doelgroep {DOELGROEP_LABELS[groep]} doet de "
                "gemeente op tijd een aanbod; na drie maanden is het uitblijven een grond voor verlenging.",),
        gehaald=dossier.eerste(FeitSoort.AANBOD_GEDAAN),
        vervallen_reden=einde_reden(dossier),
    )  # fmt: skip
    return (verplichting,)


def leid_onderwijsroute_af(dossier: Dossierfeiten, omstandigheden: Omstandigheden) -> Afleiding:
    """Six months to start the taalschakeltraject, from the PIP that chose the present onderwijsroute."""
    pips = [pip for pip in geldige_pips(dossier) if pip.tekst("leerroute")]
    if not pips:
        return NOG_GEEN_PIP
    huidige = list(takewhile(lambda pip: pip.tekst("leerroute") == Leerroute.ONDERWIJS, reversed(pips)))
    if not huidige:
        return "De leerroute is niet de onderwijsroute."
    keuze = huidige[-1]
    verplichting = maak(
        bereken("ONDERWIJSROUTE_START_6M", keuze.datum, omstandigheden.kalender),
        soort=TermijnSoort.ONDERWIJSROUTE_START,
        feiten=(keuze,),
        waarom=(f"Het PIP van {op(keuze)} kiest de onderwijsroute; het taalschakeltraject begint binnen zes maanden, "
                "anders is er een grond voor verlenging.",),
        gehaald=dossier.eerste(FeitSoort.TAALSCHAKELTRAJECT_GESTART),
        vervallen_reden=einde_reden(dossier),
    )  # fmt: skip
    return (verplichting,)


def _blijft_staan(dossier: Dossierfeiten, eerste: Feit) -> tuple[str, ...]:
    """Why the term does not move, when something happened of which people may think that it does."""
    if eerste.soort is FeitSoort.PIP_VORIGE_GEMEENTE:
        gemeente = f" van de gemeente {eerste.tekst('gemeente')}" if eerste.tekst("gemeente") else ""
        return (f"Dat is het PIP{gemeente}; door de verhuizing begint de termijn niet opnieuw.",)
    if len(dossier.pips) > 1:
        return ("Een later PIP verandert de termijn niet, ook niet als het eerste is ingetrokken of herroepen.",)
    return ()


def _termijn_duo(dossier: Dossierfeiten) -> Feit | None:
    return dossier.laatste(FeitSoort.TERMIJN_DUO)


def _volgens_duo(dossier: Dossierfeiten, duo: Feit, einde: date, pip: Feit | None) -> Verplichting:
    """The dates of DUO as they are: nothing is computed, so nothing shifts and no calendar can be missing."""
    regel, start, klaar = REGELS[TERMIJN], duo.dag("start"), voldaan(dossier)
    return Verplichting(
        soort=TermijnSoort.INBURGERINGSTERMIJN,
        code=regel.code,
        aanleiding="",
        aard=regel.aard,
        start=start or (pip.datum if pip else duo.datum),
        ruwe_dag=einde,
        laatste_dag=einde,
        voorlopig=False,
        gehaald_op=klaar.datum if klaar else None,
        vervallen_reden="" if klaar else einde_reden(dossier),
        feit_ids=ids(duo, pip, klaar),
        uitleg=(
            f"DUO heeft op {op(duo)} de termijn gemeld: {f'van {datum_lang(start)} ' if start else ''}tot en met "
            f"{datum_lang(einde)}. De data van DUO gaan voor de eigen berekening.",
            f"Grondslag: {regel.grondslag.volledig}.",
        ),
        versie=regel.versie,
        waarschuwing=None,
    )
