"""The page on one Polis conversation: what its groups share and what sets them apart."""

from pathlib import Path

from findings.phrases import figure, number, percent, table
from findings.pictures import svg_of
from tracktwo.analysis import Analysis, analyse
from tracktwo.analysis.result import SideFigures, StatementFigures
from tracktwo.datasets import polis_conversation
from tracktwo.figures import Figure, groups, shared_ground
from tracktwo.locale import translator
from tracktwo.locale.plain import plain
from tracktwo.opinion import adjusted_rand

CONVERSATION = "american-assembly.bowling-green"
WIDTH = 400
MOST = 8
ENOUGH = 100
"""Answers that every group must have given for a statement to be listed as dividing."""


def polis_page(folder: Path) -> dict[str, str]:
    """The page and its pictures: texts by file name."""
    dialogue = polis_conversation(folder, CONVERSATION)
    found, polis = analyse(dialogue), analyse(dialogue, groups="polis")
    words = translator("en")
    pictures = {
        "polis-shared-ground.svg": shared_ground(found, words, width=WIDTH),
        "polis-groups.svg": groups(found, words, width=WIDTH),
    }
    shared, apart = (_shown(name, picture) for name, picture in pictures.items())
    sections = (
        _opening(found),
        _on_groups(found, polis),
        _on_shared_ground(found, shared),
        _on_differences(found, apart),
        METHOD,
    )
    return {"polis-bowling-green.md": "\n\n".join(sections) + "\n"} | {
        name: svg_of(picture.chart, title=picture.title, description=picture.alt)
        for name, picture in pictures.items()
        if picture
    }


def _shown(name: str, picture: Figure | None) -> str:
    return figure(name, picture.title, picture.alt) if picture else ""


def accepted(found: Analysis) -> list[StatementFigures]:
    """Statements the moderators let stand."""
    return [one for one in found.statements if one.statement.moderated >= 0]


def most_shared(found: Analysis) -> list[StatementFigures]:
    """From the best supported by the group that supports it least."""
    scored = [one for one in accepted(found) if one.shared_ground is not None]
    return sorted(scored, key=lambda one: -(one.shared_ground or 0))[:MOST]


def most_divided(found: Analysis) -> list[StatementFigures]:
    """From the widest range between the groups' shares of agreement."""
    answered = [
        one
        for one in accepted(found)
        if all((side.n or 0) >= ENOUGH for side in one.by_group.values())
    ]
    return sorted(answered, key=lambda one: -_range(one))[:MOST]


def _range(one: StatementFigures) -> float:
    shares = [side.share or 0.0 for side in one.by_group.values()]
    return max(shares) - min(shares)


def habits(found: Analysis, group: str) -> tuple[float, float, float]:
    """Shares of agree, disagree and pass among all answers of a group."""
    sides = [one.by_group[group] for one in found.statements]
    n = sum(side.n or 0 for side in sides)
    agree, disagree, passes = (
        sum(getattr(side, answer) or 0 for side in sides) / n
        for answer in ("agree", "disagree", "passes")
    )
    return agree, disagree, passes


def _opening(found: Analysis) -> str:
    answers = int(found.participants.answers.sum())
    rejected = len(found.statements) - len(accepted(found))
    best, widest = most_shared(found)[0], most_divided(found)[0]
    passing = {group.id: habits(found, group.id)[2] for group in found.groups}
    shy = max(passing, key=lambda group: passing[group])
    top, bottom = _ends(widest)
    return f"""# A conversation on Polis: Bowling Green, 2018

<!-- Made by `make findings`; change findings/*.py, not this page. -->

Residents of Bowling Green and Warren County, Kentucky, were asked what should change to make it a better place to live,
work and spend time. {number(len(found.participants.ids))} people gave {number(answers)} answers (agree, disagree, pass) to {len(found.statements)} statements, most written by
the participants themselves; the moderators rejected {rejected} of them.

## In five sentences

1. The answers show {found.grouping.k} groups, found again in other samples of the same people with a stability of {found.grouping.stability:.2f} (1: the same groups).
2. What every group supports most is “{_text(best)}”: in each of them at least {percent(best.shared_ground or 0)} agree, the uncertainty taken off.
3. They part most on “{_text(widest)}”: {percent(top[1])} of group {top[0]} agree, {percent(bottom[1])} of group {bottom[0]}.
4. Part of what looks like difference is a habit of answering: group {shy} passes on {percent(passing[shy])} of what it is shown.
5. The groups are drawn from the same answers that are then compared, so their differences describe these answers; they prove nothing about the town."""


