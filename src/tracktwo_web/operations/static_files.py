"""Collecting static files under hashed names, compressed; only when they have changed."""

import hashlib
import shutil
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from tracktwo_web.operations.errors import CannotRun

STAMP = ".collected"


def collect() -> bool:
    """Collect what pages load into the data folder; whether there was anything to do."""
    root = Path(settings.STATIC_ROOT)
    state = _state()
    stamp = root / STAMP
    if stamp.exists() and stamp.read_text(encoding="utf-8") == state:
        return False
    shutil.rmtree(root, ignore_errors=True)
    try:
        call_command("collectstatic", verbosity=0, interactive=False)
        stamp.write_text(state, encoding="utf-8")
    except OSError as error:
        raise CannotRun(f"cannot write in {root}: {error.strerror}") from error
    return True


def _state() -> str:
    """A short name for the files as they are now: their names, sizes and times of change."""
    lines = []
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = Path(storage.path(name)).stat()
            lines.append(f"{name} {stat.st_size} {stat.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
