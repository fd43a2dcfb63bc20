"""Joint texts in dialogue folders: what goes out comes in again."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.web import world
from tests.web.texts.laid import a_draft, a_proposal, a_text, all_accept
from tracktwo.errors import InputError
from tracktwo.exchange.texts import write_negotiation
from tracktwo.text import Operation
from tracktwo.text.changes.operations import Replacement
from tracktwo.text.standing import MoveKind, Stance
from tracktwo_web.dialogues.models import Side
from tracktwo_web.texts.domain import chair, proposals, remarks, stages, voices
from tracktwo_web.texts.domain.folders import bring_in_texts, folder_of, read_texts, write_texts
from tracktwo_web.texts.left_over import notes_on
from tracktwo_web.texts.queries import negotiation_of

EXAMPLE = Path(__file__).parents[4] / "examples" / "nato-china"


def _at_work(text, nato: Side, china: Side) -> None:
    """Something of everything, over two sessions."""
    one = a_proposal(text, nato, "The sides meet twice a year.")
    proposals.agree(one, china)
    chair.take_up(one)
    stages.begin_session(text)
    voices.speak_of_wording(text, china, "b1", 1, Stance.LIVE_WITH, ad_ref=True)
    voices.make_move(text, nato, MoveKind.PACKAGE, "u1", conditions=("u3",))
    a_proposal(text, china, "A line is always open.", unit="u3")
    text.refresh_from_db()


def test_texts_come_back_as_they_went(dialogue, text, nato, china, tmp_path) -> None:
    _at_work(text, nato, china)
    a_text(dialogue)

    written = write_texts(dialogue, tmp_path)
    other = world.a_dialogue(convenor=world.a_user("other"), stage="text")
    brought = bring_in_texts(other, read_texts(tmp_path))

    assert (written, len(brought)) == (2, 2)
    assert [negotiation_of(one) for one in other.joint_texts.order_by("position")] == [
        negotiation_of(one) for one in dialogue.joint_texts.order_by("position")
    ]


def test_work_goes_on_where_it_was(dialogue, text, nato, china, tmp_path) -> None:
    _at_work(text, nato, china)
    write_texts(dialogue, tmp_path)
    other = world.a_dialogue(convenor=world.a_user("other"), stage="text")
    bring_in_texts(other, read_texts(tmp_path))
    there = other.joint_texts.get()

    all_accept(there, "b1", 1)
    chair.close_bracket(there, "b1", 1)

    codes = list(there.proposals.order_by("code").values_list("code", "state"))
    assert codes == [("p2", "tabled"), ("p3", "accepted")]


def test_numbers_of_a_history_are_not_given_again(db) -> None:
    dialogue = world.a_dialogue(stage="text")
    bring_in_texts(dialogue, read_texts(EXAMPLE))
    text = dialogue.joint_texts.get()
    nato = dialogue.sides.get(code="nato")
    used = {one.id for one in negotiation_of(text).history.acts if isinstance(one, Operation)}
    assert used.isdisjoint(text.proposals.values_list("code", flat=True))
    text.proposals.all().delete()

    come = proposals.table_addition(text, nato, {"en": "More."}, after="u1", rationale={})

    assert come.code not in used


def test_drafts_stay_where_they_are(dialogue, text, nato, tmp_path) -> None:
    a_draft(text, nato, "The sides meet in secret.")

    write_texts(dialogue, tmp_path)

    told = "".join(one.read_text("utf-8") for one in (tmp_path / "text").iterdir())
    assert "secret" not in told


def test_remarks_to_the_table_come_back_and_notes_of_a_side_stay(
    dialogue, text, nato, china, tmp_path
) -> None:
    remarks.remark_on(text, "u1", nato, "Too weak,\nwe find.")
    remarks.remark_on(text, "u3", None, "The chair listens.")
    remarks.keep_note(text, "u1", china, "We could give way here.", seen=0)

    write_texts(dialogue, tmp_path)
    other = world.a_dialogue(convenor=world.a_user("other"), stage="text")
    bring_in_texts(other, read_texts(tmp_path))

    there = other.joint_texts.get()
    assert list(there.remarks.order_by("number").values_list("number", "unit", "side__code", "words")) == [
        (1, "u1", "nato", "Too weak,\nwe find."),
        (2, "u3", None, "The chair listens."),
    ]  # fmt: skip
    assert "give way" not in "".join(
        one.read_text("utf-8") for one in (tmp_path / "text").iterdir()
    )


def test_example_is_laid_with_its_history(db) -> None:
    dialogue = world.a_dialogue(stage="text")

    bring_in_texts(dialogue, read_texts(EXAMPLE))

    text = dialogue.joint_texts.get()
    assert (text.session, text.proposals.count() > 0, text.log.count() > 0) == (4, True, True)
    assert negotiation_of(text).ends()[-1][1].units == read_texts(EXAMPLE)[0].text.units


def test_proposals_without_a_place_are_kept_and_told(dialogue, text, nato, china, tmp_path) -> None:
    once = a_proposal(text, nato, "The sides meet once a year.")
    text.refresh_from_db()
    told = negotiation_of(text)
    proposals.agree(once, china)
    chair.take_up(once)
    text.refresh_from_db()
    same, other = (
        told.operations[0],
        replace(
            told.operations[0], id="p7", replacements=(Replacement(10, 25, "gather twice a year"),)
        ),
    )
    now = replace(negotiation_of(text), operations=(replace(same, id="p6"), other))
    write_negotiation(now, tmp_path / "text")

    [laid] = bring_in_texts(dialogue, read_texts(tmp_path))

    states = dict(laid.proposals.values_list("code", "state"))
    assert states == {"p6": "met", "p7": "stuck"}
    assert notes_on([laid]) == [
        "“A joint text”: 1 proposal has no place in the text as it stands, and can only be read: p7.",
        "“A joint text”: 1 proposal asks for what the text says already: p6.",
    ]
    assert notes_on([text]) == []


def test_text_without_a_history_begins_with_its_words(dialogue, tmp_path) -> None:
    (tmp_path / "text").mkdir()
    source = "<!-- tracktwo text: en -->\n\n# Draft\n\nWe [may/shall] meet. {#a}\n"
    (tmp_path / "text" / "text.en.md").write_text(source)

    bring_in_texts(dialogue, read_texts(tmp_path))

    [unit] = negotiation_of(dialogue.joint_texts.get()).text.units
    assert unit.texts == {"en": "We [may/shall]{id:b1 since:1} meet."}


def test_folder_without_texts_has_none(tmp_path) -> None:
    (tmp_path / "texture").mkdir()

    assert read_texts(tmp_path) == []


def test_side_that_does_not_sit_here_is_refused(dialogue, text, nato, china, tmp_path) -> None:
    _at_work(text, nato, china)
    write_texts(dialogue, tmp_path)
    told = read_texts(tmp_path)
    china.code = "prc"
    china.save()

    with pytest.raises(InputError, match="'china', which this dialogue has not; it has nato, prc"):
        bring_in_texts(dialogue, told)

    assert dialogue.joint_texts.count() == 1


def test_zip_is_the_same_bytes_for_the_same_text(text) -> None:
    assert folder_of(text) == folder_of(text)
