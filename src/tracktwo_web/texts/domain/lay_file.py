"""A text laid on the table from its file: its words, what is proposed to it, what is said beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.errors import BracketError, InputError, MarkError, OptionError
from tracktwo.exchange.texts import TextFile
from tracktwo.text import History, NegotiatedText, Operation
from tracktwo.text.brackets.scanner import scan
from tracktwo.text.changes.effect import effect_of
from tracktwo.text.negotiation import Negotiation
from tracktwo.text.standing.naming import named
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.lay import MOST_UNITS, lay_with_history
from tracktwo_web.texts.models import JointText


@dataclass(frozen=True)
class Plan:
    """How a file is laid: under which title, and in which languages the text is authentic."""

    title: Mapping[str, str]
    languages: Sequence[str]


@transaction.atomic
def lay_file(dialogue: Dialogue, file: TextFile, plan: Plan) -> JointText:
    """Lay a file on the table. Its changes become proposals of the chair, its comments remarks.

    A change that has no place in the text is left out: nobody could ever take it up.
    """
    if not file.text.units:
        raise CannotBe(gettext("The file holds no text."))
    if len(file.text.units) > MOST_UNITS:
        raise CannotBe(gettext("This text is too long to be negotiated as one."))
    title = {one: words for one, words in plan.title.items() if one in plan.languages}
    text = replace(file.text, title=title, languages=tuple(plan.languages))
    called = _named(text)
    operations = tuple(_fitting(called, (_carried(one, text, called) for one in file.operations)))
    remarks = tuple(one for one in file.remarks if one.unit in called.places and one.words.strip())
    told = Negotiation(History(called), operations=operations, remarks=remarks)
    return _lay(dialogue, told)


def _lay(dialogue: Dialogue, told: Negotiation) -> JointText:
    try:
        return lay_with_history(dialogue, told)
    except InputError as error:
        raise CannotBe(error.message) from error


def _named(text: NegotiatedText) -> NegotiatedText:
    try:
        return named(text, since=1)
    except (BracketError, MarkError) as error:
        sentence = gettext("A bracket cannot be read: %(reason)s")
        raise CannotBe(sentence % {"reason": error}) from error


def _carried(one: Operation, text: NegotiatedText, called: NegotiatedText) -> Operation:
    """A change against the words with their brackets named: what stands behind a name moves on."""
    if one.unit is None or not one.replacements:
        return one
    moves = _moves(
        text.unit(one.unit).texts.get(one.language, ""),
        called.unit(one.unit).texts.get(one.language, ""),
    )
    replacements = tuple(
        replace(each, start=_moved(each.start, moves), end=_moved(each.end, moves))
        for each in one.replacements
    )
    return replace(one, replacements=replacements)


def _moves(before: str, after: str) -> list[tuple[int, int]]:
    """Where each bracket and its mark ended, and where they end now."""
    pairs = zip(scan(before).pairs, scan(after).pairs, strict=True)
    return sorted((old.mark_end, new.mark_end) for old, new in pairs)


def _moved(place: int, moves: Iterable[tuple[int, int]]) -> int:
    passed = [new - old for old, new in moves if old <= place]
    return place + (passed[-1] if passed else 0)


def _fitting(text: NegotiatedText, operations: Iterable[Operation]) -> Iterable[Operation]:
    for one in operations:
        try:
            effect_of(text, one)
        except OptionError:
            continue
        yield one
