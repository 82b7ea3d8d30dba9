"""The modules in a real browser: a group with attendance, the signing, the MAP and the guidance, with axe on each."""

import pytest
from playwright.sync_api import Page

from pip_plans.modules.services.begeleiding import leg_bericht_vast
from pip_plans.uitvoering.models import Aanbieder
from tests.fabriek import Cast
from tests.pip_plans.modules.bouw import START, dag, maak_groep, neem_op, plan, teken, veertig_uur
from tests.pip_plans.uitvoering.bouw import OP, maak_contract, met_pip, plaats_nu, voorstel

from .hulp import Reis, controleer_tabellen

pytestmark = [pytest.mark.django_db(transaction=True)]


def test_a_consulent_follows_the_modules_of_one_person(pagina: Page, live_server, cast: Cast) -> None:
    dossier, groep = met_pip(cast), maak_groep(cast)
    neem_op(cast, groep, dossier)
    dag(cast, groep, START, "12", excursie=True)
    teken(cast, plan(cast, dossier), "geweigerd", "U wilt er eerst over nadenken.")
    teken(cast, plan(cast, dossier))
    veertig_uur(cast, dossier)
    bij = maak_contract(Aanbieder.objects.get(pk=groep.aanbieder_id), "begeleiding")
    plaats_nu(cast, voorstel(cast, dossier, bij))
    signaal = {
        "datum": OP,
        "soort": "terugkoppeling",
        "juridisch": True,
        "psychosociaal": True,
        "taalcoach": "gevraagd",
    }
    leg_bericht_vast(dossier=dossier, gegevens=signaal | {"tekst": "De post."}, door=cast.consulent, op=OP)
    reis, modules = Reis(pagina, live_server.url), f"dossiers/{dossier.nummer}/leerroute/modules/"
    reis.als(cast.consulent)

    reis.naar("pvt/")
    reis.naar(f"pvt/{groep.pk}/")
    pagina.get_by_role("link", name="Presentie").click()
    reis.bekijk()
    pagina.get_by_label("aanwezig", exact=True).check()
    reis.druk("Presentie vastleggen")
    reis.naar(f"{modules}pvt/")
    reis.druk("PVT afronden")
    reis.ziet("Het PVT is afgerond op")
    reis.naar(f"{modules}map/")
    reis.naar(f"{modules}map/eindgesprek/")
    pagina.get_by_label("de MAP is afgerond").check()
    reis.vul("Wat is er besproken", "U wilt bakker worden.")
    reis.druk("Vastleggen en verslag maken")
    reis.ziet("De MAP is afgerond op")
    reis.naar(f"{modules}begeleiding/")
    reis.naar(f"{modules}begeleiding/bericht/")
    reis.naar(modules)
    reis.ziet("Iedereen doet het PVT")
    pagina.set_viewport_size({"width": 768, "height": 1024})
    for pad in (f"pvt/{groep.pk}/", modules, f"{modules}pvt/", f"{modules}map/", f"{modules}begeleiding/"):
        reis.naar(pad)
        controleer_tabellen(pagina)
