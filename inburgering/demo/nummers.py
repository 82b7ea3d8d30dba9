"""Invented numbers in the shape of real ones: a BSN that passes the elfproef and starts with 999, a V-nummer."""

from collections.abc import Iterator
from random import Random

_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def klopt_elfproef(bsn: str) -> bool:
    return sum(gewicht * int(cijfer) for gewicht, cijfer in zip(_GEWICHTEN, bsn, strict=True)) % 11 == 0


def bsns(toeval: Random) -> Iterator[str]:
    """Every number once, in an order that the seed decides. Numbers that start with 999 are given to nobody."""
    volgorde = list(range(1_000_000))
    toeval.shuffle(volgorde)
    return (bsn for getal in volgorde if klopt_elfproef(bsn := f"999{getal:06d}"))


def v_nummers(toeval: Random) -> Iterator[str]:
    return (f"2{getal:09d}" for getal in toeval.sample(range(600_000_000, 900_000_000), 100_000))


def telefoonnummer(toeval: Random) -> str:
    """A number that rings with nobody: no mobile number goes on with a zero after 06."""
    return f"06 0{toeval.randrange(1_000_000, 10_000_000)}"
