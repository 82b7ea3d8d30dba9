"""Who works with the system, in which role, in which gemeente, from when until when."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import pghistory
import pgtrigger
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from cases.enums import Rol
from cases.querysets.medewerkers import AanstellingQuerySet, VervangingQuerySet

from .gemeente import Gemeente

A = TypeVar("A")


class Periode(Func):
    """Two date columns as one closed range, for exclusion constraints; an empty end is 'until further notice'."""

    function = "daterange"

    def __init__(self, van: str, tot: str) -> None:
        super().__init__(F(van), F(tot), Value("[]"))


# The door to every dossier is an aanstelling; somebody from outside never has one, whoever asks for it.
GEEN_EXTERNE = pgtrigger.Trigger(
    name="geen_externe",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func="""
        IF EXISTS (SELECT 1 FROM cases_medewerker WHERE id = NEW.medewerker_id AND is_extern) THEN
            RAISE EXCEPTION 'aanstelling_niet_extern: een extern account heeft geen rol' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)


class MedewerkerManager(BaseUserManager["Medewerker"]):
    def create_user(
        self, email: str, naam: str, password: str | None = None, *, is_extern: bool = False
    ) -> "Medewerker":
        """Make the account only; what it may do follows from its Aanstellingen. Without password: by invitation."""
        medewerker = self.model(email=self.normalize_email(email).lower(), naam=naam, is_extern=is_extern)
        medewerker.set_password(password)
        medewerker.full_clean(exclude=["password"])
        medewerker.save()
        return medewerker


@pghistory.track(exclude=["password", "last_login"])
class Medewerker(AbstractBaseUser):
    """Who logs in. Somebody of an aanbieder (`is_extern`) is no employee and never becomes one."""

    email = models.EmailField(
        "e-mailadres", unique=True, error_messages={"unique": "Dit e-mailadres is al in gebruik."}
    )
    naam = models.CharField("naam", max_length=120)
    functie = models.CharField("functie", max_length=120, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    is_active = models.BooleanField("actief", default=True)
    is_extern = models.BooleanField("van een aanbieder", default=False)

    objects = MedewerkerManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["naam"]

    class Meta:
        ordering = ["naam", "pk"]
        verbose_name = "medewerker"
        triggers = [pgtrigger.ReadOnly(name="extern_blijft_extern", fields=["is_extern"])]

    def __str__(self) -> str:
        return self.naam

    def get_full_name(self) -> str:
        return self.naam

    def onthoud(self) -> None:
        """From now on ask a question of `eenmaal` once: for the length of one page that only reads."""
        self._onthouden: dict[tuple[Any, ...], Any] | None = {}

    def eenmaal(self, sleutel: tuple[Any, ...], vraag: Callable[[], A]) -> A:
        """The answer to a question about this person; the one given before, after `onthoud`."""
        onthouden = getattr(self, "_onthouden", None)
        if onthouden is None:
            return vraag()
        if sleutel not in onthouden:
            onthouden[sleutel] = vraag()
        antwoord: A = onthouden[sleutel]
        return antwoord

    def aanstellingen_op(self, op: date) -> list["Aanstelling"]:
        """Where this person works on this day and as what, with the gemeente."""
        rijen = self.aanstellingen.geldig_op(op).select_related("gemeente")
        return self.eenmaal(("aanstellingen", op), lambda: list(rijen))

    def rollen_in(self, gemeente_id: int, op: date) -> frozenset[str]:
        """The roles of this person in this gemeente on this day."""
        return frozenset(rij.rol for rij in self.aanstellingen_op(op) if rij.gemeente_id == gemeente_id)


@pghistory.track()
class Aanstelling(models.Model):
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="aanstellingen")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="aanstellingen")
    rol = models.CharField("rol", max_length=30, choices=Rol)
    van = models.DateField("van")
    tot = models.DateField("tot en met", null=True, blank=True)

    objects = AanstellingQuerySet.as_manager()

    class Meta:
        ordering = ["medewerker__naam", "rol", "van"]
        triggers = [GEEN_EXTERNE]
        constraints = [
            models.CheckConstraint(
                name="aanstelling_tot_na_van",
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(name="aanstelling_rol_bekend", condition=Q(rol__in=Rol.values)),
            ExclusionConstraint(
                name="aanstelling_geen_overlap",
                expressions=[
                    ("medewerker", RangeOperators.EQUAL),
                    ("gemeente", RangeOperators.EQUAL),
                    ("rol", RangeOperators.EQUAL),
                    (Periode("van", "tot"), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Deze medewerker heeft deze rol in deze periode al.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medewerker} · {self.get_rol_display()}"


@pghistory.track()
class Vervanging(models.Model):
    """While `afwezige` is away, the work of her dossiers also appears with `vervanger`."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="vervangingen")
    afwezige = models.ForeignKey(Medewerker, models.PROTECT, related_name="afwezigheden")
    vervanger = models.ForeignKey(Medewerker, models.PROTECT, related_name="vervangingen")
    van = models.DateField("van")
    tot = models.DateField("tot en met")

    objects = VervangingQuerySet.as_manager()

    class Meta:
        ordering = ["-van"]
        constraints = [
            models.CheckConstraint(
                name="vervanging_tot_na_van",
                condition=Q(tot__gte=F("van")),
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                name="vervanging_door_een_ander",
                condition=~Q(afwezige=F("vervanger")),
                violation_error_message="Iemand kan zichzelf niet vervangen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vervanger} voor {self.afwezige}"
