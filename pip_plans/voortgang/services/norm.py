"""The hours of a dossier beside the norms of its route and group: figures, a bar, and a sentence that says why."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cases.models import Dossier
from inburgering.recht.feiten import Dossierfeiten, Leerroute
from inburgering.recht.herroeping import staand_pip
from inburgering.recht.uren import Urennorm, Urensoort, urennormen
from inburgering.recht.wijziging import AFSCHALEN, AFSCHALEN_UREN, te_weinig_uren
from pip_plans.plan.models import Pip
from pip_plans.uitvoering.enums import CURSUSSEN, Aanbodsoort
from pip_plans.uitvoering.services.passend import Route, route_van
from pip_plans.voortgang.enums import SOORT_VAN, TELVELDEN
from pip_plans.voortgang.models import Weekstaat
from pip_plans.voortgang.weken import uren_tekst

from .beginstand import uren_vooraf

NAMEN = {
    Urensoort.TAAL: "Lessen (NT2 en KNM)",
    Urensoort.PARTICIPATIE: "Participatie",
    Urensoort.MAP: "MAP",
    Urensoort.PVT: "PVT",
}
# Hours of the PVT and the MAP are hours of participation as well (art. 3.14 Besluit inburgering 2021).
VOORAF = ""  # no kind of place: what was followed before this system
TELT_MEE = (Urensoort.PARTICIPATIE, Urensoort.MAP, Urensoort.PVT)
Sommen = Mapping[str, Mapping[str, Decimal]]  # kind of place → field → hours
Urenbron = Callable[[Dossier, Mapping[Urensoort, Decimal]], Mapping[Urensoort, Decimal]]
_BRONNEN: list[Urenbron] = []


def registreer_urenbron(bron: Urenbron) -> Urenbron:
    """Decorator: a higher app that knows more of a component than the weeks; gets their hours and gives the whole."""
    _BRONNEN.append(bron)
    return bron


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One component: hours followed, the norm (None without one), and what that means in Dutch."""

    soort: Urensoort
    naam: str
    gevolgd: Decimal
    norm: int | None
    zin: str

    @property
    def uren(self) -> str:
        return uren_tekst(self.gevolgd)

    @property
    def balk(self) -> int:
        """For the bar: whole hours, never more than the norm."""
        return min(int(self.gevolgd), self.norm or 0)

    @property
    def gehaald(self) -> bool:
        return self.norm is not None and self.gevolgd >= self.norm


def onderdelen(dossier: Dossier, feiten: Dossierfeiten) -> list[Onderdeel]:
    """Every component that the route asks or that there are hours of; empty while the group is not known."""
    if feiten.doelgroep is None:
        return []
    route = route_van(dossier, feiten)
    leerroute = Leerroute(route.leerroute) if route.leerroute else None
    normen = {norm.soort: norm for norm in urennormen(leerroute=leerroute, doelgroep=feiten.doelgroep)}
    sommen = Weekstaat.objects.van_dossier(dossier.pk).sommen()
    gevolgd = per_soort(sommen)
    for bron in _BRONNEN:
        gevolgd |= bron(dossier, gevolgd)
    vooraf = uren_vooraf(dossier)
    if vooraf:
        sommen[VOORAF] = dict.fromkeys(TELVELDEN, Decimal(0)) | vooraf
        gevolgd = {soort: uren + _vooraf(sommen, soort) for soort, uren in gevolgd.items()}
    participatie = _lagere_norm(dossier, feiten)
    return [
        _onderdeel(soort, gevolgd, sommen, normen.get(soort), route, participatie)
        for soort in NAMEN
        if soort in normen or gevolgd[soort] or soort == Urensoort.TAAL
    ]


def per_soort(sommen: Sommen) -> dict[Urensoort, Decimal]:
    """Hours followed per component, each hour under its own."""
    gevolgd = dict.fromkeys(Urensoort, Decimal(0))
    for som in sommen.values():
        for veld, soort in SOORT_VAN.items():
            gevolgd[soort] += som[veld]
    return gevolgd


def _vooraf(sommen: Sommen, soort: Urensoort) -> Decimal:
    """Hours of this component that were followed before this system."""
    return sum((uren for veld, uren in sommen.get(VOORAF, {}).items() if SOORT_VAN.get(veld) == soort), Decimal(0))


def _onderdeel(
    soort: Urensoort,
    gevolgd: Mapping[Urensoort, Decimal],
    sommen: Sommen,
    norm: Urennorm | None,
    route: Route,
    lager: int | None,
) -> Onderdeel:
    telt = soort == Urensoort.PARTICIPATIE and norm is not None
    uren = sum((gevolgd[wat] for wat in TELT_MEE), Decimal(0)) if telt else gevolgd[soort]
    doel = norm.uren if norm else None
    zinnen = [norm.uitleg] if norm else []
    if telt:
        zinnen.append(f"Hierin zitten {uren_tekst(gevolgd[Urensoort.PVT] + gevolgd[Urensoort.MAP])} uur PVT en MAP.")
        if lager:
            doel = lager
            zinnen.append(f"In het PIP staat een lagere norm: {lager} uur (art. 3.16 Regeling inburgering 2021).")
    if eerder := _vooraf(sommen, soort):
        zinnen.append(f"Hiervan is {uren_tekst(eerder)} uur van vóór dit systeem.")
    if soort == Urensoort.TAAL:
        zinnen += [*_taal(sommen, norm, route), *_eerdere_route(sommen, route)]
    if doel and uren < doel:
        zinnen.insert(0, f"Nog {uren_tekst(doel - uren)} uur.")
    return Onderdeel(soort, NAMEN[soort], uren, doel, " ".join(zinnen))


def _taal(sommen: Sommen, norm: Urennorm | None, route: Route) -> Iterator[str]:
    nt2 = sum((som["uren_nt2"] for som in sommen.values()), Decimal(0))
    if norm is None:
        yield "Voor lessen is er in deze route geen vast aantal uren."
    if route.leerroute != Leerroute.B1:
        return
    if te_weinig_uren(int(nt2)):
        yield f"Van deze uren is {uren_tekst(nt2)} uur NT2. Afschalen kan vanaf {AFSCHALEN_UREN} ({AFSCHALEN.kort})."
    else:
        yield f"{uren_tekst(nt2)} uur NT2: wat de uren betreft kan een onderdeel naar A2 ({AFSCHALEN.kort})."


def _eerdere_route(sommen: Sommen, route: Route) -> Iterator[str]:
    """Hours of a course that is not the one of this route count, and a person judges whether they should."""
    for soort, som in sommen.items():
        uren = som["uren_nt2"] + som["uren_knm"]
        if soort in CURSUSSEN and soort != route.cursus and uren:
            naam = Aanbodsoort(soort).label
            yield f"Hiervan is {uren_tekst(uren)} uur in de {naam} gevolgd. Beoordeel of die uren hier meetellen."


def _lagere_norm(dossier: Dossier, feiten: Dossierfeiten) -> int | None:
    """The lower number of hours of participation that the PIP in force gives, None without one."""
    pip = staand_pip(feiten)
    if pip is None:
        return None
    hier = Pip.objects.filter(dossier=dossier, beschikking__nummer=pip.tekst("beschikking"), lagere_norm=True)
    uren: int | None = hier.exclude(beschikking=None).values_list("participatie_uren", flat=True).first()
    return uren
