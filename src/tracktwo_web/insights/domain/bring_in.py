"""Bringing a dialogue from a file into the platform: its statements, and its answers as a round.

Answers become a released round that is marked as brought in: they are never mixed with ballots cast
here, and no ballot here is made of them. They pass the same guard as any release.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from django.db import transaction
from django.utils.translation import gettext

from tracktwo import dialogue as library
from tracktwo._typing import Flags, Ints, Longs
from tracktwo.dialogue import NO_PARTY, Answers, Mirrored, Predictions
from tracktwo.errors import InputError
from tracktwo.locale import LANGUAGES
from tracktwo_web.accounts.models import User
from tracktwo_web.dialogues.domain.convene import DialoguePlan, SidePlan, convene
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.insights.domain.archive import packed
from tracktwo_web.insights.domain.ballots import Ballots, Guesses
from tracktwo_web.insights.domain.earlier import told_before
from tracktwo_web.insights.domain.guard import Asked, Guarded, guard
from tracktwo_web.insights.domain.pseudonyms import new_salt, pseudonyms
from tracktwo_web.insights.domain.release import order_analysis
from tracktwo_web.insights.domain.snapshot import keep, statement_id
from tracktwo_web.insights.domain.statements import add_statements, key_of
from tracktwo_web.insights.models import Snapshot
from tracktwo_web.insights.refusals import Refused
from tracktwo_web.kit.languages import in_a_row
from tracktwo_web.kit.locks import be_alone
from tracktwo_web.perceptions.models import Question, Round, Version
from tracktwo_web.rounds.states import RoundState

FEWEST_SHOWN = 3
"""The least that the platform lets a figure rest on."""
CODE = re.compile(r"[-a-zA-Z0-9_]{1,40}")


@dataclass(frozen=True)
class BroughtIn:
    """What came of a file: statements new and known already, and the round of its answers if any."""

    added: int
    known: int
    round: Round | None


@transaction.atomic
def bring_in(
    dialogue: Dialogue,
    source: library.Dialogue,
    *,
    language: str,
    now: datetime,
    with_answers: bool = True,
) -> BroughtIn:
    """Put a file's statements onto the list and its answers into a round. All of it or nothing.

    `language`: the one in which texts are written whose language the file does not say. Raises
    `Refused` where the file does not fit this dialogue.
    """
    be_alone(dialogue.id)
    source = in_our_languages(source, language)
    if with_answers:
        _require_sides(dialogue, source)
    before = dialogue.statements.count()
    versions = add_statements(dialogue, source.statements)
    added = dialogue.statements.count() - before
    has_round = with_answers and source.n_answers > 0
    one = _as_round(dialogue, source, versions, now) if has_round else None
    return BroughtIn(added, len(versions) - added, one)


@transaction.atomic
def convene_from(source: library.Dialogue, convenor: User, *, language: str) -> Dialogue:
    """A new dialogue with the title, sides, languages and themes of a file; nothing else yet."""
    source = in_our_languages(source, language)
    if len(source.parties) < 2:
        raise InputError(
            "the file names fewer than two sides; bring it into a dialogue that has them"
        )
    if bad := next((one.id for one in source.parties if not CODE.fullmatch(one.id)), None):
        raise InputError(f"the side {bad!r} cannot be used here; use letters, digits and hyphens")
    plan = DialoguePlan(
        title=source.title or {language: "–"},
        note=source.note,
        languages=[one for one in source.languages if one in LANGUAGES] or [language],
        k=max(source.k, FEWEST_SHOWN),
        sides=[SidePlan(one.id, one.names, size=one.size) for one in source.parties],
    )
    return convene(plan, convenor)


def in_our_languages(source: library.Dialogue, language: str) -> library.Dialogue:
    """The dialogue with its texts in languages the platform speaks; others count as the one given."""
    return replace(
        source,
        title=_spoken(source.title, language),
        note=_spoken(source.note, language),
        languages=tuple(one for one in source.languages if one in LANGUAGES) or (language,),
        parties=tuple(replace(one, names=_spoken(one.names, language)) for one in source.parties),
        statements=tuple(
            replace(one, texts=_spoken(one.texts, language)) for one in source.statements
        ),
    )


def _spoken(texts: Mapping[str, str], language: str) -> dict[str, str]:
    spoken = {code: text for code, text in texts.items() if code in LANGUAGES}
    other = next((text for code, text in texts.items() if code not in LANGUAGES), "")
    return {language: other, **spoken} if other else spoken


def _require_sides(dialogue: Dialogue, source: library.Dialogue) -> None:
    codes = set(dialogue.sides.values_list("code", flat=True))
    strange = [one.id for one in source.parties if one.id not in codes]
    if strange:
        sentence = gettext(
            "The file has a side “%(code)s”; this dialogue has: %(codes)s. Give the sides the same "
            "codes, or bring in the statements alone."
        )
        raise Refused(sentence % {"code": strange[0], "codes": in_a_row(sorted(codes))})


def _as_round(
    dialogue: Dialogue, source: library.Dialogue, versions: Sequence[Version], now: datetime
) -> Round:
    """A released round of the file's answers, with its snapshot frozen already."""
    one = _released(dialogue, source, versions, now)
    snapshot = Snapshot.objects.create(round=one, is_imported=True)
    renamed = replace(
        _of_own_side(source),
        k=max(source.k, dialogue.k),
        statements=tuple(
            _renamed(told, version)
            for told, version in zip(source.statements, versions, strict=True)
        ),
    )
    asked = {place: _asked(told) for place, told in enumerate(renamed.statements)}
    guarded = guard(asked, _ballots(renamed), told_before(snapshot), {}, renamed.k)
    frozen = _with_new_names(_without(renamed, guarded))
    content = packed(frozen) if frozen.n_answers else b""
    keep(snapshot, content, counted=guarded.counted, withheld=guarded.withheld)
    order_analysis(one)
    return one


