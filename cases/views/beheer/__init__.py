"""Pages of the functioneel beheerder."""
