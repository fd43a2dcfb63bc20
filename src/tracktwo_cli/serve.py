"""`tracktwo serve`: the platform, by one command."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from tracktwo_cli.needs_web import need_web
from tracktwo_cli.terminal import say

Port = Annotated[int, Parameter(validator=Number(gte=0, lte=65_535))]
LinePort = Annotated[int, Parameter(validator=Number(gte=1, lte=65_535))]
Processes = Annotated[int, Parameter(validator=Number(gte=0, lte=64))]


def serve(
    *,
    port: Port = 8000,
    host: str = "127.0.0.1",
    processes: Processes = 0,
    jobs: bool = True,
    line_port: LinePort | None = None,
    line_host: str = "127.0.0.1",
    data: Path | None = None,
) -> None:
    """Run the platform: pages, live streams, jobs and the clock of the rounds.

    Parameters
    ----------
    port
        Where to answer; 0 for any that is free.
    host
        The address to answer on. Leave it as it is behind a proxy on the same machine.
    processes
        Web processes; 0 for one each core, four at most.
    jobs
        Run jobs and the clock of the rounds here. Where several machines answer, one of them does.
    line_port
        Where the other side's node calls; needed where the offices of a line have a node each.
    line_host
        The address on which the other side's node is answered, such as 0.0.0.0 for all of this machine.
    data
        The folder for database, secret key and collected files; made at the first start. Without
        it: TRACKTWO_DATA, or ./data.

    """
    need_web()
    from tracktwo_web.operations.serve import ServerPlan
    from tracktwo_web.operations.serve import serve as run

    def tell(address: str, folder: Path) -> None:
        say(f"Tracktwo answers at {address}/")
        if line_port is not None:
            say(f"The other side's node is answered on {line_host}, port {line_port}")
        say(f"Its data are in {folder}; Ctrl-C stops it")

    plan = ServerPlan(
        host=host,
        port=port,
        processes=processes,
        data=data,
        has_jobs=jobs,
        line_host=line_host,
        line_port=line_port,
    )
    run(plan, on_ready=tell)
