"""What was paid outlives the dossier: the sums stay right, the person is gone, and one day the payments go too."""

from datetime import date

import pytest
from django.db.models import Sum

from cases.services.vernietiging import vernietig
from inburgering.recht.feiten import FeitSoort
from ontzorgen.bewaren import bewaard_tot
from ontzorgen.enums_betaling import Bankantwoord
from ontzorgen.models import (
    Afrekeningherziening,
    Betaalbatch,
    Betaalpoging,
    Betaalverplichting,
    Inhoudingsregel,
    Leefsituatie,
    Maandafrekening,
    Maandpost,
    Nettouitkering,
    Overname,
    Tegenspraak,
    Uitkeringseenheid,
    VasteLast,
)
from ontzorgen.services.afbouw import spreek_overname_af
from ontzorgen.services.eenheden import stel_eenheid_samen
from ontzorgen.services.herrekenen import haal_uit_om_te_herrekenen
from ontzorgen.services.inhoudingen import maak_lijst
from ontzorgen.services.inrichting import richt_ontzorgen_in
from ontzorgen.services.lasten import leg_post_vast
from ontzorgen.services.leefsituaties import leg_leefsituatie_vast
from ontzorgen.services.maandrun import leg_vast as leg_maand_vast
from ontzorgen.services.prognose import prognose_van
from ontzorgen.services.tegenspraak import beslis, onbeslist
from tests.cases.services.test_vernietiging import tabellen_met
from tests.cases.stukken.hulp import pdf, stuur
from tests.fabriek import asielstatushouder, leg_vast

from .bouw import BEGIN, leg_last, periode
from .bouw_betaling import DEC, MOMENT, NOV, OP, betaalt_zelf, crediteur, huurder, run, vrijgegeven
from .test_terugmelding import lees, status

NAAM, BSN = "Qaderzai", "999284691"


@pytest.fixture
def paar(cast):
    """Two partners in one unit: the rent on a paper of the second, an insurance each, and November on a list."""
    een, twee = (asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=date(2026, 8, 1))
                 for _ in range(2))  # fmt: skip
    richt_ontzorgen_in()
    eenheid = stel_eenheid_samen(
        gemeente=cast.gemeente, dossiers=[twee, een], vanaf=BEGIN, door=cast.sociale_zaken, op=OP
    )
    situatie = Leefsituatie(eenheid=eenheid, vanaf=BEGIN, leefvorm="GEHUWDEN", leeftijdsgroep="VAN_21_TOT_AOW",
                            bron="B-2026-7")  # fmt: skip
    leg_leefsituatie_vast(situatie=situatie, door=cast.sociale_zaken, op=OP)
    for dossier in (een, twee):
        periode(cast, dossier)
    twee.inburgeraar.achternaam, twee.inburgeraar.bsn = NAAM, BSN
    twee.inburgeraar.save(update_fields=["achternaam", "bsn"])
    stuur(cast, ("huurcontract.pdf", pdf()), dossier=twee, omschrijving="huurcontract")
    landlord = crediteur(cast)
    leg_last(cast, eenheid, landlord, stuk=twee.stukken.get())
    for nummer, dossier in enumerate((een, twee)):
        leg_last(cast, eenheid, landlord, soort="zorgverzekering", kenmerk=f"polis {nummer}", dossier=dossier,
                 bedrag=15_000)  # fmt: skip
    leg_last(cast, eenheid, landlord, soort="zorgverzekering", kenmerk="polis nieuw", dossier=twee, eerste_maand=DEC,
             bedrag=2_000)  # fmt: skip
    return een, twee, eenheid


def vernietigd(cast, dossier, op=OP):
    return vernietig(dossier=dossier, grondslag="Besluit 9.9", door=cast.beheerder, op=op, onterecht=True)


def klopt(rij: Maandafrekening) -> bool:
    """What is due to creditors is what the settlement says was paid to them."""
    return rij.verplichtingen.aggregate(som=Sum("bedrag"))["som"] == rij.lasten


