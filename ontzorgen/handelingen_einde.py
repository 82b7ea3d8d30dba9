"""The steps around the end of ontzorgen, and of the training, as sentences in the history of a dossier."""

from cases.handelingen import registreer_soort

AFBOUW_AFGESPROKEN = registreer_soort(
    "ONTZORGEN_AFBOUW_AFGESPROKEN", "Overname afgesproken", "sprak af wie de betaling overneemt: {last}"
)
AFBOUW_OVERGENOMEN = registreer_soort(
    "ONTZORGEN_AFBOUW_OVERGENOMEN", "Betaling overgenomen", "zag dat deze betaling is overgenomen: {last}"
)
AFBOUW_NIET_OVERGENOMEN = registreer_soort(
    "ONTZORGEN_AFBOUW_NIET_OVERGENOMEN", "Betaling toch niet overgenomen", "zette terug: {last} is niet overgenomen"
)
NAZORG_GEPLAND = registreer_soort("ONTZORGEN_NAZORG_GEPLAND", "Nazorg gepland", "plande een contact voor de nazorg")
NAZORG_VERZET = registreer_soort(
    "ONTZORGEN_NAZORG_VERZET",
    "Contact voor de nazorg verzet",
    "verzette een contact voor de nazorg: {nieuw} in plaats van {oud}",
)
NAZORG_GESCHRAPT = registreer_soort(
    "ONTZORGEN_NAZORG_GESCHRAPT", "Contact voor de nazorg geschrapt", "schrapte een contact voor de nazorg: {oud}"
)
NAZORG_GEHOUDEN = registreer_soort(
    "ONTZORGEN_NAZORG_GEHOUDEN", "Contact voor de nazorg", "legde een contact voor de nazorg vast: {uitkomst}"
)
NAZORG_VERBETERD = registreer_soort(
    "ONTZORGEN_NAZORG_VERBETERD",
    "Contact voor de nazorg verbeterd",
    "verbeterde een contact voor de nazorg: {uitkomst}",
)
TRAINING_AANGEMELD = registreer_soort(
    "ONTZORGEN_TRAINING_AANGEMELD", "Aangemeld voor een training", "meldde aan voor {training}: {stand}"
)
TRAINING_GEPLAATST = registreer_soort(
    "ONTZORGEN_TRAINING_GEPLAATST", "Geplaatst in een training", "plaatste van de wachtlijst in {training}"
)
TRAINING_GESTOPT = registreer_soort(
    "ONTZORGEN_TRAINING_GESTOPT", "Training gestopt", "legde vast: gestopt met {training}"
)
TRAINING_STOP_VERBETERD = registreer_soort(
    "ONTZORGEN_TRAINING_STOP_VERBETERD",
    "Dag van stoppen verbeterd",
    "verbeterde de dag van stoppen met {training}: {nieuw} in plaats van {oud}",
)
TRAINING_AANWEZIGHEID = registreer_soort(
    "ONTZORGEN_TRAINING_AANWEZIGHEID", "Aanwezigheid bij een training", "werkte de presentie bij van {training}, {dag}"
)
TRAINING_CERTIFICAAT = registreer_soort(
    "ONTZORGEN_TRAINING_CERTIFICAAT", "Certificaat van een training", "legde het certificaat vast van {training}"
)
TRAINING_CERTIFICAAT_VERBETERD = registreer_soort(
    "ONTZORGEN_TRAINING_CERTIFICAAT_VERBETERD",
    "Dag van een certificaat verbeterd",
    "verbeterde de dag van het certificaat van {training}: {nieuw} in plaats van {oud}",
)
BEGELEIDING_INGEKOCHT = registreer_soort(
    "ONTZORGEN_BEGELEIDING_INGEKOCHT", "Begeleiding ingekocht", "legde individuele begeleiding vast bij {aanbieder}"
)
BEGELEIDING_RESULTAAT = registreer_soort(
    "ONTZORGEN_BEGELEIDING_RESULTAAT",
    "Resultaat van begeleiding",
    "legde het resultaat vast van de begeleiding door {aanbieder}",
)
