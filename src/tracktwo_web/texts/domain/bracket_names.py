"""Names for the brackets that a change brings into a text: positions are taken on names, for ever.

A name that was spoken of is not given again: what was said of a bracket that is closed would count
for another one.
"""

from collections.abc import Iterator
from dataclasses import replace

from tracktwo.text import NegotiatedText, Operation, OperationKind, Unit
from tracktwo.text.changes.derive import derived
from tracktwo.text.changes.effect import effect_of, source_of
from tracktwo.text.standing import Disagreement, Position, disagreements
from tracktwo.text.standing.naming import free_names, with_marks
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import log_of


def names_to_give(text: JointText, now: NegotiatedText) -> Iterator[str]:
    """Names that no bracket has or ever was spoken of by."""
    said = {one.bracket for one in log_of(text) if isinstance(one, Position)}
    chosen = set(text.choices.values_list("bracket", flat=True))
    return (one for one in free_names(now) if one not in said | chosen)


def with_names(text: JointText, now: NegotiatedText, operation: Operation) -> Operation:
    """An operation whose words name the brackets that it brings, as if they had been laid."""
    if operation.kind in (OperationKind.SUP, OperationKind.NOC):
        return operation
    after = effect_of(now, operation).after
    unit = after.unit(operation.added.id if operation.added else operation.unit or "")
    found = disagreements(NegotiatedText({}, now.languages, (replace(unit, parent=None),)))
    if all(one.facts.id for one in found):
        return operation
    texts = _named(unit, found, names_to_give(text, after), since=text.session)
    if operation.added:
        return replace(operation, added=replace(operation.added, texts=texts))
    changes = derived(source_of(now, operation), texts[operation.language])
    return replace(operation, kind=OperationKind.MOD, replacements=changes)


def _named(
    unit: Unit, found: tuple[Disagreement, ...], names: Iterator[str], *, since: int
) -> dict[str, str]:
    known = _known_elsewhere(found)
    marks: dict[tuple[str, str], dict[int, str]] = {}
    for one in found:
        if one.facts.id:
            continue
        name = known.get(one.id) or next(names)
        for words in one.words:
            marks.setdefault((unit.id, words.language), {})[words.offset] = name
    return with_marks(unit.id, unit.texts, marks, {"since": str(since)})


def _known_elsewhere(found: tuple[Disagreement, ...]) -> dict[str, str]:
    """Brackets of one language that are those of another, which came before them: in like order."""
    known: dict[str, str] = {}
    for language in {one.languages[0] for one in found if not one.facts.id}:
        new = [one for one in found if not one.facts.id and one.languages == (language,)]
        named = [one for one in found if one.facts.id and language not in one.languages]
        if list(map(_shape, new)) == list(map(_shape, named)):
            known |= {one.id: other.id for one, other in zip(new, named, strict=True)}
    return known


def _shape(one: Disagreement) -> tuple[int, str, int]:
    return one.first.depth, one.first.kind, len(one.first.alternatives)
