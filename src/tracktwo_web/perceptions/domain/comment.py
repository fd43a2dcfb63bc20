"""A remark on a question, kept under a mark of its own, in a transaction of its own.

Neither leads to the ballot: the mark is derived for this one question, and transaction numbers of
answers and remarks differ.
"""

import uuid
from datetime import datetime

from django.db import transaction

from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.kit.locks import share
from tracktwo_web.perceptions.models import Comment, Round
from tracktwo_web.perceptions.paper import Asked
from tracktwo_web.perceptions.voter import Voter
from tracktwo_web.rounds.states import RoundState

LONGEST = 1000


def comment_mark(root: Root, question_id: uuid.UUID) -> str:
    """The pseudonym under which a seat's remark on a question is kept."""
    return root.mark(f"comment {question_id}")


@transaction.atomic
def comment(voter: Voter, question: Asked, text: str, *, now: datetime) -> bool:
    """Leave a remark, change it, or take it back with an empty text. False: the round has closed."""
    share(voter.round_id)
    is_open = Round.objects.filter(pk=voter.round_id, state=RoundState.OPEN, closes_at__gt=now)
    if not is_open.exists():
        return False
    mark = comment_mark(voter.sitting.root, question.id)
    if not text:
        Comment.objects.filter(mark=mark).delete()
        return True
    Comment.objects.update_or_create(
        mark=mark,
        defaults={"question_id": question.id, "side_id": voter.side, "text": text[:LONGEST]},
    )
    return True


def own_comment(root: Root, question_id: uuid.UUID) -> str:
    """What this seat remarked on a question; empty where nothing."""
    found = Comment.objects.filter(mark=comment_mark(root, question_id)).values_list("text")
    return next((text for (text,) in found), "")
