"""Examples in the code behind the pages run."""

import doctest
import importlib

import pytest


@pytest.mark.parametrize("name", ["estimates", "ground", "phrases", "rollcalls"])
def test_examples_run(name: str) -> None:
    found = doctest.testmod(importlib.import_module(f"findings.{name}"))

    assert (found.failed, found.attempted > 0) == (0, True)
