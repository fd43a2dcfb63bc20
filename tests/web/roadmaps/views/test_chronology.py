"""What happened, by whose account, and what became of the roadmap."""

from tracktwo_web.dialogues.roles import Role
from tracktwo_web.roadmaps.models import Event

TOLD = {"when": "2012-06", "texts_en": "A seminar on doctrines.", "level": "experts"}


def test_accounts_say_whose_they_are(desk) -> None:
    page = desk.page(desk.at(Role.OBSERVER), "roadmap_chronology")

    assert "account of NATO experts" in page
    assert "account of Chinese experts" in page
    assert page.count("agreed by all sides</span>") == 1


def test_filters_keep_what_was_asked_for(desk) -> None:
    contacts = desk.page(desk.head(), "roadmap_chronology", area="contacts")
    alone = desk.page(desk.head(), "roadmap_chronology", agreed="one", party="china")
    nothing = desk.page(desk.head(), "roadmap_chronology", area="contacts", level="working")

    assert "A visit to headquarters." in contacts
    assert "Ships patrol" not in contacts
    assert "Ships patrol together." in alone
    assert "A visit" not in alone
    assert "Nothing is told of this." in nothing


def test_account_is_one_sides_until_the_other_agrees(desk) -> None:
    desk.send(desk.at(Role.MEMBER, "nato"), "roadmap_event_new", **TOLD)
    event = Event.objects.get(when="2012-06")
    before = (event.account, event.agreed)

    desk.send(desk.head("china"), "roadmap_event_agree", event.id)

    event.refresh_from_db()
    assert before == ("nato", ["nato"])
    assert (event.account, event.agreed) == ("", ["nato", "china"])


def test_date_that_is_none_is_refused_beside_it(desk) -> None:
    page = desk.send(desk.head(), "roadmap_event_new", **TOLD | {"when": "last year"})

    assert "Write a day, a month, a year or a span" in page
    assert Event.objects.count() == 3


def test_side_takes_back_its_own_account_alone(desk) -> None:
    own, other = (Event.objects.get(code=one) for one in ("patrol", "patrol-east"))

    desk.send(desk.head(), "roadmap_event_take_back", own.id)
    page = desk.send(desk.head(), "roadmap_event_take_back", other.id)

    assert "it stays" in page
    assert [one.code for one in Event.objects.order_by("code")] == ["patrol-east", "visit"]


def test_follow_up_says_what_is_late_and_when_to_look_again(desk) -> None:
    page = desk.page(desk.head(), "roadmap_follow_up", on="2022-10-15")

    late = page.partition('id="overdue"')[2].partition("</section>")[0]
    assert "A list of contacts" in late
    assert "A joint paper" in late
    assert "The next review is due on 1 March 2023." in page
    assert "promised for 30 June 2022, now for 16 December 2022" in page


def test_follow_up_of_no_day_is_that_of_today(desk) -> None:
    assert "The review is due since" in desk.page(desk.head(), "roadmap_follow_up", on="soon")
