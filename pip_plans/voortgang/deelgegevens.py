"""What is talked about with partners of the lessons."""

from cases.overlegonderwerpen import Onderwerp, registreer_onderwerp

registreer_onderwerp(Onderwerp("inburgering", "Inburgering en voortgang", volgorde=20))
