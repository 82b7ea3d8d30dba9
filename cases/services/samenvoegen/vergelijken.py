"""Two records side by side: what differs, what moves, what stands in the way, which terms change. Stores nothing."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cases.beletsels import Stand, beletsels, tweevouden
from cases.enums import Dossierstatus
from cases.feitwoorden import gegevens_in_woorden
from cases.handelingen import label
from cases.models import Dossier, Gebeurtenis, Inburgeraar
from cases.namen import klanksleutel
from cases.services.dossiers import VELDNAMEN
from cases.services.feiten import HANDMATIG, Verschuiving, ongewoon
from cases.services.termijnen import feiten_van, verschillen
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.uitleg import datum_zonder_weekdag

from .verplaatsen import naam_van, telling

BLIJFT, VERVALLEN, BEIDE = "blijft", "vervallen", "beide"
NUMMERS = ("bsn", "v_nummer")
VELDEN = tuple(veld for veld in VELDNAMEN if veld != "gezinsrol")  # the role goes with the gezin
# Facts that a decision or a letter wrote belong to that decision, however much they look alike.
TE_ONTDUBBELEN = (*HANDMATIG, FeitSoort.BIJSTAND_INGEGAAN)


@dataclass(frozen=True, slots=True)
class Keuzes:
    """`velden`: fields of the person taken from the record that ends. `feiten`: kind → blijft, vervallen or beide.

    `enkel`: kind of which a dossier has one (`beletsels.Tweevoud`) → blijft or vervallen.
    """

    velden: frozenset[str] = frozenset()
    feiten: Mapping[str, str] = field(default_factory=dict)
    enkel: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Veldverschil:
    """One field that is not the same; `voorkeur` is what a sensible person would choose."""

    veld: str
    label: str
    blijft: str
    vervallen: str
    voorkeur: str


@dataclass(frozen=True, slots=True)
class Feitverschil:
    """One kind of fact that both have, not with the same date and particulars."""

    soort: str
    label: str
    blijft: list[Gebeurtenis]
    vervallen: list[Gebeurtenis]

    @property
    def in_woorden(self) -> tuple[list[str], list[str]]:
        """The facts of either side as people read them: '5 oktober 2026, AZC Almere'."""
        return [_zin(feit) for feit in self.blijft], [_zin(feit) for feit in self.vervallen]


@dataclass(frozen=True, slots=True)
class Enkelvoud:
    """Something that both have filled while a dossier has one; `blijft` and `vervallen` say what there is."""

    soort: str
    label: str
    blijft: str
    vervallen: str


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Everything that the screen shows before two records become one."""

    blijft: Dossier
    vervallen: Dossier
    velden: list[Veldverschil]
    feiten: list[Feitverschil]
    dubbel: list[Gebeurtenis]
    enkel: list[Enkelvoud]
    verhuist: list[tuple[str, int]]
    twee_personen: list[str]
    beletsels: list[str]
    let_op: list[str]
    verschuivingen: list[Verschuiving]


def vergelijk(*, blijft: Dossier, vervallen: Dossier, keuzes: Keuzes, op: date) -> Vergelijking:
    """Put the records side by side; with `keuzes` the terms are those that would follow from them."""
    hier, daar = geldende_feiten(blijft), geldende_feiten(vervallen)
    weg = {feit.pk for feit in vervalt(hier, daar, keuzes)}
    samen = [feit for dossier in (blijft, vervallen) for feit in feiten_van(dossier) if int(feit.id) not in weg]
    schuift = verschillen(dossier=blijft, feiten=samen, op=op)
    enkel = te_kiezen(blijft, vervallen)
    blijven = {deel.soort for deel in enkel}
    return Vergelijking(
        blijft=blijft,
        vervallen=vervallen,
        velden=veldverschillen(blijft.inburgeraar, vervallen.inburgeraar),
        feiten=feitverschillen(hier, daar),
        dubbel=dubbele(hier, daar),
        enkel=enkel,
        twee_personen=lijken_twee_personen(blijft.inburgeraar, vervallen.inburgeraar),
        verhuist=[(naam_van(soort), aantal) for soort, aantal in telling(vervallen).items() if soort not in blijven],
        beletsels=wat_blokkeert(blijft, vervallen),
        let_op=[*_bescherming(blijft, vervallen), *ongewoon(blijft, samen)],
        verschuivingen=[Verschuiving(rij.oud, rij.nieuw) for rij in schuift],
    )


def te_kiezen(blijft: Dossier, vervallen: Dossier) -> list[Enkelvoud]:
    """What both have and only one can count: a person chooses."""
    return [
        Enkelvoud(deel.soort, deel.label, deel.beschrijf(blijft), deel.beschrijf(vervallen))
        for deel in tweevouden()
        if deel.stand(blijft, vervallen) == Stand.KIES
    ]


def lijken_twee_personen(hier: Inburgeraar, daar: Inburgeraar) -> list[str]:
    """Why these are probably two people: a BSN each, neither birth date nor name the same, or two places in a gezin."""
    zinnen = []
    if hier.bsn and daar.bsn and hier.bsn != daar.bsn:
        zinnen.append("Ze hebben allebei een eigen, geldig BSN. Eén persoon heeft nooit twee BSN's.")
    if hier.geboortedatum != daar.geboortedatum and not _heten_hetzelfde(hier, daar):
        zinnen.append("De geboortedatum is anders en de naam lijkt er niet op.")
    if hier.gezin_id and hier.gezin_id == daar.gezin_id and hier.gezinsrol != daar.gezinsrol:
        zinnen.append("Ze staan samen in één gezin, elk met een eigen rol.")
    return zinnen


