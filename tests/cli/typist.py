"""Types commands in one process, as a user does one after another, and speaks for the duty officer.

python -m tests.cli.typist FOLDER        reads an order a line, and answers each with a line
"""

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from tests.faults.officer import ORDERS
from tracktwo_cli.main import main
from tracktwo_web.operations import boot


def call() -> dict[str, Any]:
    """Call the other node once, as the process of the line does."""
    from tracktwo_web.channel.models import Line
    from tracktwo_web.channel.wire.caller import Callers

    return {"came": Callers().call(Line.objects.select_related("side").get())}


def answer(order: dict[str, Any]) -> dict[str, Any]:
    if "do" in order:
        return (ORDERS | {"call": call})[order.pop("do")](**order)
    out, err = io.StringIO(), io.StringIO()
    sys.argv = ["tracktwo", *order["type"]]
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main()
            code = 0
        except SystemExit as stopped:
            code = int(stopped.code or 0)
    return {"code": code, "out": out.getvalue(), "err": err.getvalue()}


if __name__ == "__main__":
    boot.set_up(Path(sys.argv[1]))
    orders, answers = sys.stdin, sys.stdout
    sys.stdin = io.StringIO()
    for line in orders:
        answers.write(json.dumps(answer(json.loads(line))) + "\n")
        answers.flush()
