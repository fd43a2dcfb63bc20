"""Numbers as the pages write them, and tables."""

from collections.abc import Iterable, Sequence

from findings.estimates import Estimate

TOO_FEW = "too few"


def percent(share: float) -> str:
    """A share as a whole percentage.

    >>> percent(0.424)
    '42%'
    """
    return f"{100 * share:.0f}%"


def percent_with_interval(found: Estimate) -> str:
    """A share with the ends of its interval, or that too little is known."""
    if not found.is_known:
        return TOO_FEW
    return f"{percent(found.value)} ({100 * found.low:.0f}–{100 * found.high:.0f})"


def index_with_interval(found: Estimate) -> str:
    if not found.is_known:
        return TOO_FEW
    return f"{found.value:.2f} ({found.low:.2f}–{found.high:.2f})"


def number(n: int) -> str:
    """A whole number with its thousands apart.

    >>> number(3662)
    '3,662'
    """
    return f"{n:,}"


def signed(value: float, digits: int = 1) -> str:
    """A number with its sign, in print: −1.5, +0.3."""
    return f"{value:+.{digits}f}".replace("-", "−")


def moved(before: float, after: float) -> str:
    """Which way a figure went.

    >>> moved(0.2, 0.5)
    'rose'
    """
    return "rose" if after > before else "fell"


def listed(words: Sequence[str]) -> str:
    """Words as an enumeration.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, the first column to the left, the others to the right."""
    lines = [columns, ["---"] + ["---:"] * (len(columns) - 1), *rows]
    return "\n".join(f"| {' | '.join(_cell(one) for one in line)} |" for line in lines)


def figure(name: str, title: str, alt: str) -> str:
    """A picture under the sentence that says what it shows."""
    return f"**{title}**\n\n![{alt}]({name})"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
