"""Commands of the platform need more packages than those that analyse files."""

from tracktwo.errors import OptionError


def need_web() -> None:
    """Say what to install where the platform's packages are not there."""
    try:
        import django  # noqa: F401
        import uvicorn  # noqa: F401
    except ModuleNotFoundError as error:
        raise OptionError(
            "this command needs the platform's packages: pip install 'tracktwo[web]'"
        ) from error
