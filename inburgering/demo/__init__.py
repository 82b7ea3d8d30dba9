"""A believable caseload for the demonstration, made through the services only. Everybody in it is invented."""
