"""Notes in a side's room."""

from tracktwo_web.dialogues.domain.room import write_note
from tracktwo_web.dialogues.models import RoomNote
from tracktwo_web.dialogues.queries import notes_of


def test_notes_are_numbered_within_a_side(dialogue) -> None:
    nato, china = dialogue.sides.order_by("position")

    write_note(nato, "One.")
    write_note(china, "Theirs.")
    write_note(nato, "Two.")

    assert [(note.number, note.text) for note in notes_of(nato)] == [(1, "One."), (2, "Two.")]


def test_note_keeps_neither_author_nor_time() -> None:
    kept = {field.name for field in RoomNote._meta.get_fields()}

    assert kept == {"id", "side", "number", "text"}
