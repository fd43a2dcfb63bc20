"""A stored document read back: what each side answered, and what it expects of the others."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from tracktwo.dialogue import Scale
from tracktwo_web.insights.models import Result


@dataclass(frozen=True)
class SideAnswer:
    """What a side answered, `value` as a share that agrees or a mean rating; None where held back."""

    n: int | None
    agree: int | None
    disagree: int | None
    passes: int | None
    value: float | None
    low: float | None
    high: float | None

    @property
    def is_shown(self) -> bool:
        return self.value is not None


@dataclass(frozen=True)
class Expectation:
    """What a side expects of another, beside what that one answers."""

    of: str
    about: str
    predicted: float | None
    actual: float | None
    kind: str
    is_misperceived: bool


@dataclass(frozen=True)
class Belief:
    """What a side believes that another expects of it, beside what that one does expect."""

    of: str
    expected_by: str
    believed: float | None
    expected: float | None
    is_misperceived: bool


@dataclass(frozen=True)
class Told:
    """A statement with its released figures."""

    id: str
    texts: Mapping[str, str]
    theme: str
    about: str
    scale: Scale
    answers: Mapping[str, SideAnswer]
    expectations: tuple[Expectation, ...] = field(default=())
    beliefs: tuple[Belief, ...] = field(default=())

    @cached_property
    def is_vote(self) -> bool:
        return self.scale.is_vote


def told_of(result: Result) -> tuple[Told, ...]:
    """The statements of a result. A result never changes: each process reads it once."""
    return _told(str(result.pk))


@lru_cache(maxsize=8)
def _told(result_id: str) -> tuple[Told, ...]:
    text = Result.objects.values_list("document", flat=True).get(pk=result_id)
    return statements_in(text)


def statements_in(document: str) -> tuple[Told, ...]:
    """The statements of a document, in its order."""
    held = json.loads(document) if document else {"statements": [], "perceptions": []}
    expected: dict[str, list[Expectation]] = {}
    for row in held["perceptions"]:
        if row["of"] != row["about"]:
            expected.setdefault(row["statement"], []).append(_expectation(row))
    believed: dict[str, list[Belief]] = {}
    # Documents stored before the mirror question was analysed have no such rows.
    for row in held.get("meta_perceptions", ()):
        believed.setdefault(row["statement"], []).append(_belief(row))
    return tuple(
        _statement(row, expected.get(row["id"], []), believed.get(row["id"], []))
        for row in held["statements"]
    )


def _statement(row: Mapping[str, Any], expected: list[Expectation], believed: list[Belief]) -> Told:
    return Told(
        id=row["id"],
        texts=row["texts"],
        theme=row["theme"],
        about=row["about"],
        scale=Scale.parse(row["scale"]),
        answers={side: _answer(figures) for side, figures in row["by_party"].items()},
        expectations=tuple(expected),
        beliefs=tuple(believed),
    )


def _answer(row: Mapping[str, Any]) -> SideAnswer:
    return SideAnswer(
        n=row["n"],
        agree=row.get("agree"),
        disagree=row.get("disagree"),
        passes=row.get("pass"),
        value=row.get("share", row.get("mean")),
        low=row["low"],
        high=row["high"],
    )


def _expectation(row: Mapping[str, Any]) -> Expectation:
    return Expectation(
        of=row["of"],
        about=row["about"],
        predicted=row["predicted"],
        actual=row["actual"],
        kind=row["class"],
        is_misperceived=row["misperceived"],
    )


def _belief(row: Mapping[str, Any]) -> Belief:
    return Belief(
        of=row["of"],
        expected_by=row["expected_by"],
        believed=row["believed"],
        expected=row["expected"],
        is_misperceived=row["misperceived"],
    )
