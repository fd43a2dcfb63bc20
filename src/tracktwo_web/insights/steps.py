"""The steps of an analysis in words for a page."""

from django.utils.translation import gettext, gettext_noop

UNKNOWN = gettext_noop("Working")
STEPS = {
    "freezing": gettext_noop("Freezing the answers"),
    "fitting positions": gettext_noop("Finding where people stand"),
    "finding groups": gettext_noop("Looking for groups"),
    "fitting groups": gettext_noop("Looking for groups"),
    "looking for bridges": gettext_noop("Looking for what bridges sides"),
    "counting": gettext_noop("Counting"),
    "comparing perceptions": gettext_noop("Comparing what sides expect with what is so"),
    "drawing": gettext_noop("Drawing the pictures"),
}
"""By what the library calls them."""


def step_in_words(step: str) -> str:
    """What is being done now; "Working" where the library says something new."""
    return gettext(STEPS.get(step, UNKNOWN))
