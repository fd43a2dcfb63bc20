"""The languages of a text beside each other."""

import html
import re

import pytest
from django.urls import reverse

from tests.web import world
from tests.web.texts.laid import a_proposal, english
from tracktwo.text import NegotiatedText, Unit
from tracktwo.text.standing import GateKind
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain import chair, proposals
from tracktwo_web.texts.domain.lay import lay_on_table
from tracktwo_web.texts.gates import gate_of
from tracktwo_web.texts.queries import text_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def interpreter(text, sit):
    return sit(world.seat_of(text.dialogue, Role.INTERPRETER, "nato"))


def _url(text) -> str:
    return reverse("text_languages", args=[text.dialogue_id, text.id])


def _words(answer) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def _seen(answer, text, unit: str) -> dict[str, str]:
    """What the form on a passage holds."""
    url = reverse("text_confirm_languages", args=[text.dialogue_id, text.id, unit])
    form = re.search(rf'action="{re.escape(url)}">(.*?)</form>', answer.content.decode(), re.DOTALL)
    assert form
    return dict(re.findall(r'name="(seen_\w+)" value="(\w+)"', form[1]))


def _confirm(client, text, unit: str, told: dict[str, str]):
    url = reverse("text_confirm_languages", args=[text.dialogue_id, text.id, unit])
    return client.post(url, told, follow=True)


def test_nothing_is_confirmed_at_first(text, interpreter) -> None:
    page = _words(interpreter.get(_url(text)))

    assert (
        "4 passages were never compared 0 changed since they were confirmed 0 are confirmed" in page
    )
    assert "The sides meet every year." in page
    assert "双方每年会晤。" in page


def test_interpreter_confirms_what_was_read(text, interpreter) -> None:
    seen = _seen(interpreter.get(_url(text)), text, "u1")

    page = _words(_confirm(interpreter, text, "u1", seen))

    assert "Confirmed: its languages say the same." in page
    assert "3 passages were never compared" in page
    assert "The sides meet every year." not in page
    assert "confirmed" in _words(interpreter.get(_url(text), {"show": "all"}))


def test_words_that_changed_meanwhile_are_not_confirmed(text, interpreter, nato, china) -> None:
    seen = _seen(interpreter.get(_url(text)), text, "u1")
    _change(text, nato, china)

    page = _words(_confirm(interpreter, text, "u1", seen))

    assert "The words have changed meanwhile: read them again." in page
    assert text.reviews.count() == 0


def test_change_after_confirming_is_told(text, interpreter, nato, china) -> None:
    _confirm(interpreter, text, "u1", _seen(interpreter.get(_url(text)), text, "u1"))
    _change(text, nato, china)

    page = _words(interpreter.get(_url(text)))

    assert "1 changed since it was confirmed" in page
    assert "English has changed since both were said to agree, Chinese has not." in page


def _change(text, nato, china) -> None:
    one = a_proposal(text, nato, "The sides meet twice a year.")
    proposals.agree(one, china)
    chair.take_up(one)


@pytest.mark.parametrize(
    ("role", "side"),
    [(Role.HEAD, "nato"), (Role.MEMBER, "china"), (Role.SECRETARY, "nato"), (Role.OBSERVER, "")],
)
def test_others_read_and_do_not_confirm(text, sit, interpreter, role, side) -> None:
    seen = _seen(interpreter.get(_url(text)), text, "u1")
    other = sit(world.seat_of(text.dialogue, role, side))

    page, answer = other.get(_url(text)), _confirm(other, text, "u1", seen)

    assert (page.status_code, answer.status_code) == (200, 403)
    assert "They say the same" not in _words(page)
    assert text.reviews.count() == 0


def test_modal_words_that_differ_come_first(dialogue, sit) -> None:
    units = (
        Unit("u1", texts={"en": "We meet.", "zh": "我们会晤。"}),
        Unit("u2", texts={"en": "They shall meet.", "zh": "各方宜会晤。"}),
    )
    text = lay_on_table(dialogue, NegotiatedText({"en": "T", "zh": "文"}, ("en", "zh"), units))

    page = _words(sit(world.seat_of(dialogue, Role.OBSERVER)).get(_url(text)))

    assert "“shall” (English) and “宜” (Chinese) do not oblige in the same way." in page
    assert page.index("They shall meet.") < page.index("We meet.")


