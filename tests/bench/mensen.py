"""People with bijstand, a period of ontzorgen and 3.5 fixed costs each, written straight into the tables."""

from datetime import date
from itertools import count

import pgtrigger

from cases.models import Dossier, Gebeurtenis, Inburgeraar
from ontzorgen.models import (
    Eenheidlid,
    Lastsoort,
    Leefsituatie,
    Ontzorgbesluit,
    Ontzorgperiode,
    Uitkeringseenheid,
    VasteLast,
)
from tests.fabriek import Cast
from tests.ontzorgen.bouw_betaling import IBANS, betaalt_zelf, crediteur

SOORTEN = ("huur", "energie", "water", "zorgverzekering")
BEGIN = date(2026, 8, 1)
_teller = count(1)


def vul_gemeente(cast: Cast, aantal: int) -> None:
    """People with bijstand, a period and three or four fixed costs, written straight into the tables."""
    betaalt_zelf(cast)
    gemeente, door = cast.gemeente, cast.sociale_zaken
    crediteuren = [crediteur(cast, f"Crediteur {n}", IBANS[n % 3]) for n in range(12)]
    soorten = [Lastsoort.objects.get(code=code) for code in SOORTEN]
    nummers = [next(_teller) for _ in range(aantal)]
    with pgtrigger.ignore():
        mensen = Inburgeraar.objects.bulk_create(
            Inburgeraar(gemeente=gemeente, v_nummer=f"{2_000_000_000 + n}", achternaam=f"Naam{n}",
                        sorteernaam=f"naam{n}", zoeknaam=f"naam{n}", geboortedatum=date(1990, 1, 1))
            for n in nummers
        )  # fmt: skip
        dossiers = Dossier.objects.bulk_create(
            Dossier(gemeente=gemeente, inburgeraar=mens, nummer=f"D-2026-{n:05d}")
            for mens, n in zip(mensen, nummers, strict=True)
        )
        Gebeurtenis.objects.bulk_create(
            Gebeurtenis(dossier=dossier, aard="feit", soort="BIJSTAND_INGEGAAN", datum=BEGIN, door_naam="bench")
            for dossier in dossiers
        )
        eenheden = Uitkeringseenheid.objects.bulk_create(
            Uitkeringseenheid(gemeente=gemeente, nummer=f"U-2026-{n:05d}", door=door) for n in nummers
        )
        paren = list(zip(eenheden, dossiers, strict=True))
        Eenheidlid.objects.bulk_create(Eenheidlid(eenheid=e, dossier=d, vanaf=BEGIN) for e, d in paren)
        Leefsituatie.objects.bulk_create(
            Leefsituatie(eenheid=e, vanaf=BEGIN, leefvorm="ALLEENSTAANDE", leeftijdsgroep="VAN_21_TOT_AOW", bron="x",
                         door=door)
            for e in eenheden
        )  # fmt: skip
        einde = {"vanaf": BEGIN, "tot_en_met": date(2027, 1, 31)}
        besluiten = Ontzorgbesluit.objects.bulk_create(
            Ontzorgbesluit(dossier=d, soort="56a", motivering="x", opgesteld_door=door, opgesteld_op=BEGIN, **einde)
            for d in dossiers
        )
        Ontzorgperiode.objects.bulk_create(
            Ontzorgperiode(dossier=d, besluit=b, **einde) for d, b in zip(dossiers, besluiten, strict=True)
        )
        VasteLast.objects.bulk_create(
            VasteLast(eenheid=e, dossier=d if soort.per_persoon else None, soort=soort, kenmerk=f"contract {e.pk}",
                      crediteur=crediteuren[(e.pk + plek) % 12], bedrag=2_000 + e.pk % 20_000, eerste_maand=BEGIN,
                      bron="contract", door=door)
            for e, d in paren
            for plek, soort in enumerate(soorten[: 3 + e.pk % 2])
        )  # fmt: skip
