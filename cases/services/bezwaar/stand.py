"""Where a bezwaar stands: in time or not, by when to decide, what it may cost, and what comes next."""

from dataclasses import dataclass
from datetime import date, timedelta

from cases.bezwaarbrieven import BESLISSING, CODES, DWANGSOM
from cases.enums import Afspraakuitkomst, Documentstatus
from cases.enums_bezwaar import Bezwaarstatus, NietOntvankelijk
from cases.instellingen import dwangsomtarief
from cases.kalender import kalender
from cases.models import Bezwaar
from cases.querysets.documenten import DocumentQuerySet
from inburgering.recht.bezwaar_termijn import Tijdigheid, beoordeel_tijdigheid
from inburgering.recht.dwangsom import eerste_dwangsomdag, laatste_dwangsomdag, verbeurd
from inburgering.recht.kalender import EEN_DAG, Kalender
from inburgering.recht.uitleg import datum_lang

TWEE_WEKEN = timedelta(weeks=2)
NIET_GEWEEST = (Afspraakuitkomst.AFGEMELD, Afspraakuitkomst.NIET_VERSCHENEN, Afspraakuitkomst.GEANNULEERD)


@dataclass(frozen=True, slots=True)
class Dwangsom:
    """From when to when it can run, over how many days it is owed up to and including `tot`, and the sum in cents.

    With `afgelopen` nothing comes on top: the decision was made known, or the last day is past.
    """

    ingebreke_op: date
    eerste_dag: date
    laatste_dag: date
    tot: date
    dagen: int
    centen: int
    afgelopen: bool

    @property
    def vaststellen_tot(self) -> date:
        """By when it is laid down (Awb 4:18): two weeks after the last day that counts."""
        return self.tot + TWEE_WEKEN


def tijdigheid(bezwaar: Bezwaar, rekenkalender: Kalender | None = None) -> Tijdigheid:
    """Whether the bezwaar is in time, from its own dates and the bekendmaking (Awb 6:7 to 6:9)."""
    bekend = bezwaar.beschikking.bekendgemaakt_op
    if bekend is None:  # the registration refuses it
        raise ValueError("a bezwaar against a beschikking that was not made known")
    return beoordeel_tijdigheid(
        bekendgemaakt_op=bekend,
        ontvangen_op=bezwaar.ontvangen_op,
        gepost_op=bezwaar.postdatum,
        kalender=rekenkalender or kalender(),
    )


def is_ontvankelijk_in_tijd(bezwaar: Bezwaar, rekenkalender: Kalender | None = None) -> bool | None:
    """True when in time or excused, False when late without excuse, None while that is not judged."""
    return True if tijdigheid(bezwaar, rekenkalender).op_tijd else bezwaar.verschoonbaar


def grond_niet_ontvankelijk(
    bezwaar: Bezwaar, op: date, rekenkalender: Kalender | None = None
) -> NietOntvankelijk | None:
    """Why the bezwaar is or could be niet-ontvankelijk on `op`, None while the law gives no ground.

    Being late without excuse comes first (Awb 6:7, 6:11), then a verzuim that was not mended in time (6:6), then who
    has no belang or has lost it (1:2, 7:1, 8:1), which is a judgement and not to be derived.
    """
    if is_ontvankelijk_in_tijd(bezwaar, rekenkalender) is False:
        return NietOntvankelijk.TE_LAAT
    if bezwaar.niet_op_tijd_hersteld(op):
        return NietOntvankelijk.VERZUIM
    return NietOntvankelijk.GEEN_BELANG if bezwaar.geen_belang else None


def dwangsom(bezwaar: Bezwaar, op: date) -> Dwangsom | None:
    """What being late costs on `op`; None without an ingebrekestelling that has effect."""
    termijn = bezwaar.dossier.termijnen.filter(soort="DWANGSOM", aanleiding=bezwaar.nummer).order_by("-pk").first()
    if termijn is None or bezwaar.status == Bezwaarstatus.INGETROKKEN:
        return None
    eerste, laatste = eerste_dwangsomdag(termijn.start), laatste_dwangsomdag(termijn.start)
    te_laat_tot = termijn.gehaald_op - EEN_DAG if termijn.gehaald_op and termijn.gehaald_op <= op else op
    tot = min(te_laat_tot, laatste)
    dagen = max((tot - eerste).days + 1, 0)
    return Dwangsom(
        ingebreke_op=termijn.start,
        eerste_dag=eerste,
        laatste_dag=laatste,
        tot=tot,
        dagen=dagen,
        centen=verbeurd(dagen=dagen, tarief=dwangsomtarief(bezwaar.dossier.gemeente, eerste)),
        afgelopen=te_laat_tot < op or op > laatste,
    )


