"""What is recorded of a unit leaves a step in the dossiers it concerns, and in no other."""

from datetime import date

import pytest

from cases.services.geschiedenis import regels
from ontzorgen.services.afbouw import bevestig_overname, spreek_overname_af, zet_overname_terug
from ontzorgen.services.eenheden import stel_eenheid_samen
from ontzorgen.services.inrichting import richt_ontzorgen_in
from ontzorgen.services.lasten import beeindig_last, leg_post_vast, wijzig_last
from tests.fabriek import asielstatushouder

from .bouw import BEGIN, leg_last, maak_crediteur
from .bouw_betaling import DEC, NOV, OP


@pytest.fixture
def paar(cast):
    """Two partners in one unit, the rent of both and an insurance of the second."""
    een, twee = (asielstatushouder(cast.gemeente, cast.consulent, brp=BEGIN, kennisgeving=date(2026, 8, 1))
                 for _ in range(2))  # fmt: skip
    richt_ontzorgen_in()
    eenheid = stel_eenheid_samen(
        gemeente=cast.gemeente, dossiers=[een, twee], vanaf=BEGIN, door=cast.sociale_zaken, op=OP
    )
    verhuurder = maak_crediteur(cast)
    huur = leg_last(cast, eenheid, verhuurder)
    zorg = leg_last(cast, eenheid, verhuurder, soort="zorgverzekering", dossier=twee, kenmerk="polis 12")
    return een, twee, huur, zorg


def spoor(dossier):
    """The steps on fixed costs and posts, in words, the last one last."""
    rijen = dossier.gebeurtenissen.filter(soort__regex="^ONTZORGEN_(LAST|POST)_").order_by("pk")
    return [regel.zin for regel in regels(rijen)]


def test_a_cost_of_both_stands_in_both_dossiers_and_one_of_one_person_only_there(cast, paar):
    een, twee, huur, zorg = paar
    wie = {"door": cast.sociale_zaken, "op": OP}
    wijzig_last(last=zorg, vanaf_maand=DEC, gegevens={"bedrag": 15_200}, **wie)
    beeindig_last(last=huur, laatste_maand=NOV, **wie)

    naam, zaken = cast.consulent.naam, cast.sociale_zaken.naam
    samen = [
        f"{naam} legde een vaste last vast: huur, vanaf oktober 2026.",
        f"{zaken} beëindigde een vaste last: huur, laatste maand november 2026.",
    ]
    assert spoor(een) == samen
    eigen = [
        f"{naam} legde een vaste last vast: zorgverzekering, vanaf oktober 2026.",
        f"{zaken} wijzigde een vaste last: zorgverzekering, vanaf december 2026.",
    ]
    assert spoor(twee) == [samen[0], *eigen, samen[1]]


def test_who_left_the_unit_hears_nothing_of_it_any_more(cast, paar):
    een, twee, huur, _ = paar
    huur.eenheid.leden.filter(dossier=twee).update(tot=date(2026, 11, 1))
    voor = len(spoor(twee))
    gegevens = {"soort": "INKOMEN", "omschrijving": "loon", "bedrag": 10_000, "eerste_maand": DEC, "bron": "strook"}
    leg_post_vast(eenheid=huur.eenheid, gegevens=gegevens, door=cast.sociale_zaken, op=OP)

    assert spoor(een)[-1] == f"{cast.sociale_zaken.naam} legde vast: inkomen, vanaf december 2026."
    assert len(spoor(twee)) == voor


def test_the_same_again_and_what_is_put_right_without_a_difference_leave_nothing(cast, paar):
    een, _, huur, _ = paar
    wie = {"door": cast.sociale_zaken, "op": OP}
    wijzig_last(last=huur, vanaf_maand=huur.eerste_maand, gegevens={"bedrag": huur.bedrag}, **wie)
    assert len(spoor(een)) == 1

    wijzig_last(last=huur, vanaf_maand=huur.eerste_maand, gegevens={"bedrag": 63_000}, **wie)
    for _ in range(2):
        beeindig_last(last=huur, laatste_maand=NOV, **wie)
    assert [zin.removeprefix(f"{cast.sociale_zaken.naam} ") for zin in spoor(een)[1:]] == [
        "wijzigde een vaste last: huur, vanaf oktober 2026.",
        "beëindigde een vaste last: huur, laatste maand november 2026.",
    ]


def test_who_takes_over_a_cost_of_one_person_stands_with_that_person(cast, paar):
    een, twee, huur, zorg = paar
    zelf = {"wie": "inburgeraar", "naam": "", "wijze": "incasso", "vanaf_maand": date(2027, 4, 1)}
    wie = {"dossier": een, "door": cast.sociale_zaken, "op": OP}
    for last in (huur, zorg):
        zet_overname_terug(overname=bevestig(spreek_overname_af(last=last, gegevens=zelf, **wie), wie), **wie)

    def lasten(dossier):
        rijen = dossier.gebeurtenissen.filter(soort__startswith="ONTZORGEN_AFBOUW_")
        return list(rijen.order_by("pk").values_list("gegevens__last", flat=True))

    assert (lasten(een), lasten(twee)) == (["huur"] * 3, ["zorgverzekering"] * 3)


def bevestig(overname, wie):
    return bevestig_overname(overname=overname, datum=OP, bewijs="afschrift", **wie)
