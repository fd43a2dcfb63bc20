"""What the linter and the concordance found, said in a sentence of any of the three languages."""

from tracktwo.locale import Words
from tracktwo.text.languages.concordance import Discord, DiscordKind, Passage
from tracktwo.text.lint.flaw import Flaw

LONGEST = 60
"""Characters of the text quoted in a sentence."""


def flaw_sentence(flaw: Flaw, words: Words) -> str:
    """A flaw as a sentence; its place is left to whoever shows it.

    >>> from tracktwo.locale import translator
    >>> from tracktwo.text.lint import lint_source
    >>> print(flaw_sentence(lint_source("Talks with with China.", "en")[0], translator("en")))
    “with with” repeats a word.
    """
    found = words.quoted(_short(flaw.found))
    wanted = words.quoted(_short(flaw.suggestion or ""))
    sentences = _about_words(found, wanted, words)
    sentences |= _about_forms(found, wanted, words)
    sentences |= _about_signs(found, wanted, words)
    return sentences[flaw.sentence]


def discord_sentence(discord: Discord, words: Words) -> str:
    """A warning of the concordance as a sentence; the unit is left to whoever shows it.

    >>> from tracktwo.locale import translator
    >>> from tracktwo.text.languages.concordance import Passage
    >>> places = Passage("en", 5, 10, "shall"), Passage("zh", 2, 3, "宜")
    >>> print(discord_sentence(Discord("u1", DiscordKind.MODALITY, ("en", "zh"), *places), translator("en")))
    “shall” (English) and “宜” (Chinese) do not oblige in the same way.
    """
    names = language_names(words)
    left, right = (names.get(one, one) for one in discord.languages)
    if discord.left and discord.right:
        return _about_both(discord, left, right, words)
    here, there = (left, right) if discord.left else (right, left)
    return _about_one(discord, here, there, words)


def language_names(words: Words) -> dict[str, str]:
    """The names of the languages, in a language."""
    return {
        "en": words.gettext("English"),
        "zh": words.gettext("Chinese"),
        "fr": words.gettext("French"),
    }


def _about_words(found: str, wanted: str, words: Words) -> dict[str, str]:
    return {
        "doubled_word": words.gettext("{found} repeats a word.", found=found),
        "repeated_adverb": words.gettext(
            "{found} says the same adverb twice; keep one.", found=found
        ),
        "clashing_article": words.gettext(
            "In {found} the article has no noun to stand with.", found=found
        ),
        "article_before_city": words.gettext("The name of a city stands without an article."),
        "article_before_acronym": words.gettext(
            "The rest of the text writes {wanted} without an article.", wanted=wanted
        ),
        "acronym_without_article": words.gettext(
            "The rest of the text writes an article before {found}.", found=found
        ),
        "a_or_an": words.gettext(
            "{found} sounds wrong: write {wanted}.", found=found, wanted=wanted
        ),
        "missing_word": words.gettext("A word is missing in {found}.", found=found),
        "missing_apostrophe": words.gettext(
            "{found} is written like a plural; the rest of the text has {wanted}.",
            found=found,
            wanted=wanted,
        ),
        "elision": words.gettext(
            "{found} loses its vowel in French: write {wanted}.", found=found, wanted=wanted
        ),
        "undefined_acronym": words.gettext(
            "Nothing explains what {found} stands for.", found=found
        ),
        "acronym_explained_late": words.gettext(
            "{found} is used before it is explained.", found=found
        ),
        "late_full_name": words.gettext(
            "The full name {wanted} comes only after {found}; write it at first use.",
            found=found,
            wanted=wanted,
        ),
        "attribution": words.gettext(
            "{found} says who said it; check that this may be published.", found=found
        ),
        "leftover": words.gettext("{found} still has to be filled in.", found=found),
    }


