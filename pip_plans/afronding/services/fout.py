"""What a service of this app refuses, in Dutch and at its field."""


class AfrondingFout(Exception):
    """The text is meant for the screen; `veld` names the field it belongs to, '' for none."""

    def __init__(self, tekst: str, veld: str = "") -> None:
        super().__init__(tekst)
        self.veld = veld
