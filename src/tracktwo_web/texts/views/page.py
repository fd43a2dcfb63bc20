"""What the pages of a text share: finding it, trying a change, going back to it."""

import uuid
from collections.abc import Callable
from urllib.parse import quote, urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from tracktwo_web.dialogues.doors import StandingRequest
from tracktwo_web.texts import queries, rules
from tracktwo_web.texts.domain.answers import CannotBe, Meanwhile
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.table import Table

READ = ("GET", "HEAD")


def find_table(request: StandingRequest, text_id: uuid.UUID) -> Table:
    """A text that whoever asks may see; to others it does not exist."""
    text = queries.find_text(request.standing, text_id)
    if text is None:
        raise Http404
    return Table(text, request.path)


def base_facts(request: StandingRequest, table: Table, tab: str) -> dict[str, object]:
    """What every page of a text needs: the text, which tab it is, and what its reader may do."""
    standing, text = request.standing, table.text
    return {
        "text": text,
        "tab": tab,
        "document": table.document,
        "may_chair": rules.may_chair(standing),
        "may_change": rules.may_change(standing, text),
        "may_write": rules.may_write(standing, text),
        "may_table": rules.may_table(standing, text),
        "may_take_position": rules.may_take_position(standing, text),
        "may_remark": rules.may_remark(standing, text),
        "may_review": rules.may_review(standing, text),
    }


def try_change(request: StandingRequest, change: Callable[[], object], *, done: str) -> bool:
    """Change a text; where that cannot be, say why and show how things stand now."""
    try:
        change()
    except CannotBe as wrong:
        messages.warning(request, str(wrong))
        return False
    except Meanwhile:
        messages.warning(
            request, gettext("Nothing was changed: somebody was quicker. See how it stands now.")
        )
        return False
    messages.success(request, done)
    return True


def to_text(text: JointText, unit: str = "") -> HttpResponse:
    """Back to the text, at a unit of it."""
    answer = to_part(text, unit)
    if unit:
        answer["Location"] += f"#{quote(unit)}"
    return answer


def to_part(text: JointText, unit: str) -> HttpResponse:
    """Back to the part of the text that holds a unit: what follows a # the server never sees."""
    answer = redirect("text", text.dialogue_id, text.id)
    if unit:
        answer["Location"] += f"?{urlencode({'unit': unit})}"
    return answer
