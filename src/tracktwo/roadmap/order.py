"""What comes before what, and where such an order bites its own tail."""

from collections.abc import Mapping, Sequence


def circle_in(before: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The ids on a circle, each waiting for the next, the first again at the end; empty without one.

    `before` names for each id those that must come before it.

    >>> circle_in({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]})
    ('a', 'b', 'c', 'a')
    >>> circle_in({"a": ["b"], "b": []})
    ()
    """
    done: set[str] = set()
    for start in before:
        path: list[str] = []
        if found := _circle_from(start, before, done, path):
            return found
    return ()


def _circle_from(
    start: str, before: Mapping[str, Sequence[str]], done: set[str], path: list[str]
) -> tuple[str, ...]:
    """Depth first without recursion: a long chain must not exhaust the stack."""
    waiting = [iter((start,))]
    while waiting:
        one = next(waiting[-1], None)
        if one is None:
            waiting.pop()
            if path:
                done.add(path.pop())
        elif one in path:
            return (*path[path.index(one) :], one)
        elif one not in done:
            path.append(one)
            waiting.append(iter(before.get(one, ())))
    return ()


def in_order(before: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The ids such that each follows what must come before it, else in the order given.

    >>> in_order({"b": ["a"], "a": [], "c": []})
    ('a', 'b', 'c')
    """
    placed: dict[str, None] = {}
    left = dict(before)
    while left:
        free = [one for one, needs in left.items() if all(n not in left for n in needs)]
        if not free:
            break
        placed[free[0]] = None
        del left[free[0]]
    return (*placed, *left)
