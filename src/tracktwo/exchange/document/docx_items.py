"""How Word's lists mark a paragraph: a bullet or a number, and how deep it is set in."""

import re
from typing import Literal

from tracktwo.exchange.texts.docx_in.numbering import Numbering
from tracktwo.exchange.texts.docx_in.styles import Form

Item = Literal["", "bullet", "number"]

_LISTED = re.compile(r"list (?P<mark>bullet|number)(?: (?P<deep>\d))?")


def item_of(form: Form, names: list[str], numbering: Numbering) -> tuple[Item, int]:
    """The mark of a paragraph and its depth, 0 for the outermost; `names` are those of its styles.

    The list says both where the document defines it, else Word's own style: "List Bullet 2".

    >>> item_of(Form(), ["list bullet 2", "normal"], Numbering(None))
    ('bullet', 1)
    """
    listed = next((found for one in names if (found := _LISTED.match(one))), None)
    deep = int(listed["deep"] or 1) - 1 if listed else 0
    level = numbering.level(form.num, form.level_in_list)
    if level and level.form != "none":
        mark: Item = "bullet" if level.form == "bullet" else "number"
        return mark, form.level_in_list or deep
    if listed:
        return ("bullet" if listed["mark"] == "bullet" else "number"), deep
    return "", 0
