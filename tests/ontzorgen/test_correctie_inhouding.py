"""What the benefit system reported wrong is put right by a correction with a reason; what was said before stays."""

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import InternalError

from ontzorgen.models import Inhoudingsuitkomst
from ontzorgen.services.inhoudingen import regelkenmerk
from ontzorgen.services.verschillen import verschillen_van_eenheid

from .bouw_betaling import OP, crediteur, huurder
from .test_inhoudingen import INHOUDINGEN, lees, maak, redenen

KOP = "regel;uitgevoerd;bedrag;datum;reden"


@pytest.fixture
def regel(cast):
    huurder(cast, crediteur(cast))
    return regelkenmerk(maak(cast).regels.get().verplichting)


def uitkomsten():
    return list(Inhoudingsuitkomst.objects.values_list("gedaan", "bedrag", "vervangen"))


def zinnen(cast):
    eenheid = Inhoudingsuitkomst.objects.first().verplichting.afrekening.eenheid
    zichtbaar = type(eenheid.leden.get().dossier).objects.all()
    return [zin for v in verschillen_van_eenheid(eenheid=eenheid, zichtbaar=zichtbaar, op=OP) for zin in v.zinnen]


def test_another_amount_is_taken_over_with_what_it_was(cast, regel):
    lees(cast, INHOUDINGEN, KOP, f"{regel};ja;512,35;19-11-2026;")
    assert any("ingehouden, verwacht" in zin for zin in zinnen(cast))

    gelezen = lees(cast, INHOUDINGEN, KOP, f"{regel};correctie ja;612,35;19-11-2026;tikfout")
    assert redenen(gelezen) == [("verwerkt", "Correctie. Eerst gemeld: €\xa0512,35 op 19 november 2026.")]
    assert uitkomsten() == [(True, 51_235, True), (True, 61_235, False)]
    assert not any("ingehouden, verwacht" in zin for zin in zinnen(cast))
    opnieuw = lees(cast, INHOUDINGEN, KOP, f"{regel};Correctie ja;612,35;19-11-2026;tikfout")
    assert redenen(opnieuw) == [("ongewijzigd", "")]


def test_done_becomes_not_done_and_can_be_done_after_all(cast, regel):
    lees(cast, INHOUDINGEN, KOP, f"{regel};ja;612,35;19-11-2026;")
    lees(cast, INHOUDINGEN, KOP, f"{regel};correctie nee;;;teruggeboekt")
    assert uitkomsten() == [(True, 61_235, True), (False, 0, False)]
    assert any("niet ingehouden. teruggeboekt" in zin for zin in zinnen(cast))
    lees(cast, INHOUDINGEN, KOP, f"{regel};ja;612,35;20-11-2026;")
    assert not any("niet ingehouden" in zin for zin in zinnen(cast))


def test_a_correction_needs_a_reason_and_something_to_correct(cast, regel):
    eerst = lees(cast, INHOUDINGEN, KOP, f"{regel};correctie ja;612,35;19-11-2026;tikfout",
                 f"{regel};ja;512,35;19-11-2026;", f"{regel};correctie ja;612,35;19-11-2026;tikfout")  # fmt: skip
    niets = "Er is voor dit bestand niets gemeld om te corrigeren. Schrijf ja of nee."
    assert redenen(eerst) == [("geweigerd", niets), ("verwerkt", ""), ("geweigerd", niets)]
    zonder = lees(cast, INHOUDINGEN, KOP, f"{regel};correctie ja;612,35;19-11-2026;")
    assert redenen(zonder) == [("geweigerd", "Schrijf bij een correctie de reden erbij.")]
    gewoon = lees(cast, INHOUDINGEN, KOP, f"{regel};ja;612,35;19-11-2026;")
    assert "Schrijf bij ‘uitgevoerd’ dan correctie ja" in redenen(gewoon)[0][1]
    assert uitkomsten() == [(True, 51_235, False)]


def test_the_database_changes_nothing_of_what_was_said_and_counts_done_once(cast, regel):
    lees(cast, INHOUDINGEN, KOP, f"{regel};ja;512,35;19-11-2026;")
    rij = Inhoudingsuitkomst.objects.get()
    for poging in (lambda: Inhoudingsuitkomst.objects.update(bedrag=1), rij.delete):
        with pytest.raises(InternalError), transaction.atomic():
            poging()
    rij.pk = None
    rij.regel = lees(cast, INHOUDINGEN, KOP, f"{regel};ja;1,00;19-11-2026;").bestand.regels.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        rij.save(force_insert=True)
