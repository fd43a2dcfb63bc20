"""What findings on packages share: names, numbers, lists of options, and how they are printed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from tracktwo.convergence import Study
from tracktwo.convergence.exaggeration import Way
from tracktwo.convergence.result import Solution
from tracktwo.convergence.words import condition_in_words, option_in_words
from tracktwo.dialogue import Party
from tracktwo.locale import Words
from tracktwo.locale.plain import plain


@dataclass(frozen=True)
class Told:
    """Options or other lines in a row, sentences about them, and what is said before both."""

    lines: Sequence[str]
    sentences: Sequence[str] = ()
    before: str = ""


@dataclass(frozen=True)
class Topic:
    """A heading with what stands under it."""

    title: str
    told: Sequence[Told]


@dataclass(frozen=True)
class Telling:
    """What is told, how the parties are called, and in which language."""

    study: Study
    names: Mapping[str, str]
    words: Words

    @property
    def parties(self) -> tuple[str, ...]:
        return self.study.talks.parties

    def option(self, id_: str) -> str:
        """What an option is, in this language, without a full stop."""
        text = self.study.talks.options[id_].text(self.words.language)
        return plain(text).rstrip(".。")

    def quoted(self, ids: Iterable[str]) -> str:
        """Options in a row, each between quotation marks."""
        options = self.study.talks.options
        return self.words.names(option_in_words(one, options, self.words) for one in ids)

    def gains(self, gains: Mapping[str, Fraction]) -> str:
        """What each party has more, in points."""
        return self.words.phrases(
            self.words.gettext(
                "{party} {gain}",
                party=self.names[party],
                gain=self.words.signed(float(gains[party]), 1),
            )
            for party in self.parties
        )

    def condition(self, id_: str) -> str:
        """A condition in words, and who states it."""
        talks = self.study.talks
        condition = next(one for one in talks.conditions if one.id == id_)
        return condition_in_words(condition, talks.options, self.names, self.words)


def names_of(parties: Sequence[str], known: Sequence[Party], language: str) -> dict[str, str]:
    """How each party is called."""
    called = {party.id: party.name(language) for party in known}
    return {party: plain(called.get(party, party)) for party in parties}


def solution_name(name: Solution, words: Words) -> str:
    """What a solution does, with the name it goes by."""
    return {
        "nash": words.gettext("largest product of gains (Nash)"),
        "kalai_smorodinsky": words.gettext(
            "largest least share of what each could have (Kalai and Smorodinsky)"
        ),
        "egalitarian": words.gettext("largest least gain (egalitarian)"),
    }[name]


def way_name(way: Way, party: str, words: Words) -> str:
    """A way of exaggerating, as the beginning of a sentence."""
    return {
        "scale": words.gettext("If {party} doubled all points", party=party),
        "costs": words.gettext("If {party} doubled all points below 0", party=party),
        "walk-away": words.gettext(
            "If {party} put the value of no agreement ten points higher", party=party
        ),
    }[way]


def proof(*, proven: bool, words: Words) -> str:
    """Whether it is certain that no package does better."""
    if proven:
        return words.gettext("Proven: no package does better by this measure.")
    return words.gettext(
        "Not proven within the effort allowed; more --effort may find a better one."
    )


def print_topic(console: Console, topic: Topic) -> None:
    """A heading, and what stands under it, set in."""
    console.print()
    console.print(Text(topic.title, style="bold"))
    for told in topic.told:
        text = Text("\n").join(
            [
                *([Text(told.before)] if told.before else []),
                *(Text(f"· {line}", style="italic") for line in told.lines),
                *(Text(one) for one in told.sentences),
            ]
        )
        console.print(Padding(text, (0, 0, 0, 2)))
