"""Two versions of a text beside each other, as the page of comparison shows them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext, ngettext

from tracktwo.errors import InputError, OptionError
from tracktwo.locale import translator
from tracktwo.text import NegotiatedText, compare
from tracktwo.text.changes.effect import effect_of
from tracktwo.text.changes.history_json import operation_from
from tracktwo.text.versions.comparison import ComparedUnit, Comparison, Fate
from tracktwo_web.kit.languages import TAGS, reader_language
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.marks_aside import without_marks
from tracktwo_web.texts.models import OPEN, Proposal
from tracktwo_web.texts.queries import history_of
from tracktwo_web.texts.sentences import refusal_sentence
from tracktwo_web.texts.table import Table


@dataclass(frozen=True)
class Version:
    """A version that can be chosen: `ends` says that its session left the text so."""

    number: int
    session: int
    ends: bool = False
    is_first: bool = False
    is_now: bool = False


@dataclass(frozen=True)
class Asked:
    """What the reader wants beside each other; a version is what was typed, known or not."""

    old: str
    new: str
    language: str
    proposal: str = ""
    shows_all: bool = False

    @classmethod
    def of(cls, told: Mapping[str, str], table: Table, versions: list[Version]) -> "Asked":
        """By itself: from the beginning of this session to now, in the reader's language."""
        languages = table.now.languages
        spoken = told.get("language") or reader_language()
        return cls(
            told.get("from") or str(_at_beginning(table.text.session, versions)),
            told.get("to") or str(table.text.version),
            spoken if spoken in languages else languages[0],
            told.get("proposal", ""),
            told.get("all") == "1",
        )


@dataclass(frozen=True)
class Row:
    """A passage of either version, and in words what became of it as a whole."""

    unit: ComparedUnit
    notes: tuple[str, ...]

    @property
    def has_changed(self) -> bool:
        return bool(self.notes) or self.unit.fate is not Fate.UNCHANGED


@dataclass(frozen=True)
class Beside:
    """What is shown: the finding in a sentence, and the passages."""

    language: str
    finding: str
    rows: tuple[Row, ...]
    hidden: int
    """How many passages are left out because nothing changed in them."""

    @property
    def tag(self) -> str:
        return TAGS.get(self.language, self.language)


def versions_of(table: Table) -> list[Version]:
    """Every version from what was laid on the table to now."""
    changes = list(table.text.changes.order_by("version").values_list("version", "session"))
    first = (changes[0][0] if changes else table.text.version + 1) - 1
    held = [(first, 1), *changes]
    last = {session: number for number, session in held}
    return [
        Version(
            number,
            session,
            ends=last[session] == number and session < table.text.session,
            is_first=number == first,
            is_now=number == table.text.version,
        )
        for number, session in held
    ]


def beside(table: Table, asked: Asked) -> Beside:
    """Two versions of the text. `CannotBe` where there is no such version."""
    history = history_of(table.text)
    old, new = (
        _version(one, history.first.version, table.text.version) for one in (asked.old, asked.new)
    )
    return _shown(history.at(old), history.at(new), asked)


def proposal_beside(table: Table, proposal: Proposal, asked: Asked) -> Beside:
    """The text without and with a proposal. `CannotBe` where it has no place in it."""
    if proposal.state not in OPEN:
        raise CannotBe(gettext("This proposal is not on the table any more."))
    operation = operation_from(proposal.operation)
    try:
        after = effect_of(table.now, operation).after
    except (OptionError, InputError) as error:
        raise CannotBe(refusal_sentence(error)) from error
    language = operation.language or asked.language
    return _shown(table.now, after, replace(asked, language=language))


def _at_beginning(session: int, versions: list[Version]) -> int:
    """The version with which a session began."""
    before = [one.number for one in versions if one.session < session]
    return before[-1] if before else versions[0].number


def _version(told: str, first: int, last: int) -> int:
    number = int(told) if told.isascii() and told.isdecimal() and len(told) < 10 else -1
    if not first <= number <= last:
        sentence = gettext(
            "There is no version %(version)s: choose one from %(first)s to %(last)s."
        )
        raise CannotBe(sentence % {"version": told[:20], "first": first, "last": last})
    return number


def _shown(old: NegotiatedText, new: NegotiatedText, asked: Asked) -> Beside:
    found = compare(_bare(old), _bare(new), asked.language)
    rows = [Row(one, tuple(_notes(one))) for one in found.units]
    shown = [one for one in rows if asked.shows_all or one.has_changed]
    return Beside(asked.language, _finding(found), tuple(shown), len(rows) - len(shown))


def _bare(text: NegotiatedText) -> NegotiatedText:
    """The text without marks: which bracket is which is nothing to be compared."""
    units = (
        replace(one, texts={tongue: without_marks(words) for tongue, words in one.texts.items()})
        for one in text.units
    )
    return replace(text, units=tuple(units))


def _notes(one: ComparedUnit) -> Iterator[str]:
    """What became of a passage beyond its words."""
    if one.fate is Fate.ADDED:
        yield gettext("new")
    if one.fate is Fate.SUPPRESSED:
        yield gettext("taken out")
    if one.moved:
        yield gettext("stands elsewhere now")
    if one.is_renumbered:
        sentence = gettext("was numbered %(old)s, is numbered %(new)s")
        yield sentence % {"old": one.old_number or "–", "new": one.new_number or "–"}


def _finding(found: Comparison) -> str:
    """How many passages changed, came, went and moved."""
    counted = (
        (found.count(Fate.CHANGED), _changed),
        (found.count(Fate.ADDED), _added),
        (found.count(Fate.SUPPRESSED), _taken_out),
        (sum(one.moved for one in found.units), _moved),
    )
    told = [say(n) % {"n": n} for n, say in counted if n]
    return translator(reader_language()).phrases(told)


def _changed(n: int) -> str:
    return ngettext("%(n)s passage changed", "%(n)s passages changed", n)


def _added(n: int) -> str:
    return ngettext("%(n)s passage is new", "%(n)s passages are new", n)


def _taken_out(n: int) -> str:
    return ngettext("%(n)s passage was taken out", "%(n)s passages were taken out", n)


def _moved(n: int) -> str:
    return ngettext("%(n)s passage stands elsewhere", "%(n)s passages stand elsewhere", n)
