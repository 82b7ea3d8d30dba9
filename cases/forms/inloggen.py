"""Where allauth's own forms have no Dutch."""

from typing import Any

from allauth.mfa.totp.forms import ActivateTOTPForm


class AppKoppelen(ActivateTOTPForm):
    """The first code, which proves that the app was linked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "Code"
