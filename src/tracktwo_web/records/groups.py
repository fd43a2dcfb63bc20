"""A fingerprint as people compare it: in groups that can be read to one another by telephone."""

GROUP = 4


def in_fours(hexadecimal: str) -> list[str]:
    """Groups of four signs; none for none."""
    return [hexadecimal[at : at + GROUP] for at in range(0, len(hexadecimal), GROUP)]
