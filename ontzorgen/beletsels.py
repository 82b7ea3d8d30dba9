"""What ontzorgen has to say when two records of one person are merged, or a dossier is closed."""

from collections.abc import Iterable
from datetime import date

from cases.beletsels import registreer_beletsel
from cases.models import Dossier
from cases.slot import registreer_slotbeletsel
from inburgering.recht.uitleg import datum_zonder_weekdag

from .enums_betaling import Pogingstand
from .models import Betaalbatch, Eenheidlid, Ontzorgperiode


@registreer_beletsel
def twee_eenheden_tegelijk(blijft: Dossier, vervallen: Dossier) -> Iterable[str]:
    """Nobody is in two units on one day: what was paid for the one may not vanish into the other unseen."""
    hier = list(Eenheidlid.objects.filter(dossier=blijft).select_related("eenheid"))
    for lid in Eenheidlid.objects.filter(dossier=vervallen).select_related("eenheid"):
        for ander in hier:
            if (lid.tot is None or ander.vanaf <= lid.tot) and (ander.tot is None or lid.vanaf <= ander.tot):
                dag = datum_zonder_weekdag(max(lid.vanaf, ander.vanaf))
                yield (f"Beide dossiers horen op {dag} bij een uitkeringseenheid ({ander.eenheid} en {lid.eenheid}). "
                       "Laat Sociale Zaken er eerst een beëindigen.")  # fmt: skip


@registreer_beletsel
def twee_perioden_tegelijk(blijft: Dossier, vervallen: Dossier) -> Iterable[str]:
    """Nobody is unburdened twice on one day."""
    hier = list(Ontzorgperiode.objects.filter(dossier=blijft))
    for periode in Ontzorgperiode.objects.filter(dossier=vervallen):
        for ander in hier:
            if max(periode.vanaf, ander.vanaf) <= min(periode.laatste_dag, ander.laatste_dag):
                dag = datum_zonder_weekdag(max(periode.vanaf, ander.vanaf))
                yield f"Beide dossiers worden op {dag} ontzorgd. Laat Sociale Zaken een van de perioden beëindigen."


@registreer_beletsel
def in_een_run_die_loopt(blijft: Dossier, vervallen: Dossier) -> Iterable[str]:
    """A run that is under way would otherwise pay for somebody who turns out to be somebody else."""
    for dossier in (blijft, vervallen):
        runs = Betaalbatch.objects.niet_af().filter(
            pogingen__stand=Pogingstand.OPEN, pogingen__verplichting__afrekening__eenheid__leden__dossier=dossier
        )
        for batch in runs.distinct():
            yield (f"Dossier {dossier.nummer} zit in {batch}, die nog niet is vrijgegeven. Laat de uitkerings"
                   "administratie die run eerst afmaken of intrekken.")  # fmt: skip


@registreer_slotbeletsel
def ontzorgen_loopt(dossier: Dossier, op: date) -> Iterable[str]:
    """Sociale Zaken ends it with a decision, or waits for its last day."""
    for periode in Ontzorgperiode.objects.filter(dossier=dossier):
        if periode.laatste_dag >= op:
            dag = datum_zonder_weekdag(periode.laatste_dag)
            yield f"Het ontzorgen loopt tot en met {dag}. Laat Sociale Zaken het beëindigen, of wacht tot daarna."
