"""The sentence of every kind of event, for the history of a dossier. Higher apps add their own kinds."""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from inburgering.recht.feiten import LABELS, FeitSoort


@dataclass(frozen=True, slots=True)
class Handeling:
    """One kind of step: `zin` continues after the name of who did it and may use {gegevens}."""

    soort: str
    label: str
    zin: str


_HANDELINGEN: dict[str, Handeling] = {}
_FEITZINNEN: dict[str, str] = {}


def registreer_soort(soort: str, label: str, zin: str) -> str:
    """Make a kind of handeling known; returns its code, so that a module can keep it as a constant."""
    if soort in _HANDELINGEN:
        raise ValueError(f"handeling {soort} is registered twice")
    _HANDELINGEN[soort] = Handeling(soort, label, zin)
    return soort


def registreer_feitzin(soort: FeitSoort, zin: str) -> None:
    """A sentence for this kind of fact that reads better than 'legde vast: …'; {dag} is its day, the rest gegevens."""
    _FEITZINNEN[soort.value] = zin


def feitzin(soort: str, woorden: Mapping[str, str]) -> tuple[str, frozenset[str]]:
    """The own sentence of a fact and the words it used; ('', none) without one, or when a word is not known."""
    sjabloon = _FEITZINNEN.get(soort, "")
    gebruikt = frozenset(naam for _, naam, _, _ in Formatter().parse(sjabloon) if naam)
    if not gebruikt or not all(woorden.get(naam) for naam in gebruikt):
        return "", frozenset()
    return sjabloon.format_map(woorden), gebruikt


def label(soort: str) -> str:
    """The Dutch name of a fact or a handeling."""
    if soort in _HANDELINGEN:
        return _HANDELINGEN[soort].label
    return LABELS[FeitSoort(soort)][0]


def zin(soort: str, gegevens: Mapping[str, Any]) -> str:
    """What happened, as the rest of a sentence that starts with a name."""
    if soort in _HANDELINGEN:
        return _HANDELINGEN[soort].zin.format_map(gegevens)
    return f"legde vast: {LABELS[FeitSoort(soort)][0].lower()}"


