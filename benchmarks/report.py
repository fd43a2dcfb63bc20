"""How long the joint report takes: three languages as PDF and DOCX, in one thread, and where the time goes.

    python benchmarks/report.py

The example's folder gives a report of some forty pages. Reading and analysing is measured apart: it
is done once for all languages and formats. CPU seconds of one thread, medians of RUNS: a process of its
own for each, since a figure that has been drawn is not drawn again, and the drawing program starts once.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from run import _machine

RUNS = 5
EXAMPLE = Path("examples/nato-china")
RESULTS = Path(__file__).with_name("RESULTS-report.md")
STEPS = {
    "gathered": "reading and analysing the folder (once)",
    "trees": "the trees in three languages, with the hash",
    "pdf": "three PDFs",
    "docx": "three DOCX, of the figures drawn for the PDFs",
    "whole": "trees, PDFs and DOCX together",
}


def once() -> dict[str, float]:
    """One run in this process: seconds a step, and what came of it."""
    from tracktwo.reports import to_docx, to_pdf
    from tracktwo.reports.joint import gathered, joint_reports

    begun = time.process_time()
    material = gathered(EXAMPLE)
    read = time.process_time()
    reports = joint_reports(material)
    built = time.process_time()
    pdfs = [to_pdf(one) for one in reports.values()]
    set_ = time.process_time()
    documents = [to_docx(one) for one in reports.values()]
    ended = time.process_time()
    return {
        "gathered": read - begun,
        "trees": built - read,
        "pdf": set_ - built,
        "docx": ended - set_,
        "whole": ended - read,
        "pages": float(sum(map(_pages, pdfs))),
        "bytes": float(sum(map(len, (*pdfs, *documents)))),
    }  # fmt: skip


def _pages(pdf: bytes) -> int:
    ran = subprocess.run(["pdfinfo", "-"], input=pdf, check=True, capture_output=True)
    return int(ran.stdout.partition(b"Pages:")[2].split()[0])


def main() -> None:
    """Measure, print, and write the table."""
    if "--once" in sys.argv:
        print(json.dumps(once()))
        return
    runs = [_in_a_process() for _ in range(RUNS)]
    middle = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    lines = [
        "# The joint report, measured",
        "",
        f"Written by `benchmarks/report.py`: CPU seconds of one thread, median of {RUNS} runs, each in a process of its",
        "own. Others may have used the machine meanwhile, which shows in the largest.",
        "",
        *_machine(),
        f"Load when begun: {os.getloadavg()[0]:.1f} processes.",
        "",
        f"The example's folder: {middle['pages']:.0f} pages in three PDFs, {middle['bytes'] / 1e6:.1f} MB in six files.",
        "",
        "| step | CPU seconds | least to most |",
        "|---|---:|---:|",
    ]
    for name, told in STEPS.items():
        ends = [run[name] for run in runs]
        lines.append(f"| {told} | {middle[name]:.2f} | {min(ends):.2f} to {max(ends):.2f} |")
    text = "\n".join([*lines, ""])
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


def _in_a_process() -> dict[str, float]:
    ran = subprocess.run(
        [sys.executable, __file__, "--once"],
        check=True,
        capture_output=True,
        text=True,
    )
    told: dict[str, float] = json.loads(ran.stdout)
    return told


if __name__ == "__main__":
    main()
