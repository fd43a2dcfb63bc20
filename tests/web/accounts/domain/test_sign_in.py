"""Sign-in links: for one person, once, for a day."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.web.world import a_user
from tracktwo_web.accounts.domain.sign_in import invited_by, sign_in_path, use_link
from tracktwo_web.kit.sealed import seal

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)


def token_for(user, *, now: dt.datetime = NOW) -> str:
    return sign_in_path(user, now=now).removeprefix("/account/enter/")


def test_link_lets_its_owner_in() -> None:
    user = a_user()

    assert use_link(token_for(user), now=NOW) == user


def test_link_is_used_up_by_its_use() -> None:
    token = token_for(a_user())
    use_link(token, now=NOW)

    assert (invited_by(token, now=NOW), use_link(token, now=NOW)) == (None, None)


def test_link_is_not_used_up_by_being_looked_at() -> None:
    user = a_user()
    token = token_for(user)

    assert [invited_by(token, now=NOW) for _ in range(3)] == [user] * 3


def test_all_links_die_when_one_is_used() -> None:
    user = a_user()
    first, second = token_for(user), token_for(user)
    use_link(first, now=NOW)

    assert invited_by(second, now=NOW) is None


def test_link_made_after_a_sign_in_works() -> None:
    user = a_user()
    use_link(token_for(user), now=NOW)
    user.refresh_from_db()

    assert use_link(token_for(user), now=NOW + dt.timedelta(hours=1)) == user


def test_link_dies_with_the_password_it_was_made_under() -> None:
    user = a_user()
    token = token_for(user)
    user.set_password("another horse battery")
    user.save()

    assert invited_by(token, now=NOW) is None


@pytest.mark.parametrize(("hours", "is_open"), [(23.9, True), (24.1, False)])
def test_link_lasts_a_day(hours, is_open) -> None:
    user = a_user()

    found = invited_by(token_for(user), now=NOW + dt.timedelta(hours=hours))

    assert found == (user if is_open else None)


def test_link_of_a_closed_account_opens_nothing() -> None:
    user = a_user()
    token = token_for(user)
    user.is_active = False
    user.save()

    assert invited_by(token, now=NOW) is None


@pytest.mark.parametrize(
    "token",
    ["", "abc", "é", seal({"user": "0" * 32, "bound": "", "until": 9e9}, purpose="another use")],
)
def test_link_that_is_not_ours_opens_nothing(token) -> None:
    assert invited_by(token, now=NOW) is None


def test_link_of_the_demo_opens_again_and_again(settings) -> None:
    settings.DEMO = True
    user = a_user()
    token = token_for(user)
    user.last_login = timezone.now()
    user.save()

    assert [use_link(token, now=NOW + dt.timedelta(days=d)) for d in (0, 1, 99)] == [user] * 3


def test_link_of_the_demo_opens_nothing_elsewhere(settings) -> None:
    settings.DEMO = True
    user = a_user()
    user.last_login = NOW
    user.save()
    token = token_for(user)
    settings.DEMO = False

    assert invited_by(token, now=NOW) is None
