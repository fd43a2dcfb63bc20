"""JSON or YAML as lists and mappings. A tag or an alias of YAML is followed nowhere: it could run or swell."""

import json
from pathlib import Path

import yaml

from tracktwo.errors import InputError
from tracktwo.exchange.text import read_bytes

YAML = (".yml", ".yaml")


class _Plain(yaml.SafeLoader):
    """Scalars, lists and mappings, each written out where it stands."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="an alias", problem_mark=mark)
        return super().compose_node(parent, index)


def read_tree(path: Path) -> object:
    """What a file holds, YAML by its ending, else JSON; `InputError` with the line where it is neither."""
    raw = read_bytes(path)
    try:
        return _from_yaml(path, raw) if path.suffix.lower() in YAML else _from_json(path, raw)
    except RecursionError:
        raise InputError("lists stand too deep in each other", file=path) from None


def _from_json(path: Path, raw: bytes) -> object:
    try:
        return json.loads(raw)
    except json.JSONDecodeError as error:
        raise InputError(f"this is not JSON ({error.msg})", file=path, line=error.lineno) from None
    except UnicodeDecodeError:
        raise InputError("this is not UTF-8; save it as UTF-8", file=path) from None


def _from_yaml(path: Path, raw: bytes) -> object:
    try:
        return yaml.load(raw, Loader=_Plain)  # noqa: S506 -- a SafeLoader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise InputError(
            f"this is not plain YAML ({error.problem})", file=path, line=line
        ) from None
    except (yaml.YAMLError, ValueError):
        raise InputError("this is not YAML in UTF-8; save it as that", file=path) from None
