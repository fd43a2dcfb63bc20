"""Conditions in words, in the reader's language."""

from collections.abc import Mapping

from tracktwo.convergence.conditions import Condition
from tracktwo.convergence.options import Options
from tracktwo.locale import Words
from tracktwo.locale.plain import plain


def condition_in_words(
    condition: Condition, options: Options, names: Mapping[str, str], words: Words
) -> str:
    """A condition as its own text says it, else in our words, and who states it.

    `names` are those of the parties.

    >>> from tracktwo.convergence.options import Option
    >>> from tracktwo.locale import translator
    >>> offered = Options((Option("line", texts={"en": "A line"}), Option("visits")))
    >>> condition_in_words(
    ...     Condition("c", "needs", ("visits", "line"), by="north"), offered, {}, translator("en")
    ... )
    '“visits” only together with “A line”. Stated by north.'
    """
    sentence = demand_in_words(condition, options, words)
    if not condition.by:
        return words.sentences((sentence, words.gettext("Stated jointly.")))
    who = plain(names.get(condition.by, condition.by))
    return words.sentences((sentence, words.gettext("Stated by {party}.", party=who)))


def demand_in_words(condition: Condition, options: Options, words: Words) -> str:
    """What a condition asks, as its own text says it, else in our words; not who states it.

    >>> from tracktwo.convergence.options import Option
    >>> from tracktwo.locale import translator
    >>> offered = Options((Option("line", texts={"en": "A line"}),))
    >>> demand_in_words(Condition("c", "must", ("line",), by="north"), offered, translator("en"))
    'In every package: “A line”.'
    """
    said = condition.texts.get(words.language)
    return plain(said) if said else _said(condition, options, words)


def option_in_words(option: str, options: Options, words: Words) -> str:
    """An option's text between quotation marks, without the full stop of a sentence."""
    text = plain(options[option].text(words.language)) if option in options else option
    return words.quoted(text.rstrip(".。"))


def _said(  # noqa: PLR0911 -- a sentence a kind
    condition: Condition, options: Options, words: Words
) -> str:
    quoted = [option_in_words(one, options, words) for one in condition.options]
    told = words.names(quoted)
    limit = condition.limit or 0
    number = words.number(float(limit), 0 if limit == int(limit) else 1)
    match condition.kind:
        case "needs":
            others = words.names(quoted[1:])
            return words.gettext(
                "{option} only together with {others}.", option=quoted[0], others=others
            )
        case "excludes":
            return words.gettext("Not two of these together: {options}.", options=told)
        case "at_most":
            return words.gettext(
                "At most {number} of these: {options}.", number=number, options=told
            )
        case "at_least":
            return words.gettext(
                "At least {number} of these: {options}.", number=number, options=told
            )
        case "must":
            return words.gettext("In every package: {options}.", options=told)
        case "never":
            return words.gettext("In no package: {options}.", options=told)
        case "budget":
            return words.gettext(
                "All options together take no more than {number} of {amount}.",
                number=number, amount=words.quoted(plain(condition.of)),
            )  # fmt: skip
        case _:
            return words.gettext(
                "What the sides give of {amount} differs by no more than {number}.",
                number=number, amount=words.quoted(plain(condition.of)),
            )  # fmt: skip
