"""A message as slash-delimited text, and back."""

from collections.abc import Iterator
from datetime import UTC, datetime

from tracktwo.channel.kinds import check_fields, kind_of
from tracktwo.channel.kinds.read_values import moment_json
from tracktwo.channel.messages import Message, MessageId, Precedence, Scope, Status, Type
from tracktwo.errors import InputError
from tracktwo.exchange.channel.slash.fields_in import fields_of_sets
from tracktwo.exchange.channel.slash.fields_out import sets_of_fields
from tracktwo.exchange.channel.slash.sets import Set, read_sets, write_sets
from tracktwo.locale import english

EXERCISE = Set("EXER", ("EXERCISE EXERCISE EXERCISE",))
MESSAGE, SENT, TO, COPY, ABOUT, THREAD, RELEASE, NOTE, FIELDS = (
    "MSG", "SENT", "TO", "COPY", "REF", "THREAD", "REL", "NOTE", "BODY",
)  # fmt: skip


def write_slash(message: Message) -> str:
    r"""The text of a message, which reads back as the same; `InputError` where its fields are not its kind's.

    The first set of an exercise says so. What is before the set `BODY` is the envelope.
    """
    kind = kind_of(message.kind)
    check_fields(kind, message.fields, message.type)
    body = sets_of_fields(kind.fields_of(message.type), message.fields)
    return write_sets([*_envelope(message), Set(FIELDS, (message.kind,)), *body])


def read_slash(text: str) -> Message:
    """The message that a text is; `InputError` where a set is missing, unknown or cannot be read."""
    sets = read_sets(text)
    places = [n for n, one in enumerate(sets) if one.name == FIELDS]
    if len(places) != 1:
        raise InputError(english("the text has no set BODY, or several; it has one"))
    told = _by_name(sets[: places[0]])
    _, id_, status, type_, precedence, scope, version = _needed(told, MESSAGE, 7)
    try:
        message_type = Type(type_)
        number = MessageId.read(id_)
        kind = kind_of(number.series.kind)
        fields = fields_of_sets(kind.fields_of(message_type), sets[places[0] + 1 :])
        check_fields(kind, fields, message_type)
        sent, recorded = _needed(told, SENT, 2)
        message = Message(
            id=number,
            addressees=told.get(TO, ()),
            status=Status(status),
            type=message_type,
            precedence=Precedence(precedence),
            scope=Scope(scope),
            fields=fields,
            sent=_moment(sent),
            recorded=_moment(recorded),
            copy_to=told.get(COPY, ()),
            refs=tuple(map(MessageId.read, told.get(ABOUT, ()))),
            thread="".join(told.get(THREAD, ())),
            releasability="".join(told.get(RELEASE, ())),
            note=_note(told),
            version=int(version),
        )
    except (ValueError, OverflowError) as error:
        raise InputError(
            english("the envelope cannot be read: {detail}", detail=str(error))
        ) from None
    if (sets[0] == EXERCISE) != message.is_exercise or sets[places[0]].fields != (message.kind,):
        raise InputError(
            english(
                "{id}: its sets EXER and BODY say something else than its number", id=message.id
            )
        )
    return message


def _envelope(message: Message) -> Iterator[Set]:
    if message.is_exercise:
        yield EXERCISE
    yield Set(
        MESSAGE,
        (
            "1",
            str(message.id),
            message.status.value,
            message.type.value,
            message.precedence.value,
            message.scope.value,
            str(message.version),
        ),
    )
    yield Set(SENT, (_written(message.sent), _written(message.recorded)))
    yield Set(TO, message.addressees)
    if message.copy_to:
        yield Set(COPY, message.copy_to)
    if message.refs:
        yield Set(ABOUT, tuple(map(str, message.refs)))
    if message.thread:
        yield Set(THREAD, (message.thread,))
    if message.releasability:
        yield Set(RELEASE, (message.releasability,))
    if message.note:
        yield Set(NOTE, tuple(part for pair in sorted(message.note.items()) for part in pair))


def _by_name(sets: tuple[Set, ...]) -> dict[str, tuple[str, ...]]:
    known = {EXERCISE.name, MESSAGE, SENT, TO, COPY, ABOUT, THREAD, RELEASE, NOTE}
    told: dict[str, tuple[str, ...]] = {}
    for one in sets:
        if one.name not in known or one.name in told:
            raise InputError(
                english(
                    "set {name} is not known in an envelope, or stands in it twice", name=one.name
                )
            )
        told[one.name] = one.fields
    return told


def _needed(told: dict[str, tuple[str, ...]], name: str, n: int) -> tuple[str, ...]:
    if len(told.get(name, ())) != n:
        raise InputError(
            english("set {name} is missing, or has not its {n} fields", name=name, n=n)
        )
    return told[name]


def _note(told: dict[str, tuple[str, ...]]) -> dict[str, str]:
    parts = told.get(NOTE, ())
    if len(parts) % 2:
        raise InputError(english("set NOTE has a language before each text"))
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _written(moment: datetime | None) -> str:
    return moment_json(moment) if moment else ""


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text).astimezone(UTC) if text else None
