"""Domains and profiles that negmas writes: an outcome space, and a utility function a party."""

from collections.abc import Callable, Mapping
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn

from tracktwo.convergence.outcomes import Domain, Issue, Profile
from tracktwo.errors import InputError
from tracktwo.exchange.convergence.tree_file import read_tree
from tracktwo.locale import english

LISTED = ("CategoricalIssue", "DiscreteOrdinalIssue", "DiscreteCardinalIssue")
WIDEST = 100_000
"""Values of an issue beyond which a slip of the pen is likelier."""
JSON = Mapping[str, Any]


def read_negmas_domain(path: Path) -> Domain:
    """The issues of an outcome space; `InputError` for what cannot be read."""
    whole = _object(path)
    issues = whole.get("issues")
    if not isinstance(issues, list) or not issues:
        _refuse(path, "there is no issue in this file; give an outcome space of negmas")
    try:
        return Domain(tuple(_issue(path, one) for one in issues))
    except InputError as error:
        raise InputError(error.message, file=path) from None


def read_negmas_profile(path: Path, domain: Domain, party: str) -> tuple[Profile, list[str]]:
    """A party's utility function, and what in the file is not used, in sentences."""
    whole = _object(path)
    if whole.get("type") != "LinearAdditiveUtilityFunction":
        _refuse(
            path, f"type {whole.get('type')!r} is not read; give a LinearAdditiveUtilityFunction"
        )
    weights, functions = whole.get("weights"), whole.get("values")
    if not isinstance(weights, list) or not isinstance(functions, list):
        _refuse(path, "weights and values must be lists, an entry an issue")
    if not len(weights) == len(functions) == len(domain.issues):
        _refuse(path, f"weights and values must have {len(domain.issues)} entries, one an issue")
    worth = tuple(
        tuple(_number(path, weight) * value for value in _of_values(path, function, issue))
        for weight, function, issue in zip(weights, functions, domain.issues, strict=True)
    )
    reserved, notes = _reserved(path, whole)
    bias = _number(path, whole.get("bias", 0.0))
    first = tuple(one + bias for one in worth[0])
    return Profile(party, (first, *worth[1:]), (), reserved), notes


def _issue(path: Path, one: object) -> Issue:
    if not isinstance(one, dict) or not isinstance(one.get("values"), list):
        _refuse(path, "an issue has no list of values; write name, type and values")
    name, kind, values = str(one.get("name")), one.get("type"), one["values"]
    if kind == "ContiguousIssue":
        if len(values) != 2 or not all(isinstance(end, int) for end in values):
            _refuse(path, f"issue {name!r} needs its least and its largest whole number")
        if not 0 <= values[1] - values[0] < WIDEST:
            _refuse(path, f"the values of issue {name!r} from {values[0]} on cannot be listed")
        return Issue(name, tuple(map(str, range(values[0], values[1] + 1))))
    if kind not in LISTED:
        _refuse(path, f"issue {name!r} is a {kind}: its values cannot be listed")
    return Issue(name, tuple(map(str, values)))


def _of_values(path: Path, function: object, issue: Issue) -> list[float]:
    if not isinstance(function, dict):
        _refuse(path, f"issue {issue.name!r} has no function of its values")
    kind = function.get("type")
    if kind == "TableFun" and isinstance(function.get("mapping"), dict):
        mapping = {str(value): worth for value, worth in function["mapping"].items()}
        for value in issue.values:
            if value not in mapping:
                _refuse(path, f"value {value!r} of issue {issue.name!r} is not in its mapping")
        return [_number(path, mapping[value]) for value in issue.values]
    line = _line(path, function, kind)
    if line is None:
        _refuse(path, f"function {kind!r} of issue {issue.name!r} is not read; give a TableFun")
    return [line(_number(path, value)) for value in issue.values]


def _line(path: Path, function: JSON, kind: object) -> Callable[[float], float] | None:
    bias = _number(path, function.get("bias", 0.0))
    slopes = {"ConstFun": 0.0, "IdentityFun": 1.0, "AffineFun": 1.0, "LinearFun": 1.0}
    if kind not in slopes:
        return None
    slope = _number(path, function.get("slope", slopes[str(kind)]))
    return lambda value: slope * value + bias


def _reserved(path: Path, whole: JSON) -> tuple[float, list[str]]:
    value = whole.get("reserved_value", 0.0)
    if isinstance(value, float) and not isfinite(value):
        value = None
    if value is None:
        sentence = english("{file}: no value of no agreement is given; 0 is taken.", file=path.name)
        return 0.0, [sentence]
    return _number(path, value), []


def _number(path: Path, value: object) -> float:
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        number = float("nan")
    if not isfinite(number):
        _refuse(path, f"{value!r} is not a number")
    return number


def _object(path: Path) -> JSON:
    whole = read_tree(path)
    if not isinstance(whole, dict):
        _refuse(path, "this is no object; give a file that negmas wrote")
    return whole


def _refuse(path: Path, message: str) -> NoReturn:
    raise InputError(message, file=path)
