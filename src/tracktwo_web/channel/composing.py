"""What an officer may write: a new message, or one about another; and how it reads before it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tracktwo.channel.kinds import KINDS, Fields, FieldSpec, Kind
from tracktwo.channel.kinds import Form as Written
from tracktwo.channel.messages import Limits, Type, needs_of
from tracktwo_web.channel.domain.numbers import next_number
from tracktwo_web.channel.domain.wording import Wording, said_by
from tracktwo_web.channel.models import Line, Message
from tracktwo_web.channel.reading import Text, texts_in
from tracktwo_web.channel.telling import kind_name
from tracktwo_web.kit.languages import said_to_reader

FOLLOWING_ONES_OWN = ("CS", "UO")
"""A summary and an outcome may follow one's own request."""
CALL_ANSWERS = ("accepted", "deferred", "declined", "clarification")


@dataclass(frozen=True)
class Offer:
    """Something that may be written about a message: a kind, and what it does to it."""

    kind: str
    name: str
    type: str
    answer: str = ""


def offers_about(message: Message) -> list[Offer]:
    """What an officer may write about a message; to a request for a call, its answers one by one."""
    if message.entry is None or message.kind not in KINDS:
        return []
    return [*_replies(message), *_changes(message)]


def may_write(kind: Kind, type_: Type, about: Message | None) -> bool:
    """Whether a message of this kind and type can be about another, or about none."""
    if about is None:
        return type_ is Type.NEW and Type.NEW in kind.types
    return any((one.kind, one.type) == (kind.code, type_.value) for one in offers_about(about))


def _replies(message: Message) -> list[Offer]:
    found = []
    for kind in KINDS.values():
        answers = message.kind in kind.answers and Type.REPLY in kind.types
        if not answers or (message.is_own and kind.code not in FOLLOWING_ONES_OWN):
            continue
        if kind.code == "CA":
            found += [Offer("CA", kind_name("CA"), Type.REPLY.value, one) for one in CALL_ANSWERS]
        else:
            found.append(Offer(kind.code, kind_name(kind.code), Type.REPLY.value))
    return found


def _changes(message: Message) -> list[Offer]:
    """An office replaces and cancels what it sent itself, answers as well."""
    is_content = message.type in (Type.NEW.value, Type.UPDATE.value, Type.REPLY.value)
    if not message.is_own or not is_content:
        return []
    name, types = kind_name(message.kind), KINDS[message.kind].types
    return [
        Offer(message.kind, name, one.value) for one in (Type.UPDATE, Type.CANCEL) if one in types
    ]


@dataclass(frozen=True)
class Preview:
    """A message as it would go out now, in each language of the dialogue."""

    texts: tuple[Text, ...]
    moments: tuple[tuple[str, datetime], ...]


def preview_of(line: Line, wording: Wording, languages: Sequence[str], now: datetime) -> Preview:
    """How a wording reads under the next number of its series, if nothing else is sent before."""
    now = now.replace(microsecond=0)
    said = said_by(line, wording, next_number(line, wording, now), now)
    specs = KINDS[wording.kind].fields_of(wording.type)
    return Preview(
        texts_in(said, languages, needs_of(said, Limits())),
        tuple(moments_in(specs, wording.fields)),
    )


def moments_in(specs: Sequence[FieldSpec], fields: Fields) -> list[tuple[str, datetime]]:
    """The moments that fields tell of, with their labels: pages show each on the clocks of both sides."""
    found: list[tuple[str, datetime]] = []
    for spec in specs:
        value = fields.get(spec.name)
        every = value if spec.is_repeated and isinstance(value, list | tuple) else [value]
        for one in every:
            if one is None:
                continue
            if spec.form is Written.GROUP:
                found += moments_in(spec.fields, one)  # type: ignore[arg-type]  # checked before
            elif spec.form is Written.MOMENT:
                found.append((said_to_reader(spec.label), datetime.fromisoformat(str(one))))
    return found
