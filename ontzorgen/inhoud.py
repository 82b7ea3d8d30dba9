"""What the letters of ontzorgen say: amounts in whole cents, dates and months as ISO strings."""

from __future__ import annotations

from dataclasses import dataclass

from cases.inhoud import Afzender, Bezwaar, Geadresseerde, Hulp, Inhoud, Kenmerk, Ondertekening


@dataclass(frozen=True, kw_only=True)
class Kost:
    """'Huur' – 'Woningstichting De Dijk' – 61235, paid from October on.

    The creditor is '' for a protected partner. `laatste_maand` is filled in a letter about the end.
    """

    soort: str
    crediteur: str
    kenmerk: str
    bedrag: int
    eerste_maand: str
    laatste_maand: str = ""


@dataclass(frozen=True, kw_only=True)
class Rekenregel:
    """One line of the month: 'huur' – -61235."""

    naam: str
    bedrag: int


@dataclass(frozen=True, kw_only=True)
class Besluitinhoud(Inhoud):
    """What every decision of ontzorgen carries; see `cases.services.briefhoofd.besluithoofd`.

    `wijkt_af` is filled where the policy of the gemeente departs from art. 56a Participatiewet for this person.
    """

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    bezwaar: Bezwaar
    naam: str
    geboortedatum: str
    motivering: tuple[str, ...]
    wijkt_af: str = ""


@dataclass(frozen=True, kw_only=True)
class OntzorgInhoud(Besluitinhoud):
    """Templates 'ontzorgen_56a/v1' and 'ontzorgen_57/v1': what is paid to whom, how long, and what is left.

    `rekening` is the reckoning of `maand`, the first whole month. `eerder_tot` is the last day before an extension.
    """

    vanaf: str
    tot_en_met: str
    kosten: tuple[Kost, ...]
    maand: str
    rekening: tuple[Rekenregel, ...]
    leefgeld: int
    eerder_tot: str = ""


@dataclass(frozen=True, kw_only=True)
class EindeInhoud(Besluitinhoud):
    """Template 'ontzorgen_einde/v1'. `per` is the first day without ontzorgen.

    A month is paid whole: each of `kosten` has its last one. `laatste_maand` and the month after it, `zelf_vanaf`, are
    filled when that is the same month for all of them.
    `reden` follows on "omdat", and is '' when the motivering tells it all. `overleden_op` is filled when the letter is
    for the heirs. `verlengingen`: the numbers of the decisions to go on that fall away with it.
    """

    per: str
    laatste_dag: str
    oud_nummer: str
    oud_datum: str
    reden: str
    kosten: tuple[Kost, ...]
    laatste_maand: str = ""
    zelf_vanaf: str = ""
    overleden_op: str = ""
    verlengingen: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BijzondereInhoud(Besluitinhoud):
    """Template 'bijzondere_bijstand/v1': the overbrugging until the toeslagen come; `bedrag` is None when refused."""

    aanvraag_op: str
    toegekend: bool
    bedrag: int | None
    eerste_maand: str
    laatste_maand: str


@dataclass(frozen=True, kw_only=True)
class AfwijkingInhoud(Besluitinhoud):
    """Template 'ontzorgen_afwijking/v1': of this cost another amount is paid than a decision said.

    `laatste_maand` is '' for one month. `tekort` are the cents a month that are not paid for want of bijstand.
    `leefgeld_meer` are the cents a month by which the leefgeld rises, 0 when it does not or when that is not sure.
    """

    soort: str
    crediteur: str
    maand: str
    bedrag: int
    bedrag_eerder: int
    laatste_maand: str = ""
    tekort: int = 0
    leefgeld_meer: int = 0


@dataclass(frozen=True, kw_only=True)
class WeigeringInhoud(Besluitinhoud):
    """Template 'ontzorgen_weigering/v1': what was asked is refused; `redenen` are the conditions that are not met."""

    aanvraag_op: str
    redenen: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class MachtigingInhoud(Inhoud):
    """Template 'machtiging/v1', for the inburgeraar to sign; no decision."""

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    naam: str
    geboortedatum: str
    kosten: tuple[Kost, ...]
    hulp: tuple[Hulp, ...] = ()
    wijkt_af: str = ""


@dataclass(frozen=True, kw_only=True)
class CrediteurInhoud(Inhoud):
    """Template 'crediteur/v1': only what a creditor needs; no BSN, and not why the gemeente pays.

    `wat` is 'begin', 'wijziging', 'langer' or 'einde'; `maand` the first month of it, for an end
    the last month that is paid.
    `betaalt` says of an end who pays after it: a value of `enums_einde.Vervolgbetaler`.
    """

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    wat: str
    klant: str
    klantnummer: str
    soort: str
    bedrag: int
    maand: str
    betaalt: str = ""
