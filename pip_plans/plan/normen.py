"""Hours for a PIP. Each name says where it stands: the law, or practice."""

from inburgering.recht.uren import MAP_UREN, PVT_UREN, Z_UREN_PARTICIPATIE, Z_UREN_TAAL

__all__ = ["MAP_UREN", "PVT_UREN", "Z_UREN_PARTICIPATIE", "Z_UREN_TAAL"]

TERMIJN_LESWEKEN = 120  # practice: three years (Wi 11) of forty weeks of lessons
UREN_TAALSCHAKELTRAJECT = 20  # practice, not law: a taalschakeltraject is a course by day

TE_KORT_PVT = f"Het PVT duurt ten minste {PVT_UREN} uur (art. 3.1 Besluit inburgering 2021)."
TE_KORT_MAP = f"De MAP heeft ten minste {MAP_UREN} uur praktijk (art. 3.1 Regeling inburgering 2021)."
TE_WEINIG_GESPREKKEN = "Er is ten minste één voortgangsgesprek (art. 5.3 lid 4 Besluit inburgering 2021)."
TE_KORT_Z = (
    f"In de Z-route zijn het {Z_UREN_PARTICIPATIE} uur participatie (art. 3.14 Besluit inburgering 2021). Minder kan "
    "alleen bij een beperking of revalidatie (art. 3.16 Regeling inburgering 2021)."
)
