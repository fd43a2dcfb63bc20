"""The heading of a model text: what the message is, from whom, to whom, how urgent, and about what."""

from tracktwo.channel.kinds import Kind, kind_of
from tracktwo.channel.messages import Message, Needs, Precedence, Scope, Status, Type
from tracktwo.channel.wording.values import moment_in_words
from tracktwo.locale import Words, said


def marks(message: Message, words: Words) -> tuple[str, ...]:
    """The lines that stand first and last, so that nobody takes the text for what it is not.

    >>> from tracktwo.channel.messages import MessageId
    >>> from tracktwo.locale import translator
    >>> draft = Message(MessageId.read("NATO-EX-HI 0001/26"), ("CHINA",), Status.DRAFT, Type.NEW,
    ...                 Precedence.FLASH, Scope.JOINT_PRIVATE, {})
    >>> marks(draft, translator("en"))
    ('EXERCISE EXERCISE EXERCISE', 'DRAFT - NOT TO BE SENT')
    """
    told = []
    if message.is_exercise:
        told.append(words.gettext("EXERCISE EXERCISE EXERCISE"))
    if message.status is Status.DRAFT:
        told.append(words.gettext("DRAFT - NOT TO BE SENT"))
    if message.status in (Status.TEST, Status.SYSTEM):
        told.append(words.gettext("TEST TEST TEST"))
    return tuple(told)


def standing(message: Message, words: Words) -> str:
    """What the text is worth: experts practise and propose, and notify nobody of anything."""
    if message.status is Status.ACTUAL:
        return words.gettext("This text is made from the fields of the message; the fields are what was signed.")  # fmt: skip
    return words.gettext("Model text, made from the fields of the message. It is no notification by any State.")  # fmt: skip


def heading(message: Message, needs: Needs | None, words: Words) -> tuple[str, ...]:
    """The lines of the heading."""
    kind = kind_of(message.kind)
    name = said(kind.name, words)
    told = [
        words.gettext("Number: {id}", id=message.id),
        words.gettext("Kind: {name} ({code}), version {version}", name=name, code=kind.code, version=message.version),
        *_sent(message, words),
        words.gettext("Precedence: {precedence}", precedence=precedence_names(words)[message.precedence]),
        words.gettext("From: {office}", office=message.originator),
        words.gettext("To: {offices}", offices=words.names(message.addressees)),
    ]  # fmt: skip
    if message.copy_to:
        told.append(words.gettext("Copy to: {offices}", offices=words.names(message.copy_to)))
    told.append(words.gettext("May be known to: {scope}", scope=scope_names(words)[message.scope]))
    if message.thread:
        told.append(words.gettext("Belongs to: {thread}", thread=message.thread))
    return (*told, *_needed(needs, words))


def opening(message: Message, words: Words) -> str:
    """The first sentences: what the message says, and what it does to others."""
    kind = kind_of(message.kind)
    about = words.names(str(one) for one in message.refs)
    told = [said(kind.opening, words)] if _speaks_of_its_kind(kind, message.type) else []
    if message.type is not Type.NEW:
        told.append(_effects(words)[message.type].format(about=about))
    elif message.refs:
        told.append(words.gettext("It refers to {about}.", about=about))
    return words.sentences(told)


def precedence_names(words: Words) -> dict[Precedence, str]:
    """How urgent a message is."""
    return {
        Precedence.ROUTINE: words.gettext("routine"),
        Precedence.PRIORITY: words.gettext("priority"),
        Precedence.IMMEDIATE: words.gettext("immediate"),
        Precedence.FLASH: words.gettext("flash"),
    }


def scope_names(words: Words) -> dict[Scope, str]:
    """Who may know of a message."""
    return {
        Scope.JOINT_PRIVATE: words.gettext("the offices named here only"),
        Scope.BOTH_CAPITALS: words.gettext("both capitals"),
        Scope.PUBLIC: words.gettext("everybody"),
    }


def _speaks_of_its_kind(kind: Kind, type_: Type) -> bool:
    return kind.fields_of(type_) is kind.fields


def _effects(words: Words) -> dict[Type, str]:
    kept = "{about}"
    return {
        Type.UPDATE: words.gettext("It replaces {about}.", about=kept),
        Type.CANCEL: words.gettext("It cancels {about}.", about=kept),
        Type.ACKNOWLEDGE: words.gettext("It acknowledges {about} and agrees to nothing.", about=kept),
        Type.REPLY: words.gettext("It answers {about}.", about=kept),
        Type.ERROR: words.gettext("It says that {about} could not be taken in.", about=kept),
    }  # fmt: skip


def _sent(message: Message, words: Words) -> list[str]:
    if message.sent is None:
        return [words.gettext("Sent: not sent")]
    told = [words.gettext("Sent: {time}", time=moment_in_words(message.sent))]
    if message.recorded is not None and message.recorded != message.sent:
        told.append(words.gettext("Recorded: {time}", time=moment_in_words(message.recorded)))
    return told


def _needed(needs: Needs | None, words: Words) -> list[str]:
    if needs is None:
        return []
    told = [words.gettext("To be read by: {time}", time=moment_in_words(needs.read_by))]
    if needs.answered_by is not None:
        told.append(words.gettext("To be answered by: {time}", time=moment_in_words(needs.answered_by)))  # fmt: skip
    return told
