"""Words as runs of a DOCX, tracked where a change is proposed."""

from xml.sax.saxutils import quoteattr

from tracktwo.exchange.paper.runs import run
from tracktwo.exchange.texts.tracked import Run


class Marks:
    """Numbers for changes and bookmarks, counted through a document, and the names of authors."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        """The next number."""
        self._last += 1
        return self._last

    def change(self, tag: str, author: str) -> str:
        """The beginning of a tracked change, with no date."""
        return f'<w:{tag} w:id="{self.next()}" w:author={quoteattr(author)}'


def tracked_run(one: Run, language: str, marks: Marks, author: str) -> str:
    """A run that stays, goes or comes."""
    if not one.words:
        return ""
    if one.kind == "same":
        return run(one.words, language)
    tag = "ins" if one.kind == "come" else "del"
    words = run(one.words, language, tag="t" if tag == "ins" else "delText")
    return f"{marks.change(tag, author)}>{words}</w:{tag}>"
