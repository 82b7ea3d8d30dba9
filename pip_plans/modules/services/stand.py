"""How far somebody is with the PVT and the MAP: hours against the norm, and what is missing."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Max, Sum

from cases.enums_groep import Aanwezigheidsstand
from cases.models import Dossier
from inburgering.recht.afronding import Deel, afgerond
from inburgering.recht.feiten import Dossierfeiten
from inburgering.recht.modules import Module, Moduleplicht, map_ontbreekt, pvt_ontbreekt
from pip_plans.modules.enums import Mapresultaat, Mapthema, Urenmodule, Verklaringstand
from pip_plans.modules.models import Pvtbijeenkomst, Verklaring

from .plicht import modules_van

NUL = Decimal(0)


@dataclass(frozen=True, slots=True)
class Modulestand:
    """One module of one person. `uren` of `norm`; `klaar_op`: the fact that it is done, None while it is not."""

    plicht: Moduleplicht
    uren: Decimal = NUL
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
    """Hours of the meetings where he was, and those that were followed elsewhere."""
    bij = Pvtbijeenkomst.objects.filter(
        aanwezigheid__deelname__dossier=dossier, aanwezigheid__stand=Aanwezigheidsstand.AANWEZIG
    )
    groep = bij.aggregate(uren=Sum("uren"), laatste=Max("datum"))
    elders = _elders(dossier, Urenmodule.PVT)
    uren = (groep["uren"] or NUL) + elders["uren"]
    verklaring = dossier.verklaringen.filter(stand=Verklaringstand.ONDERTEKEND).first()
    klaar = afgerond(feiten, Deel.PVT)
    return Pvtstand(
        plicht=plicht,
        uren=uren,
        ontbreekt=pvt_ontbreekt(uren=uren, norm=plicht.uren or 0, ondertekend=verklaring is not None),
        klaar_op=klaar.datum if klaar else None,
        laatste_dag=max((dag for dag in (groep["laatste"], elders["laatste"]) if dag), default=None),
        excursie=bij.filter(excursie=True).exists(),
        verklaring=verklaring,
    )


def map_van(dossier: Dossier, feiten: Dossierfeiten, plicht: Moduleplicht) -> Mapstand:
    elders = _elders(dossier, Urenmodule.MAP)
    gesprek = dossier.map_eindgesprekken.filter(resultaat=Mapresultaat.VOLDAAN).exists()
    klaar = afgerond(feiten, Deel.MAP)
    return Mapstand(
        plicht=plicht,
        uren=elders["uren"],
        ontbreekt=map_ontbreekt(uren=elders["uren"], norm=plicht.uren or 0, gesprek=gesprek),
        klaar_op=klaar.datum if klaar else None,
        laatste_dag=elders["laatste"],
        themas=frozenset(dossier.module_uren.filter(module=Urenmodule.MAP).values_list("thema", flat=True)),
    )


def _elders(dossier: Dossier, module: Urenmodule) -> dict:
    som = dossier.module_uren.filter(module=module).aggregate(uren=Sum("uren"), laatste=Max("datum"))
    return {"uren": som["uren"] or NUL, "laatste": som["laatste"]}
