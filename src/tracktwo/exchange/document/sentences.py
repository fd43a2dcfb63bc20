"""What the reading was not sure of, said in a sentence of any of the three languages."""

from tracktwo.exchange.document.proposal import Remark, RemarkKind
from tracktwo.locale import Words

LONGEST = 90
"""Characters of the document quoted in a sentence."""


def remark_sentence(remark: Remark, words: Words) -> str:
    """A remark as a sentence; its place is left to whoever shows it.

    >>> from tracktwo.locale import translator
    >>> remark_sentence(Remark("read_as_side", 61, "Chinese", "China"), translator("en"))
    '“Chinese” was taken to mean China.'
    """
    if remark.kind == "side_by_elimination" and not remark.text:
        return words.gettext(
            "The heading does not say who holds this view; it was taken to be {side}.",
            side=remark.other,
        )
    about = _about_names if remark.kind in _NAMES else _about_lists
    sentences = about(remark, words.quoted(_short(remark.text)), words)
    return (sentences | _about_wording(words.quoted(_short(remark.text)), words))[remark.kind]


_NAMES = {"read_as_side", "side_by_elimination", "sides_from_title"}


def _about_names(remark: Remark, quoted: str, words: Words) -> dict[RemarkKind, str]:
    return {
        "read_as_side": words.gettext(
            "{quote} was taken to mean {side}.", quote=quoted, side=remark.other
        ),
        "side_by_elimination": words.gettext(
            "{quote} was taken to mean {side}, because two headings mirror each other.",
            quote=quoted,
            side=remark.other,
        ),
        "sides_from_title": words.gettext(
            "No heading says who holds a view of whom; the sides were taken from {quote}.",
            quote=quoted,
        ),
    }


def _about_lists(remark: Remark, quoted: str, words: Words) -> dict[RemarkKind, str]:
    return {
        "hidden_heading": words.gettext(
            "A heading stood in a list and was read as a heading: {quote}.", quote=quoted
        ),
        "no_list": words.gettext(
            "Nothing was taken from {quote}: there is no list under it.", quote=quoted
        ),
        "numbers_broken": words.gettext(
            "The areas are numbered {numbers}; they were taken in the order they stand in.",
            numbers=remark.text,
        ),
        "bullet_as_area": words.gettext(
            "{quote} has a bullet where other areas are headings; it was taken as an area.",
            quote=quoted,
        ),
        "out_of_order": words.gettext(
            "{date} stands after {earlier}; the order of the document was kept.",
            date=remark.text,
            earlier=remark.other,
        ),
        "undated_section": words.gettext(
            "Entries from {date} on were taken as milestones, though no heading says so.",
            date=remark.text,
        ),
    }


def _about_wording(quoted: str, words: Words) -> dict[RemarkKind, str]:
    return {
        "slash_kept": words.gettext(
            "{quote} was read as one term and not as two wordings to choose from.", quote=quoted
        ),
        "slash_split": words.gettext(
            "{quote} was read as wordings to choose from; its slash may as well join two names.",
            quote=quoted,
        ),
        "never_closed": words.gettext(
            "A bracket opens and is never closed: {quote}.", quote=quoted
        ),
    }


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