def _heten_hetzelfde(hier: Inburgeraar, daar: Inburgeraar) -> bool:
    """The family name sounds alike, and a first name too where both have one."""
    voor = [set(klanksleutel(persoon.voornamen).split()) for persoon in (hier, daar)]
    achter = [klanksleutel(persoon.achternaam) for persoon in (hier, daar)]
    return achter[0] == achter[1] and (not all(voor) or bool(voor[0] & voor[1]))


def wat_blokkeert(blijft: Dossier, vervallen: Dossier) -> list[str]:
    """Why these two cannot be merged (yet), one sentence each."""
    if blijft.inburgeraar_id == vervallen.inburgeraar_id:
        return ["Dit zijn twee dossiers van dezelfde persoon onder verschillende wetten. Die horen apart te blijven."]
    eigen = []
    if blijft.regime != vervallen.regime:
        eigen.append("De dossiers vallen onder verschillende wetten. Corrigeer eerst de wet van een van de twee.")
    if blijft.status != Dossierstatus.LOPEND:
        eigen.append(f"{blijft.nummer} loopt niet meer. Houd het dossier dat nog loopt.")
    ander = Dossier.objects.filter(inburgeraar=vervallen.inburgeraar_id).exclude(pk=vervallen.pk)
    if andere := list(ander.niet_samengevoegd()):
        nummer = "" if andere[0].extra_beschermd else f": {andere[0].nummer}"
        eigen.append(f"De persoon van {vervallen.nummer} heeft nog een dossier{nummer}.")
    return [*eigen, *beletsels(blijft, vervallen)]


def _bescherming(blijft: Dossier, vervallen: Dossier) -> list[str]:
    if blijft.extra_beschermd == vervallen.extra_beschermd:
        return []
    return ["Een van de twee is extra beschermd. Het hele dossier wordt dat: alleen wie erop genoemd is, ziet het nog."]


def veldverschillen(hier: Inburgeraar, daar: Inburgeraar) -> list[Veldverschil]:
    """Fields with another value. What is empty on one side is taken from the other."""
    gevonden = []
    for veld in VELDEN:
        een, ander = getattr(hier, veld), getattr(daar, veld)
        if een != ander and not (een in ("", None) and ander in ("", None)):
            voorkeur = VERVALLEN if een in ("", None) else BLIJFT
            naam = str(VELDNAMEN[veld])
            gevonden.append(Veldverschil(veld, naam, toon(hier, veld), toon(daar, veld), voorkeur))
    return gevonden


def toon(persoon: Inburgeraar, veld: str) -> str:
    """A value as people read it; of a BSN only the end, because it is shown on purpose or not at all."""
    waarde: Any = getattr(persoon, veld)
    if waarde in ("", None):
        return "niet ingevuld"
    if veld == "bsn":
        return f"eindigt op {waarde[-3:]}"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return f"{waarde:%d-%m-%Y}"
    weergave = getattr(persoon, f"get_{veld}_display", None)
    return str(weergave() if weergave else waarde)


def _zin(feit: Gebeurtenis) -> str:
    return ", ".join([datum_zonder_weekdag(feit.datum), *gegevens_in_woorden(feit.gegevens)])


def geldende_feiten(dossier: Dossier) -> list[Gebeurtenis]:
    return list(dossier.gebeurtenissen.feiten().geldend().order_by("datum", "pk"))


def _inhoud(feit: Gebeurtenis) -> tuple[str, date, str]:
    return feit.soort, feit.datum, json.dumps(feit.gegevens, sort_keys=True)


def dubbele(hier: Iterable[Gebeurtenis], daar: Iterable[Gebeurtenis]) -> list[Gebeurtenis]:
    """Facts of the record that ends which the other has as well: kind, date and particulars."""
    bekend = {_inhoud(feit) for feit in hier if feit.soort in TE_ONTDUBBELEN}
    return [feit for feit in daar if _inhoud(feit) in bekend]


def feitverschillen(hier: Iterable[Gebeurtenis], daar: Iterable[Gebeurtenis]) -> list[Feitverschil]:
    """Kinds that both have, while one of them has a fact that the other has not."""
    per_soort: dict[str, tuple[list[Gebeurtenis], list[Gebeurtenis]]] = defaultdict(lambda: ([], []))
    for kant, feiten in enumerate((hier, daar)):
        for feit in feiten:
            if feit.soort in TE_ONTDUBBELEN:
                per_soort[feit.soort][kant].append(feit)
    return [
        Feitverschil(soort, label(soort), een, ander)
        for soort, (een, ander) in per_soort.items()
        if een and ander and {_inhoud(feit) for feit in een} != {_inhoud(feit) for feit in ander}
    ]


def vervalt(hier: list[Gebeurtenis], daar: list[Gebeurtenis], keuzes: Keuzes) -> list[Gebeurtenis]:
    """The facts that count no longer: the doubles, and of each kind the side that was not chosen."""
    weg = {feit.pk: feit for feit in dubbele(hier, daar)}
    for verschil in feitverschillen(hier, daar):
        keuze = keuzes.feiten.get(verschil.soort, BEIDE)
        if keuze == BLIJFT:
            weg |= {feit.pk: feit for feit in verschil.vervallen}
        elif keuze == VERVALLEN:
            bekend = {_inhoud(feit) for feit in verschil.vervallen}
            weg |= {feit.pk: feit for feit in verschil.blijft if _inhoud(feit) not in bekend}
    return list(weg.values())