def brieven_van(bezwaar: Bezwaar) -> DocumentQuerySet:
    """The letters of this bezwaar, oldest first."""
    papier: DocumentQuerySet = bezwaar.dossier.documenten.zonder_bytes().select_related("beschikking")
    return papier.filter(soort__in=CODES, inhoud__zaak__nummer=bezwaar.nummer).order_by("aangemaakt_op", "pk")


def te_versturen(bezwaar: Bezwaar) -> DocumentQuerySet:
    """Letters that are ready and of which no sending is known; what is decided is made known instead."""
    klaar = brieven_van(bezwaar).filter(status=Documentstatus.GEREED, verzendingen__isnull=True)
    return klaar.exclude(soort__in=(BESLISSING.code, DWANGSOM.code))


@dataclass(frozen=True, slots=True)
class Vervolg:
    """A step that comes next: the name of its page, what the link says, and why.

    With `wacht` it is somebody else's turn: `titel` says on what, and `code` is '' when there is nothing to do earlier.
    """

    code: str
    titel: str
    waarom: str = ""
    wacht: bool = False

    @property
    def doen(self) -> str:
        """What the button says."""
        return STAPTITELS.get(self.code, "") if self.wacht else self.titel


def volgende(bezwaar: Bezwaar, op: date, rekenkalender: Kalender | None = None) -> Vervolg | None:
    """The one step that comes next on `op`, None when nothing is left to do here."""
    if bezwaar.status == Bezwaarstatus.INGETROKKEN:
        return None
    if bezwaar.beslissing:
        return _na_de_beslissing(bezwaar, op)
    if not bezwaar.bevestigd_op:
        return Vervolg("bevestigen", "Ontvangst bevestigen", "Dat moet schriftelijk (art. 6:14 Awb).")
    if is_ontvankelijk_in_tijd(bezwaar, rekenkalender) is None:
        return Vervolg("tijdigheid", "Beoordelen of te laat komen verschoonbaar is", "Art. 6:11 Awb.")
    if bezwaar.wacht_op_herstel and not bezwaar.is_gehoord and not bezwaar.niet_op_tijd_hersteld(op):
        tot = datum_lang(bezwaar.verzuim_tot) if bezwaar.verzuim_tot else ""
        return Vervolg("hersteld", "Wachten op de aanvulling", f"Dat kan tot en met {tot} (art. 6:6 Awb).", wacht=True)
    return _naar_de_beslissing(bezwaar, op)


def mogelijk(bezwaar: Bezwaar, op: date) -> list[Vervolg]:
    """All steps that can be taken now, in the order in which they usually come."""
    zitting = bezwaar.hoorzitting
    gepland = bezwaar.loopt and zitting is not None and not zitting.uitkomst
    eigen = _dwangsomstap(bezwaar, op)
    geweest = zitting is not None and zitting.dag <= op and zitting.uitkomst not in NIET_GEWEEST
    kan = {
        "bevestigen": bezwaar.loopt and not bezwaar.bevestigd_op,
        "tijdigheid": bezwaar.loopt and not tijdigheid(bezwaar).op_tijd,
        "verzuim": bezwaar.loopt and not bezwaar.verzuim,
        "hersteld": bezwaar.loopt and bezwaar.wacht_op_herstel,
        "hoorzitting": bezwaar.loopt and not bezwaar.verslag and not gepland,
        "verplaatsen": gepland,
        "zitting": gepland,
        "afzien": bezwaar.loopt and not bezwaar.verslag and not gepland,
        "verslag": bezwaar.loopt and geweest,
        "verdagen": bezwaar.loopt and not bezwaar.verdaagd_op,
        "uitstel": bezwaar.loopt and bezwaar.verdaagd_op is not None,
        "opstellen": bezwaar.loopt and bezwaar.is_gehoord,
        "vaststellen": bezwaar.loopt and bool(bezwaar.uitkomst),
        "ingebrekestelling": bezwaar.loopt,
        "intrekken": bezwaar.loopt,
        "wijzigen": bezwaar.loopt,
        "verzonden": bool(te_versturen(bezwaar)),
        "bekendmaken": bezwaar.beslissing is not None and bezwaar.beslissing.bekendgemaakt_op is None,
        "zaak": bezwaar.status != Bezwaarstatus.INGETROKKEN,
        **{code: eigen is not None and eigen.code == code for code in DWANGSOMSTAPPEN},
        "uitspraak": any(not zaak.uitkomst for zaak in bezwaar.zaken.all()),
    }
    return [Vervolg(code, STAPTITELS[code]) for code, mag in kan.items() if mag]


