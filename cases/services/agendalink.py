"""Reading one's own work in a calendar program: one secret address per person and gemeente, withdrawn at once."""

from datetime import datetime

from django.db import transaction

from cases.models import Agendalink, Gemeente, Medewerker


@transaction.atomic
def maak_agendalink(*, medewerker: Medewerker, gemeente: Gemeente, moment: datetime) -> Agendalink:
    """The address of this person; asking twice gives the same one."""
    link, _ = Agendalink.objects.get_or_create(
        medewerker=medewerker, gemeente=gemeente, ingetrokken_op=None, defaults={"gemaakt_op": moment}
    )
    return link


def trek_agendalink_in(*, medewerker: Medewerker, gemeente: Gemeente, moment: datetime) -> bool:
    """From now on the address answers as one that never existed. False when there was none."""
    open_links = Agendalink.objects.filter(medewerker=medewerker, gemeente=gemeente, ingetrokken_op=None)
    return bool(open_links.update(ingetrokken_op=moment))
