"""Every fifth line has a number, at the full measure alone."""

from playwright.sync_api import Page

LINES = """() => [...document.querySelectorAll("#sheet .line-no")].map((one) => [
  Number(one.textContent),
  one.closest(".unit").dataset.unit,
  Math.round(one.getBoundingClientRect().top),
])"""
MIDDLE = """(unit) => {
  const rect = document.querySelector(`#sheet [data-unit="${unit}"] .words`).getBoundingClientRect();
  return Math.round((rect.top + rect.bottom) / 2);
}"""
LONGER = "The sides meet. " * 30


def lengthen(page: Page) -> None:
    """Let the first paragraph run over several lines, and the numbers be set anew."""
    page.evaluate(
        "(words) => document.querySelector('#sheet [data-unit=u1] .words').append(words)", LONGER
    )
    page.evaluate("dispatchEvent(new Event('afterprint'))")


def test_every_fifth_line_has_its_number(write) -> None:
    page = write("member").page
    lengthen(page)

    found = page.evaluate(LINES)

    assert [number for number, *_ in found] == list(range(5, 5 * len(found) + 1, 5))
    assert len(found) >= 2
    tops = [top for *_, top in found]
    assert tops == sorted(tops)


def test_number_stands_beside_its_line(write) -> None:
    page = write("member").page
    page.evaluate(
        "document.querySelector('#sheet [data-unit=u1] .words').append(' And again.', document.createElement('br'), 'Line three.')"
    )
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    (found,) = page.evaluate(LINES)  # a heading, two lines, one line, one line

    assert (found[0], found[1]) == (5, "u3")
    assert abs(found[2] - page.evaluate(MIDDLE, "u3")) <= 1


def test_phone_has_no_numbers_and_paper_has_the_same(write) -> None:
    desk = write("member")
    phone = write("colleague", viewport={"width": 390, "height": 800}).page
    for page in (desk.page, phone):
        lengthen(page)
    assert phone.evaluate(LINES) == []

    phone.evaluate("dispatchEvent(new Event('beforeprint'))")

    on_paper = [(number, unit) for number, unit, _ in phone.evaluate(LINES)]
    assert on_paper == [(number, unit) for number, unit, _ in desk.page.evaluate(LINES)]
