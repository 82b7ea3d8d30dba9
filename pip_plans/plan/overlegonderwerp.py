"""What is talked about with partners before there is a PIP, and when it changes."""

from cases.overlegonderwerpen import Onderwerp, registreer_onderwerp

registreer_onderwerp(Onderwerp("pip", "Intake en PIP", volgorde=15))
