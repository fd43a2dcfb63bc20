"""What a reader of open data must know, in words: what is in them, and how far they can be trusted."""

from collections.abc import Iterator
from math import exp

from tracktwo.dialogue import in_language
from tracktwo.locale import Words, said
from tracktwo.release.open_data import OpenData, Table


def read_me(data: OpenData, words: Words) -> str:
    """The page that lies beside the tables, as Markdown."""
    return "\n".join(_lines(data, words)) + "\n"


def _lines(data: OpenData, words: Words) -> Iterator[str]:
    unnamed = words.gettext("Open data of a dialogue")
    yield f"# {in_language(data.title, words.language) or unnamed}"
    if note := in_language(data.note, words.language):
        yield from ("", note)
    yield ""
    yield words.sentences(protection(data, words))
    for table in data.filled:
        yield from _of_table(table, words)


def protection(data: OpenData, words: Words) -> list[str]:
    """Why these tables give nobody away, and what remains possible, sentence by sentence."""
    return _of_noise(data, words) if data.noise else _of_aggregates(data, words)


def _of_aggregates(data: OpenData, words: Words) -> list[str]:
    return [
        words.gettext(
            "These are sums over people. A figure that rests on fewer than {k} people is left out, and so is what it could be worked out from.",
            k=data.k,
        ),
        words.gettext(
            "Where a whole side answered alike, the answer of each of its people is known. Who knows what all others of a side answered can work out the last."
        ),
    ]


def _of_noise(data: OpenData, words: Words) -> list[str]:
    noise = data.noise
    assert noise is not None
    budget = noise.budget
    law = (
        words.gettext("discrete Laplace noise")
        if noise.kind == "laplace"
        else words.gettext("discrete Gaussian noise")
    )
    return [
        words.gettext(
            "These are counts with noise: {law} of scale {scale} was added to each. 95 of 100 counts lie within {off} of the truth; counts below 0 are left as they are, so that sums stay right on average.",
            law=law,
            scale=words.number(noise.scale, 2),
            off=words.number(noise.plus_minus),
        ),
        words.ngettext(
            "Each person counts in at most {n} answer, drawn at random.",
            "Each person counts in at most {n} answers, drawn at random.",
            budget.answers,
        ),
        words.gettext(
            "Differential privacy for each person: epsilon {epsilon}, delta {delta}. Whatever anybody knows already, these counts make no conclusion about a person more than {times} times as likely.",
            epsilon=f"{budget.epsilon:g}",
            delta=f"{budget.delta:g}",
            times=words.number(exp(budget.epsilon), 1),
        ),
        words.gettext("A second release of the same answers spends as much again."),
    ]


def _of_table(table: Table, words: Words) -> Iterator[str]:
    yield from ("", f"## {table.name}.csv", "", f"{said(table.row, words)}:", "")
    yield from (f"- `{one.name}`: {said(one.meaning, words)}" for one in table.columns)
