"""The letters about a place, made in the transaction of the step they belong to; sent like any letter."""

from datetime import date
from typing import Any

from cases.enums import Termijnstatus
from cases.inhoud import Geadresseerde
from cases.models import Document, Dossier, Medewerker
from cases.services.briefhoofd import afzender, geadresseerde, hulp, kenmerk, ondertekening
from cases.services.brieven import Brief, BriefFout, stel_op
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.uitvoering.brieven import AANMELDING, PLAATSING, PLAATSING_STOPT, WACHTLIJST
from pip_plans.uitvoering.enums import Aanbiedersoort, Aanbodsoort, Stopreden
from pip_plans.uitvoering.inhoud import AanmeldingInhoud, PlaatsingInhoud, Regel, StopInhoud, WachtlijstInhoud
from pip_plans.uitvoering.models import Aanbieder, Plaatsing

from .fout import UitvoeringFout
from .passend import route_van

# Name, address, leerroute, intensity and term for who gives a course (Bi 9.3); a work place needs no more than a name.
LEERT = frozenset({Aanbiedersoort.CURSUSINSTELLING, Aanbiedersoort.PVT_MAP})
KENT_DE_PERSOON = LEERT | {Aanbiedersoort.BEGELEIDING}
HOE: dict[str, str] = {Stopreden.AFGEROND: "afgerond", Stopreden.VERGISSING: "vergissing"}
ONDERWERP = {
    "aanmelding": "Aanmelding van een deelnemer",
    "wijziging": "Wijziging voor een deelnemer",
    "afmelding": "Afmelding van een deelnemer",
}


def schrijf_plaatsing(plaatsing: Plaatsing, *, gewijzigd: bool, door: Medewerker | None, op: date) -> list[Document]:
    """To the inburgeraar that there is a place, and to the aanbieder who comes. Raises UitvoeringFout."""
    wie = plaatsing.bij_wie
    if wie is None or plaatsing.start is None or plaatsing.einde is None:
        raise UitvoeringFout("Zonder aanbieder en dagen is er niets te schrijven.")
    inhoud = PlaatsingInhoud(
        **_hoofd(plaatsing, "Uw plaats is veranderd" if gewijzigd else "U hebt een plaats", door, op),
        soort=plaatsing.soort,
        wat=Aanbodsoort(plaatsing.soort).label,
        bij=wie.naam,
        adresregels=wie.adresregels,
        telefoon=wie.telefoon,
        start=plaatsing.start.isoformat(),
        einde=plaatsing.einde.isoformat(),
        uren_per_week=plaatsing.uren_per_week,
        gewijzigd=gewijzigd,
        hulp=hulp(plaatsing.dossier.gemeente, op),
    )
    titel = "Bericht van een gewijzigde plaatsing" if gewijzigd else "Bericht van plaatsing"
    gemaakt = _maak(plaatsing, PLAATSING, Brief(titel, inhoud), door, op)
    return gemaakt + schrijf_aanbieder(plaatsing, "wijziging" if gewijzigd else "aanmelding", door=door, op=op)


def schrijf_wachtlijst(plaatsing: Plaatsing, *, door: Medewerker | None, op: date) -> list[Document]:
    """To the inburgeraar that he has to wait."""
    inhoud = WachtlijstInhoud(
        **_hoofd(plaatsing, "U staat op de wachtlijst", door, op),
        wat=Aanbodsoort(plaatsing.soort).label,
        bij=plaatsing.bij,
        sinds=op.isoformat(),
        hulp=hulp(plaatsing.dossier.gemeente, op),
    )
    return _maak(plaatsing, WACHTLIJST, Brief("Bericht over de wachtlijst", inhoud), door, op)


def schrijf_stop(plaatsing: Plaatsing, *, door: Medewerker | None, op: date) -> list[Document]:
    """To the inburgeraar that the place ends, or never was; a talk tells why, a letter does not."""
    hoe = HOE.get(plaatsing.stopreden, "gestopt")
    inhoud = StopInhoud(
        **_hoofd(plaatsing, "U hebt deze plaats niet" if hoe == "vergissing" else "Uw plaats stopt", door, op),
        wat=Aanbodsoort(plaatsing.soort).label,
        bij=plaatsing.bij,
        hoe=hoe,
        laatste="" if hoe == "vergissing" or plaatsing.gestopt_op is None else plaatsing.gestopt_op.isoformat(),
        hulp=hulp(plaatsing.dossier.gemeente, op),
    )
    return _maak(plaatsing, PLAATSING_STOPT, Brief("Bericht dat een plaats stopt", inhoud), door, op)


