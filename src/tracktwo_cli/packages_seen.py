"""What one side may see, on the terminal: its own points, packages, and its own gains."""

from collections.abc import Iterator

from tracktwo.convergence import Seen
from tracktwo.convergence.seen_by import OwnPackage
from tracktwo_cli.packages_telling import Telling, Told, Topic, proof, solution_name


def topics_seen(telling: Telling, seen: Seen) -> Iterator[Topic]:
    """Packages with the side's own gains, what is firm, the smallest trade, and its own points."""
    words = telling.words
    if seen.clash:
        lines = [telling.condition(one) for one in seen.clash]
        told = Told(lines, [words.gettext("These {n} cannot all be met, and no fewer clash.", n=len(lines))])  # fmt: skip
        yield Topic(words.gettext("Why nothing can be agreed"), [told])
    elif not seen.agreed:
        text = words.gettext(
            "No package was found that gives every side at least one point more than no agreement."
        )
        yield Topic(words.gettext("No agreement"), [Told((), [text])])
    if seen.nash is not None:
        yield _package(telling, seen.nash, solution_name("nash", words))
    if seen.kalai_smorodinsky is not None and seen.kalai_smorodinsky != seen.nash:
        name = solution_name("kalai_smorodinsky", words)
        yield _package(telling, seen.kalai_smorodinsky, name)
    if seen.agreed:
        yield _standing(telling, seen)
    if seen.trade is not None:
        yield _trade(telling, seen)
    yield _own_points(telling, seen)


def _package(telling: Telling, package: OwnPackage, name: str) -> Topic:
    words = telling.words
    lines = [
        telling.option(one) for one in telling.study.talks.options.ids if one in package.options
    ]
    own = (
        words.gettext("Your gain is not shown: too few experts of your side spoke of some option.")
        if package.gain is None
        else words.ngettext("Your gain: {n} point.", "Your gain: {n} points.", package.gain)
    )
    title = words.gettext("Package with the {names}", names=name)
    return Topic(title, [Told(lines, [own, proof(proven=package.proven, words=words)])])


def _standing(telling: Telling, seen: Seen) -> Topic:
    words = telling.words
    sentences = {
        "firm": words.gettext("In every draw:"),
        "contested": words.gettext("Contested:"),
        "never": words.gettext("In no draw:"),
    }
    told = []
    for standing, sentence in sentences.items():
        lines = [telling.option(one) for one, stands in seen.standing.items() if stands == standing]
        if lines:
            told.append(Told(lines, before=sentence))
    return Topic(words.gettext("What is firm and what contested"), told)


def _trade(telling: Telling, seen: Seen) -> Topic:
    words, trade = telling.words, seen.trade
    assert trade is not None
    lines = (
        [words.gettext("In: {options}", options=telling.quoted(trade.adds))] if trade.adds else []
    )
    if trade.drops:
        lines.append(words.gettext("Out: {options}", options=telling.quoted(trade.drops)))
    more = [] if trade.more is None else [
        words.ngettext("Your gain: {n} point.", "Your gain: {n} points.", trade.more)
    ]  # fmt: skip
    title = words.gettext("The smallest change to the table from which every side gains")
    return Topic(title, [Told(lines, more)])


def _own_points(telling: Telling, seen: Seen) -> Topic:
    words = telling.words
    lines = []
    for id_, value in seen.values.items():
        if value is None:
            lines.append(words.gettext("{option}: not shown", option=telling.option(id_)))
        else:
            lines.append(
                words.gettext(
                    "{option}: {mean} (from {low} to {high})",
                    option=telling.option(id_),
                    mean=words.number(float(value.mean), 1),
                    low=words.number(float(value.low)),
                    high=words.number(float(value.high)),
                )
            )
    title = words.gettext("Points of your side: mean over its experts, least and most")
    return Topic(title, [Told(lines)])
