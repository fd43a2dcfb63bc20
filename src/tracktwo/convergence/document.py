"""A study as one JSON document, versioned, the same bytes for the same input; and what one side sees.

Both shapes are written down in `packages.schema.json` beside this file. Points have six decimals.
The whole document holds all sides' points and is for whoever convenes the talks.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from fractions import Fraction
from importlib import resources
from typing import Any

from tracktwo.convergence.options import Option
from tracktwo.convergence.result import Package
from tracktwo.convergence.seen_by import Seen, told_values
from tracktwo.convergence.study import Study
from tracktwo.convergence.trades import Trades
from tracktwo.convergence.valuation import Spread

VERSION = 1
"""Rises when a field changes its meaning or goes."""
DECIMALS = 6

JSON = dict[str, Any]
Texts = Mapping[str, str]


def to_json(whole: JSON) -> str:
    """A document as text, UTF-8 characters kept, one line an entry, a newline at the end."""
    sections = (f"{_dump(key)}: {_lines(value)}" for key, value in whole.items())
    return "{\n" + ",\n".join(sections) + "\n}\n"


def document(
    study: Study,
    *,
    title: Texts | None = None,
    note: Texts | None = None,
    names: Mapping[str, Texts] | None = None,
) -> JSON:
    """All of a study as plain dicts and lists. `title` and `note` are by language, `names` of parties."""
    agreement, edge = study.agreement, study.agreement.frontier
    return {
        **_heading(study, title, note, names),
        "settings": asdict(study.settings),
        "areas": [asdict(one) for one in study.talks.options.areas],
        "options": _options(study),
        "conditions": _conditions(study),
        "no_agreement": {
            party: _number(study.talks.no_agreement.get(party, Fraction()))
            for party in study.talks.parties
        },
        "ideals": _numbers(agreement.ideals),
        "frontier": [_package(one) for one in edge.packages],
        "complete": edge.complete,
        "bound": None if edge.bound is None else _number(edge.bound),
        "nash": _package(agreement.nash),
        "kalai_smorodinsky": _package(agreement.kalai_smorodinsky),
        "egalitarian": _package(agreement.egalitarian),
        "conflicts": [] if agreement.conflict is None else [asdict(agreement.conflict)],
        "trades": _trades(study.trades),
        "firmness": _firmness(study),
        "exaggeration": [
            {
                **{name: getattr(one, name) for name in ("party", "way", "solution", "options", "adds", "drops", "proven")},
                "change": _numbers(one.change),
                "changes": one.changes,
                "pays": one.pays,
            }
            for one in study.exaggeration
        ],
    }  # fmt: skip


def seen_document(
    seen: Seen,
    study: Study,
    *,
    title: Texts | None = None,
    note: Texts | None = None,
    names: Mapping[str, Texts] | None = None,
) -> JSON:
    """What one side sees, as plain dicts and lists: nothing else of the study goes in."""
    options = {one.id: one for one in study.talks.options.options}
    return {
        **_heading(study, title, note, names),
        "for": seen.party,
        "areas": [asdict(one) for one in study.talks.options.areas],
        "options": [
            {**_option(options[id_]), "values": {seen.party: _spread(value)}}
            for id_, value in seen.values.items()
        ],
        "conditions": _conditions(study),
        "no_agreement": {seen.party: _number(seen.no_agreement)},
        "agreed": seen.agreed,
        "nash": _own(seen, "nash"),
        "kalai_smorodinsky": _own(seen, "kalai_smorodinsky"),
        "trade": seen.trade and asdict(seen.trade),
        "standing": dict(seen.standing),
        "conflicts": [{"conditions": list(seen.clash)}] if seen.clash else [],
    }


def json_schema() -> JSON:
    """The JSON Schema (draft 2020-12) that both documents meet."""
    file = resources.files("tracktwo.convergence").joinpath("packages.schema.json")
    schema: JSON = json.loads(file.read_text("utf-8"))
    return schema


def _heading(
    study: Study, title: Texts | None, note: Texts | None, names: Mapping[str, Texts] | None
) -> JSON:
    known = names or {}
    return {
        "version": VERSION,
        "title": dict(title or {}),
        "note": dict(note or {}),
        "parties": [{"id": one, "names": dict(known.get(one, {}))} for one in study.talks.parties],
    }


def _options(study: Study) -> list[JSON]:
    told = {party: told_values(study, party) for party in study.talks.parties}
    return [
        {
            **_option(one),
            "values": {party: _spread(values[one.id]) for party, values in told.items()},
        }
        for one in study.talks.options.options
    ]


def _option(option: Option) -> JSON:
    return asdict(option)


def _conditions(study: Study) -> list[JSON]:
    return [
        {**asdict(one), "limit": None if one.limit is None else _number(one.limit)}
        for one in study.talks.conditions
    ]


def _spread(value: Spread | None) -> JSON | None:
    if value is None:
        return None
    ends = {name: _number(getattr(value, name)) for name in ("mean", "low", "high", "sd")}
    return {"n": value.n, **ends}


def _package(package: Package | None) -> JSON | None:
    if package is None:
        return None
    return {
        "options": list(package.options),
        "utilities": _numbers(package.utilities),
        "gains": _numbers(package.gains),
        "proven": package.proven,
    }


def _own(seen: Seen, name: str) -> JSON | None:
    package = getattr(seen, name)
    if package is None:
        return None
    return {
        "options": list(package.options),
        "gains": {seen.party: package.gain},
        "proven": package.proven,
    }


def _trades(found: Trades | None) -> JSON | None:
    if found is None:
        return None
    table = _package(found.table) or {}
    return {
        "table": {name: table[name] for name in ("options", "utilities", "gains")},
        "broken": list(found.broken),
        "complete": found.complete,
        "trades": [
            {
                "adds": list(one.adds),
                "drops": list(one.drops),
                "more": _numbers(one.more),
                **(_package(one.package) or {}),
            }
            for one in found.trades
        ],
    }


def _firmness(study: Study) -> JSON:
    firm = study.firmness
    return {
        "solution": firm.solution,
        "draws": firm.draws,
        "agreed": firm.agreed,
        "proven": firm.proven,
        "options": {
            option: {"share": round(share, DECIMALS), "standing": firm.standing(option)}
            for option, share in firm.share.items()
        },
    }


def _numbers(values: Mapping[str, Fraction]) -> dict[str, float]:
    return {name: _number(value) for name, value in values.items()}


def _number(value: Fraction | float) -> float:
    return round(float(value), DECIMALS) + 0.0


def _lines(value: Any) -> str:  # noqa: ANN401 -- any JSON value
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(_dump(entry) for entry in value) + "\n]"
    return _dump(value)


def _dump(value: Any) -> str:  # noqa: ANN401 -- any JSON value
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
