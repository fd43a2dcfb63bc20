"""What was found of talks, on the terminal: packages, how firm they are, trades, and what exaggerating brings."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from tracktwo.convergence import SOLUTIONS, Exaggeration, Package, Study, seen_by
from tracktwo.dialogue import in_language
from tracktwo.exchange.convergence import ConvergenceFolder
from tracktwo.locale import translator
from tracktwo.locale.plain import plain
from tracktwo_cli.packages_seen import topics_seen
from tracktwo_cli.packages_tables import frontier_table
from tracktwo_cli.packages_telling import (
    Telling,
    Told,
    Topic,
    names_of,
    print_topic,
    proof,
    solution_name,
    way_name,
)

MOST_TRADES = 3
"""Trades that are shown; the document has all of them."""


def tell(study: Study, given: ConvergenceFolder, language: str, *, party: str = "") -> None:
    """Print what was found, or what one party may see of it, at the width of the terminal."""
    console = Console(highlight=False, soft_wrap=False)
    words = translator(language)
    telling = Telling(study, names_of(study.talks.parties, given.parties, language), words)
    if title := in_language(given.title, language):
        console.print(Text(plain(title), style="bold"))
    if note := in_language(given.note, language):
        console.print(Text(plain(note), style="italic"))
    console.print(Text(introduction(telling)))
    found = topics_seen(telling, seen_by(study, party)) if party else topics(telling)
    for topic in found:
        print_topic(console, topic)
    if not party and (table := frontier_table(telling, console.width)):
        console.print()
        console.print(table)
    console.print()
    everything = words.gettext("All of it, as a document for programs")
    console.print(Text(f"{everything}  --json", style="dim"))


def introduction(telling: Telling) -> str:
    """What is on offer, who valued it, and what an agreement is."""
    talks, words = telling.study.talks, telling.words
    experts = words.phrases(
        words.ngettext(
            "{n} expert ({party})", "{n} experts ({party})", len(talks.valuation.experts(party)),
            party=telling.names[party],
        )
        for party in talks.parties
    )  # fmt: skip
    offered = words.ngettext(
        "{n} option, valued blind by {experts}.", "{n} options, valued blind by {experts}.",
        len(talks.options.ids), experts=experts,
    )  # fmt: skip
    means = words.gettext(
        "An agreement gives every side at least one point above its value of no agreement. Gains are "
        "points above that; a hundred points are what each expert divides."
    )
    return words.sentences((offered, means))


def topics(telling: Telling) -> Iterator[Topic]:
    """What can be agreed or why nothing can, how firmly, trades, and what exaggerating would bring."""
    agreement = telling.study.agreement
    if agreement.conflict is not None:
        yield _in_the_way(telling)
    elif agreement.nash is None:
        text = telling.words.gettext("No agreement was found within the effort allowed.")
        yield Topic(telling.words.gettext("No agreement"), [Told((), [text])])
    yield from _packages(telling)
    if agreement.nash is not None:
        yield _firmness(telling)
    if telling.study.trades is not None:
        yield _trades(telling)
    if agreement.nash is not None:
        yield _exaggeration(telling)


def _packages(telling: Telling) -> Iterator[Topic]:
    """Each package once, under all that it is the best by."""
    words, agreement = telling.words, telling.study.agreement
    told: dict[tuple[str, ...], list[str]] = {}
    found: dict[tuple[str, ...], Package] = {}
    for name in SOLUTIONS:
        package = agreement.solution(name)
        if package is not None:
            told.setdefault(package.options, []).append(solution_name(name, words))
            found[package.options] = package
    for options, names in told.items():
        package = found[options]
        gains = words.gettext("Gains: {gains} points.", gains=telling.gains(package.gains))
        title = words.gettext("Package with the {names}", names=words.names(names))
        lines = [telling.option(one) for one in _in_order(telling, options)]
        yield Topic(title, [Told(lines, [gains, proof(proven=package.proven, words=words)])])


def _in_order(telling: Telling, options: tuple[str, ...]) -> list[str]:
    """Options in the order in which they are on offer."""
    return [one for one in telling.study.talks.options.ids if one in options]


def _firmness(telling: Telling) -> Topic:
    words, firm = telling.words, telling.study.firmness
    draws = words.ngettext(
        "The experts of each side were drawn anew {n} time, and the package of Nash sought each time.",
        "The experts of each side were drawn anew {n} times, and the package of Nash sought each time.",
        firm.draws,
    )
    told = [Told((), [draws])]
    if stay := firm.of("firm"):
        told.append(
            Told([telling.option(one) for one in stay], before=words.gettext("In every draw:"))
        )
    if some := firm.of("contested"):
        lines = [
            words.gettext(
                "{option}: in {share} of draws",
                option=telling.option(one),
                share=words.percent(firm.share[one]),
            )
            for one in some
        ]
        told.append(Told(lines, before=words.gettext("Contested:")))
    if none := firm.of("never"):
        told.append(
            Told([telling.option(one) for one in none], before=words.gettext("In no draw:"))
        )
    if firm.agreed < firm.draws:
        missing = words.percent(1 - firm.agreed / firm.draws)
        sentence = words.gettext("In {share} of draws there is no agreement.", share=missing)
        told.append(Told((), [sentence]))
    return Topic(words.gettext("What is firm and what contested"), told)


def _trades(telling: Telling) -> Topic:
    words, found = telling.words, telling.study.trades
    assert found is not None
    told = [Told((), [words.gettext("On the table: {gains} points.", gains=telling.gains(found.table.gains))])]  # fmt: skip
    if found.broken:
        told.append(
            Told(
                [telling.condition(one) for one in found.broken],
                before=words.gettext("The package on the table does not hold these conditions:"),
            )
        )
    for one in found.trades[:MOST_TRADES]:
        lines = (
            [words.gettext("In: {options}", options=telling.quoted(one.adds))] if one.adds else []
        )
        if one.drops:
            lines.append(words.gettext("Out: {options}", options=telling.quoted(one.drops)))
        told.append(Told(lines, [words.gettext("{gains} points.", gains=telling.gains(one.more))]))
    if not found.trades:
        told.append(
            Told(
                (), [words.gettext("No other package gives every side a point more than this one.")]
            )
        )
    return Topic(
        words.gettext("Trades that give every side more than the package on the table"), told
    )


def _exaggeration(telling: Telling) -> Topic:
    """What pays under Nash's solution, one by one, and how much does under the others."""
    words, tried = telling.words, telling.study.exaggeration
    pays = [one for one in tried if one.pays]
    told = [Told([_pays(telling, one) for one in pays if one.solution == "nash"])]
    sentences = [
        words.gettext(
            "Doubling all points moves neither Nash’s package nor that of Kalai and Smorodinsky."
        ),
        words.gettext(
            "Of {tried} ways tried under all three solutions, {pays} pay for the side that takes them.",
            tried=words.number(len(tried)),
            pays=words.number(len(pays)),
        ),
    ]
    title = words.gettext("What a side would win by exaggerating")
    return Topic(title, [one for one in told if one.lines] + [Told((), sentences)])


def _pays(telling: Telling, one: Exaggeration) -> str:
    return telling.words.gettext(
        "{way}, the package with the {solution} would change: {gains} points.",
        way=way_name(one.way, telling.names[one.party], telling.words),
        solution=solution_name(one.solution, telling.words),
        gains=telling.gains(one.change),
    )


def _in_the_way(telling: Telling) -> Topic:
    words, conflict = telling.words, telling.study.agreement.conflict
    assert conflict is not None
    lines = [telling.condition(one) for one in conflict.conditions]
    lines += [
        words.gettext("{party} gains at least a point.", party=telling.names[one])
        for one in conflict.parties
    ]
    sentence = words.ngettext(
        "This cannot be met.", "These {n} cannot all be met, and no fewer clash.", len(lines)
    )
    return Topic(words.gettext("Why nothing can be agreed"), [Told(lines, [sentence])])
