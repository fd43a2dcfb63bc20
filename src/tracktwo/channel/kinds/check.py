"""Whether a message says what its kind asks for: field by field, then all together, then with what it answers."""

from collections.abc import Mapping, Sequence

from tracktwo.channel.kinds.fields import Fields, FieldSpec, Form
from tracktwo.channel.kinds.kind import Kind
from tracktwo.channel.kinds.read_values import groups_in, whole_in
from tracktwo.channel.kinds.registry import kind_of
from tracktwo.channel.kinds.values import why_not
from tracktwo.channel.messages import Message, MessageId, Type
from tracktwo.errors import InputError
from tracktwo.locale import english
from tracktwo.record.canonical import Json

MOST = 200
"""Values in one list: more belongs in another message."""
Path = tuple[str | int, ...]


class FieldError(InputError):
    """A field is missing or wrong. `path` leads to it: names, and places in lists from 0.

    It is empty where fields do not go together.
    """

    def __init__(self, message: str, path: Path = ()) -> None:
        self.path = path
        super().__init__(message)


def check_fields(kind: Kind, fields: Fields, type_: Type = Type.NEW) -> None:
    """Refuse fields that a message of this kind and type cannot have.

    Raises `FieldError`, an `InputError`, with one sentence that names the field.

    >>> check_fields(kind_of("CA"), {"answer": "maybe"}, Type.REPLY)
    Traceback (most recent call last):
    tracktwo.channel.kinds.check.FieldError: Answer: choose one of accepted, deferred, declined, clarification
    """
    _check_group(kind.fields_of(type_), fields, ())
    for rule in kind.rules_of(type_):
        if broken := rule(fields):
            raise FieldError(broken)


def _check_group(specs: Sequence[FieldSpec], fields: Json, path: Path, within: str = "") -> None:
    if not isinstance(fields, Mapping):
        raise FieldError(_at(within, english("write an object of fields")), path)
    known = {one.name for one in specs}
    if unknown := sorted(str(name) for name in fields if name not in known):
        raise FieldError(
            _at(within, english("there is no field {name}; leave it out", name=repr(unknown[0]))),
            (*path, unknown[0]),
        )
    for spec in specs:
        here = english("{group}, {field}", group=within, field=spec.label) if within else spec.label
        if spec.name in fields:
            _check_field(spec, fields[spec.name], (*path, spec.name), here)
        elif spec.is_required:
            raise FieldError(
                english("{field}: this is required; fill it in", field=here), (*path, spec.name)
            )


def _check_field(spec: FieldSpec, value: Json, path: Path, here: str) -> None:
    if not spec.is_repeated:
        _check_one(spec, value, path, here)
        return
    if not isinstance(value, list | tuple) or not 1 <= len(value) <= MOST:
        raise FieldError(
            _at(here, english("write a list of one to {most} values, or leave it out", most=MOST)),
            path,
        )
    for n, one in enumerate(value):
        _check_one(spec, one, (*path, n), english("{field} {n}", field=here, n=n + 1))


def _check_one(spec: FieldSpec, value: Json, path: Path, here: str) -> None:
    if spec.form is Form.GROUP:
        _check_group(spec.fields, value, path, here)
    elif wrong := why_not(spec, value):
        raise FieldError(_at(here, wrong), path)


def _at(here: str, wrong: str) -> str:
    return english("{field}: {wrong}", field=here, wrong=wrong) if here else wrong


def check_message(message: Message, known: Mapping[MessageId, Message]) -> None:
    """Refuse a message that its kind does not allow, or that does not fit what it is about.

    `known` holds the messages that it may refer to; one that is not there is not looked into: it may
    come later, as messages do after an outage.
    """
    kind = kind_of(message.kind)
    if message.type not in kind.types:
        raise InputError(
            english("{id}: a message of kind {kind} is never of type {type}", id=message.id, kind=kind.code, type=message.type.value)
        )  # fmt: skip
    if message.version != kind.version:
        raise InputError(
            english("{id} is of version {version} of its kind; only version {known} is known here", id=message.id, version=message.version, known=kind.version)
        )  # fmt: skip
    check_fields(kind, message.fields, message.type)
    _check_refs(message, kind)
    for one in message.refs:
        if one in known:
            _check_answer(message, known[one])


def _check_refs(message: Message, kind: Kind) -> None:
    """A reply is about a kind that it answers and another office sent; all else stays in its kind."""
    about = kind.answers if message.type is Type.REPLY else (kind.code,)
    for one in message.refs if message.type is not Type.NEW else ():
        if one.series.kind not in about:
            raise InputError(
                english("{id} is about {other}; a message of its kind and type is about one of {known}", id=message.id, other=one, known=", ".join(about))
            )  # fmt: skip
        # A summary or an outcome may follow one's own request.
        if (
            message.type in (Type.ACKNOWLEDGE, Type.ERROR)
            and one.series.office == message.originator
        ):
            raise InputError(english("{id} acknowledges or refuses a message of its own office", id=message.id))  # fmt: skip


def _check_answer(message: Message, about: Message) -> None:
    if message.kind == "UR" and message.type is Type.REPLY and about.kind == "UA":
        asked = set(range(1, len(groups_in(about.fields, "questions")) + 1))
        answered = {whole_in(one, "question") for one in groups_in(message.fields, "answers")}
        if asked != answered:
            missing = sorted(asked ^ {n for n in answered if n is not None})
            raise InputError(
                english(
                    "{id} answers other questions than {other} asks; look at question {n}",
                    id=message.id,
                    other=about.id,
                    n=missing[0],
                )
            )
