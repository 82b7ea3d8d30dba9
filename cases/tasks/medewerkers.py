"""The invitation by e-mail."""

import logging

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from celery import shared_task
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from cases.models import Medewerker

logger = logging.getLogger(__name__)


@shared_task
def stuur_uitnodiging(medewerker_id: int) -> None:
    """Mail the link with which a new colleague chooses a password. Repeating it sends another valid link."""
    medewerker = Medewerker.objects.filter(pk=medewerker_id, is_active=True).first()
    if medewerker is None:
        logger.info("uitnodiging: account %s bestaat niet meer of is gesloten", medewerker_id)
        return
    pad = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(medewerker), "key": default_token_generator.make_token(medewerker)},
    )
    tekst = render_to_string(
        "mail/uitnodiging.txt",
        {"naam": medewerker.naam, "extern": medewerker.is_extern, "link": f"{settings.BASIS_URL}{pad}"},
    )
    send_mail("Uw account voor Inburgering", tekst, settings.DEFAULT_FROM_EMAIL, [medewerker.email])
