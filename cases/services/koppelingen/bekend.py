"""What the database of this gemeente knows about the people in a file, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher

from django.db.models import Q

from cases.instellingen import beleid
from cases.kalender import kalender
from cases.models import Dossier, Gebeurtenis, Gemeente, Inburgeraar, Medewerker
from cases.querysets.dossiers import DossierQuerySet
from inburgering.recht.kalender import Kalender
from inburgering.recht.termijnen import Beleid

from .keuren import Keuring, naamsleutel

LIJKT_GENOEG = 0.85


@dataclass(frozen=True, slots=True)
class Naamgenoot:
    """Someone with the same birth date as a person in the file."""

    inburgeraar_id: int
    dossiernummer: str
    naam: str
    sleutel: str


@dataclass(slots=True)
class Bekend:
    """The persons, dossiers and facts that the rows may be about. Never holds anything of another gemeente."""

    gemeente: Gemeente
    beleid: Beleid
    kalender: Kalender
    op_bsn: dict[str, Inburgeraar] = field(default_factory=dict)
    op_v_nummer: dict[str, Inburgeraar] = field(default_factory=dict)
    dossiers: dict[int, list[Dossier]] = field(default_factory=lambda: defaultdict(list))
    afgeschermd: set[int] = field(default_factory=set)
    feiten: dict[int, list[Gebeurtenis]] = field(default_factory=lambda: defaultdict(list))
    naamgenoten: dict[date, list[Naamgenoot]] = field(default_factory=lambda: defaultdict(list))

    def geldend(self, dossier: Dossier) -> list[Gebeurtenis]:
        """The facts of this dossier that hold now."""
        feiten = self.feiten.get(dossier.pk, [])
        vervangen = {feit.corrigeert_id for feit in feiten}
        return [feit for feit in feiten if feit.pk not in vervangen and not feit.vervalt]

    def lijkt_op(self, keuring: Keuring, bekende: Inburgeraar | None) -> Iterable[Naamgenoot]:
        """Other people with this birth date and a name that sounds much the same."""
        geboren = keuring.persoon.get("geboortedatum")
        sleutel = naamsleutel(keuring.persoon)
        for ander in self.naamgenoten.get(geboren, ()) if geboren and sleutel else ():
            anders = bekende is None or ander.inburgeraar_id != bekende.pk
            if anders and SequenceMatcher(None, sleutel, ander.sleutel).ratio() >= LIJKT_GENOEG:
                yield ander


def haal_bekend(*, gemeente: Gemeente, keuringen: Collection[Keuring], door: Medewerker | None, op: date) -> Bekend:
    """Everything known about the people in these rows, as far as `door` may know it; the same queries for any number.

    Of an extra-protected dossier on which `door` is not named only the fact that it blocks is kept. As somebody with a
    similar name it is left out for everybody: the findings of a file are read by the whole team.
    """
    bekend = Bekend(gemeente=gemeente, beleid=beleid(gemeente, op), kalender=kalender())
    nummers = Q(bsn__in={k.bsn for k in keuringen if k.bsn}) | Q(v_nummer__in={k.v_nummer for k in keuringen} - {""})
    personen = list(Inburgeraar.objects.filter(nummers, gemeente=gemeente).select_related("gezin"))
    bekend.op_bsn = {persoon.bsn: persoon for persoon in personen if persoon.bsn}
    bekend.op_v_nummer = {persoon.v_nummer: persoon for persoon in personen if persoon.v_nummer}
    _voeg_dossiers_toe(bekend, {persoon.pk: persoon for persoon in personen}, door)
    _voeg_naamgenoten_toe(bekend, {k.persoon["geboortedatum"] for k in keuringen if "geboortedatum" in k.persoon})
    return bekend


def _voeg_dossiers_toe(bekend: Bekend, personen: Mapping[int, Inburgeraar], door: Medewerker | None) -> None:
    alle = list(Dossier.objects.filter(inburgeraar__in=personen).order_by("pk"))
    zichtbaar = set(_zichtbaar(bekend.gemeente, door).filter(inburgeraar__in=personen).values_list("pk", flat=True))
    for dossier in alle:
        dossier.inburgeraar, dossier.gemeente = personen[dossier.inburgeraar_id], bekend.gemeente
        if dossier.pk in zichtbaar:
            bekend.dossiers[dossier.inburgeraar_id].append(dossier)
        else:
            bekend.afgeschermd.add(dossier.inburgeraar_id)
    for feit in Gebeurtenis.objects.feiten().filter(dossier__in=zichtbaar).order_by("datum", "pk"):
        bekend.feiten[feit.dossier_id].append(feit)


def _voeg_naamgenoten_toe(bekend: Bekend, geboortedata: Collection[date]) -> None:
    velden = ("inburgeraar_id", "nummer", "inburgeraar__geboortedatum")
    namen = ("achternaam", "voorvoegsel", "voornamen")
    zichtbaar = _zichtbaar(bekend.gemeente, None).filter(inburgeraar__geboortedatum__in=geboortedata)
    for pk, nummer, geboren, *delen in zichtbaar.values_list(*velden, *(f"inburgeraar__{naam}" for naam in namen)):
        persoon = dict(zip(namen, delen, strict=True))
        naam = Inburgeraar(**persoon).lijstnaam
        bekend.naamgenoten[geboren].append(Naamgenoot(pk, nummer, naam, naamsleutel(persoon)))


def _zichtbaar(gemeente: Gemeente, door: Medewerker | None) -> DossierQuerySet:
    """The dossiers that `door` may know of; without a person none that is extra protected."""
    dossiers = Dossier.objects.niet_samengevoegd().filter(gemeente=gemeente)
    return dossiers.niet_afgeschermd_voor(door) if door else dossiers.filter(extra_beschermd=False)
