"""One peer over two versions of a text, in an environment of its own: prints its times as JSON."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PART = 10


def lines(before: str, after: str) -> Callable[[], Any]:
    """As its authors advise for long texts: by line, then by character within changed lines."""
    from diff_match_patch import diff_match_patch

    def work() -> None:
        tool = diff_match_patch()
        tool.Diff_Timeout = 0
        tool.diff_main(before, after, checklines=True)

    return work


def characters(before: str, after: str) -> Callable[[], Any]:
    from diff_match_patch import diff_match_patch

    def work() -> None:
        tool = diff_match_patch()
        tool.Diff_Timeout = 60
        tool.diff_main(before, after, checklines=False)

    return work


def redlines(before: str, after: str) -> Callable[[], Any]:
    from redlines import Redlines

    return lambda: Redlines(before[: len(before) // PART], after[: len(after) // PART]).opcodes


def main() -> None:
    task, file = sys.argv[1:]
    before, after = json.loads(Path(file).read_text(encoding="utf-8"))
    work = {"lines": lines, "characters": characters, "redlines": redlines}[task](before, after)
    seconds = []
    for _ in range(3 if task == "lines" else 1):
        begun = time.process_time()
        work()
        seconds.append(time.process_time() - begun)
    print(json.dumps({"seconds": seconds, "scale": PART if task == "redlines" else 1}))


if __name__ == "__main__":
    main()
