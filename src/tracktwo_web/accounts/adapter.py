"""How allauth is to behave here."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by `tracktwo convenor`, not by strangers."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:  # noqa: ANN401
        """Nobody has a user name."""

    def is_reauthentication_required(self, *, app: str) -> bool:  # noqa: ARG002
        """Who signed in a moment ago, in this very browser, is not asked again who they are."""
        request = context.request
        records = get_authentication_records(request, request.user)
        return (
            not records or time.time() - records[-1]["at"] > app_settings.REAUTHENTICATION_TIMEOUT
        )
