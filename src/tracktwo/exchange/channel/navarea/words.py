"""Fixed words of navigational warnings, by which their elements are told apart."""

import re

EXERCISE = "EXERCISE EXERCISE EXERCISE"
CHARTS = "CHART"
BOUNDED = "IN AREA BOUNDED BY:"
AND = "AND "
CANCEL = "CANCEL"
ITSELF = "CANCEL THIS MESSAGE"

HAS_POSITION = re.compile(
    r"[0-9]{2}-[0-9]{2}(?:\.[0-9]{1,3})?[NS],? ?[0-9]{3}-[0-9]{2}(?:\.[0-9]{1,3})?[EW]"
)
