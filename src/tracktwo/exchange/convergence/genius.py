"""Domains and profiles of GENIUS and the ANAC competitions: XML, a file for the domain and one a party.

A domain lists issues with their values; a profile gives each value an evaluation, which GENIUS
divides by the largest of its issue, and each issue a weight. An integer issue has a line: slope times
the distance from its lowest value, plus an offset, kept between 0 and 1. A nonlinear profile adds up
boxes of values (hyper-rectangles) and divides by the most that is possible.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NoReturn

from tracktwo.convergence.outcomes import Box, Domain, Issue, Profile
from tracktwo.errors import InputError
from tracktwo.exchange.influence.xml_tree import Element, read_xml
from tracktwo.locale import english

DISCRETE, INTEGER = "discrete", "integer"
WIDEST = 100_000
"""Values of an integer issue beyond which a slip of the pen is likelier."""


def read_genius_domain(path: Path) -> Domain:
    """The issues of a domain file; `InputError` with the line for what cannot be read."""
    root = read_xml(path)
    issues = tuple(Issue(_name(one, path), _values(one, path)) for one in _issues(root, path))
    try:
        return Domain(issues)
    except InputError as error:
        raise InputError(error.message, file=path) from None


def read_genius_profile(path: Path, domain: Domain, party: str) -> tuple[Profile, list[str]]:
    """A party's profile, and what in the file is not used, in sentences."""
    root = read_xml(path)
    issues = _issues(root, path)
    if len(issues) != len(domain.issues):
        message = f"the profile has {len(issues)} issues and the domain {len(domain.issues)}"
        _refuse(path, root, f"{message}; give the profile of this domain")
    reserved, notes = _reserved(root, path), _unused(root, path)
    boxes = tuple(_boxes(root, path, domain))
    if boxes:
        most = _number(_most(root, path), "maxutility", path)
        scaled = tuple(Box(one.worth / most, one.bounds) for one in boxes)
        nothing = tuple((0.0,) * len(issue.values) for issue in domain.issues)
        return Profile(party, nothing, scaled, reserved), notes
    weights = _weights(root, path)
    worth = tuple(
        _weighted(one, issue, weights, path)
        for one, issue in zip(issues, domain.issues, strict=True)
    )
    return Profile(party, worth, (), reserved), notes


def _issues(root: Element, path: Path) -> list[Element]:
    found = list(root.below("issue"))
    if not found:
        _refuse(path, root, "there is no issue in this file; give a domain or profile of GENIUS")
    return sorted(found, key=lambda one: _whole(one, "index", path))


def _values(issue: Element, path: Path) -> tuple[str, ...]:
    if _kind(issue) == INTEGER and issue.first("item") is None:
        low, high = _bounds(issue, path)
        if not 0 <= high - low < WIDEST:
            _refuse(path, issue, f"the values from {low} to {high} cannot be listed")
        return tuple(map(str, range(low, high + 1)))
    if _kind(issue) not in (DISCRETE, INTEGER):
        message = f"issue {_name(issue, path)!r} is {_kind(issue)}: its values cannot be listed"
        _refuse(path, issue, f"{message}; make it discrete")
    return tuple(_text(item, "value", path) for item in issue.every("item"))


def _weighted(
    issue: Element, known: Issue, weights: Mapping[int, float], path: Path
) -> tuple[float, ...]:
    name = _name(issue, path)
    if name != known.name:
        message = f"issue {name!r} stands where the domain has {known.name!r}"
        _refuse(path, issue, f"{message}; give the profile of this domain")
    index = _whole(issue, "index", path)
    if index not in weights:
        _refuse(path, issue, f"issue {name!r} has no weight; add it")
    line = issue.first("evaluator")
    if issue.first("item") is None and line is not None:
        worth = _on_a_line(issue, line, path)
    else:
        worth = _evaluations(issue, known, path)
    if len(worth) != len(known.values):
        _refuse(path, issue, f"issue {name!r} has other values here than in the domain")
    return tuple(weights[index] * one for one in worth)


