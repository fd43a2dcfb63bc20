"""Analyses made by hand, for tests: figures nobody computed, in the shapes `tracktwo.analyse` fills."""

from dataclasses import replace

import numpy as np

from tests.reports.planted import PLANTED, Planted
from tracktwo.analysis.result import (
    Analysis,
    Cohesion,
    Group,
    Grouping,
    MetaPair,
    MetaPerception,
    Pair,
    Participants,
    Perception,
    PolisFigures,
    Representative,
    Settings,
    SideFigures,
    StatementFigures,
)
from tracktwo.dialogue import Party, Scale, Statement
from tracktwo.votes.intervals import mean_interval, share_interval

NATO = Party("nato", {"en": "NATO", "zh": "北约", "fr": "OTAN"})
CHINA = Party("china", {"en": "China", "zh": "中国", "fr": "Chine"})
SETTINGS = Settings("model", "ideal-point", 0, 0.1, 0.05, 0.95)
NO_POLIS = PolisFigures(None, None, None)
SIMULATED = {
    "en": "Simulated answers: they show the view of no person, institution or state.",
    "zh": "模拟答复：不代表任何个人、机构或国家的观点。",
    "fr": "Réponses simulées : elles ne reflètent les vues d’aucune personne, d’aucune institution ni d’aucun État.",
}


def votes(agree: int, disagree: int, n: int, size: int | None = None) -> SideFigures:
    low, high = share_interval(agree, n, size=size)
    return SideFigures(
        n, agree, disagree, n - agree - disagree, agree / n, None, float(low), float(high)
    )


def two_parties(*, k: int = 3, people: int = 14) -> Analysis:
    """NATO and China, fifteen statements, predictions both ways; everything simulated."""
    figures = tuple(_statement(i, planted, people) for i, planted in enumerate(PLANTED))
    party = np.repeat(np.array([0, 1], np.int32), people)
    return Analysis(
        title={"en": "NATO and China: what each side expects of the other"},
        note=SIMULATED,
        languages=("en", "zh", "fr"),
        k=k,
        settings=SETTINGS,
        parties=(NATO, CHINA),
        participants=_people(party, np.repeat([-0.8, 0.8], people), 15),
        grouping=Grouping("model", 2, 0.94, supported=True),
        groups=(Group("A", people), Group("B", people)),
        statements=figures,
        representative=_representative(figures, "A", "B"),
        party_representative=_representative(figures, "nato", "china"),
        perceptions=tuple(
            p for i, planted in enumerate(PLANTED) for p in _perceptions(i, planted, people)
        ),
        pairs=(
            Pair("nato", "china", 15, 0.74, 0.66, 0.82, 0.12, 0.04, 0.2, 1.6, 1.1, 2.2),
            Pair("china", "nato", 15, 0.8, 0.72, 0.88, 0.02, -0.06, 0.1, 1.1, 0.8, 1.5),
        ),
        cohesion=tuple(c for one in figures for c in _cohesion(one, one.by_party)),
    )


