"""What is kept in memory of a text is never what was taken back."""

import pytest
from django.db import transaction

from tests.web.texts.laid import a_proposal
from tracktwo_web.texts.committed import MOST, _known, text_as_committed
from tracktwo_web.texts.domain import chair, proposals
from tracktwo_web.texts.models import JointText


def test_text_is_read_once_for_each_version(text, django_assert_num_queries) -> None:
    text_as_committed(text)

    with django_assert_num_queries(0):
        row = JointText(pk=text.pk, version=text.version)
        assert text_as_committed(row).unit("u3").texts["en"] == "A line stays open."


def test_new_version_is_read_anew(text, nato, china) -> None:
    text_as_committed(text)
    one = a_proposal(text, nato, "The sides meet twice.")
    proposals.agree(one, china)
    chair.take_up(one)
    text.refresh_from_db()

    assert text_as_committed(text).unit("u1").texts["en"] == "The sides meet twice."


@pytest.mark.django_db
def test_version_that_was_taken_back_is_not_remembered(text, nato, china) -> None:
    one = a_proposal(text, nato, "The sides meet twice.")
    proposals.agree(one, china)
    with transaction.atomic():
        chair.take_up(one)
        transaction.set_rollback(True)

    assert (text.pk, text.version + 1) not in _known


def test_only_a_few_are_kept(text) -> None:
    for version in range(100, 100 + 2 * MOST):
        _known[text.pk, version] = None
    text_as_committed(text)

    assert len(_known) == MOST
    for key in [key for key in _known if key[0] == text.pk]:
        del _known[key]
