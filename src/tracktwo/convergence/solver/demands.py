"""Which demands a package leaves unmet, where some must be met: the question behind a conflict."""

from collections.abc import Collection

from tracktwo.convergence.problem import Problem
from tracktwo.convergence.solver.model import Effort, Model, cp_model


def gain_of(party: str) -> str:
    """The demand that a party gains enough, told apart from any condition's id."""
    return f"\0{party}"


def unmet(
    problem: Problem, held: Collection[str], demands: Collection[str], effort: Effort
) -> frozenset[str] | None:
    """The fewest demands (conditions and parties' gains) unmet where those held are met.

    None where those held cannot be met together.
    """
    model = Model(problem, with_conditions=False)
    given_up = {one: model.cp.new_bool_var(one) for one in sorted(demands)}
    for row in problem.rows:
        held_here = model.cp.add(model.sum(row.weights) <= row.most)
        held_here.only_enforce_if(given_up[row.condition].negated())
    for party, gain, least in zip(problem.parties, model.gains, problem.least, strict=True):
        if gain_of(party) in given_up:
            model.cp.add(gain >= least).only_enforce_if(given_up[gain_of(party)].negated())
    for one in held:
        model.cp.add(given_up[one] == 0)
    model.cp.minimize(cp_model().LinearExpr.sum(list(given_up.values())))
    found = model.solve(effort)
    if found is None:
        return None
    broken = problem.broken(found.chosen)
    short = (
        gain_of(party)
        for party, gain, least in zip(problem.parties, found.gains, problem.least, strict=True)
        if gain < least
    )
    return frozenset({*broken, *short} & set(demands))
