"""Composing the report: what goes into it, what does not, and that the command makes the same of the folder."""

import gzip
from hashlib import sha256

import pytest
from django.utils import timezone

from tests.web import world
from tests.web.convergence.making import an_open_round, value_all
from tests.web.insights.worlds import a_closed_round
from tests.web.reports.making import (
    ANSWERS,
    a_dialogue_with_a_text,
    a_dialogue_with_estimates,
    a_dialogue_with_everything,
    a_draft,
    draw_maps,
)
from tests.web.roadmaps.making import a_plan
from tests.web.texts.laid import a_text
from tracktwo.reports.joint import gathered, joint_reports
from tracktwo.reports.joint.found import PACKAGES
from tracktwo_web.convergence.domain import rounds
from tracktwo_web.dialogues.models import RoomNote
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.influence.domain.drawing import add_concept, add_link
from tracktwo_web.influence.domain.maps import open_maps
from tracktwo_web.kit.zips import unzipped
from tracktwo_web.reports.domain.compose import compose, frozen, order_draft
from tracktwo_web.reports.domain.material import released_maps
from tracktwo_web.risks.document import assessment_in

pytestmark = pytest.mark.django_db


def test_draft_is_what_the_command_makes_of_the_folder(tmp_path) -> None:
    draft = a_draft(a_dialogue_with_everything())

    unzipped(bytes(draft.content), tmp_path)
    reports = joint_reports(gathered(tmp_path / "dialogue"))
    assert sha256(gzip.decompress(draft.canonical)).hexdigest() == draft.hash
    assert draft.facts["sections"]["en"] == [
        [one.id, one.number, one.title] for one in reports["en"].sections
    ]
    assert draft.facts["holds"] == ["answers", "map", "risks", "text"]
    told = next(one for one in reports["en"].sections if one.id == "hashes").blocks[1]
    assert told.value == draft.hash


def test_estimates_are_told_as_they_were_released_and_are_not_in_the_folder(tmp_path) -> None:
    dialogue = a_dialogue_with_estimates()

    unzipped(frozen(dialogue), tmp_path)

    found = gathered(tmp_path / "dialogue").risks
    assert found == assessment_in(dialogue.estimate_rounds.get())
    assert not list(tmp_path.rglob("estimates.csv"))


def test_options_and_the_package_are_told_and_nobodys_points(tmp_path) -> None:
    dialogue = a_dialogue_with_a_text()
    value_all(an_open_round(dialogue))

    unzipped(frozen(dialogue), tmp_path / "open")
    one = rounds.close_round(dialogue.value_rounds.get())
    rounds.release(one, now=timezone.now())
    unzipped(frozen(dialogue), tmp_path / "released")

    assert gathered(tmp_path / "open" / "dialogue").cooperation is None
    shared = gathered(tmp_path / "released" / "dialogue").cooperation
    kept = (tmp_path / "released" / "dialogue" / PACKAGES).read_text("utf-8")
    assert shared.package == tuple(dialogue.value_rounds.get().found["nash"]["options"])
    assert '"mean"' not in kept
    assert '"gains": {}' in kept


def test_nothing_unreleased_is_in_it(dialogue, tmp_path) -> None:
    """A map that is still drawn in a side's room, a round that is closed, a draft of a proposal."""
    open_maps(dialogue)
    own = dialogue.maps.get(side__code="nato")
    one, other = (add_concept(own, {"en": text}).concepts[0].id for text in ("Secret", "Plan"))
    add_link(own, one, other, weight=0.5)
    a_closed_round(dialogue, ANSWERS)
    text = dialogue.joint_texts.get()
    RoomNote.objects.create(side=own.side, number=1, text="Our hidden limit")

    unzipped(frozen(dialogue), tmp_path)

    files = {one.relative_to(tmp_path / "dialogue").as_posix() for one in tmp_path.rglob("*.*")}
    everything = b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    assert {one for one in files if "/" not in one} == {"dialogue.toml", "report.toml"}
    assert text.title["en"].encode() in everything
    assert b"Secret" not in everything
    assert b"hidden limit" not in everything


def test_map_of_a_side_alone_waits_for_the_others(dialogue, tmp_path) -> None:
    draw_maps(dialogue)
    dialogue.maps.filter(side__code="china").update(is_released=False)

    assert released_maps(dialogue) == []


def test_same_dialogue_gives_the_same_number(dialogue) -> None:
    first, second = a_draft(dialogue), a_draft(dialogue)

    assert first.hash == second.hash
    assert bytes(first.content) == bytes(second.content)


def test_nothing_to_report_is_said(sit, db) -> None:
    dialogue = world.a_dialogue(stage="report")
    secretariat = sit(world.seat_of(dialogue, Role.SECRETARIAT))

    page = secretariat.post(f"/d/{dialogue.id}/report/compose", follow=True).content.decode()

    assert "There is nothing to report yet: nothing has been released." in page
    assert not dialogue.report_drafts.exists()


def test_draft_in_the_making_is_not_ordered_twice(secretariat, dialogue, at) -> None:
    for _ in range(2):
        page = secretariat.post(at("report_compose"), follow=True).content.decode()

    assert "The report is being composed already." in page
    assert "Waiting for its turn" in page
    assert dialogue.report_drafts.count() == 1


def test_failed_draft_is_told_and_tried_again(secretariat, dialogue, at, monkeypatch) -> None:
    draft = order_draft(dialogue)
    monkeypatch.setattr("tracktwo_web.reports.domain.compose.frozen", lambda _: b"no zip")
    compose(str(draft.pk))
    monkeypatch.undo()

    told = secretariat.get(at("report")).content.decode()
    secretariat.post(at("report_compose"), {"again": "1"})
    compose(str(draft.pk))

    draft.refresh_from_db()
    assert "Composing the report has failed." in told
    assert draft.is_done


def test_report_page_tells_what_it_holds_and_what_is_open(head, draft, at) -> None:
    page = head.get(at("report")).content.decode()

    assert "Joint text" in page
    assert "Roadmap" in page
    assert "8 authors have not said yet how to be named." in page
    assert "Still to be reviewed by somebody who speaks it: English, Chinese." in page


def test_page_says_when_something_has_changed_since(head, draft, at) -> None:
    before = head.get(at("report")).content.decode()
    a_text(draft.dialogue)

    after = head.get(at("report")).content.decode()

    said = "Something of which this report is made has changed since."
    assert (said in before, said in after) == (False, True)


def test_roadmap_and_chronology_are_in_it_and_no_address_of_an_office(dialogue, tmp_path) -> None:
    a_plan(dialogue)

    draft = a_draft(dialogue)

    unzipped(bytes(draft.content), tmp_path)
    told = gathered(tmp_path / "dialogue")
    assert draft.facts["holds"] == ["text", "roadmap", "chronology"]
    assert told.plan is not None
    assert "office.example" not in gzip.decompress(draft.canonical).decode()
