"""Every rule over a text."""

from collections.abc import Iterable, Iterator, Mapping

from tracktwo.errors import OptionError
from tracktwo.text.lint.a_or_an import a_or_an
from tracktwo.text.lint.article_before_acronym import article_before_acronym
from tracktwo.text.lint.attribution import attributions
from tracktwo.text.lint.broken_hyphens import broken_hyphens
from tracktwo.text.lint.capital_after_comma import capital_after_comma
from tracktwo.text.lint.chinese_punctuation import chinese_punctuation
from tracktwo.text.lint.clashing_articles import clashing_articles
from tracktwo.text.lint.compounds import compounds
from tracktwo.text.lint.doubled_words import doubled_words
from tracktwo.text.lint.elision import elisions
from tracktwo.text.lint.flaw import Flaw, Passage, Passages, Rule
from tracktwo.text.lint.forms import forms
from tracktwo.text.lint.french_quotes import french_quotes
from tracktwo.text.lint.french_spaces import french_spaces
from tracktwo.text.lint.late_full_name import late_full_names
from tracktwo.text.lint.leftovers import leftovers
from tracktwo.text.lint.list_numbers import list_numbers
from tracktwo.text.lint.missing_apostrophe import missing_apostrophes
from tracktwo.text.lint.missing_words import missing_words
from tracktwo.text.lint.name_spelling import name_spelling
from tracktwo.text.lint.quotes import quotes
from tracktwo.text.lint.regional_spelling import regional_spelling
from tracktwo.text.lint.space_before_punctuation import space_before_punctuation
from tracktwo.text.lint.spaces import doubled_spaces
from tracktwo.text.lint.undefined_acronym import undefined_acronyms
from tracktwo.text.masked import masked
from tracktwo.text.units import NegotiatedText, Unit

RULES: Mapping[str, Rule] = {
    "doubled_word": doubled_words,
    "clashing_article": clashing_articles,
    "article_before_acronym": article_before_acronym,
    "a_or_an": a_or_an,
    "missing_word": missing_words,
    "missing_apostrophe": missing_apostrophes,
    "capital_after_comma": capital_after_comma,
    "doubled_space": doubled_spaces,
    "space_before_punctuation": space_before_punctuation,
    "broken_hyphen": broken_hyphens,
    "name_spelling": name_spelling,
    "regional_spelling": regional_spelling,
    "compound": compounds,
    "quotes": quotes,
    "french_quote": french_quotes,
    "french_space": french_spaces,
    "elision": elisions,
    "chinese_punctuation": chinese_punctuation,
    "form": forms,
    "undefined_acronym": undefined_acronyms,
    "late_full_name": late_full_names,
    "list_number": list_numbers,
    "attribution": attributions,
    "leftover": leftovers,
}
"""Every rule by the id that its flaws carry."""


def lint(text: NegotiatedText, *, rules: Iterable[str] | None = None) -> tuple[Flaw, ...]:
    """What a careful reader would mark in a text, in the order of its units and languages.

    Nothing is changed, and every flaw is a proposal. `rules` chooses some of `RULES`; `OptionError`
    for one that is not there.

    >>> text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "Talks with with an UN envoy."}),))
    >>> [(one.rule, one.found, one.suggestion) for one in lint(text)]
    [('doubled_word', 'with with', 'with'), ('a_or_an', 'an UN', 'a UN')]
    """
    chosen = _chosen(rules)
    order = {(unit.id, name): (place, number) for place, unit in enumerate(text.units) for number, name in enumerate(text.languages)}  # fmt: skip
    found = [
        flaw
        for language in text.languages
        for flaw in _found(tuple(_passages(text.units, language)), chosen)
    ]
    found.sort(key=lambda one: (order[one.unit, one.language], one.start, one.end, one.rule))
    return tuple(found)


def lint_source(
    source: str, language: str, *, rules: Iterable[str] | None = None
) -> tuple[Flaw, ...]:
    """The flaws of a source that is no text with units yet; their unit is "".

    >>> [(one.rule, one.start) for one in lint_source("The  end.", "en")]
    [('doubled_space', 3)]
    """
    passages = (Passage("", language, masked(source)),)
    found = _found(passages, _chosen(rules))
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.rule)))


def _chosen(rules: Iterable[str] | None) -> tuple[Rule, ...]:
    names = tuple(RULES if rules is None else rules)
    for name in names:
        if name not in RULES:
            raise OptionError(f"rule {name!r} is not known; choose from {', '.join(RULES)}")
    return tuple(RULES[name] for name in names)


def _passages(units: Iterable[Unit], language: str) -> Iterator[Passage]:
    for unit in units:
        if language in unit.texts:
            source = masked(unit.texts[language])
            yield Passage(unit.id, language, source, unit.number, unit.parent)


def _found(passages: Passages, rules: Iterable[Rule]) -> Iterator[Flaw]:
    for rule in rules:
        yield from rule(passages)
