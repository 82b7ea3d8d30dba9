"""What a partner reads of ontzorgen on an agenda: of each dossier its own, in as many queries as of one."""

from datetime import date, time

from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Dossier
from cases.services.overleg import bewaar_partner
from cases.services.verstrekken import deelbladen
from ontzorgen.services.trainingen import bewaar_groep, bewaar_training, meld_aan, plan_bijeenkomst
from tests.fabriek import maak_dossier

from .bouw import leg_last
from .bouw_betaling import betaalt_zelf, crediteur, huurder

MAAND_VIER = date(2026, 12, 9)
EIGEN = ("ontzorgen", "afbouw", "training")


def bladen(cast, dossiers):
    """The lines of ontzorgen per dossier, and how many queries that took."""
    gegevens = {"naam": "VW", "soort": "begeleiding", "actief": True}
    partner = cast.gemeente.overlegpartners.first() or bewaar_partner(
        gemeente=cast.gemeente, gegevens=gegevens, door=cast.consulent
    )
    rijen = list(Dossier.objects.filter(pk__in=[dossier.pk for dossier in dossiers]).order_by("pk")
                 .select_related("inburgeraar", "consulent", "gemeente"))  # fmt: skip
    with CaptureQueriesContext(
        connection,
    ) as vragen:
        gevonden = deelbladen(partner=partner, dossiers=rijen, op=MAAND_VIER)
    return [{code: waarde for code, _, waarde in blad.regels if code in EIGEN} for blad in gevonden], len(vragen)


def test_each_dossier_has_its_own_lines_and_more_dossiers_ask_no_more(cast):
    betaalt_zelf(cast)
    landlord = crediteur(cast)
    (een, eenheid), (twee, _) = (huurder(cast, landlord, kenmerk=f"contract {nummer}") for nummer in range(2))
    leg_last(cast, eenheid, landlord, soort="water", kenmerk="klant 1")
    zonder = maak_dossier(cast.gemeente, cast.consulent, op=MAAND_VIER)
    training = bewaar_training(gemeente=cast.gemeente, naam="Eurowijzer", aanbieder="VW", door=cast.consulent)
    groep = {"training": training, "taal": "Arabisch", "vorm": "online", "plaats": "", "plaatsen": 8,
             "start": MAAND_VIER}  # fmt: skip
    wie = {"door": cast.consulent, "op": MAAND_VIER}
    rij = bewaar_groep(gemeente=cast.gemeente, gegevens=groep, **wie)
    plan_bijeenkomst(groep=rij, datum=MAAND_VIER, begin=time(10), door=cast.consulent)
    meld_aan(groep=rij, dossier=twee, **wie)

    dagen = {"ontzorgen": "9 september 2026 tot en met 8 maart 2027"}
    samen, vragen = bladen(cast, [een, twee, zonder])
    assert samen == [
        dagen | {"afbouw": "huur, water"},
        dagen | {"afbouw": "huur", "training": "Eurowijzer, Arabisch: geplaatst"},
        {},
    ]
    _, vragen_van_een = bladen(cast, [een])
    assert (vragen, vragen <= 9) == (vragen_van_een, True)


def test_an_empty_agenda_has_no_sheets(cast):
    assert bladen(cast, [])[0] == []