DOSSIER_GEOPEND = registreer_soort("DOSSIER_GEOPEND", "Dossier geopend", "opende het dossier")
DOSSIER_AFGESLOTEN = registreer_soort(
    "DOSSIER_AFGESLOTEN", "Dossier afgesloten", "sloot het dossier af. {waarom} Bewaren tot en met: {bewaren}"
)
DOSSIER_HEROPEND = registreer_soort("DOSSIER_HEROPEND", "Dossier heropend", "opende het dossier opnieuw")
DOSSIER_TOEGEWEZEN = registreer_soort(
    "DOSSIER_TOEGEWEZEN", "Dossier toegewezen", "wees het dossier toe aan {consulent}"
)
REGIME_GEWIJZIGD = registreer_soort(
    "REGIME_GEWIJZIGD", "Onder een andere wet", "bracht het dossier onder de {wet}; verwijderd: {weg}"
)
PERSOON_GEWIJZIGD = registreer_soort("PERSOON_GEWIJZIGD", "Persoonsgegevens gewijzigd", "wijzigde: {velden}")
DOSSIER_BESCHERMD = registreer_soort("DOSSIER_BESCHERMD", "Bescherming gewijzigd", "wijzigde de bescherming: {stand}")
TERMIJN_UITGESTELD = registreer_soort(
    "TERMIJN_UITGESTELD", "Termijn uitgesteld", "stelde ‘{termijn}’ uit tot {dag}; de wettelijke laatste dag blijft"
)
TERMIJN_TERUG = registreer_soort(
    "TERMIJN_TERUG", "Uitstel beëindigd", "zette ‘{termijn}’ terug in de werkvoorraad, eerder dan {dag}"
)
AFSPRAAK_GEPLAND = registreer_soort("AFSPRAAK_GEPLAND", "Afspraak gepland", "plande een afspraak: {afspraak}")
AFSPRAAK_GEWIJZIGD = registreer_soort("AFSPRAAK_GEWIJZIGD", "Afspraak gewijzigd", "wijzigde een afspraak: {afspraak}")
AFSPRAAK_GEANNULEERD = registreer_soort(
    "AFSPRAAK_GEANNULEERD", "Afspraak geannuleerd", "annuleerde een afspraak: {afspraak}"
)
AFSPRAAK_UITKOMST = registreer_soort(
    "AFSPRAAK_UITKOMST", "Uitkomst van een afspraak", "legde vast bij {afspraak}: {uitkomst}"
)
DEELNEMERS_GEWIJZIGD = registreer_soort(
    "DEELNEMERS_GEWIJZIGD", "Deelnemers van een afspraak gewijzigd", "wijzigde wie er komen bij {afspraak}"
)
AANWEZIGHEID_VASTGELEGD = registreer_soort(
    "AANWEZIGHEID_VASTGELEGD", "Aanwezigheid vastgelegd", "legde vast wie erbij waren: {afspraak}"
)
TOLK_AFGEREKEND = registreer_soort(
    "TOLK_AFGEREKEND", "Inzet van de tolk vastgelegd", "legde minuten en kosten van de tolk vast bij {afspraak}"
)
TOLK_GEREGELD = registreer_soort("TOLK_GEREGELD", "Tolk geregeld", "meldde dat de tolk {stand} is voor {afspraak}")
NOTITIE_GESCHREVEN = registreer_soort("NOTITIE_GESCHREVEN", "Notitie geschreven", "schreef een {soort}")
NOTITIE_AFGEHANDELD = registreer_soort("NOTITIE_AFGEHANDELD", "Notitie afgehandeld", "handelde een {soort} af")
PIP_GEMELD_BIJ_DUO = registreer_soort(
    "PIP_GEMELD_BIJ_DUO", "PIP gemeld bij DUO", "meldde het PIP van {dagtekening} in het DUO-portaal"
)
BESCHIKKING_BEEINDIGD = registreer_soort(
    "BESCHIKKING_BEEINDIGD", "Beschikking geldt niet meer", "legde vast: {oud} is {gevolg} door {nieuw}"
)
BESCHIKKING_HERLEEFT = registreer_soort(
    "BESCHIKKING_HERLEEFT", "Beschikking geldt weer", "legde vast: {oud} geldt weer, want {herroepen} is herroepen"
)
BESCHIKKING_NIET_VERZONDEN = registreer_soort(
    "BESCHIKKING_NIET_VERZONDEN",
    "Besluit wordt niet verzonden",
    "besliste dat {nummer} niet wordt verzonden; er gaat niets van in",
)
OVERDRACHT_GEWIJZIGD = registreer_soort("OVERDRACHT_GEWIJZIGD", "Warme overdracht", "werkte de overdracht bij: {wat}")
BRIEF_OPGESTELD = registreer_soort("BRIEF_OPGESTELD", "Brief opgesteld", "stelde een brief op: {brief}")
BRIEF_VERZONDEN = registreer_soort("BRIEF_VERZONDEN", "Brief verzonden", "legde vast: ‘{brief}’ {kanaal}")
VERZENDING_VERBETERD = registreer_soort(
    "VERZENDING_VERBETERD", "Verzending verbeterd", "verbeterde: ‘{brief}’ {kanaal} op {wordt}, niet op {was}"
)
STUK_ONTVANGEN = registreer_soort(
    "STUK_ONTVANGEN", "Stuk binnengekomen", "voegde {wat} toe bij de binnengekomen stukken"
)
STUK_GEKOPPELD = registreer_soort("STUK_GEKOPPELD", "Stuk gekoppeld", "koppelde {wat} uit het Postvak aan dit dossier")
STUK_GEWIJZIGD = registreer_soort("STUK_GEWIJZIGD", "Stuk gewijzigd", "wijzigde wat er bij {wat} staat")
STUK_LOSGEMAAKT = registreer_soort("STUK_LOSGEMAAKT", "Stuk uit het dossier", "legde {wat} terug in het Postvak")
STUK_GEWEIGERD = registreer_soort("STUK_GEWEIGERD", "Stuk geweigerd", "weigerde {wat} na de viruscontrole")
GEZINSKIND = registreer_soort("GEZINSKIND", "Kinderen van het gezin", "werkte de kinderen van het gezin bij")
SAMENGEVOEGD = registreer_soort(
    "SAMENGEVOEGD", "Dossiers samengevoegd", "voegde {nummer} samen met dit dossier: {aantal} rijen kwamen hierheen"
)
SAMENGEVOEGD_MET = registreer_soort(
    "SAMENGEVOEGD_MET", "Samengevoegd met een ander dossier", "voegde dit dossier samen met {nummer}"
)
OVERLEG_GEAGENDEERD = registreer_soort(
    "OVERLEG_GEAGENDEERD", "Op de agenda van een casusoverleg", "zette dit dossier op de agenda met {partner}"
)
OVERLEG_VRAAG = registreer_soort(
    "OVERLEG_VRAAG", "Vraag voor een casusoverleg gewijzigd", "wijzigde de vraag voor het overleg met {partner}"
)
OVERLEG_AFGEHAALD = registreer_soort(
    "OVERLEG_AFGEHAALD", "Van de agenda van een casusoverleg", "haalde dit dossier van de agenda met {partner}"
)
OVERLEG_VERSLAG = registreer_soort(
    "OVERLEG_VERSLAG", "Besproken in een casusoverleg", "schreef het verslag van het overleg met {partner}"
)
OVERLEG_AFGEROND = registreer_soort(
    "OVERLEG_AFGEROND", "Casusoverleg afgerond", "rondde het overleg met {partner} van {dag} af"
)
OVERLEG_GEWIJZIGD = registreer_soort(
    "OVERLEG_GEWIJZIGD", "Casusoverleg gewijzigd", "wijzigde het overleg met {partner}: {nieuw} in plaats van {oud}"
)
OVERLEG_AFGEZEGD = registreer_soort(
    "OVERLEG_AFGEZEGD", "Casusoverleg afgezegd", "zegde het overleg met {partner} van {dag} af"
)
OVERLEG_ACTIE = registreer_soort("OVERLEG_ACTIE", "Actie uit een casusoverleg", "legde een actie vast voor {wie}")
OVERLEG_ACTIE_GEDAAN = registreer_soort(
    "OVERLEG_ACTIE_GEDAAN", "Actie gedaan", "meldde een actie uit het overleg met {partner} gedaan"
)
VERSTREKT = registreer_soort("VERSTREKT", "Gegevens verstrekt", "gaf gegevens aan {partner}: {gegevens_gegeven}")
