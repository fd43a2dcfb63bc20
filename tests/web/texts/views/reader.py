"""What a reader sees of a page."""

import html
import re

from django.http import HttpResponse


def main_of(answer: HttpResponse) -> str:
    """The markup between the frame's head and foot."""
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode().partition("<main")[2].partition("</main>")[0]


def words_in(answer: HttpResponse) -> str:
    """The words of a page in a row."""
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", main_of(answer)).split()))
