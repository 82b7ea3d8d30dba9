"""Keeping a message of the bank: once, with the lines that a person has to know."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from cases.models import Gemeente
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.models import Bankbericht, Bankregel

from .tegenspraak import houd_vast


@dataclass(frozen=True, slots=True)
class Gelezen:
    """The message, and whether it was new; one that was read before changes nothing."""

    bericht: Bankbericht
    nieuw: bool


def sha256_van(bron: BinaryIO) -> str:
    """Of the whole file, which stands at its beginning afterwards."""
    som = hashlib.sha256()
    bron.seek(0)
    while stuk := bron.read(1024 * 1024):
        som.update(stuk)
    bron.seek(0)
    return som.hexdigest()


def eerder_gelezen(gemeente: Gemeente, sha256: str) -> Bankbericht | None:
    """The same file, read before."""
    gevonden: Bankbericht | None = Bankbericht.objects.filter(gemeente=gemeente, sha256=sha256).first()
    return gevonden


def waarom_te_vroeg(gezegd_op: date | None, uitvoerdag: date) -> str:
    """Why the bank cannot mean what it says happened; '' from the day of paying on."""
    if gezegd_op is None or gezegd_op >= uitvoerdag:
        return ""
    return (f"De bank schrijft dit op {datum_zonder_weekdag(gezegd_op)}, maar de dag van betalen is "
            f"{datum_zonder_weekdag(uitvoerdag)}. De stand verandert niet. Vraag de bank na.")  # fmt: skip


def bewaar_regels(bericht: Bankbericht, regels: Sequence[Bankregel]) -> None:
    """The lines with their message; of what contradicts what was known nothing is paid until a person decides."""
    for rij in regels:
        rij.bericht = bericht
    Bankregel.objects.bulk_create(regels, batch_size=1000)
    houd_vast(regels)
