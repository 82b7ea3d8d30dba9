"""Results of exams: recorded once, put right with a reason, and how many attempts are still free."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from cases.models import Dossier, Gebeurtenis, Medewerker
from cases.services.gebeurtenissen import corrigeer_feit, registreer_feit
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.afronding import Plan, geslaagd, pogingen
from inburgering.recht.duo_besluit import DuoAanvraag, DuoUitkomst, voor_de_plicht
from inburgering.recht.examens import EXAMEN_LABELS, Examenonderdeel, Niveau, Uitslag, gratis_pogingen
from inburgering.recht.feiten import Dossierfeiten, Feit, FeitSoort, Leerroute, Regime
from inburgering.recht.termijnen import einde_reden
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.plan.models import Pip

from .fout import AfrondingFout
from .plan import pip_van

EERSTE_DAG = {Regime.WI2021: date(2022, 1, 1), Regime.WI2013: date(2013, 1, 1)}
BRON = "examen"


@dataclass(frozen=True, slots=True)
class Examenbeeld:
    """One exam on the page: the level the PIP asks, the attempts, whether it is done, and what is still free."""

    onderdeel: Examenonderdeel
    naam: str
    niveau: Niveau | None
    pogingen: tuple[Feit, ...]
    geslaagd: Feit | None
    gratis: int
    uitleg: str


def examens_van(dossier: Dossier, feiten: Dossierfeiten, plan: Plan) -> list[Examenbeeld]:
    """The five exams in their order."""
    pip = pip_van(dossier)
    return [_beeld(onderdeel, feiten, plan, pip) for onderdeel in Examenonderdeel]


def _beeld(onderdeel: Examenonderdeel, feiten: Dossierfeiten, plan: Plan, pip: Pip | None) -> Examenbeeld:
    niveau, gedaan = plan.niveau(onderdeel), pogingen(feiten, onderdeel)
    over, uitleg = _gratis(onderdeel, feiten, plan, pip)
    return Examenbeeld(
        onderdeel, EXAMEN_LABELS[onderdeel], niveau, gedaan, geslaagd(feiten, onderdeel, niveau), over, uitleg
    )


def _gratis(onderdeel: Examenonderdeel, feiten: Dossierfeiten, plan: Plan, pip: Pip | None) -> tuple[int, str]:
    """How many attempts are still free, and why that many. Attempts below the level of the PIP were paid."""
    if feiten.regime is Regime.WI2013:
        return 0, "Onder de Wet inburgering 2013 betaalt de inburgeraar de examens zelf."
    if plan.leerroute is None or feiten.doelgroep is None:
        return 0, "Leg eerst de doelgroep en de leerroute vast."
    niveau = plan.niveau(onderdeel)
    in_pip = plan.leerroute is Leerroute.Z and pip is not None and onderdeel.value in pip.examenwensen
    gratis = gratis_pogingen(
        leerroute=plan.leerroute, doelgroep=feiten.doelgroep, onderdeel=onderdeel, niveau=niveau,
        pip_niveau=niveau or Niveau.B1, in_pip=in_pip,
    )  # fmt: skip
    op_niveau = [
        feit
        for feit in pogingen(feiten, onderdeel)
        if feit.tekst("uitslag") != Uitslag.VRIJGESTELD and (niveau is None or feit.tekst("niveau") >= niveau)
    ]
    return gratis.over(len(op_niveau)), gratis.uitleg


@transaction.atomic
def leg_uitslag_vast(
    *, dossier: Dossier, onderdeel: str, datum: date, uitslag: str, volgens: str, door: Medewerker | None, op: date,
    niveau: str = "", toelichting: str = "",
) -> Gebeurtenis:  # fmt: skip
    """Record the result of one attempt.

    Raises AfrondingFout for a day to come or before the act, without a level, for a second result of one exam on one
    day (an attempt is known by its day), for what was passed on that level already, and for a day before the duty
    without a word on why it counts.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    gegevens = _gegevens(onderdeel, niveau, uitslag, volgens)
    _keur(dossier, gegevens, datum, op)
    if not toelichting.strip() and (zin := voor_de_plicht(dossierfeiten_van(dossier), datum)):
        raise AfrondingFout(f"{zin} Schrijf in de toelichting waarom deze uitslag telt.", "datum")
    return registreer_feit(
        dossier=dossier, soort=FeitSoort.EXAMENUITSLAG, datum=datum, door=door, op=op, gegevens=gegevens,
        toelichting=toelichting,
    )  # fmt: skip


