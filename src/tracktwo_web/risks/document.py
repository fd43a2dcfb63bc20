"""Reading what was found back from the document that was kept at the release."""

from typing import TYPE_CHECKING, Any, cast

from tracktwo import risk as library
from tracktwo_web.risks.models import EstimateRound

if TYPE_CHECKING:
    from collections.abc import Mapping


def assessment_in(one: EstimateRound) -> library.Assessment:
    """What was found in a released round, with the decimals that were kept, and no more."""
    return library.assessment_from(cast("Mapping[str, Any]", one.found))
