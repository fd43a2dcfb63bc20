"""The example as material, and what its joint report says, made once."""

import pytest

from tests.cli.conftest import EXAMPLE
from tracktwo.reports.joint import Material, gathered, joint_reports
from tracktwo.reports.tree import Report


@pytest.fixture(scope="package")
def material() -> Material:
    return gathered(EXAMPLE)


@pytest.fixture(scope="package")
def reports(material) -> dict[str, Report]:
    return dict(joint_reports(material))
