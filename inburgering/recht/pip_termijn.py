"""When the ten weeks for the PIP start, and the later of them and two weeks after information of third parties.

Grondslag: art. 5.3 Besluit inburgering 2021. Rule versions: the one in force on the day of the BRP registration, else
on the day of the kennisgeving. Who moves here with a PIP of another gemeente gets ten weeks from the registration
here (lid 3); so does who moved away and came back, unless the PIP of this gemeente still stood then. A BRP registration
older than the act itself cannot start a term under it, so then the kennisgeving decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inburgering.recht.bronnen import HVW_28
from inburgering.recht.feiten import ASIELGROEP, INWERKINGTREDING_WI2021, Doelgroep, Dossierfeiten, Feit, FeitSoort
from inburgering.recht.herroeping import herroepen_pips, pip_gemaakt
from inburgering.recht.regels import Regel, mag_verlengen, regel_op, regel_voor
from inburgering.recht.termijnen import Afleiding, Omstandigheden, TermijnSoort, einde_reden, maak, op
from inburgering.recht.uitkomst import Uitkomst, bereken
from inburgering.recht.uitleg import datum_lang
from inburgering.recht.verblijf import inschrijving, pip_voor_terugkeer, stond_bij_terugkeer, terugkeer

DERDEN, PIP_2022, VERHUIZING = "PIP_DERDEN_2W", "PIP_10W_2022", "PIP_VERHUIZING_10W"
AMV_WACHT = (
    "Een alleenstaande minderjarige is pas inburgeringsplichtig als hij 18 is en niet meer leer- of "
    "kwalificatieplichtig (art. 3 en 4 Wet inburgering 2021). De tien weken beginnen niet voordat DUO de plicht meldt."
)
BEGINT_BIJ_BRP = "De tien weken beginnen bij inschrijving in de BRP."


@dataclass(frozen=True, slots=True)
class Begin:
    """The fact that the ten weeks count from, under which rule, and why."""

    regel: Regel
    feit: Feit
    waarom: tuple[str, ...]
    voorlopig: bool = False
    opnieuw: bool = False  # only a PIP of since then meets the duty

    @property
    def vanaf(self) -> date:
        return self.feit.datum if self.opnieuw else date.min


def leid_pip_af(dossier: Dossierfeiten, omstandigheden: Omstandigheden) -> Afleiding:
    """The PIP term of a dossier, or the reason why it does not run yet."""
    begin = begin_volgens_wet(dossier)
    if omstandigheden.beleid.pip_startregel == "brp":
        begin = _begin_volgens_beleid(dossier, omstandigheden, begin)
    if isinstance(begin, str):
        return begin
    tien_weken = bereken(begin.regel.code, begin.feit.datum, omstandigheden.kalender)
    uitkomst, waarom = _met_derden(dossier, tien_weken, omstandigheden)
    verplichting = maak(
        uitkomst,
        soort=TermijnSoort.PIP,
        feiten=_gebruikte_feiten(dossier, begin),
        waarom=(*begin.waarom, *waarom, *_waarom_herroepen(dossier, begin)),
        voorlopig=begin.voorlopig,
        gehaald=pip_gemaakt(dossier, begin.vanaf),
        vervallen_reden=einde_reden(dossier),
    )
    return (verplichting,)


def begin_volgens_wet(dossier: Dossierfeiten) -> Begin | str:
    """Where the ten weeks start by law, or why they do not run yet."""
    if na_verhuizing := _begin_na_terugkeer(dossier) or _begin_na_verhuizing(dossier):
        return na_verhuizing
    brp, kennisgeving = inschrijving(dossier), dossier.eerste(FeitSoort.KENNISGEVING_DUO)
    if brp and brp.datum < INWERKINGTREDING_WI2021:
        return _begin_zonder_brp_onder_de_wet(dossier, kennisgeving)
    if dossier.doelgroep is Doelgroep.AMV and kennisgeving is None:
        return AMV_WACHT
    eerste = brp or kennisgeving
    if eerste is None:
        return BEGINT_BIJ_BRP
    regel = regel_op(TermijnSoort.PIP, max(eerste.datum, INWERKINGTREDING_WI2021))
    if regel.code == PIP_2022:
        return Begin(regel, brp, _waarom_2022(brp)) if brp else BEGINT_BIJ_BRP
    if brp and not kennisgeving:
        return Begin(regel, brp, _waarom_voorlopig(brp), voorlopig=True)
    if kennisgeving and not dossier.te_huisvesten:
        return Begin(regel, kennisgeving, _waarom_kennisgeving(dossier, kennisgeving))
    if brp and kennisgeving:
        laatste = max(kennisgeving, brp, key=lambda feit: feit.datum)
        return Begin(regel, laatste, _waarom_laatste_van_beide(brp, kennisgeving, laatste))
    return BEGINT_BIJ_BRP


def _begin_na_verhuizing(dossier: Dossierfeiten) -> Begin | str | None:
    """Ten weeks from the registration here, only when another gemeente had decided on a PIP by then (lid 3)."""
    vorige, brp = dossier.eerste(FeitSoort.PIP_VORIGE_GEMEENTE), dossier.eerste(FeitSoort.BRP_INSCHRIJVING)
    if vorige is None or (brp and brp.datum < vorige.datum):
        return None
    van = f"Een andere gemeente ({vorige.tekst('gemeente')})" if vorige.tekst("gemeente") else "Een andere gemeente"
    kop = f"{van} stelde op {op(vorige)} al een PIP vast."
    if brp is None:
        return f"{kop} De tien weken beginnen bij inschrijving in de BRP van deze gemeente."
    waarom = (
        f"{kop} Daarom beginnen de tien weken bij de inschrijving in deze gemeente op {op(brp)}; de kennisgeving van "
        "DUO speelt geen rol. De leerroute wordt overgenomen (art. 15 lid 4 Wet inburgering 2021)."
    )
    return Begin(regel_voor(VERHUIZING), brp, (waarom,))


def _begin_na_terugkeer(dossier: Dossierfeiten) -> Begin | None:
    """Ten weeks from the new registration for who came back, had a PIP, and has none of this gemeente any more."""
    terug, laatste = terugkeer(dossier), pip_voor_terugkeer(dossier)
    if terug is None or laatste is None or stond_bij_terugkeer(dossier, laatste):
        return None
    van = f" van de gemeente {laatste.tekst('gemeente')}" if laatste.tekst("gemeente") else ""
    waarom = (
        f"De inburgeraar verhuisde en is op {op(terug)} hier opnieuw ingeschreven. Er was al een PIP, van "
        f"{op(laatste)}{van}. Daarom beginnen de tien weken bij de nieuwe inschrijving. De leerroute wordt overgenomen "
        "(art. 15 lid 4 Wet inburgering 2021)."
    )
    return Begin(regel_voor(VERHUIZING), terug, (waarom,), opnieuw=True)


def _begin_zonder_brp_onder_de_wet(dossier: Dossierfeiten, kennisgeving: Feit | None) -> Begin | str:
    """Registered before the act came into force (say as a student): only the kennisgeving can start the ten weeks."""
    kop = "De inschrijving in de BRP is ouder dan de Wet inburgering 2021."
    if kennisgeving is None:
        return f"{kop} De tien weken beginnen bij de kennisgeving van DUO."
    regel = regel_op(TermijnSoort.PIP, max(kennisgeving.datum, INWERKINGTREDING_WI2021))
    return Begin(regel, kennisgeving, (f"{kop} De tien weken beginnen bij de kennisgeving van {op(kennisgeving)}.",))


def _begin_volgens_beleid(dossier: Dossierfeiten, omstandigheden: Omstandigheden, wet: Begin | str) -> Begin | str:
    """Count from the BRP registration because the gemeente says so, and tell what the law gives instead.

    Where the law itself counts from the BRP registration (2022, after a move), or cannot (older than the act), the law
    stays.
    """
    brp, bron = inschrijving(dossier), omstandigheden.beleid.pip_startregel_bron
    if brp is None:
        return f"{BEGINT_BIJ_BRP} Dat is een instelling van de gemeente (bron: {bron})."
    if brp.datum < INWERKINGTREDING_WI2021 or wet == AMV_WACHT:
        return wet
    regel = regel_op(TermijnSoort.PIP, brp.datum)
    if regel.code == PIP_2022 or (isinstance(wet, Begin) and wet.regel.code == VERHUIZING):
        return wet
    kop = f"De tien weken beginnen bij de inschrijving in de BRP op {op(brp)}. Dat is een instelling van de gemeente"
    return Begin(regel, brp, (f"{kop} (bron: {bron}).", _wat_de_wet_zegt(wet, omstandigheden)))


def _wat_de_wet_zegt(wet: Begin | str, omstandigheden: Omstandigheden) -> str:
    if isinstance(wet, str):
        return f"De wet luidt anders: {wet[0].lower()}{wet[1:]}"
    som = bereken(wet.regel.code, wet.feit.datum, omstandigheden.kalender)
    kop = "De wet geeft een voorlopige termijn" if wet.voorlopig else "De wet zelf luidt"
    return (
        f"{kop}: tien weken vanaf de {wet.feit.label[0].lower()}{wet.feit.label[1:]} op {op(wet.feit)} "
        f"({som.regel.grondslag.kort}); de laatste dag is dan {datum_lang(som.laatste_dag)}."
    )


def _met_derden(
    dossier: Dossierfeiten, tien_weken: Uitkomst, omstandigheden: Omstandigheden
) -> tuple[Uitkomst, tuple[str, ...]]:
    """The later of the ten weeks and two weeks after receipt; awaiting information alone changes nothing."""
    gevraagd = dossier.laatste(FeitSoort.DERDEN_INFORMATIE_GEVRAAGD)
    ontvangen = dossier.laatste(FeitSoort.DERDEN_INFORMATIE_ONTVANGEN)
    wacht = _waarom_wachten(gevraagd) if gevraagd and (ontvangen is None or ontvangen.datum < gevraagd.datum) else ()
    if ontvangen is None or not mag_verlengen(tien_weken.code, DERDEN):
        return tien_weken, wacht
    twee_weken = bereken(DERDEN, ontvangen.datum, omstandigheden.kalender)
    if twee_weken.laatste_dag <= tien_weken.laatste_dag:
        zin = (f"De informatie van derden kwam binnen op {op(ontvangen)}. Twee weken daarna is niet later dan de tien "
               "weken, dus de tien weken blijven gelden.")  # fmt: skip
        return tien_weken, (zin, *wacht)
    zin = (f"De informatie van derden kwam binnen op {op(ontvangen)}. Twee weken daarna is later dan de tien weken, "
           f"die op {datum_lang(tien_weken.laatste_dag)} eindigen, dus die twee weken gelden "
           f"({twee_weken.regel.grondslag.kort}).")  # fmt: skip
    return twee_weken, (zin, *wacht)


def _gebruikte_feiten(dossier: Dossierfeiten, begin: Begin) -> tuple[Feit | None, ...]:
    return (
        begin.feit,
        dossier.eerste(FeitSoort.PIP_VORIGE_GEMEENTE),
        dossier.eerste(FeitSoort.BRP_INSCHRIJVING),
        dossier.eerste(FeitSoort.KENNISGEVING_DUO),
        dossier.laatste(FeitSoort.TE_HUISVESTEN) or dossier.eerste(FeitSoort.KOPPELING),
        dossier.laatste(FeitSoort.DOELGROEP),
        dossier.laatste(FeitSoort.VERBLIJFSVERGUNNING),
        dossier.laatste(FeitSoort.DERDEN_INFORMATIE_GEVRAAGD),
        dossier.laatste(FeitSoort.DERDEN_INFORMATIE_ONTVANGEN),
        terugkeer(dossier),
        _herroeping_van_het_eerste(dossier, begin),
    )


def _eerste_sinds(dossier: Dossierfeiten, begin: Begin) -> Feit | None:
    return next((pip for pip in dossier.alle(FeitSoort.PIP_VASTGESTELD) if pip.datum >= begin.vanaf), None)


def _herroeping_van_het_eerste(dossier: Dossierfeiten, begin: Begin) -> Feit | None:
    """What undid the first PIP of this gemeente, when nothing came in its place: then the duty is there again."""
    eerste = _eerste_sinds(dossier, begin)
    if eerste is None or eerste == pip_gemaakt(dossier, begin.vanaf):
        return None
    return herroepen_pips(dossier).get(eerste.tekst("beschikking"))


def _waarom_herroepen(dossier: Dossierfeiten, begin: Begin) -> tuple[str, ...]:
    herroeping, eerste = _herroeping_van_het_eerste(dossier, begin), _eerste_sinds(dossier, begin)
    if herroeping is None or eerste is None:
        return ()
    return (f"Het PIP van {op(eerste)} is in bezwaar herroepen, bekendgemaakt op {op(herroeping)}, en er kwam niets "
            "voor in de plaats (art. 7:11 Awb). Daardoor geldt de plicht om een PIP te maken opnieuw, met dezelfde "
            "dagen.",)  # fmt: skip


def _waarom_wachten(gevraagd: Feit) -> tuple[str, ...]:
    return (f"Sinds {op(gevraagd)} wordt op informatie van derden gewacht. Tot die binnen is, gelden de tien weken; "
            "daarna geldt de laatste van de tien weken en twee weken na ontvangst.",)  # fmt: skip


def _waarom_2022(brp: Feit) -> tuple[str, ...]:
    return (f"De tien weken beginnen bij de inschrijving in de BRP op {op(brp)}; in de tekst van 2022 speelt de "
            "kennisgeving van DUO geen rol.",)  # fmt: skip


def _waarom_voorlopig(brp: Feit) -> tuple[str, ...]:
    return (
        "Voorlopige termijn: de kennisgeving van DUO is nog niet bekend, daarom tellen de tien weken vanaf de "
        f"inschrijving in de BRP op {op(brp)}.",
        "Met de kennisgeving wordt de termijn opnieuw berekend.",
    )


def _waarom_kennisgeving(dossier: Dossierfeiten, kennisgeving: Feit) -> tuple[str, ...]:
    zin = (f"De gemeente hoeft deze persoon niet te huisvesten ({HVW_28.kort}), daarom beginnen de tien weken bij de "
           f"kennisgeving van DUO van {op(kennisgeving)}.")  # fmt: skip
    if dossier.doelgroep is None:
        return zin, "De doelgroep is niet vastgelegd: controleer of de gemeente deze persoon moet huisvesten."
    if dossier.doelgroep in ASIELGROEP and dossier.laatste(FeitSoort.TE_HUISVESTEN) is None:
        reden = "de vergunning is regulier" if dossier.reguliere_vergunning else "er is geen koppeling"
        return zin, f"Dat volgt uit de feiten ({reden}); leg het feit 'Te huisvesten' vast als het anders is."
    return (zin,)


def _waarom_laatste_van_beide(brp: Feit, kennisgeving: Feit, laatste: Feit) -> tuple[str, ...]:
    naam = "de inschrijving in de BRP" if laatste is brp else "de kennisgeving van DUO"
    zin = (f"De gemeente moet deze persoon huisvesten ({HVW_28.kort}), daarom beginnen de tien weken bij de laatste "
           f"van twee dagen: de kennisgeving van DUO ({op(kennisgeving)}) en de inschrijving in de BRP ({op(brp)}). "
           f"Dat is {naam}.")  # fmt: skip
    return (zin,)
