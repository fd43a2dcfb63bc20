"""What the pages of a text share: finding it, trying a change, going back to it."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

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
from tracktwo_web.dialogues.doors import StandingRequest
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.texts import queries, rules
from tracktwo_web.texts.committed import followed, text_as_committed
from tracktwo_web.texts.domain.answers import CannotBe, Meanwhile
from tracktwo_web.texts.models import JointText, Proposal

READ = ("GET", "HEAD")


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


def find_table(request: StandingRequest, text_id: uuid.UUID) -> Table:
    """A text that whoever asks may see; to others it does not exist."""
    text = queries.find_text(request.standing, text_id)
    if text is None:
        raise Http404
    return Table(text, request.path)


def base_facts(request: StandingRequest, table: Table, tab: str) -> dict[str, object]:
    """What every page of a text needs: the text, which tab it is, and what its reader may do."""
    standing, text = request.standing, table.text
    return {
        "text": text,
        "tab": tab,
        "document": table.document,
        "may_chair": rules.may_chair(standing),
        "may_change": rules.may_change(standing, text),
        "may_write": rules.may_write(standing, text),
        "may_table": rules.may_table(standing, text),
        "may_take_position": rules.may_take_position(standing, text),
        "may_remark": rules.may_remark(standing, text),
        "may_review": rules.may_review(standing, text),
    }


def try_change(request: StandingRequest, change: Callable[[], object], *, done: str) -> bool:
    """Change a text; where that cannot be, say why and show how things stand now."""
    try:
        change()
    except CannotBe as wrong:
        messages.warning(request, str(wrong))
        return False
    except Meanwhile:
        messages.warning(
            request, gettext("Nothing was changed: somebody was quicker. See how it stands now.")
        )
        return False
    messages.success(request, done)
    return True


def to_text(text: JointText, unit: str = "") -> HttpResponse:
    """Back to the text, at a unit of it."""
    answer = to_part(text, unit)
    if unit:
        answer["Location"] += f"#{quote(unit)}"
    return answer


def to_part(text: JointText, unit: str) -> HttpResponse:
    """Back to the part of the text that holds a unit: what follows a # the server never sees."""
    answer = redirect("text", text.dialogue_id, text.id)
    if unit:
        answer["Location"] += f"?{urlencode({'unit': unit})}"
    return answer
