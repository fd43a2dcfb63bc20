"""Dates an entry may begin with."""

import pytest

from tracktwo.exchange.document.dates import dated


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2002 First visit.", ("2002", 2002, 2002, "First visit.")),
        ("2002: First visit.", ("2002", 2002, 2002, "First visit.")),
        ("2002 – First visit.", ("2002", 2002, 2002, "First visit.")),
        ("2002. First visit.", ("2002", 2002, 2002, "First visit.")),
        ("2010–14 Patrols.", ("2010–14", 2010, 2014, "Patrols.")),
        ("2010-2014: Patrols.", ("2010-2014", 2010, 2014, "Patrols.")),
        ("2010 – 2014 Patrols.", ("2010 – 2014", 2010, 2014, "Patrols.")),
        ("2010 to 2014 Patrols.", ("2010 to 2014", 2010, 2014, "Patrols.")),
        ("1998–02 Patrols.", ("1998–02", 1998, 2002, "Patrols.")),
        ("2010–present Patrols.", ("2010–present", 2010, None, "Patrols.")),
        ("2010– Patrols.", ("2010", 2010, None, "Patrols.")),
        ("since 2010: Patrols.", ("since 2010", 2010, None, "Patrols.")),
        ("March 2012 Visit.", ("March 2012", 2012, 2012, "Visit.")),
        ("12 March 2012: Visit.", ("12 March 2012", 2012, 2012, "Visit.")),
        ("March 12, 2012: Visit.", ("March 12, 2012", 2012, 2012, "Visit.")),
        ("2012-03-05 Visit.", ("2012-03-05", 2012, 2012, "Visit.")),
        ("In 2012, ministers met.", ("In 2012", 2012, 2012, "ministers met.")),
        ("1er mars 2012 : visite.", ("1er mars 2012", 2012, 2012, "visite.")),
        ("2012年3月 首次磋商。", ("2012年3月", 2012, 2012, "首次磋商。")),
        ("2012年首次磋商。", ("2012年", 2012, 2012, "首次磋商。")),
        ("2005年至2008年 巡逻。", ("2005年至2008年", 2005, 2008, "巡逻。")),
        ("2005-2008年，巡逻。", ("2005-2008年", 2005, 2008, "巡逻。")),
        ("2002", ("2002", 2002, 2002, "")),
    ],
)
def test_date_is_read(text: str, found: tuple[str, int, int | None, str]) -> None:
    one = dated(text)

    assert one is not None
    assert (one.dated, one.start, one.end, one.rest) == found


@pytest.mark.parametrize(
    "text",
    [
        "2021 was hard.",
        "20021 ships",
        "9999 Future.",
        "The 2002 visit.",
        "12 ships",
        "2000m race",
        "",
    ],
)
def test_other_beginnings_are_no_date(text: str) -> None:
    assert dated(text) is None
