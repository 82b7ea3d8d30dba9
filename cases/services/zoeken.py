"""Finding a dossier by what somebody has at hand: a number, or a name however it is spelled."""

from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction

from cases.models import Dossier, Gemeente, Medewerker
from cases.namen import vouw

KORTSTE_VRAAG = 2
MEESTE = 50
# The share of the sound of a word that must agree. Measured on pairs such as Mohammed/Muhamad; stricter loses them.
GELIJKENIS = 0.5


@dataclass(frozen=True, slots=True)
class Zoekresultaat:
    """`te_kort`: the question says too little to search. `meer`: there is more than is shown."""

    dossiers: list[Dossier]
    op_nummer: bool = False
    te_kort: bool = False
    meer: bool = False


@transaction.atomic
def zoek(*, vraag: str, medewerker: Medewerker, gemeente: Gemeente, op: date) -> Zoekresultaat:
    """The visible dossiers with this BSN, V-nummer, dossiernummer or name; the best hits first, at most MEESTE."""
    zichtbaar = Dossier.objects.zichtbaar_voor(medewerker, gemeente, op).select_related("inburgeraar", "consulent")
    if op_nummer := list(zichtbaar.met_nummer(vraag)[:MEESTE]):
        return Zoekresultaat(op_nummer, op_nummer=True)
    if op_nummer := list(zichtbaar.met_oud_nummer(vraag).distinct()[:MEESTE]):
        return Zoekresultaat(op_nummer, op_nummer=True)
    if len(vouw(vraag).replace(" ", "")) < KORTSTE_VRAAG:
        return Zoekresultaat([], te_kort=True)
    with connection.cursor() as cursor:
        cursor.execute("set local pg_trgm.word_similarity_threshold = %s", [GELIJKENIS])
    gevonden = list(zichtbaar.filter(inburgeraar__gemeente=gemeente).met_naam_als(vraag)[: MEESTE + 1])
    return Zoekresultaat(gevonden[:MEESTE], meer=len(gevonden) > MEESTE)
