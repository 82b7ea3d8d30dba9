"""Triggers with which the database itself refuses to rewrite the past."""

import pgtrigger

# The destruction service is the only code that may set these triggers aside (`cases/services/vernietiging.py`).
ALLEEN_TOEVOEGEN = pgtrigger.Protect(name="alleen_toevoegen", operation=pgtrigger.Update | pgtrigger.Delete)

# A decision ends through another one of the same dossier, once, and only while it is in force.
OPVOLGER_PAST = pgtrigger.Trigger(
    name="opvolger_past",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    condition=pgtrigger.Q(new__vervangt__isnull=False),
    func="""
        IF NOT EXISTS (
            SELECT FROM cases_beschikking oud WHERE oud.id = NEW.vervangt_id AND oud.dossier_id = NEW.dossier_id
            AND oud.status IN ('vastgesteld', 'bekendgemaakt')
        ) THEN
            RAISE EXCEPTION 'beschikking_opvolger_past: alleen een geldende beschikking van dit dossier kan eindigen'
            USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)
# It ends when that other one is made known (Awb 3:40); what was never sent ends at once. It stands again when the one
# that ended it is herroepen. What was never sent can be kept back without another one, and that ends nothing.
EINDE_MET_OPVOLGER = pgtrigger.Trigger(
    name="einde_met_opvolger",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("status"),
    condition=pgtrigger.Q(old__status__df=pgtrigger.F("new__status")),
    func="""
        IF NOT (
            (OLD.status = 'vastgesteld' AND NEW.status = 'bekendgemaakt')
            OR (OLD.status = 'vastgesteld' AND NEW.status = 'niet_verzonden' AND OLD.bekendgemaakt_op IS NULL)
            OR (OLD.status IN ('vastgesteld', 'bekendgemaakt') AND EXISTS (
                SELECT FROM cases_beschikking nieuw WHERE nieuw.vervangt_id = NEW.id AND nieuw.gevolg = NEW.status
                AND nieuw.status <> 'niet_verzonden' AND (OLD.status = 'vastgesteld' OR nieuw.status <> 'vastgesteld')
            ))
            OR (OLD.status IN ('vervangen', 'ingetrokken') AND NEW.status IN ('bekendgemaakt', 'herroepen') AND EXISTS (
                SELECT FROM cases_beschikking nieuw WHERE nieuw.vervangt_id = NEW.id AND nieuw.status = 'herroepen'
            ))
        ) THEN
            RAISE EXCEPTION 'beschikking_einde_met_opvolger: een beschikking eindigt door een andere die is verzonden'
            USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)

# A bezwaartermijn counts from it. A wrong day is put right by correcting the fact; the decision then follows it.
BEKENDMAKING_VOLGT_FEIT = pgtrigger.Trigger(
    name="bekendmaking_volgt_feit",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("bekendgemaakt_op", "kanaal"),
    condition=pgtrigger.Q(old__bekendgemaakt_op__isnull=False),
    func="""
        IF NOT EXISTS (
            SELECT FROM cases_gebeurtenis feit
            WHERE feit.dossier_id = NEW.dossier_id AND feit.soort = 'BESCHIKKING_BEKENDGEMAAKT'
            AND feit.corrigeert_id IS NOT NULL AND NOT feit.vervalt AND feit.datum = NEW.bekendgemaakt_op
            AND feit.gegevens->>'beschikking' = NEW.nummer AND feit.gegevens->>'kanaal' = NEW.kanaal
            AND NOT EXISTS (SELECT FROM cases_gebeurtenis later WHERE later.corrigeert_id = feit.id)
        ) THEN
            RAISE EXCEPTION 'beschikking_bekendmaking_volgt_feit: corrigeer de dag met het feit, met een reden'
            USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)


def staat_vast_na_besluit(*, name: str, kolom: str, condition: pgtrigger.Condition) -> pgtrigger.Trigger:
    """Nothing in this row changes any more, except that it lets go of a decision that is not sent."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=condition,
        func="""
            IF NEW.KOLOM IS NULL AND EXISTS (
                SELECT FROM cases_beschikking b WHERE b.id = OLD.KOLOM AND b.status = 'niet_verzonden'
            ) THEN
                RETURN NEW;
            END IF;
            RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
        """.replace("KOLOM", kolom),
    )


# A record that was merged takes nothing more. The lock waits for a merge that is under way and then reads its outcome.
NIET_IN_SAMENGEVOEGD = pgtrigger.Trigger(
    name="niet_in_samengevoegd",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("stand", "text")],
    func="""
        SELECT status INTO stand FROM cases_dossier WHERE id = NEW.dossier_id FOR KEY SHARE;
        IF stand = 'samengevoegd' THEN
            RAISE EXCEPTION 'dossier_samengevoegd: dit dossier is samengevoegd en neemt niets meer op'
            USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)
