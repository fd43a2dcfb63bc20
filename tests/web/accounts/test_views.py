"""Signing in: by link, by password and code; a second factor before any convenor's page."""

import re
import time
from urllib.parse import unquote

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from tests.web import world
from tracktwo_web.accounts.domain.sign_in import sign_in_path
from tracktwo_web.accounts.models import User

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"
CONVENORS_PAGES = ("/convene/", "/convene/new")


@pytest.fixture(autouse=True)
def _forgotten_attempts():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def client(client_at) -> Client:
    return client_at()


def code_of(secret: str, *, later: int = 0) -> str:
    """What an authenticator app shows, seconds later than now: RFC 6238, 30 seconds, six digits."""
    return format_hotp_value(hotp_value(secret, int(time.time() + later) // 30))


def title_of(response) -> str:
    return re.search(r"<h1>(.*?)</h1>", response.content.decode())[1]


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def sign_in(client: Client, user: User, password: str = PASSWORD):
    return client.post("/account/login/", {"login": user.email, "password": password})


def test_link_shows_a_button_and_signs_nobody_in_by_being_opened(client) -> None:
    path = sign_in_path(world.a_user(), now=timezone.now())

    response = client.get(path)

    assert (response.status_code, title_of(response), is_signed_in(client)) == (
        200,
        "Sign in",
        False,
    )


def test_link_signs_in_by_its_button_and_asks_for_a_second_factor(client) -> None:
    path = sign_in_path(world.a_user(), now=timezone.now())

    response = client.post(path, follow=True)

    assert response.redirect_chain == [("/convene/", 302), ("/account/2fa/", 302)]
    assert "Set up a second factor." in response.content.decode()


def test_link_that_was_used_says_so(client, client_at) -> None:
    path = sign_in_path(world.a_user(), now=timezone.now())
    client.post(path)
    another = client_at()

    answers = [another.get(path), another.post(path)]

    assert [(one.status_code, title_of(one)) for one in answers] == [
        (410, "This link no longer signs anybody in")
    ] * 2
    assert not is_signed_in(another)


def test_link_does_not_stand_for_the_second_factor(client) -> None:
    user = world.a_user()
    TOTP.activate(user, generate_totp_secret())

    response = client.post(sign_in_path(user, now=timezone.now()))

    assert (response["Location"], is_signed_in(client)) == ("/account/2fa/authenticate/", False)


@pytest.mark.parametrize("path", CONVENORS_PAGES)
def test_stranger_is_asked_to_sign_in_before_a_convenors_page(client, path) -> None:
    response = client.get(path)

    assert response["Location"] == f"/account/login/?next={path}"


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/convene/"), ("GET", "/convene/new"), ("POST", "/convene/new")]
)
def test_convenor_without_second_factor_is_sent_to_set_it_up(client, method, path) -> None:
    client.force_login(world.a_user())

    response = client.generic(method, path)

    assert (response.status_code, response["Location"]) == (302, "/account/2fa/")


def test_convenor_without_second_factor_enters_no_dialogue_of_theirs(client, dialogue) -> None:
    client.force_login(dialogue.convenor)

    response = client.get(f"/d/{dialogue.id}/")

    assert response["Location"] == "/account/2fa/"


def test_app_is_set_up_with_a_real_code_and_opens_the_convenors_pages(client) -> None:
    user = world.a_user()
    client.post(sign_in_path(user, now=timezone.now()))
    page = client.get("/account/2fa/totp/activate/").content.decode()
    secret = re.search(r'id="secret" readonly value="(\w+)"', page)[1]

    response = client.post("/account/2fa/totp/activate/", {"code": code_of(secret)}, follow=True)

    assert response.redirect_chain == [("/account/2fa/recovery-codes/", 302)]
    assert len(re.findall(r"<code>\d{8}</code>", response.content.decode())) == 10
    assert client.get("/convene/").status_code == 200


def test_app_is_not_set_up_with_a_wrong_code(client) -> None:
    client.post(sign_in_path(world.a_user(), now=timezone.now()))
    client.get("/account/2fa/totp/activate/")

    response = client.post("/account/2fa/totp/activate/", {"code": "000000"})

    assert "Incorrect code." in response.content.decode()
    assert Authenticator.objects.count() == 0


def test_password_alone_does_not_sign_in_where_a_code_is_due(client) -> None:
    user, secret = world.a_user(), generate_totp_secret()
    TOTP.activate(user, secret)

    asked = sign_in(client, user)
    between = is_signed_in(client)
    wrong = client.post("/account/2fa/authenticate/", {"code": "000000"})
    right = client.post("/account/2fa/authenticate/", {"code": code_of(secret)})

    assert (asked["Location"], between) == ("/account/2fa/authenticate/", False)
    assert "Incorrect code." in wrong.content.decode()
    assert (right["Location"], is_signed_in(client)) == ("/convene/", True)


@pytest.mark.parametrize(
    ("later", "is_let_in"), [(-30, True), (0, True), (90, False), (-90, False)]
)
def test_code_may_change_while_it_is_typed(client, later: int, is_let_in: bool) -> None:
    user, secret = world.a_user(), generate_totp_secret()
    TOTP.activate(user, secret)
    sign_in(client, user)

    client.post("/account/2fa/authenticate/", {"code": code_of(secret, later=later)})

    assert is_signed_in(client) is is_let_in


def test_recovery_code_stands_for_a_lost_phone_once(client, client_at) -> None:
    user = world.a_user()
    TOTP.activate(user, generate_totp_secret())
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    (code, *_) = RecoveryCodes.activate(user).get_unused_codes()

    entered = []
    for browser in (client, client_at()):
        sign_in(browser, user)
        browser.post("/account/2fa/authenticate/", {"code": code})
        entered.append(is_signed_in(browser))

    assert entered == [True, False]


def test_wrong_password_says_neither_whether_the_account_exists(client) -> None:
    user = world.a_user()

    said = [
        re.search(r'class="errors".*?</div>', client.post("/account/login/", form).content.decode(), re.DOTALL)[0]
        for form in (
            {"login": user.email, "password": "wrong"},
            {"login": "nobody@" + "example.org", "password": "wrong"},
        )
    ]  # fmt: skip

    assert said[0] == said[1]


def test_guessing_a_password_is_stopped(client) -> None:
    user = world.a_user()

    for _ in range(5):
        sign_in(client, user, "wrong")
    response = sign_in(client, user)

    assert "Too many failed login attempts." in response.content.decode()
    assert not is_signed_in(client)


def test_trying_many_addresses_is_stopped_by_a_page_of_ours(client) -> None:
    attempts = [
        client.post("/account/login/", {"login": f"p{i}@" + "example.org", "password": "wrong"})
        for i in range(31)
    ]

    assert (attempts[-1].status_code, title_of(attempts[-1])) == (429, "Too many attempts")


@pytest.mark.parametrize("path", ["/account/signup/", "/account/email/", "/account/3rdparty/"])
def test_strangers_find_no_way_to_make_an_account(client, path) -> None:
    assert client.get(path).status_code == 404


def test_sign_out_asks_first_and_ends_the_session(client) -> None:
    client.force_login(world.a_user())

    asked = client.get("/account/logout/")
    between = is_signed_in(client)
    response = client.post("/account/logout/")

    assert (title_of(asked), between) == ("Sign out?", True)
    assert (response["Location"], is_signed_in(client)) == ("/", False)


def test_first_password_can_be_set_and_signs_in(client, client_at) -> None:
    user = User.objects.create_user("new@" + "example.org")
    client.post(sign_in_path(user, now=timezone.now()))

    client.post(
        "/account/password/set/",
        {"password1": "quiet water runs deep", "password2": "quiet water runs deep"},
    )
    another = client_at()
    sign_in(another, user, "quiet water runs deep")

    assert is_signed_in(another)


def test_weighty_changes_ask_again_who_sits_there(client) -> None:
    user = world.a_user()
    client.force_login(user)  # as if signed in long ago: no fresh proof in the session

    response = client.get("/account/2fa/totp/activate/")

    asked, _, after = response["Location"].partition("?next=")
    assert (asked, unquote(after)) == (
        "/account/reauthenticate/",
        "/account/2fa/totp/activate/",
    )


def test_weighty_changes_do_not_ask_whoever_signed_in_a_moment_ago(client) -> None:
    user = world.a_user()
    sign_in(client, user)

    assert client.get("/account/2fa/totp/activate/").status_code == 200


def test_last_second_factor_may_be_removed_and_is_asked_for_anew(client) -> None:
    user, secret = world.a_user(), generate_totp_secret()
    TOTP.activate(user, secret)
    sign_in(client, user)
    client.post("/account/2fa/authenticate/", {"code": code_of(secret)})

    client.post("/account/2fa/totp/deactivate/")

    assert client.get("/convene/")["Location"] == "/account/2fa/"


def test_forgotten_password_is_answered_by_mail(client) -> None:
    user = world.a_user()

    client.post("/account/password/reset/", {"email": user.email})

    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == ([user.email], "A new password for Tracktwo")
    path = re.search(r"http://localhost(/account/password/reset/key/\S+)", letter.body)[1]
    form = client.get(path, follow=True)
    client.post(
        form.redirect_chain[-1][0],
        {"password1": "quiet water runs deep", "password2": "quiet water runs deep"},
    )
    sign_in(client, user, "quiet water runs deep")
    assert is_signed_in(client)


def test_forgotten_password_of_nobody_is_answered_alike_and_sends_nothing(client) -> None:
    world.a_user()

    answers = [
        client.post("/account/password/reset/", {"email": name + "@" + "example.org"})["Location"]
        for name in ("convenor", "nobody")
    ]

    assert answers[0] == answers[1]
    assert len(mail.outbox) == 1


def test_forgotten_password_names_whom_to_ask_where_no_mail_is_sent(client, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    user = world.a_user()

    answers = [
        client.get("/account/password/reset/"),
        client.post("/account/password/reset/", {"email": user.email}),
    ]

    assert [title_of(one) for one in answers] == ["Forgotten your password?"] * 2
    assert all("<code>tracktwo convenor</code>" in one.content.decode() for one in answers)
    assert mail.outbox == []
