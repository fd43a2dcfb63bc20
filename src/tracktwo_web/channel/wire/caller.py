"""Calling the other node: a parcel by the first way that is open, and what it answers."""

import http.client
import ssl
from dataclasses import dataclass

from django.utils import timezone

from tracktwo_web.channel.domain.exchange import exchange
from tracktwo_web.channel.domain.logs import Unreadable, opened
from tracktwo_web.channel.models import Line, Route
from tracktwo_web.channel.wire.certificates import Identity, client_context
from tracktwo_web.channel.wire.listener import MOST_BYTES, PATH

PATIENCE = 10.0
"""Seconds for each step on the wire."""


class NotThere(Exception):  # noqa: N818 -- an answer, not a fault
    """The other node did not answer by this way, or refused; the message says why, in English."""


@dataclass
class Caller:
    """One connection by one way, kept open over several parcels."""

    context: ssl.SSLContext
    address: str
    connection: http.client.HTTPSConnection | None = None

    def ask(self, data: bytes) -> bytes:
        """Give a parcel, and bring the answer. Raises `NotThere`."""
        try:
            return self._asked(data)
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise NotThere(f"{type(error).__name__}: {error}"[:200]) from error

    def _asked(self, data: bytes) -> bytes:
        if self.connection is None:
            host, _, port = self.address.rpartition(":")
            self.connection = http.client.HTTPSConnection(
                host.strip("[]"), int(port), timeout=PATIENCE, context=self.context
            )
        self.connection.request("POST", PATH, body=data)
        response = self.connection.getresponse()
        body = response.read(MOST_BYTES + 1)
        if response.status != http.client.OK or len(body) > MOST_BYTES:
            told = body[:200].decode(errors="replace")
            raise NotThere(f"answered with {response.status}: {told}")
        return body

    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()
        self.connection = None


class Callers:
    """The connections of this process, one a way and pair of certificates."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], Caller] = {}

    def call(self, line: Line) -> bool:
        """Exchange all there is by the first way that is open; whether one was."""
        return any(self._by(line, route) for route in line.routes.order_by("order"))

    def _by(self, line: Line, route: Route) -> bool:
        try:
            caller = self._caller(line, route)
            exchange(line, caller.ask, way=route.address, clock=timezone.now)
        except NotThere as error:
            _failed(route, str(error))
            return False
        except Unreadable:
            _failed(route, "the key of this node does not open: the server's secret is another one")
            return False
        came = {"came_through": timezone.now(), "failures": 0, "why": ""}
        Route.objects.filter(pk=route.pk).update(**came)
        return True

    def _caller(self, line: Line, route: Route) -> Caller:
        key = (str(line.pk), route.address, line.certificate, line.peer_certificate)
        if key not in self._known:
            own = Identity(line.certificate.encode(), opened(line, line.certificate_key))
            context = client_context(own, line.peer_certificate)
            self._known[key] = Caller(context, route.address)
        return self._known[key]


def _failed(route: Route, why: str) -> None:
    Route.objects.filter(pk=route.pk).update(
        failed=timezone.now(), failures=route.failures + 1, why=why[:200]
    )
