"""A message as its readers have it: the model text in each language, what became of it, its thread."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext

from tracktwo.channel.kinds import KINDS
from tracktwo.channel.messages import Message as Said
from tracktwo.channel.messages import Needs
from tracktwo.channel.messages.as_json import message_from
from tracktwo.channel.wording import ModelText, model_text
from tracktwo.locale import translator
from tracktwo_web.channel.domain.numbers import next_number
from tracktwo_web.channel.domain.wording import Wording, said_by
from tracktwo_web.channel.models import Message
from tracktwo_web.channel.telling import ANSWERS, lasting
from tracktwo_web.kit.languages import NAMES, TAGS, reader_language


@dataclass(frozen=True)
class Text:
    """A model text in one language."""

    language: str
    tag: str
    name: str
    text: ModelText


@dataclass(frozen=True)
class Step:
    """One of the three acknowledgements, and by how much it came late or is late."""

    name: str
    at: datetime | None
    due: datetime | None = None
    late: str = ""
    answer: str = ""


def texts_in(said: Said, languages: Sequence[str], needs: Needs | None) -> tuple[Text, ...]:
    """The model text in each language of the dialogue, the reader's first."""
    first = reader_language()
    ordered = sorted(languages, key=lambda one: one != first)
    return tuple(
        Text(one, TAGS[one], NAMES[one], model_text(said, translator(one), needs))
        for one in ordered
    )


def said_in(message: Message) -> tuple[Said, Needs | None]:
    """What a row holds: as it was sent, or, while it waits, as it was written."""
    if message.entry is not None:
        return message_from(message.content)
    assert message.written is not None  # what waits was written
    line, wording = message.line, Wording.of(message.content)
    written = message.written.replace(microsecond=0)
    return said_by(line, wording, next_number(line, wording, written), written), None


def is_known(message: Message) -> bool:
    """Whether this node has words for the message's kind."""
    return message.kind in KINDS


def texts_of(message: Message, languages: Sequence[str]) -> tuple[Text, ...]:
    """The model texts of a message; what waits has neither a number nor a time of sending yet."""
    said, needs = said_in(message)
    texts = texts_in(said, languages, needs)
    return texts if message.entry is not None else tuple(map(_without_number, texts))


def _without_number(one: Text) -> Text:
    """Its heading begins with number, kind and time of sending."""
    _number, kind, _sent, *rest = one.text.heading
    return replace(one, text=replace(one.text, heading=(kind, *rest)))


def steps_of(message: Message, now: datetime) -> tuple[Step, ...]:
    """The three acknowledgements, never mixed: a machine has it, an officer has read it, it is answered."""
    answer = ANSWERS.get(message.answer, "")
    steps = [
        Step(gettext("Received by a machine"), message.received),
        Step(
            gettext("Read by the officer on duty"),
            message.read,
            message.read_by,
            _late(message.read_by, message.read or now),
        ),
    ]
    if message.answered_by is not None or message.answered is not None:
        late = _late(message.answered_by, message.answered or now)
        steps.append(
            Step(gettext("Answered"), message.answered, message.answered_by, late, str(answer))
        )
    return tuple(steps)


def _late(by: datetime | None, done: datetime) -> str:
    return lasting(done - by) if by is not None and done > by else ""
