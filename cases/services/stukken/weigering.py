"""Why something cannot be done with a paper."""


class StukFout(Exception):
    """What was asked of this paper or file cannot be done; the text is Dutch and meant for the screen."""
