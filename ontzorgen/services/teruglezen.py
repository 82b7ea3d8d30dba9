"""Reading what the benefit system did. Every line is accepted, known already or refused with a reason; none is lost."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Count

from cases.models import Gemeente, Medewerker
from ontzorgen.enums_inhouding import Regeluitkomst, Terugleessoort
from ontzorgen.models import Terugleesbestand, Terugleesregel
from ontzorgen.tabelbestand import Tabelfout, lees_tabel

from .fout import OntzorgFout
from .slot import zet_gemeente_op_slot
from .terugleesregels import Inhoudingskeurder, Keurder, Nettokeurder

KEURDERS: Mapping[Terugleessoort, type[Keurder]] = {
    Terugleessoort.INHOUDINGEN: Inhoudingskeurder,
    Terugleessoort.NETTO: Nettokeurder,
}


@dataclass(frozen=True, slots=True)
class Gelezen:
    """The file, and whether it was new; one that was read before changes nothing."""

    bestand: Terugleesbestand
    nieuw: bool

    @property
    def telling(self) -> dict[str, int]:
        """How many lines per outcome, in the order of the outcomes."""
        geteld = dict(self.bestand.regels.order_by().values_list("uitkomst").annotate(aantal=Count("pk")))
        return {uitkomst.label: geteld.get(uitkomst.value, 0) for uitkomst in Regeluitkomst}


@transaction.atomic
def lees_terug(*, gemeente: Gemeente, soort: Terugleessoort, inhoud: bytes, door: Medewerker, op: date) -> Gelezen:
    """Keep every line with what was done with it, and write what was accepted; one file after another per gemeente.

    The same bytes again change nothing, and a line that says what is known already neither. Raises OntzorgFout when
    the file as a whole cannot be read; then nothing is kept.
    """
    zet_gemeente_op_slot(gemeente)
    sha = hashlib.sha256(inhoud).hexdigest()
    if bestaand := Terugleesbestand.objects.filter(gemeente=gemeente, soort=soort, sha256=sha).first():
        return Gelezen(bestaand, nieuw=False)
    soortkeurder = KEURDERS[soort]
    try:
        rijen = lees_tabel(inhoud, soortkeurder.KOLOMMEN)
    except Tabelfout as fout:
        raise OntzorgFout(str(fout), "bestand") from fout
    keurder = soortkeurder(gemeente, rijen, op)
    oordelen = [keurder.beoordeel(rij) for rij in rijen]
    bestand = Terugleesbestand.objects.create(gemeente=gemeente, soort=soort, sha256=sha, door=door)
    regels = Terugleesregel.objects.bulk_create(
        (
            Terugleesregel(bestand=bestand, nummer=rij.nummer, waarden=list(rij.cellen.items()),
                           eenheid_id=oordeel.eenheid, uitkomst=oordeel.uitkomst, reden=oordeel.reden)
            for rij, oordeel in zip(rijen, oordelen, strict=True)
        ),
        batch_size=1000,
    )  # fmt: skip
    _schrijf(keurder, regels, [oordeel.rij for oordeel in oordelen])
    return Gelezen(bestand, nieuw=True)


def _schrijf(keurder: Keurder, regels: Sequence[Terugleesregel], rijen: Sequence[object]) -> None:
    nieuw = []
    for regel, rij in zip(regels, rijen, strict=True):
        if rij is not None:
            rij.regel = regel  # type: ignore[attr-defined]  # every row that a keurder makes has one
            nieuw.append(rij)
    keurder.bewaar(nieuw)
