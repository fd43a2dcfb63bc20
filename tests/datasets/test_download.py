"""Without a network: what is refused, and that nothing is left behind."""

import pytest

from tracktwo._typing import silent
from tracktwo.datasets import Dataset, RemoteFile, download
from tracktwo.datasets.download import check, fetch, fetch_all
from tracktwo.errors import InputError, OptionError

NOBODY = "https://localhost:1/votes.csv"


def test_download_that_cannot_connect_is_refused_and_leaves_nothing(tmp_path):
    wanted = Dataset("x", "X", "none", "none", (RemoteFile(NOBODY, None, "votes.csv"),))

    with pytest.raises(InputError) as caught:
        fetch_all(wanted, tmp_path / "x", silent)

    assert caught.value.file == NOBODY
    assert caught.value.message.startswith("cannot be downloaded (")
    assert caught.value.message.endswith("); check the network and try again")
    assert list(tmp_path.iterdir()) == []


def test_download_without_encryption_is_refused(tmp_path):
    with pytest.raises(InputError) as caught:
        fetch(RemoteFile("http://localhost:1/votes.csv", None, "votes.csv"), tmp_path)

    assert caught.value.message == "the address must begin with https://"


def test_download_into_something_that_exists_is_refused(tmp_path):
    with pytest.raises(OptionError) as caught:
        download("polis-open-data", tmp_path)

    assert str(caught.value) == f"{tmp_path} exists already; name a new folder"


def test_file_that_differs_from_the_one_expected_is_refused():
    with pytest.raises(InputError) as caught:
        check(RemoteFile(NOBODY, "ab" * 32, "votes.csv"), "cd" * 32)

    message = "the file differs from the one expected (SHA-256); try again later"
    assert (caught.value.file, caught.value.message) == (NOBODY, message)


@pytest.mark.parametrize("known", [None, "ab" * 32])
def test_file_that_is_the_one_expected_passes(known):
    assert check(RemoteFile(NOBODY, known, "votes.csv"), "ab" * 32) is None
