"""Money that went to a creditor and was never withheld is a difference, and work."""

from cases.models import Dossier
from cases.panelen import Werkblik, werkstapels
from ontzorgen.services.betaalstops import hervat_betalingen, stop_betalingen
from ontzorgen.services.inhoudingen import maak_lijst
from ontzorgen.services.verschillen import verschillen_van_eenheid

from .bouw_betaling import MOMENT, NOV, OP, betaalt_zelf, crediteur, huurder, vrijgegeven
from .hulp import kaal


def lijst(cast):
    return maak_lijst(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)


def te_doen(cast):
    blik = Werkblik(cast.uitkeringsadministratie, cast.gemeente, frozenset({"uitkeringsadministratie"}), OP)
    (stapel,) = [rij for rij in werkstapels(blik.rollen) if rij.kop == "Betaald en niet ingehouden"]
    rijen = [rij.titel for rij in stapel.lijst(blik, 9)]
    assert stapel.tel(blik) == len(rijen)
    return rijen


def zinnen(eenheid):
    return [
        kaal(zin)
        for verschil in verschillen_van_eenheid(eenheid=eenheid, zichtbaar=Dossier.objects.all(), op=OP)
        for zin in verschil.zinnen
    ]


def test_a_payment_that_went_out_before_the_stop_is_missed_on_the_list(cast):
    betaalt_zelf(cast)
    landlord = crediteur(cast)
    dossier, eenheid = huurder(cast, landlord)
    huurder(cast, landlord, kenmerk="contract 2")
    vrijgegeven(cast)
    assert te_doen(cast) == []
    stop, _ = stop_betalingen(dossier=dossier, reden="uitzoeken", door=cast.sociale_zaken, op=OP)
    assert lijst(cast).aantal == 1

    gemist = "Huur aan Woningstichting De Dijk: € 612,35 verzonden, maar het staat op geen inhoudingslijst."
    assert zinnen(eenheid) == [gemist]
    assert te_doen(cast) == ["Inhouden: 1 betaling zonder inhouding"]
    hervat_betalingen(stop=stop, door=cast.sociale_zaken, op=OP, moment=MOMENT)
    assert lijst(cast).aantal == 1
    assert (zinnen(eenheid), te_doen(cast)) == ([], [])
