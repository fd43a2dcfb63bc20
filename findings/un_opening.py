"""What a head of delegation reads first: five sentences, every number computed."""

from collections.abc import Sequence

import numpy as np

from findings.estimates import Estimate, mean_over
from findings.ground import is_common_ground, recurring
from findings.phrases import listed, moved, number, percent
from findings.positions import Standing
from findings.rollcalls import (
    OPENED,
    PERIODS,
    SESSIONS,
    YES,
    Measure,
    RollCalls,
    agreement,
    allies_against_china,
    allies_like_china,
    europe_like_china,
    europe_like_usa,
    usa_like_china,
    where_all_voted,
)
from tracktwo.datasets import ISSUES

FIRST, LAST = next(iter(PERIODS)), list(PERIODS)[-1]


def opening(calls: RollCalls, standings: Sequence[Standing]) -> str:
    sentences = [
        _on_agreement(calls),
        _on_issues(calls),
        _on_the_alliance(calls),
        _on_positions(standings),
        _on_common_ground(calls),
    ]
    first, last = OPENED + SESSIONS[0], OPENED + SESSIONS[-1]
    numbered = "\n".join(f"{i}. {sentence}" for i, sentence in enumerate(sentences, start=1))
    return f"""# NATO members and China in the General Assembly, {first}–{last}

<!-- Made by `make findings`; change findings/*.py, not this page. -->

What {number(len(calls))} roll calls of the UN General Assembly, sessions {SESSIONS[0]} to {SESSIONS[-1]}, say of the
members of NATO and of China.

## In five sentences

{numbered}

These are votes, not motives or opinions. No figure here says why a state voted as it did, and whatever the Assembly
adopted without a vote, a large part of its resolutions, is not in them: [how it was counted](#how-it-was-counted),
[what the figures cannot say](#what-the-figures-cannot-say)."""


def _on_agreement(calls: RollCalls) -> str:
    allies, usa = _from_to(calls, allies_like_china), _from_to(calls, usa_like_china)
    return (
        f"Most NATO members and China cast the same vote on {allies[0]} of the roll calls of {FIRST} on which both "
        f"voted, and on {allies[1]} of those of {LAST}; the United States and China did so on {usa[0]} and {usa[1]}."
    )


def _on_issues(calls: RollCalls) -> str:
    ranked = by_issue(calls, allies_like_china, LAST)
    (one, high), (two, next_high), (least, low) = ranked[0], ranked[1], ranked[-1]
    against = over(calls, allies_against_china, LAST)
    most_against, opposed_most = by_issue(calls, allies_against_china, LAST)[0]
    return (
        f"In {LAST} they voted alike most often on {name_of(one)} ({percent(high.value)}, of only {high.n} roll calls) and "
        f"on {name_of(two)} ({percent(next_high.value)}), least often on {name_of(least)} ({percent(low.value)}); a yes "
        f"against a no was the exception ({percent(against.value)}), most frequent on {name_of(most_against)} "
        f"({percent(opposed_most.value)})."
    )


def _on_the_alliance(calls: RollCalls) -> str:
    united = [over(calls, agreement, period).value for period in (FIRST, LAST)]
    three = where_all_voted(calls)
    usa, china = _from_to(three, europe_like_usa), _from_to(three, europe_like_china)
    return (
        f"Inside the alliance, agreement {moved(*united)} from {united[0]:.2f} to {united[1]:.2f} (1: all members cast "
        f"the same vote), but less often together with the United States: most European members voted as it did on "
        f"{usa[0]} of the roll calls of {FIRST} and {usa[1]} of those of {LAST}, and as China did on {china[0]} and "
        f"{china[1]} of the same roll calls."
    )


def _on_positions(standings: Sequence[Standing]) -> str:
    early, late = _distances(standings, FIRST), _distances(standings, LAST)
    return (
        f"On the line that best orders each session's votes, the middle one of the other allies stood {late[0]:.1f} "
        f"standard deviations from the United States and {late[1]:.1f} from China in {LAST}, against {early[0]:.1f} and "
        f"{early[1]:.1f} in {FIRST}."
    )


def _on_common_ground(calls: RollCalls) -> str:
    shared = calls.where(is_common_ground(calls))
    voted = int((~np.isnan(calls.china)).sum())
    with_usa = [q.title for q in recurring(shared.where(shared.usa == YES))[:4]]
    return (
        f"On {number(len(shared))} of the {number(voted)} roll calls in which China voted, China and at least four in "
        f"five allies said yes together, and on {number(int((shared.usa == YES).sum()))} of these the United States "
        f"did too; in the record's words, most often on {listed([f'“{title}”' for title in with_usa])}."
    )


def over(calls: RollCalls, measure: Measure, period: str, issue: str = "") -> Estimate:
    """The mean of a measure in a period, on one issue or all."""
    chosen = calls.during(PERIODS[period])
    chosen = chosen.on(issue) if issue else chosen
    return mean_over(measure(chosen), chosen.session)


def _from_to(calls: RollCalls, measure: Measure) -> tuple[str, str]:
    return tuple(percent(over(calls, measure, period).value) for period in (FIRST, LAST))  # type: ignore[return-value]


def by_issue(calls: RollCalls, measure: Measure, period: str) -> list[tuple[str, Estimate]]:
    """Issues from the highest to the lowest figure."""
    found = [(issue, over(calls, measure, period, issue)) for issue in ISSUES]
    return sorted(found, key=lambda pair: -pair[1].value)


def name_of(issue: str) -> str:
    named = ISSUES[issue]
    return f"the {named}" if issue == "me" else named[0].lower() + named[1:]


def within(standings: Sequence[Standing], period: str) -> list[Standing]:
    return [s for s in standings if s.year - OPENED in PERIODS[period]]


def _distances(standings: Sequence[Standing], period: str) -> tuple[float, float]:
    """Mean distances of the middle ally from the United States and from China."""
    sessions = within(standings, period)
    to_usa = float(np.mean([abs(s.usa.value - s.allies.value) for s in sessions]))
    to_china = float(np.mean([abs(s.allies.value - s.china.value) for s in sessions]))
    return to_usa, to_china
