"""One running node of the demonstration.

python -m tracktwo_web.operations.demo.two.serve_one FOLDER PORT LINE_PORT PORT_OF_THE_OTHER
"""

import sys
from pathlib import Path

from tracktwo_web.operations.serve import ServerPlan, serve


def main(folder: Path, port: int, line_port: int, other: int) -> None:
    """Serve, with the way to where the other node listens today."""

    def point() -> None:
        from tracktwo_web.channel.models import Route

        Route.objects.update(address=f"127.0.0.1:{other}")

    def tell(address: str, _: Path) -> None:
        sys.stdout.write(address + "\n")
        sys.stdout.flush()

    plan = ServerPlan(port=port, processes=1, data=folder, is_demo=True, line_port=line_port)
    serve(plan, meanwhile=point, on_ready=tell)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(int(one) for one in sys.argv[2:]))