@transaction.atomic
def corrigeer_uitslag(
    *, uitslag: Gebeurtenis, datum: date, gegevens: Mapping[str, str], reden: str, door: Medewerker | None, op: date
) -> Gebeurtenis:
    """Another day, level or result, with the reason; raises what `leg_uitslag_vast` does, and GebeurtenisFout."""
    Dossier.objects.select_for_update(of=("self",)).get(pk=uitslag.dossier_id)
    nieuw = _gegevens(**gegevens)
    _keur(uitslag.dossier, nieuw, datum, op, behalve=uitslag)
    return corrigeer_feit(gebeurtenis=uitslag, datum=datum, gegevens=nieuw, toelichting=reden, door=door, op=op)


def trek_in(*, feit: Gebeurtenis, reden: str, door: Medewerker | None, op: date) -> Gebeurtenis:
    """A result or a part that never was, with the reason; what hangs on it follows."""
    return corrigeer_feit(gebeurtenis=feit, datum=feit.datum, vervalt=True, toelichting=reden, door=door, op=op)


def telt_niet_mee(feiten: Dossierfeiten, datum: date) -> str:
    """Why a result of this day may change nothing: the duty had ended, or DUO exempted from a part. '' otherwise."""
    if (reden := einde_reden(feiten)) and any(
        feit.datum <= datum for soort in (FeitSoort.EINDE_PLICHT, FeitSoort.OVERLIJDEN) for feit in feiten.alle(soort)
    ):
        return f"{reden} Deze uitslag verandert daar niets aan."
    deel = next((feit for feit in feiten.alle(FeitSoort.BESLUIT_DUO) if _ontheffing(feit)), None)
    if deel:
        dag = datum_zonder_weekdag(deel.datum)
        return (
            f"DUO gaf op {dag} ontheffing voor een deel. Staat dit onderdeel in dat besluit, leg dan "
            "‘vrijgesteld door DUO’ vast: dan hoeft het examen niet meer."
        )
    return ""


def _ontheffing(feit: Feit) -> bool:
    return feit.tekst("aanvraag") == DuoAanvraag.ONTHEFFING and feit.tekst("uitkomst") == DuoUitkomst.TOEGEKEND


def _gegevens(onderdeel: str, niveau: str, uitslag: str, volgens: str) -> dict[str, str]:
    waarden = {"onderdeel": onderdeel, "niveau": niveau, "uitslag": uitslag, "volgens": volgens}
    return {naam: waarde for naam, waarde in waarden.items() if waarde}


def _keur(
    dossier: Dossier, gegevens: Mapping[str, str], datum: date, op: date, behalve: Gebeurtenis | None = None
) -> None:
    if datum > op:
        raise AfrondingFout("Deze dag ligt in de toekomst. Leg de uitslag vast als die er is.", "datum")
    eerste = EERSTE_DAG[Regime(dossier.regime)]
    if datum < eerste:
        raise AfrondingFout(f"Voor {datum_zonder_weekdag(eerste)} gold de wet van dit dossier nog niet.", "datum")
    knm, vrij = gegevens["onderdeel"] == Examenonderdeel.KNM, gegevens["uitslag"] == Uitslag.VRIJGESTELD
    if not (knm or vrij or gegevens.get("niveau")):
        raise AfrondingFout("Kies op welk niveau dit examen was.", "niveau")
    if knm and gegevens.get("niveau"):
        raise AfrondingFout("KNM heeft geen niveau.", "niveau")
    ander = dossierfeiten_van(dossier)
    for feit in pogingen(ander, Examenonderdeel(gegevens["onderdeel"])):
        if feit.datum == datum and (behalve is None or int(feit.id) != behalve.pk):
            raise AfrondingFout(
                "Van dit onderdeel is op deze dag al een uitslag vastgelegd. Corrigeer die als er iets niet klopt.",
                "datum",
            )
        if _al_gehaald(feit, gegevens) and (behalve is None or int(feit.id) != behalve.pk):
            dag = datum_zonder_weekdag(feit.datum)
            raise AfrondingFout(f"Dit examen is al gehaald op {dag}. Corrigeer dat als er iets niet klopt.", "uitslag")


def _al_gehaald(feit: Feit, gegevens: Mapping[str, str]) -> bool:
    """Both are a pass, and the one that is there is on this level or higher."""
    beide = feit.tekst("uitslag") == gegevens["uitslag"] == Uitslag.GESLAAGD
    return beide and feit.tekst("niveau") >= gegevens.get("niveau", "")
