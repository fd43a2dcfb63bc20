"""The model text of a message in one language, made from its fields: no language is a translation of another."""

from dataclasses import dataclass

from tracktwo.channel.kinds import kind_of
from tracktwo.channel.messages import Message, Needs
from tracktwo.channel.wording.free_text import Passage
from tracktwo.channel.wording.heading import heading, marks, opening, standing
from tracktwo.channel.wording.lines import Line, lines_of
from tracktwo.locale import Words


@dataclass(frozen=True, slots=True)
class ModelText:
    """A message as its readers have it, in parts that a page sets as it likes.

    `marks` are the lines that stand first and last: whoever shows the text shows them.
    """

    marks: tuple[str, ...]
    standing: str
    heading: tuple[str, ...]
    opening: str
    lines: tuple[Line, ...]


def model_text(message: Message, words: Words, needs: Needs | None = None) -> ModelText:
    """A message in the language of `words`.

    Its fields are those that `tracktwo.channel.kinds.check_fields` takes; of a draft some may be
    missing. Every language tells the same numbers, places and times, by the same numbers of fields.
    """
    specs = kind_of(message.kind).fields_of(message.type)
    note = message.note.get(words.language)
    told = (*heading(message, needs, words), *_notes(note, words))
    return ModelText(
        marks(message, words),
        standing(message, words),
        told,
        opening(message, words),
        lines_of(specs, message.fields, words),
    )


def _notes(note: str | None, words: Words) -> tuple[str, ...]:
    return (words.gettext("Note: {note}", note=note),) if note else ()


def as_plain_text(text: ModelText, words: Words) -> str:
    """A model text as lines to print or to send as a letter; free text with its note behind it.

    >>> from tracktwo.channel.messages import MessageId, Precedence, Scope, Status, Type
    >>> from tracktwo.locale import translator
    >>> fields = {"sample": "14", "content": "Autumn rain", "expected": "Spring wind", "route": "backup"}
    >>> draft = Message(MessageId.read("NATO-TM 0001/26"), ("CHINA",), Status.DRAFT, Type.NEW,
    ...                 Precedence.ROUTINE, Scope.JOINT_PRIVATE, fields)
    >>> print(as_plain_text(model_text(draft, translator("en")), translator("en")))
    DRAFT - NOT TO BE SENT
    Model text, made from the fields of the message. It is no notification by any State.
    Number: NATO-TM 0001/26
    Kind: Test message (TM), version 1
    Sent: not sent
    Precedence: routine
    From: NATO
    To: CHINA
    May be known to: the offices named here only
    This message tests the line and says nothing else.
    1. Number of the sample text: 14
    2. Sample text: Autumn rain
    3. Answer expected: Spring wind
    4. Route: backup
    DRAFT - NOT TO BE SENT
    """
    body = [_line(one, words) for one in text.lines]
    parts = (*text.marks, text.standing, *text.heading, text.opening, *body, *text.marks)
    return "\n".join(parts)


def _line(line: Line, words: Words) -> str:
    told = line.said or words.sentences(_passage(one, words) for one in line.passages)
    labelled = words.gettext("{label}: {value}", label=line.label, value=told).rstrip()
    return f"{line.number}. {labelled}"


def _passage(one: Passage, words: Words) -> str:
    return words.gettext("{text} ({note})", text=one.text, note=one.note)