def _released(
    dialogue: Dialogue, source: library.Dialogue, versions: Sequence[Version], now: datetime
) -> Round:
    newest = dialogue.rounds.order_by("-number").first()
    one = Round.objects.create(
        dialogue=dialogue,
        number=newest.number + 1 if newest else 1,
        title=dict(source.title),
        state=RoundState.RELEASED,
        closes_at=now,
        opened_at=now,
        released_at=now,
        has_forgotten_order=True,
    )
    Question.objects.bulk_create(
        Question(round=one, version=version, position=position)
        for position, version in enumerate(versions)
    )
    return one


def _renamed(told: library.Statement, version: Version) -> library.Statement:
    """The statement under the id and the theme it goes by here."""
    theme = version.statement.theme
    return replace(told, id=statement_id(version), theme=theme.code if theme else "")


def _asked(statement: library.Statement) -> Asked:
    return Asked(statement, key_of(statement))


def _ballots(source: library.Dialogue) -> Ballots:
    """The file's answers in the form in which the platform's own are guarded."""
    codes = {NO_PARTY: "", **dict(enumerate(source.party_ids))}
    answers, predictions, mirrored = source.answers, source.predictions, source.mirrored
    return Ballots(
        keys=tuple(one.encode() for one in source.participants),
        sides=tuple(codes[code] for code in source.party_of.tolist()),
        person=answers.participant,
        statement=answers.statement,
        value=answers.value.astype(np.float64),
        expected=_guesses(predictions, predictions.party, codes),
        mirrored=_guesses(mirrored, mirrored.expected_by, codes),
    )


def _guesses(told: Predictions | Mirrored, sides: Ints, codes: Mapping[int, str]) -> Guesses:
    return Guesses(
        person=told.participant,
        statement=told.statement,
        side=tuple(codes[code] for code in sides.tolist()),
        value=told.value.astype(np.float64),
    )


def _of_own_side(source: library.Dialogue) -> library.Dialogue:
    """Without beliefs about a third side: here everybody is asked about one's own alone."""
    told = source.mirrored
    return replace(
        source, mirrored=_some_mirrored(told, told.party == source.party_of[told.participant])
    )


def _without(source: library.Dialogue, guarded: Guarded) -> library.Dialogue:
    """The dialogue without what is held back."""
    return replace(
        source,
        answers=_some_answers(source.answers, guarded.answers),
        predictions=_some_predictions(source.predictions, guarded.predictions),
        mirrored=_some_mirrored(source.mirrored, guarded.mirrored),
    )


def _some_answers(rows: Answers, kept: Flags | Longs) -> Answers:
    return Answers(rows.participant[kept], rows.statement[kept], rows.value[kept])


def _some_predictions(rows: Predictions, kept: Flags | Longs) -> Predictions:
    return Predictions(
        rows.participant[kept], rows.statement[kept], rows.party[kept], rows.value[kept]
    )


def _some_mirrored(rows: Mirrored, kept: Flags | Longs) -> Mirrored:
    return Mirrored(
        rows.participant[kept],
        rows.statement[kept],
        rows.expected_by[kept],
        rows.party[kept],
        rows.value[kept],
    )


def _with_new_names(source: library.Dialogue) -> library.Dialogue:
    """Names of people in a file may be names: they are drawn anew, and people stand in their order."""
    names = np.array(pseudonyms((one.encode() for one in source.participants), new_salt()))
    order = np.argsort(names, kind="stable")
    places = np.empty(len(order), np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    return replace(
        source,
        participants=tuple(names[order].tolist()),
        party_of=source.party_of[order],
        answers=_answers_in_order(source.answers, places),
        predictions=_predictions_in_order(source.predictions, places),
        mirrored=_mirrored_in_order(source.mirrored, places),
    )


def _answers_in_order(rows: Answers, places: Ints) -> Answers:
    person = places[rows.participant]
    order = np.lexsort((rows.statement, person))
    return _some_answers(replace(rows, participant=person), order)


def _predictions_in_order(rows: Predictions, places: Ints) -> Predictions:
    person = places[rows.participant]
    order = np.lexsort((rows.party, rows.statement, person))
    return _some_predictions(replace(rows, participant=person), order)


def _mirrored_in_order(rows: Mirrored, places: Ints) -> Mirrored:
    person = places[rows.participant]
    order = np.lexsort((rows.party, rows.expected_by, rows.statement, person))
    return _some_mirrored(replace(rows, participant=person), order)