def _evaluations(issue: Element, known: Issue, path: Path) -> list[float]:
    given = {
        _text(item, "value", path): _number(item, "evaluation", path)
        for item in issue.every("item")
    }
    for value in known.values:
        if value not in given:
            _refuse(
                path, issue, f"value {value!r} of issue {known.name!r} has no evaluation; add it"
            )
    worth = [given[value] for value in known.values]
    if min(worth) < 0:
        _refuse(path, issue, f"an evaluation of issue {known.name!r} is below 0; raise it to 0")
    return [one / max(worth) if max(worth) else 0.0 for one in worth]


def _on_a_line(issue: Element, line: Element, path: Path) -> list[float]:
    low, high = _bounds(issue, path)
    slope, offset = _number(line, "slope", path), _number(line, "offset", path)
    return [min(max(slope * step + offset, 0.0), 1.0) for step in range(high - low + 1)]


def _weights(root: Element, path: Path) -> dict[int, float]:
    return {_whole(one, "index", path): _number(one, "value", path) for one in root.below("weight")}


def _boxes(root: Element, path: Path, domain: Domain) -> Iterator[Box]:
    for function in root.below("ufun"):
        if function.attributes.get("aggregation", "sum") != "sum":
            _refuse(path, function, "only boxes that are added up are read (aggregation sum)")
    for box in root.below("hyperRectangle"):
        name = "utility" if "utility" in box.attributes else "utility_function"
        yield Box(_number(box, name, path), dict(_sides(box, path, domain)))


def _sides(box: Element, path: Path, domain: Domain) -> Iterator[tuple[int, tuple[int, int]]]:
    for side in box.every("INCLUDES"):
        place = _whole(side, "index", path) - 1
        if not 0 <= place < len(domain.issues):
            _refuse(path, side, f"there is no issue {place + 1} in the domain")
        values = [int(one) for one in domain.issues[place].values if one.lstrip("-").isdigit()]
        if len(values) != len(domain.issues[place].values):
            _refuse(
                path, side, f"issue {domain.issues[place].name!r} has no whole numbers to bound"
            )
        low, high = _whole(side, "min", path), _whole(side, "max", path)
        yield place, (max(low - values[0], 0), min(high - values[0], len(values) - 1))


def _most(root: Element, path: Path) -> Element:
    found = (
        one
        for name in ("utility", "utility_function")
        for one in root.below(name)
        if "maxutility" in one.attributes and _number(one, "maxutility", path) > 0
    )
    most = next(found, None)
    if most is None:
        _refuse(path, root, "boxes need the most that is possible; add maxutility above 0")
    return most


def _reserved(root: Element, path: Path) -> float:
    one = next(root.below("reservation"), None)
    return 0.0 if one is None else _number(one, "value", path)


def _unused(root: Element, path: Path) -> list[str]:
    one = next(root.below("discount_factor"), None)
    if one is None or _number(one, "value", path) in (0.0, 1.0):
        return []
    factor = one.attributes["value"]
    return [
        english(
            "{file}: the discount of {factor} is not used, since an agreement has no time here.",
            file=path.name,
            factor=factor,
        )
    ]


def _bounds(issue: Element, path: Path) -> tuple[int, int]:
    bounds = issue.first("range") or issue
    return _whole(bounds, "lowerbound", path), _whole(bounds, "upperbound", path)


def _kind(issue: Element) -> str:
    return issue.attributes.get("vtype") or issue.attributes.get("type") or DISCRETE


def _name(issue: Element, path: Path) -> str:
    return _text(issue, "name", path)


def _text(element: Element, name: str, path: Path) -> str:
    if name not in element.attributes:
        _refuse(path, element, f"<{element.tag}> has no {name}; add it")
    return element.attributes[name]


def _number(element: Element, name: str, path: Path) -> float:
    text = _text(element, name, path)
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not abs(number) < float("inf"):
        _refuse(path, element, f"{name} {text!r} of <{element.tag}> is not a number")
    return number


def _whole(element: Element, name: str, path: Path) -> int:
    number = _number(element, name, path)
    if number != int(number):
        _refuse(path, element, f"{name} {number:g} of <{element.tag}> is not a whole number")
    return int(number)


def _refuse(path: Path, element: Element, message: str) -> NoReturn:
    raise InputError(message, file=path, line=element.line)
