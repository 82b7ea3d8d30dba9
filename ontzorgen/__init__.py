"""Ontzorgen (art. 56a Participatiewet): paying fixed costs for somebody. Knows `cases`, never `pip_plans`."""
