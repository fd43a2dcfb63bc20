"""What was read from a file, sealed into the form by which a person confirms it: no file is kept."""

import base64
import json
import uuid
import zlib
from dataclasses import asdict
from typing import Any

from tracktwo.exchange.texts import Remark, TextFile
from tracktwo.text.changes.history_json import (
    operation_document,
    operation_from,
    text_document,
    text_from,
)
from tracktwo_web.kit.sealed import seal, unseal


def put_aside(file: TextFile, dialogue: uuid.UUID) -> str:
    """What a file holds, for this dialogue alone, as text that nobody but this server can read."""
    value = {
        "text": text_document(file.text),
        "operations": [operation_document(one) for one in file.operations],
        "remarks": [asdict(one) for one in file.remarks],
    }
    packed = zlib.compress(json.dumps(value).encode())
    return seal({"file": base64.b64encode(packed).decode()}, purpose=_purpose(dialogue))


def taken_again(sealed: str, dialogue: uuid.UUID) -> TextFile | None:
    """What was put aside; None for anything that was not, or not for this dialogue."""
    opened = unseal(sealed, purpose=_purpose(dialogue))
    if opened is None:
        return None
    value: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(opened["file"])))
    return TextFile(
        text_from(value["text"]),
        tuple(operation_from(one) for one in value["operations"]),
        tuple(Remark(**one) for one in value["remarks"]),
    )


def _purpose(dialogue: uuid.UUID) -> str:
    return f"text to lay in {dialogue}"