@pytest.fixture
def doubtful(dialogue):
    units = (Unit("u1", texts={"en": "More than states/capitals? have said so, TBC."}),)
    return lay_on_table(dialogue, NegotiatedText({"en": "T"}, ("en",), units))


def test_doubted_words_are_meant_as_they_stand(doubtful, sit) -> None:
    secretariat = sit(world.seat_of(doubtful.dialogue, Role.SECRETARIAT))
    page = secretariat.get(_url(doubtful))
    assert "This looks as if somebody was not sure: states/capitals?" in _words(page)

    told = {"unit": "u1", "language": "en", "words": "states/capitals?"}
    after = secretariat.post(
        reverse("text_find_right", args=[doubtful.dialogue_id, doubtful.id]), told, follow=True
    )

    assert "Noted: these words are meant as they stand." in _words(after)
    doubts = next(
        one
        for one in gate_of(doubtful, text_now(doubtful), signatures={}).conditions
        if one.kind is GateKind.DOUBTS
    )
    assert [one.words for one in doubts.places] == ["TBC"]


def test_text_in_one_language_has_nothing_to_compare(doubtful, sit) -> None:
    page = _words(
        sit(world.seat_of(doubtful.dialogue, Role.INTERPRETER, "nato")).get(_url(doubtful))
    )

    assert "This text is written in one language: there is nothing to compare." in page
    assert "They say the same" not in page


@pytest.mark.parametrize("told", [{"unit": "u9"}, {"language": "fr"}, {"words": ""}])
def test_finding_on_what_is_not_there_is_not_found(doubtful, sit, told) -> None:
    secretariat = sit(world.seat_of(doubtful.dialogue, Role.SECRETARIAT))
    whole = {"unit": "u1", "language": "en", "words": "TBC"} | told

    answer = secretariat.post(
        reverse("text_find_right", args=[doubtful.dialogue_id, doubtful.id]), whole
    )

    assert (answer.status_code, doubtful.findings.count()) == (404, 0)


def test_careful_readers_marks_are_listed(dialogue, sit) -> None:
    units = (Unit("u1", texts={"en": "Talks with with a partner."}),)
    text = lay_on_table(dialogue, NegotiatedText({"en": "T"}, ("en",), units))

    page = _words(sit(world.seat_of(dialogue, Role.OBSERVER)).get(_url(text), {"show": "all"}))

    assert "1 thing that a careful reader would mark" in page
    assert "“with with” repeats a word." in page


def test_long_text_comes_in_pages(dialogue, sit) -> None:
    units = tuple(Unit(f"u{n}", texts={"en": f"We meet {n}.", "zh": "会"}) for n in range(60))
    text = lay_on_table(dialogue, NegotiatedText({"en": "T"}, ("en", "zh"), units))
    observer = sit(world.seat_of(dialogue, Role.OBSERVER))

    first, last = (observer.get(_url(text), {"page": page}) for page in (1, 3))

    assert [one.content.decode().count('class="pair"') for one in (first, last)] == [25, 10]


def test_confirming_goes_back_to_the_same_page(text, interpreter) -> None:
    seen = _seen(interpreter.get(_url(text)), text, "u1") | {"show": "all", "page": "1"}
    url = reverse("text_confirm_languages", args=[text.dialogue_id, text.id, "u1"])

    answer = interpreter.post(url, seen)

    assert answer["Location"] == f"{_url(text)}?show=all&page=1"
    assert english(text, "u1") == "The sides meet every year."


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_the_passages(
    dialogue, sit, count, django_assert_max_num_queries
) -> None:
    units = tuple(Unit(f"u{n}", texts={"en": f"We {n}.", "zh": "会"}) for n in range(count))
    text = lay_on_table(dialogue, NegotiatedText({"en": "T"}, ("en", "zh"), units))
    reader = sit(world.seat_of(dialogue, Role.INTERPRETER, "nato"))
    reader.get(_url(text))

    with django_assert_max_num_queries(21):
        reader.get(_url(text))
