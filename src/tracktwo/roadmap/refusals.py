"""The error that refuses a step of an item, with its sentence."""

from tracktwo.errors import MoveError
from tracktwo.locale import Words, translator
from tracktwo.roadmap.item_state import WhyNoStep

_NAMES = {name: f"{{{name}}}" for name in ("item", "state", "detail")}
"""Places that stay open in a translated sentence until the sentence is chosen."""


def step_refused(
    why: WhyNoStep | None, *, item: str, state: str = "", detail: str = ""
) -> MoveError:
    """The error for a reason, None where there is no such item; its sentence is English.

    >>> print(step_refused(WhyNoStep.NO_EVIDENCE, item="a"))
    Say what shows that item a is delivered.
    """
    sentence = why_no_step_sentence(why, translator("en"), item=item, state=state, detail=detail)
    told = {"item": item, "state": state, "detail": detail}
    return MoveError(sentence, reason=why or "no_such_item", told=told)


def why_no_step_sentence(
    why: WhyNoStep | None, words: Words, *, item: str, state: str = "", detail: str = ""
) -> str:
    """Why a step is refused, in any language; `state` is the id of the item's state."""
    sentences = {
        None: words.gettext("There is no item {item}; name one of the roadmap.", **_NAMES),
        WhyNoStep.NOT_FROM_HERE: words.gettext(
            "Item {item} cannot do this while it is “{state}”.", **_NAMES
        ),
        WhyNoStep.NO_LEAD: words.gettext(
            "Each side names the office that leads item {item} first.", **_NAMES
        ),
        WhyNoStep.NO_DONE_WHEN: words.gettext(
            "Say by what one knows that item {item} is done.", **_NAMES
        ),
        WhyNoStep.NO_MEETING: words.gettext(
            "Item {item} has no meeting; name one that serves it.", **_NAMES
        ),
        WhyNoStep.MEETINGS_NOT_HELD: words.gettext(
            "Meetings of item {item} have no outcome yet: {detail}.", **_NAMES
        ),
        WhyNoStep.NO_EVIDENCE: words.gettext(
            "Say what shows that item {item} is delivered.", **_NAMES
        ),
        WhyNoStep.WAITS: words.gettext("Item {item} waits for {detail}.", **_NAMES),
        WhyNoStep.NO_REASON: words.gettext(
            "Say why: item {item} is neither put off nor given up without a reason.", **_NAMES
        ),
        WhyNoStep.NO_LATER_DATE: words.gettext(
            "Name a new date for item {item}, later than the one it has.", **_NAMES
        ),
    }
    values = {"item": item, "state": item_state_names(words).get(state, state), "detail": detail}
    return sentences[why].format(**values)


def item_state_names(words: Words) -> dict[str, str]:
    """The states of an item by id."""
    return {
        "proposed": words.gettext("proposed"),
        "agreed": words.gettext("agreed"),
        "scheduled": words.gettext("scheduled"),
        "held": words.gettext("held"),
        "delivered": words.gettext("delivered"),
        "slipped": words.gettext("slipped"),
        "dropped": words.gettext("dropped"),
    }
