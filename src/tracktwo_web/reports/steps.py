"""The steps of composing a report in words for a page."""

from django.utils.translation import gettext, gettext_noop

from tracktwo_web.insights.steps import STEPS as OF_ANALYSIS
from tracktwo_web.insights.steps import UNKNOWN

STEPS = OF_ANALYSIS | {
    "gathering": gettext_noop("Gathering what was released"),
    "risks": gettext_noop("Looking at the risks"),
    "calendar": gettext_noop("Looking for a calendar"),
    "writing the report": gettext_noop("Writing the report"),
    "making files": gettext_noop("Making the files"),
    "making files in two languages": gettext_noop("Making the files in two languages"),
    "making briefs": gettext_noop("Making each side’s brief"),
}
"""By what the library and the jobs call them."""


def step_in_words(step: str) -> str:
    """What is being done now."""
    return gettext(STEPS.get(step, UNKNOWN))
