"""The process of the line as a server starts it, by another clock if the harness asks for one.

python -m tests.faults.line_process FOLDER FILE_DESCRIPTOR SECONDS
"""

import sys
from pathlib import Path

from tracktwo_web.operations import boot, line


def main() -> None:
    folder, descriptor, seconds = sys.argv[1:]
    boot.set_up(Path(folder))
    sys.argv[1:] = [descriptor]
    if seconds == "0":
        line.main()
        return
    import datetime as dt

    import time_machine

    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=int(seconds))):
        line.main()


if __name__ == "__main__":
    main()
