"""In Chinese a body goes by its full name first: 北大西洋公约组织 before 北约."""

from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages

RULE = "late_full_name"

_FULL_NAMES = {
    "北约": "北大西洋公约组织",
    "欧盟": "欧洲联盟",
    "欧安组织": "欧洲安全与合作组织",
    "世贸组织": "世界贸易组织",
    "世卫组织": "世界卫生组织",
    "上合组织": "上海合作组织",
    "东盟": "东南亚国家联盟",
}


def late_full_names(passages: Passages) -> Iterator[Flaw]:
    """The first short name in a text that gives the full one only later."""
    chinese = [one for one in passages if one.language == "zh"]
    for short, full in _FULL_NAMES.items():
        first, later = _first(chinese, short), _first(chinese, full)
        if first and later and first < later:
            place, start = first
            yield chinese[place].flaw(RULE, start, start + len(short), suggestion=full)


def _first(passages: Passages, words: str) -> tuple[int, int] | None:
    for place, passage in enumerate(passages):
        start = passage.source.find(words)
        if start >= 0:
            return place, start
    return None
