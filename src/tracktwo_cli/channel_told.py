"""What a command of the channel tells, in words and as a document for programs."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from tracktwo_cli.outputs import print_document
from tracktwo_cli.printed import Printed


@dataclass(frozen=True)
class Told:
    """Lines to print, and the same as JSON."""

    lines: Sequence[str]
    document: dict[str, object]


def print_told(told: Told, printed: Printed) -> None:
    """As it is asked for: in words, or as a document."""
    if printed.json:
        print_document(json.dumps({"version": 1} | told.document, ensure_ascii=False, indent=2) + "\n")  # fmt: skip
    else:
        print_document("".join(f"{line}\n" for line in told.lines))
