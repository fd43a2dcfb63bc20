"""Report documents made on the spot, and the published one where it is at hand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tracktwo.exchange import Proposal, read_report

Read = Callable[..., Proposal]


@pytest.fixture
def proposal_of(tmp_path: Path) -> Read:
    """Read a text as a report."""

    def read(text: str | bytes, **options: str) -> Proposal:
        path = tmp_path / "report.txt"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return read_report(path, **options)

    return read


@pytest.fixture(scope="session")
def published(reference: Callable[[str], Path]) -> Path:
    """The report on NATO–China relations, which is not part of the repository."""
    return reference("../brief/nato-china-report.txt")


def held(proposal: Proposal) -> list[tuple[str, str, str]]:
    """Who holds what of whom."""
    return [(one.holder, one.about, one.text) for one in proposal.perceptions]


def unsure(proposal: Proposal) -> list[tuple[str, int, str, str]]:
    """What the reading was not sure of."""
    return [(one.kind, one.line, one.text, one.other) for one in proposal.remarks]
