"""What was found of what is not in a dialogue folder itself: of estimates, and of points given to options."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from tracktwo.errors import InputError
from tracktwo.exchange.text import read_bytes

if TYPE_CHECKING:
    from tracktwo.convergence.shared import Shared
    from tracktwo.risk import Assessment

RISKS: Final = "risks.json"
"""The document of `tracktwo risk --json`."""
PACKAGES: Final = "packages.json"
"""The document of `tracktwo packages --for PARTY --json`; what is the party's own in it is not read."""

Found = TypeVar("Found")


def read_assessment(path: Path) -> "Assessment":
    """The figures in a document of risks. Raises `InputError`, naming the file, for anything else."""
    from tracktwo.risk import assessment_from

    return _read(path, assessment_from, "tracktwo risk --json")


def read_shared(path: Path) -> "Shared":
    """What all may hold of packages. Raises `InputError`, naming the file, for anything else."""
    from tracktwo.convergence.shared import shared_from

    return _read(path, shared_from, "tracktwo packages --for PARTY --json")


def _read(path: Path, value_of: Callable[[Mapping[str, Any]], Found], command: str) -> Found:
    try:
        return value_of(json.loads(read_bytes(path)))
    except json.JSONDecodeError as error:
        message = f"this is not JSON ({error.msg}); write it with {command}"
        raise InputError(message, file=path, line=error.lineno) from None
    except UnicodeDecodeError:
        raise InputError("the text is not UTF-8; save it as UTF-8", file=path) from None
    except InputError as error:
        raise InputError(error.message, file=path) from None
