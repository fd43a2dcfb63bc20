"""risks.json of a dialogue folder: what was found of estimates that are not in the folder themselves."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tracktwo.errors import InputError
from tracktwo.exchange.text import read_bytes

if TYPE_CHECKING:
    from tracktwo.risk import Assessment

FOUND: Final = "risks.json"
"""The document of `tracktwo risk --json`."""


def read_assessment(path: Path) -> "Assessment":
    """The figures in a document of risks. Raises `InputError`, naming the file, for anything else."""
    from tracktwo.risk import assessment_from

    try:
        return assessment_from(json.loads(read_bytes(path)))
    except json.JSONDecodeError as error:
        message = f"this is not JSON ({error.msg}); write it with tracktwo risk --json"
        raise InputError(message, file=path, line=error.lineno) from None
    except UnicodeDecodeError:
        raise InputError("the text is not UTF-8; save it as UTF-8", file=path) from None
    except InputError as error:
        raise InputError(error.message, file=path) from None
