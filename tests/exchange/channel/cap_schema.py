"""What the schema of CAP 1.2 asks of an alert, told from the rules of the standard.

The elements of each level in their order, how often each may stand there, and the form of its text.
"""

import re
from xml.etree.ElementTree import Element, fromstring

from tracktwo.exchange.channel.cap.alert import NAMESPACE
from tracktwo.exchange.channel.cap.read import WORDS

ONE, MAYBE, ANY, SOME = (1, 1), (0, 1), (0, 10**9), (1, 10**9)
WORD = r"[^\s,<&]+"
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d"
TEXT = r"(?s).+"
PAIR = r"-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?"
FEET = r"-?\d+(\.\d+)?"
LEVELS = {
    "alert": {
        "identifier": (ONE, WORD),
        "sender": (ONE, WORD),
        "sent": (ONE, MOMENT),
        "status": (ONE, "|".join(WORDS["status"])),
        "msgType": (ONE, "|".join(WORDS["msgType"])),
        "source": (MAYBE, TEXT),
        "scope": (ONE, "|".join(WORDS["scope"])),
        "restriction": (MAYBE, TEXT),
        "addresses": (MAYBE, TEXT),
        "code": (ANY, TEXT),
        "note": (MAYBE, TEXT),
        "references": (MAYBE, rf"{WORD},{WORD},{MOMENT}( {WORD},{WORD},{MOMENT})*"),
        "incidents": (MAYBE, TEXT),
        "info": (ANY, "info"),
    },
    "info": {
        "language": (MAYBE, r"[a-z]{2}-[A-Z]{2}"),
        "category": (SOME, "|".join(WORDS["category"])),
        "event": (ONE, TEXT),
        "responseType": (ANY, TEXT),
        "urgency": (ONE, "|".join(WORDS["urgency"])),
        "severity": (ONE, "|".join(WORDS["severity"])),
        "certainty": (ONE, "|".join(WORDS["certainty"])),
        "audience": (MAYBE, TEXT),
        "eventCode": (ANY, "parameter"),
        "effective": (MAYBE, MOMENT),
        "onset": (MAYBE, MOMENT),
        "expires": (MAYBE, MOMENT),
        "senderName": (MAYBE, TEXT),
        "headline": (MAYBE, TEXT),
        "description": (MAYBE, TEXT),
        "instruction": (MAYBE, TEXT),
        "web": (MAYBE, TEXT),
        "contact": (MAYBE, TEXT),
        "parameter": (ANY, "parameter"),
        "area": (ANY, "area"),
    },
    "parameter": {"valueName": (ONE, TEXT), "value": (ONE, TEXT)},
    "area": {
        "areaDesc": (ONE, TEXT),
        "polygon": (ANY, rf"{PAIR}( {PAIR}){{3,}}"),
        "circle": (ANY, rf"{PAIR} \d+(\.\d+)?"),
        "geocode": (ANY, "parameter"),
        "altitude": (MAYBE, FEET),
        "ceiling": (MAYBE, FEET),
    },
}


def faults(xml: str) -> list[str]:
    """What in an alert is not as the schema asks."""
    root = fromstring(xml.encode())
    if root.tag != f"{{{NAMESPACE}}}alert":
        return [f"root is {root.tag}"]
    found = list(_level(root, "alert"))
    scope, told = (root.findtext(f"{{{NAMESPACE}}}{tag}") for tag in ("scope", "restriction"))
    if scope == "Restricted" and not told:
        found.append("a restricted alert says how it is restricted")
    if scope == "Private" and root.find(f"{{{NAMESPACE}}}addresses") is None:
        found.append("a private alert has addresses")
    return found


def _level(element: Element, level: str):
    names = [child.tag.removeprefix(f"{{{NAMESPACE}}}") for child in element]
    order = list(LEVELS[level])
    if unknown := set(names) - set(order):
        yield f"{level} has {unknown}"
        return
    if names != sorted(names, key=order.index):
        yield f"{level} is out of order: {names}"
    for name, ((least, most), _) in LEVELS[level].items():
        if not least <= names.count(name) <= most:
            yield f"{level} has {names.count(name)} of {name}"
    for child, name in zip(element, names, strict=True):
        form = LEVELS[level][name][1]
        if form in LEVELS:
            yield from _level(child, form)
        elif not re.fullmatch(form, child.text or ""):
            yield f"{name} is {child.text!r}"
