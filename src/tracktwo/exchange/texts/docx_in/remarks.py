"""Comments of a document, with the words they are about and what they answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tracktwo.exchange.texts.docx_in.drafts import Draft
from tracktwo.exchange.texts.docx_in.lines import State
from tracktwo.exchange.texts.docx_in.package import Package, W
from tracktwo.text.remark import Remark

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


@dataclass(frozen=True, slots=True)
class _Span:
    unit: str
    language: str
    start: int
    end: int


def remarks(
    package: Package, placed: list[tuple[Draft, str, str]], sides: Mapping[str, str]
) -> tuple[Remark, ...]:
    """The comments on units; `placed` holds each draft with its unit and language."""
    root = package.part("word/comments.xml")
    if root is None:
        return ()
    spans: dict[str, _Span] = {}
    for draft, unit, language in placed:
        _take(spans, draft, unit, language)
    every = root.findall(f"{W}comment")
    answers = _answers(package, every)
    found = []
    for one in every:
        key = one.get(f"{W}id", "")
        about = answers.get(key)
        span = spans.get(key) or spans.get(about or "")
        if span:
            side = sides.get(one.get(f"{W}author", ""), "")
            found.append(
                Remark(
                    key, _words(one), span.unit, span.language, span.start, span.end, side, about
                )
            )
    return tuple(found)


def _take(spans: dict[str, _Span], draft: Draft, unit: str, language: str) -> None:
    """Where comments begin and end in a unit; one that goes on beyond ends with it."""
    counted = State.COME if draft.is_added else State.GONE
    at, last = -draft.cut, len(draft.source)
    for piece in draft.pieces:
        if piece.anchor:
            kind, key = piece.anchor[0], piece.anchor[1:]
            place = max(at, 0)
            if kind == "+":
                spans[key] = _Span(unit, language, place, last)
            elif kind == "-" and key in spans and spans[key].unit == unit:
                spans[key] = _Span(unit, language, min(spans[key].start, place), place)
            elif kind == "*":
                spans.setdefault(key, _Span(unit, language, place, place))
        if piece.state in (State.SAME, counted):
            at += len(piece.text)


def _words(comment: Element) -> str:
    signs = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t"}
    lines = (
        "".join(
            one.text or "" if one.tag == f"{W}t" else signs.get(one.tag, "") for one in each.iter()
        )
        for each in comment.iter(f"{W}p")
    )
    return "\n".join(lines).strip()


def _answers(package: Package, comments: list[Element]) -> dict[str, str]:
    """Which comment answers which."""
    root = package.part("word/commentsExtended.xml")
    if root is None:
        return {}
    by_paragraph = {
        paragraph.get(f"{_W14}paraId", ""): one.get(f"{W}id", "")
        for one in comments
        for paragraph in one.iter(f"{W}p")
    }
    found = {}
    for one in root.findall(f"{_W15}commentEx"):
        mine, parent = (
            by_paragraph.get(one.get(f"{_W15}paraId", "")),
            one.get(f"{_W15}paraIdParent", ""),
        )
        if mine and parent in by_paragraph:
            found[mine] = by_paragraph[parent]
    return found
