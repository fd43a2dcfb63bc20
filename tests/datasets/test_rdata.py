import bz2
import gzip
import lzma

import pytest

from tests.datasets.rda import Symbols, integer, reals, strings
from tracktwo.datasets.rdata import read_rda
from tracktwo.errors import InputError


def votes_document(version):
    symbols = Symbols()
    symbols.seen.append("votes")
    columns = {
        "rcid": reals([3, 4, 5]),
        "country": strings(["United States", None, "Côte d’Ivoire"]),
        "vote": symbols.factor([1, -(2**31), 3], ["yes", "abstain", "no"]),
        "number": symbols.sequence(3),
    }
    return symbols.document("votes", symbols.frame(columns, 3), version)


@pytest.mark.parametrize("version", [2, 3])
@pytest.mark.parametrize("compress", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_data_frame_is_read_by_columns(tmp_path, version, compress):
    (tmp_path / "votes.rda").write_bytes(compress(votes_document(version)))

    frames = read_rda(tmp_path / "votes.rda")

    votes = frames["votes"]
    assert list(votes) == ["rcid", "country", "vote", "number"]
    assert votes["rcid"].tolist() == [3.0, 4.0, 5.0]
    assert votes["country"] == ["United States", None, "Côte d’Ivoire"]
    assert votes["vote"] == ["yes", None, "no"]
    assert votes["number"].tolist() == [1, 2, 3]


def test_file_that_is_none_of_r_is_refused(tmp_path):
    (tmp_path / "votes.rda").write_bytes(b"<html>not found</html>")

    with pytest.raises(InputError) as caught:
        read_rda(tmp_path / "votes.rda")

    message = "this is not an R data file of a known kind; download it again"
    assert caught.value.message == message


def test_file_cut_short_is_refused(tmp_path):
    (tmp_path / "votes.rda").write_bytes(votes_document(3)[:-90])

    with pytest.raises(InputError) as caught:
        read_rda(tmp_path / "votes.rda")

    assert caught.value.message.startswith("the R data file is damaged (")


def test_type_that_is_not_read_is_refused(tmp_path):
    closure = integer(3)
    (tmp_path / "f.rda").write_bytes(Symbols().document("f", closure))

    with pytest.raises(InputError) as caught:
        read_rda(tmp_path / "f.rda")

    assert caught.value.message == "the R data file is damaged (type 3 is not read)"
