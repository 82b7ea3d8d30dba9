"""The exchange with the benefit system in the demonstration: a list of two months ago, read back for the most part."""

from collections.abc import Iterator
from typing import Any

from cases.klok import stempel
from inburgering.recht.geld import euro
from ontzorgen.enums_inhouding import Terugleessoort
from ontzorgen.maanden import volgende_maand, vorige_maand
from ontzorgen.models import Inhoudingslijst, Maandafrekening
from ontzorgen.services.inhoudingen import download_lijst, maak_lijst, regelkenmerk
from ontzorgen.services.maandrun import voorstel
from ontzorgen.services.teruglezen import KEURDERS, lees_terug

from .accounts import HANS
from .draaiboek import Verloop
from .traject import Wereld

TE_WEINIG = 2_500


def verlopen(wereld: Wereld) -> list[Verloop]:
    return [_lijst(wereld)]


def _lijst(wereld: Wereld) -> Verloop:
    """Made and taken along; later what was withheld, and what everybody got."""
    gemeente, hans = wereld.gemeente, wereld.mensen[HANS.sleutel]
    maand = vorige_maand(vorige_maand(wereld.peildatum))
    op = yield maand.replace(day=18)
    if not any(rij.doet_mee for rij in voorstel(gemeente, maand, op=op)):
        return
    lijst = maak_lijst(gemeente=gemeente, maand=maand, door=hans, op=op)
    download_lijst(lijst=lijst, door=hans, moment=stempel())
    wie: dict[str, Any] = {"gemeente": gemeente, "door": hans}
    op = yield maand.replace(day=27)
    dag = f"{maand.replace(day=25):%d-%m-%Y}"
    lees_terug(soort=Terugleessoort.INHOUDINGEN, inhoud=_bestand(Terugleessoort.INHOUDINGEN, _gedaan(lijst, dag)),
               op=op, **wie)  # fmt: skip
    op = yield volgende_maand(maand).replace(day=6)
    lees_terug(soort=Terugleessoort.NETTO, inhoud=_bestand(Terugleessoort.NETTO, _betaald(lijst)), op=op, **wie)
    op = yield volgende_maand(maand).replace(day=9)
    verbeterd = _bestand(Terugleessoort.INHOUDINGEN, _verbeterd(lijst, dag))
    lees_terug(soort=Terugleessoort.INHOUDINGEN, inhoud=verbeterd, op=op, **wie)


def _gedaan(lijst: Inhoudingslijst, dag: str) -> Iterator[tuple[str, ...]]:
    """Of the second less was withheld, the third was not done, and nothing was told of the last one.

    The first is told with a slip of the pen.
    """
    regels = [regel.verplichting for regel in lijst.regels.select_related("verplichting")]
    for plek, verplichting in enumerate(regels[:-1]):
        if plek == 2:
            yield regelkenmerk(verplichting), "nee", "", "", "klantnummer niet bekend bij deze crediteur"
        else:
            bedrag = verplichting.bedrag - 1_000 * (plek in (0, 1))
            yield regelkenmerk(verplichting), "ja", _bedrag(bedrag), dag, ""


def _verbeterd(lijst: Inhoudingslijst, dag: str) -> Iterator[tuple[str, ...]]:
    """The first line as it was, with the reason."""
    for regel in lijst.regels.select_related("verplichting")[:1]:
        bedrag = _bedrag(regel.verplichting.bedrag)
        yield regelkenmerk(regel.verplichting), "correctie ja", bedrag, dag, "tikfout in het eerste bestand"


def _betaald(lijst: Inhoudingslijst) -> Iterator[tuple[str, ...]]:
    """Everybody got what was expected, except the first unit."""
    rijen = Maandafrekening.objects.filter(betaalmaand=lijst.betaalmaand).select_related("eenheid").order_by("pk")
    for plek, rij in enumerate(rijen):
        uitbetaald = max(0, rij.leefgeld - TE_WEINIG) if plek == 0 else rij.leefgeld
        yield (rij.eenheid.nummer, f"{lijst.betaalmaand.maand:%Y-%m}",
               _bedrag(rij.norm - rij.kortingen + rij.overbrugging), _bedrag(uitbetaald))  # fmt: skip


def _bestand(soort: Terugleessoort, regels: Iterator[tuple[str, ...]]) -> bytes:
    return "\r\n".join(";".join(rij) for rij in (KEURDERS[soort].KOLOMMEN, *regels)).encode()


def _bedrag(cents: int) -> str:
    """'1.348,49', as the benefit system writes it."""
    return euro(cents).removeprefix("€").strip("\N{NO-BREAK SPACE} ")
