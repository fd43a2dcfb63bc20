"""Labels before a wording that say whose it is, and not which one it is."""

from tracktwo.text.brackets.labels import beginning


def names_a_side(label: str, sides: tuple[str, ...] = ()) -> bool:
    """Whether a label of a wording tells a side: one of those given, or anything without a number.

    >>> [names_a_side(one, ("China",)) for one in ("China", "EU", "Alt 1", "方案二", "")]
    [True, True, False, False, False]
    """
    if not label:
        return False
    if label in sides or (label.isascii() and label.isalpha() and label.isupper()):
        return True
    found = beginning(()).fullmatch(f"{label}:")
    return found is None or found["label"] != label
