"""A study as a JSON document, versioned; `docs/influence.md` explains each key."""

import json
from math import inf
from typing import TYPE_CHECKING, Any

from tracktwo.influence.contrast import Contrast
from tracktwo.influence.pool import Support
from tracktwo.influence.study import Options, Study
from tracktwo.influence.tipping import Tipping

if TYPE_CHECKING:
    from tracktwo.influence.run import Run
    from tracktwo.influence.spirals import Spiral

VERSION = 1

Json = dict[str, Any]


def to_json(
    found: Study, *, contrast: Contrast | None = None, tipping: Tipping | None = None
) -> str:
    """The document of a study, with a comparison and a tipping analysis where there are any.

    The same study gives the same text. Figures are not rounded.

    >>> from tracktwo.influence import Concept, InfluenceMap, Link, study
    >>> drawn = InfluenceMap((Concept("a"), Concept("b")), (Link("a", "b", 0.5),))
    >>> json.loads(to_json(study(drawn)))["run"]["outcome"]
    'settled'
    """
    document = {
        "version": VERSION,
        "title": dict(found.drawn.title),
        "note": dict(found.drawn.note),
        "settings": _settings(found.options),
        "concepts": _concepts(found),
        "links": _links(found),
        "run": _run(found),
        "risks": list(found.risks),
        "loops": _loops(found),
        "leverage": _leverage(found),
        "concept_leverage": found.concept_levers,
        "effects": [_plain(effect) for effect in found.effects],
        "comparison": None if contrast is None else _contrast(contrast),
        "tipping": None if tipping is None else _tipping(tipping, found),
    }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _settings(options: Options) -> Json:
    """Enough to make the study again from the same map."""
    return {
        "rule": options.dynamics.rule,
        "transfer": str(options.dynamics.transfer),
        "taken": list(options.taken),
        "start": dict(options.start or {}),
        "clamped": dict(options.clamped or {}),
        "ensemble": options.members,
        "spread": options.spread,
        "least_share": options.least_share,
        "loops": options.loops,
        "seed": options.seed,
    }


def _concepts(found: Study) -> list[Json]:
    return [
        {
            "concept": concept.id,
            "kind": concept.kind,
            "side": concept.side,
            "text": dict(concept.texts),
        }
        for concept in found.drawn.concepts
    ]


def _links(found: Study) -> list[Json]:
    return [
        {
            "source": link.source,
            "target": link.target,
            "weight": link.weight,
            "low": link.low,
            "high": link.high,
            "delay": link.delay,
            **_support(support),
        }
        for link, support in zip(found.pooled.drawn.links, found.pooled.support, strict=True)
    ]


def _support(support: Support) -> Json:
    return _plain(support) | {"disputed": support.is_disputed}


def _run(found: Study) -> Json:
    run: Run = found.run
    contraction = run.certificate.contraction
    trace = None if run.trace is None else run.trace.tolist()
    return {
        "outcome": run.outcome,
        "period": run.period,
        "steps": run.steps,
        "error_bound": run.error_bound,
        "certificate": {
            "unique": run.certificate.is_unique,
            "contraction": None if contraction == inf else contraction,
        },
        "states": found.states,
        "cycle": run.cycle.tolist() if run.period > 1 else None,
        "trace": trace,
    }


def _loops(found: Study) -> list[Json]:
    """Reinforcing loops, then balancing ones, then those through several sides that are not among them."""
    told: dict[tuple[str, ...], Spiral] = {}
    for spirals in (found.reinforcing, found.balancing, found.across):
        for spiral in spirals.spirals:
            told.setdefault(spiral.concepts, spiral)
    limits = {1: found.reinforcing.proven_up_to, -1: found.balancing.proven_up_to}
    return [
        _plain(spiral)
        | {
            "polarity": "reinforcing" if spiral.polarity > 0 else "balancing",
            "across_sides": len(spiral.sides) > 1,
            "proven_up_to": limits[spiral.polarity],
        }
        for spiral in told.values()
    ]


def _leverage(found: Study) -> list[Json]:
    return [_plain(lever) for lever in found.levers]


def _contrast(contrast: Contrast) -> Json:
    compared = contrast.comparison
    return {
        "names": list(contrast.names),
        "share_unlike": compared.share_unlike,
        "mean_difference": compared.mean_difference,
        "share_opposite": compared.share_opposite,
        "links": [_plain(link) for link in compared.links],
        "consequences": [
            _plain(one)
            | {"because": [_plain(reason) for reason in one.because], "disputed": one.is_disputed}
            for one in contrast.consequences
        ],
    }


def _tipping(tipping: Tipping, found: Study) -> Json:
    return {
        "starts": tipping.starts,
        "unsettled": tipping.unsettled,
        "ends": [
            {
                "period": end.period,
                "starts": end.starts,
                "share": end.share,
                "low": end.low,
                "high": end.high,
                "states": [
                    dict(zip(found.drawn.ids, row, strict=True)) for row in end.states.tolist()
                ],
            }
            for end in tipping.ends
        ],
    }


def _plain(value: Any) -> Json:  # noqa: ANN401 -- any of the small records above
    """A record's own fields, tuples as lists."""
    return {
        name: list(field) if isinstance(field, tuple) else field
        for name, field in ((name, getattr(value, name)) for name in value.__slots__)
    }
