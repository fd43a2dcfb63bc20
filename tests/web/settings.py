"""The platform's own settings, on a database that lasts as long as the tests.

SQLite in a file of its own; the PostgreSQL at `TRACKTWO_TEST_DATABASE_URL` where one is given
(`scripts/test-on-postgres` starts one).
"""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="tracktwo-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["TRACKTWO_DATA"] = _folder
os.environ["TRACKTWO_SECRET_KEY"] = "a key for tests, known to everybody"
os.environ["DATABASE_URL"] = os.environ.get("TRACKTWO_TEST_DATABASE_URL", "")
os.environ.pop("TRACKTWO_TLS", None)

from tracktwo_web.config.settings import *  # noqa: E402, F403
from tracktwo_web.config.settings import DATABASES, ENVIRONMENT, STATIC_ROOT  # noqa: E402

if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["TEST"] = {"NAME": str(ENVIRONMENT.data / "test.sqlite3")}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STATIC_ROOT.mkdir()  # WhiteNoise looks there
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
