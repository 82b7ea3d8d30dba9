"""The steps of *Wat nu?* that follow from the facts of the core."""
