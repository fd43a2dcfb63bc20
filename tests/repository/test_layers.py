"""A folder uses only those before it."""

from pathlib import Path

from importlinter.cli import lint_imports


def test_layers_hold(root: Path) -> None:
    outcome = lint_imports(config_filename=str(root / "pyproject.toml"), no_cache=True)

    assert outcome == 0
