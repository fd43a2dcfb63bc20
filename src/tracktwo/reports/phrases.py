"""Sentences for what an analysis names by a key."""

from tracktwo.analysis.result import Grouping
from tracktwo.locale import Words


def why_groups_are_unsure(grouping: Grouping, words: Words) -> str:
    """Why groups should not be leaned on; empty where they may be."""
    if grouping.supported:
        return ""
    reasons = {
        "few_people": words.gettext("Too few people answered for groups to be looked for."),
        "one_group": words.gettext(
            "The answers do not ask for groups: one group foretells hidden answers as well as several do."
        ),
        "unstable": words.gettext(
            "The groups are not stable: other people drawn from the same body would be divided otherwise."
        ),
        "continuum": words.gettext(
            "The groups are parts of one line: people differ by degree, and where one group ends and the next begins is a convention."
        ),
        "unchecked": words.gettext(
            "The groups are those of Polis’s procedure; whether the answers ask for them was not checked."
        ),
    }
    return reasons.get(
        grouping.reason, words.gettext("The answers hardly support the division into groups.")
    )
