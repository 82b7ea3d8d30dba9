"""De wet als rekenregels: standard library only, no clock, no database, no Django."""
