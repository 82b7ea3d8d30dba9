"""A payment run in the world of the addresses."""

from datetime import date
from typing import Any

from cases.models import Dossier
from ontzorgen.enums_betaling import Afsluitbewijs
from ontzorgen.models import Tegenspraak
from ontzorgen.services.afsluiting import stel_afsluiten_voor
from ontzorgen.services.herrekenen import haal_uit_om_te_herrekenen
from tests.fabriek import Cast
from tests.ontzorgen.bouw import leg_last
from tests.ontzorgen.bouw_betaling import DEC, NOV, OP, betaalt_zelf, crediteur, run, vrijgegeven

AFSLUITEN = ("_afsluiten", "_afsluiten_vaststellen", "_afsluiten_terzijde")
RUNDELEN = ("", "_zoeken", "_beoordelen", "_controleren", "_vrijgeven", "_intrekken", *AFSLUITEN)
OVERIGE = ("betaalrij_uitnemen", "betaalrij_herrekenen", "betaalbestand", "betaalbestand_opnieuw", "terugmelding",
           "tegenspraak", "tegenspraken")  # fmt: skip


def betaalrijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    """A released run of November with its file, a proposal to close it, and two answers of the bank on its payment.

    And one of December, out of which the unit was taken to be reckoned anew.
    """
    betaalt_zelf(cast, vanaf=NOV)
    eenheid = dossier.uitkeringseenheden.get().eenheid
    leg_last(cast, eenheid, crediteur(cast, "Waterbedrijf"), soort="water", kenmerk="w 1", bedrag=1_450)
    batch = vrijgegeven(cast)
    stel_afsluiten_voor(
        batch=batch, bewijs=Afsluitbewijs.NIET_VERSTUURD, kenmerk="", reden="mislukt", door=cast.sociale_zaken
    )
    volgende = run(cast, DEC, date(2026, 12, 23))
    herziening = haal_uit_om_te_herrekenen(
        poging=volgende.pogingen.get(), reden="verkeerd", door=cast.sociale_zaken, op=OP
    )
    namen = [*(f"betaalrun{deel}" for deel in RUNDELEN), *OVERIGE]
    rijen = {f"ontzorgen:{naam}.pk": batch.pk for naam in namen}
    rij = batch.pogingen.get().pk
    Tegenspraak.objects.create(poging_id=rij)
    return rijen | {
        "ontzorgen:betaalrij_uitnemen.rij": rij,
        "ontzorgen:tegenspraak.rij": rij,
        "ontzorgen:betaalrij_herrekenen.rij": rij,
        "ontzorgen:betaalrij_terugzetten.pk": volgende.pk,
        "ontzorgen:betaalrij_terugzetten.herziening": herziening.pk,
    }
