"""A text as pages show it: each thing about it is read once, and only if the page asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tracktwo.text import NegotiatedText
from tracktwo.text.standing import (
    Act,
    Disagreement,
    Document,
    Position,
    Situation,
    disagreements,
    situations,
)
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.texts import queries
from tracktwo_web.texts.committed import followed, text_as_committed
from tracktwo_web.texts.models import JointText, Proposal


@dataclass
class Table:
    """A text as a page shows it: each thing is read once, and only if the page asks for it."""

    text: JointText
    path: str
    """The page's own, which decides in which order it names the sides."""

    @cached_property
    def now(self) -> NegotiatedText:
        return text_as_committed(self.text)

    @cached_property
    def sides(self) -> dict[str, Side]:
        """The sides by code, in the order in which this page names them."""
        return {one.code: one for one in sides_in_turn(self.text.dialogue, self.path)}

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self.sides)

    @cached_property
    def log(self) -> tuple[Act, ...]:
        return queries.log_of(self.text)

    @cached_property
    def document(self) -> Document:
        return queries.document_of(self.text)

    @cached_property
    def tabled(self) -> list[Proposal]:
        return queries.tabled_in(self.text)

    @cached_property
    def open_ones(self) -> tuple[Disagreement, ...]:
        def work_out() -> tuple[Disagreement, ...]:
            return disagreements(self.now, sides=sides)

        sides = tuple(sorted(self.codes))
        return followed(self.text, "open", sides, work_out=work_out)

    @cached_property
    def situations(self) -> Mapping[str, Situation]:
        """What is known of every unit as it stands."""
        adopted = self.document.is_adopted

        def work_out() -> dict[str, Situation]:
            return situations(self.now, self.log, sides=self.codes, adopted=adopted)

        given = self.codes, adopted, self.log
        return followed(self.text, "situations", *given, work_out=work_out)

    @cached_property
    def said_of(self) -> Mapping[str, tuple[Position, ...]]:
        """What was said of the wordings of each bracket, by its name."""
        said: dict[str, list[Position]] = {}
        for one in self.log:
            if isinstance(one, Position) and one.bracket:
                said.setdefault(one.bracket, []).append(one)
        return {bracket: tuple(those) for bracket, those in said.items()}

    @cached_property
    def choices(self) -> Mapping[str, int | None]:
        """Which wordings the chair proposes, by bracket."""
        return dict(self.text.choices.values_list("bracket", "alternative"))
