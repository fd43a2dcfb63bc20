"""Statements from a file as rows on the dialogue's list."""

import re
from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.dialogue import Statement as Told
from tracktwo.locale import LANGUAGES
from tracktwo_web.dialogues.models import Dialogue, Side, Theme
from tracktwo_web.insights.differencing import wording_key
from tracktwo_web.insights.domain.snapshot import wording_of
from tracktwo_web.insights.refusals import Refused
from tracktwo_web.kit.locks import be_alone
from tracktwo_web.perceptions.models import (
    Statement,
    StatementState,
    Translation,
    TranslationState,
    Version,
)

LONGEST_TEXT, LONGEST_CODE = 600, 12
REJECTED = -1


def add_statements(dialogue: Dialogue, told: Sequence[Told]) -> list[Version]:
    """The wordings of a file's statements, in its order: those on the list already, else new ones.

    Statements rejected in the file stay off the list. Within the caller's transaction. Raises
    `Refused` for a text that is too long.
    """
    known = _known(dialogue)
    found = [known.pop(key_of(one), None) for one in told]
    missing = [one for one, version in zip(told, found, strict=True) if version is None]
    added = iter(_add(dialogue, missing))
    return [version or next(added) for version in found]


def key_of(one: Told) -> str:
    """The key of a statement's words, as of those put to the vote here."""
    return wording_key(one.texts.get(original_of(one)) or one.id, str(one.scale))


def _known(dialogue: Dialogue) -> dict[str, Version]:
    """The wordings there are, by the key of their words; the newest of a statement counts."""
    versions = (
        Version.objects.filter(statement__dialogue=dialogue)
        .exclude(statement__code="")
        .select_related("statement__theme")
        .prefetch_related("translations")
        .order_by("number")
    )
    newest = {version.statement_id: version for version in versions}
    return {wording_of(version): version for version in newest.values()}


def _add(dialogue: Dialogue, told: Sequence[Told]) -> list[Version]:
    themes = _themes(dialogue, told)
    sides = {side.code: side for side in dialogue.sides.all()}
    codes = _codes(dialogue, told)
    statements = [
        _statement(dialogue, one, code, themes, sides)
        for one, code in zip(told, codes, strict=True)
    ]
    Statement.objects.bulk_create(statements)
    versions = [
        Version(statement=statement, number=1, original=original_of(one))
        for statement, one in zip(statements, told, strict=True)
    ]
    Version.objects.bulk_create(versions)
    Translation.objects.bulk_create(
        translation
        for version, one in zip(versions, told, strict=True)
        for translation in _translations(version, one)
    )
    return versions


def original_of(one: Told) -> str:
    """The language a statement counts as first written in: the first that has a text."""
    return next((code for code in LANGUAGES if one.texts.get(code)), "en")


def _statement(
    dialogue: Dialogue,
    one: Told,
    code: str,
    themes: Mapping[str, Theme],
    sides: Mapping[str, Side],
) -> Statement:
    is_rejected = one.moderated == REJECTED
    return Statement(
        dialogue=dialogue,
        code=code,
        theme=themes.get(one.theme),
        about=sides.get(one.about),
        kind=one.kind[:24],
        scale=str(one.scale),
        source=one.source[:200],
        state=StatementState.WITHDRAWN if is_rejected else StatementState.ACCEPTED,
    )


def _translations(version: Version, one: Told) -> list[Translation]:
    original = version.original
    texts = one.texts or {original: one.id}
    return [
        Translation(
            version=version,
            language=code,
            text=_fitting(text, one.id),
            state=TranslationState.AUTHENTIC if code == original else TranslationState.DRAFT,
        )
        for code, text in texts.items()
        if text
    ]


def _fitting(text: str, id_: str) -> str:
    if len(text) > LONGEST_TEXT:
        sentence = gettext("Statement %(id)s has %(n)s characters. Shorten it to %(most)s.")
        raise Refused(sentence % {"id": id_, "n": len(text), "most": LONGEST_TEXT})
    return text


def _themes(dialogue: Dialogue, told: Sequence[Told]) -> dict[str, Theme]:
    """The themes of the file by the name they have there; those that are missing are added."""
    there = {theme.code: theme for theme in dialogue.themes.all()}
    found: dict[str, Theme] = {}
    for name in dict.fromkeys(one.theme for one in told if one.theme):
        code = _slug(name)
        if code not in there:
            there[code] = Theme.objects.create(
                dialogue=dialogue, code=code, names={"en": name}, position=len(there)
            )
        found[name] = there[code]
    return found


def _slug(name: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60]
    return plain or f"theme-{sum(map(ord, name))}"


def _codes(dialogue: Dialogue, told: Sequence[Told]) -> list[str]:
    """The file's own ids where they fit and are free; numbers after a letter for the others."""
    taken = set(dialogue.statements.exclude(code="").values_list("code", flat=True))
    codes: list[str] = []
    for number, one in enumerate(told, start=1):
        code = one.id if _fits(one.id) and one.id not in taken else _free(taken, number)
        taken.add(code)
        codes.append(code)
    return codes


def _fits(id_: str) -> bool:
    return len(id_) <= LONGEST_CODE and re.fullmatch(r"[-\w.]+", id_) is not None


def _free(taken: set[str], number: int) -> str:
    return next(code for n in range(number, 10**9) if (code := f"i{n:02}") not in taken)


@transaction.atomic
def take_statements(dialogue: Dialogue, told: Sequence[Told]) -> int:
    """Put statements that a person has confirmed onto the list; how many of them are new."""
    be_alone(dialogue.id)
    before = dialogue.statements.count()
    add_statements(dialogue, told)
    return dialogue.statements.count() - before
