"""Hypothesis without a clock: on a busy machine a slow example is no failure; the examples are the same every time."""

from hypothesis import settings

settings.register_profile("recht", deadline=None, derandomize=True)
settings.load_profile("recht")
