"""`manage.py richt_in`: gemeenten and calendar of a new installation."""

from typing import Any

from django.core.management.base import BaseCommand

from cases.services.inrichting import richt_in


class Command(BaseCommand):
    help = "Zet de gemeenten en de kalender klaar. Veilig te herhalen; verandert niets wat er al staat."

    def handle(self, *args: Any, **options: Any) -> None:
        richt_in()
        self.stdout.write("De gemeenten en de kalender staan klaar.")
