"""What a proposal would change, as rows of words that stay, go and come."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracktwo.errors import TracktwoError
from tracktwo.text import NegotiatedText, Operation, OperationKind, Unit, compare_sources
from tracktwo.text.changes.bracketing import offered
from tracktwo.text.changes.spans import applied
from tracktwo.text.versions.comparison import Stretch, StretchKind
from tracktwo_web.texts.marks_aside import without_marks


@dataclass(frozen=True)
class ChangedWords:
    """A passage in one language, before and after in one row."""

    language: str
    stretches: tuple[Stretch, ...]

    @property
    def as_json(self) -> list[list[str]]:
        return [[one.kind.value, one.text] for one in self.stretches]


def changed_words(old: str, new: str, language: str) -> ChangedWords:
    """Two sources beside each other, marks aside."""
    units = compare_sources(without_marks(old), without_marks(new), language).units
    return ChangedWords(language, tuple(each for one in units for each in one.stretches))


def words_changed_by(text: NegotiatedText, operation: Operation) -> tuple[ChangedWords, ...]:
    """What an operation does to the text it was written against, in each language it touches."""
    return tuple(_rows(text, operation))


def _rows(text: NegotiatedText, operation: Operation) -> Iterator[ChangedWords]:
    if operation.added:
        yield from _whole(StretchKind.COME, operation.added.texts)
        return
    unit = _unit(text, operation.unit)
    if operation.kind is OperationKind.SUP:
        yield from _whole(StretchKind.GONE, unit.texts)
    elif operation.kind is OperationKind.NOC:
        yield from _whole(StretchKind.SAME, unit.texts)
    else:
        source = unit.texts.get(operation.language, "")
        yield changed_words(source, _after(source, operation), operation.language)


def _unit(text: NegotiatedText, unit_id: str | None) -> Unit:
    """The unit as it stands or as it went."""
    those = {one.id: one for one in (*text.gone, *text.units)}
    return those.get(unit_id or "", Unit(unit_id or ""))


def _whole(kind: StretchKind, texts: Mapping[str, str]) -> Iterator[ChangedWords]:
    for language, source in texts.items():
        yield ChangedWords(language, (Stretch(kind, without_marks(source)),))


def _after(source: str, operation: Operation) -> str:
    if operation.kind is OperationKind.ALT:
        try:
            return applied(source, offered(source, operation))
        except TracktwoError:  # it would cut a bracket in two: then the words alone are shown
            pass
    return applied(source, operation.replacements)
