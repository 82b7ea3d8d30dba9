"""Bezwaar against any beschikking: receipt, course, hearing, decision, and what follows at the rechtbank."""
