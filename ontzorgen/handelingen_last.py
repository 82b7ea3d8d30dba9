"""The steps around fixed costs and what else changes the bijstand, as sentences in the history of a dossier.

They name the kind and the month, never a creditor or a reference: those tell where somebody lives.
"""

from cases.handelingen import registreer_soort

LAST_VASTGELEGD = registreer_soort(
    "ONTZORGEN_LAST_VASTGELEGD", "Vaste last vastgelegd", "legde een vaste last vast: {last}, vanaf {maand}"
)
LAST_GEWIJZIGD = registreer_soort(
    "ONTZORGEN_LAST_GEWIJZIGD", "Vaste last gewijzigd", "wijzigde een vaste last: {last}, vanaf {maand}"
)
LAST_BEEINDIGD = registreer_soort(
    "ONTZORGEN_LAST_BEEINDIGD", "Vaste last beëindigd", "beëindigde een vaste last: {last}, laatste maand {maand}"
)
LAST_VERVALLEN = registreer_soort(
    "ONTZORGEN_LAST_VERVALLEN", "Vaste last vervallen", "liet een vaste last vervallen: {last}, vanaf {maand}"
)
POST_VASTGELEGD = registreer_soort(
    "ONTZORGEN_POST_VASTGELEGD", "Inkomen of korting vastgelegd", "legde vast: {post}, vanaf {maand}"
)
POST_GEWIJZIGD = registreer_soort(
    "ONTZORGEN_POST_GEWIJZIGD", "Inkomen of korting gewijzigd", "wijzigde {post}, vanaf {maand}"
)
POST_BEEINDIGD = registreer_soort(
    "ONTZORGEN_POST_BEEINDIGD", "Einde van inkomen of korting", "wijzigde het einde van {post}, laatste maand: {maand}"
)
POST_VERVALLEN = registreer_soort(
    "ONTZORGEN_POST_VERVALLEN", "Inkomen of korting vervallen", "liet {post} vanaf {maand} vervallen"
)
