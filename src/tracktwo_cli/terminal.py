"""What the command prints: findings to standard output, progress and errors beside it."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from tracktwo import _typing

_beside = Console(stderr=True)


def say(sentence: str) -> None:
    """One plain line on standard error."""
    _beside.print(sentence, markup=False, highlight=False, soft_wrap=True)


@contextmanager
def shown_progress() -> Iterator[_typing.Progress]:
    """A listener that draws one bar while it lasts, on a terminal only, and leaves nothing behind."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(
        *columns, console=_beside, transient=True, disable=not _beside.is_terminal
    ) as bar:
        task = bar.add_task("", total=None)

        def listen(what: str, done: int, total: int) -> None:
            bar.update(task, description=what, completed=done, total=total or None)

        yield listen
