import hashlib

import pytest

from tracktwo.datasets import CATALOGUE, dataset
from tracktwo.errors import OptionError


def test_catalogue_has_secure_addresses_and_says_how_to_cite():
    for one in CATALOGUE:
        assert one.title
        assert one.licence
        assert one.cite
        assert [file.url for file in one.files if not file.url.startswith("https://")] == []


def test_catalogue_checksums_are_those_of_the_files_at_hand(reference):
    files = dataset("polis-open-data").files

    found = [
        hashlib.sha256(reference(f"polis/{file.name}").read_bytes()).hexdigest() for file in files
    ]

    assert found == [file.sha256 for file in files]


def test_catalogue_without_the_name_says_which_are_known():
    with pytest.raises(OptionError) as caught:
        dataset("un-votes")

    message = "there is no data set 'un-votes'; known are un-roll-calls, polis-open-data"
    assert str(caught.value) == message
