"""What the tables of every kind of round share."""

from django.db import models

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.kit.languages import in_reader_language
from tracktwo_web.kit.models import Row, texts
from tracktwo_web.rounds.states import RoundState


class BlindRound(Row):
    """Something put to all seats at once. What they say lies in a box until it is released as a whole.

    A kind of round adds what it asks, when it closes, and other states where it has them.
    """

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="%(class)ss")
    number = models.PositiveSmallIntegerField()
    title = texts()
    state = models.CharField(max_length=12, choices=RoundState.choices, default=RoundState.PLANNED)
    quorum = models.PositiveSmallIntegerField(default=3)
    """Ballots that each side must cast, or the round is void."""
    opened_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    has_forgotten_order = models.BooleanField(default=True)
    """Whether what the database kept beside the shuffled ballots has been dropped."""

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return in_reader_language(self.title) or str(self.number)
