"""A statement's way from a side's room to the list, through its wordings."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction

from tracktwo_web.dialogues.models import Dialogue, Side, Theme
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.events.publish import publish
from tracktwo_web.kit.locks import be_alone
from tracktwo_web.perceptions.models import (
    Question,
    Statement,
    StatementState,
    Translation,
    TranslationState,
    Version,
)
from tracktwo_web.perceptions.rules import CHANGEABLE, UNSENT, author_mark_for
from tracktwo_web.rounds.states import NotNow, RoundState


@dataclass(frozen=True)
class Wording:
    """A statement as its author enters it. `machine`: languages a machine translated into."""

    texts: Mapping[str, str]
    original: str
    theme: Theme | None = None
    about: Side | None = None
    kind: str = ""
    scale: str = "vote"
    source: str = ""
    machine: frozenset[str] = field(default_factory=frozenset)


@transaction.atomic
def draft_statement(
    dialogue: Dialogue, wording: Wording, *, side: Side | None = None, author: Root | None = None
) -> Statement:
    """Write a statement down where it is worked on: in its side's room, or at the secretariat."""
    statement = Statement(dialogue=dialogue, side=side, state=StatementState.DRAFT)
    if author is not None:
        statement.author_mark = author.mark(author_mark_for(statement))
    _describe(statement, wording)
    statement.save()
    _word_anew(statement, 1, wording)
    return statement


@transaction.atomic
def revise_statement(statement: Statement, wording: Wording, *, as_read: str = "") -> Statement:
    """Change a statement; it waits again in its room until it is sent.

    `as_read`: the mark of what the writer had before them; `NotNow` where it is no longer so.

    What has been put to the vote is never changed: its answers were given to those very words. The
    change is then another version, which starts without any.
    """
    statement = locked(statement, *CHANGEABLE)
    version = newest_version(statement)
    if as_read and as_read != mark_of(statement, version):
        raise NotNow
    if is_changed(statement, version, wording):
        if was_asked(version):
            _refuse_another_question(statement, wording)
            _word_anew(statement, version.number + 1, wording)
        else:
            _word_in_place(version, wording)
        _take_off_the_list(statement)
    elif (statement.source, statement.kind) != (wording.source, wording.kind):
        _take_off_the_list(statement)  # what everybody reads is read at the desk first
    _describe(statement, wording)
    statement.save()
    return statement


@transaction.atomic
def submit_statement(statement: Statement) -> Statement:
    """Send a side's statement to the desk; one of the secretariat's own goes onto the list.

    No event tells of it: what a delegate does leaves no line that has a place in an order.
    """
    statement = locked(statement, *UNSENT)
    if statement.side is None:
        return put_on_list(statement)
    statement.state = StatementState.PROPOSED
    statement.save(update_fields=["state"])
    return statement


@transaction.atomic
def withdraw_statement(statement: Statement) -> Statement:
    """Take a statement back. Where it was put to the vote, those words and their answers stay."""
    statement = locked(statement, *CHANGEABLE)
    leave_planned_rounds(statement)
    statement.state = StatementState.WITHDRAWN
    statement.save(update_fields=["state"])
    return statement


def put_on_list(statement: Statement) -> Statement:
    """Give a statement its place on the list, within the caller's transaction."""
    statement.state = StatementState.ACCEPTED
    statement.code = statement.code or next_code(statement)
    statement.save(update_fields=["state", "code"])
    publish(statement.dialogue_id, "statements")
    return statement


def next_code(statement: Statement) -> str:
    """The next free code: the letter of the side it is about (`j` for joint), and a number."""
    letter = statement.about.code[0] if statement.about else "j"
    taken = Statement.objects.filter(dialogue=statement.dialogue_id, code__startswith=letter)
    numbers = (code[1:] for code in taken.values_list("code", flat=True))
    highest = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return f"{letter}{highest + 1:02}"


def locked(statement: Statement, *states: str) -> Statement:
    """The statement as it is now, nobody else changing statements; `NotNow` in another state."""
    be_alone(statement.dialogue_id)
    found = Statement.objects.select_related("side", "about", "dialogue").get(pk=statement.pk)
    if found.state not in states:
        raise NotNow
    return found


def newest_version(statement: Statement) -> Version:
    """The wording that counts now."""
    return statement.versions.prefetch_related("translations").latest("number")


def was_asked(version: Version) -> bool:
    """Whether these words have ever been put to the vote."""
    return version.questions.filter(round__opened_at__isnull=False).exists()


def is_changed(statement: Statement, version: Version, wording: Wording) -> bool:
    """Whether a wording would put another question than a version does."""
    told = {code: text for code, text in wording.texts.items() if text}
    asked = (version.texts, version.original, statement.scale, statement.about_id)
    return asked != (told, wording.original, wording.scale, wording.about and wording.about.id)


def mark_of(statement: Statement, version: Version) -> str:
    """What a form carries to tell, without a time of writing, whether somebody else has written since."""
    told = (
        *(statement.state, statement.scale, statement.kind, statement.source),
        *(statement.theme_id, statement.about_id, version.number, version.original),
        *sorted(version.texts.items()),
    )
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def leave_planned_rounds(statement: Statement) -> None:
    """Take a statement that is off the list out of rounds that are not open yet."""
    Question.objects.filter(version__statement=statement, round__state=RoundState.PLANNED).delete()


def _take_off_the_list(statement: Statement) -> None:
    leave_planned_rounds(statement)
    statement.state = StatementState.DRAFT


def _refuse_another_question(statement: Statement, wording: Wording) -> None:
    """Scale and subject are the statement's: answers already given are read by them."""
    about = wording.about.id if wording.about else None
    if (statement.scale, statement.about_id) != (wording.scale, about):
        raise NotNow


def _describe(statement: Statement, wording: Wording) -> None:
    statement.theme = wording.theme
    statement.about = wording.about
    statement.kind = wording.kind
    statement.scale = wording.scale
    statement.source = wording.source


def _word_anew(statement: Statement, number: int, wording: Wording) -> Version:
    version = Version.objects.create(statement=statement, number=number, original=wording.original)
    _translate(version, wording, wording.texts)
    return version


def _word_in_place(version: Version, wording: Wording) -> None:
    """Change an unasked version. What is no longer the text that was read is to be read again."""
    changed = _changed_texts(version, wording)
    kept = [code for code, text in wording.texts.items() if text and code not in changed]
    version.translations.exclude(language__in=kept).delete()
    version.original = wording.original
    version.save(update_fields=["original"])
    _translate(version, wording, changed)


def _changed_texts(version: Version, wording: Wording) -> dict[str, str]:
    """The texts that change; all of them where the original does."""
    told, original = version.texts, wording.original
    if version.original != original or told.get(original) != wording.texts[original]:
        return dict(wording.texts)
    return {code: text for code, text in wording.texts.items() if told.get(code) != text}


def _translate(version: Version, wording: Wording, texts: Mapping[str, str]) -> None:
    Translation.objects.bulk_create(
        Translation(version=version, language=code, text=text, state=_state_of(code, wording))
        for code, text in texts.items()
        if text
    )


def _state_of(language: str, wording: Wording) -> str:
    if language == wording.original:
        return TranslationState.AUTHENTIC
    return TranslationState.MACHINE if language in wording.machine else TranslationState.DRAFT
