"""After an extension (art. 57) everything names the later day: the list, what ends, the term and its signals."""

from datetime import UTC, date, datetime

from cases.enums import Rol
from cases.models import Dossier, Signaal
from cases.services import signalen
from cases.services.termijnen import actualiseer
from cases.services.zelfcontrole import verschillen
from cases.toegang import Actie
from ontzorgen.enums import Eindreden
from ontzorgen.services.besluiten import stel_vast
from ontzorgen.services.maandmatrix import einden
from ontzorgen.services.voorstellen import stel_57_voor, stel_einde_voor
from tests.fabriek import aangesteld

from .bouw_betaling import OP, ontzorgd

OUD, NIEUW = date(2027, 3, 8), date(2027, 6, 30)
MAANDEN = tuple(date(2027, maand, 1) for maand in (3, 4, 5, 6))


def test_after_an_extension_the_list_what_ends_and_the_signals_name_the_later_day(cast, inloggen):
    dossier, _ = ontzorgd(cast)
    collega = aangesteld(cast.gemeente, Rol.SOCIALE_ZAKEN)
    wie = {"dossier": dossier, "motivering": "Twee maanden huurschuld.", "door": cast.sociale_zaken, "op": OP}
    besluit = stel_vast(besluit=stel_57_voor(**wie, tot_en_met=NIEUW), door=collega, op=OP)

    zichtbaar = Dossier.objects.zichtbaar_voor(cast.sociale_zaken, cast.gemeente, OP, Actie.ONTZORGEN_LEZEN)
    assert [einde.dag for einde in einden(zichtbaar, MAANDEN)] == [NIEUW]
    pagina = inloggen(cast.sociale_zaken).get("/diemen/ontzorgen/").content.decode()
    assert ("30-06-2027" in pagina or "30 jun" in pagina, "08-03-2027" in pagina, "8 mrt" in pagina) == (
        True, False, False,
    )  # fmt: skip
    termijn = dossier.termijnen.open().get(soort="ONTZORGEN")
    assert (termijn.ruwe_dag, termijn.laatste_dag) == (NIEUW, NIEUW)
    assert besluit.nummer in termijn.uitleg[-1]

    def gemeld(op: date) -> set[date]:
        signalen.maak(gemeente=cast.gemeente, op=op, moment=datetime(2027, 2, 20, tzinfo=UTC))
        rijen = Signaal.objects.filter(termijn__soort="ONTZORGEN", termijn__dossier=dossier)
        return set(rijen.values_list("laatste_dag", flat=True))

    assert gemeld(date(2027, 2, 20)) == set()  # near the old day
    assert gemeld(date(2027, 6, 10)) == {NIEUW}
    assert actualiseer(dossier=dossier, op=OP) == verschillen(dossier, OP) == []

    einde = stel_einde_voor(**wie, per=date(2027, 2, 1), eindreden=Eindreden.BIJSTAND)
    stel_vast(besluit=einde, door=collega, op=OP)
    assert dossier.termijnen.open().get(soort="ONTZORGEN").laatste_dag == OUD  # the term of the law stays
