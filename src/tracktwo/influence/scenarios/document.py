"""A study of scenarios as one JSON document, versioned, the same bytes for the same input."""

import json
from typing import Any

from tracktwo.influence.scenarios.basins import Basins
from tracktwo.influence.scenarios.changes import Changes
from tracktwo.influence.scenarios.holding import Holding
from tracktwo.influence.scenarios.scenario import FoundScenarios, Scenario
from tracktwo.influence.scenarios.study import ScenarioStudy

SCHEMA = "tracktwo-scenarios/1"
"""Name and version of the document; the number rises when a key changes its meaning or goes."""

JSON = dict[str, Any]


def scenarios_to_json(study: ScenarioStudy) -> str:
    """The document as text: UTF-8 characters kept, one line an entry, a newline at the end."""
    return _laid_out(scenarios_document(study)) + "\n"


def scenarios_document(study: ScenarioStudy) -> JSON:
    """The document as plain dicts and lists, ready for `json.dumps`; docs/scenarios.md has its keys."""
    return {
        "schema": SCHEMA,
        "settings": {
            "tolerance": study.found.tolerance,
            "succession": study.basins.succession,
            "seed": study.seed,
            "held": dict(study.found.held),
        },
        "descriptors": [
            {"id": one.id, "states": list(one.states)} for one in study.matrix.descriptors
        ],
        "scenarios": _found(study.found, study.basins),
        "basins": _basins(study.basins),
        "held": _holding(study.holding) if study.holding else None,
        "changes": _changes(study.changes, study.found),
    }


def _found(found: FoundScenarios, basins: Basins) -> JSON:
    return {
        "complete": found.complete,
        "stopped_by": found.stopped_by or None,
        "combinations": found.combinations,
        "nodes": found.nodes,
        "scenarios": [_scenario(one) | {"weight": basins.weight(one)} for one in found.scenarios],
    }


def _scenario(one: Scenario) -> JSON:
    return {"states": dict(one.states), "total_impact": one.total_impact, "margin": one.margin}


def _basins(basins: Basins) -> JSON:
    return {
        "starts": basins.starts,
        "sampled": basins.sampled,
        "in_cycles": basins.in_cycles,
        "unsettled": basins.unsettled,
        "found": basins.found,
        "attractors": [
            {"weight": one.weight, "scenarios": [dict(each.states) for each in one.scenarios]}
            for one in basins.attractors
        ],
    }


def _holding(holding: Holding) -> JSON:
    def listed(scenarios: tuple[Scenario, ...]) -> list[JSON]:
        return [_scenario(one) | _weights(one, holding) for one in scenarios]

    return {
        "complete": holding.before.complete and holding.after.complete,
        "starts_before": holding.basins_before.starts,
        "starts_after": holding.basins_after.starts,
        "staying": listed(holding.staying),
        "appearing": listed(holding.appearing),
        "vanishing": listed(holding.vanishing),
    }


def _weights(one: Scenario, holding: Holding) -> JSON:
    return {
        "weight_before": holding.basins_before.weight(one),
        "weight_after": holding.basins_after.weight(one),
    }


def _changes(changes: Changes, found: FoundScenarios) -> JSON:
    """Scenarios that vanish by their place among those found, those that appear by a list of their own."""
    place = {one.chosen: number for number, one in enumerate(found.scenarios)}
    news: dict[tuple[str, ...], Scenario] = {
        one.chosen: one for change in changes.changes for one in change.appearing
    }
    place |= {chosen: number for number, chosen in enumerate(news)}
    return {
        "complete": changes.complete,
        "scenarios": [_scenario(one) for one in news.values()],
        "changes": [
            {
                "source": one.source,
                "target": one.target,
                "by": one.by,
                "vanishing": [place[each.chosen] for each in one.vanishing],
                "appearing": [place[each.chosen] for each in one.appearing],
            }
            for one in changes.changes
        ],
    }


def _laid_out(value: object, inset: str = "") -> str:
    """Sections and their keys on lines of their own, entries of lists one a line."""
    further = f"\n{inset} "
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return f"[{further}" + f",{further}".join(map(_dump, value)) + f"\n{inset}]"
    if isinstance(value, dict) and len(inset) < 2:
        pairs = (f"{_dump(key)}: {_laid_out(one, inset + ' ')}" for key, one in value.items())
        return f"{{{further}" + f",{further}".join(pairs) + f"\n{inset}}}"
    return _dump(value)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
