"""The chair's own steps: those that are the chair's, and each once."""

import pytest
from django.utils import timezone

from tests.web.texts.agreeing import as_a_draft, as_clean, with_silence_kept
from tracktwo.text.standing import Stage
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.onward import go_on, mark_of, next_session, open_to_chair
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import document_of


def goes_on(text: JointText, target: Stage) -> None:
    text.refresh_from_db()
    go_on(text, target, seen=mark_of(document_of(text)), now=timezone.now())
    text.refresh_from_db()


def test_open_to_chair_leaves_out_what_the_sides_bring_about() -> None:
    assert {one: open_to_chair(one) for one in Stage} == {
        Stage.ELEMENTS: (Stage.COMPILATION,),
        Stage.COMPILATION: (Stage.CHAIRS_TEXT,),
        Stage.CHAIRS_TEXT: (Stage.ROLLING_DRAFT,),
        Stage.ROLLING_DRAFT: (Stage.ROLLING_DRAFT, Stage.CLEAN),
        Stage.CLEAN: (Stage.ROLLING_DRAFT,),
        Stage.UNDER_SILENCE: (),
        Stage.SILENCE_BROKEN: (Stage.ROLLING_DRAFT,),
        Stage.ADOPTED: (Stage.PUBLISHED,),
        Stage.PUBLISHED: (),
    }


def test_go_on_takes_a_text_from_elements_to_a_draft(text) -> None:
    for target in (Stage.COMPILATION, Stage.CHAIRS_TEXT, Stage.ROLLING_DRAFT):
        goes_on(text, target)

    assert (document_of(text).stage, document_of(text).draft) == (Stage.ROLLING_DRAFT, 1)


def test_go_on_pressed_twice_is_one_step(text) -> None:
    as_a_draft(text)
    seen = mark_of(document_of(text))
    go_on(text, Stage.ROLLING_DRAFT, seen=seen, now=timezone.now())

    with pytest.raises(CannotBe):
        go_on(text, Stage.ROLLING_DRAFT, seen=seen, now=timezone.now())

    text.refresh_from_db()
    assert document_of(text).draft == 2


@pytest.mark.parametrize("target", [Stage.ADOPTED, Stage.PUBLISHED, Stage.ROLLING_DRAFT])
def test_chair_takes_no_text_further_whose_silence_was_kept(text, target) -> None:
    with_silence_kept(text)

    with pytest.raises(CannotBe):
        goes_on(text, target)


def test_chair_opens_a_clean_draft_again(text) -> None:
    as_clean(text)

    goes_on(text, Stage.ROLLING_DRAFT)

    assert document_of(text).stage is Stage.ROLLING_DRAFT


def test_next_session_pressed_twice_is_one_session(text) -> None:
    next_session(text, seen="1")

    with pytest.raises(CannotBe):
        next_session(text, seen="1")

    text.refresh_from_db()
    assert text.session == 2
