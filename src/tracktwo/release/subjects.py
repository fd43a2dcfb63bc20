"""What was asked and who sat at the table: tables that hold nothing of what anybody answered."""

from tracktwo.dialogue import Dialogue
from tracktwo.locale import english
from tracktwo.release.open_data import Column, Table

_REJECTED = -1


def shown_statements(dialogue: Dialogue) -> list[int]:
    """Places of the statements that moderators did not reject."""
    return [place for place, one in enumerate(dialogue.statements) if one.moderated != _REJECTED]


def statements_table(dialogue: Dialogue) -> Table:
    """The statements with their texts; where a statement came from is not told."""
    statements = [dialogue.statements[place] for place in shown_statements(dialogue)]
    languages = [one for one in dialogue.languages if any(one in each.texts for each in statements)]
    return Table(
        "statements",
        english("A statement that was put to everybody"),
        (
            Column("statement", "string", english("id of the statement")),
            Column("theme", "string", english("theme")),
            Column("about", "string", english("id of the side that it is about")),
            Column("scale", "string", english("vote, or rating: with the two ends of the scale")),
            *(Column(f"text_{one}", "string", english("words in the language {language}", language=one)) for one in languages),
        ),
        tuple(
            (one.id, one.theme, one.about, str(one.scale), *(one.texts.get(each, "") for each in languages))
            for one in statements
        ),
    )  # fmt: skip


def parties_table(dialogue: Dialogue) -> Table:
    """The sides with their names."""
    languages = [
        one for one in dialogue.languages if any(one in each.names for each in dialogue.parties)
    ]
    return Table(
        "parties",
        english("A side"),
        (
            Column("party", "string", english("id of the side")),
            *(Column(f"name_{one}", "string", english("name in the language {language}", language=one)) for one in languages),
        ),
        tuple(
            (one.id, *(one.names.get(each, "") for each in languages)) for one in dialogue.parties
        ),
    )  # fmt: skip
