"""The number that a line begins with, as printed: "3.", "(a)", "第三条", "4 bis."."""

import re

_HAN = "〇零一二三四五六七八九十百千"
_TURN = r"(?:[ ](?:bis|ter|quater|quinquies|sexies|septies|octies)\b)?"
_PATTERNS = (
    rf"第[{_HAN}\d]+(?:部分|[条條章节節款项項篇编])(?:之[{_HAN}]+)?[、:：.]?",
    rf"[{_HAN}]{{1,3}}(?:之[{_HAN}]+)?[、．]",
    rf"[（(][{_HAN}]{{1,3}}[）)](?:之[{_HAN}]+)?",
    r"(?:Article|Section|Chapter|Part|Annex|Chapitre|Partie|Titre|Annexe)[ ](?:\d{1,3}|[IVXLC]+|[A-Z])\b" + _TURN + r"[.:)]?(?=\s|\Z)",
    r"[（(](?:\d{1,3}|[a-z]{1,4}|[A-Z])[）)]" + _TURN + r"(?=\s|\Z)",
    r"-?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivx]{2,5}|[IVXLC]{2,7})" + _TURN + r"[.)](?=\s|\Z)",
    r"\d{1,2}(?:\.\d{1,2})+(?=\s+[A-ZÀ-Þ“«\[\u4e00-\u9fff])",
    r"\d{1,3}[、．](?=\S)",
)  # fmt: skip
_NUMBER = re.compile("|".join(f"(?:{one})" for one in _PATTERNS))
_BLANKS = re.compile(r"[\s\u3000]*")


def number_and_words(line: str) -> tuple[str, str]:
    """The number printed before a line, "" where there is none, and the words behind it.

    >>> number_and_words("3 bis. The parties meet.")
    ('3 bis.', 'The parties meet.')
    >>> number_and_words("第三条 双方会晤。")
    ('第三条', '双方会晤。')
    >>> number_and_words("1.5 billion people")
    ('', '1.5 billion people')
    """
    found = _NUMBER.match(line)
    if not found:
        return "", line
    behind = _BLANKS.match(line, found.end())
    assert behind is not None
    return found[0], line[behind.end() :]
