"""What an option takes of something, such as meetings or openness: jointly, or of a side."""

from decimal import Decimal

from tracktwo_web.convergence.models import Taken


def taken(of: str, side: str, value: float) -> Taken:
    """As a row keeps it: whole numbers whole.

    >>> taken("meetings", "", 2.0)
    {'of': 'meetings', 'side': '', 'value': 2}
    """
    return {"of": of, "side": side, "value": int(value) if value == int(value) else value}


def exact(value: float) -> Decimal:
    """A number with the digits that it is written with.

    >>> exact(0.1), exact(2500000.5)
    (Decimal('0.1'), Decimal('2500000.5'))
    """
    return Decimal(str(value))


def written(value: float) -> str:
    """The number in digits alone, with a point.

    >>> written(2.50), written(1e7), written(1e-7)
    ('2.5', '10000000', '0.0000001')
    """
    return f"{exact(value).normalize():f}"


def decimals_of(value: float) -> int:
    """How many digits a number has behind the point.

    >>> decimals_of(2), decimals_of(0.25), decimals_of(1e-7)
    (0, 2, 7)
    """
    exponent = exact(value).normalize().as_tuple().exponent
    return max(0, -int(exponent))
