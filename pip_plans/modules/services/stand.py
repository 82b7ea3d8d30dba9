"""How far somebody is with the PVT and the MAP: hours against the norm, and what is missing."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Max, QuerySet, Sum

from cases.enums_groep import Aanwezigheidsstand
from cases.models import Dossier
from inburgering.recht.afronding import Deel, afgerond
from inburgering.recht.feiten import Dossierfeiten
from inburgering.recht.modules import Module, Moduleplicht, map_ontbreekt, pvt_ontbreekt
from inburgering.recht.uren import Urensoort
from pip_plans.modules.enums import Mapresultaat, Mapthema, Urenmodule, Verklaringstand
from pip_plans.modules.models import Pvtbijeenkomst, Verklaring
from pip_plans.voortgang.models import Weekstaat
from pip_plans.voortgang.services.beginstand import vooraf_per_soort

from .plicht import modules_van

NUL = Decimal(0)


@dataclass(frozen=True, slots=True)
class Modulestand:
    """One module of one person: `uren` of `norm`, of which `gemeld` stand in the weeks of the progress.

    `klaar_op` is the day of the fact that it is done, None while it is not.
    """

    plicht: Moduleplicht
    uren: Decimal = NUL
    gemeld: Decimal = NUL
    ontbreekt: tuple[str, ...] = ()
    klaar_op: date | None = None
    laatste_dag: date | None = None  # of the hours

    @property
    def norm(self) -> int:
        return self.plicht.uren or 0

    @property
    def af_te_ronden(self) -> bool:
        """Nothing is missing, and nobody said that it is done."""
        return self.plicht.moet and not self.ontbreekt and self.klaar_op is None


@dataclass(frozen=True, slots=True)
class Pvtstand(Modulestand):
    excursie: bool = False
    verklaring: Verklaring | None = None


@dataclass(frozen=True, slots=True)
class Mapstand(Modulestand):
    themas: frozenset[str] = field(default_factory=frozenset)

    @property
    def themalijst(self) -> list[tuple[str, bool]]:
        """Every theme, with whether hours were spent on it."""
        return [(str(thema.label), thema.value in self.themas) for thema in Mapthema]


def plicht_van(dossier: Dossier, feiten: Dossierfeiten, module: Module) -> Moduleplicht | None:
    """The one module; None while the group is not known."""
    return next((rij for rij in modules_van(dossier, feiten) if rij.module is module), None)


def pvt_van(dossier: Dossier, feiten: Dossierfeiten, plicht: Moduleplicht) -> Pvtstand:
    """Hours and signature. Reports often say the same as the attendance of the group: the most counts."""
    bij = _waar_hij_was(dossier)
    elders, gemeld = _elders(dossier, Urenmodule.PVT), gemelde_uren(dossier)
    laatste = bij.aggregate(dag=Max("datum"))["dag"]
    uren = uren_pvt(dossier, gemeld[Urensoort.PVT]) + vooraf_per_soort(dossier)[Urensoort.PVT]
    verklaring = dossier.verklaringen.filter(stand=Verklaringstand.ONDERTEKEND).first()
    klaar = afgerond(feiten, Deel.PVT)
    return Pvtstand(
        plicht=plicht,
        uren=uren,
        gemeld=gemeld[Urensoort.PVT],
        ontbreekt=pvt_ontbreekt(uren=uren, norm=plicht.uren or 0, ondertekend=verklaring is not None),
        klaar_op=klaar.datum if klaar else None,
        laatste_dag=max((dag for dag in (laatste, elders["laatste"]) if dag), default=None),
        excursie=bij.filter(excursie=True).exists(),
        verklaring=verklaring,
    )


def map_van(dossier: Dossier, feiten: Dossierfeiten, plicht: Moduleplicht) -> Mapstand:
    """Hours that were recorded here and those that an aanbieder reported; themes; the talk."""
    rijen, gemeld = _elders(dossier, Urenmodule.MAP), gemelde_uren(dossier)[Urensoort.MAP]
    uren = rijen["uren"] + gemeld + vooraf_per_soort(dossier)[Urensoort.MAP]
    gesprek = dossier.map_eindgesprekken.filter(resultaat=Mapresultaat.VOLDAAN).exists()
    klaar = afgerond(feiten, Deel.MAP)
    return Mapstand(
        plicht=plicht,
        uren=uren,
        gemeld=gemeld,
        ontbreekt=map_ontbreekt(uren=uren, norm=plicht.uren or 0, gesprek=gesprek),
        klaar_op=klaar.datum if klaar else None,
        laatste_dag=rijen["laatste"],
        themas=frozenset(dossier.module_uren.filter(module=Urenmodule.MAP).values_list("thema", flat=True)),
    )


def uren_pvt(dossier: Dossier, gemeld: Decimal) -> Decimal:
    """The hours of the group or those of the reports, whichever is more, and what was followed elsewhere."""
    groep = _waar_hij_was(dossier).aggregate(uren=Sum("uren"))["uren"] or NUL
    return max(groep, gemeld) + _elders(dossier, Urenmodule.PVT)["uren"]


def uren_map(dossier: Dossier, gemeld: Decimal) -> Decimal:
    return gemeld + _elders(dossier, Urenmodule.MAP)["uren"]


def gemelde_uren(dossier: Dossier) -> dict[Urensoort, Decimal]:
    """What the weeks of the progress say of both modules."""
    som = Weekstaat.objects.van_dossier(dossier.pk).aggregate(pvt=Sum("uren_pvt"), map=Sum("uren_map"))
    return {Urensoort.PVT: som["pvt"] or NUL, Urensoort.MAP: som["map"] or NUL}


def _waar_hij_was(dossier: Dossier) -> "QuerySet[Pvtbijeenkomst]":
    return Pvtbijeenkomst.objects.filter(
        aanwezigheid__deelname__dossier=dossier, aanwezigheid__stand=Aanwezigheidsstand.AANWEZIG
    )


def _elders(dossier: Dossier, module: Urenmodule) -> dict[str, Any]:
    som = dossier.module_uren.filter(module=module).aggregate(uren=Sum("uren"), laatste=Max("datum"))
    return {"uren": som["uren"] or NUL, "laatste": som["laatste"]}
