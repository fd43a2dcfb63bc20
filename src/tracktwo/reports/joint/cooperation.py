"""Areas in which interests converge, what could be done in each, and a package that all prefer."""

from collections.abc import Iterator

from tracktwo.convergence import Option
from tracktwo.convergence.shared import Shared
from tracktwo.dialogue import in_language
from tracktwo.figures.figure import Table
from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.reports.joint.material import Material
from tracktwo.reports.tree import Block, Bullets, Heading, Paragraph, TableBlock


def cooperation(found: Shared, material: Material, words: Words) -> tuple[Block, ...]:
    """The options by area, then the package. Nobody’s points are told: they are each side’s own."""
    return (*_areas(found, material, words), *_package(found, words))


def _areas(found: Shared, material: Material, words: Words) -> Iterator[Block]:
    options = found.options
    ids = dict.fromkeys(options[one].area for one in options.ids)
    for place, area in enumerate(ids, start=1):
        title = plain(options.area(area).text(words.language))
        title = title or words.gettext("Other options")
        rows = [options[one] for one in options.ids if options[one].area == area]
        yield TableBlock(f"area-{place}", title, _table(rows, material, words))


def _table(options: list[Option], material: Material, words: Words) -> Table:
    names = material.names(words.language)
    columns = (
        words.gettext("What could be done"),
        words.gettext("Step"),
        *(words.gettext("What {side} would have of it", side=one) for one in names.values()),
        words.gettext("In the way"),
        words.gettext("Done before"),
    )
    return Table(columns, tuple(_row(one, material, words) for one in options))


def _row(one: Option, material: Material, words: Words) -> tuple[str, ...]:
    language = words.language
    interests = (plain(in_language(one.interests.get(side, {}), language)) for side in material.sides)  # fmt: skip
    told = (
        plain(one.text(language)),
        rung_names(words).get(one.rung, ""),
        *interests,
        plain(in_language(one.obstacles, language)),
        plain(in_language(one.precedents, language)),
    )
    return tuple(each or "–" for each in told)


def rung_names(words: Words) -> dict[str, str]:
    """The steps of the ladder, from a first contact to an agreement.

    >>> from tracktwo.convergence import LADDER
    >>> from tracktwo.locale import translator
    >>> list(rung_names(translator("en"))) == list(LADDER)
    True
    """
    return {
        "contact": words.gettext("contact"),
        "test call": words.gettext("test call"),
        "notification": words.gettext("notification"),
        "observation": words.gettext("observation"),
        "rules of behaviour": words.gettext("rules of behaviour"),
        "joint review": words.gettext("joint review"),
        "norm": words.gettext("norm"),
        "agreement": words.gettext("agreement"),
    }


def _package(found: Shared, words: Words) -> Iterator[Block]:
    yield Heading("package", words.gettext("A package that every side prefers to no agreement"))
    if found.package is None:
        yield Paragraph(
            words.gettext("No package gives every side at least one point more than no agreement.")
        )
        return
    yield Paragraph(
        words.gettext(
            "Each side valued the options blind. This package makes the product of what the sides gain as large as it can be; every side gains, and what each gains is told to that side alone."
        )
    )
    firm = [one for one in found.chosen if found.standing[one.id] == "firm"]
    rest = [one for one in found.chosen if one not in firm]
    told = (
        ("firm", words.gettext("In it however the experts of each side are drawn anew"), firm),
        ("contested", words.gettext("In it as the sides valued the options, and not in every draw"), rest),
    )  # fmt: skip
    for id_, title, options in told:
        if options:
            yield Heading(id_, title, 3)
            yield _listed(options, words)


def _listed(options: list[Option], words: Words) -> Bullets:
    return Bullets(tuple(plain(one.text(words.language)).rstrip(".。") for one in options))
