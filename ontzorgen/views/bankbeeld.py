"""What the pages of a run say of the bank, of the account that pays, and of what was not paid before."""

from datetime import date
from typing import Any

from django.db.models import Prefetch

from cases.kort import kort
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest
from ontzorgen.enums_betaling import Bankuitkomst
from ontzorgen.models import Bankregel, Betaalbatch, Tegenspraak
from ontzorgen.rekening import in_groepen
from ontzorgen.services.bekendmaking import niet_bekendgemaakt, niet_bekendgemaakt_in
from ontzorgen.services.crediteuren import betaalrekening
from ontzorgen.services.nog_te_betalen import EERDERE, beschrijf, nog_te_betalen
from ontzorgen.services.tegenspraak import onbeslist

from .betaalbeeld import mensen_van

MEESTE, LAATSTE = 100, 10
VRAAGT_AANDACHT = (Bankuitkomst.ONBEKEND, Bankuitkomst.TEGENSTRIJDIG, Bankuitkomst.STATUS_VREEMD)
# Of a message only what somebody has to look into: the refused rows stand in the run itself, and may be thousands.
# What is held until somebody decides stands on the page of that decision.
_UIT_TE_ZOEKEN = Bankregel.objects.filter(uitkomst__in=VRAAGT_AANDACHT, poging__tegenspraken__isnull=True)
UIT_TE_ZOEKEN = Prefetch("regels", _UIT_TE_ZOEKEN[:25], to_attr="uit_te_zoeken")


def bankbeeld(request: GemeenteRequest, batch: Betaalbatch, op: date) -> dict[str, Any]:
    """The account that pays, what the bank reported, and what waits for a decision."""
    rekening = batch.betaler_iban or betaalrekening(request.gemeente)
    besloten = Tegenspraak.objects.filter(poging__batch=batch).exclude(uitkomst="")
    return {
        "betaalrekening": in_groepen(rekening) if rekening else "",
        "niet_bekendgemaakt": [] if batch.is_af else niet_bekendgemaakt(batch),
        "mag_inlezen": mag(request.rollen, Actie.BANKBERICHT_INLEZEN) and batch.is_vrij,
        "berichten": kort(batch.berichten.select_related("door").prefetch_related(UIT_TE_ZOEKEN), LAATSTE),
        "onbeslist": onbeslist(batch).count(),
        "mag_bank_beslissen": mag(request.rollen, Actie.BETAALRUN_VRIJGEVEN),
        "besloten": kort(besloten.select_related("poging", "beslist_door").order_by("-beslist_op", "-pk"), LAATSTE),
    }


def openbeeld(request: GemeenteRequest, maand: date, op: date) -> dict[str, Any]:
    """What is frozen of the month and not paid, with whom it is for, what happened before and whether it goes along."""
    rijen = nog_te_betalen(request.gemeente, maand).order_by("pk").prefetch_related(EERDERE)
    rijen = rijen.select_related("afrekening__eenheid", "last__soort", "crediteur")
    eerste = list(rijen[:MEESTE])
    eenheden = {rij.afrekening.eenheid_id for rij in eerste}
    mensen = mensen_van(request, eenheden, op) if eerste else {}
    besluiten = niet_bekendgemaakt_in(maand, eenheden) if eerste else {}
    beschreven = beschrijf(eerste, gemeente=request.gemeente, op=op)
    return {
        "openstaand": [
            (rij, mensen.get(rij.verplichting.afrekening.eenheid_id, []),
             besluiten.get(rij.verplichting.afrekening.eenheid_id, ""))
            for rij in beschreven
        ],
        "meeste": MEESTE,
    }  # fmt: skip
