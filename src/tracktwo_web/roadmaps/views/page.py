"""What the pages of a roadmap share: finding it, its tabs, trying a change."""

from collections.abc import Callable

from django.contrib import messages

from tracktwo_web.dialogues.doors import StandingRequest
from tracktwo_web.roadmaps import rules
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.models import Plan

READ = ("GET", "HEAD")


def base_facts(request: StandingRequest, plan: Plan, tab: str = "") -> dict[str, object]:
    """What every page of a roadmap needs: which tab it is, and what its reader may do."""
    standing = request.standing
    return {
        "plan": plan,
        "tab": tab,
        "may_run": rules.may_run(standing),
        "may_propose": rules.may_propose(standing),
        "may_agree": rules.may_agree(standing),
        "is_blind": standing.is_blind,
        "is_open": rules.is_open_for_work(standing),
    }


def try_change(request: StandingRequest, change: Callable[[], object], *, done: str) -> bool:
    """Change a roadmap; where that cannot be, say why and show how things stand now."""
    try:
        change()
    except CannotBe as wrong:
        messages.warning(request, str(wrong))
        return False
    messages.success(request, done)
    return True
