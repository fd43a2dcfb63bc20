"""Two accounts of one encounter beside each other, each in its side's own words."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext, pgettext

from tracktwo.channel.encounters import Compared, Standing, compare
from tracktwo.channel.kinds import KINDS, FieldSpec, report_of
from tracktwo.channel.messages import Message as Said
from tracktwo.channel.messages import Type
from tracktwo.channel.messages.as_json import message_from
from tracktwo.channel.sphere import Position
from tracktwo.locale import translator
from tracktwo_web.channel.models import Message
from tracktwo_web.channel.queries import ended_on, thread_of
from tracktwo_web.channel.telling import lasting, utc
from tracktwo_web.kit.languages import TAGS, reader_language, said_to_reader

TELLING = (Type.NEW.value, Type.UPDATE.value, Type.REPLY.value)
_LABELS = {"closest": "closest_metres"}
"""Fields of the kind that a comparison calls by another name."""


@dataclass(frozen=True)
class Told:
    """What one side tells of a matter; without words where it is silent."""

    text: str = ""
    tag: str = ""


@dataclass(frozen=True)
class Matter:
    """One matter, as either side tells it."""

    label: str
    told: tuple[Told, Told]
    apart: str


@dataclass(frozen=True)
class Group:
    """Matters that stand alike."""

    heading: str
    matters: tuple[Matter, ...]


@dataclass(frozen=True)
class Accounts:
    """Both accounts: the messages that give them, the offices, and how they stand to each other."""

    messages: tuple[Message, Message]
    offices: tuple[str, str]
    groups: tuple[Group, ...]


def accounts_in(message: Message) -> Accounts | None:
    """The last account of either office in a message's thread; None while one is missing."""
    ended = ended_on(message.line)
    told = [
        one
        for one in thread_of(message)
        if one.kind == "EN" and one.type in TELLING and one.entry and one.code not in ended
    ]
    own = next((one for one in reversed(told) if one.is_own), None)
    theirs = next((one for one in reversed(told) if not one.is_own), None)
    if own is None or theirs is None:
        return None
    pair = (own, theirs)
    said = tuple(message_from(one.content)[0] for one in pair)
    found = compare(report_of(said[0]), report_of(said[1]))
    groups = tuple(_group(one, found, (said[0], said[1])) for one in Standing)
    offices = (message.line.office, message.line.peer)
    return Accounts(pair, offices, tuple(one for one in groups if one.matters))


def _group(standing: Standing, found: tuple[Compared, ...], said: tuple[Said, Said]) -> Group:
    headings = {
        Standing.AGREED: gettext("Both tell the same"),
        Standing.DISPUTED: gettext("They differ"),
        Standing.UNKNOWN: gettext("Told by one side alone"),
        Standing.BESIDE: gettext("In their own words: whether they mean the same, people say"),
    }
    return Group(
        headings[standing], tuple(_matter(one, said) for one in found if one.standing is standing)
    )


def _matter(one: Compared, said: tuple[Said, Said]) -> Matter:
    name = one.matter.partition(".")[2] or one.matter
    return Matter(_label(name), (_told(one, name, said, 0), _told(one, name, said, 1)), _apart(one))


def _label(name: str) -> str:
    if name == "call_answered":
        return gettext("A call was answered")
    return said_to_reader(_spec(name).label)


def _spec(name: str) -> FieldSpec:
    return next(one for one in KINDS["EN"].fields if one.name == _LABELS.get(name, name))


def _told(one: Compared, name: str, said: tuple[Said, Said], place: int) -> Told:
    value = one.told[place]
    if value is None:
        return Told()
    if one.matter.startswith("words."):
        words = said[place].fields[name]
        return Told(str(value), TAGS[words["origin"]])  # type: ignore[index,call-overload]  # checked before
    return Told(_in_words(name, value))


def _in_words(name: str, value: object) -> str:
    if isinstance(value, Position):
        return value.imo()
    if isinstance(value, float):
        return f"{value:g} m"
    if name == "assessment":
        return said_to_reader(_spec(name).choices[str(value)])
    if isinstance(value, str):
        words = translator(reader_language())
        return words.gettext("yes") if value == "yes" else words.gettext("no")
    return utc(value)  # type: ignore[arg-type]  # what is left are moments


def _apart(one: Compared) -> str:
    """How far times, positions and distances are apart."""
    if not one.apart:
        return ""
    if isinstance(one.apart, timedelta):
        far = lasting(one.apart)
    elif one.matter == "position":
        far = gettext("%(miles)s nautical miles") % {"miles": f"{one.apart:.2f}"}
    else:
        far = f"{one.apart:g} m"
    return pgettext("two accounts", "%(far)s apart") % {"far": far}
