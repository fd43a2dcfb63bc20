"""The simulated duty officer of one node: it does in its node's folder what it is told on stdin.

    python -m tracktwo_web.operations.demo.two.officer FOLDER OFFICE PEER

Each node is filled in a process of its own, and what goes between them are parcels in files: nothing of
one node's folder is ever seen by the other's process.
"""

import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracktwo_web.operations import boot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

JSON = dict[str, Any]


def main(folder: Path, office: str, peer: str) -> None:
    """Make the node, then obey until stdin ends."""
    boot.set_up(folder, variables={"TRACKTWO_DEMO": "1"})
    boot.migrate()
    from tracktwo_web.operations.demo.two.node import Keeper

    keeper = Keeper(office, peer)
    orders: Mapping[str, Callable[..., JSON]] = {
        "begin": keeper.begin,
        "connect": keeper.connect,
        "say": keeper.say,
        "hear": keeper.hear,
    }
    for line in sys.stdin:
        told: JSON = json.loads(line)
        if "at" in told:
            told["at"] = dt.datetime.fromisoformat(told["at"])
        sys.stdout.write(json.dumps(orders[told.pop("do")](**told)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
