"""From a calculation to Dutch sentences, the same on the screen and in a letter."""

from __future__ import annotations

from datetime import date

from inburgering.recht.kalender import BijzondereDag
from inburgering.recht.rekenen import Telwijze
from inburgering.recht.uitkomst import Stap, StapSoort, Uitkomst

_DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MAANDEN = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
            "november", "december")  # fmt: skip
_MAANDEN_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def datum_lang(d: date) -> str:
    """'dinsdag 10 november 2026'."""
    return f"{_DAGEN[d.weekday()]} {datum_zonder_weekdag(d)}"


def datum_zonder_weekdag(d: date) -> str:
    """'10 november 2026'."""
    return f"{d.day} {_MAANDEN[d.month - 1]} {d.year}"


def datum_kort(d: date) -> str:
    """'di 10 nov'."""
    return f"{_DAGEN[d.weekday()][:2]} {d.day} {_MAANDEN_KORT[d.month - 1]}"


def opsomming(delen: list[str]) -> str:
    """'a', 'a en b', 'a, b en c'."""
    return " en ".join(([", ".join(delen[:-1])] if delen[:-1] else []) + delen[-1:])


def regelzin(uitkomst: Uitkomst) -> str:
    """Which rule applies, where it stands, and from what event it counts."""
    regel = uitkomst.regel
    return f"{regel.naam}: gerekend vanaf {regel.startfeit}. Grondslag: {regel.grondslag.volledig}."


def rekenzinnen(uitkomst: Uitkomst) -> list[str]:
    """The arithmetic and the shift, or why there is none, ending with the last day."""
    zinnen = [_begin(stap) for stap in uitkomst.stappen if stap.soort is StapSoort.BEGIN]
    zinnen += [_som(uitkomst, s) for s in uitkomst.stappen if s.soort in (StapSoort.OPTELLEN, StapSoort.INKORTEN)]
    zinnen.append(_verschuiving(uitkomst) if uitkomst.overgeslagen else _geen_verschuiving(uitkomst))
    zinnen.append(f"De laatste dag is {datum_lang(uitkomst.laatste_dag)}.")
    return zinnen


def uitleg(uitkomst: Uitkomst) -> list[str]:
    """The whole explanation: rule, arithmetic, shift, last day and, when there is one, the warning."""
    zinnen = [regelzin(uitkomst), *rekenzinnen(uitkomst)]
    return [*zinnen, f"Let op: {uitkomst.waarschuwing}"] if uitkomst.waarschuwing else zinnen


def zin(uitkomst: Uitkomst) -> str:
    """The whole explanation on one line."""
    return " ".join(uitleg(uitkomst))


def _begin(stap: Stap) -> str:
    if stap.van == stap.naar:
        return f"De termijn begint op {datum_lang(stap.naar)}; die dag telt mee."
    return f"De termijn begint de dag na {datum_lang(stap.van)}, op {datum_lang(stap.naar)}; die dag telt mee."


def _som(uitkomst: Uitkomst, stap: Stap) -> str:
    van, naar = datum_lang(stap.van), datum_lang(stap.naar)
    if not stap.omschrijving:
        return f"De vaste datum na {van} is {naar}."
    if stap.soort is StapSoort.INKORTEN:
        return (f"{van} + {stap.omschrijving} = {naar}: een dag met nummer {stap.van.day} bestaat in die maand niet, "
                "dus telt de laatste dag van de maand.")  # fmt: skip
    min_een = " - 1 dag" if uitkomst.regel.telwijze is Telwijze.R3 else ""
    return f"{van} + {stap.omschrijving}{min_een} = {naar}."


def _dag(bijzonder: BijzondereDag) -> str:
    """'zaterdag 26 april', or 'maandag 27 april (Koningsdag)' when the date does not say the reason itself."""
    dag = f"{_DAGEN[bijzonder.datum.weekday()]} {bijzonder.datum.day} {_MAANDEN[bijzonder.datum.month - 1]}"
    if bijzonder.naam in dag:
        return dag
    extra = f": {bijzonder.toelichting}" if bijzonder.toelichting else ""
    return f"{dag} ({bijzonder.naam}{extra})"


def _verschuiving(uitkomst: Uitkomst) -> str:
    dagen = opsomming([_dag(dag) for dag in uitkomst.overgeslagen])
    telt = "telt" if len(uitkomst.overgeslagen) == 1 else "tellen"
    return (f"Als laatste dag {telt} niet: {dagen}. De termijn loopt door tot en met "
            f"{datum_lang(uitkomst.laatste_dag)} (art. 1 lid 1 en art. 3 Algemene termijnenwet).")  # fmt: skip


def _geen_verschuiving(uitkomst: Uitkomst) -> str:
    naam = uitkomst.stappen[-1].omschrijving
    if not naam:
        return "Dat is een gewone dag; de termijn verschuift niet."
    welke = f"een {naam}" if naam in ("zaterdag", "zondag") else f"geen gewone dag ({naam})"
    return f"Dat is {welke}, maar de termijn verschuift niet: {uitkomst.regel.geen_verschuiving}."
