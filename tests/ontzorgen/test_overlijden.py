"""The end of ontzorgen when somebody died: the heirs get the letter, and nobody writes to the person any more."""

from datetime import date

import pytest

from cases.enums import Rol
from inburgering.recht.feiten import FeitSoort
from ontzorgen.enums import Eindreden
from ontzorgen.services.besluiten import stel_vast
from ontzorgen.services.brieven import maak_machtiging
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.maandoverzicht import maak_maandoverzicht
from ontzorgen.services.voorstellen import stel_bijzondere_bijstand_voor, stel_einde_voor
from tests.fabriek import aangesteld, leg_vast

from .bouw import leg_last
from .bouw_betaling import DEC, NOV, OP, crediteur, huurder

PER = date(2026, 12, 1)


@pytest.fixture
def huis(cast):
    return huurder(cast, crediteur(cast))


def einde(cast, dossier, reden=Eindreden.OVERLIJDEN):
    """The proposal to stop from December on."""
    return stel_einde_voor(dossier=dossier, per=PER, eindreden=reden, motivering="Overleden op 18 november.",
                           door=cast.sociale_zaken, op=OP)  # fmt: skip


def neem(cast, voorstel):
    """The content of the letter of the decision."""
    besluit = stel_vast(besluit=voorstel, door=aangesteld(cast.gemeente, Rol.SOCIALE_ZAKEN), op=OP)
    return besluit.document.inhoud


def test_the_letter_of_the_end_goes_to_the_heirs_and_the_page_says_so(cast, huis, inloggen):
    dossier, _ = huis
    voorstel = einde(cast, dossier)
    with pytest.raises(OntzorgFout, match="Leg eerst het overlijden vast"):
        neem(cast, voorstel)

    leg_vast(dossier, FeitSoort.OVERLIJDEN, date(2026, 11, 18))
    pagina = inloggen(cast.sociale_zaken).get(f"/diemen/dossiers/{dossier.nummer}/ontzorgen/besluiten/{voorstel.pk}/")
    assert "De brief gaat naar de erven, op het laatste adres." in pagina.content.decode()
    inhoud = neem(cast, voorstel)
    assert inhoud["geadresseerde"]["naam"].startswith("De erven van ")
    assert inhoud["kenmerk"]["onderwerp"] == "Wij stoppen met het betalen van vaste lasten"
    assert (inhoud["overleden_op"], [kost["soort"] for kost in inhoud["kosten"]]) == ("2026-11-18", ["Huur"])


def test_nobody_writes_to_or_grants_anything_to_who_died(cast, huis):
    dossier, eenheid = huis
    met = {"dossier": dossier, "door": cast.sociale_zaken, "op": OP}
    voorstel = stel_bijzondere_bijstand_voor(
        aanvraag_op=OP, toegekend=True, bedrag=10_000, eerste_maand=DEC, laatste_maand=DEC, motivering="x", **met
    )
    leg_vast(dossier, FeitSoort.OVERLIJDEN, date(2026, 11, 18))
    for doe in (
        lambda: neem(cast, voorstel),
        lambda: maak_machtiging(eenheid=eenheid, **met),
        lambda: maak_maandoverzicht(eenheid=eenheid, maand=NOV, **met),
    ):
        with pytest.raises(OntzorgFout, match="is overleden op 18 november 2026"):
            doe()
    assert not dossier.documenten.filter(soort__in=["machtiging", "maandoverzicht"]).exists()


def test_the_letter_names_no_cost_that_goes_on_for_the_partner(cast, huis):
    dossier, eenheid = huis
    partner, _ = huurder(cast, eenheid.lasten.get().crediteur, kenmerk="contract 12")
    lid = partner.uitkeringseenheden.get()
    lid.tot = date(2026, 9, 30)
    lid.save(update_fields=["tot"])
    eenheid.leden.create(dossier=partner, vanaf=date(2026, 10, 1))
    eenheid.leefsituaties.update(leefvorm="GEHUWDEN")
    for wie in (dossier, partner):
        leg_last(cast, eenheid, eenheid.lasten.first().crediteur, soort="zorgverzekering", dossier=wie,
                 kenmerk=f"polis {wie.pk}")  # fmt: skip
    leg_vast(dossier, FeitSoort.OVERLIJDEN, date(2026, 11, 18))
    assert [kost["kenmerk"] for kost in neem(cast, einde(cast, dossier))["kosten"]] == [f"polis {dossier.pk}"]
