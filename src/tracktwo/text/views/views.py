"""One source, shown in four ways: none of them says who holds or proposed what."""

from collections.abc import Iterable, Mapping

from tracktwo.errors import OptionError
from tracktwo.text.brackets.choose import choose
from tracktwo.text.brackets.grammar import parse
from tracktwo.text.brackets.nodes import Node
from tracktwo.text.brackets.walk import Path, brackets, plain
from tracktwo.text.standing.disagreements import Disagreement, disagreements
from tracktwo.text.standing.fingerprint import fingerprint
from tracktwo.text.standing.refusals import refusal
from tracktwo.text.standing.sources import sources
from tracktwo.text.standing.stages import Document
from tracktwo.text.standing.why_not import WhyNot
from tracktwo.text.units import NegotiatedText
from tracktwo.text.views.sources import At, each_source
from tracktwo.text.views.untold import with_harmless_marks, without_marks


def rolling(text: NegotiatedText, *, sides: tuple[str, ...] = ()) -> NegotiatedText:
    """The rolling draft: every bracket stands, without marks and without names of sides.

    >>> from tracktwo.text.units import Unit
    >>> source = "We [EU: shall/may]{id:b1 holder:eu} meet."
    >>> rolling(NegotiatedText({}, ("en",), (Unit("u1", texts={"en": source}),))).unit("u1").texts["en"]
    'We [shall/may] meet.'
    """
    return each_source(text, lambda nodes, _: without_marks(nodes, sides=sides), sides=sides)


def chairs_text(
    text: NegotiatedText, choices: Mapping[str, int | None], *, sides: tuple[str, ...] = ()
) -> NegotiatedText:
    """The text with the chair's wording for each disagreement that is named; the others stand.

    `choices` say by id which wording is taken, counted from 0, or None for no words. A wording that
    is taken may hold brackets that stand. What is still open keeps its id, session and reason, and
    nothing that tells a side; `rolling` takes these out too. Raises `OptionError` for an id that is not there, or a wording that a
    language does not offer.

    >>> from tracktwo.text.units import Unit
    >>> text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "We [shall/may]{id:b1} meet."}),))
    >>> chairs_text(text, {"b1": 1}).unit("u1").texts["en"]
    'We may meet.'
    """
    found = disagreements(text, sides=sides)
    _refuse_unknown(choices, {one.id for one in found})
    places = _places(text, found, choices, sides)
    names = (*sides, *(holder for one in found for holder in one.facts.holders))

    def proposed(nodes: tuple[Node, ...], at: At) -> tuple[Node, ...]:
        return with_harmless_marks(choose(nodes, places.get(at, {}), sides=sides), sides=names)

    return each_source(text, proposed, sides=sides)


def clean(
    text: NegotiatedText,
    choices: Mapping[str, int | None] | None = None,
    *,
    sides: tuple[str, ...] = (),
) -> NegotiatedText:
    """The text without any bracket. Raises `OptionError` naming what is still open.

    >>> from tracktwo.text.units import Unit
    >>> text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "We [shall/may]{id:b1} meet."}),))
    >>> clean(text, {"b1": 0}).unit("u1").texts["en"]
    'We shall meet.'
    """
    chosen = chairs_text(text, choices or {}, sides=sides)
    still = [one.id for one in disagreements(chosen, sides=sides)]
    if still:
        raise OptionError(f"still open: {', '.join(still)}; choose a wording for each")
    return chosen


def public(
    text: NegotiatedText, *, document: Document | None = None
) -> Mapping[str, tuple[str, ...]]:
    """An adopted text as its readers get it: plain paragraphs by language, with numbers, no ids.

    Raises `OptionError` where anything is still open. Where the document is given, `MoveError` unless
    it is adopted, and in these words; without it, whoever calls answers for that.

    >>> from tracktwo.text.units import Unit
    >>> public(NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "We meet."}, number="1."),)))
    {'en': ('1. We meet.',)}
    """
    settled = clean(text)
    if document:
        _refuse_unadopted(settled, document)
    return {
        language: tuple(
            f"{unit.number} {plain(parse(source))}".strip()
            for unit, source in settled.sources(language)
        )
        for language in settled.languages
    }


def _refuse_unadopted(text: NegotiatedText, document: Document) -> None:
    if not document.is_adopted:
        raise refusal(WhyNot.NOT_FROM_HERE, state=document.stage)
    if document.silence and document.silence.fingerprint != fingerprint(text):
        raise refusal(WhyNot.OTHER_TEXT)


def _refuse_unknown(choices: Iterable[str], known: set[str]) -> None:
    for name in choices:
        if name not in known:
            raise OptionError(f"no bracket is called {name}; name one of the ledger")


def _places(
    text: NegotiatedText,
    found: Iterable[Disagreement],
    choices: Mapping[str, int | None],
    sides: tuple[str, ...],
) -> dict[At, dict[Path, int | None]]:
    """Which brackets of each source are chosen: ids of disagreements as paths in its tree."""
    paths = {
        (one.unit, one.language, placed.offset): placed.path
        for one in sources(text)
        for placed in brackets(one.tree(sides=sides))
    }
    places: dict[At, dict[Path, int | None]] = {}
    for one in found:
        for words in one.words if one.id in choices else ():
            at = (one.unit, words.language)
            places.setdefault(at, {})[paths[*at, words.offset]] = choices[one.id]
    return places
