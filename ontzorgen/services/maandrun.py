"""A month of a gemeente: who is paid for, what, and why not; and freezing it, once and for all.

Reckoned in pieces, so that the number of queries and the memory do not grow with each unit.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.instellingen import instelling
from cases.models import Gemeente, Medewerker
from cases.services.gebeurtenissen import registreer_handelingen
from ontzorgen.afrekening import Maandafrekening as Uitkomst
from ontzorgen.enums_betaling import Betaalwijze
from ontzorgen.handelingen_betaling import MAAND_VASTGESTELD
from ontzorgen.kortingen import AfrekeningFout
from ontzorgen.maanden import eerste_dag, maandnaam, volgende_maand
from ontzorgen.models import (
    Betaalmaand,
    Betaalverplichting,
    Eenheidlid,
    Lasttekort,
    Maandafrekening,
    Ontzorgperiode,
    Uitkeringseenheid,
    VasteLast,
)
from ontzorgen.normen import NormFout

from .afrekening import Maandrekening, maandrekeningen
from .fout import OntzorgFout
from .lasttoets import Lasttoets, Lastvoorstel

STUK = 250


@dataclass(frozen=True, slots=True)
class Eenheidvoorstel:
    """One unit in one month. With `redenen` nothing is paid for it (every amount is nil), and nothing is frozen yet.

    `afrekening` is None when the month cannot be reckoned. `lasten` are all fixed costs that are due, each with what is
    paid of it or why not. `niet_bekendgemaakt`: the decision that rests under it and that was not made known, or ''.
    """

    eenheid: Uitkeringseenheid
    afrekening: Uitkomst | None
    lasten: tuple[Lastvoorstel, ...]
    redenen: tuple[str, ...]
    niet_bekendgemaakt: str = ""

    @property
    def doet_mee(self) -> bool:
        return not self.redenen

    @property
    def totaal(self) -> int:
        """What is paid to creditors, in cents."""
        return sum(last.bedrag for last in self.lasten)

    @property
    def gevraagd(self) -> int:
        """What is due to creditors, in cents."""
        return sum(last.gevraagd for last in self.lasten)


def kandidaten(gemeente: Gemeente, maand: date) -> QuerySet[Uitkeringseenheid]:
    """The units of which a fixed cost is due in this month, or for which the gemeente pays in it, in their order."""
    lasten = VasteLast.objects.filter(eenheid=OuterRef("pk"), eerste_maand__lte=maand)
    lasten = lasten.filter(Q(laatste_maand__isnull=True) | Q(laatste_maand__gte=maand))
    leden = Eenheidlid.objects.in_maand(maand).filter(eenheid=OuterRef("pk"))
    perioden = Ontzorgperiode.objects.in_maand(maand).values("dossier")
    rijen = Uitkeringseenheid.objects.filter(gemeente=gemeente).select_related("gemeente").order_by("pk")
    return rijen.filter(Exists(leden) & Exists(lasten) | Exists(leden.filter(dossier__in=perioden)))


def nog_niet_vastgelegd(gemeente: Gemeente, maand: date) -> QuerySet[Uitkeringseenheid]:
    """The candidates that have no settlement of this month yet."""
    vast = Maandafrekening.objects.van(gemeente, maand).filter(eenheid=OuterRef("pk"))
    return kandidaten(gemeente, maand).filter(~Exists(vast))


def eis_niet_te_ver(maand: date, op: date) -> None:
    """Raises OntzorgFout for a month after the next one: what is frozen no longer follows the facts."""
    if maand > volgende_maand(eerste_dag(op)):
        raise OntzorgFout("Deze maand ligt te ver vooruit: er kan nog veel veranderen.", "maand")


def voorstel(gemeente: Gemeente, maand: date, *, op: date) -> Iterator[Eenheidvoorstel]:
    """Who would be paid for in this month, what, and why not; units that are frozen already are not in it.

    Stores nothing. Gives one unit after another, in pieces of a fixed number of queries.
    """
    for stuk in per_stuk(nog_niet_vastgelegd(gemeente, maand).iterator(chunk_size=STUK)):
        yield from voorstellen(stuk, maand, op=op)


def voorstellen(eenheden: Sequence[Uitkeringseenheid], maand: date, *, op: date) -> list[Eenheidvoorstel]:
    """The same for these units of one gemeente."""
    eenheden = list(eenheden)
    if not eenheden:
        return []
    rekeningen = maandrekeningen(eenheden)
    toets = Lasttoets(eenheden, maand, rekeningen[0].gedeeld)
    return [_voorstel(rekening, maand, toets) for rekening in rekeningen]


@transaction.atomic
def leg_vast(*, gemeente: Gemeente, maand: date, door: Medewerker, op: date) -> Betaalmaand:
    """Freeze the month: what is reckoned now stays, whatever changes later. The way of paying is that of its first day.

    A second call changes nothing of what is frozen; it adds who could not be frozen before. Locks the month, so that
    two at once become one after the other.
    """
    betaalmaand = open_maand(gemeente=gemeente, maand=maand, door=door)
    for stuk in per_stuk(nog_niet_vastgelegd(gemeente, maand)):
        leg_deel_vast(betaalmaand=betaalmaand, eenheden=stuk, door=door, op=op)
    return betaalmaand


@transaction.atomic
def open_maand(*, gemeente: Gemeente, maand: date, door: Medewerker) -> Betaalmaand:
    """The month with its one way of paying, locked until the transaction ends; made when it is not there yet."""
    wijze, bron = instelling(gemeente, "ontzorgen_betaalwijze", maand)
    gegevens = {"wijze": Betaalwijze(wijze), "bron": bron, "door": door}
    rij, _ = Betaalmaand.objects.get_or_create(gemeente=gemeente, maand=maand, defaults=gegevens)
    return Betaalmaand.objects.select_for_update(of=("self",)).select_related("gemeente").get(pk=rij.pk)


@transaction.atomic
def leg_deel_vast(
    *, betaalmaand: Betaalmaand, eenheden: Sequence[Uitkeringseenheid], door: Medewerker, op: date
) -> list[Maandafrekening]:
    """Freeze these units of a month that the caller has locked; those that cannot be paid for are passed over."""
    mee = [v for v in voorstellen(eenheden, betaalmaand.maand, op=op) if v.doet_mee]
    afrekeningen = Maandafrekening.objects.bulk_create(
        _afrekening(betaalmaand, v.eenheid, v.afrekening, v.lasten, door) for v in mee if v.afrekening
    )
    Betaalverplichting.objects.bulk_create(
        _verplichting(afrekening, last, betaalmaand.maand)
        for afrekening, unit in zip(afrekeningen, mee, strict=True)
        for last in unit.lasten
        if last.bedrag
    )
    Lasttekort.objects.bulk_create(
        Lasttekort(afrekening=afrekening, last=last.last, maand=betaalmaand.maand, betaald=last.bedrag,
                   gevraagd=last.gevraagd)
        for afrekening, unit in zip(afrekeningen, mee, strict=True)
        for last in unit.lasten
        if last.tekort > 0
    )  # fmt: skip
    registreer_handelingen(
        dossiers=[lid.dossier for v in mee for lid in v.eenheid.leden.all() if lid.tot is None or lid.tot >= op],
        soort=MAAND_VASTGESTELD,
        datum=op,
        door=door,
        gegevens={"maand": maandnaam(betaalmaand.maand)},
    )
    return afrekeningen


def per_stuk(rijen: Iterable[Uitkeringseenheid]) -> Iterator[list[Uitkeringseenheid]]:
    """The units in lists of at most STUK."""
    stroom = iter(rijen)
    while stuk := list(islice(stroom, STUK)):
        yield stuk


def _voorstel(rekening: Maandrekening, maand: date, toets: Lasttoets) -> Eenheidvoorstel:
    eenheid, lasten = rekening.eenheid, rekening.lasten_in(maand)
    redenen = list(toets.waarom_niet(eenheid))
    buiten = {last: zin for last in lasten if (zin := toets.waarom_buiten(last))}
    if len(buiten) == len(lasten):
        redenen += [f"{last}: {zin}" for last, zin in buiten.items()] or [
            f"In {maandnaam(maand)} is er geen vaste last."
        ]
    afrekening = None
    try:
        afrekening = rekening.maand(maand, zonder=buiten)
        redenen += filter(None, [afrekening.geen_bijstand])
    except (NormFout, AfrekeningFout) as fout:
        redenen.append(str(fout))
    regels = {regel.last.sleutel: regel for regel in afrekening.lasten} if afrekening else {}
    posten = tuple(toets.voorstel(last, regels, buiten.get(last, "")) for last in lasten)
    if redenen:
        posten = tuple(replace(post, bedrag=0) for post in posten)
    onbekend = toets.niet_bekendgemaakt.get(eenheid.pk, "")
    return Eenheidvoorstel(eenheid, afrekening, posten, tuple(redenen), onbekend)


def _afrekening(
    betaalmaand: Betaalmaand,
    eenheid: Uitkeringseenheid,
    uitkomst: Uitkomst,
    lasten: Sequence[Lastvoorstel],
    door: Medewerker,
) -> Maandafrekening:
    return Maandafrekening(
        betaalmaand=betaalmaand,
        eenheid=eenheid,
        norm=uitkomst.norm.bedrag,
        kortingen=uitkomst.totaal_kortingen,
        overbrugging=uitkomst.totaal_overbrugging,
        lasten=uitkomst.totaal_betaald,
        leefgeld=uitkomst.leefgeld,
        vakantietoeslag=uitkomst.vakantietoeslag,
        minimum_leefgeld=uitkomst.minimum_leefgeld,
        regels=_regels(uitkomst, lasten),
        door=door,
    )


def _regels(uitkomst: Uitkomst, lasten: Sequence[Lastvoorstel]) -> list[dict[str, str | int]]:
    """The rows of the settlement, with the fixed costs that were left out before the leefgeld."""
    regels: list[dict[str, str | int]] = [
        {"soort": regel.soort.value, "naam": regel.naam, "bedrag": regel.bedrag, "zin": regel.zin}
        for regel in uitkomst.regels
    ]
    buiten: list[dict[str, str | int]] = [
        {"soort": "NIET_BETAALD", "naam": str(last.last), "bedrag": 0, "zin": last.buiten}
        for last in lasten
        if last.buiten
    ]
    return [*regels[:-1], *buiten, regels[-1]]


def _verplichting(afrekening: Maandafrekening, voorstel: Lastvoorstel, maand: date) -> Betaalverplichting:
    last, rekening = voorstel.last, voorstel.rekening
    return Betaalverplichting(
        afrekening=afrekening,
        last=last,
        maand=maand,
        bedrag=voorstel.bedrag,
        crediteur=last.crediteur,
        crediteur_naam=last.crediteur.naam,
        tenaamstelling=rekening.tenaamstelling if rekening else "",
        iban=rekening.iban if rekening else "",
        kenmerksoort=last.kenmerksoort,
        kenmerk=last.kenmerk,
        zin=voorstel.zin,
    )
