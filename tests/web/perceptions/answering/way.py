"""How a browser goes its way through a round: addresses, the order of its ballot, what is on the card."""

import re

from tracktwo_web.dialogues.cookie import NAME, opened
from tracktwo_web.perceptions.order import order_of
from tracktwo_web.perceptions.paper import paper_of

HTMX = {"hx-request": "true"}
RECORDED = "Answer recorded. You may change it until the round closes."


def address(one, question=None) -> str:
    base = f"/d/{one.dialogue_id}/rounds/{one.id}/answer/"
    return f"{base}{question.id}/" if question else base


def way(client, one) -> list:
    """The questions in the order in which this browser's ballot meets them."""
    paper = paper_of(one.id)
    ballot = opened(client.cookies[NAME].value).root.ballot(one.id)
    return [paper.asked[place] for place in order_of(paper.about, ballot)]


def shown(response, one):
    """The question on the card of a page or fragment; None on the last."""
    action = re.search(r'<form class="answering"[^>]* action="([^"]+)"', response.content.decode())
    return action and next(q for q in paper_of(one.id).asked if address(one, q) == action[1])


def token_in(html: str) -> str:
    (token,) = set(re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', html))
    return token
