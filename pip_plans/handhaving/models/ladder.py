"""Rung by rung: what must be there before a case stands on a rung, and what never changes after it."""

from functools import reduce
from operator import or_

import pgtrigger
from django.db.models import CheckConstraint, F, Q

from pip_plans.handhaving.enums import Einde, Gedraging, Trede, Verwijtbaarheid, Zienswijzesoort

HOOGSTE = 800_00  # cents; art. 7.1 Bi
GEWAARSCHUWD = Q(waarschuwing__isnull=False, gewaarschuwd_op__isnull=False, waarschuwing_tot__isnull=False)
ZONDER_WAARSCHUWING = Q(waarschuwing__isnull=True, gewaarschuwd_op__isnull=True, waarschuwing_tot__isnull=True)
AANGEZEGD = Q(voornemen__isnull=False, voornemen_op__isnull=False, zienswijze_tot__gt=F("voornemen_op"))
GEHOORD = Q(
    zienswijze_soort__in=[Zienswijzesoort.SCHRIFTELIJK.value, Zienswijzesoort.MONDELING.value],
    zienswijze_op__gte=F("voornemen_op"),
) & ~Q(zienswijze="")
TERMIJN_VOORBIJ = Q(zienswijze_soort=Zienswijzesoort.GEEN.value, zienswijze_op__gt=F("zienswijze_tot"), zienswijze="")
GEWOGEN = Q(
    verwijtbaarheid__in=Verwijtbaarheid.values,
    bescherming__isnull=False,
    bijstand_verlaagd=False,
    bedrag__gte=1,
    bedrag__lte=HOOGSTE,
    voorgesteld_door__isnull=False,
    voorgesteld_op__isnull=False,
) & ~Q(verwijtbaarheid_waarom="")
NIEUWE_TERMIJN = Q(gedraging=Gedraging.PIP.value, nieuwe_termijn_tot__isnull=True) | ~Q(
    gedraging=Gedraging.PIP.value
) & Q(nieuwe_termijn_tot__gte=F("voorgesteld_op"))


def _vanaf(trede: Trede, voorwaarde: Q, naam: str, melding: str) -> CheckConstraint:
    return CheckConstraint(
        name=f"handhaving_{naam}", condition=Q(trede__lt=trede.value) | voorwaarde, violation_error_message=melding
    )


CONSTRAINTS = [
    CheckConstraint(
        name="handhaving_constatering_heel",
        condition=Q(gedrag_op__lte=F("geconstateerd_op")) & ~Q(omschrijving="") & ~Q(bewijs=""),
        violation_error_message="Schrijf op wat er gebeurde en waaruit dat blijkt; het gedrag ligt niet later.",
    ),
    _vanaf(
        Trede.WAARSCHUWING,
        GEWAARSCHUWD | Q(gedraging=Gedraging.PIP.value, trede__gte=Trede.VOORNEMEN.value) & ZONDER_WAARSCHUWING,
        "eerst_gewaarschuwd",
        "Eerst een schriftelijke waarschuwing (art. 14 Wet inburgering 2021).",
    ),
    CheckConstraint(
        name="handhaving_waarschuwing_heel",
        condition=ZONDER_WAARSCHUWING | GEWAARSCHUWD & Q(waarschuwing_tot__gte=F("gewaarschuwd_op")),
        violation_error_message="De laatste dag om alsnog mee te doen ligt niet voor de waarschuwing.",
    ),
    _vanaf(Trede.VOORNEMEN, AANGEZEGD, "eerst_voornemen", "Eerst een voornemen, met tijd om te reageren."),
    CheckConstraint(
        name="handhaving_na_de_waarschuwing",
        condition=Q(voornemen_op__isnull=True)
        | Q(waarschuwing_tot__isnull=True)
        | Q(voornemen_op__gt=F("waarschuwing_tot")) & ~Q(na_waarschuwing=""),
        violation_error_message="Wacht de waarschuwing af en schrijf op wat er daarna gebeurde.",
    ),
    _vanaf(
        Trede.ZIENSWIJZE,
        GEHOORD | TERMIJN_VOORBIJ,
        "eerst_gehoord",
        "Eerst de zienswijze, of wachten tot de termijn voorbij is.",
    ),
    _vanaf(Trede.VOORSTEL, GEWOGEN, "eerst_gewogen", "Eerst de verwijtbaarheid wegen, met motivering."),
    _vanaf(
        Trede.VOORSTEL,
        Q(bescherming=False) | ~Q(individuele_afweging=""),
        "individueel_bij_asiel",
        "Schrijf de individuele afweging op: voor mensen met asiel is een boete geen gewoon gevolg (Keren).",
    ),
    _vanaf(
        Trede.VOORSTEL,
        NIEUWE_TERMIJN,
        "nieuwe_termijn_bij_22",
        "Bij art. 22 hoort een nieuwe termijn; bij art. 23 niet.",
    ),
    CheckConstraint(
        name="handhaving_besluit_met_beschikking",
        condition=Q(trede__lt=Trede.BESLUIT.value, beschikking__isnull=True)
        | Q(trede__gte=Trede.BESLUIT.value, beschikking__isnull=False),
    ),
    CheckConstraint(
        name="handhaving_betaald_met_dag",
        condition=Q(trede=Trede.BETAALD.value, betaald_op__isnull=False)
        | ~Q(trede=Trede.BETAALD.value) & Q(betaald_op__isnull=True),
        violation_error_message="Vul in wanneer de boete was betaald.",
    ),
    CheckConstraint(
        name="handhaving_einde_met_reden",
        condition=Q(einde="", einde_waarom="", beeindigd_op__isnull=True, beeindigd_door__isnull=True)
        | Q(einde__in=Einde.values, beeindigd_op__isnull=False, beeindigd_door__isnull=False) & ~Q(einde_waarom=""),
        violation_error_message="Schrijf op waarom de zaak eindigt.",
    ),
]

