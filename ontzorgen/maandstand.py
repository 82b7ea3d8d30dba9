"""How a fixed cost stands in one month."""

from enum import Enum

from .enums_betaling import Pogingstand


class Stand(Enum):
    """Of one fixed cost in one month: (sign, word). What a person must act on has `let_op`."""

    VERWACHT = "○", "verwacht", False
    TE_WEINIG = "!", "te weinig bijstand", True
    GAAT_NIET_MEE = "!", "gaat niet mee", True
    VASTGESTELD = "◐", "vastgesteld", False
    IN_RUN = "◐", "in de run", False
    OP_LIJST = "◐", "op de lijst", False
    INGEHOUDEN = "●", "ingehouden", False
    BETAALD = "●", "betaald", False
    TERUG = "!", "teruggekomen", True
    GEWEIGERD = "!", "geweigerd", True
    UITGENOMEN = "!", "uit de run genomen", True
    NIET_BETAALD = "!", "niet betaald", True
    AFGESLOTEN = "!", "ingehouden en niet betaald", True
    NIET_TE_BETALEN = "!", "ingehouden en niet te betalen", True
    DUBBEL = "!", "twee keer betaald", True
    ANDER_BEDRAG = "!", "ander bedrag ingehouden", True
    NIET_INGEHOUDEN = "!", "niet ingehouden", True
    NIET_GEMELD = "!", "nog niet teruggemeld", True
    OVERGENOMEN = "–", "overgenomen", False
    VERVALLEN = "–", "vervallen", False
    ZELF = "–", "betaalt zelf", False
    VOLGENS_BESLUIT = "–", "niet, volgens besluit", False

    def __init__(self, teken: str, woord: str, let_op: bool) -> None:
        self.teken, self.woord, self.let_op = teken, woord, let_op


POGING = {
    Pogingstand.OPEN: Stand.IN_RUN,
    Pogingstand.UITGEVOERD: Stand.BETAALD,
    Pogingstand.RETOUR: Stand.TERUG,
    Pogingstand.GEWEIGERD: Stand.GEWEIGERD,
    Pogingstand.UITGENOMEN: Stand.UITGENOMEN,
    Pogingstand.AFGESLOTEN: Stand.AFGESLOTEN,
    Pogingstand.DUBBEL: Stand.DUBBEL,
}
