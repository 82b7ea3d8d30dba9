"""How people log in: no self-registration, and throttling that cannot be turned against somebody else."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the functioneel beheerder only (`cases.services.medewerkers`)."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Failed attempts count per address *and* account: a stranger who guesses at Sanne's password locks out
        himself, not Sanne at her own desk, and not her colleagues behind the same office address."""
        sleutel: str = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{self.get_client_ip(request)}:{sleutel}"
