"""What is answered when something fails."""

import pytest
from django.db import OperationalError
from django.test import Client, override_settings
from django.urls import path

from tracktwo_web.config.urls import urlpatterns as _all


def broken(request):
    raise LookupError("a fault of ours")


def without_database(request):
    raise OperationalError("database or disk is full")


handler500 = "tracktwo_web.kit.errors.server_error"
urlpatterns = [path("broken", broken), path("without", without_database), *_all]


def title_of(response) -> str:
    return response.content.decode().partition("<h1>")[2].partition("</h1>")[0]


@pytest.fixture
def client() -> Client:
    return Client(headers={"host": "localhost"}, raise_request_exception=False)


@override_settings(ROOT_URLCONF=__name__)
def test_fault_is_answered_without_database_and_without_context(client) -> None:
    response = client.get("/broken")

    assert (response.status_code, title_of(response)) == (500, "Something failed here")
    assert "a fault of ours" not in response.content.decode()


@override_settings(ROOT_URLCONF=__name__)
def test_database_out_of_reach_asks_to_try_again(client) -> None:
    response = client.get("/without")

    assert (response.status_code, response["Retry-After"], title_of(response)) == (
        503,
        "10",
        "The server cannot reach its records just now",
    )


@pytest.mark.parametrize("language", ["zh-hans", "fr"])
@override_settings(ROOT_URLCONF=__name__)
def test_fault_is_answered_in_the_readers_language(client, language) -> None:
    response = client.get("/broken", headers={"accept-language": language})

    assert response.content.decode().splitlines()[1] == f'<html lang="{language}">'


def test_address_that_does_not_exist_says_so(client, db) -> None:
    response = client.get("/nowhere")

    assert (response.status_code, title_of(response)) == (
        404,
        "There is nothing at this address for you",
    )


def test_address_that_does_not_exist_asks_no_table(client, django_assert_num_queries, db) -> None:
    with django_assert_num_queries(0):
        client.get("/nowhere")


def test_form_without_its_mark_is_asked_for_again(db) -> None:
    client = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)

    response = client.post("/language", {"language": "fr"})

    assert (response.status_code, title_of(response)) == (403, "Please send it again")


def test_unknown_host_is_not_understood(client) -> None:
    response = client.get("/", headers={"host": "elsewhere.example"})

    assert (response.status_code, title_of(response)) == (400, "This could not be understood")
