"""An aanbieder with an account, for every address that the gemeente has of it."""

from typing import Any

from tests.fabriek import Cast
from tests.pip_plans.aanbiederportaal.bouw import maak_account
from tests.pip_plans.uitvoering.bouw import maak_aanbieder

PER_AANBIEDER, PER_ACCOUNT = ("lijst", "uitnodigen"), ("account", "uitnodiging", "intrekken")


def aanbiederrijen(cast: Cast) -> dict[str, Any]:
    wie = maak_aanbieder(cast, "Werkplaats Diemen", aanbod=("map",))
    account = maak_account(cast, wie, "werkplaats@school.example")
    rijen = {f"aanbiedertoegang:{naam}.pk": wie.pk for naam in PER_AANBIEDER}
    return rijen | {f"aanbiedertoegang:{naam}.pk": account.pk for naam in PER_ACCOUNT}
