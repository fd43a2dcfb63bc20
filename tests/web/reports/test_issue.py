"""From the draft to an issue: everything holds, both sides sign, the secretariat releases, nothing changes."""

from hashlib import sha256

import pytest

from tests.web.records.conftest import enters
from tests.web.reports.making import (
    a_draft,
    name_everybody,
    review_all,
    sign_for,
    signed_line,
)
from tracktwo.record import verify
from tracktwo_web.records.models import Line
from tracktwo_web.records.queries import record_of
from tracktwo_web.reports.domain.draft_files import print_draft
from tracktwo_web.reports.domain.issue_files import print_files
from tracktwo_web.reports.domain.printing import KINDS
from tracktwo_web.reports.domain.signatures import KIND
from tracktwo_web.reports.models import DraftFile, Issue, IssueFile


@pytest.fixture
def ready(dialogue):
    """A draft of which only the signatures are missing."""
    name_everybody(dialogue)
    draft = a_draft(dialogue)
    review_all(draft)
    return draft


@pytest.fixture
def signed(ready):
    sign_for(ready, "nato", "china")
    return ready


def test_both_heads_sign_and_the_secretariat_releases(
    head, other_head, secretariat, ready, at
) -> None:
    sides = ready.dialogue.sides
    for who, code in ((head, "nato"), (other_head, "china")):
        line = signed_line(ready, sides.get(code=code))
        page = who.post(at("report_sign"), {"line": line}, follow=True).content.decode()
        assert "Your side has signed. It stands in the record." in page

    page = secretariat.post(at("report_release"), {"hash": ready.hash}, follow=True)

    issue = Issue.objects.get()
    assert page.redirect_chain[-1][0] == at("report_issue", 1)
    assert (issue.number, issue.hash) == (1, ready.hash)
    assert sha256(issue.canonical).hexdigest() == ready.hash
    assert verify(record_of(ready.dialogue)).problems == ()


def test_files_of_an_issue_are_those_of_the_signed_words(secretariat, observer, signed, at) -> None:
    secretariat.post(at("report_release"), {"hash": signed.hash})
    issue = Issue.objects.get()

    print_files(str(issue.pk))

    names = sorted(str(one) for one in IssueFile.objects.all())
    assert names == sorted(
        [f"{language}.{kind}" for language in ("en", "zh") for kind in KINDS]
        + ["en+zh.pdf", "en+zh.docx"]
    )
    words = observer.get(at("report_issue_file", 1, "en", "md")).content.decode()
    assert "Draft" not in words
    assert signed.hash in words
    assert "Signed by: NATO experts, Chinese experts." in words


def test_draft_says_on_its_pages_that_it_is_one(head, draft, at) -> None:
    print_draft(str(draft.pk))

    text = head.get(at("report_file", "en", "md")).content.decode()
    page = head.get(at("report_read", "en")).content.decode()

    assert "Draft: not released" in text
    assert "Draft 1: not released" in page


def test_nothing_is_released_while_a_condition_is_open(secretariat, ready, at) -> None:
    sign_for(ready, "nato")

    page = secretariat.post(at("report_release"), {"hash": ready.hash}, follow=True)

    assert "Nothing was released: a condition is still open." in page.content.decode()
    assert not Issue.objects.exists()


def test_nothing_is_released_under_a_page_that_is_old(secretariat, signed, at) -> None:
    page = secretariat.post(at("report_release"), {"hash": 64 * "a"}, follow=True)

    assert "Nothing was released" in page.content.decode()
    assert not Issue.objects.exists()


def test_same_words_are_released_once(secretariat, signed, at) -> None:
    for _ in range(2):
        page = secretariat.post(at("report_release"), {"hash": signed.hash}, follow=True)

    assert "This report has been released already." in page.content.decode()
    assert Issue.objects.count() == 1


def test_head_cannot_sign_what_is_not_ready(head, draft, at) -> None:
    side = draft.dialogue.sides.get(code="nato")
    before = Line.objects.count()

    page = head.post(at("report_sign"), {"line": signed_line(draft, side)}, follow=True)

    assert "The report cannot be signed yet" in page.content.decode()
    assert Line.objects.count() == before


@pytest.mark.parametrize(
    "other", [{"hash": 64 * "a"}, {"languages": ["en"]}, {"form": "other"}], ids=str
)
def test_signature_on_other_words_is_refused(head, ready, at, other) -> None:
    side = ready.dialogue.sides.get(code="nato")
    before = Line.objects.count()

    answer = head.post(at("report_sign"), {"line": signed_line(ready, side, **other)})

    assert answer.status_code == 422
    assert Line.objects.count() == before


def test_signature_on_an_earlier_draft_counts_for_no_other(head, secretariat, ready, at) -> None:
    other = {"form": "tracktwo-report/1", "hash": 64 * "b", "languages": ["en", "zh"]}
    for side in ready.dialogue.sides.all():
        enters(side, KIND, other)

    page = secretariat.post(at("report_release"), {"hash": ready.hash}, follow=True)

    assert "a condition is still open" in page.content.decode()


def test_file_that_was_altered_is_told_and_not_given(secretariat, observer, signed, at) -> None:
    secretariat.post(at("report_release"), {"hash": signed.hash})
    issue = Issue.objects.get()
    print_files(str(issue.pk))
    IssueFile.objects.filter(language="en", kind="md").update(content=b"Another report.")

    answer = observer.get(at("report_issue_file", 1, "en", "md"))

    assert answer.status_code == 409
    assert "This file has been altered" in answer.content.decode()
    assert b"Another report." not in answer.content


def test_issue_whose_words_were_altered_says_so(secretariat, observer, signed, at) -> None:
    secretariat.post(at("report_release"), {"hash": signed.hash})
    Issue.objects.update(canonical=b"{}")

    page = observer.get(at("report_issue", 1)).content.decode()

    assert "it has been altered" in page


def test_issue_stays_when_a_new_draft_is_composed(secretariat, observer, signed, at) -> None:
    secretariat.post(at("report_release"), {"hash": signed.hash})
    issue = Issue.objects.get()
    print_files(str(issue.pk))
    before = list(IssueFile.objects.values_list("sha256", flat=True))
    signed.dialogue.title = {"en": "Another title"}
    signed.dialogue.save()

    other = a_draft(signed.dialogue)
    print_draft(str(other.pk))

    assert other.number == 2
    assert list(IssueFile.objects.values_list("sha256", flat=True)) == before
    assert set(DraftFile.objects.values_list("draft__number", flat=True)) == {2}
    assert observer.get(at("report_issue_exact", 1)).content == bytes(issue.canonical)


def test_files_are_not_made_of_other_words(secretariat, signed, at) -> None:
    """As when the program is another one by now: the issue is told to have failed."""
    secretariat.post(at("report_release"), {"hash": signed.hash})
    issue = Issue.objects.get()
    signed.dialogue.title = {"en": "Another title"}
    signed.dialogue.save()
    other = a_draft(signed.dialogue)
    type(signed).objects.filter(pk=signed.pk).update(content=other.content)

    print_files(str(issue.pk))

    issue.refresh_from_db()
    assert other.hash != signed.hash
    assert issue.has_failed
    assert not IssueFile.objects.exists()
