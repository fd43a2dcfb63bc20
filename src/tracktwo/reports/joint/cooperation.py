"""Areas in which interests converge, what could be done in each, and a package that all prefer."""

from collections.abc import Iterator

from tracktwo.convergence import Option, Study
from tracktwo.dialogue import in_language
from tracktwo.figures.figure import Table
from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.reports.joint.material import Material
from tracktwo.reports.tree import Block, Bullets, Heading, Paragraph, TableBlock


def cooperation(found: Study, material: Material, words: Words) -> tuple[Block, ...]:
    """The options by area, then the package. Nobody’s points are told: they are each side’s own."""
    return (*_areas(found, material, words), *_package(found, words))


def _areas(found: Study, material: Material, words: Words) -> Iterator[Block]:
    options = found.talks.options
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


def _package(found: Study, words: Words) -> Iterator[Block]:
    package = found.agreement.nash
    yield Heading("package", words.gettext("A package that every side prefers to no agreement"))
    if package is None:
        yield Paragraph(
            words.gettext("No package gives every side at least one point more than no agreement.")
        )
        return
    yield Paragraph(
        words.gettext(
            "Each side valued the options blind. This package makes the product of what the sides gain as large as it can be; every side gains, and what each gains is told to that side alone."
        )
    )
    standing = {one: found.firmness.standing(one) for one in package.options}
    firm = [one for one in package.options if standing[one] == "firm"]
    rest = [one for one in package.options if standing[one] != "firm"]
    told = (
        ("firm", words.gettext("In it however the experts of each side are drawn anew"), firm),
        ("contested", words.gettext("In it as the sides valued the options, and not in every draw"), rest),
    )  # fmt: skip
    for id_, title, ids in told:
        if ids:
            yield Heading(id_, title, 3)
            yield _listed(ids, found, words)


def _listed(ids: list[str], found: Study, words: Words) -> Bullets:
    options = found.talks.options
    in_order = [one for one in options.ids if one in ids]
    return Bullets(
        tuple(plain(options[one].text(words.language)).rstrip(".。") for one in in_order)
    )
