"""Days worked and not: China's swapped days, holidays of allies, years that are not announced yet."""

from datetime import date

import pytest

from tracktwo.errors import OptionError
from tracktwo.roadmap import country_days

# General Office of the State Council, notices on the holidays of 2022 and 2023.
WORKED = ["2022-01-29", "2022-01-30", "2022-04-02", "2022-04-24", "2022-05-07", "2022-10-08",
          "2022-10-09", "2023-01-28", "2023-01-29", "2023-04-23", "2023-05-06", "2023-06-25",
          "2023-10-07", "2023-10-08"]  # fmt: skip
FREE = [("2022-01-31", 7), ("2022-05-01", 4), ("2022-10-01", 7), ("2023-01-22", 6), ("2023-05-01", 3),
        ("2023-09-29", 8)]  # fmt: skip


def test_china_works_on_the_weekends_that_were_announced() -> None:
    china = country_days("CN", [2022, 2023])

    assert sorted(map(str, china.worked)) == WORKED
    assert all(china.is_worked(date.fromisoformat(one)) for one in WORKED)


@pytest.mark.parametrize(("first", "days"), FREE)
def test_china_rests_through_its_long_holidays(first: str, days: int) -> None:
    china = country_days("CN", [2022, 2023])
    begin = date.fromisoformat(first)

    assert not any(china.is_worked(begin.replace(day=begin.day + n)) for n in range(days) if begin.day + n <= 30)  # fmt: skip


def test_years_without_an_announcement_are_provisional() -> None:
    assert country_days("CN", [2023, 2035]).provisional == (2035,)
    assert country_days("BE", [2035]).provisional == ()


@pytest.mark.parametrize(
    ("country", "day"),
    [("BE", "2022-07-21"), ("DE", "2022-10-03"), ("FR", "2022-07-14"), ("US", "2022-07-04"), ("TR", "2022-10-29")],
)  # fmt: skip
def test_allies_keep_their_own_holidays(country: str, day: str) -> None:
    assert country_days(country, [2022]).is_holiday(date.fromisoformat(day))


def test_unknown_country_is_refused() -> None:
    with pytest.raises(OptionError, match=r"^country 'XX' is not known; write its ISO code, such as BE or CN$"):  # fmt: skip
        country_days("XX", [2022])
