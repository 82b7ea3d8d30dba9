"""The tables of the modules."""
