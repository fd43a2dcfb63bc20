"""A figure as a value: the finding it states, the chart, the same in words, the table it shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracktwo.dialogue import Statement, in_language
from tracktwo.locale.plain import plain

if TYPE_CHECKING:
    from altair import LayerChart

_TAGS = {"zh": "zh-Hans"}


@dataclass(frozen=True)
class Quote:
    """A statement as quoted: its short key, its text and the BCP 47 tag of that text's language."""

    key: str
    text: str
    language: str


Cell = str | Quote


@dataclass(frozen=True)
class Table:
    """What a figure shows, in rows; every cell is written out, a statement is a `Quote`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, eq=False)
class Figure:
    """`title` states the finding, `alt` says what can be seen, `table` holds what is drawn.

    `chart` is an Altair chart; look at `chart.to_dict()` to test it without drawing. A notebook
    shows the chart under its title.
    """

    title: str
    alt: str
    chart: "LayerChart"
    table: Table

    def _repr_mimebundle_(self, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 -- IPython's
        titled = self.chart.properties(title=self.title)
        return titled._repr_mimebundle_(*arguments, **options)


def quote_of(statement: Statement, language: str) -> Quote:
    r"""A statement in a language, else in English, else in whatever language it has.

    Control and direction characters go: what others typed must not turn round the words beside it
    or steer a terminal.

    >>> quote_of(Statement("s1", {"en": "Ships \u202e should\ntalk"}), "fr")
    Quote(key='s1', text='Ships should talk', language='en')
    """
    return quoted_text(statement.id, statement.texts, language)


def quoted_text(key: str, texts: Mapping[str, str], language: str) -> Quote:
    """Anything that has texts by language and a key, quoted as `quote_of` does; the key where it has none.

    >>> quoted_text("threat", {}, "fr")
    Quote(key='threat', text='threat', language='')
    """
    spoken = [code for code in (language, "en", *texts) if texts.get(code)]
    code = spoken[0] if spoken else ""
    text = in_language(texts, language) or key
    return Quote(plain(key), plain(text), _TAGS.get(code, plain(code)))
