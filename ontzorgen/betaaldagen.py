"""Days on which banks settle payments in euro: no weekend day and no closing day of T2, the ECB's payment system.

Other days than those on which a term of the law cannot end (`inburgering.recht.kalender`): Koningsdag, 5 mei,
Hemelvaartsdag and Tweede Pinksterdag are ordinary payment days, 1 May is not.
Source: European Central Bank, calendar of the closing days of TARGET, the same six days every year since 2002.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from inburgering.recht.kalender import EEN_DAG, eerste_paasdag


@lru_cache(maxsize=64)
def sluitingsdagen(jaar: int) -> Mapping[date, str]:
    """The closing days of T2 in `jaar`, with their names; also when they fall in a weekend."""
    pasen = eerste_paasdag(jaar)
    dagen = {
        date(jaar, 1, 1): "Nieuwjaarsdag",
        pasen - 2 * EEN_DAG: "Goede Vrijdag",
        pasen + EEN_DAG: "Tweede Paasdag",
        date(jaar, 5, 1): "Dag van de Arbeid",
        date(jaar, 12, 25): "Eerste Kerstdag",
        date(jaar, 12, 26): "Tweede Kerstdag",
    }
    return MappingProxyType(dagen)


def sluitingsdag(dag: date) -> str | None:
    """Why banks do not pay on `dag` ('zaterdag', 'Goede Vrijdag'), or None for a payment day."""
    if naam := sluitingsdagen(dag.year).get(dag):
        return naam
    return {6: "zaterdag", 7: "zondag"}.get(dag.isoweekday())


def is_betaaldag(dag: date) -> bool:
    """Whether banks pay on `dag`."""
    return sluitingsdag(dag) is None


def betaaldag_op_of_voor(dag: date) -> date:
    """`dag` itself when banks pay on it, else the last payment day before it: a rent is early rather than late."""
    while not is_betaaldag(dag):
        dag -= EEN_DAG
    return dag


def laatste_aanleverdag(uitvoerdag: date, dagen_vooraf: int) -> date:
    """The last day to deliver the file to the bank: `dagen_vooraf` payment days before `uitvoerdag`.

    With 0 it is the day itself, before the hour that the bank names. Raises ValueError when `uitvoerdag` is no
    payment day or `dagen_vooraf` is negative.
    """
    if naam := sluitingsdag(uitvoerdag):
        raise ValueError(f"Op {uitvoerdag:%d-%m-%Y} voeren banken geen betalingen uit ({naam}).")
    if dagen_vooraf < 0:
        raise ValueError("Het aantal dagen vooraf kan niet negatief zijn.")
    dag = uitvoerdag
    for _ in range(dagen_vooraf):
        dag = betaaldag_op_of_voor(dag - EEN_DAG)
    return dag
