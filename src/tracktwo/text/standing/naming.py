"""Names for brackets, so that positions, remarks and ages can speak of them when the text moves on."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count

from tracktwo.text.brackets.marks import Mark
from tracktwo.text.brackets.scanner import scan
from tracktwo.text.standing.disagreements import Disagreement, disagreements
from tracktwo.text.units import NegotiatedText

Marks = dict[tuple[str, str], dict[int, str]]
"""The name of a bracket, by unit and language, by where it opens."""


def named(text: NegotiatedText, *, since: int | None = None) -> NegotiatedText:
    """The same version of a text, with a name behind every bracket that has none: b1, b2, ...

    A name that is taken is passed over. `since` is the session in which they are noted to have arisen.
    `BracketError` and `MarkError` as `disagreements` raises them.

    >>> from tracktwo.text.units import Unit
    >>> texts = {"en": "We [shall/should] meet.", "zh": "我们[应/宜]会晤。"}
    >>> named(NegotiatedText({}, ("en", "zh"), (Unit("u1", texts=texts),))).unit("u1").texts["zh"]
    '我们[应/宜]{id:b1}会晤。'
    """
    found = disagreements(text)
    marks = _marks(found)
    if not marks:
        return text
    noted = {} if since is None else {"since": str(since)}
    units = tuple(
        replace(unit, texts=with_marks(unit.id, unit.texts, marks, noted)) for unit in text.units
    )
    return replace(text, title=with_marks("", text.title, marks, noted), units=units)


def free_names(text: NegotiatedText) -> Iterator[str]:
    """Names that no bracket of a text has, in their order.

    >>> next(free_names(NegotiatedText({"en": "[A]{id:b1}"}, ("en",))))
    'b2'
    """
    return _free(disagreements(text))


def _free(found: tuple[Disagreement, ...]) -> Iterator[str]:
    taken = {one.id for one in found}
    return (name for number in count(1) if (name := f"b{number}") not in taken)


def _marks(found: tuple[Disagreement, ...]) -> Marks:
    names = _free(found)
    marks: Marks = {}
    for one in found:
        if one.facts.id:
            continue
        name = next(names)
        for words in one.words:
            marks.setdefault((one.unit, words.language), {})[words.offset] = name
    return marks


def with_marks(
    unit: str, texts: Mapping[str, str], marks: Marks, noted: Mapping[str, str]
) -> dict[str, str]:
    """The texts of a unit by language, with these names and notes behind its brackets.

    >>> with_marks("u1", {"en": "We [may] meet."}, {("u1", "en"): {3: "b7"}}, {"since": "2"})
    {'en': 'We [may]{id:b7 since:2} meet.'}
    """
    return {
        language: _marked(source, marks.get((unit, language), {}), noted)
        for language, source in texts.items()
    }


def _marked(source: str, names: Mapping[int, str], noted: Mapping[str, str]) -> str:
    pairs = [one for one in scan(source).pairs if one.start in names] if names else []
    for pair in sorted(pairs, key=lambda one: one.end, reverse=True):
        known = Mark(source[pair.end : pair.mark_end]).values
        mark = Mark.of({"id": names[pair.start], **noted, **known})
        source = source[: pair.end] + mark.source + source[pair.mark_end :]
    return source