def _on_groups(found: Analysis, polis: Analysis) -> str:
    rows = [
        (f"Group {group.id}", number(group.size or 0), *map(percent, habits(found, group.id)))
        for group in found.groups
    ]
    both = (found.participants.group >= 0) & (polis.participants.group >= 0)
    alike = adjusted_rand(found.participants.group[both], polis.participants.group[both])
    outside = int((found.participants.group < 0).sum())
    return f"""## The groups

{table(("group", "people", "agree", "disagree", "pass"), rows)}

{number(outside)} people answered too little to be placed. A pass may mean unsure, indifferent or unwilling: the groups that pass
much are not a third opinion. Polis's own clustering of the same votes gives {polis.grouping.k} groups; the two agree with an
adjusted Rand index of {alike:.2f} (0: chance, 1: the same). Both are answers to different questions, and neither is the
truth about the town: groups are a way to read the answers ([how they are found](../methods/groups.md))."""


def _on_shared_ground(found: Analysis, shown: str) -> str:
    return f"""## What every group supports

{shown}

{_statements(found, most_shared(found))}

The share that agrees among all answers of the group, passes included, with its 95% interval. Ordered by the lower end
in the group that agrees least ([why](../methods/shared-ground-and-bridging.md))."""


def _on_differences(found: Analysis, shown: str) -> str:
    return f"""## What sets the groups apart

The widest ranges among statements that at least {ENOUGH} people of every group answered:

{_statements(found, most_divided(found))}

For each group, what it answers differently from everybody else (corrected for the number of comparisons):

{shown}"""


def _statements(found: Analysis, rows: list[StatementFigures]) -> str:
    ids = [group.id for group in found.groups]
    columns = ("statement", *(f"group {one}" for one in ids))
    return table(
        columns, ((_text(row), *(_share(row.by_group[one]) for one in ids)) for row in rows)
    )


def _share(side: SideFigures) -> str:
    if side.share is None or side.low is None or side.high is None:
        return "too few"
    return f"{percent(side.share)} ({100 * side.low:.0f}–{100 * side.high:.0f})"


def _ends(one: StatementFigures) -> tuple[tuple[str, float], tuple[str, float]]:
    """The groups that agree most and least, with their shares."""
    shares = sorted((side.share or 0.0, group) for group, side in one.by_group.items())
    (low, last), (high, first) = shares[0], shares[-1]
    return (first, high), (last, low)


def _text(one: StatementFigures) -> str:
    return plain(one.statement.text("en"))


METHOD = """## What the figures cannot say

- **Groups and differences come from the same answers.** Any division of people by their answers makes groups that
  answer differently. What speaks for these is that they foretell answers hidden from the model and are found again in
  halves of the people; the sizes of single differences are descriptive and larger than in new answers.
- **Nobody was sampled.** Participants came by themselves; shares are of those who took part.
- **Statements were not put to everybody.** Polis chooses what to show, and early statements have more answers; the
  intervals take each group's answers as a random part of what it would have answered.
- **Sentences are those of participants,** quoted as written; a statement may hold two claims, or a false one.

## Make it again

```
tracktwo data polis-open-data --download data/polis
make findings
tracktwo analyse data/polis/american-assembly.bowling-green --report build/bowling-green.html
```

## Source

Data was gathered using the Polis software (compdemocracy.org/polis) and is sub-licensed under CC BY 4.0 with
Attribution to The Computational Democracy Project."""
