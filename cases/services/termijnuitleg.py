"""The annex that says how the date of a term came about: fact, rule, article, arithmetic, and what stood before."""

from datetime import date, datetime

from django.utils.timezone import localtime

from cases.brieven import TERMIJNUITLEG
from cases.inhoud import TermijnEerder, TermijnFeit, TermijnInhoud
from cases.models import Medewerker, Termijn
from inburgering.recht.regels import REGELS
from inburgering.recht.uitleg import datum_zonder_weekdag

from .documenten import voorbeeld
from .waarom import Feitregel, Vroeger, eerdere_waarden, feiten_achter

STANDEN = {
    "te_laat": "te laat",
    "te_laat_gedaan": "te laat gedaan",
    "binnenkort": "loopt, binnenkort",
    "later": "loopt",
}


def termijnuitleg(*, termijn: Termijn, door: Medewerker, op: date) -> TermijnInhoud:
    """What is printed; the page *Waarom deze datum?* shows the same. Stores nothing."""
    dossier, regel = termijn.dossier, REGELS[termijn.code]
    stand = termijn.stand(op)
    return TermijnInhoud(
        gemeente=dossier.gemeente.naam,
        datum=op.isoformat(),
        dossiernummer=dossier.nummer,
        naam=dossier.inburgeraar.naam,
        termijn=termijn.naam,
        aanleiding=termijn.aanleiding,
        stand=f"{STANDEN.get(stand, stand)}{', voorlopig' if termijn.voorlopig else ''}",
        start=termijn.start.isoformat(),
        planning=termijn.ruwe_dag.isoformat(),
        laatste_dag=termijn.laatste_dag.isoformat(),
        regel=termijn.code,
        versie=termijn.versie,
        grondslag=regel.grondslag.volledig,
        berekend=_moment(termijn.vastgelegd_op),
        stappen=tuple(termijn.uitleg),
        feiten=tuple(_feit(regel) for regel in feiten_achter(termijn=termijn, op=op)),
        eerder=tuple(_eerder(rij) for rij in eerdere_waarden(termijn=termijn)),
        medewerker=door.naam,
    )


def druk(inhoud: TermijnInhoud) -> bytes:
    """The annex as a PDF; not stored. Raises PdfFout for what cannot be printed."""
    return voorbeeld(sjabloon=TERMIJNUITLEG.sjabloon, inhoud=inhoud, watermerk="")


def _feit(regel: Feitregel) -> TermijnFeit:
    feit, eerder = regel.feit, regel.eerder
    return TermijnFeit(
        naam=regel.label,
        datum=feit.datum.isoformat(),
        gegevens=regel.gegevens,
        vastgelegd=f"{feit.door_naam}, {_moment(feit.vastgelegd_op)}, bron: {feit.bron}",
        toelichting=feit.toelichting,
        eerder=f"{datum_zonder_weekdag(eerder.datum)}, vastgelegd door {eerder.door_naam}, "
        f"{_moment(eerder.vastgelegd_op)}" if eerder else "",
    )  # fmt: skip


def _eerder(rij: Vroeger) -> TermijnEerder:
    return TermijnEerder(
        planning=rij.termijn.ruwe_dag.isoformat(),
        laatste_dag=rij.termijn.laatste_dag.isoformat(),
        berekend=_moment(rij.termijn.vastgelegd_op),
        waarom=_waarom(rij),
    )


def _waarom(rij: Vroeger) -> str:
    feit = rij.gewijzigd_door
    if feit is None:
        return " ".join(rij.oorzaken)
    wat = "geldt niet" if feit.vervalt else datum_zonder_weekdag(feit.datum)
    reden = f" Reden: {feit.toelichting}" if feit.toelichting else ""
    return f"{feit.door_naam} legde vast, {_moment(feit.vastgelegd_op)}: {rij.label}, {wat}.{reden}"


def _moment(wanneer: datetime) -> str:
    """'10-09-2026 om 14:03'."""
    return f"{localtime(wanneer):%d-%m-%Y om %H:%M}"