DWANGSOMSTAPPEN = ("dwangsom", "dwangsom_vaststellen", "dwangsom_bekend")
STAPTITELS = {
    "bevestigen": "Ontvangst bevestigen",
    "tijdigheid": "Te laat komen beoordelen",
    "verzuim": "Om aanvulling vragen",
    "hersteld": "Aanvulling vastleggen",
    "hoorzitting": "Uitnodigen voor een hoorzitting",
    "afzien": "Afzien van horen",
    "verplaatsen": "Hoorzitting verplaatsen",
    "zitting": "Hoorzitting afzeggen of afmelding vastleggen",
    "verslag": "Verslag van het horen vastleggen",
    "verdagen": "Beslissing verdagen",
    "uitstel": "Verder uitstel vastleggen",
    "opstellen": "Beslissing opstellen",
    "vaststellen": "Beslissing vaststellen",
    "ingebrekestelling": "Ingebrekestelling vastleggen",
    "intrekken": "Bezwaar intrekken",
    "wijzigen": "Gegevens van de ontvangst wijzigen",
    "verzonden": "Verzending van een brief vastleggen",
    "bekendmaken": "Beslissing bekendmaken",
    "dwangsom": "Besluit over de dwangsom opstellen",
    "dwangsom_vaststellen": "Besluit over de dwangsom vaststellen",
    "dwangsom_bekend": "Besluit over de dwangsom bekendmaken",
    "zaak": "Zaak bij de rechtbank vastleggen",
    "uitspraak": "Uitspraak vastleggen",
}


def _naar_de_beslissing(bezwaar: Bezwaar, op: date) -> Vervolg:
    if bezwaar.uitkomst:
        wie = f"Opgesteld door {bezwaar.opgesteld_door}; iemand anders stelt haar vast."
        return Vervolg("vaststellen", "Beslissing vaststellen", wie)
    if bezwaar.is_gehoord:
        return Vervolg("opstellen", "Beslissing opstellen", "Met een motivering (art. 7:12 Awb).")
    zitting = bezwaar.hoorzitting
    if zitting and zitting.uitkomst not in NIET_GEWEEST:
        if zitting.dag > op:
            daarna = f"Die is op {datum_lang(zitting.dag)}. Leg daarna het verslag vast (art. 7:7 Awb)."
            return Vervolg("", "Wachten op de hoorzitting", daarna, wacht=True)
        return Vervolg("verslag", "Verslag van het horen vastleggen", "Een verslag is verplicht (art. 7:7 Awb).")
    reden = "Of daarvan afzien, met een reden (art. 7:2 en 7:3 Awb)."
    return Vervolg("hoorzitting", "Uitnodigen voor een hoorzitting", reden)


def _dwangsomstap(bezwaar: Bezwaar, op: date) -> Vervolg | None:
    """The decision that follows when being late cost money; the last step of it is telling the person."""
    besluit = getattr(bezwaar, "dwangsombesluit", None)
    if besluit and besluit.beschikking:
        if besluit.beschikking.bekendgemaakt_op:
            return None
        return Vervolg(
            "dwangsom_bekend", STAPTITELS["dwangsom_bekend"], "Betalen moet binnen zes weken (art. 4:87 Awb)."
        )
    kosten = dwangsom(bezwaar, op)
    if kosten is None or not kosten.centen or not kosten.afgelopen:
        return None
    code = "dwangsom_vaststellen" if besluit else "dwangsom"
    return Vervolg(code, STAPTITELS[code], f"Uiterlijk op {datum_lang(kosten.vaststellen_tot)} (art. 4:18 Awb).")


def _na_de_beslissing(bezwaar: Bezwaar, op: date) -> Vervolg | None:
    if bezwaar.beslissing and bezwaar.beslissing.bekendgemaakt_op is None:
        return Vervolg("bekendmaken", "Beslissing bekendmaken", "De beroepstermijn begint de dag erna (art. 6:8 Awb).")
    if stap := _dwangsomstap(bezwaar, op):
        return stap
    if any(not zaak.uitkomst for zaak in bezwaar.zaken.all()):
        return Vervolg("uitspraak", "Wachten op de rechter", "Er loopt een zaak bij de rechtbank.", wacht=True)
    return None
