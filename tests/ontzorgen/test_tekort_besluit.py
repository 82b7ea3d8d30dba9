"""Paying less than decided for want of bijstand asks a decision of its own, until there is one."""

import pgtrigger
import pytest

from cases.enums import Rol
from cases.panelen import Werkblik
from cases.services.termijnen import dossierfeiten_van
from ontzorgen import panelen
from ontzorgen.models import Lasttekort
from ontzorgen.services.aandacht import stand_van
from ontzorgen.services.afrekening import Maandrekening
from ontzorgen.services.besluiten import stel_vast
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.herrekenen import haal_uit_om_te_herrekenen
from ontzorgen.services.maandoverzicht import overzicht_van
from ontzorgen.services.voorstellen import stel_afwijking_voor
from tests.fabriek import aangesteld

from .bouw import leg_last
from .bouw_betaling import DEC, NOV, OP, betaalt_zelf, crediteur, huurder, run
from .hulp import kaal


@pytest.fixture
def collega(cast):
    return aangesteld(cast.gemeente, Rol.SOCIALE_ZAKEN)


@pytest.fixture
def krap(cast):
    """Rent of € 1.200 and health insurance of € 300: there is no bijstand for all of the second."""
    betaalt_zelf(cast)
    dossier, eenheid = huurder(cast, crediteur(cast), bedrag=120_000)
    polis = {"soort": "zorgverzekering", "kenmerk": "polis 1", "dossier": dossier, "bedrag": 30_000}
    zorg = leg_last(cast, eenheid, crediteur(cast, "Polder Zorg"), **polis)
    return dossier, eenheid, zorg


def gevraagd(cast, dossier) -> list[str]:
    """The question in the dossier and the rows of the pile say the same."""
    vragen = stand_van(dossier=dossier, feiten=dossierfeiten_van(dossier), op=OP).aandacht
    in_dossier = [vraag for vraag in vragen if vraag.titel.startswith("Afwijkende betaling")]
    blik = Werkblik(cast.sociale_zaken, cast.gemeente, frozenset({"sociale_zaken"}), OP)
    rijen = [rij for rij in panelen._besluitrijen(blik, 10) if rij.titel.startswith("Afwijkende betaling")]
    assert len(rijen) == len(in_dossier)
    return [kaal(vraag.reden) for vraag in in_dossier]


def stel_voor(cast, krap, **anders):
    dossier, _, last = krap
    gegevens = {"dossier": dossier, "last": last, "maand": NOV, "motivering": "Te weinig.", "door": cast.sociale_zaken}
    return stel_afwijking_voor(op=OP, **gegevens | anders)


def test_a_run_that_pays_short_asks_a_decision_until_it_holds(cast, krap, collega, inloggen):
    dossier, eenheid, last = krap
    assert gevraagd(cast, dossier) == []
    batch = run(cast)
    tekort = Lasttekort.objects.get()
    assert (tekort.last, tekort.maand, tekort.gevraagd) == (last, NOV, 30_000)
    (vraag,) = gevraagd(cast, dossier)
    assert "In november 2026 wordt" in vraag
    assert "van € 300,00 betaald voor zorgverzekering: er is niet genoeg bijstand." in vraag

    client = inloggen(cast.sociale_zaken)
    nieuw = f"/diemen/dossiers/{dossier.nummer}/ontzorgen/besluiten/nieuw/afwijking/?last={last.pk}&maand=2026-11"
    assert nieuw.replace("&", "&amp;") in client.get(f"/diemen/ontzorgen/betaalruns/{batch.pk}/").content.decode()
    assert nieuw.replace("&", "&amp;") in client.get("/diemen/ontzorgen/besluiten/").content.decode()
    form = client.get(nieuw).context["form"]
    assert (form.initial["last"], form.initial["maand"], form.initial["bedrag"]) == (last, NOV, tekort.betaald)
    assert "niet hoog genoeg" in form.initial["motivering"]

    with pytest.raises(OntzorgFout, match="Leg dat bedrag voor"):
        stel_voor(cast, krap, bedrag=1)
    voorstel = stel_voor(cast, krap, bedrag=tekort.betaald)
    assert gevraagd(cast, dossier) == []
    besluit = stel_vast(besluit=voorstel, door=collega, op=OP)
    assert gevraagd(cast, dossier) == []
    assert besluit.inhoud["tekort"] == 30_000 - tekort.betaald
    beeld = overzicht_van(dossier=dossier, eenheid=eenheid, maand=NOV, door=cast.sociale_zaken, op=OP)
    assert [regel.tekort for regel in beeld.betalingen] == [0, 30_000 - tekort.betaald]  # he still owes it

    with pgtrigger.ignore("cases.Beschikking:einde_met_opvolger"):
        type(besluit).objects.filter(pk=besluit.pk).update(status="herroepen")
    assert len(gevraagd(cast, dossier)) == 1


def test_decided_beforehand_for_some_months_the_run_is_not_short(cast, krap, collega):
    dossier, eenheid, _ = krap
    alles = Maandrekening(eenheid).maand(NOV).totaal_betaald
    voorstel = stel_voor(cast, krap, bedrag=alles - 120_000, laatste_maand=DEC)
    besluit = stel_vast(besluit=voorstel, door=collega, op=OP)
    assert (besluit.inhoud["maand"], besluit.inhoud["laatste_maand"]) == ("2026-11-01", "2026-12-01")
    run(cast)
    assert Maandrekening(eenheid).maand(DEC).totaal_betaald == alles
    assert not Lasttekort.objects.exists()
    assert gevraagd(cast, dossier) == []


def test_a_month_that_is_withdrawn_asks_nothing_any_more(cast, krap):
    batch = run(cast)
    haal_uit_om_te_herrekenen(poging=batch.pogingen.first(), reden="x", door=cast.uitkeringsadministratie, op=OP)
    assert not Lasttekort.objects.exists()


def test_two_costs_can_be_proposed_at_once_and_the_last_month_follows_the_first(cast, krap):
    stel_voor(cast, krap, bedrag=0)
    stel_voor(cast, krap, last=krap[1].lasten.first(), bedrag=0)
    with pytest.raises(OntzorgFout, match="Er ligt al zo'n voorstel"):
        stel_voor(cast, krap, bedrag=0)
    with pytest.raises(OntzorgFout, match="ligt voor de eerste") as fout:
        stel_voor(cast, krap, maand=DEC, laatste_maand=NOV, bedrag=0)
    assert fout.value.veld == "laatste_maand"
