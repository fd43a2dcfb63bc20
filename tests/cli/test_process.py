"""What only a process of its own shows: hash seeds, pipes, signals, other encodings."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from tracktwo_cli.main import main; main()"]


def _run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        env=os.environ | environment,
        timeout=60,
        check=False,
    )


def test_json_is_the_same_bytes_under_any_hash_seed(example: Path) -> None:
    first, other = (
        _run("analyse", example, "--json", "-", PYTHONHASHSEED=seed) for seed in ("1", "2")
    )

    assert (first.returncode, first.stderr) == (0, b"")
    assert first.stdout == other.stdout
    assert json.loads(first.stdout)["schema"] == "tracktwo-analysis/1"


def test_document_is_utf8_where_the_terminal_is_not(example: Path) -> None:
    ran = _run("analyse", example, "--json", "-", PYTHONIOENCODING="latin-1")

    title = json.loads(ran.stdout.decode("utf-8"))["statements"][0]["texts"]["zh"]
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert title.isprintable()
    assert "?" not in title


def test_words_a_terminal_cannot_show_do_not_stop_it(example: Path) -> None:
    ran = _run("analyse", example, "--language", "zh", PYTHONIOENCODING="latin-1")

    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_reader_that_leaves_is_not_complained_to(example: Path) -> None:
    for option in ((), ("--json", "-")):
        with subprocess.Popen(
            [*COMMAND, "analyse", example, *option], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as running:
            assert running.stdout is not None
            assert running.stderr is not None
            running.stdout.close()

            assert running.stderr.read() == b""


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_ctrl_c_is_one_sentence_and_leaves_nothing(example: Path, tmp_path: Path) -> None:
    """The key is pressed a moment after the work began; the report alone takes far longer."""
    code = (
        "import os, signal, threading\n"
        "from tracktwo_cli.main import main\n"
        "threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()\n"
        "main()\n"
    )
    arguments = ["analyse", example, "--report", tmp_path / "r.html", "--json", tmp_path / "r.json"]

    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, timeout=60, check=False
    )

    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"tracktwo: stopped\n")
    assert list(tmp_path.iterdir()) == []
