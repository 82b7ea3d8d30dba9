"""What the page of one import shows: the counts, and one page of rows."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet

from cases.enums import Meldingernst, Regeluitkomst
from cases.klok import vandaag
from cases.models import Dossier, Koppelbestand, Koppelregel
from cases.services.koppelingen.kolommen import LABELS

from .basis import GemeenteRequest

OP_EEN_BLAD = 50
LET_OP = "let-op"
_WAARSCHUWING = Q(meldingen__contains=[{"ernst": Meldingernst.WAARSCHUWING.value}])
KEUZES = {
    "": ("alle regels", Q()),
    Regeluitkomst.FOUT.value: ("fout", Q(uitkomst=Regeluitkomst.FOUT)),
    LET_OP: ("met een waarschuwing", _WAARSCHUWING),
    Regeluitkomst.NIEUW.value: ("nieuw", Q(uitkomst=Regeluitkomst.NIEUW)),
    Regeluitkomst.BIJGEWERKT.value: ("bijgewerkt", Q(uitkomst=Regeluitkomst.BIJGEWERKT)),
    Regeluitkomst.ONGEWIJZIGD.value: ("ongewijzigd", Q(uitkomst=Regeluitkomst.ONGEWIJZIGD)),
    Regeluitkomst.WEGGELATEN.value: ("weggelaten", Q(uitkomst=Regeluitkomst.WEGGELATEN)),
}


@dataclass(frozen=True, slots=True)
class Stand:
    """The counts of a file; `wijzigend` are the rows to write that change anything."""

    totaal: int
    verwerkt: int
    te_schrijven: int
    wijzigend: int
    fout: int
    waarschuwing: int
    nieuw: int
    bijgewerkt: int
    ongewijzigd: int
    weggelaten: int

    @property
    def bevestigd(self) -> int:
        """How many rows the progress counts towards."""
        return self.verwerkt + self.te_schrijven


@dataclass(frozen=True, slots=True)
class Blad:
    """One page of rows, with the addresses of the pages beside it and of the filters."""

    regels: list[Koppelregel]
    toon: str
    filters: list[dict[str, object]]
    vorige: str
    volgende: str
    dossier_ids: set[int]


def stand(bestand: Koppelbestand) -> Stand:
    """All counts in one query."""
    klaar = Q(verwerkt_op__isnull=False)
    niet = Q(uitkomst__in=[Regeluitkomst.FOUT, Regeluitkomst.WEGGELATEN])
    per_uitkomst = {uitkomst.value: Count("pk", filter=Q(uitkomst=uitkomst)) for uitkomst in Regeluitkomst}
    return Stand(
        **bestand.regels.aggregate(
            totaal=Count("pk"),
            verwerkt=Count("pk", filter=klaar),
            te_schrijven=Count("pk", filter=~klaar & ~niet),
            wijzigend=Count("pk", filter=~klaar & ~niet & ~Q(uitkomst=Regeluitkomst.ONGEWIJZIGD)),
            waarschuwing=Count("pk", filter=_WAARSCHUWING),
            **per_uitkomst,
        )
    )


def maak_blad(request: GemeenteRequest, bestand: Koppelbestand) -> Blad:
    """The rows after `?na=` or before `?voor=` (line numbers), of the kind `?toon=`."""
    toon = request.GET.get("toon", "")
    toon = toon if toon in KEUZES else ""
    na, voor = _getal(request.GET.get("na")), _getal(request.GET.get("voor"))
    alle = bestand.regels.filter(KEUZES[toon][1]).select_related("dossier__inburgeraar")
    regels = _stuk(alle, na, voor)
    zichtbaar = _zichtbare_dossiers(request, regels)
    for regel in regels:
        regel.mag_zien = regel.dossier_id is None or regel.dossier_id in zichtbaar  # type: ignore[attr-defined]
        for melding in regel.meldingen:
            melding["label"] = LABELS.get(melding["veld"], "")
    eerste, laatste = (regels[0].nummer, regels[-1].nummer) if regels else (0, 0)
    return Blad(
        regels=regels,
        toon=toon,
        filters=[
            {"label": label, "url": f"?{urlencode({'toon': sleutel})}" if sleutel else "?", "actief": sleutel == toon}
            for sleutel, (label, _) in KEUZES.items()
        ],
        vorige=_adres(toon, "voor", eerste) if regels and alle.filter(nummer__lt=eerste).exists() else "",
        volgende=_adres(toon, "na", laatste) if regels and alle.filter(nummer__gt=laatste).exists() else "",
        dossier_ids=zichtbaar,
    )


def mag_zien(request: GemeenteRequest, regel: Koppelregel) -> bool:
    """Whether this person may see the dossier that the row is about; a row of somebody new is anybody's."""
    return regel.dossier_id is None or regel.dossier_id in _zichtbare_dossiers(request, [regel])


def _zichtbare_dossiers(request: GemeenteRequest, regels: list[Koppelregel]) -> set[int]:
    dossiers = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, vandaag())
    return set(dossiers.filter(pk__in=[regel.dossier_id for regel in regels]).values_list("pk", flat=True))


def _stuk(alle: QuerySet, na: int, voor: int) -> list[Koppelregel]:
    if voor:
        return list(alle.filter(nummer__lt=voor).order_by("-nummer")[:OP_EEN_BLAD])[::-1]
    return list(alle.filter(nummer__gt=na).order_by("nummer")[:OP_EEN_BLAD])


def _getal(tekst: str | None) -> int:
    return int(tekst) if tekst and tekst.isascii() and tekst.isdigit() and len(tekst) < 9 else 0


def _adres(toon: str, richting: str, nummer: int) -> str:
    return "?" + urlencode(({"toon": toon} if toon else {}) | {richting: nummer})
