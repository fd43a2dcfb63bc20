"""What a spreadsheet would run is text in a CSV, and comes back as it was."""

from hypothesis import given

from tests.exchange.influence.maps import TEXTS
from tracktwo.exchange.formulas import guarded, unguarded


@given(text=TEXTS)
def test_guarded_text_does_not_run_and_comes_back(text):
    assert guarded(text)[:1] not in set("=+-@\t\r＝＋－＠")
    assert unguarded(guarded(text)) == text


def test_text_that_runs_gets_one_apostrophe_more():
    assert [guarded(text) for text in ("=1", "'=1", "it's", "'x")] == ["'=1", "''=1", "it's", "'x"]
