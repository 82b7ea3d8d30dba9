"""A result of an exam and offers to and from this gemeente, for every address that needs one."""

from datetime import date
from typing import Any

from cases.models import Dossier, Gemeente
from pip_plans.afronding.services.examens import leg_uitslag_vast
from pip_plans.afronding.services.overdracht import bied_aan
from tests.fabriek import Cast, maak_dossier


def afrondingrijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    """The dossier has a PIP with the B1-route."""
    rij = leg_uitslag_vast(
        dossier=dossier, onderdeel="lezen", niveau="B1", uitslag="geslaagd", datum=date(2026, 11, 10), volgens="DUO",
        door=cast.consulent, op=date(2026, 11, 20),
    )  # fmt: skip
    uithoorn = Gemeente.objects.get(slug="uithoorn")
    velden: dict[str, Any] = {"vertrek_op": date(2026, 11, 30), "op": date(2026, 11, 20)}
    weg = bied_aan(dossier=dossier, naar=uithoorn, door=cast.consulent, **velden)
    elders = maak_dossier(uithoorn, cast.buitenstaander, op=date(2026, 11, 20))
    binnen = bied_aan(dossier=elders, naar=cast.gemeente, door=cast.buitenstaander, **velden)
    per_adres = [(rij, ["corrigeren", "intrekken"]), (weg, ["overdracht_intrekken"])]
    per_adres += [(binnen, ["overdracht", "overdracht_weigeren"])]
    return {f"afronding:{naam}.pk": object_.pk for object_, namen in per_adres for naam in namen}
