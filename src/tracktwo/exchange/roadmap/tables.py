"""A roadmap and a chronology as headers and rows of text."""

from collections.abc import Mapping, Sequence
from datetime import date

from tracktwo.exchange.risks.tables import Table, with_texts
from tracktwo.exchange.roadmap.meetings_file import ITEM_COLUMNS, MEETING_COLUMNS
from tracktwo.roadmap import Item, Meeting, Roadmap
from tracktwo.roadmap.chronology import Chronology


def people_table(roadmap: Roadmap) -> Table:
    """people.csv."""
    seats = roadmap.seats
    return with_texts(
        ("office", "party", "stream", "zone", "country", "hours", "address"),
        [
            [
                one.office,
                one.party,
                one.stream,
                one.zone,
                one.country,
                str(one.hours or ""),
                one.address,
            ]
            for one in seats
        ],
        name=[one.names for one in seats],
    )


def absence_table(roadmap: Roadmap) -> Table:
    """absences.csv."""
    rows = [[one.office, str(one.first), str(one.last)] for one in roadmap.absences]
    return ("office", "first", "last"), rows


def meeting_table(roadmap: Roadmap) -> Table:
    """meetings.csv."""
    meetings = roadmap.meetings
    return with_texts(
        ("meeting", *MEETING_COLUMNS, "required"),
        [
            [one.id, *_cells(_of_meeting(one), MEETING_COLUMNS), _listed(one.required)]
            for one in meetings
        ],
        name=[one.names for one in meetings],
        agenda=[one.agenda for one in meetings],
        outcome=[one.outcome for one in meetings],
    )


def item_table(roadmap: Roadmap) -> Table:
    """items.csv."""
    items = roadmap.items
    return with_texts(
        ("item", *ITEM_COLUMNS),
        [[one.id, *_cells(_of_item(one), ITEM_COLUMNS)] for one in items],
        deliverable=[one.deliverable for one in items],
        done_when=[one.done_when for one in items],
        reciprocity=[one.reciprocity for one in items],
        reason=[one.reason for one in items],
    )


def milestone_table(chronology: Chronology) -> Table:
    """chronology.csv."""
    told = chronology.milestones
    return with_texts(
        ("milestone", "when", "parties", "level", "areas", "sources", "account", "agreed", "event"),
        [
            [one.id, one.when.text, _listed(one.parties), one.level, _listed(one.areas),
             _listed(one.sources), one.account, one.agreed, one.event]
            for one in told
        ],
        text=[one.texts for one in told],
    )  # fmt: skip


def _of_meeting(one: Meeting) -> Mapping[str, str]:
    return {
        "stream": one.stream,
        "level": one.level,
        "format": one.format,
        "host": one.host,
        "series": one.series,
        "language": one.language,
        "length": str(one.length),
        "place": one.place,
        "earliest": _day(one.earliest),
        "latest": _day(one.latest),
        "day": _day(one.day),
        "papers_due": str(one.papers_due) if one.papers_due else "",
        "prepared_by": one.prepared_by,
        "gap": "" if one.gap is None else str(one.gap),
        "after": _listed(one.after),
        "optional": _listed(one.optional),
    }


def _of_item(one: Item) -> Mapping[str, str]:
    return {
        "theme": one.theme,
        "area": one.area,
        "stream": one.stream,
        "lead": "; ".join(f"{side}={office}" for side, office in one.lead.items()),
        "meetings": _listed(one.meetings),
        "start": _day(one.start),
        "due": _day(one.due),
        "depends": _listed(one.depends),
        "measures": _listed(one.measures),
        "state": one.state.value,
        "new_due": _day(one.new_due),
        "evidence": one.evidence,
    }


def _cells(values: Mapping[str, str], columns: Sequence[str]) -> list[str]:
    return [values[column] for column in columns]


def _listed(ids: Sequence[str]) -> str:
    return "; ".join(ids)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
