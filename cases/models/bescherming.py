"""Triggers with which the database itself refuses to rewrite the past."""

import pgtrigger

# The destruction service is the only code that may set these triggers aside (`cases/services/vernietiging.py`).
ALLEEN_TOEVOEGEN = pgtrigger.Protect(name="alleen_toevoegen", operation=pgtrigger.Update | pgtrigger.Delete)
