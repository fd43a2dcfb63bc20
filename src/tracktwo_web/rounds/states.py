"""The states of a round, and what is answered when things have moved on since a page was shown."""

from django.db import models
from django.utils.translation import pgettext_lazy


class NotNow(Exception):  # noqa: N818 -- an answer, not a fault
    """The state of things does not allow this: somebody was quicker, or it is too early."""


class RoundState(models.TextChoices):
    """A round is blind from its opening until it is released as a whole."""

    PLANNED = "planned", pgettext_lazy("round", "planned")
    OPEN = "open", pgettext_lazy("round", "open")
    CLOSED = "closed", pgettext_lazy("round", "closed")
    RELEASED = "released", pgettext_lazy("round", "released")
    VOID = "void", pgettext_lazy("round", "void")