def test_the_sums_of_the_partner_stay_right_and_the_person_is_gone(cast, paar):
    een, twee, eenheid = paar
    maak_lijst(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    voor = list(Betaalverplichting.objects.order_by("pk").values_list("bedrag", "kenmerk", "iban"))
    leg_vast(twee, FeitSoort.OVERLIJDEN, OP)
    vernietigd(cast, twee)

    rij = Maandafrekening.objects.get(eenheid=eenheid)
    assert klopt(rij)
    assert list(Betaalverplichting.objects.order_by("pk").values_list("bedrag", "kenmerk", "iban")) == voor
    assert list(eenheid.leden.values_list("dossier", flat=True)) == [een.pk]
    assert {NAAM: tabellen_met(NAAM), BSN: tabellen_met(BSN)} == {NAAM: [], BSN: []}
    namen = dict(Inhoudingsregel.objects.values_list("verplichting__kenmerk", "naam"))
    assert namen == {"contract 11-204": "", "polis 0": een.inburgeraar.naam, "polis 1": ""}


def test_a_cost_of_who_is_gone_ends_with_its_last_month_and_is_never_one_of_the_household(cast, paar):
    een, twee, eenheid = paar
    leg_maand_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    vernietigd(cast, twee)

    over = {last.kenmerk: (last.dossier, last.laatste_maand, last.stuk) for last in eenheid.lasten.all()}
    assert over == {"contract 11-204": (None, None, None), "polis 0": (een, None, None), "polis 1": (None, NOV, None)}
    leg_maand_vast(gemeente=cast.gemeente, maand=DEC, door=cast.uitkeringsadministratie, op=OP)
    in_december = Betaalverplichting.objects.filter(maand=DEC).values_list("kenmerk", flat=True)
    assert sorted(in_december) == ["contract 11-204", "polis 0"]
    assert prognose_van(eenheid=eenheid, op=OP)


def test_payments_stay_seven_years_after_their_year_without_anything_but_amounts_and_creditors(cast):
    betaalt_zelf(cast)
    dossier, eenheid = huurder(cast, crediteur(cast))
    gegevens = {"soort": "INKOMEN", "omschrijving": "loon bij bakkerij Zonneveld", "bedrag": 10_000,
                "eerste_maand": NOV, "bron": "loonstrook"}  # fmt: skip
    leg_post_vast(eenheid=eenheid, gegevens=gegevens, door=cast.sociale_zaken, op=OP)
    afspraak = {"wie": "ander", "naam": "oom Zonneveld", "wijze": "incasso", "vanaf_maand": date(2027, 4, 1)}
    met = {"dossier": dossier, "door": cast.sociale_zaken, "op": OP}
    spreek_overname_af(last=eenheid.lasten.get(), gegevens=afspraak, **met)
    vrijgegeven(cast)
    assert "ontzorgen_maandafrekening" in tabellen_met("Zonneveld")
    bewijs = vernietigd(cast, dossier)

    rij = Maandafrekening.objects.get()
    assert klopt(rij)
    assert sum(regel["bedrag"] for regel in rij.regels if regel["soort"] != "LEEFGELD") == rij.leefgeld
    assert tabellen_met("Zonneveld") == []
    for weg in (Leefsituatie, Maandpost, Overname):
        assert not weg.objects.exists()
    assert "ontzorgen.Betaalpoging" not in bewijs.aantallen
    assert (Betaalpoging.objects.count(), Betaalbatch.objects.count(), VasteLast.objects.count()) == (1, 1, 1)


def test_after_their_own_term_payments_go_with_the_next_dossier_of_the_same_gemeente(cast, uithoorn):
    dossier, _ = huurder(cast, crediteur(cast))
    maak_lijst(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    vernietigd(cast, dossier)
    assert bewaard_tot(NOV) == date(2033, 12, 31)

    def volgende(gemeente, op):
        vernietigd(cast, asielstatushouder(gemeente, cast.consulent, brp=BEGIN, kennisgeving=BEGIN), op)
        return Uitkeringseenheid.objects.count(), Betaalverplichting.objects.count(), Nettouitkering.objects.count()

    assert volgende(cast.gemeente, date(2033, 12, 31)) == (1, 1, 0)
    assert volgende(uithoorn, date(2034, 1, 1)) == (1, 1, 0)
    assert volgende(cast.gemeente, date(2034, 1, 1)) == (0, 0, 0)


def test_what_was_written_of_a_payment_that_the_bank_contradicted_goes_with_the_person(cast):
    betaalt_zelf(cast)
    dossier, _ = huurder(cast, crediteur(cast))
    batch = vrijgegeven(cast)
    lees(cast, batch, status(batch, stand="RJCT"))
    lees(cast, batch, status(batch, nummer="BANK-2", stand="ACSC"))
    wie = {"door": cast.teamleider, "op": OP, "moment": MOMENT}
    rijen = [rij.pk for rij in onbeslist(batch)]
    beslis(batch=batch, rijen=rijen, uitkomst=Bankantwoord.NIET_BETAALD, reden="Zonneveld zag niets komen", **wie)
    assert {"ontzorgen_tegenspraak", "ontzorgen_tegenspraakevent"} <= {*tabellen_met("Zonneveld")}
    vernietigd(cast, dossier)

    assert tabellen_met("Zonneveld") == []
    rij = Tegenspraak.objects.get()
    assert (rij.uitkomst, rij.reden, rij.poging.stand) == ("niet_betaald", "dossier vernietigd", "geweigerd")

    vernietigd(cast, asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=BEGIN), date(2034, 1, 1))
    assert not Tegenspraak.objects.exists()


def test_what_a_withdrawn_month_said_goes_with_the_first_of_two_partners(cast, paar):
    een, twee, eenheid = paar
    betaalt_zelf(cast)
    batch = run(cast)
    poging = batch.pogingen.filter(verplichting__last__dossier=twee).get()
    haal_uit_om_te_herrekenen(poging=poging, reden=f"polis van {NAAM}", door=cast.sociale_zaken, op=OP)
    assert "ontzorgen_afrekeningherziening" in tabellen_met("polis 1")
    vernietigd(cast, twee)

    assert (tabellen_met(NAAM), tabellen_met("polis 1")) == ([], [])
    rij = Afrekeningherziening.objects.get()
    assert (rij.eenheid, rij.inhoud, rij.reden) == (eenheid, {}, "dossier vernietigd")
    vernietigd(cast, een)
    assert not Afrekeningherziening.objects.exists()
