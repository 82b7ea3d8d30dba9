"""Ontzorgen (art. 56a Participatiewet): fixed costs paid on the inburgeraar's behalf. Knows `cases`, never `pip_plans`."""