TREDE_VOOR_TREDE = pgtrigger.Trigger(
    name="trede_voor_trede",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("trede"),
    func="""
        IF TG_OP = 'INSERT' THEN
            IF NEW.trede <> 1 THEN
                RAISE EXCEPTION 'handhaving_trede: een zaak begint met de constatering' USING ERRCODE = '23514';
            END IF;
        ELSIF NEW.trede <> OLD.trede AND NOT (
            NEW.trede = OLD.trede + 1
            OR (OLD.trede = 1 AND NEW.trede = 3 AND NEW.gedraging = 'pip')
            OR (OLD.trede = 5 AND NEW.trede = 4)
        ) THEN
            RAISE EXCEPTION 'handhaving_trede: geen trede wordt overgeslagen' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)
# The beschikking refuses its own opsteller; this ties it to who found and who proposed, and to the dossier.
VIER_OGEN = pgtrigger.Trigger(
    name="vier_ogen",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("beschikking_id"),
    condition=pgtrigger.Q(new__beschikking__isnull=False),
    func="""
        IF NOT EXISTS (
            SELECT FROM cases_beschikking b WHERE b.id = NEW.beschikking_id AND b.dossier_id = NEW.dossier_id
            AND b.vastgesteld_door_id NOT IN (NEW.voorgesteld_door_id, NEW.geconstateerd_door_id)
        ) THEN
            RAISE EXCEPTION 'handhaving_vier_ogen: wie voorbereidt, beslist niet' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)


def _vast(naam: str, vanaf: Trede, *velden: str) -> pgtrigger.Protect:
    """These fields do not change once the case stood on this rung; writing the same again is no change."""
    anders = (pgtrigger.Q(**{f"old__{veld}__df": pgtrigger.F(f"new__{veld}")}) for veld in velden)
    condition = reduce(or_, anders) & pgtrigger.Q(old__trede__gte=vanaf.value)
    return pgtrigger.Protect(name=naam, operation=pgtrigger.Update, condition=condition)


TRIGGERS = [
    TREDE_VOOR_TREDE,
    VIER_OGEN,
    _vast(
        "constatering_blijft", Trede.CONSTATERING, "gemeente", "dossier", "nummer", "gedraging", "gedrag_op",
        "omschrijving", "bewijs", "geconstateerd_op", "geconstateerd_door",
    ),
    _vast("waarschuwing_blijft", Trede.WAARSCHUWING, "waarschuwing", "gewaarschuwd_op", "waarschuwing_tot"),
    _vast("voornemen_blijft", Trede.VOORNEMEN, "voornemen", "voornemen_op", "zienswijze_tot", "na_waarschuwing"),
    _vast("zienswijze_blijft", Trede.VOORSTEL, "zienswijze_soort", "zienswijze_op", "zienswijze"),
    _vast(
        "voorstel_blijft", Trede.BESLUIT, "verwijtbaarheid", "verwijtbaarheid_waarom", "bescherming",
        "individuele_afweging", "bijstand_verlaagd", "bedrag", "berekening", "nieuwe_termijn_tot",
        "voorgesteld_door", "voorgesteld_op", "beschikking",
    ),
    pgtrigger.Protect(
        name="einde_blijft", operation=pgtrigger.Update, condition=pgtrigger.Q(old__beeindigd_op__isnull=False)
    ),
    pgtrigger.Protect(name="niet_wissen", operation=pgtrigger.Delete),
]  # fmt: skip
