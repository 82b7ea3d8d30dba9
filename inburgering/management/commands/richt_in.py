"""`manage.py richt_in`: gemeenten, calendar and bijstandsnormen of a new installation."""

from typing import Any

from django.core.management.base import BaseCommand

from cases.services.inrichting import richt_in
from ontzorgen.services.inrichting import richt_ontzorgen_in


class Command(BaseCommand):
    help = "Zet gemeenten, kalender en bijstandsnormen klaar. Veilig te herhalen; verandert niets wat er al staat."

    def handle(self, *args: Any, **options: Any) -> None:
        richt_in()
        richt_ontzorgen_in()
        self.stdout.write("De gemeenten, de kalender en de bijstandsnormen staan klaar.")
