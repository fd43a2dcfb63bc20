"""Several machines for one PostgreSQL: what one of them is asked, the others know."""

import re
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from tests.cli.servers import Running, run, running
from tests.deploy.postgres import started
from tests.pages import SOMEBODY, options_in, page, split

BACKGROUND = "tracktwo_web.operations.background"
KEY = "the same for all machines " * 3


def test_second_machine_answers_and_leaves_clock_and_jobs_to_the_first(tmp_path: Path) -> None:
    """A sign-in link that is made on the one opens on the other."""
    with started() as server:
        server.create("tracktwo")
        variables = {"DATABASE_URL": server.named("tracktwo"), "TRACKTWO_SECRET_KEY": KEY}
        one, other = (variables | {"TRACKTWO_DATA": str(tmp_path / name)} for name in "ab")
        with (
            running("serve", "--port", "0", until="Ctrl-C", **one) as first,
            running(*_of_the_others(), until="Ctrl-C", **other) as second,
        ):
            link = run("convenor", SOMEBODY, "--address", first.address, **one).stdout.strip()
            statuses = [_status(at, urlsplit(link).path) for at in (first, second)]
            hands = [len(at.children(BACKGROUND)) for at in (first, second)]
        kept = [(tmp_path / name / "secret-key").exists() for name in "ab"]

    assert statuses == [200, 200]
    assert hands == [1, 0]
    assert kept == [False, False]


def _of_the_others() -> list[str]:
    """What the guide starts on each other machine, on any free port of this one."""
    line = re.findall(r"^ExecStart=\S+/tracktwo (.+)$", page("docs/deploying.md"), re.MULTILINE)[0]
    assert "--no-jobs" in options_in(split(line)[1])
    return re.sub(r"--port \d+", "--port 0", line.replace("0.0.0.0", "127.0.0.1")).split()


def _status(server: Running, path: str) -> int:
    connection = HTTPConnection(urlsplit(server.address).netloc)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()
