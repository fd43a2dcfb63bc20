"""The process of the line as a server starts it, by another clock if the harness asks for one.

python -m tests.faults.line_process FOLDER FILE_DESCRIPTOR SECONDS
"""

import datetime as dt
import sys
from pathlib import Path

from tracktwo_web.operations import boot, line


def main() -> None:
    folder, descriptor, seconds = sys.argv[1:]
    boot.set_up(Path(folder))
    sys.argv[1:] = [descriptor]
    if seconds != "0":
        _set_clock(dt.timedelta(seconds=int(seconds)))
    line.main()


def _set_clock(ahead: dt.timedelta) -> None:
    """This process alone; what the certificates are compared with stays the machine's."""
    from django.utils import timezone

    shown = timezone.now
    timezone.now = lambda: shown() + ahead


if __name__ == "__main__":
    main()
