"""A group of the PVT that met, hours, a refusal, a planned signing, and a message, for every address of the modules."""

from datetime import date
from typing import Any

from cases.models import Dossier
from pip_plans.modules.services.begeleiding import leg_bericht_vast
from pip_plans.uitvoering.models import Aanbieder
from tests.fabriek import Cast
from tests.pip_plans.modules.bouw import dag, maak_groep, map_uren, neem_op, plan, teken
from tests.pip_plans.uitvoering.bouw import OP, maak_contract, plaats_nu, voorstel


def modulerijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    """The dossier has a PIP with the B1-route."""
    groep = maak_groep(cast)
    deelname, eerste = neem_op(cast, groep, dossier), dag(cast, groep, date(2026, 11, 3))
    uren = map_uren(cast, dossier)
    geweigerd = teken(cast, plan(cast, dossier), "geweigerd", "U wilt er eerst over nadenken.")
    gepland = plan(cast, dossier)
    begeleider = Aanbieder.objects.get(pk=groep.aanbieder_id)
    plaats_nu(cast, voorstel(cast, dossier, maak_contract(begeleider, "begeleiding")))
    signaal = {"datum": OP, "soort": "terugkoppeling", "juridisch": True, "psychosociaal": False}
    bericht = leg_bericht_vast(
        dossier=dossier, gegevens=signaal | {"taalcoach": "", "tekst": ""}, door=cast.consulent, op=OP
    )
    per_adres = [
        (groep, ["groep", "groep_wijzigen", "samen_tekenen"]),
        (eerste, ["presentie"]),
        (deelname, ["uitnodigen", "stoppen"]),
        (uren, ["uren_weg"]),
        (gepland, ["uitkomst"]),
        (geweigerd, ["vervolg"]),
        (bericht, ["opgepakt"]),
    ]
    return {f"modules:{naam}.pk": rij.pk for rij, namen in per_adres for naam in namen} | {"modules:uren.module": "map"}
