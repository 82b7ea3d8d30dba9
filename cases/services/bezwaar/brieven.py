"""The letters of a bezwaar: what each of them says on the day it is made, frozen and queued."""

from datetime import date, timedelta
from typing import Any

from django.utils.timezone import localtime

from cases.bezwaarbrieven import AFZEGGING, HOORZITTING, INTREKKING, ONTVANGST, VERDAGING, VERZUIM
from cases.brieven import Briefsoort
from cases.enums_bezwaar import Bezwaaruitkomst, NietHoren
from cases.herleving import wat_herleeft
from cases.inhoud import Geadresseerde, Ondertekening
from cases.inhoud_bezwaar import (
    AfzeggingInhoud,
    BeslissingInhoud,
    BezwaarInhoud,
    HoorzittingInhoud,
    IntrekkingInhoud,
    OntvangstInhoud,
    VerdagingInhoud,
    VerzuimInhoud,
    Zaak,
)
from cases.kalender import kalender
from cases.models import Afspraak, Bezwaar, Document, Medewerker
from cases.services.briefhoofd import afzender, geadresseerde, hulp, kenmerk, ondertekening
from cases.services.documenten import DocumentFout, maak_document
from inburgering.recht.uitkomst import bereken

from .basis import BezwaarFout, beslistermijn
from .stand import grond_niet_ontvankelijk, tijdigheid

FUNCTIE = "jurist bezwaar"
UITNODIGING = "Uitnodiging: vertel over uw bezwaar"
WEEK, TIEN_DAGEN = timedelta(days=7), timedelta(days=10)
_AFGEZIEN = {
    NietHoren.NIET_ONTVANKELIJK: "Wij hebben u niet gehoord, omdat uw bezwaar kennelijk niet-ontvankelijk is",
    NietHoren.ONGEGROND: "Wij hebben u niet gehoord, omdat uw bezwaar kennelijk ongegrond is",
    NietHoren.WIL_NIET: "Wij hebben u niet gehoord, omdat u hebt gezegd dat u dat niet wilt",
    NietHoren.GEEN_ANTWOORD: "Wij hebben u niet gehoord, omdat u niet op tijd hebt gezegd dat u dat wilt",
    NietHoren.TEGEMOET: "Wij hebben u niet gehoord, omdat u helemaal gelijk krijgt",
}


def ontvangstbevestiging(bezwaar: Bezwaar, *, door: Medewerker, op: date) -> Document:
    bekend = bezwaar.beschikking.bekendgemaakt_op or bezwaar.beschikking.dagtekening
    inhoud = OntvangstInhoud(
        **hoofd(bezwaar, "Wij hebben uw bezwaar ontvangen", door, op),
        op_tijd=tijdigheid(bezwaar).op_tijd,
        laatste_dag_bezwaar=bereken("BEZWAAR_6W", bekend, kalender()).laatste_dag.isoformat(),
        beslis_uiterlijk=uiterlijk if (uiterlijk := beslis_uiterlijk(bezwaar)) >= op.isoformat() else "",
        commissie=bezwaar.met_commissie,
    )
    return maak(bezwaar, ONTVANGST, inhoud)


def herstelverzoek(bezwaar: Bezwaar, *, door: Medewerker, op: date) -> Document:
    if bezwaar.verzuim_tot is None:
        raise BezwaarFout("Er is geen laatste dag voor het herstel.")
    inhoud = VerzuimInhoud(
        **hoofd(bezwaar, "Uw bezwaar is nog niet compleet", door, op),
        ontbreekt=alineas(bezwaar.verzuim),
        tot=bezwaar.verzuim_tot.isoformat(),
    )
    return maak(bezwaar, VERZUIM, inhoud)


def verdaging(bezwaar: Bezwaar, *, weken: int, reden: str, door: Medewerker, op: date) -> Document:
    inhoud = VerdagingInhoud(
        **hoofd(bezwaar, "Wij beslissen later op uw bezwaar", door, op),
        weken=weken,
        reden=reden,
        beslis_uiterlijk=beslis_uiterlijk(bezwaar),
    )
    return maak(bezwaar, VERDAGING, inhoud)


def uitnodiging(
    bezwaar: Bezwaar, afspraak: Afspraak, *, door: Medewerker, op: date, in_plaats_van: Afspraak | None = None
) -> Document:
    """With `in_plaats_van` the hearing was moved, and the letter says so first."""
    begin = localtime(afspraak.begin)
    plaats = ", ".join(deel for deel in (str(afspraak.get_plaatssoort_display()), afspraak.plaats) if deel)
    inhoud = HoorzittingInhoud(
        **hoofd(bezwaar, "Uw hoorzitting is verplaatst" if in_plaats_van else UITNODIGING, door, op),
        in_plaats_van=in_plaats_van.dag.isoformat() if in_plaats_van else "",
        datum=begin.date().isoformat(),
        tijd=f"{begin:%H:%M}",
        duur=f"ongeveer {afspraak.duur_minuten} minuten",
        plaats=plaats,
        tolk=f"Er is een tolk bij: {afspraak.tolk_taal}." if afspraak.tolk_taal else "",
        stukken_tot=(begin.date() - TIEN_DAGEN).isoformat(),
        inzage_vanaf=(begin.date() - WEEK).isoformat(),
    )
    return maak(bezwaar, HOORZITTING, inhoud)


def afzegging(bezwaar: Bezwaar, afspraak: Afspraak, *, door: Medewerker | None, op: date) -> Document:
    begin = localtime(afspraak.begin)
    inhoud = AfzeggingInhoud(
        **hoofd(bezwaar, "Uw hoorzitting gaat niet door", door, op),
        datum=begin.date().isoformat(),
        tijd=f"{begin:%H:%M}",
    )
    return maak(bezwaar, AFZEGGING, inhoud)


