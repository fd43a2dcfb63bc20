"""A heading on the terminal with sentences under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.text import Text


@dataclass(frozen=True)
class Topic:
    """A heading with what stands under it, a paragraph each."""

    title: str
    sentences: Sequence[str]


def print_topic(console: Console, topic: Topic) -> None:
    """The heading bold, what is under it set in."""
    console.print()
    console.print(Text(topic.title, style="bold"))
    for one in topic.sentences:
        console.print(Padding(Text(one), (0, 0, 0, 2)))
