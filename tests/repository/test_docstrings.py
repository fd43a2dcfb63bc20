"""Whatever a package of the library offers says what it is."""

import importlib
import inspect
import pkgutil

import tracktwo


def test_public_functions_and_classes_have_a_docstring() -> None:
    silent = [
        f"{package}.{name}"
        for package in _packages()
        for name in importlib.import_module(package).__all__
        if not _says_what_it_is(getattr(importlib.import_module(package), name))
    ]

    assert silent == []


def test_every_package_says_what_it_offers() -> None:
    without = [name for name in _packages() if not importlib.import_module(name).__doc__]

    assert without == []


def _packages() -> list[str]:
    inside = pkgutil.walk_packages(tracktwo.__path__, "tracktwo.")
    names = ["tracktwo", *(found.name for found in inside if found.ispkg)]
    return [name for name in names if hasattr(importlib.import_module(name), "__all__")]


def _says_what_it_is(thing: object) -> bool:
    if not (inspect.isfunction(thing) or inspect.isclass(thing)):
        return True
    written = inspect.getdoc(thing) or ""
    return bool(written) and not written.startswith(f"{thing.__name__}(")
