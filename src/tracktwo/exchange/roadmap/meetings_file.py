"""meetings.csv and items.csv: what is to be held, and what for."""

from pathlib import Path

from tracktwo.exchange.lists import Row, check_id
from tracktwo.exchange.risks.rows import ids_in, read_rows, texts_of
from tracktwo.exchange.roadmap.cells import day_in, leads_in, length_in, one_of, whole_in
from tracktwo.roadmap.item_state import ItemState
from tracktwo.roadmap.items import STREAMS, Item, what_is_wrong_with_item
from tracktwo.roadmap.meetings import FORMATS, LEVELS, Meeting, what_is_wrong_with_meeting

MEETING_COLUMNS = (
    "stream", "level", "format", "host", "series", "language", "length", "place", "earliest", "latest",
    "day", "papers_due", "prepared_by", "gap", "after", "optional",
)  # fmt: skip
MEETING_TEXTS = ("name", "agenda", "outcome")
ITEM_COLUMNS = (
    "theme", "area", "stream", "lead", "meetings", "start", "due", "depends", "measures", "state",
    "new_due", "evidence",
)  # fmt: skip
ITEM_TEXTS = ("deliverable", "done_when", "reciprocity", "reason")


def read_meetings(path: Path, lines: dict[str, int]) -> tuple[Meeting, ...]:
    """The meetings in a table; `lines` is filled with the line of each."""
    wanted = ("meeting", "required")
    rows = read_rows(path, wanted, optional=MEETING_COLUMNS, texts=MEETING_TEXTS)
    return tuple(_meeting(row, lines) for row in rows)


def _meeting(row: Row, lines: dict[str, int]) -> Meeting:
    found = Meeting(
        id=check_id(row, "meeting", lines),
        names=texts_of(row, "name"),
        stream=one_of(row, "stream", STREAMS, "diplomatic"),
        level=one_of(row, "level", LEVELS, "working"),
        format=one_of(row, "format", FORMATS, "in person"),
        host=row["host"],
        series=row["series"],
        language=row["language"],
        length=length_in(row, "length"),
        place=row["place"],
        earliest=day_in(row, "earliest"),
        latest=day_in(row, "latest"),
        day=day_in(row, "day"),
        agenda=texts_of(row, "agenda"),
        papers_due=whole_in(row, "papers_due") or 0,
        prepared_by=row["prepared_by"],
        gap=whole_in(row, "gap"),
        after=ids_in(row, "after"),
        required=ids_in(row, "required"),
        optional=ids_in(row, "optional"),
        outcome=texts_of(row, "outcome"),
    )
    if wrong := what_is_wrong_with_meeting(found):
        row.refuse(wrong)
    return found


def read_items(path: Path, lines: dict[str, int]) -> tuple[Item, ...]:
    """The items in a table; `lines` is filled with the line of each."""
    rows = read_rows(path, ("item",), optional=ITEM_COLUMNS, texts=ITEM_TEXTS)
    return tuple(_item(row, lines) for row in rows)


def _item(row: Row, lines: dict[str, int]) -> Item:
    found = Item(
        id=check_id(row, "item", lines),
        deliverable=texts_of(row, "deliverable"),
        done_when=texts_of(row, "done_when"),
        theme=row["theme"],
        area=row["area"],
        stream=one_of(row, "stream", STREAMS, "diplomatic"),
        lead=leads_in(row, "lead"),
        meetings=ids_in(row, "meetings"),
        start=day_in(row, "start"),
        due=day_in(row, "due"),
        depends=ids_in(row, "depends"),
        measures=ids_in(row, "measures"),
        reciprocity=texts_of(row, "reciprocity"),
        state=one_of(row, "state", tuple(ItemState), ItemState.PROPOSED),
        new_due=day_in(row, "new_due"),
        reason=texts_of(row, "reason"),
        evidence=row["evidence"],
    )
    if wrong := what_is_wrong_with_item(found):
        row.refuse(wrong)
    return found
