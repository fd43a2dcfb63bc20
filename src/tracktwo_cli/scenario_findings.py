"""A study of scenarios on the terminal: what holds together in words, then side by side."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from tracktwo.influence.scenarios import Basins, Holding, ScenarioStudy
from tracktwo.locale import Words, translator
from tracktwo_cli.scenario_tables import tables, written


def tell(study: ScenarioStudy, language: str) -> None:
    """Print what was found at the width of the terminal."""
    console = Console(highlight=False, soft_wrap=False)
    words = translator(language)
    for sentence in sentences(study, words):
        console.print(Text(sentence))
    for table in tables(study, words, width=console.width):
        console.print()
        console.print(table)
    console.print()
    everything = words.gettext("All of it, as a document for programs")
    console.print(Text(f"{everything}  --json FILE", style="dim"))


def sentences(study: ScenarioStudy, words: Words) -> Iterator[str]:
    """What a reader wants to know first, a paragraph each."""
    yield _holding_together(study, words)
    yield from _stopped(study, words)
    if study.found.scenarios:
        yield _strongest(study, words)
        yield from _agreed(study, words)
    yield from _succession(study.basins, words)
    if study.holding:
        yield from _held(study.holding, words)
    yield from _fragile(study, words)


def _holding_together(study: ScenarioStudy, words: Words) -> str:
    found = study.found
    ways = words.number(found.combinations)
    n = len(found.scenarios)
    if not n and found.complete:
        return words.gettext(
            "None of the {ways} combinations of states holds together within {tolerance}: in each, "
            "some descriptor is drawn to another state. A larger --tolerance lists those that come closest.",
            ways=ways,
            tolerance=written(found.tolerance, words),
        )
    if found.tolerance:
        return words.ngettext(
            "{n} of {ways} combinations of states holds together within {tolerance}.",
            "{n} of {ways} combinations of states hold together within {tolerance}.",
            n,
            ways=ways,
            tolerance=written(found.tolerance, words),
        )
    return words.ngettext(
        "{n} of {ways} combinations of states holds together: no descriptor is drawn to another state.",
        "{n} of {ways} combinations of states hold together: no descriptor is drawn to another state.",
        n,
        ways=ways,
    )


def _stopped(study: ScenarioStudy, words: Words) -> Iterator[str]:
    if study.found.stopped_by == "clock":
        yield words.gettext(
            "The search was stopped by the deadline: there may be more, stronger ones too. A later "
            "--deadline lets it go on."
        )
    if study.found.stopped_by == "count":
        yield words.gettext(
            "The search stopped at this number: there are more, and there may be stronger ones. A matrix "
            "that says so little leaves nearly everything open."
        )


def _strongest(study: ScenarioStudy, words: Words) -> str:
    best = study.found.scenarios[0]
    return words.gettext(
        "The strongest (total impact {total}): {states}.",
        total=written(best.total_impact, words),
        states=_states(best.states.items(), words),
    )


def _agreed(study: ScenarioStudy, words: Words) -> Iterator[str]:
    scenarios = study.found.scenarios
    if len(scenarios) < 2:
        return
    agreed = study.found.agreed
    if agreed:
        yield words.gettext("All agree in {states}.", states=_states(agreed.items(), words))
    else:
        yield words.gettext("No descriptor is in the same state in all of them.")
        return
    differing = [one.id for one in study.matrix.descriptors if one.id not in agreed]
    yield words.gettext("They differ in {descriptors}.", descriptors=words.names(differing))


def _succession(basins: Basins, words: Words) -> Iterator[str]:
    starts = words.number(basins.starts)
    if basins.sampled:
        yield words.gettext(
            "Of {starts} starts drawn at random, {settled} move on until they rest in one scenario, and {cycling} "
            "end in a cycle in which no scenario stays.",
            starts=starts,
            settled=words.percent(_settled(basins) / basins.starts),
            cycling=words.percent(basins.in_cycles / basins.starts),
        )
    else:
        yield words.gettext(
            "Of all {starts} starts, {settled} move on until they rest in one scenario, and {cycling} end in a cycle "
            "in which no scenario stays.",
            starts=starts,
            settled=words.percent(_settled(basins) / basins.starts),
            cycling=words.percent(basins.in_cycles / basins.starts),
        )
    if basins.unsettled:
        n = basins.unsettled
        yield words.ngettext(
            "{n} start was still moving when it was given up.",
            "{n} starts were still moving when they were given up.",
            n,
        )


def _settled(basins: Basins) -> int:
    return basins.starts - basins.in_cycles - basins.unsettled


def _held(holding: Holding, words: Words) -> Iterator[str]:
    held = _states(holding.after.held.items(), words)
    yield words.gettext(
        "With {held} held from outside, scenarios that stay: {staying}; that appear: {appearing}; "
        "that vanish: {vanishing}.",
        held=held,
        staying=words.number(len(holding.staying)),
        appearing=words.number(len(holding.appearing)),
        vanishing=words.number(len(holding.vanishing)),
    )


def _fragile(study: ScenarioStudy, words: Words) -> Iterator[str]:
    changes = study.changes.changes
    fragile = {one.chosen for change in changes for one in change.vanishing}
    fresh = {one.chosen for change in changes for one in change.appearing}
    if fragile:
        yield words.ngettext(
            "{n} of these scenarios vanishes if one certain judgement is moved by 1.",
            "{n} of these scenarios vanish if one certain judgement is moved by 1.",
            len(fragile),
        )
    if fresh:
        yield words.ngettext(
            "{n} further scenario appears if one certain judgement is moved by 1.",
            "{n} further scenarios appear if one certain judgement is moved by 1.",
            len(fresh),
        )
    if not changes and study.changes.complete:
        yield words.gettext("No single judgement, moved by 1, makes a scenario vanish or appear.")
    if not study.changes.complete:
        yield words.gettext("There may be further ones: their search was stopped.")


def _states(states: Iterable[tuple[str, str]], words: Words) -> str:
    return words.phrases(f"{descriptor} = {state}" for descriptor, state in states)
