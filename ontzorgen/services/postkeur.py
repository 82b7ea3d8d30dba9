"""What an income, korting, beslag or advance must be before it is written."""

from inburgering.recht.geld import euro
from ontzorgen.kortingen import KortingSoort
from ontzorgen.models import Maandpost
from ontzorgen.models.last import HOOGSTE_BEDRAG

from .fout import OntzorgFout, keur


def keur_post(post: Maandpost) -> None:
    """Raises OntzorgFout at its field: as `keur`, and for a beslagvrije voet that cannot be."""
    voet = post.beslagvrije_voet
    if voet is not None and not KortingSoort(post.soort).kent_beslagvrije_voet:
        raise OntzorgFout("Een beslagvrije voet hoort alleen bij beslag en bij aflossing van teruggevorderde bijstand. "
                          "Maak dit veld leeg.", "beslagvrije_voet")  # fmt: skip
    if voet == 0:
        raise OntzorgFout("Met een beslagvrije voet van € 0,00 blijft er niets over om van te leven. Vul in wat de "
                          "deurwaarder of de gemeente vaststelde.", "beslagvrije_voet")  # fmt: skip
    if voet and voet > HOOGSTE_BEDRAG:
        raise OntzorgFout(f"Een beslagvrije voet boven {euro(HOOGSTE_BEDRAG)} per maand: kijk of de komma goed staat.",
                          "beslagvrije_voet")  # fmt: skip
    keur(post)
