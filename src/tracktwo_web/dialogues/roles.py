"""Who sits where: the roles of the table, and the groups in which rules speak of them."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    """What a seat is for. Members of a delegation first, then a side's watch, then those on no side."""

    HEAD = "head", pgettext_lazy("role", "head of delegation")
    MEMBER = "member", pgettext_lazy("role", "member")
    ADVISER = "adviser", pgettext_lazy("role", "adviser")
    INTERPRETER = "interpreter", pgettext_lazy("role", "interpreter")
    SECRETARY = "secretary", pgettext_lazy("role", "secretary")
    OFFICER = "officer", pgettext_lazy("role", "duty officer")
    SECRETARIAT = "secretariat", pgettext_lazy("role", "neutral secretariat")
    OBSERVER = "observer", pgettext_lazy("role", "observer")
    PUBLIC = "public", pgettext_lazy("role", "member of the public")


DELEGATION = frozenset({Role.HEAD, Role.MEMBER, Role.ADVISER, Role.INTERPRETER, Role.SECRETARY})
"""They sit on a side, and enter its room."""
OF_A_SIDE = DELEGATION | {Role.OFFICER}
"""They sit on a side. An officer keeps watch on its line, and takes no part in the dialogue itself."""
VOICES = frozenset({Role.HEAD, Role.MEMBER, Role.ADVISER})
"""They answer for themselves. An interpreter and a secretary serve; they hold no opinion here."""
DRAFTERS = DELEGATION
"""They write their side's statements and translations."""
SEATED = OF_A_SIDE | {Role.SECRETARIAT, Role.OBSERVER}
"""Those who hold an invitation."""
