"""Analyses made by hand, shared by the tests of reports."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def made() -> ModuleType:
    """The module `an_analysis`: `two_parties`, `public_table`, `rated`, `with_texts`."""
    if "an_analysis" not in sys.modules:
        path = Path(__file__).parents[1] / "reports" / "an_analysis.py"
        spec = importlib.util.spec_from_file_location("an_analysis", path)
        sys.modules["an_analysis"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["an_analysis"])
    return sys.modules["an_analysis"]
