"""What every process started by `serve` does: end when its parent is gone, however that ended."""

import os
import signal
import threading

PARENT = "TRACKTWO_PARENT_PIPE"
"""The descriptor of a pipe's end that the parent keeps open while it lives."""


def end_with_parent() -> None:
    """Ask oneself to stop, as by SIGTERM, when the parent's end of the pipe closes."""
    descriptor = os.environ.get(PARENT)
    if descriptor is not None:
        threading.Thread(target=_wait, args=[int(descriptor)], daemon=True).start()


def _wait(descriptor: int) -> None:
    os.read(descriptor, 1)
    os.kill(os.getpid(), signal.SIGTERM)
