"""Paragraphs as headings, items and plain text, and as sections under their headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tracktwo.exchange.document.dates import dated
from tracktwo.exchange.document.letters import columns, is_capital, is_han, is_title
from tracktwo.exchange.document.lexicon import POINTING, TABLE_HEADS
from tracktwo.exchange.document.markers import STRONG, Marker, marked, number_value
from tracktwo.exchange.document.paragraphs import Paragraph

_CONTENTS = re.compile(r"(?:\s?[.…·_]){4,}\s*\d+$|\t\d+$")
_LEADING_NUMBER = re.compile(r"(\d{1,2})\s+(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph in its role. `style` tells headings or items of one kind from those of another.

    `number` is its number as written, `is_hidden` says that the heading stood in a list.
    """

    line: int
    text: str
    role: Literal["heading", "item", "plain"]
    style: str = ""
    number: str = ""
    depth: int = 0
    level: int = 0
    is_hidden: bool = False


@dataclass(eq=False, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading; `parent` is the one around it."""

    heading: Block | None
    parent: "Section | None" = None
    blocks: list[Block] = field(default_factory=list)


def outline(paragraphs: list[Paragraph]) -> list[Section]:
    """The sections of a document in its order; the first has no heading.

    >>> from tracktwo.exchange.document.paragraphs import paragraphs_of
    >>> text = ["II. RISKS", "- War.", "- III. THE WAY AHEAD", "Talks."]
    >>> [(s.heading and s.heading.text, len(s.blocks)) for s in outline(paragraphs_of(text))]
    [(None, 0), ('RISKS', 1), ('THE WAY AHEAD', 1)]
    """
    sections = [Section(None)]
    open_ones: list[Section] = []
    for block in blocks_of(paragraphs):
        if block.role != "heading":
            sections[-1].blocks.append(block)
            continue
        del open_ones[_kept(block, open_ones) :]
        section = Section(block, open_ones[-1] if open_ones else None)
        open_ones.append(section)
        sections.append(section)
    return sections


def _kept(block: Block, open_ones: list[Section]) -> int:
    """How many of the open sections, outermost first, stay around a new heading."""
    if block.style == "strong":
        return 0
    headings = [one.heading for one in open_ones if one.heading]
    if block.level:
        above = [bool(one.level) and one.level < block.level for one in headings]
        return above.index(False) if False in above else len(above)
    alike = [place for place, one in enumerate(headings) if one.style == block.style]
    if not alike or _restarts(block, headings[alike[-1]]):
        return len(headings)
    # 7. after 6. and its 1. goes on with 6.
    turn = [place for place in alike if _follows(block, headings[place])]
    return (turn or alike)[-1]


def _restarts(block: Block, last: Block) -> bool:
    """Whether a count begins anew under a heading counted in the same way."""
    return block.number == "1" and last.number.isdecimal() and last.number != "1"


def _follows(block: Block, last: Block) -> bool:
    if not (block.number.isdecimal() and last.number.isdecimal()):
        return False
    return int(block.number) == int(last.number) + 1


def blocks_of(paragraphs: list[Paragraph]) -> Iterator[Block]:
    """Every paragraph in its role."""
    drafts = [_Draft.of(one) for one in paragraphs if not _CONTENTS.search(one.text[-60:])]
    is_styled = sum(one.paragraph.heading > 0 for one in drafts) > 1
    last_number = 0
    last: Block | None = None
    for place, draft in enumerate(drafts):
        after = drafts[place + 1] if place + 1 < len(drafts) else None
        before = drafts[place - 1] if place else None
        last = _heading(draft, before, after, last, is_styled, last_number) or draft.block()
        if last.role == "heading" and last.number:
            last_number = number_value(last.number)
        yield last


@dataclass(frozen=True, slots=True)
class _Draft:
    """A paragraph with its marks taken off: the outer one, and one behind a bullet."""

    paragraph: Paragraph
    marker: Marker | None
    text: str
    inner: Marker | None
    inner_text: str

    @classmethod
    def of(cls, paragraph: Paragraph) -> "_Draft":
        marker, text = marked(paragraph.text)
        is_bullet = paragraph.item == "bullet" or (marker and marker.kind == "bullet")
        inner, inner_text = (None, text)
        if is_bullet:
            inner, inner_text = (
                marked(text) if marker and marker.kind == "bullet" else (marker, text)
            )
        return cls(paragraph, marker, text, inner, inner_text)

    @property
    def style(self) -> str:
        """The kind of item: `bullet`, `arabic` and so on; nothing for plain text."""
        if self.paragraph.item == "bullet":
            return "bullet"
        if self.marker:
            return self.marker.kind
        return self.paragraph.item

    @property
    def is_bullet(self) -> bool:
        return self.style == "bullet"

    def block(self) -> Block:
        number = self.marker.number if self.marker else ""
        role: Literal["item", "plain"] = "item" if self.style else "plain"
        return Block(self.paragraph.line, self.text, role, self.style, number, self.paragraph.depth)

    def heading(
        self, style: str, *, text: str = "", number: str = "", hidden: bool = False
    ) -> Block:
        number = number or (self.marker.number if self.marker else "")
        return Block(
            self.paragraph.line,
            (text or self.text).rstrip(":： "),
            "heading",
            style,
            number,
            self.paragraph.depth,
            self.paragraph.heading,
            hidden,
        )


def _heading(
    draft: _Draft,
    before: _Draft | None,
    after: _Draft | None,
    last: Block | None,
    is_styled: bool,
    last_number: int,
) -> Block | None:
    """The paragraph as a heading, if it is one; the surest signs come first."""
    one = draft.paragraph
    if one.heading:
        return draft.heading("level")
    if draft.is_bullet:
        return _hidden(draft, last_number)
    is_strong = draft.marker is not None and draft.marker.kind in STRONG
    if is_capital(draft.text) and not _is_table_head(draft.text):
        return draft.heading("strong" if is_strong else "capital")
    if draft.style:
        return _numbered(draft, after, last, "strong" if is_strong else draft.style)
    if one.is_bold and is_title(draft.text) and not dated(draft.text):
        return draft.heading("bold")
    return None if is_styled else _plain_heading(draft, before, after)


def _hidden(draft: _Draft, last_number: int) -> Block | None:
    """A heading that slipped into a list: a large number behind a bullet, in capitals or in turn."""
    inner = draft.inner
    if inner is None or inner.kind not in {*STRONG, "arabic"}:
        return None
    is_next = last_number > 0 and number_value(inner.number) == last_number + 1
    is_loud = inner.kind in STRONG and is_capital(draft.inner_text)
    if is_loud or (is_next and is_title(draft.inner_text)):
        style = "strong" if inner.kind in STRONG else inner.kind
        return draft.heading(style, text=draft.inner_text, number=inner.number, hidden=True)
    return None


def _numbered(draft: _Draft, after: _Draft | None, last: Block | None, style: str) -> Block | None:
    """A numbered title with something under it; in a row of its like it is an item of a list."""
    is_listed = last is not None and last.role == "item" and last.style == draft.style
    if is_listed or after is None or after.style == draft.style or not is_title(draft.text):
        return None
    return draft.heading(style)


def _plain_heading(draft: _Draft, before: _Draft | None, after: _Draft | None) -> Block | None:
    """A short line that stands alone and begins as a title does."""
    text = draft.text
    if after is None or not (is_title(text) or _is_lead_in(text)) or not _begins_a_title(text):
        return None
    stands_alone = draft.paragraph.gap or before is None or bool(before.style) or is_han(text[0])
    if not stands_alone or len(text.split()) > 12 or _is_table_head(text) or dated(text):
        return None
    number = _LEADING_NUMBER.match(text)
    if number:
        return draft.heading("weak", text=text[number.end() :], number=number[1])
    return draft.heading("weak")


def _is_lead_in(text: str) -> bool:
    """A few words and a colon over a list, one of them the word of a topic."""
    bare = text.rstrip(":： ")
    is_short = bare != text and len(bare.split()) <= 6 and columns(bare) <= 60
    return is_short and is_title(bare) and bool(POINTING.search(bare))


def _begins_a_title(text: str) -> bool:
    first = text.lstrip("\"'“‘«( ")[:1]
    return first.isupper() or is_han(first) or bool(_LEADING_NUMBER.match(text))


def _is_table_head(text: str) -> bool:
    return bool(TABLE_HEADS.fullmatch(text))
