"""Running the platform: pages, live streams, jobs and the clock, by one command."""

import logging
import os
import shutil
import socket
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tracktwo_web.operations import boot, data_folder
from tracktwo_web.operations.crew import Crew, Hand
from tracktwo_web.operations.sockets import open_sockets

METRICS = "metrics"
READY_WITHIN = 60.0
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ServerPlan:
    """Where and with how many processes to answer. `data`: as the environment says, if None."""

    host: str = "127.0.0.1"
    port: int = 8000
    processes: int = 0
    """Web processes; 0: one for each core, four at most."""
    data: Path | None = None
    is_demo: bool = False
    has_jobs: bool = True
    """Whether clock and jobs run here: on one machine of several."""
    line_host: str = "127.0.0.1"
    line_port: int | None = None
    """Where the other side's node calls; None where there is no other node."""


def serve(
    plan: ServerPlan,
    *,
    on_ready: Callable[[str, Path], None],
    meanwhile: Callable[[], None] = lambda: None,
) -> None:
    """Prepare everything, answer until told to stop, and stop cleanly.

    1. folder and key, 2. nobody else's server, 3. the port, 4. the database at this version, 5. no
    grave setting, 6. static files, 7. the processes; `meanwhile`, while the pages come up, what must be
    done before the clock of the rounds ticks. `on_ready` hears address and folder.
    """
    from prometheus_client.multiprocess import mark_process_dead

    with ExitStack() as at_the_end:
        data = prepare(plan, at_the_end)
        listening = open_sockets(plan.host, plan.port, plan.processes or _usual())
        for one in listening:
            at_the_end.callback(one.close)
        of_line = _line_socket(plan, at_the_end)
        bring_up_to_date()
        metrics = str(data / METRICS)
        variables = {"PROMETHEUS_MULTIPROC_DIR": metrics}
        crew = Crew(variables, lambda pid: mark_process_dead(pid, metrics))  # type: ignore[no-untyped-call]
        at_the_end.callback(crew.stop)
        crew.mind_signals()
        for hand in _web_processes(listening):
            crew.hire(hand)
        meanwhile()
        if plan.has_jobs:
            crew.hire(Hand("the process of clock and jobs", "tracktwo_web.operations.background"))
        if of_line is not None:
            crew.hire(_line_process(of_line))
        address = address_of(plan.host, listening[0].getsockname()[1])
        if _is_up(address, crew):
            on_ready(address, data)
            crew.watch()


def prepare(plan: ServerPlan, at_the_end: ExitStack) -> Path:
    """The folder, held by this server alone, with an empty place for its numbers."""
    variables = {"TRACKTWO_DEMO": "1"} if plan.is_demo else {}
    if "TRACKTWO_HOSTS" not in os.environ and plan.host not in _ANY:
        variables["TRACKTWO_HOSTS"] = _in_address(plan.host)
    data = boot.set_up(plan.data, variables=variables)
    at_the_end.enter_context(data_folder.held(data))
    shutil.rmtree(data / METRICS, ignore_errors=True)
    (data / METRICS).mkdir(mode=data_folder.FOR_OWNER)
    return data


def bring_up_to_date() -> None:
    """The database at this version, no grave setting, the files of the pages collected."""
    from tracktwo_web.operations.static_files import collect

    boot.migrate()
    ask_other_offices_anew()
    boot.refuse_on_errors()
    collect()


def ask_other_offices_anew() -> None:
    """The database may be an old one, restored: no line gives a number before the other end has answered."""
    from tracktwo_web.channel.domain.asking import ask_anew

    with boot.database_errors_told():
        ask_anew()


def address_of(host: str, port: int) -> str:
    """What to type in a browser on this machine."""
    shown = "127.0.0.1" if host in _ANY else _in_address(host)
    return f"http://{shown}:{port}"


_ANY = ("0.0.0.0", "::")  # noqa: S104 -- compared with, not bound to


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _usual() -> int:
    return min(os.cpu_count() or 1, 4)


def _web_processes(listening: list[socket.socket]) -> list[Hand]:
    module = "tracktwo_web.operations.web"
    return [
        Hand(f"web process {number}", module, [str(one.fileno())], [one.fileno()])
        for number, one in enumerate(listening, start=1)
    ]


def _line_socket(plan: ServerPlan, at_the_end: ExitStack) -> socket.socket | None:
    """Where the other side's node calls, if there is one."""
    if plan.line_port is None:
        return None
    (listening,) = open_sockets(plan.line_host, plan.line_port, 1, option="--line-")
    at_the_end.callback(listening.close)
    return listening


def _line_process(listening: socket.socket) -> Hand:
    """What speaks to the other side's node."""
    descriptor = listening.fileno()
    module = "tracktwo_web.operations.line"
    return Hand("the process of the line", module, [str(descriptor)], [descriptor])


def _is_up(address: str, crew: Crew) -> bool:
    """Wait until a page is answered; False where the server was told to stop meanwhile."""
    give_up = time.monotonic() + READY_WITHIN
    answers = False

    def is_waiting() -> bool:
        nonlocal answers
        answers = _answers(address)
        return not answers and time.monotonic() < give_up

    crew.watch(while_true=is_waiting)
    return answers


def _answers(address: str) -> bool:
    try:
        with urlopen(f"{address}/health", timeout=2) as answer:  # noqa: S310 -- our own address
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False