def schrijf_aanbieder(plaatsing: Plaatsing, stap: str, *, door: Medewerker | None, op: date) -> list[Document]:
    """To the aanbieder: who comes, what changes, or who stays away; without a reason."""
    wie = plaatsing.bij_wie
    if wie is None:
        raise UitvoeringFout("Zonder aanbieder is er niemand om aan te schrijven.")
    gemeente, behandelaar = plaatsing.dossier.gemeente, plaatsing.dossier.consulent or door
    inhoud = AanmeldingInhoud(
        afzender=afzender(gemeente),
        geadresseerde=_aan(wie),
        kenmerk=kenmerk(
            nummer=plaatsing.dossier.nummer,
            onderwerp=ONDERWERP[stap],
            datum=op,
            gemeente=gemeente,
            behandelaar=behandelaar,
        ),
        ondertekening=ondertekening(behandelaar),
        stap=stap,
        regels=tuple(Regel(naam=naam, waarde=waarde) for naam, waarde in _regels(plaatsing, wie, stap) if waarde),
    )
    return _maak(plaatsing, AANMELDING, Brief(f"{ONDERWERP[stap]} bij een aanbieder", inhoud), door, op)


def _regels(plaatsing: Plaatsing, wie: Aanbieder, stap: str) -> list[tuple[str, str]]:
    dossier, persoon = plaatsing.dossier, plaatsing.dossier.inburgeraar
    regels = [("Deelnemer", persoon.naam), ("Ons kenmerk", dossier.nummer)]
    if wie.soort in KENT_DE_PERSOON:
        regels.append(("Geboortedatum", datum_zonder_weekdag(persoon.geboortedatum)))
    if stap == "aanmelding":
        if wie.soort in KENT_DE_PERSOON and not dossier.extra_beschermd:
            regels.append(("Adres", ", ".join(persoon.adresregels)))
        regels.append(("Telefoon", "" if dossier.extra_beschermd else persoon.telefoon))
        if wie.soort in LEERT:
            regels += [
                ("Leerroute", route_van(dossier, dossierfeiten_van(dossier)).naam),
                ("Termijn", _termijn(dossier)),
            ]
    contract = plaatsing.contract.nummer if plaatsing.contract else "maatwerk, buiten een contract"
    regels += [("Voor", Aanbodsoort(plaatsing.soort).label), ("Contract", contract)]
    if stap != "afmelding":
        uren = f"{plaatsing.uren_per_week} uur per week" if plaatsing.uren_per_week else ""
        regels += [("Eerste dag", _dag(plaatsing.start)), ("Laatste dag", _dag(plaatsing.einde)), ("Intensiteit", uren)]
    else:
        regels.append(("Stopt op", _dag(plaatsing.gestopt_op)))
    return regels


def _termijn(dossier: Dossier) -> str:
    """The last day of the inburgeringstermijn, as far as it is known."""
    rijen = dossier.termijnen.filter(soort="INBURGERINGSTERMIJN", status=Termijnstatus.OPEN)
    if (termijn := rijen.first()) is None:
        return ""
    tot = f"inburgeren tot en met {datum_zonder_weekdag(termijn.laatste_dag)}"
    return f"{tot} (verwachting; DUO stelt de dag vast)" if termijn.voorlopig else tot


def _dag(dag: date | None) -> str:
    return datum_zonder_weekdag(dag) if dag else ""


def _hoofd(plaatsing: Plaatsing, onderwerp: str, door: Medewerker | None, op: date) -> dict[str, Any]:
    dossier = plaatsing.dossier
    behandelaar = dossier.consulent or door
    return {
        "afzender": afzender(dossier.gemeente),
        "geadresseerde": geadresseerde(dossier),
        "kenmerk": kenmerk(
            nummer=dossier.nummer, onderwerp=onderwerp, datum=op, gemeente=dossier.gemeente, behandelaar=behandelaar
        ),
        "ondertekening": ondertekening(behandelaar),
    }


def _aan(wie: Aanbieder) -> Geadresseerde:
    aanhef = f"Geachte {wie.contactpersoon}" if wie.contactpersoon else "Geachte heer of mevrouw"
    regels = ((f"t.a.v. {wie.contactpersoon}",) if wie.contactpersoon else ()) + wie.adresregels
    return Geadresseerde(naam=wie.naam, adresregels=regels, aanhef=aanhef)


def _maak(plaatsing: Plaatsing, soort: Any, brief: Brief, door: Medewerker | None, op: date) -> list[Document]:
    try:
        return stel_op(dossier=plaatsing.dossier, soort=soort, brieven=[brief], door=door, op=op)
    except BriefFout as fout:
        raise UitvoeringFout(str(fout)) from fout
