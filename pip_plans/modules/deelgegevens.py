"""What is talked about with partners of the modules."""

from cases.overlegonderwerpen import Onderwerp, registreer_onderwerp

registreer_onderwerp(Onderwerp("werk", "Werk en meedoen", volgorde=40))
