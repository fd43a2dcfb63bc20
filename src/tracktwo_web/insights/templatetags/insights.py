"""What the frame of results asks about its reader."""

from django import template

from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.insights import rules

register = template.Library()


@register.simple_tag
def may_see_own(standing: Standing) -> bool:
    """Whether the reader has a ballot of their own."""
    return rules.may_see_own(standing)
