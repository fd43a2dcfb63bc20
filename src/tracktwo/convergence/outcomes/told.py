"""What was found of a domain as one JSON document, in the shape of packages: a value of each issue."""

from collections.abc import Sequence
from typing import Any

from tracktwo._typing import Floats
from tracktwo.convergence.outcomes.bargain import Bargain
from tracktwo.convergence.outcomes.domain import Domain
from tracktwo.convergence.outcomes.profile import DECIMALS, Profile

VERSION = 1
JSON = dict[str, Any]


def outcome_options(domain: Domain, place: int) -> list[str]:
    """An outcome as options: `issue=value`, an issue each."""
    names = (issue.name for issue in domain.issues)
    return [f"{name}={value}" for name, value in zip(names, domain.outcome(place), strict=True)]


def domain_document(
    domain: Domain,
    profiles: Sequence[Profile],
    worth: Floats,
    found: Bargain,
    notes: Sequence[str] = (),
) -> JSON:
    """Everything found of a domain; every outcome was looked at, so that all is proven."""
    parties = [profile.party for profile in profiles]
    reserved = [profile.reserved for profile in profiles]

    def package(place: int | None) -> JSON | None:
        if place is None:
            return None
        own = worth[place].tolist()
        return {
            "options": outcome_options(domain, place),
            "utilities": dict(zip(parties, own, strict=True)),
            "gains": {
                party: round(value - low, DECIMALS)
                for party, value, low in zip(parties, own, reserved, strict=True)
            },
            "proven": True,
        }

    return {
        "version": VERSION,
        "issues": [{"name": one.name, "values": list(one.values)} for one in domain.issues],
        "parties": [{"id": one.party, "reserved": one.reserved} for one in profiles],
        "outcomes": domain.size,
        "notes": [str(note) for note in notes],
        "ideals": dict(zip(parties, (round(one, DECIMALS) for one in found.ideals), strict=True)),
        "frontier": [package(place) for place in found.frontier.tolist()],
        "nash": package(found.nash),
        "kalai_smorodinsky": package(found.kalai_smorodinsky),
        "egalitarian": package(found.egalitarian),
    }
