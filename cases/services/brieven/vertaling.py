"""The main points of a letter in the language of its reader, from the phrase bank."""

from collections.abc import Mapping, Sequence
from datetime import date

from cases.briefinhoud import Stuk, VertaaldeZin, Vertaling
from cases.models import Gemeente
from cases.taalbank import NEDERLANDS, TALEN, Zin, taal_van, zinnen

MERK = "vertaling-merk"


def vertaling(
    *,
    gemeente: Gemeente,
    voorkeurstaal: str,
    titel: str,
    codes: Sequence[str],
    waarden: Mapping[str, str],
    op: date,
) -> Vertaling | None:
    """The phrases with these codes, `waarden` filled in; None for who reads Dutch or a language the bank lacks.

    A phrase that is not translated stands there in Dutch; one that nobody checked carries a mark.
    """
    taal = taal_van(voorkeurstaal)
    if taal == NEDERLANDS:
        return None
    bank = zinnen((titel, *codes, MERK), taal, gemeente=gemeente, op=op)
    regels = tuple(op_papier(bank[code], waarden) for code in codes)
    kop = op_papier(bank[titel], waarden)
    met_merk = any(regel.merk for regel in (kop, *regels))
    return Vertaling(
        taal=taal,
        richting=TALEN[taal].richting,
        titel=kop,
        zinnen=regels,
        merk=_uitleg_van_merk(bank[MERK]) if met_merk else (),
    )


def _uitleg_van_merk(zin: Zin) -> tuple[VertaaldeZin, ...]:
    """In both languages, for the reader and for the colleague who checks."""
    nederlands = zinnen((MERK,), NEDERLANDS)[MERK]
    return tuple(op_papier(een, {}, toon_merk=False) for een in dict.fromkeys((zin, nederlands)))


def op_papier(zin: Zin, waarden: Mapping[str, object], *, toon_merk: bool = True) -> VertaaldeZin:
    """The phrase with its values filled in, frozen as a letter holds it."""
    return VertaaldeZin(
        taal=zin.taal,
        richting=zin.richting,
        merk=toon_merk and zin.met_merk,
        stukken=tuple(Stuk(tekst=deel.tekst, waarde=deel.waarde) for deel in zin.delen(**waarden)),
    )
