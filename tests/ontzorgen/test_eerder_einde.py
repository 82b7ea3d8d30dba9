"""An early end in a month that is paid: the letters and the tab say the same day and the same last month."""

from datetime import date

import pytest

from cases.enums import Rol
from ontzorgen.enums import Eindreden
from ontzorgen.models import Crediteur, Ontzorgperiode
from ontzorgen.services.besluitbrief import brief
from ontzorgen.services.besluiten import stel_vast
from ontzorgen.services.brieven import maak_crediteurbrief
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.lasten import beeindig_last
from ontzorgen.services.maandoverzicht import overzicht_van
from ontzorgen.services.maandrun import leg_vast
from ontzorgen.services.voorstellen import stel_einde_voor
from tests.fabriek import aangesteld

from .bouw import leg_last
from .bouw_betaling import DEC, NOV, OKT, OP, betaalt_zelf, crediteur, huurder, vrijgegeven


@pytest.fixture
def huur(cast):
    """A rent and the water of one person; his landlord has an address."""
    landlord = crediteur(cast)
    Crediteur.objects.update(straat="Postbus 12", postcode_plaats="1110 AA Diemen")
    landlord.refresh_from_db()
    dossier, eenheid = huurder(cast, landlord)
    return dossier, eenheid, eenheid.lasten.get()


def stel_voor(cast, dossier, per):
    return stel_einde_voor(
        dossier=dossier, per=per, eindreden=Eindreden.ANDERS, motivering="U regelt het zelf.",
        door=cast.sociale_zaken, op=OP,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("vast", "per", "maand", "zelf_vanaf"),
    [
        (False, date(2026, 11, 16), NOV, DEC),  # a month is paid whole
        (True, date(2026, 11, 16), NOV, DEC),
        (True, date(2026, 10, 5), NOV, DEC),  # what was fixed goes out
        (False, date(2026, 10, 5), OKT, NOV),
        (False, date(2026, 11, 1), OKT, NOV),
    ],
)
def test_both_letters_the_page_and_the_tab_name_one_last_month(cast, huur, inloggen, vast, per, maand, zelf_vanaf):
    dossier, _, last = huur
    if vast:
        leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    voorstel = stel_voor(cast, dossier, per)
    client, basis = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"
    in_woorden = {OKT: "oktober 2026", NOV: "november 2026"}[maand]
    assert f"huur tot en met {in_woorden}" in client.get(f"{basis}besluiten/{voorstel.pk}/").content.decode()

    besluit = stel_vast(besluit=voorstel, door=aangesteld(cast.gemeente, Rol.SOCIALE_ZAKEN), op=OP)
    inhoud = besluit.inhoud
    assert (inhoud["per"], inhoud["laatste_maand"], inhoud["zelf_vanaf"]) == (
        per.isoformat(), maand.isoformat(), zelf_vanaf.isoformat(),
    )  # fmt: skip
    assert [kost["laatste_maand"] for kost in inhoud["kosten"]] == [maand.isoformat()]
    last.refresh_from_db()
    aan_crediteur = maak_crediteurbrief(dossier=dossier, last=last, door=cast.sociale_zaken, op=OP).inhoud
    assert (aan_crediteur["wat"], aan_crediteur["maand"]) == ("einde", maand.isoformat())
    assert f"De laatste maand die wij betalen, is <strong>{in_woorden}</strong>" in client.get(basis).content.decode()


def test_costs_that_stop_in_another_month_are_each_told_of(cast, huur):
    dossier, eenheid, rent = huur
    water = leg_last(cast, eenheid, rent.crediteur, soort="water", kenmerk="water 8", bedrag=2_000)
    leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    stroom = leg_last(cast, eenheid, rent.crediteur, soort="energie", kenmerk="stroom 9", eerste_maand=DEC)
    voorstel = stel_voor(cast, dossier, date(2026, 12, 20))
    beeindig_last(last=water, laatste_maand=NOV, door=cast.sociale_zaken, op=OP)

    inhoud = brief(voorstel, "ONT-1", "A", OP)
    assert {(kost.kenmerk, kost.laatste_maand) for kost in inhoud.kosten} == {
        (rent.kenmerk, "2026-12-01"), (stroom.kenmerk, "2026-12-01"),
    }  # fmt: skip
    eerder = brief(stel_einde_per(voorstel, date(2026, 10, 5)), "ONT-1", "A", OP)
    assert (eerder.laatste_maand, [kost.laatste_maand for kost in eerder.kosten]) == ("2026-11-01", ["2026-11-01"] * 2)


def stel_einde_per(voorstel, per):
    """The same proposal for another day, not stored."""
    voorstel.vanaf = per
    return voorstel


def test_a_period_that_never_began_pays_no_month(cast, huur):
    dossier, *_ = huur
    begin = Ontzorgperiode.objects.get().vanaf
    inhoud = brief(stel_voor(cast, dossier, begin), "ONT-1", "A", OP)
    assert (inhoud.per, inhoud.laatste_maand, inhoud.kosten) == (begin.isoformat(), "", ())


@pytest.mark.parametrize(("vrij", "uitzoeken"), [(True, 0), (False, 1)])
def test_the_page_of_a_month_that_was_fixed_before_the_end_says_that_it_stopped(cast, huur, vrij, uitzoeken):
    """What was released went to the landlord; what was not, goes out no more, and nobody says that it did."""
    dossier, eenheid, _ = huur
    betaalt_zelf(cast)
    if vrij:
        vrijgegeven(cast)
    else:
        leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    stel_vast(besluit=stel_voor(cast, dossier, date(2026, 10, 20)), door=aangesteld(cast.gemeente, Rol.SOCIALE_ZAKEN),
              op=OP)  # fmt: skip
    vraag = {"dossier": dossier, "eenheid": eenheid, "door": cast.sociale_zaken, "op": OP}
    inhoud = overzicht_van(maand=NOV, **vraag)
    assert (inhoud.gestopt, inhoud.tot_en_met, inhoud.uitzoeken) == (True, "2026-10-19", uitzoeken)
    assert [regel.bedrag for regel in inhoud.betalingen] == [61_235]
    with pytest.raises(OntzorgFout, match="In december 2026 betaalt de gemeente geen vaste lasten"):
        overzicht_van(maand=DEC, **vraag)
