"""chronology.csv: milestones; and the milestones of a report, as they are found in it."""

from collections.abc import Iterable
from pathlib import Path

from tracktwo.dialogue import Party
from tracktwo.errors import InputError
from tracktwo.exchange.document.proposal import Milestone as Found
from tracktwo.exchange.lists import Row, check_id
from tracktwo.exchange.risks.rows import ids_in, read_rows, texts_of
from tracktwo.exchange.roadmap.cells import one_of
from tracktwo.roadmap.chronology import Chronology, Milestone, When
from tracktwo.roadmap.chronology.milestones import Agreed, what_is_wrong_with_milestone

COLUMNS = ("parties", "level", "areas", "sources", "account", "agreed", "event")
AGREED: tuple[Agreed, ...] = ("both", "one")


def read_milestones(path: Path, parties: tuple[Party, ...]) -> tuple[Milestone, ...]:
    """The milestones in a table, each checked by itself."""
    lines: dict[str, int] = {}
    known = [one.id for one in parties]
    rows = read_rows(path, ("milestone", "when"), optional=COLUMNS, texts=("text",))
    return tuple(_milestone(row, lines, known) for row in rows)


def milestones_of_report(found: Iterable[Found], *, source: str, language: str) -> Chronology:
    """The milestones that `tracktwo import-report` found in a report, as a chronology.

    They are known by the year, and are the report's account: who took part is for a person to say.

    >>> told = milestones_of_report([Found(2010, 2014, "2010–14", "Diplomats took part.", 3)], source="report", language="en")
    >>> [(one.id, one.when.text) for one in told.milestones]
    [('m1', '2010/2014')]
    """
    return Chronology(
        tuple(
            Milestone(
                f"m{n}",
                When.parse(_years(one)),
                {language: one.text},
                sources=(f"{source}, line {one.line}",),
            )
            for n, one in enumerate(found, 1)
        )
    )


def _years(one: Found) -> str:
    if one.end is None:
        return f"{one.start:04}/.."
    return f"{one.start:04}/{one.end:04}" if one.is_range else f"{one.start:04}"


def _milestone(row: Row, lines: dict[str, int], known: list[str]) -> Milestone:
    found = Milestone(
        id=check_id(row, "milestone", lines),
        when=_when(row),
        texts=texts_of(row, "text"),
        parties=ids_in(row, "parties"),
        level=row["level"],
        areas=ids_in(row, "areas"),
        sources=ids_in(row, "sources"),
        account=row["account"],
        agreed=one_of(row, "agreed", AGREED, "both"),
        event=row["event"],
    )
    if wrong := what_is_wrong_with_milestone(found, known):
        row.refuse(wrong)
    return found


def _when(row: Row) -> When:
    try:
        return When.parse(row["when"])
    except ValueError:
        message = (
            f"when {row['when']!r} is no date; write such as 2018-06-05, 2018-06, 2018 or 2010/2014"
        )
        raise InputError(message, file=row.path, line=row.line) from None
