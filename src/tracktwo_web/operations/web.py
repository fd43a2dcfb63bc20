"""One web process: pages and live streams on a socket that its parent has opened.

python -m tracktwo_web.operations.web FILE_DESCRIPTOR
"""

import resource
import socket
import sys
from typing import Any

from tracktwo_web.operations.child import end_with_parent

SWITCH_INTERVAL = 0.001
"""Seconds that a busy page keeps the interpreter while streams and new requests wait."""
GRACE = 20
"""Seconds that requests in flight may take when the server stops."""
FILES = 65_536
OPTIONS: dict[str, Any] = {
    "http": "httptools",
    "loop": "uvloop",
    "ws": "none",
    "lifespan": "on",
    "log_config": None,
    "access_log": False,
    "proxy_headers": False,
    "server_header": False,
    "timeout_keep_alive": 75,
    "timeout_graceful_shutdown": GRACE,
}


def main() -> None:
    """Serve until told to stop; what is in flight then is finished."""
    end_with_parent()
    sys.setswitchinterval(SWITCH_INTERVAL)
    allow_many_files()
    serve(socket.socket(fileno=int(sys.argv[1])))


def serve(listening: socket.socket) -> None:
    """Answer on a socket. Streams are told to come back before pages are waited for."""
    import uvicorn

    from tracktwo_web.config.asgi import application

    class Server(uvicorn.Server):
        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            application.streams.close()
            await super().shutdown(sockets)

    Server(uvicorn.Config(application, **OPTIONS)).run([listening])


def allow_many_files() -> None:
    """Each stream is an open file; the usual limit of 1,024 is for programs without visitors."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if hard == resource.RLIM_INFINITY else min(hard, FILES)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


if __name__ == "__main__":
    main()
