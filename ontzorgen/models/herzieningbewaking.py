"""A frozen row goes only while a withdrawal of its settlement is being recorded (`herziening`)."""

import pgtrigger


def alleen_herzien(afrekening: str, naam: str) -> pgtrigger.Trigger:
    """Delete nothing of a settlement without its withdrawal; `afrekening` gives its number in SQL."""
    return pgtrigger.Trigger(
        name="alleen_herzien",
        when=pgtrigger.Before,
        operation=pgtrigger.Delete,
        func=f"""
            IF NOT EXISTS (SELECT FROM ontzorgen_afrekeningherziening h WHERE h.afrekening = {afrekening}) THEN
                RAISE EXCEPTION '{naam}_blijft: wat is vastgesteld, gaat alleen weg om te herrekenen'
                USING ERRCODE = '23514';
            END IF;
            RETURN OLD;
        """,
    )


NIET_WIJZIGEN = pgtrigger.Protect(name="niet_wijzigen", operation=pgtrigger.Update)
VAN_POGING = "(SELECT v.afrekening_id FROM ontzorgen_betaalverplichting v WHERE v.id = OLD.verplichting_id)"
