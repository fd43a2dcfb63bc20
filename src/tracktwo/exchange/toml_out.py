"""Values as TOML writes them."""

import json
from collections.abc import Mapping


def inline(texts: Mapping[str, str]) -> str:
    """A text in several languages as an inline table."""
    pairs = ", ".join(f"{quoted(key)} = {quoted(text)}" for key, text in texts.items())
    return f"{{ {pairs} }}" if pairs else "{}"


def quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, but for the one control JSON leaves bare."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