def public_table(*, people: int = 300, statements: int = 60, dimensions: int = 1) -> Analysis:
    """No parties: three groups of a public consultation, k = 1."""
    chance = np.random.default_rng(7)
    group = (np.arange(people) % 3).astype(np.int32)
    centres = np.array([[-1.2, 0.5], [0.1, -0.9], [1.1, 0.6]])[:, :dimensions]
    position = centres[group] + chance.normal(0, 0.35, (people, dimensions))
    figures = tuple(_public_statement(i, chance, people // 3) for i in range(statements))
    base = two_parties(k=1)
    return replace(
        base,
        title={"en": "What should change downtown?"},
        note={},
        languages=("en",),
        parties=(),
        participants=Participants(
            tuple(f"p{i}" for i in range(people)),
            np.full(people, -1, np.int32),
            group,
            np.full(people, statements, np.int32),
            position,
            np.full_like(position, 0.2),
        ),
        grouping=Grouping("model", 3, 0.81, supported=True),
        groups=tuple(Group(name, people // 3) for name in "ABC"),
        statements=figures,
        representative=_representative(figures, "A", "B", "C"),
        party_representative=(),
        perceptions=(),
        pairs=(),
        cohesion=tuple(c for one in figures for c in _cohesion(one, one.by_group)),
    )


def rated() -> Analysis:
    """The two parties rating from 1 to 7, with the same perceptions on that scale."""
    base = two_parties()
    scale = Scale.parse("rating:1:7")
    figures = tuple(_rated_statement(one, scale) for one in base.statements)
    perceptions = tuple(_rated_perception(one) for one in base.perceptions)
    return replace(base, statements=figures, perceptions=perceptions)


def with_beliefs(analysis: Analysis) -> Analysis:
    """The same with what each side thinks is expected of it: less than is, on every third statement."""
    others = [one for one in analysis.perceptions if one.of != one.about]
    return replace(
        analysis,
        meta_perceptions=tuple(_belief(i, one, analysis) for i, one in enumerate(others)),
        meta_pairs=(
            MetaPair("nato", "china", 15, 0.31, 0.22, 0.4, 0.14, 0.05, 0.24, 0.17, 0.06, 0.28),
            MetaPair("china", "nato", 15, 0.23, 0.14, 0.32, 0.2, 0.1, 0.3, 0.03, -0.1, 0.16),
        ),
    )


def _belief(i: int, one: Perception, analysis: Analysis) -> MetaPerception:
    """What the side that `one` is about believes of the expectation that `one` is."""
    scale = analysis.statement(one.statement).statement.scale
    wide = scale.predicted_high - scale.predicted_low
    wanted = one.predicted - (0.4 * wide if i % 3 == 0 else 0.05 * wide)
    believed = max(scale.predicted_low, wanted)
    error, reach = believed - one.predicted, 0.12 * wide
    return MetaPerception(
        one.statement, one.about, one.of, one.n_about, one.n_of, one.actual, one.predicted,
        believed, max(scale.predicted_low, believed - reach / 2), believed + reach / 2,
        error, error - reach, error + reach, error + reach < -0.1 * wide,
    )  # fmt: skip


def with_texts(analysis: Analysis, text: str) -> Analysis:
    """The same analysis with its first statement saying something else, in no known language."""
    first, *others = analysis.statements
    hostile = replace(first, statement=replace(first.statement, texts={"en": text}))
    return replace(analysis, statements=(hostile, *others))


def _statement(i: int, planted: Planted, people: int) -> StatementFigures:
    nato, china = votes(*planted.nato, people), votes(*planted.china, people)
    statement = Statement(f"s{i + 1:02}", {"en": planted.en, "zh": planted.zh, "fr": planted.fr})
    by_party = {"nato": nato, "china": china}
    return _figures(statement, 2 * people, by_party, {"A": nato, "B": china})


def _figures(statement: Statement, n: int, by_party: dict, by_group: dict) -> StatementFigures:
    sides = list((by_party or by_group).values())
    support = min(share_interval(s.agree, s.n)[0] for s in sides)
    rejection = min(share_interval(s.disagree, s.n)[0] for s in sides)
    return StatementFigures(
        statement, n, by_party, by_group, float(support), float(rejection), 0.1, NO_POLIS
    )


def _public_statement(i: int, chance: np.random.Generator, people: int) -> StatementFigures:
    text = f"The city should try proposal number {i + 1}, provided that the people who live nearby are heard first."
    common, own = chance.uniform(0.1, 0.95), chance.uniform(-0.35, 0.35, 3)
    shares = np.clip(common + own, 0.02, 0.98)
    agree = [round(people * share) for share in shares]
    disagree = [round((people - a) * 0.8) for a in agree]
    by_group = {g: votes(a, d, people) for g, a, d in zip("ABC", agree, disagree, strict=True)}
    return _figures(Statement(str(i), {"en": text}), 3 * people, {}, by_group)


def _rated_statement(figures: StatementFigures, scale: Scale) -> StatementFigures:
    statement = replace(figures.statement, scale=scale)
    sides = {id_: _rating(side, scale) for id_, side in figures.by_party.items()}
    groups = {id_: _rating(side, scale) for id_, side in figures.by_group.items()}
    low = min((s.low - scale.low) / scale.width for s in sides.values())
    high = min((scale.high - s.high) / scale.width for s in sides.values())
    return StatementFigures(statement, figures.n, sides, groups, low, high, 0.1, NO_POLIS)


def _rating(side: SideFigures, scale: Scale) -> SideFigures:
    mean = scale.low + scale.width * (side.agree + side.passes / 2) / side.n
    low, high = mean_interval(
        mean * side.n, (mean**2 + 1) * side.n, side.n, low_end=scale.low, high_end=scale.high
    )
    return SideFigures(side.n, None, None, None, None, mean, float(low), float(high))


def _perceptions(i: int, planted: Planted, people: int) -> list[Perception]:
    nato, china = planted.nato[0] / people, planted.china[0] / people
    ways = [
        ("nato", "china", china, planted.expects[0], planted.kinds[0]),
        ("china", "nato", nato, planted.expects[1], planted.kinds[1]),
        ("nato", "nato", nato, min(1.0, nato + 0.02), "unknown"),
        ("china", "china", china, max(0.0, china - (0.4 if i == 3 else 0.02)), "unknown"),
    ]
    return [_perception(f"s{i + 1:02}", *way, people) for way in ways]


def _perception(
    statement: str, of: str, about: str, actual: float, predicted: float, kind: str, people: int
) -> Perception:
    error = predicted - actual
    low, high = error - 0.17, error + 0.17
    claimed = min(abs(low), abs(high)) > 0.1 and low * high > 0
    return Perception(
        statement,
        of,
        about,
        people,
        people,
        actual,
        predicted,
        max(0.0, predicted - 0.08),
        min(1.0, predicted + 0.08),
        error,
        low,
        high,
        claimed,
        kind,
    )


def _rated_perception(one: Perception) -> Perception:
    scaled = {
        name: 1 + 6 * getattr(one, name)
        for name in ("actual", "predicted", "predicted_low", "predicted_high")
    }
    return replace(
        one, **scaled, **{name: 6 * getattr(one, name) for name in ("error", "low", "high")}
    )


def _representative(figures: tuple[StatementFigures, ...], *ids: str) -> tuple[Representative, ...]:
    found = []
    for group in ids:
        for one in figures[4:10]:
            sides = one.by_group if group in one.by_group else one.by_party
            rest = [s.share for id_, s in sides.items() if id_ != group]
            effect = sides[group].share - sum(rest) / len(rest)
            if abs(effect) > 0.15:
                direction = "agree" if effect > 0 else "disagree"
                found.append(
                    Representative(
                        group,
                        one.statement.id,
                        direction,
                        abs(effect),
                        abs(effect) - 0.1,
                        abs(effect) + 0.1,
                        0.01,
                    )
                )
    return tuple(found)


def _cohesion(figures: StatementFigures, sides: dict[str, SideFigures]) -> list[Cohesion]:
    return [_united(figures.statement, id_, side) for id_, side in sides.items()]


def _united(statement: Statement, side_id: str, side: SideFigures) -> Cohesion:
    most, taken = max(side.agree, side.disagree, side.passes), side.agree + side.disagree
    index = lambda share: (3 * share - 1) / 2  # noqa: E731
    low, high = share_interval(most, side.n)
    rice = abs(side.agree - side.disagree) / taken
    return Cohesion(
        side_id,
        statement.id,
        side.n,
        rice,
        max(0, rice - 0.3),
        min(1, rice + 0.2),
        index(most / side.n),
        float(max(0, index(low))),
        float(index(high)),
    )


def _people(party: np.ndarray, centre: np.ndarray, answers: int) -> Participants:
    n = len(party)
    position = (centre + np.random.default_rng(3).normal(0, 0.4, n))[:, None]
    return Participants(
        tuple(f"seat{i}" for i in range(n)),
        party,
        party.copy(),
        np.full(n, answers, np.int32),
        position,
        np.full((n, 1), 0.2),
    )