def intrekking(bezwaar: Bezwaar, *, door: Medewerker, op: date) -> Document:
    if bezwaar.ingetrokken_op is None:
        raise BezwaarFout("Dit bezwaar is niet ingetrokken.")
    inhoud = IntrekkingInhoud(
        **hoofd(bezwaar, "U hebt uw bezwaar ingetrokken", door, op),
        ingetrokken_op=bezwaar.ingetrokken_op.isoformat(),
    )
    return maak(bezwaar, INTREKKING, inhoud)


def beslissing(bezwaar: Bezwaar, *, nummer: str, tekent: str, op: date) -> BeslissingInhoud:
    """The decision as it would be dated `op`; `tekent` is the name under it. The caller makes the document."""
    gemeente, op_tijd = bezwaar.dossier.gemeente, tijdigheid(bezwaar)
    herleeft = wat_herleeft(bezwaar) if bezwaar.herroept else None
    kop = hoofd(bezwaar, "Onze beslissing op uw bezwaar", bezwaar.opgesteld_door, op, nummer=nummer)
    return BeslissingInhoud(
        **kop | {"ondertekening": Ondertekening(naam=tekent, functie=gemeente.mandaat_functie)},
        uitkomst=bezwaar.uitkomst,
        grond=_grond(bezwaar, op),
        herroept=" en ".join(str(besluit) for besluit in bezwaar.bestreden()) if bezwaar.herroept else "",
        herleeft=herleeft.nummer if herleeft else "",
        herleeft_datum=herleeft.datum.isoformat() if herleeft else "",
        vervanging=alineas(bezwaar.vervanging),
        motivering=alineas(bezwaar.motivering),
        op_tijd=op_tijd.zin,
        verschoonbaar="" if op_tijd.op_tijd else bezwaar.verschoonbaar_waarom,
        gehoord_op=bezwaar.hoorzitting.dag.isoformat() if bezwaar.verslag and bezwaar.hoorzitting else "",
        verslag=alineas(bezwaar.verslag),
        niet_gehoord=_niet_gehoord(bezwaar),
        kosten=bezwaar.kosten,
        rechtbank=gemeente.rechtbank,
    )


def alineas(tekst: str) -> tuple[str, ...]:
    """The lines of a text that say something."""
    return tuple(regel.strip() for regel in tekst.splitlines() if regel.strip())


def _grond(bezwaar: Bezwaar, op: date) -> str:
    if bezwaar.uitkomst != Bezwaaruitkomst.NIET_ONTVANKELIJK:
        return ""
    grond = grond_niet_ontvankelijk(bezwaar, op)
    return grond.value if grond else ""


def _niet_gehoord(bezwaar: Bezwaar) -> str:
    if not bezwaar.niet_gehoord:
        return ""
    grond = NietHoren(bezwaar.niet_gehoord)
    return f"{_AFGEZIEN[grond]} (artikel 7:3 onder {grond.value}). {bezwaar.niet_gehoord_waarom}"


def hoofd(
    bezwaar: Bezwaar, onderwerp: str, behandelaar: Medewerker | None, op: date, nummer: str = ""
) -> dict[str, Any]:
    """The part that all these letters share."""
    dossier = bezwaar.dossier
    return {
        "afzender": afzender(dossier.gemeente),
        "geadresseerde": _aan(bezwaar),
        "kenmerk": kenmerk(
            nummer=nummer or bezwaar.nummer,
            onderwerp=onderwerp,
            datum=op,
            gemeente=dossier.gemeente,
            behandelaar=behandelaar,
        ),
        "ondertekening": ondertekening(behandelaar, FUNCTIE),
        "zaak": _zaak(bezwaar),
        "hulp": hulp(dossier.gemeente, op),
    }


def _zaak(bezwaar: Bezwaar) -> Zaak:
    besluit = bezwaar.beschikking
    return Zaak(
        nummer=bezwaar.nummer,
        besluit=besluit.nummer,
        besluit_naam=str(besluit.get_soort_display()),
        besluit_datum=besluit.dagtekening.isoformat(),
        ontvangen_op=bezwaar.ontvangen_op.isoformat(),
        ook_tegen=tuple(later.nummer for later in bezwaar.ook_tegen()),
        namens=bezwaar.dossier.inburgeraar.naam if bezwaar.gemachtigde else "",
    )


def _aan(bezwaar: Bezwaar) -> Geadresseerde:
    """The person, or the gemachtigde when there is one (Awb 6:17)."""
    if not bezwaar.gemachtigde:
        return geadresseerde(bezwaar.dossier)
    adres = tuple(deel.strip() for deel in bezwaar.gemachtigde_adres.split(",") if deel.strip())
    return Geadresseerde(naam=bezwaar.gemachtigde, adresregels=adres[:4], aanhef=f"Beste {bezwaar.gemachtigde}")


def beslis_uiterlijk(bezwaar: Bezwaar) -> str:
    """The legal last day to decide, as an ISO date. Raises BezwaarFout while it is not known."""
    termijn = beslistermijn(bezwaar)
    if termijn is None:
        raise BezwaarFout("De beslistermijn van dit bezwaar is niet bekend.")
    return termijn.laatste_dag.isoformat()


def maak(bezwaar: Bezwaar, soort: Briefsoort, inhoud: BezwaarInhoud) -> Document:
    """Freeze and queue a letter; `titel` names the bezwaar by its number only, because it is shown in lists."""
    titel = f"{soort.naam} ({bezwaar.nummer})"
    try:
        return maak_document(
            dossier=bezwaar.dossier, soort=soort.code, titel=titel, sjabloon=soort.sjabloon, inhoud=inhoud
        )
    except DocumentFout as fout:
        raise BezwaarFout(str(fout)) from fout
