"""A side's private brief: the joint part the same for all, the rest for the head of that side alone."""

from hashlib import sha256

import pytest

from tests.web import world
from tests.web.reports.making import a_draft
from tracktwo._typing import silent
from tracktwo.reports.brief import briefs
from tracktwo.reports.brief.build import joint_bytes
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.reports.domain.compose import composed_of
from tracktwo_web.reports.domain.draft_files import print_draft
from tracktwo_web.reports.models import BriefFile

DOCX = b"PK"


@pytest.fixture
def printed(dialogue):
    draft = a_draft(dialogue)
    print_draft(str(draft.pk))
    draft.refresh_from_db()
    return draft


def test_each_head_gets_the_brief_of_its_own_side(head, other_head, printed, at) -> None:
    own, other = (one.get(at("report_brief", "en", "docx")) for one in (head, other_head))

    assert own.content[:2] == other.content[:2] == DOCX
    assert own.content != other.content
    files = {
        one.side.code: one.sha256 for one in BriefFile.objects.filter(language="en", kind="docx")
    }
    assert files == {
        "nato": sha256(own.content).hexdigest(),
        "china": sha256(other.content).hexdigest(),
    }


def test_joint_part_is_the_same_to_the_last_byte(printed) -> None:
    material = composed_of(bytes(printed.content), silent).material

    parts = {joint_bytes(briefs(material, side).values()) for side in ("nato", "china")}

    assert [sha256(one).hexdigest() for one in parts] == [printed.hash]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.ADVISER, Role.SECRETARY, Role.INTERPRETER])
def test_nobody_else_of_the_side_finds_it(sit, dialogue, printed, at, role) -> None:
    client = sit(world.seat_of(dialogue, role, "nato"))

    assert client.get(at("report_brief", "en", "docx")).status_code == 404
    assert "Your side’s brief" not in client.get(at("report")).content.decode()


def test_neither_secretariat_observer_nor_stranger_finds_it(
    secretariat, observer, convenor_client, client_at, printed, at
) -> None:
    people = (secretariat, observer, convenor_client, client_at())

    assert {one.get(at("report_brief", "en", "docx")).status_code for one in people} == {404}


def test_brief_cannot_be_read_out_of_the_database(printed) -> None:
    kept = [bytes(one.content) for one in BriefFile.objects.all()]

    assert kept
    assert not any(one.startswith((DOCX, b"%PDF")) for one in kept)


def test_brief_that_lies_under_another_side_opens_nothing(head, printed, at) -> None:
    """Somebody who can write in the database moves the other side's brief over."""
    of = {one.side.code: one for one in BriefFile.objects.filter(language="en", kind="docx")}
    BriefFile.objects.filter(pk=of["nato"].pk).update(content=of["china"].content)

    assert head.get(at("report_brief", "en", "docx")).status_code == 404


def test_own_part_is_in_no_file_of_the_draft(dialogue, printed, head, at) -> None:
    text = head.get(at("report_file", "en", "md")).content.decode()

    assert "For NATO experts only" not in text
    assert "Your open points" not in text
