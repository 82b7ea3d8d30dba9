"""Why a decision on ontzorgen that was taken is sent in any case."""

from cases.enums import Beschikkingsoort
from cases.onverzonden import registreer_altijd_verzonden

from .brieven import BESLUITBRIEVEN

ALTIJD = (
    "Een besluit over ontzorgen telt meteen mee voor de betalingen en blijft niet liggen. Klopt het niet? Maak het "
    "bekend en stel daarna het einde of een nieuw besluit voor."
)

for _soort in BESLUITBRIEVEN.values():
    registreer_altijd_verzonden(Beschikkingsoort(_soort.code), ALTIJD)
