"""Every listed transition of a unit is taken, every other refused."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.text.standing.tables import SIDES, all_say_yes, package, text_of, yes
from tracktwo.text.standing import (
    TRANSITIONS,
    Act,
    Move,
    MoveKind,
    Position,
    Situation,
    Stance,
    Step,
    UnitState,
    WhyNot,
    situations,
    state_of,
    step_of,
    why_not,
)
from tracktwo.text.units import NegotiatedText, Unit

OTHERS = tuple(Unit(one, texts={"en": "We talk."}) for one in ("u2", "u3"))
FORMS = {
    "words": text_of("We meet."),
    "other": text_of("We write."),
    "bracket": text_of("We [shall/may] meet."),
    "others": text_of("We [shall/should] meet."),
}
TEXTS = {
    name: NegotiatedText({}, ("en",), (*one.units, *OTHERS)) for name, one in FORMS.items()
}  # u3 is accepted by all, u2 by nobody
TEXTS["gone"] = NegotiatedText({}, ("en",), OTHERS, gone=(Unit("u1"),))
TEXTS["proposed"] = NegotiatedText({}, ("en",), OTHERS)
START = all_say_yes(TEXTS["words"], "u3")
BRACKETS, IN_TEXT = ("bracket", "others"), tuple(FORMS)
SETTLED = (UnitState.CLEAN, UnitState.AGREED_AD_REF, UnitState.PROVISIONALLY_AGREED)
LISTED = {(one.source.value, one.step.value, to.value) for one in TRANSITIONS for to in one.targets}


def acts(text: NegotiatedText) -> Iterator[Act]:
    for side in SIDES:
        yield yes(text, side, "u1")
        yield yes(text, side, "u1", ad_ref=True)
        yield Position(side, "u1", Stance.OPPOSE)
        yield Position(side, "u1", Stance.AWAITING)
    yield Move(MoveKind.REOPEN, "u1", "nato", reason="New facts.")
    yield Move(MoveKind.PARK, "u1", "nato", group="Friends", until=date(2026, 3, 2))
    for kind in (MoveKind.SETTLE, MoveKind.RETURN, MoveKind.RELEASE, MoveKind.LAPSE):
        yield Move(kind, "u1", "nato")
    yield package("nato", "u1", "u2")
    yield package("nato", "u1", "u3")


def state(form: str, log: tuple[Act, ...], sides, *, adopted: bool = False) -> UnitState:
    return state_of(TEXTS[form], "u1", log, sides=sides, adopted=adopted, proposed=("u1",))


def step_between(old: str, new: str) -> Step | None:
    if new == "gone":
        return Step.SUPPRESS if old in IN_TEXT else None
    if old not in IN_TEXT:
        return Step.ENTER if new in IN_TEXT else None
    if new not in IN_TEXT:
        return None
    if (old in BRACKETS) == (new in BRACKETS):
        return Step.CHANGE
    return Step.BRACKET if new in BRACKETS else Step.CLEAR


def text_steps(log: tuple[Act, ...], sides) -> Iterator[tuple[str, str, str]]:
    states = {form: state(form, log, sides) for form in TEXTS}
    for old, before in states.items():
        for new, after in states.items():
            step = step_between(old, new)
            if step and old != new:
                yield before.value, step.value, after.value
        if before in SETTLED:
            yield before.value, Step.ADOPT.value, state(old, log, sides, adopted=True).value


def reached(depth: int, sides) -> set[tuple[str, str, str]]:
    """All transitions seen on the way through every log of so many acts, each situation once."""
    found: set[tuple[str, str, str]] = set()
    seen: set[str] = set()
    logs = [START]
    for _ in range(depth):
        following: list[tuple[Act, ...]] = []
        for log in logs:
            found |= set(text_steps(log, sides))
            for form in IN_TEXT[:3]:
                before = situations(TEXTS[form], log, sides=sides)["u1"]
                for act in acts(TEXTS[form]):
                    if why_not(before, act):
                        continue
                    longer = (*log, act)
                    after = situations(TEXTS[form], longer, sides=sides)["u1"]
                    found.add((before.state.value, step_of(act).value, after.state.value))
                    key = repr((form, after))
                    if key not in seen:
                        seen.add(key)
                        following.append(longer)
        logs = following
    return found


def test_transitions_taken_are_those_listed() -> None:
    assert reached(4, SIDES) | reached(2, ("nato",)) == LISTED


SITUATIONS = {
    UnitState.PROPOSED: Situation("u1", SIDES, in_text=False),
    UnitState.SUPPRESSED: Situation("u1", SIDES, in_text=False, is_gone=True),
    UnitState.OPEN: Situation("u1", SIDES, objecting=("nato",)),
    UnitState.BRACKETED: Situation("u1", SIDES, is_open=True),
    UnitState.CLEAN: Situation("u1", SIDES),
    UnitState.AGREED_AD_REF: Situation("u1", SIDES, firm=("nato",)),
    UnitState.PROVISIONALLY_AGREED: Situation("u1", SIDES, firm=SIDES),
    UnitState.ADOPTED: Situation("u1", SIDES, is_adopted=True),
}


@pytest.mark.parametrize("source", UnitState)
def test_unlisted_act_is_refused(source) -> None:
    before = SITUATIONS[source]
    listed = {one.step for one in TRANSITIONS if one.source is source}

    refused = {
        step_of(one) for one in acts(TEXTS["words"]) if why_not(before, one) is WhyNot.NOT_FROM_HERE
    }

    assert before.state is source
    assert refused == {step_of(one) for one in acts(TEXTS["words"])} - listed


def test_each_source_and_step_is_listed_once() -> None:
    assert len({(one.source, one.step) for one in TRANSITIONS}) == len(TRANSITIONS)
