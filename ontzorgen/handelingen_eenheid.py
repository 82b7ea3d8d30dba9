"""The steps around the uitkeringseenheid as sentences in the history of a dossier.

Why somebody left stands in his own dossier alone.
"""

from cases.handelingen import registreer_soort

SAMENGESTELD = registreer_soort(
    "ONTZORGEN_EENHEID_SAMENGESTELD",
    "Uitkeringseenheid samengesteld",
    "stelde uitkeringseenheid {eenheid} samen, vanaf {dag}",
)
GECORRIGEERD = registreer_soort(
    "ONTZORGEN_EENHEID_GECORRIGEERD",
    "Uitkeringseenheid gecorrigeerd",
    "corrigeerde wie bij uitkeringseenheid {eenheid} hoort, vanaf {dag}",
)
VERVALLEN = registreer_soort(
    "ONTZORGEN_EENHEID_VERVALLEN", "Uitkeringseenheid vervallen", "liet uitkeringseenheid {eenheid} vervallen"
)
LID_UIT = registreer_soort(
    "ONTZORGEN_LID_UIT", "Uit de uitkeringseenheid", "legde de laatste dag bij uitkeringseenheid {eenheid} vast: {dag}"
)
LID_BLIJFT = registreer_soort(
    "ONTZORGEN_LID_BLIJFT", "Toch in de uitkeringseenheid", "nam de laatste dag bij uitkeringseenheid {eenheid} terug"
)
ANDER_LID = registreer_soort(
    "ONTZORGEN_ANDER_LID", "Uitkeringseenheid veranderd", "wijzigde tot wanneer een lid bij {eenheid} hoort"
)
LEEFSITUATIE_VASTGELEGD = registreer_soort(
    "ONTZORGEN_LEEFSITUATIE", "Leefsituatie vastgelegd", "legde de leefsituatie vast, vanaf {dag}"
)
LEEFSITUATIE_GECORRIGEERD = registreer_soort(
    "ONTZORGEN_LEEFSITUATIE_GECORRIGEERD", "Leefsituatie gecorrigeerd", "corrigeerde de leefsituatie, vanaf {dag}"
)
LEEFSITUATIE_VERVALLEN = registreer_soort(
    "ONTZORGEN_LEEFSITUATIE_VERVALLEN", "Leefsituatie vervallen", "liet de leefsituatie vanaf {dag} vervallen"
)
