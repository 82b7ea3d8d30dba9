"""What the PIP-beschikking says: the content of template 'pip/v1' (Wi 15, Bi 5.3, Awb 3:45-3:47)."""

from __future__ import annotations

from dataclasses import dataclass

from cases.inhoud import Afzender, Bezwaar, Geadresseerde, Inhoud, Kenmerk, Ondertekening

GROEPEN = ("asiel", "overig")  # overig: gezins- en overige migranten, geestelijke bedienaren
LEERROUTES = ("onderwijs", "b1", "z")


@dataclass(frozen=True, kw_only=True)
class Leerbaarheidstoets:
    """The test, or why there is none; exactly one of `datum` and `reden_geen` is filled."""

    datum: str = ""
    uitslag: str = ""  # 'U kunt waarschijnlijk niveau B1 halen.'
    reden_geen: str = ""
    afwijking: tuple[str, ...] = ()  # reasons to choose another route than the outcome suggests


@dataclass(frozen=True, kw_only=True)
class Gesprek:
    """One talk of the brede intake."""

    datum: str
    waar: str
    over: str  # 'uw opleiding en werk'


@dataclass(frozen=True, kw_only=True)
class IndividueelGesprek:
    """Notice of the right to a talk without partner or relative (Bi 5.2); always recorded."""

    gewezen_op: str  # date of the notice
    gevoerd: bool


@dataclass(frozen=True, kw_only=True)
class Onderdeel:
    """Intensity of PVT or MAP: how many hours, when and with whom."""

    uren: int
    wanneer: str
    aanbieder: str


@dataclass(frozen=True, kw_only=True)
class Zroute:
    """Norms of the Z-route (Bi 3.14): participation hours only for asiel, fewer only with a ground (Ri 3.16)."""

    uren_taal: int
    uren_participatie: int
    examenwensen: tuple[str, ...] = ()  # 'Lezen op niveau A2', 'KNM'
    lagere_norm: bool = False


@dataclass(frozen=True, kw_only=True)
class Begeleiding:
    """One kind of support: who helps, and with what."""

    wie: str
    wat: str


@dataclass(frozen=True, kw_only=True)
class Afspraak:
    """One agreement: a row of the table, enforceable under Wi 23."""

    wat: str
    wie: str
    hoeveel: str
    wanneer: str


@dataclass(frozen=True, kw_only=True)
class PwBeschikking:
    """Decision on bijstand that forms one PIP with this one (Wi 15(3)); `sha256` proves which paper was attached."""

    omschrijving: str
    datum: str
    kenmerk: str
    sha256: str = ""


@dataclass(frozen=True, kw_only=True)
class Inburgeringstermijn:
    """The three years (Wi 11): ISO dates; a forecast until DUO has confirmed them."""

    start: str
    einde: str
    wisselen_tot: str
    door_duo_bevestigd: bool = False
    eerste_pip: str = ""  # dagtekening of the first PIP, '' when that is this letter


@dataclass(frozen=True, kw_only=True)
class Wijzigingspunt:
    """One thing that changes; without `was` and `wordt` the letter only says that its text is new."""

    wat: str
    was: str = ""
    wordt: str = ""


@dataclass(frozen=True, kw_only=True)
class Wijziging:
    """The decision that this one replaces, or follows when that was ended already; '' dates do not occur."""

    nummer: str
    datum: str
    reden: str
    soort: str = "hoofdlijn"  # leerroute, afschalen, hoofdlijn, verschrijving, opnieuw
    grond: str = ""  # of another leerroute: 'de voortgang is onvoldoende'
    uitzondering: str = ""  # why after the window: a sentence
    uren: str = ""  # of afschalen: '640 cursusuren, volgens NL Training op 3 maart 2027'
    einde: str = ""  # opnieuw: 'ingetrokken' or 'herroepen'
    punten: tuple[Wijzigingspunt, ...] = ()
    bezwaar_tegen: str = ""  # the decision with a pending objection, which covers this one too (Awb 6:19)


@dataclass(frozen=True, kw_only=True)
class Verhuizing:
    """The PIP of the gemeente somebody came from: its leerroute is adopted (Wi 15(4))."""

    gemeente: str
    datum: str


