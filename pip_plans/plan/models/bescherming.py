"""Triggers that keep the text of a plan that left the house as it was: the decision on paper and the rows agree."""

import pgtrigger

UITGEGEVEN = ("vastgesteld", "uitgebracht")

# Merging two dossiers and the destruction service set it aside; nothing else does.
TEKST_STAAT_VAST = pgtrigger.Protect(
    name="tekst_staat_vast",
    operation=pgtrigger.Update | pgtrigger.Delete,
    condition=pgtrigger.Q(old__status__in=UITGEGEVEN),
)

# The agreements, the decisions on bijstand and the reason of the change are text of the plan as well.
RIJ_STAAT_VAST = pgtrigger.Trigger(
    name="rij_staat_vast",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    func="""
        IF EXISTS (
            SELECT FROM plan_pip WHERE id IN (OLD.pip_id, NEW.pip_id) AND status IN ('vastgesteld', 'uitgebracht')
        ) THEN
            RAISE EXCEPTION 'pip_rij_staat_vast: dit plan is uitgegeven en verandert niet meer' USING ERRCODE = '23514';
        END IF;
        IF TG_OP = 'DELETE' THEN
            RETURN OLD;
        END IF;
        RETURN NEW;
    """,
)
