"""Pages of a ballot paper, printed once for all who see the same, and filled in for each.

Writing a page costs several times what recording an answer costs, and everybody of a side who reads
the same language is shown the same question in the same frame. So templates are rendered with slots
where something is a person's own, and kept with the paper.
"""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

_SIGN = f"\x02{secrets.token_hex(8)} "
"""Begins a slot; drawn anew by each process, so that no text of a dialogue can hold it."""
_SLOT = re.compile(f"{_SIGN}([a-z]+)\x03")
MOST = 4096
"""Printed pages kept for one paper; beyond it printing begins anew."""


class Slots:
    """What a template writes where something is filled in later: `{{ slots.name }}`."""

    def __getitem__(self, name: str) -> str:
        return f"{_SIGN}{name}\x03"


SLOTS = Slots()


@dataclass(frozen=True)
class Sheet:
    """A page in parts: text, the name of a slot, text, and so on."""

    parts: tuple[str, ...]

    @classmethod
    def of(cls, rendered: str) -> "Sheet":
        return cls(tuple(_SLOT.split(rendered)))

    def filled(self, **values: str) -> SafeString:
        """The page with its slots filled; what is not HTML yet is escaped.

        >>> Sheet.of("<p>" + SLOTS["who"] + "</p>").filled(who="a & b")
        '<p>a &amp; b</p>'
        """
        escaped = {name: conditional_escape(value) for name, value in values.items()}
        texts, names = self.parts[::2], self.parts[1::2]
        filled = (
            text
            for name, after in zip(names, texts[1:], strict=True)
            for text in (escaped[name], after)
        )
        return SafeString(texts[0] + "".join(filled))


def printed(kept: dict[object, object], key: object, render: Callable[[], str]) -> Sheet:
    """The sheet of that key, rendered where it is not kept yet."""
    found = kept.get(key)
    if isinstance(found, Sheet):
        return found
    if len(kept) >= MOST:
        kept.clear()
    sheet = Sheet.of(render())
    kept[key] = sheet
    return sheet