@dataclass(frozen=True, kw_only=True)
class PipInhoud(Inhoud):
    """All legal contents of a PIP (domain section 4.1 and 4.3), for both groups.

    Raises ValueError on combinations the law does not know, so that no such letter is made.
    """

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    bezwaar: Bezwaar
    naam: str  # full name in the decision sentence
    geboortedatum: str
    groep: str
    leerroute: str
    motivering: tuple[str, ...]  # why this route, as paragraphs
    toets: Leerbaarheidstoets
    voortgangsgesprekken: int
    voortgangsgesprekken_uitleg: str  # 'Ongeveer elke drie maanden, in het gemeentehuis.'
    pvt: Onderdeel
    begeleiding: tuple[Begeleiding, ...]
    afspraken: tuple[Afspraak, ...]
    termijn: Inburgeringstermijn
    individueel_gesprek: IndividueelGesprek | None
    zienswijze: str  # what the person thinks of the plan; '' when completed in absence
    geen_zienswijze: str = ""  # why there is none (Awb 4:8)
    gesprekken: tuple[Gesprek, ...] = ()  # empty: completed in absence after the oproepen
    oproepen: tuple[tuple[str, str], ...] = ()  # when completed in absence: the day, and what happened
    leerroute_variant: str = ""  # 'mbo' with b1
    versie: int = 1
    uren_per_week: int = 0  # asiel only, as a number for the summary
    intensiteit: str = ""  # asiel only: '12 uur les per week, ongeveer 18 maanden lang.'
    school: str = ""  # asiel: the offer; overig: an advice
    map_module: Onderdeel | None = None  # None in the onderwijsroute
    knm: str = ""  # how KNM is learned, beside the standard sentence
    zroute: Zroute | None = None
    doel: str = ""  # work, study or participation goal in the person's own words
    taalstart_advies: str = ""
    voorschools: tuple[str, ...] = ()  # agreements on voorschoolse educatie
    eerdere_inspanningen: tuple[str, ...] = ()
    bijstand: bool = False
    ontzorgen: bool = False  # PW 56a: permit asiel bepaalde tijd and bijstand; not the same as groep asiel
    pw_beschikkingen: tuple[PwBeschikking, ...] = ()
    a2_onderdelen: tuple[str, ...] = ()  # parts of the exam that may be on level A2, b1 only
    wijziging: Wijziging | None = None
    verhuizing: Verhuizing | None = None
    overgenomen: bool = False  # changes a PIP from before this system, whose intake is not here

    def __post_init__(self) -> None:
        for fout, melding in self._regels():
            if fout:
                raise ValueError(melding)

    def _regels(self) -> tuple[tuple[bool, str], ...]:
        asiel = self.groep == "asiel"
        uren = self.zroute.uren_participatie if self.zroute else 0
        return (
            (self.groep not in GROEPEN, f"Onbekende groep: {self.groep}"),
            (self.leerroute not in LEERROUTES, f"Onbekende leerroute: {self.leerroute}"),
            (asiel != bool(self.intensiteit), "De intensiteit van de leerroute hoort er bij asiel, en alleen daar."),
            (
                (self.leerroute == "onderwijs") == bool(self.map_module),
                "De MAP hoort bij de B1-route en de Z-route, en niet bij de onderwijsroute.",
            ),
            ((self.leerroute == "z") != bool(self.zroute), "De uren van de Z-route horen bij de Z-route."),
            (uren > 0 and not asiel, "Uren participatie gelden in de Z-route alleen voor asiel."),
            (self.leerroute_variant not in ("", "mbo"), "Onbekende variant van de leerroute."),
            (
                bool(self.leerroute_variant) and self.leerroute != "b1",
                "De variant mbo hoort bij de B1-route.",
            ),
            (
                bool(self.pw_beschikkingen) and not self.bijstand,
                "PW-beschikkingen horen alleen bij een inburgeraar met bijstand.",
            ),
            (
                self.ontzorgen and not (asiel and self.bijstand),
                "Ontzorgen geldt alleen bij asiel met bijstand.",
            ),
            (bool(self.a2_onderdelen) and self.leerroute != "b1", "Onderdelen op niveau A2 horen bij de B1-route."),
            (
                not (self.gesprekken or self.oproepen or self.overgenomen),
                "Noem de gesprekken, of de oproepen zonder verschijnen.",
            ),
            (
                not (self.individueel_gesprek or self.overgenomen),
                "Noem dat er recht is op een individueel gesprek (art. 5.2 Besluit inburgering).",
            ),
            (
                bool(self.toets.datum) == bool(self.toets.reden_geen),
                "Noem de datum van de leerbaarheidstoets, of de reden dat die er niet is.",
            ),
        )
