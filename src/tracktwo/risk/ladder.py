"""Ladders of escalation: rungs with the sign of each, the way off it, and the channel to use on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracktwo.dialogue import in_language
from tracktwo.risk.register import refuse_repeats


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder; every text is by language.

    `signs` say by what one knows that the step is reached, `off_ramp` what leads down from it,
    `channel` whom to call, and how, while on it.
    """

    id: str
    texts: Mapping[str, str] = field(default_factory=dict)
    signs: Mapping[str, str] = field(default_factory=dict)
    off_ramp: Mapping[str, str] = field(default_factory=dict)
    channel: Mapping[str, str] = field(default_factory=dict)

    def text(self, language: str = "en") -> str:
        """The name of the step in a language, else in another, else the id."""
        return in_language(self.texts, language) or self.id


@dataclass(frozen=True)
class Ladder:
    """Rungs from the lowest to the highest; `InputError` where an id is missing or stands twice.

    Ladders of escalation are an idea of Kahn (On Escalation, 1965: 44 rungs) and Glasl
    (Konfliktmanagement, 1980: nine stages). Which rungs there are is for the parties to say;
    `tracktwo.exchange` has a small one to begin with.

    >>> ladder = Ladder((Rung("talk"), Rung("threat")))
    >>> ladder.above("talk").id
    'threat'
    """

    rungs: tuple[Rung, ...]

    def __post_init__(self) -> None:
        refuse_repeats((rung.id for rung in self.rungs), "rung")

    def above(self, id_: str) -> Rung | None:
        """The next rung up, None on the top."""
        place = [rung.id for rung in self.rungs].index(id_) + 1
        return self.rungs[place] if place < len(self.rungs) else None
