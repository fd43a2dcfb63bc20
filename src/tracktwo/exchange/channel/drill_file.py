"""The script of a drill as YAML: plain scalars, lists and mappings, no tag and no alias."""

from pathlib import Path

from tracktwo.channel.drills import Drill
from tracktwo.channel.drills.tree import drill_from
from tracktwo.errors import InputError
from tracktwo.exchange.convergence.tree_file import read_tree
from tracktwo.exchange.text import bytes_at
from tracktwo.locale import english

LARGEST = 500_000
"""Bytes of a script."""


def read_drill(path: Path) -> Drill:
    """The drill in a file; `InputError` that names what is missing or wrong."""
    if len(bytes_at(path)) > LARGEST:
        raise InputError(english("the script is larger than 500 kB; shorten it"), file=path)
    tree = read_tree(path)
    try:
        return drill_from(tree)
    except InputError as error:
        raise InputError(error.message, file=path, line=error.line) from None