def _about_forms(found: str, wanted: str, words: Words) -> dict[str, str]:
    return {
        "name_spelling": words.gettext(
            "{found} is mostly written {wanted} in this text.", found=found, wanted=wanted
        ),
        "name_misspelled": words.gettext(
            "{found} may be a misspelling of {wanted}, which the text has too.",
            found=found,
            wanted=wanted,
        ),
        "regional_spelling": words.gettext(
            "{found} is mostly spelled {wanted} in this text.", found=found, wanted=wanted
        ),
        "compound": words.gettext(
            "{found} is mostly joined as in {wanted} in this text.", found=found, wanted=wanted
        ),
        "date_form": words.gettext(
            "Most dates of this text are written in another form than {found}.", found=found
        ),
        "percent_form": words.gettext(
            "Most percents of this text are written in another form than {found}.", found=found
        ),
        "list_number": words.gettext(
            "The number {found} does not follow the one before.", found=found
        ),
        "list_number_same": words.gettext("All numbers of this list are 1."),
    }


def _about_signs(found: str, wanted: str, words: Words) -> dict[str, str]:
    return {
        "capital_after_comma": words.gettext("A sentence begins after this comma."),
        "doubled_space": words.gettext("Two spaces stand here; one will do."),
        "space_before_punctuation": words.gettext("No space stands before this mark."),
        "broken_hyphen": words.gettext("No space stands behind this hyphen."),
        "quotes": words.gettext(
            "{found} is straight or curly unlike most quotes of this text.", found=found
        ),
        "french_quote": words.gettext("French writes its quotes as « and »."),
        "french_quote_space": words.gettext("French writes a no-break space inside these quotes."),
        "french_space": words.gettext("French writes a no-break space before this mark."),
        "chinese_punctuation": words.gettext(
            "{found} is half as wide as the mark that Chinese writes: {wanted}.",
            found=found,
            wanted=wanted,
        ),
        "full_width": words.gettext(
            "{found} is full-width; write {wanted}.", found=found, wanted=wanted
        ),
    }


def _about_both(discord: Discord, left: str, right: str, words: Words) -> str:
    values = {
        "one": words.quoted(_passage(discord.left)),
        "language": left,
        "other": words.quoted(_passage(discord.right)),
        "other_language": right,
    }
    return {
        DiscordKind.BRACKETS: words.gettext(
            "{language} and {other_language} do not have the same number of brackets.", **values
        ),
        DiscordKind.BRACKET_SHAPES: words.gettext(
            "The brackets of {language} and {other_language} do not offer the same choices.",
            **values,
        ),
        DiscordKind.QUANTITY: words.gettext(
            "{one} ({language}) and {other} ({other_language}) are not the same.", **values
        ),
        DiscordKind.MODALITY: words.gettext(
            "{one} ({language}) and {other} ({other_language}) do not oblige in the same way.",
            **values,
        ),
    }[discord.kind]


def _about_one(discord: Discord, here: str, there: str, words: Words) -> str:
    passage = discord.left or discord.right
    values = {
        "one": words.quoted(_passage(passage)),
        "language": here,
        "other_language": there,
        "wanted": words.quoted(discord.wanted),
    }
    return {
        DiscordKind.MISSING: words.gettext(
            "The text stands in {language} and is missing in {other_language}.", **values
        ),
        DiscordKind.CHANGED: words.gettext(
            "{language} has changed since both were said to agree, {other_language} has not.",
            **values,
        ),
        DiscordKind.QUANTITY: words.gettext(
            "{one} ({language}) has no equal in {other_language}.", **values
        ),
        DiscordKind.TERM: words.gettext(
            "{one} ({language}) is agreed to be {wanted} in {other_language}, which is not there.",
            **values,
        ),
        DiscordKind.FORBIDDEN: _forbidden(discord, values, words),
        DiscordKind.MODALITY: words.gettext(
            "Nothing in {other_language} obliges as {one} ({language}) does.", **values
        ),
    }[discord.kind]


def _forbidden(discord: Discord, values: dict[str, str], words: Words) -> str:
    if discord.wanted:
        return words.gettext("{one} ({language}) is not to be used; write {wanted}.", **values)
    return words.gettext("{one} ({language}) is not to be used.", **values)


def _passage(passage: Passage | None) -> str:
    return _short(passage.words) if passage else ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
